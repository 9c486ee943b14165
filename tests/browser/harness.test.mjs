// What the other tests rely on: a page that is wrong is found out.
import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { Browser, accessible, fits, shoot, tabTo } from './support/browser.mjs';
import { Sandbox } from './support/sandbox.mjs';
import { Shop } from './support/shop.mjs';
import { after, before, test } from './support/test.mjs';

const GOOD = '<!doctype html><html lang="en"><title>Good</title><main><h1>Good</h1><button id="pay">Pay</button></main>';

let browser, shop;

before(async () => {
	browser = await Browser.open();
	shop = await Shop.open();
});
after(async () => {
	await browser?.close();
	shop?.close();
});

async function openPage(html, options) {
	const visitor = await browser.visitor(options);
	shop.pages['/page'] = html;
	return { visitor, page: await visitor.open(`${shop.uri}page`) };
}

test('a good page', async () => {
	const { visitor, page } = await openPage(GOOD);
	await accessible(page);
	await tabTo(page, '#pay');
	await visitor.leave();
});

test('a page that axe-core finds fault with', async () => {
	const { visitor, page } = await openPage('<!doctype html><title>Bad</title><h1>Bad</h1><input>');
	await assert.rejects(accessible(page), (error) => /html-has-lang/.test(error.message) && /label/.test(error.message));
	await visitor.leave();
});

test('a page that is hard to read only by night', async () => {
	const { visitor, page } = await openPage(
		GOOD.replace('<main>', '<style>@media (prefers-color-scheme: dark) { h1 { color: #eee } }</style><main>'),
	);
	await assert.rejects(accessible(page), /dark[^]*color-contrast/);
	await visitor.leave();
});

test('a page that is wider than a phone', async () => {
	const { visitor, page } = await openPage(GOOD.replace('<button', '<p style="width: 500px">wide</p><button'));
	await fits(page);
	await assert.rejects(accessible(page), /500|wide in a window of 320/);
	await visitor.leave();
});

test('a page that calls another host, fails in a script, shows a dialog and breaks its own policy', async () => {
	const { visitor, page } = await openPage(
		GOOD.replace(
			'<main>',
			`<meta http-equiv="Content-Security-Policy" content="style-src 'none'"><style>h1 { color: red }</style>
			<script>new Image().src = 'https://elsewhere.example/'; alert('hello'); missing();</script><main>`,
		),
	);
	await page.waitForLoadState('networkidle');
	await assert.rejects(visitor.leave(), (error) =>
		['https://elsewhere.example/', 'a dialog: hello', 'missing is not defined', 'style-src'].every((part) =>
			error.message.includes(part),
		),
	);
});

test('a button that Tab does not reach', async () => {
	const { visitor, page } = await openPage(GOOD.replace('id="pay"', 'id="pay" tabindex="-1"'));
	await assert.rejects(tabTo(page, '#pay'), /does not reach #pay/);
	await visitor.leave();
});

test('screenshots in four forms', async () => {
	const { visitor, page } = await openPage(GOOD);
	const files = await shoot(page, 'harness');
	assert.equal(files.length, 4);
	assert.equal(new Set(files).size, 4);
	for (const file of files) {
		assert.ok(existsSync(file) && statSync(file).size > 1000, file);
	}
	await visitor.leave();
});

test('without JavaScript', async () => {
	const { visitor, page } = await openPage(GOOD.replace('Pay<', 'Pay<script>document.title = "Script"</script><'), {
		javaScriptEnabled: false,
	});
	assert.equal(await page.title(), 'Good');
	await fits(page);
	await tabTo(page, '#pay');
	await visitor.leave();
});

test('the browser does not call itself headless', async () => {
	const { visitor } = await openPage(GOOD);
	assert.doesNotMatch(shop.requests.at(-1).headers['user-agent'], /Headless/);
	assert.deepEqual(shop.visits().at(-1), '/page');
	assert.deepEqual(shop.visits(), []);
	await visitor.leave();
});

test('a sandbox that is paid at, and is gone in the end', async () => {
	const sandbox = await Sandbox.start();
	const { orderId } = await sandbox.register({ returnUrl: shop.uri });
	await sandbox.pay(orderId, { pan: '4444555511113333', expiry: '12/26', cvc: '123' });
	assert.equal((await sandbox.status(orderId)).orderStatus, 2);
	assert.deepEqual(await sandbox.operations(orderId), ['deposited']);
	await assert.rejects(sandbox.register({}), /rest\/register\.do: .*returnUrl/);
	await sandbox.stop();
	await assert.rejects(sandbox.status(orderId));
});
