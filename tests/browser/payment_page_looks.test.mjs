// The pages in each of their states: for everybody to read, and kept as screenshots.
import assert from 'node:assert/strict';
import { accessible, shoot } from './support/browser.mjs';
import { CARD, LANGUAGES, OTHER_CARD, POOR_CARD, payWith, surroundings, typeCard } from './support/payment_page.mjs';
import { test } from './support/test.mjs';

const here = surroundings();

const ORDER = { orderNumber: 'A-1042', description: 'Чай «Лунцзин», 2 × 100 г; доставка' };

// Each brings a page, at the form of a new order, into its state and answers the selector of what shows it.
const STATES = {
	empty: () => '#payment',
	async filled(page) {
		await typeCard(page, { ...CARD, cardholderName: 'IVAN PETROV' });
		return '#pay';
	},
	async error(page) {
		await payWith(page, { ...CARD, pan: '5555555555555598', cvc: '' });
		return '#pan-error:not(:empty)';
	},
	async 'test-cards'(page) {
		await page.click('#sandbox summary');
		return '#sandbox details[open]';
	},
	async declined(page) {
		await here.sandbox.merchant({ attempts: 3 });
		await page.click(`#sandbox button[name=fill][value="${POOR_CARD}"]`);
		await page.waitForLoadState();
		await page.click('#pay');
		return '#declined';
	},
	async expired(page) {
		await here.sandbox.clock({ advance: 1300 });
		await page.reload();
		return '#over #back';
	},
	async 'not-paid'(page) {
		await payWith(page, { ...CARD, cvc: '321' });
		await page.waitForURL(`${here.shop.uri}**`);
		await page.goBack();
		return '#over #back';
	},
	async paid(page) {
		await payWith(page, CARD);
		await page.waitForURL(`${here.shop.uri}**`);
		await page.goBack();
		return '#over .good';
	},
	async unknown(page) {
		await page.goto(page.url().replace(/\?.*/, ''));
		return '#over';
	},
};

// What else an order can be registered with.
const ORDERS = {
	'back-to-shop': { jsonParams: JSON.stringify({ backToShopUrl: 'https://shop.example/', backToShopName: 'Tea & Co' }) },
	'save-card': { clientId: 'nobody' },
	'stored-cards': { clientId: 'client' },
	verify: { clientId: 'nobody', features: 'VERIFY', amount: 0 },
};

async function held(visitor, page, name, selector) {
	assert.ok(await page.locator(selector).first().isVisible(), selector);
	assert.equal(await page.locator('h1').count(), 1);
	await accessible(page);
	await shoot(page, name);
	await visitor.leave();
}

async function open(formUrl) {
	const visitor = await here.browser.visitor();
	return { visitor, page: await visitor.open(formUrl) };
}

for (const language of LANGUAGES) {
	for (const [name, reach] of Object.entries(STATES)) {
		test(`${name}, ${language}`, async () => {
			const { formUrl } = await here.sandbox.register({ ...ORDER, language, returnUrl: here.shop.uri });
			const { visitor, page } = await open(formUrl);
			await held(visitor, page, `payment-${name}-${language}`, await reach(page));
		});
	}

	for (const [name, parameters] of Object.entries(ORDERS)) {
		test(`${name}, ${language}`, async () => {
			await here.sandbox.storeCard('client', CARD);
			await here.sandbox.storeCard('client', OTHER_CARD);
			const { formUrl } = await here.sandbox.register({ ...ORDER, language, returnUrl: here.shop.uri, ...parameters });
			const { visitor, page } = await open(formUrl);
			await held(visitor, page, `payment-${name}-${language}`, '#payment');
		});
	}

	test(`the code of a stored card, ${language}`, async () => {
		const bindingId = await here.sandbox.storeCard('client', CARD);
		const { formUrl } = await here.sandbox.register({
			...ORDER, language, returnUrl: here.shop.uri, clientId: 'client', bindingId,
		});
		const { visitor, page } = await open(formUrl);
		await held(visitor, page, `payment-cvc-${language}`, '#payment [name=cvc]');
	});
}

test('the start page', async () => {
	const { visitor, page } = await open(new URL('/', here.sandbox.uri).href);
	assert.match(await page.locator('main').innerText(), /test_user_password[^]*register\.do[^]*5555555555555599/);
	await held(visitor, page, 'start', 'main');
});

test('the log', async () => {
	const { orderId } = await here.sandbox.register({ returnUrl: here.shop.uri, CMS: 'Unknown to the documents' });
	await here.sandbox.pay(orderId, CARD);
	const { visitor, page } = await open(`${here.sandbox.uri}log.html`);
	const text = await page.locator('main').innerText();
	assert.match(text, /CMS/);
	assert.doesNotMatch(await page.content(), /test_user_password|5555555555555599/);
	await page.locator('summary').first().click();
	await held(visitor, page, 'log', 'details[open]');
});
