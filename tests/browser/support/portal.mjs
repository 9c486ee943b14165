// What the tests of the merchant portal share.
import { Browser } from './browser.mjs';
import { Sandbox } from './sandbox.mjs';
import { after, before, beforeEach } from './test.mjs';

export const USER = { user: 'test_user', password: 'test_user_password' };
export const LANGUAGES = ['en', 'ru'];

// A card that 3-D Secure leaves alone.
export const CARD = { pan: '4444555511113333', expiry: '12/26', cvc: '123' };

// A sandbox and a browser for one file of tests; each test begins with no orders, the default users and settings.
export function surroundings() {
	const here = {};
	before(async () => {
		[here.sandbox, here.browser] = await Promise.all([Sandbox.start(), Browser.open()]);
	});
	beforeEach(() => here.sandbox.reset());
	after(() => Promise.all([here.sandbox?.stop(), here.browser?.close()]));
	return here;
}

export const address = (sandbox, path = '') => new URL(`/portal${path}`, sandbox.uri).href;

// Logs in at the portal by its form, and comes to the page of that path below /portal.
export async function login(page, sandbox, { user = USER.user, password = USER.password, language = 'en', path = '/orders' } = {}) {
	const query = new URLSearchParams({ language, to: `/portal${path}` });
	await page.goto(address(sandbox, `/login?${query}`));
	await page.fill('#login', user);
	await page.fill('#password', password);
	await page.click('#log-in');
	await page.waitForURL(address(sandbox, path));
}

// Blanks of any width as one.
export const plain = (text) => text.replace(/\s+/gu, ' ').trim();

export async function textOf(page, selector) {
	return plain(await page.locator(selector).innerText());
}
