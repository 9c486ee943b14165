// The portal's settings, callbacks, invoices and stored cards, as a shop's staff use them; and what their shop is told.
import assert from 'node:assert/strict';
import { accessible, shoot, tabTo } from './support/browser.mjs';
import { CARD, LANGUAGES, address, login, surroundings, textOf, told } from './support/portal.mjs';
import { test } from './support/test.mjs';

const here = surroundings();
const CLIENT = 'client 7';
const HOUR = 3600;

const listen = () => here.sandbox.merchant({ callbackAddress: `${here.shop.uri}callback` });

// --------------------------------------------------------------------------------------- with the mouse, without it

const HANDS = {
	mouse: {
		press: (page, selector) => page.click(selector),
		tick: (page, selector) => page.check(selector),
		type: (page, selector, text) => page.fill(selector, text),
	},
	keyboard: {
		async press(page, selector) {
			await tabTo(page, selector);
			await page.keyboard.press('Enter');
		},
		async tick(page, selector) {
			await tabTo(page, selector);
			await page.keyboard.press('Space');
		},
		async type(page, selector, text) {
			await tabTo(page, selector);
			await page.keyboard.press('Control+A');
			await page.keyboard.type(text);
		},
	},
};

// An operator who is logged in, on a page of the portal.
async function operator(path) {
	const visitor = await here.browser.visitor();
	const page = await visitor.context.newPage();
	await login(page, here.sandbox, { path });
	return { visitor, page };
}

// Presses a button that leads to a page with a notice, and answers the notice.
async function noticed(page, hand, button) {
	await Promise.all([page.waitForEvent('load'), hand.press(page, button)]);
	return textOf(page, '#notice');
}

