// The hosted payment page with 3-D Secure: a payer's ways through the ACS, and what the order is after each.
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { accessible, shoot, tabTo } from './support/browser.mjs';
import {
	CARD, LANGUAGES, WORDS, landed, payWith, saysOver, stands, surroundings, textOf, typeCard,
} from './support/payment_page.mjs';
import { test } from './support/test.mjs';

const here = surroundings({});

const CODE = '12345678';
const CODES = 3; // that the ACS takes
const card = (pan, expiry = '12/30') => ({ pan, expiry, cvc: '123' });
const CHALLENGE = CARD;
const FRICTIONLESS = card('4111111111111111', '12/26');
const ATTEMPT = card('4000001111111118');
const SECURE1 = card('4012001038166662', '12/24');

const ACS_WORDS = {
	en: {
		code: /Code from the message/, none: /^Enter the code/, wrong: /wrong/i, resent: /again/,
		tries: 'Attempt # of 3', left: /not confirmed/, refused: /not confirmed/,
	},
	ru: {
		code: /Код из сообщения/, none: /^Введите код/, wrong: /Неверный/, resent: /ещё раз/,
		tries: 'Попытка # из 3', left: /не подтвердили/, refused: /не подтверждён/,
	},
};

// Of the README's table: orderStatus, actionCode, eci and threeDsType, and where the payer lands. 05 is of VISA, 02 of
// Mastercard and Mir.
const result = (orderStatus, actionCode, eci, threeDsType) => ({ orderStatus, actionCode, eci, threeDsType: `${threeDsType}` });
const CONFIRMED = result(2, 0, 2, 3);
const ON_THE_WAY = [5, -9000];
const UNCONFIRMED = result(6, -2025, 7, 0);

// What comes without a question: card, features, result.
const UNASKED = {
	'frictionless, VISA': [FRICTIONLESS, '', result(2, 0, 5, 4)],
	'frictionless, Mir': [card('2201382000000062', '12/34'), '', result(2, 0, 2, 4)],
	'attempt': [ATTEMPT, '', result(2, 0, 6, 5)],
	'attempt with FORCE_FULL_TDS': [ATTEMPT, 'FORCE_FULL_TDS', result(6, -2017, 6, 5)],
	'failure': [card('5168494895055780', '12/26'), '', result(6, -2006, 7, 0)],
	'failure of 3DS1': [card('5555555555555557', '12/19'), '', result(6, -2006, 7, 0)],
	'a card without 3-D Secure': [card('4444555511113333', '12/26'), '', result(2, 0, 7, 0)],
	'a card without 3-D Secure, with FORCE_TDS': [card('4444555511113333', '12/26'), 'FORCE_TDS', result(6, 2003, 7, 0)],
	'a challenge with FORCE_SSL': [CHALLENGE, 'FORCE_SSL', result(2, 0, 7, 0)],
};

// What the payer does at the ACS: card, moves, result.
const ASKED = {
	'3DS1, the right code': [SECURE1, confirm, result(2, 0, 5, 1)],
	'3DS1, cancelled': [SECURE1, cancel, result(6, -2006, 7, 0)],
	'3DS1, three wrong codes': [SECURE1, miss, result(6, -2006, 7, 0)],
	'the right code after two wrong ones': [CHALLENGE, recover, CONFIRMED],
	'three wrong codes': [CHALLENGE, miss, UNCONFIRMED],
	'cancelled': [CHALLENGE, cancel, UNCONFIRMED],
	'cancelled after a wrong code': [CHALLENGE, missAndCancel, UNCONFIRMED],
};

function register(parameters = {}) {
	return here.sandbox.register({ returnUrl: `${here.shop.uri}return`, failUrl: `${here.shop.uri}fail`, ...parameters });
}

// ------------------------------------------------------------------------------------------- a payer's moves

async function confirm(page, code = CODE) {
	await page.fill('#code', code);
	await page.click('#confirm');
}

function cancel(page) {
	return page.click('#cancel');
}

