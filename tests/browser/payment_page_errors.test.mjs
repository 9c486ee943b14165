// The hosted payment page: what a payer gets wrong, what the bank declines, and what is over.
import assert from 'node:assert/strict';
import {
	CARD, LANGUAGES, POOR_CARD, UNKNOWN_CARD, WORDS, landed, payWith, saysOver, stands, surroundings, textOf, typeCard,
} from './support/payment_page.mjs';
import { test } from './support/test.mjs';

const here = surroundings();

const WRONG = {
	'a wrong check digit': { field: 'pan', card: { ...CARD, pan: '5555555555555598' } },
	'no number': { field: 'pan', card: { ...CARD, pan: '' } },
	'letters for a number': { field: 'pan', card: { ...CARD, pan: '<b>5555</b>' } },
	'no such month': { field: 'expiry', card: { ...CARD, expiry: '13/34' } },
	'no expiry': { field: 'expiry', card: { ...CARD, expiry: '' } },
	'a CVC too short': { field: 'cvc', card: { ...CARD, cvc: '12' } },
	'no CVC': { field: 'cvc', card: { ...CARD, cvc: '' } },
};

async function showsErrorAt(page, field, words) {
	const error = await textOf(page, `#${field}-error`);
	assert.match(error, words);
	assert.equal(await page.getAttribute(`[name=${field}]`, 'aria-invalid'), 'true');
	assert.ok((await page.getAttribute(`[name=${field}]`, 'aria-describedby')).split(' ').includes(`${field}-error`));
	// A browser sets the focus a moment after it has shown the page.
	await page.locator(`[name=${field}]:focus`).waitFor();
	assert.ok((await page.title()).startsWith(error), await page.title());
}