for (const [name, hand] of Object.entries(HANDS)) {
	test(`automatic completion, by ${name}`, async () => {
		await listen();
		const { visitor, page } = await operator('/settings');
		await hand.tick(page, '#autoCompletionHours-on');
		await hand.type(page, '#autoCompletionHours', '2');
		assert.match(await noticed(page, hand, '#save'), /settings are saved/);
		assert.equal(await page.inputValue('#autoCompletionHours'), '2');
		const { orderId } = await here.sandbox.registerPreAuth({ returnUrl: here.shop.uri });
		await here.sandbox.pay(orderId, CARD);
		assert.equal((await told(here.shop, 'approved')).mdOrder, orderId);
		assert.equal((await here.sandbox.status(orderId)).orderStatus, 1);
		await here.sandbox.clock({ advance: 2 * HOUR });
		assert.equal((await told(here.shop, 'deposited')).mdOrder, orderId);
		assert.equal((await here.sandbox.status(orderId)).orderStatus, 2);
		await visitor.leave();
	});

	test(`automatic cancellation, by ${name}`, async () => {
		await listen();
		const { visitor, page } = await operator('/settings');
		await hand.tick(page, '#autoReverseHours-on');
		await hand.type(page, '#autoReverseHours', '1');
		await noticed(page, hand, '#save');
		const { orderId } = await here.sandbox.registerPreAuth({ returnUrl: here.shop.uri });
		await here.sandbox.pay(orderId, CARD);
		await here.sandbox.clock({ advance: HOUR });
		assert.equal((await told(here.shop, 'reversed')).mdOrder, orderId);
		assert.equal((await here.sandbox.status(orderId)).orderStatus, 3);
		await visitor.leave();
	});

	test(`a token, by ${name}`, async () => {
		await listen();
		const { visitor, page } = await operator('/settings');
		assert.match(await noticed(page, hand, '#token-make'), /new Open Id token.*only once/);
		const token = await textOf(page, '#made');
		const order = { token, orderNumber: 'by token', amount: 100, returnUrl: here.shop.uri };
		const answer = await fetch(new URL('rest/register.do', here.sandbox.uri), { method: 'POST', body: new URLSearchParams(order) });
		const { orderId } = await answer.json();
		assert.ok(orderId);
		await here.sandbox.pay(orderId, CARD);
		assert.equal((await told(here.shop, 'deposited')).orderNumber, 'by token');
		await page.goto(address(here.sandbox, '/settings'));
		assert.ok(!(await page.content()).includes(token));
		assert.equal(await textOf(page, '#token code'), `${token.slice(0, 3)}…${token.slice(-3)}`);
		// One that the shop has already.
		await hand.type(page, '#token-value', 'typed-by-hand');
		assert.match(await noticed(page, hand, '#token-set'), /settings are saved/);
		const again = { ...order, token: 'typed-by-hand', orderNumber: 'by another' };
		const other = await fetch(new URL('rest/register.do', here.sandbox.uri), { method: 'POST', body: new URLSearchParams(again) });
		assert.ok((await other.json()).orderId);
		await visitor.leave();
	});

	test(`an invoice that is paid with the card saved, and the card switched off, by ${name}`, async () => {
		await listen();
		const { visitor, page } = await operator('/invoices');
		await hand.type(page, '#amount', '1 500,00');
		await hand.type(page, '#email', 'payer@shop.example');
		await hand.type(page, '#description', 'Tea, 2 × 100 g');
		await hand.type(page, '#clientId', CLIENT);
		assert.match(await noticed(page, hand, '#send'), /The invoice is sent payer@shop\.example/);
		await Promise.all([page.waitForURL('**/mailbox_en.html'), hand.press(page, '#mailbox')]);
		await Promise.all([page.waitForURL('**/payment_*.html?mdOrder=*'), hand.press(page, '.mail a')]);
		// As the customer, who says that the card may be saved.
		const id = new URL(page.url()).searchParams.get('mdOrder');
		for (const [field, value] of Object.entries(CARD)) {
			await hand.type(page, `#payment [name=${field}]`, value);
		}
		await hand.tick(page, '[name=saveCard]');
		await hand.press(page, '#pay');
		await page.locator('#over').waitFor();
		assert.match(await textOf(page, 'h1'), /paid/);
		assert.equal((await told(here.shop, 'deposited')).mdOrder, id);
		const { bindingId, clientId } = await told(here.shop, 'bindingCreated');
		assert.equal(clientId, CLIENT);
		// The operator again.
		await page.goto(address(here.sandbox, '/bindings'));
		await hand.type(page, '#client', CLIENT);
		await Promise.all([page.waitForURL('**/bindings?client=*'), hand.press(page, '#find')]);
		assert.match(await noticed(page, hand, 'button[value=off]'), /switched off/);
		const off = await told(here.shop, 'bindingActivityChanged');
		assert.deepEqual([off.bindingId, off.enabled], [bindingId, 'false']);
		assert.deepEqual(await here.sandbox.bindings(CLIENT), []);
		assert.match(await noticed(page, hand, 'button[value=on]'), /switched on/);
		assert.equal((await told(here.shop, 'bindingActivityChanged')).enabled, 'true');
		await hand.type(page, '[name=expiry]', '12/30');
		assert.match(await noticed(page, hand, 'button[value=extend]'), /expiry is changed/);
		assert.equal((await here.sandbox.bindings(CLIENT))[0].expiryDate, '203012');
		await visitor.leave();
	});

	test(`callbacks, by ${name}`, async () => {
		const { visitor, page } = await operator('/settings/callbacks');
		await hand.type(page, '#callbackAddress', `${here.shop.uri}callback`);
		await hand.press(page, '#callbackParameters-summary');
		await hand.tick(page, '[name=callbackParameters][value=amount]');
		assert.match(await noticed(page, hand, '#save'), /settings are saved/);
		await noticed(page, hand, '#callbackSecret-make');
		const secret = await textOf(page, '#made');
		assert.match(await noticed(page, hand, '#send-test'), /on its way/);
		assert.equal((await told(here.shop, 'deposited', { secret })).orderNumber, 'sample');
		const { orderId } = await here.sandbox.register({ returnUrl: here.shop.uri });
		await here.sandbox.pay(orderId, CARD);
		const first = await told(here.shop, 'deposited', { secret });
		assert.deepEqual([first.mdOrder, first.amount], [orderId, '150000']);
		await page.reload();
		assert.match(await noticed(page, hand, '.callback button'), /sent again/);
		assert.deepEqual(await told(here.shop, 'deposited', { secret }), first);
		await visitor.leave();
	});
}

test('two operators change the settings at once', async () => {
	const [one, other] = [await operator('/settings'), await operator('/settings')];
	await one.page.uncheck('#verify');
	assert.match(await noticed(one.page, HANDS.mouse, '#save'), /settings are saved/);
	await other.page.fill('#attempts', '3');
	assert.match(await noticed(other.page, HANDS.mouse, '#save'), /changed meanwhile/);
	assert.equal((await here.sandbox.merchant({})).attempts, 1);
	assert.equal((await here.sandbox.merchant({})).verify, 0);
	assert.equal(await other.page.inputValue('#attempts'), '3');
	assert.match(await textOf(other.page, 'label:has(#verify)'), /Saved meanwhile: off/);
	await other.page.uncheck('#verify');
	assert.match(await noticed(other.page, HANDS.mouse, '#save'), /settings are saved/);
	const { attempts, verify } = await here.sandbox.merchant({});
	assert.deepEqual([attempts, verify], [3, 0]);
	await one.visitor.leave();
	await other.visitor.leave();
});