async function miss(page, times = CODES) {
	for (let missed = 1; missed <= times; missed++) {
		await confirm(page, '00000000');
		if (missed < CODES) {
			await hasMissed(page, missed);
		}
	}
}

async function recover(page) {
	await miss(page, CODES - 1);
	await confirm(page);
}

async function missAndCancel(page) {
	await miss(page, 1);
	await cancel(page);
}

// ------------------------------------------------------------------------------------------------ what is so

function atAcs(page) {
	return page.locator('#acs').waitFor();
}

async function hasMissed(page, missed, language = 'en') {
	const words = ACS_WORDS[language];
	await page.locator('#code-hint', { hasText: words.tries.replace('#', missed + 1) }).waitFor();
	assert.match(await textOf(page, '#code-error'), words.wrong);
	assert.equal(await page.getAttribute('#code', 'aria-invalid'), 'true');
	assert.equal(await page.inputValue('#code'), '');
	assert.match(await page.title(), words.wrong);
}

async function isNow(orderId, expected) {
	const { orderStatus, actionCode, cardAuthInfo } = await here.sandbox.status(orderId);
	const { eci, threeDsType } = cardAuthInfo.secureAuthInfo;
	assert.deepEqual({ orderStatus, actionCode, eci, threeDsType }, expected);
}

async function isOnTheWay(orderId) {
	const { orderStatus, actionCode } = await here.sandbox.status(orderId);
	assert.deepEqual([orderStatus, actionCode], ON_THE_WAY);
	assert.deepEqual(await here.sandbox.operations(orderId), []);
}

async function ends(page, orderId, expected, language = 'en') {
	const paid = expected.orderStatus === 2;
	await landed(here, page, paid ? 'return' : 'fail', orderId, language);
	await isNow(orderId, expected);
	assert.deepEqual((await here.sandbox.operations(orderId)).at(-1), paid ? 'deposited' : 'declined');
}

// ------------------------------------------------------------------------------------------- the table's rows

test('without a question', async () => {
	const visitor = await here.browser.visitor();
	const page = await visitor.open('about:blank');
	for (const [, [chosen, features, expected]] of Object.entries(UNASKED)) {
		const { orderId, formUrl } = await register(features && { features });
		await page.goto(formUrl);
		await payWith(page, chosen);
		await ends(page, orderId, expected);
	}
	await visitor.leave();
});

for (const [what, [chosen, act, expected]] of Object.entries(ASKED)) {
	test(what, async () => {
		const { orderId, formUrl } = await register();
		const visitor = await here.browser.visitor();
		const page = await visitor.open(formUrl);
		await payWith(page, chosen);
		await atAcs(page);
		await isOnTheWay(orderId);
		await act(page);
		await ends(page, orderId, expected);
		await visitor.leave();
	});
}

