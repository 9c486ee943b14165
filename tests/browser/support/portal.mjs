// What the tests of the merchant portal share.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Browser } from './browser.mjs';
import { Sandbox } from './sandbox.mjs';
import { Shop } from './shop.mjs';
import { after, before, beforeEach } from './test.mjs';

const USER = { login: 'test_user', password: 'test_user_password' };
export const LANGUAGES = ['en', 'ru'];

const SECRET = 'test_user_callback_secret';

// A card that 3-D Secure leaves alone.
export const CARD = { pan: '4444555511113333', expiry: '12/26', cvc: '123' };

// A sandbox, a browser and a shop for one file of tests; each test begins with no orders, the default users and settings.
export function surroundings() {
	const here = {};
	before(async () => {
		[here.sandbox, here.browser, here.shop] = await Promise.all([Sandbox.start(), Browser.open(), Shop.open()]);
	});
	beforeEach(async () => {
		await here.sandbox.reset();
		here.shop.visits();
	});
	after(() => Promise.all([here.sandbox?.stop(), here.browser?.close(), here.shop?.close()]));
	return here;
}

export const address = (sandbox, path = '') => new URL(`/portal${path}`, sandbox.uri).href;

// Logs in at the portal without its form, and comes to the page of that path below /portal.
export async function login(page, sandbox, { language = 'en', path = '/orders' } = {}) {
	const context = page.context();
	await context.addCookies([{ name: 'portalLanguage', value: language, domain: new URL(sandbox.uri).hostname, path: '/portal' }]);
	const answer = await context.request.post(address(sandbox, '/login'), { form: USER, maxRedirects: 0 });
	assert.equal(answer.status(), 303);
	await page.goto(address(sandbox, path));
}

// Blanks of any width as one.
export const plain = (text) => text.replace(/\s+/gu, ' ').trim();

export async function textOf(page, selector) {
	return plain(await page.locator(selector).innerText());
}

// As shops sign: the parameters sorted by name, each as name;value; and the whole hashed with the merchant's secret.
function checksum(parameters, secret) {
	const names = [...parameters.keys()].filter((name) => !['checksum', 'sign_alias'].includes(name)).sort();
	const text = names.map((name) => `${name};${parameters.get(name)};`).join('');
	return createHmac('sha256', secret).update(text).digest('hex').toUpperCase();
}

// Waits until the shop is told of that, by GET at /callback, takes it away and answers its parameters. The checksum must
// be right. Without an orderId it is the first of that operation.
export async function told(shop, operation, { orderId, secret = SECRET } = {}) {
	for (;;) {
		const at = shop.requests.findIndex(({ url }) => {
			const { pathname, searchParams: said } = new URL(url, shop.uri);
			return pathname === '/callback' && said.get('operation') === operation && said.get('mdOrder') === (orderId ?? said.get('mdOrder'));
		});
		if (at >= 0) {
			const [{ url }] = shop.requests.splice(at, 1);
			const { searchParams } = new URL(url, shop.uri);
			assert.equal(searchParams.get('checksum'), checksum(searchParams, secret));
			return Object.fromEntries(searchParams);
		}
		await wait(20); // it ends with the test
	}
}
