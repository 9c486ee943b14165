// What the tests of the payment page share: cards, words, and a payer's moves.
import assert from 'node:assert/strict';
import { Browser } from './browser.mjs';
import { Sandbox } from './sandbox.mjs';
import { Shop } from './shop.mjs';
import { after, before, beforeEach } from './test.mjs';

export const CARD = { pan: '5555555555555599', expiry: '12/34', cvc: '123' };
export const OTHER_CARD = { pan: '2201382000000013', expiry: '12/34', cvc: '123' };
export const UNKNOWN_CARD = { pan: '4242424242424242', expiry: '12/34', cvc: '123' };
export const POOR_CARD = '2202205000060910'; // not enough money

export const WORDS = {
	en: {
		pay: 'Pay 1 500.00 ₽',
		paid: /paid/,
		held: /held/,
		verified: /checked/,
		reversed: /cancelled/,
		refunded: /returned/,
		expired: /time to pay is over/,
		declined: /not paid/,
		unknown: /no such order/,
		notEnough: /not enough money/,
		limit: /limit/,
		pan: /number/i,
		expiry: /month/,
		cvc: /3 digits/,
		backTo: /^Back to/,
	},
	ru: {
		pay: 'Заплатить 1 500,00 ₽',
		paid: /оплачен/,
		held: /заблокирована/,
		verified: /проверена/,
		reversed: /отменён/,
		refunded: /возвращены/,
		expired: /Время на оплату вышло/,
		declined: /не оплачен/,
		unknown: /Такого заказа нет/,
		notEnough: /недостаточно денег/,
		limit: /лимит/i,
		pan: /номер/i,
		expiry: /месяц/,
		cvc: /3 цифры/,
		backTo: /^Вернуться в магазин/,
	},
};
export const LANGUAGES = Object.keys(WORDS);

// A sandbox, a browser and a shop for one file of tests; each test begins with no orders and these settings. Tests of
// the page itself pay without the bank's page in between, whose ways payment_page_3ds.test.mjs walks.
export function surroundings(settings = { threeDSecure: 0 }) {
	const here = {};
	before(async () => {
		[here.sandbox, here.browser, here.shop] = await Promise.all([Sandbox.start(), Browser.open(), Shop.open()]);
	});
	beforeEach(async () => {
		await here.sandbox.reset();
		await here.sandbox.merchant(settings);
		here.shop.visits();
	});
	after(async () => {
		await Promise.all([here.sandbox?.stop(), here.browser?.close(), here.shop?.close()]);
	});
	return here;
}

// Blanks of any width as one.
export const plain = (text) => text.replace(/\s+/gu, ' ').trim();

export async function textOf(page, selector) {
	return plain(await page.locator(selector).innerText());
}

export async function typeCard(page, card) {
	for (const [name, value] of Object.entries(card)) {
		await page.fill(`#payment [name=${name}]`, value);
	}
}

export async function payWith(page, card) {
	await typeCard(page, card);
	await page.click('#pay');
}

// The payer comes back to the shop, at this path, with the order and the language added.
export async function landed(here, page, path, orderId, language) {
	await page.waitForURL(`${here.shop.uri}**`);
	const joint = path.includes('?') ? '&' : '?';
	const wanted = `/${path}${joint}orderId=${orderId}&lang=${language}`;
	assert.equal(page.url(), here.shop.uri + wanted.slice(1));
	assert.deepEqual(here.shop.visits(), [wanted]);
}

// What the order is in the end, and what happened to its money.
export async function stands(here, orderId, orderStatus, operations) {
	assert.equal((await here.sandbox.status(orderId)).orderStatus, orderStatus);
	assert.deepEqual(await here.sandbox.operations(orderId), operations);
}

export async function saysOver(page, words) {
	assert.match(await textOf(page, '#over'), words);
	assert.equal(await page.locator('#payment').count(), 0);
	assert.equal(await page.locator('h1').count(), 1);
}