for (const language of LANGUAGES) {
	test(`the right code, and the page on its way there, ${language}`, async () => {
		const words = ACS_WORDS[language];
		const { orderId, formUrl } = await register({ orderNumber: 'A-1042', language });
		const visitor = await here.browser.visitor();
		const page = await visitor.open(formUrl);
		await payWith(page, CHALLENGE);
		await atAcs(page);
		assert.equal(await page.getAttribute('html', 'lang'), language);
		assert.equal(await page.locator('h1').count(), 1);
		assert.equal(await page.title(), await textOf(page, 'h1'));
		assert.match(await textOf(page, 'main'), /1.500[.,]00 ₽.*5599/);
		assert.match(await textOf(page, 'label[for=code]'), words.code);
		assert.doesNotMatch(await page.content(), new RegExp(CHALLENGE.pan));
		await page.locator('#code:focus').waitFor();
		await looked(page, `acs-empty-${language}`);

		// No code at all is not a wrong one.
		await confirm(page, ' ');
		await page.locator('#code-error', { hasText: words.none }).waitFor();
		assert.equal(await textOf(page, '#code-hint'), words.tries.replace('#', 1));

		await confirm(page, '0');
		await hasMissed(page, 1, language);
		await looked(page, `acs-wrong-${language}`);

		await page.click('#resend');
		assert.match(await textOf(page, '#resent'), words.resent);
		// The one attempt is used up all the same.
		assert.equal(await textOf(page, '#code-hint'), words.tries.replace('#', 2));
		assert.equal(await textOf(page, '#code-error'), '');
		await looked(page, `acs-resent-${language}`);

		await isOnTheWay(orderId);
		await confirm(page);
		await ends(page, orderId, CONFIRMED, language);
		await visitor.leave();
	});

	test(`an attempt is left after a cancel, ${language}`, async () => {
		await here.sandbox.merchant({ attempts: 2 });
		const { orderId, formUrl } = await register({ language });
		const visitor = await here.browser.visitor();
		const page = await visitor.open(formUrl);
		await payWith(page, CHALLENGE);
		await atAcs(page);
		await cancel(page);
		await page.locator('#declined').waitFor();
		assert.match(await textOf(page, '#declined'), ACS_WORDS[language].refused);
		assert.equal(await textOf(page, '#attempts'), '1');
		await isNow(orderId, { ...UNCONFIRMED, orderStatus: 0 });
		await payWith(page, FRICTIONLESS);
		await ends(page, orderId, result(2, 0, 5, 4), language);
		await visitor.leave();
	});

	test(`the time is over at the ACS, ${language}`, async () => {
		await here.sandbox.merchant({ acsTimeoutActionCode: -2014 });
		const { orderId, formUrl } = await register({ sessionTimeoutSecs: 300, language });
		const visitor = await here.browser.visitor();
		const page = await visitor.open(formUrl);
		await payWith(page, CHALLENGE);
		await atAcs(page);
		await here.sandbox.clock({ advance: 301 });
		await confirm(page);
		await page.locator('#over').waitFor();
		await saysOver(page, WORDS[language].expired);
		const { orderStatus, actionCode } = await here.sandbox.status(orderId);
		assert.deepEqual([orderStatus, actionCode], [6, -2014]);
		assert.deepEqual(await here.sandbox.operations(orderId), ['declinedByTimeout']);
		await page.click('#back');
		await landed(here, page, 'fail', orderId, language);
		await visitor.leave();
	});
}

async function looked(page, name) {
	await accessible(page);
	await shoot(page, name);
}

// -------------------------------------------------------------------------------------------- other browsers

test('without JavaScript every step has its button', async () => {
	for (const [chosen, steps, expected] of [
		[CHALLENGE, 2, CONFIRMED], // the look at the browser, and the way to the ACS
		[SECURE1, 1, result(2, 0, 5, 1)],
	]) {
		const { orderId, formUrl } = await register();
		const visitor = await here.browser.visitor({ javaScriptEnabled: false });
		const page = await visitor.open(formUrl);
		await payWith(page, chosen);
		for (let step = 0; step < steps; step++) {
			assert.equal(await page.locator('#acs').count(), 0);
			const before = await textOf(page, 'h1');
			await shoot(page, `tds-step-${steps - step}-en`);
			await page.click('#step button:visible');
			await page.locator('h1').filter({ hasNotText: before }).waitFor();
		}
		await miss(page, 1);
		await page.click('#resend');
		await page.locator('#resent').waitFor();
		await confirm(page);
		await page.click('#step button:visible');
		await ends(page, orderId, expected);
		await visitor.leave();
	}
});

test('by the keyboard alone', async () => {
	const { orderId, formUrl } = await register();
	const visitor = await here.browser.visitor();
	const page = await visitor.open(formUrl);
	for (const [name, value] of Object.entries(CHALLENGE)) {
		await tabTo(page, `[name=${name}]`);
		await page.keyboard.type(value);
	}
	await page.keyboard.press('Enter');
	await page.locator('#code:focus').waitFor();
	await page.keyboard.type('0');
	await page.keyboard.press('Enter');
	await hasMissed(page, 1);
	await page.locator('#code:focus').waitFor();
	await tabTo(page, '#resend');
	await page.keyboard.press('Enter');
	await page.locator('#resent').waitFor();
	await page.locator('#code:focus').waitFor();
	await page.keyboard.type(CODE);
	await page.keyboard.press('Enter');
	await ends(page, orderId, CONFIRMED);
	await visitor.leave();
});

