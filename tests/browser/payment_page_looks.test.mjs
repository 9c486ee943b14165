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
	async filled() {
		await typeCard(page, { ...CARD, cardholderName: 'IVAN PETROV' });
		return '#pay';
	},
	async error() {
		await payWith(page, { ...CARD, pan: '5555555555555598', cvc: '' });
		return '#pan-error:not(:empty)';
	},
	async 'test-cards'() {
		await page.click('#sandbox summary');
		return '#sandbox details[open]';
	},
	async declined() {
		await here.sandbox.merchant({ attempts: 3 });
		await page.click(`#sandbox button[name=fill][value="${POOR_CARD}"]`);
		await page.waitForLoadState();
		await page.click('#pay');
		return '#declined';
	},
	async expired() {
		await here.sandbox.clock({ advance: 1300 });
		await page.reload();
		return '#over #back';
	},
	async 'not-paid'() {
		await payWith(page, { ...CARD, cvc: '321' });
		await page.waitForURL(`${here.shop.uri}**`);
		await page.goBack();
		return '#over #back';
	},
	async paid() {
		await payWith(page, CARD);
		await page.waitForURL(`${here.shop.uri}**`);
		await page.goBack();
		return '#over .good';
	},
	async unknown() {
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

// One payer looks at them all, because a new one costs more than a page. The browser's end is theirs.
let payer;
let page;

async function open(url) {
	payer ??= await here.browser.visitor();
	page ??= await payer.open('about:blank');
	await page.goto(url);
}

async function held(name, selector) {
	assert.ok(await page.locator(selector).first().isVisible(), selector);
	assert.equal(await page.locator('h1').count(), 1);
	await accessible(page);
	await shoot(page, name);
	payer.isContent();
}

for (const language of LANGUAGES) {
	for (const [name, reach] of Object.entries(STATES)) {
		test(`${name}, ${language}`, async () => {
			const { formUrl } = await here.sandbox.register({ ...ORDER, language, returnUrl: here.shop.uri });
			await open(formUrl);
			await held(`payment-${name}-${language}`, await reach());
		});
	}

	for (const [name, parameters] of Object.entries(ORDERS)) {
		test(`${name}, ${language}`, async () => {
			await here.sandbox.storeCard('client', CARD);
			await here.sandbox.storeCard('client', OTHER_CARD);
			const { formUrl } = await here.sandbox.register({ ...ORDER, language, returnUrl: here.shop.uri, ...parameters });
			await open(formUrl);
			await held(`payment-${name}-${language}`, '#payment');
		});
	}

	test(`the code of a stored card, ${language}`, async () => {
		const bindingId = await here.sandbox.storeCard('client', CARD);
		const { formUrl } = await here.sandbox.register({
			...ORDER, language, returnUrl: here.shop.uri, clientId: 'client', bindingId,
		});
		await open(formUrl);
		await held(`payment-cvc-${language}`, '#payment [name=cvc]');
	});
}

test('the start page', async () => {
	await open(new URL('/', here.sandbox.uri).href);
	assert.match(await page.locator('main').innerText(), /test_user_password[^]*register\.do[^]*5555555555555599/);
	await held('start', 'main');
});

test('the log', async () => {
	const { orderId } = await here.sandbox.register({ returnUrl: here.shop.uri, CMS: 'Unknown to the documents' });
	await here.sandbox.pay(orderId, CARD);
	await open(`${here.sandbox.uri}log.html`);
	const text = await page.locator('main').innerText();
	assert.match(text, /CMS/);
	assert.doesNotMatch(await page.content(), /test_user_password|5555555555555599/);
	await page.locator('summary').first().click();
	await held('log', 'details[open]');
});