test('an error stands at its field, which has the focus', async () => {
	const { visitor, page } = await operator('/settings');
	await page.check('#autoCompletionHours-on');
	await page.click('#save');
	await page.locator('#autoCompletionHours-error:not(:empty)').waitFor();
	assert.match(await page.title(), /^Enter whole hours/);
	assert.equal(await page.evaluate(() => document.activeElement.id), 'autoCompletionHours');
	assert.equal((await here.sandbox.merchant({})).autoCompletionHours, 0);
	await visitor.leave();
});

test('an invoice that is sent twice, by two presses', async () => {
	const { visitor, page } = await operator('/invoices');
	const other = await visitor.context.newPage();
	await page.fill('#amount', '10');
	await page.fill('#email', 'payer@shop.example');
	await page.dblclick('#send');
	await page.locator('#notice').waitFor();
	await other.goto(address(here.sandbox, '/invoices'));
	assert.equal(await other.locator('section .callback').count(), 1);
	await visitor.leave();
});

// ------------------------------------------------------------------------------------------------------- looks

// Each brings the page of an operator into its state and answers the selector of what shows it.
const STATES = {
	'settings-empty': ['/settings', () => '#settings'],
	'settings-saved': [
		'/settings',
		async (page) => {
			await page.check('#autoCompletionHours-on');
			await page.fill('#autoCompletionHours', '24');
			await noticed(page, HANDS.mouse, '#save');
			return '#notice.done';
		},
	],
	'settings-error': [
		'/settings',
		async (page) => {
			await page.check('#autoReverseHours-on');
			await page.click('#save');
			return '#autoReverseHours-error:not(:empty)';
		},
	],
	'settings-stale': [
		'/settings',
		async (page) => {
			await here.sandbox.merchant({ verify: 0, autoReverseHours: 5 });
			await page.click('#save');
			return '#notice.bad';
		},
	],
	'settings-token': [
		'/settings',
		async (page) => {
			await noticed(page, HANDS.mouse, '#token-make');
			return '#made';
		},
	],
	'callbacks-empty': ['/settings/callbacks', () => '#no-callbacks'],
	'callbacks-filled': [
		'/settings/callbacks',
		async (page) => {
			await here.sandbox.merchant({ callbackAddress: `${here.shop.uri}callback`, callbackParameters: 'amount,email' });
			const { orderId } = await here.sandbox.register({ orderNumber: 'A-1042', returnUrl: here.shop.uri });
			await here.sandbox.pay(orderId, CARD);
			await told(here.shop, 'deposited');
			await page.reload();
			await page.click('#callbackParameters-summary');
			await page.click('.callback summary');
			return '.callback details[open]';
		},
	],
	'bindings-empty': ['/bindings', () => '#no-client'],
	'bindings-none': ['/bindings?client=nobody', () => '#none'],
	'bindings-filled': [
		'/bindings?client=client',
		async (page) => {
			await here.sandbox.storeCard('client', CARD);
			await here.sandbox.storeCard('client', { pan: '4563960122001999', expiry: '12/19', cvc: '347' });
			await page.reload();
			await noticed(page, HANDS.mouse, 'button[value=off] >> nth=0');
			return '.binding button[value=on]';
		},
	],
	'invoices-empty': ['/invoices', () => '#no-invoices'],
	'invoices-error': [
		'/invoices',
		async (page) => {
			await page.fill('#amount', 'a lot');
			await page.click('#send');
			return '#amount-error:not(:empty)';
		},
	],
	'invoices-filled': ['/invoices', (page) => sendInvoices(page, '.callback .status')],
	mailbox: [
		'/invoices',
		async (page) => {
			await sendInvoices(page, '#mailbox');
			await page.click('#mailbox');
			return '.mail';
		},
	],
	'mailbox-empty': [
		'/invoices',
		async (page) => {
			await page.click('#mailbox');
			return '#empty';
		},
	],
};

async function sendInvoices(page, shown) {
	for (const [amount, description] of [['1500,00', 'Чай «Лунцзин», 2 × 100 г'], ['99', '']]) {
		await page.fill('#amount', amount);
		await page.fill('#email', 'payer@shop.example');
		await page.fill('#description', description);
		await page.fill('#clientId', CLIENT);
		await noticed(page, HANDS.mouse, '#send');
	}
	return shown;
}

// One operator looks at them all, because a new one costs more than a page. The browser's end is theirs.
let viewer;
let page;

for (const language of LANGUAGES) {
	for (const [name, [path, reach]] of Object.entries(STATES)) {
		test(`${name}, ${language}`, async () => {
			viewer ??= await here.browser.visitor();
			page ??= await viewer.context.newPage();
			await login(page, here.sandbox, { language, path });
			const selector = await reach(page);
			await page.locator(selector).first().waitFor();
			assert.equal(await page.locator('h1').count(), 1);
			await accessible(page);
			await shoot(page, `portal-${name}-${language}`);
			viewer.isContent();
		});
	}
}