// A look at the browser that never comes back holds nobody up for longer than ten seconds.
for (const [what, answer] of Object.entries({ 'never answers': () => {}, 'is blocked': (route) => route.abort() })) {
	test(`a method address that ${what}`, async () => {
		const { orderId, formUrl } = await register();
		const visitor = await here.browser.visitor();
		const page = await visitor.open(formUrl);
		await page.clock.install();
		await page.route('**/acs/method*', answer);
		await typeCard(page, FRICTIONLESS);
		const asked = page.waitForRequest('**/acs/method*');
		await page.click('#pay');
		await asked;
		await page.clock.runFor(9_000);
		await isOnTheWay(orderId);
		await page.clock.runFor(1_500);
		await ends(page, orderId, result(2, 0, 5, 4));
		await visitor.leave();
	});
}

// ------------------------------------------------------------------------------------------- there and back

// The steps before the ACS, and the frames in them, may each have an entry in the history.
async function goBackToPayment(page) {
	for (let presses = 0; presses < 10 && !page.url().includes('/payment_en.html'); presses++) {
		await page.goBack();
	}
	await page.locator('#payment').waitFor();
}

test('back from the ACS, and on to it again', async () => {
	const { orderId, formUrl } = await register();
	const visitor = await here.browser.visitor();
	const page = await visitor.open(formUrl);
	await payWith(page, CHALLENGE);
	await atAcs(page);
	await goBackToPayment(page);
	await isOnTheWay(orderId);
	assert.match(await textOf(page, '#left'), ACS_WORDS.en.left);
	await looked(page, 'payment-left-en');
	await page.click('#continue');
	await atAcs(page);
	await confirm(page);
	await ends(page, orderId, CONFIRMED);
	// Gone back to what is over, the payer is told so.
	await page.goto(formUrl);
	await saysOver(page, WORDS.en.paid);
	await visitor.leave();
});

test('back from the ACS, and paid by another card', async () => {
	const { orderId, formUrl } = await register();
	const visitor = await here.browser.visitor();
	const page = await visitor.open(formUrl);
	await payWith(page, CHALLENGE);
	await atAcs(page);
	await goBackToPayment(page);
	await payWith(page, FRICTIONLESS);
	await ends(page, orderId, result(2, 0, 5, 4));
	assert.match((await here.sandbox.status(orderId)).cardAuthInfo.maskedPan, /^411111.*1111$/);
	await visitor.leave();
});

test('in two tabs', async () => {
	const { orderId, formUrl } = await register();
	const visitor = await here.browser.visitor();
	const [first, second] = [await visitor.open(formUrl), await visitor.open(formUrl)];
	await payWith(first, CHALLENGE);
	await atAcs(first);
	// The other form was made before: it begins nothing, and leads to what the first one began.
	await payWith(second, FRICTIONLESS);
	await atAcs(second);
	assert.match(await textOf(second, 'main'), /5599/);
	await goBackToPayment(second);
	await payWith(second, FRICTIONLESS);
	await ends(second, orderId, result(2, 0, 5, 4));
	// What the first tab's bank asks is no longer asked.
	await confirm(first);
	await first.locator('#over').waitFor();
	await saysOver(first, /no longer valid/);
	await looked(first, 'acs-unknown-en');
	assert.deepEqual(await here.sandbox.operations(orderId), ['deposited']);
	await isNow(orderId, result(2, 0, 5, 4));
	await visitor.leave();
});

test('the same challenge in two tabs', async () => {
	const { orderId, formUrl } = await register();
	const visitor = await here.browser.visitor();
	const [first, second] = [await visitor.open(formUrl), await visitor.context.newPage()];
	await payWith(first, CHALLENGE);
	await atAcs(first);
	await second.goto(formUrl);
	await second.click('#continue');
	await atAcs(second);
	await confirm(second);
	await ends(second, orderId, CONFIRMED);
	await cancel(first);
	await first.locator('#over').waitFor();
	await saysOver(first, WORDS.en.paid);
	await stands(here, orderId, 2, ['deposited']);
	await visitor.leave();
});