for (const language of LANGUAGES) {
	for (const javaScriptEnabled of [true, false]) {
		const how = `${language}${javaScriptEnabled ? '' : ', without JavaScript'}`;

		test(`errors at their fields, ${how}`, async () => {
			const { orderId, formUrl } = await here.sandbox.register({ returnUrl: `${here.shop.uri}return`, language });
			const visitor = await here.browser.visitor({ javaScriptEnabled });
			const page = await visitor.open(formUrl);
			for (const [what, { field, card }] of Object.entries(WRONG)) {
				await payWith(page, { cardholderName: 'IVAN "<b>" PETROV', ...card });
				await showsErrorAt(page, field, WORDS[language][field]);
				assert.equal(await page.inputValue('[name=cardholderName]'), 'IVAN "<b>" PETROV', what);
				if (!javaScriptEnabled) {
					assert.equal(await page.inputValue('[name=expiry]'), card.expiry, what);
					assert.equal(await page.inputValue('[name=pan]'), '', what);
					assert.equal(await page.inputValue('[name=cvc]'), '', what);
				}
			}
			await stands(here, orderId, 0, []);
			await payWith(page, { ...CARD, cardholderName: 'IVAN PETROV' });
			await landed(here, page, 'return', orderId, language);
			await stands(here, orderId, 2, ['deposited']);
			await visitor.leave();
		});

		test(`declined, and paid by the second try, ${how}`, async () => {
			await here.sandbox.merchant({ attempts: 3 });
			const { orderId, formUrl } = await here.sandbox.register({ returnUrl: `${here.shop.uri}return`, language });
			const visitor = await here.browser.visitor({ javaScriptEnabled });
			const page = await visitor.open(formUrl);
			assert.equal(await page.locator('#declined').count(), 0);
			await page.click('#sandbox summary').catch(() => {});
			await page.click(`#sandbox button[name=fill][value="${POOR_CARD}"]`);
			await page.waitForLoadState();
			await page.click('#pay');
			assert.match(await textOf(page, '#declined'), WORDS[language].notEnough);
			assert.equal(await textOf(page, '#attempts'), '2');
			assert.equal(await page.inputValue('[name=pan]'), '');
			assert.equal(await page.inputValue('[name=cvc]'), '');
			assert.deepEqual(await here.sandbox.operations(orderId), ['declined']);
			await payWith(page, CARD);
			await landed(here, page, 'return', orderId, language);
			await stands(here, orderId, 2, ['declined', 'deposited']);
			await visitor.leave();
		});

		test(`no attempt left, ${how}`, async () => {
			await here.sandbox.merchant({ attempts: 2 });
			for (const failUrl of [`${here.shop.uri}fail?a=1`, undefined]) {
				const { orderId, formUrl } = await here.sandbox.register({
					returnUrl: `${here.shop.uri}return`, language, ...(failUrl && { failUrl }),
				});
				const visitor = await here.browser.visitor({ javaScriptEnabled });
				const page = await visitor.open(formUrl);
				await payWith(page, UNKNOWN_CARD);
				assert.equal(await textOf(page, '#attempts'), '1');
				await payWith(page, UNKNOWN_CARD);
				await landed(here, page, failUrl ? 'fail?a=1' : 'return', orderId, language);
				await stands(here, orderId, 6, ['declined', 'declined']);
				await page.goto(formUrl);
				await saysOver(page, WORDS[language].declined);
				await page.click('#back');
				await landed(here, page, failUrl ? 'fail?a=1' : 'return', orderId, language);
				await visitor.leave();
			}
		});

		test(`the time is over, ${how}`, async () => {
			const { orderId, formUrl } = await here.sandbox.register({
				returnUrl: `${here.shop.uri}return`, failUrl: `${here.shop.uri}fail`, sessionTimeoutSecs: 300, language,
			});
			const visitor = await here.browser.visitor({ javaScriptEnabled });
			const [page, late] = [await visitor.open(formUrl), await visitor.open(formUrl)];
			await here.sandbox.clock({ advance: 301 });
			await payWith(late, CARD);
			await landed(here, late, 'fail', orderId, language);
			await page.reload();
			await saysOver(page, WORDS[language].expired);
			await page.click('#back');
			await landed(here, page, 'fail', orderId, language);
			await stands(here, orderId, 6, ['declinedByTimeout']);
			await visitor.leave();
		});
	}

	test(`a finished order says what it is, ${language}`, async () => {
		const words = WORDS[language];
		const visitor = await here.browser.visitor();
		const finished = async (finish, expected) => {
			const { orderId, formUrl } = await here.sandbox.registerPreAuth({ returnUrl: here.shop.uri, language });
			await finish(orderId);
			const page = await visitor.open(formUrl);
			await saysOver(page, expected);
			assert.equal(await page.title(), await textOf(page, 'h1'));
		};
		const hold = (orderId) => here.sandbox.pay(orderId, CARD);
		await finished(hold, words.held);
		await finished(async (orderId) => {
			await hold(orderId);
			await here.sandbox.done('rest/reverse.do', { orderId });
		}, words.reversed);
		await finished(async (orderId) => {
			await hold(orderId);
			await here.sandbox.done('rest/deposit.do', { orderId, amount: 150000 });
		}, words.paid);
		await finished(async (orderId) => {
			await hold(orderId);
			await here.sandbox.done('rest/deposit.do', { orderId, amount: 150000 });
			await here.sandbox.done('rest/refund.do', { orderId, amount: 150000 });
		}, words.refunded);
		await finished((orderId) => here.sandbox.done('rest/decline.do', { orderId }), words.declined);
		await visitor.leave();
	});

	test(`an order that there is not, ${language}`, async () => {
		const visitor = await here.browser.visitor();
		const { formUrl } = await here.sandbox.register({ returnUrl: here.shop.uri, language });
		for (const url of [formUrl.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')), formUrl.replace(/\?.*/, '')]) {
			await saysOver(await visitor.open(url), WORDS[language].unknown);
		}
		await visitor.leave();
	});

	test(`the countdown speaks at five minutes and at one, ${language}`, async () => {
		const { formUrl } = await here.sandbox.register({ returnUrl: here.shop.uri, sessionTimeoutSecs: 400, language });
		const visitor = await here.browser.visitor();
		const page = await visitor.context.newPage();
		await page.clock.install();
		await page.goto(formUrl);
		const heard = async (seconds) => {
			await page.clock.runFor(seconds * 1000);
			return page.locator('[role=status], [aria-live]').allInnerTexts();
		};
		assert.match(await textOf(page, '#countdown'), /6:[34]\d/);
		assert.deepEqual(await heard(60), ['']);
		assert.match(await textOf(page, '#countdown'), /5:[34]\d/);
		assert.match((await heard(60)).join(), /5/);
		const before = await heard(60);
		assert.deepEqual(await heard(60), before);
		assert.match((await heard(125)).join(), /\b1\b/);
		await visitor.leave();
	});
}

test('the time that is left stands there without JavaScript', async () => {
	const { formUrl } = await here.sandbox.register({ returnUrl: here.shop.uri, sessionTimeoutSecs: 400 });
	const visitor = await here.browser.visitor({ javaScriptEnabled: false });
	assert.match(await textOf(await visitor.open(formUrl), '#countdown'), /6:[34]\d/);
	await visitor.leave();
});

test('a wrong number is told at once, and no request is made', async () => {
	const { orderId, formUrl } = await here.sandbox.register({ returnUrl: here.shop.uri });
	const visitor = await here.browser.visitor();
	const page = await visitor.open(formUrl);
	const requests = [];
	page.on('request', (request) => requests.push(request.url()));
	await typeCard(page, { pan: '5555555555555598' });
	await page.keyboard.press('Tab');
	assert.match(await textOf(page, '#pan-error'), WORDS.en.pan);
	await page.fill('[name=pan]', CARD.pan);
	assert.equal(await textOf(page, '#pan-error'), '');
	await page.click('#pay');
	await showsErrorAt(page, 'expiry', WORDS.en.expiry);
	assert.deepEqual(requests, []);
	await stands(here, orderId, 0, []);
	await visitor.leave();
});

test('what is wrong is refused by the sandbox too, and shows no digit of the card', async () => {
	const { orderId, formUrl } = await here.sandbox.register({ returnUrl: here.shop.uri });
	for (const { field, card } of Object.values(WRONG)) {
		const { status, html } = await here.sandbox.submit(formUrl, { ...card, cardholderName: 'IVAN PETROV' });
		assert.equal(status, 200);
		assert.match(html, new RegExp(`id="${field}-error">[^<]`));
		const [form] = html.match(/<form[^]*<\/form>/);
		assert.ok(card.pan === '' || !form.includes(card.pan), 'the number is in the page');
		assert.match(form, /name="cvc"[^>]* value=""/);
	}
	await stands(here, orderId, 0, []);
});
