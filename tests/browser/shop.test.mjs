// The example shop as its customer walks it, and a web page that places an order by the Open-ID token alone.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { accessible } from './support/browser.mjs';
import { CARD, payWith, surroundings, textOf } from './support/payment_page.mjs';
import { freePort } from './support/port.mjs';
import { test } from './support/test.mjs';

const START = fileURLToPath(new URL('../../examples/shop/start', import.meta.url));
const here = surroundings();

// examples/shop/start, until it says where its shop is.
async function startShop() {
	const process = spawn(START, [await freePort(), await freePort()], { stdio: ['ignore', 'pipe', 'ignore'] });
	for await (const line of createInterface({ input: process.stdout })) {
		const found = /^Shop: +(http\S+)/.exec(line);
		if (found) {
			process.stdout.resume();
			return { process, uri: found[1] };
		}
	}
	throw new Error('the shop ended before it was open');
}

async function buy(page, uri) {
	// PHP's web server is there a moment after the line.
	await assert.doesNotReject(async () => {
		for (let tries = 0; ; tries++) {
			try {
				return await page.goto(uri);
			} catch (error) {
				if (tries === 100) throw error;
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
		}
	});
	await page.click('button');
	await page.waitForSelector('#payment');
}

test('the example shop', async () => {
	const shop = await startShop();
	try {
		const visitor = await here.browser.visitor();
		const page = await visitor.context.newPage();
		await buy(page, shop.uri);
		await accessible(page);
		await page.click(`#sandbox button[name=fill][value="${CARD.pan}"]`);
		await page.waitForLoadState();
		await page.click('#pay');
		// Its sandbox is as it comes: the card's bank asks.
		await page.fill('#code', '12345678');
		await page.click('#confirm');
		await page.waitForURL(`${shop.uri}return.php**`);
		assert.match(await textOf(page, '[role=status]'), /paid/);

		await buy(page, shop.uri);
		await payWith(page, { ...CARD, cvc: '321' });
		await page.click('#cancel');
		await page.waitForURL(`${shop.uri}return.php**`);
		assert.match(await textOf(page, '[role=status]'), /not paid/);
		await visitor.leave();
	} finally {
		shop.process.kill('SIGTERM');
		await once(shop.process, 'exit');
	}
});

test('a page that places an order by the token alone', async () => {
	const form = new URLSearchParams({
		token: 'test_user_token', orderNumber: 'from a page', amount: '150000', returnUrl: here.shop.uri,
	});
	here.shop.pages['/order'] = '<!doctype html><html lang="en"><title>Order</title><h1>Order</h1>';
	const visitor = await here.browser.visitor();
	const page = await visitor.open(`${here.shop.uri}order`);
	const formUrl = await page.evaluate(
		async ([uri, body]) => (await (await fetch(uri, { method: 'POST', body: new URLSearchParams(body) })).json()).formUrl,
		[`${here.sandbox.uri}rest/register.do`, form.toString()],
	);
	await page.goto(formUrl);
	await payWith(page, CARD);
	await page.waitForURL(`${here.shop.uri}?orderId=**`);
	await visitor.leave();
});