test('back after the ACS', async () => {
	const { orderId, formUrl } = await register();
	const visitor = await here.browser.visitor();
	const page = await visitor.open(formUrl);
	await payWith(page, CHALLENGE);
	await atAcs(page);
	await confirm(page);
	await ends(page, orderId, CONFIRMED);
	for (let presses = 0; presses < 50 && page.url() !== formUrl; presses++) {
		// Chromium does not show again what a form has led to, and takes a while to say so.
		await page.goBack().catch((error) => {
			assert.match(error.message, /ERR_CACHE_MISS|Not attached to an active page/);
			return wait(100);
		});
		await isNow(orderId, CONFIRMED);
	}
	assert.equal(page.url(), formUrl);
	await saysOver(page, WORDS.en.paid);
	await stands(here, orderId, 2, ['deposited']);
	await visitor.leave();
});

// ------------------------------------------------------------------------------------------- frames and shops

// Makes the ACS refuse to be shown in a frame.
function refuseFrames(page) {
	return page.route('**/acs/{creq,pareq}', async (route) => {
		const response = await route.fetch();
		const headers = response.headers();
		headers['content-security-policy'] = headers['content-security-policy'].replace('frame-ancestors *', "frame-ancestors 'none'");
		await route.fulfill({ response, headers });
	});
}

for (const [what, chosen, expected] of [
	['3DS2', CHALLENGE, CONFIRMED],
	['3DS1', SECURE1, result(2, 0, 5, 1)],
]) {
	test(`an ACS that refuses to be framed, ${what}: the payment page in a frame of the shop leads out of it`, async () => {
		const { orderId, formUrl } = await register();
		here.shop.pages['/framed'] = `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1><iframe title="Pay" name="pay" src="${formUrl}" width="500" height="700"></iframe>`;
		const visitor = await here.browser.visitor();
		const page = await visitor.open(`${here.shop.uri}framed`);
		here.shop.visits();
		await refuseFrames(page);
		const frame = page.frame('pay');
		await frame.locator('#payment').waitFor();
		await payWith(frame, chosen);
		await atAcs(page);
		await confirm(page);
		await ends(page, orderId, expected);
		await visitor.leave();
	});
}

test('an ACS that refuses to be framed has the whole window', async () => {
	const { orderId, formUrl } = await register();
	const visitor = await here.browser.visitor();
	const page = await visitor.open(formUrl);
	await refuseFrames(page);
	await payWith(page, CHALLENGE);
	await atAcs(page);
	await confirm(page);
	await ends(page, orderId, CONFIRMED);
	await visitor.leave();
});

test('the payment page needs no cookie', async () => {
	const { orderId, formUrl } = await register();
	const visitor = await here.browser.visitor();
	const page = await visitor.open(formUrl);
	await payWith(page, CHALLENGE);
	await atAcs(page);
	assert.deepEqual(await visitor.context.cookies(), []);
	await confirm(page);
	await ends(page, orderId, CONFIRMED);
	await visitor.leave();
});

// A shop whose ACSs answer to itself has still nothing to do for the payment page.
test('the payment page of a merchant with a termUrl', async () => {
	await here.sandbox.merchant({ termUrl: `${here.shop.uri}term` });
	const { orderId, formUrl } = await register();
	const visitor = await here.browser.visitor();
	const page = await visitor.open(formUrl);
	await payWith(page, SECURE1);
	await atAcs(page);
	await confirm(page);
	await ends(page, orderId, result(2, 0, 5, 1));
	await visitor.leave();
});

// What the ACS has posted to the shop, at this path.
async function posted(page, path) {
	await page.waitForURL(`${here.shop.uri}${path}`);
	const { method, url, body } = here.shop.requests.splice(0).at(-1);
	assert.deepEqual([method, url], ['POST', `/${path}`]);
	return Object.fromEntries(new URLSearchParams(body));
}

test('3DS1 that was begun by the shop itself, with a termUrl', async () => {
	await here.sandbox.merchant({ termUrl: `${here.shop.uri}term` });
	const { orderId } = await register();
	await here.sandbox.pay(orderId, SECURE1);
	const visitor = await here.browser.visitor();
	const page = await visitor.open(`${here.sandbox.uri}acsRedirect.do?orderId=${orderId}`);
	await atAcs(page);
	await confirm(page);
	const { MD, PaRes } = await posted(page, 'term');
	assert.equal(MD, orderId);
	await isOnTheWay(orderId);
	await here.sandbox.done('rest/finish3dsPayment.do', { mdOrder: orderId, paRes: PaRes });
	await isNow(orderId, result(2, 0, 5, 1));
	await visitor.leave();
});

// --------------------------------------------------------------------------------------- Sberbank's dialect

// A form that sends itself, as a shop shows it.
function formPage(action, fields) {
	const inputs = Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`);
	return `<!doctype html><html lang="en"><title>On</title><form method="post" action="${action}">${inputs.join('')}</form><script>document.forms[0].submit()</script>`;
}

async function payAtSberbank(chosen, parameters = {}) {
	const orderNumber = `S-${Date.now()}`;
	const urls = { returnUrl: `${here.shop.uri}return`, failUrl: `${here.shop.uri}fail` };
	const { orderId } = await here.sandbox.sberbank('register.do', { orderNumber, amount: 150000, ...urls });
	const [month, year] = chosen.expiry.split('/');
	const card = { $PAN: chosen.pan, $CVC: chosen.cvc, YYYY: `20${year}`, MM: month, TEXT: 'TEST PAYER' };
	return [orderId, await here.sandbox.sberbank('paymentOrder.do', { MDORDER: orderId, ...card, ...parameters })];
}

test("Sberbank's process form does the rest", async () => {
	for (const [chosen, act, expected] of [
		[CHALLENGE, confirm, CONFIRMED],
		[CHALLENGE, cancel, UNCONFIRMED],
		[SECURE1, confirm, result(2, 0, 5, 1)],
	]) {
		const [orderId, { formUrl }] = await payAtSberbank(chosen);
		const visitor = await here.browser.visitor();
		const page = await visitor.open(formUrl);
		await atAcs(page);
		await act(page);
		await ends(page, orderId, expected);
		await visitor.leave();
	}
});

test("Sberbank's steps one by one, with the shop's termUrl", async () => {
	const jsonParams = {
		browserAcceptHeader: '*/*', browserIP: '127.0.0.1', browserJavascriptEnabled: true, browserUserAgent: 'test',
	};
	const termUrl = `${here.shop.uri}term`;
	for (const [act, expected] of [[confirm, CONFIRMED], [cancel, UNCONFIRMED]]) {
		const parameters = { jsonParams, termUrl, threeDSMethodNotificationUrl: `${here.shop.uri}method` };
		const [orderId, first] = await payAtSberbank(CHALLENGE, parameters);
		const visitor = await here.browser.visitor();
		here.shop.pages['/gather'] = formPage(first.threeDSMethodURL, { threeDSMethodData: first.threeDSMethodData });
		const page = await visitor.open(`${here.shop.uri}gather`);
		const { threeDSMethodData } = await posted(page, 'method');
		const { threeDSServerTransID } = JSON.parse(Buffer.from(threeDSMethodData, 'base64url'));
		assert.equal(threeDSServerTransID, first.threeDSServerTransId);
		const transaction = { mdOrder: orderId, threeDSServerTransId: threeDSServerTransID };
		const step = await here.sandbox.sberbank('finish3dsMethod.do', { ...transaction, threeDSCompInd: 'Y' });
		assert.equal(step.termUrl, termUrl);
		here.shop.pages['/challenge'] = formPage(step.acsUrl, { creq: step.cReq });
		await page.goto(`${here.shop.uri}challenge`);
		await atAcs(page);
		await act(page);
		const { cres } = await posted(page, 'term');
		await isOnTheWay(orderId);
		await here.sandbox.sberbank('finish3dsPayment.do', { mdOrder: orderId, cRes: cres });
		await isNow(orderId, expected);
		await visitor.leave();
	}
});
