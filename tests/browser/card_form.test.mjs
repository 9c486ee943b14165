// The example of a shop with a card form of its own (examples/card_form), as a payer meets it.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Browser, accessible, shoot } from './support/browser.mjs';
import { leashed } from './support/sandbox.mjs';
import { after, before, test } from './support/test.mjs';

const START = fileURLToPath(new URL('../../examples/card_form/start', import.meta.url));
const CHALLENGE = { pan: '5555 5555 5555 5599', month: '12', year: '2034', cvc: '123', name: 'A PAYER' };
const FRICTIONLESS = { ...CHALLENGE, pan: '4111111111111111', year: '2026' };
const ATTEMPT = { ...CHALLENGE, pan: '4000001111111118', year: '2030' };
const SECURE1 = { ...CHALLENGE, pan: '4012001038166662', year: '2024' };
const PAID = 'Thank you, your order is paid.';

let browser, process, shop;

async function freePort() {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address();
	server.close();
	await once(server, 'close');
	return port;
}

before(async () => {
	browser = await Browser.open();
	const port = await freePort();
	process = leashed('bash', '-c', 'exec "$@" 2>/dev/null', 'start', START, `${port}`, '0');
	shop = `http://127.0.0.1:${port}/`;
	for await (const line of createInterface({ input: process.stdout })) {
		if (line.startsWith('Ctrl-C')) {
			break;
		}
	}
	for (let tries = 0; tries < 200 && !(await fetch(shop).catch(() => null))?.ok; tries++) {
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
});
after(async () => {
	await browser?.close();
	process?.stdin.end();
	if (process?.exitCode === null) {
		await once(process, 'exit');
	}
});

async function payWith(page, card) {
	await page.goto(shop);
	for (const [name, value] of Object.entries(card)) {
		await page.fill(`[name=${name}]`, value);
	}
	await page.click('button');
}

async function told(page) {
	await page.waitForURL(`${shop}order.php?order=*`);
	return page.innerText('[role=status]');
}

async function typeCode(page, code) {
	await page.fill('[name=code]', code);
	await page.click('[name=act][value=confirm]');
}

test('no question: frictionless, attempt', async () => {
	const visitor = await browser.visitor();
	const page = await visitor.open(shop);
	await accessible(page);
	await shoot(page, 'card_form');
	for (const card of [FRICTIONLESS, ATTEMPT]) {
		await payWith(page, card);
		assert.equal(await told(page), PAID);
	}
	await accessible(page);
	await visitor.leave();
});

test('a challenge: left by the back button, cancelled, and right after a wrong code', async () => {
	const visitor = await browser.visitor();
	const page = await visitor.open(shop);
	await payWith(page, CHALLENGE);
	await page.waitForSelector('[name=code]');
	await payWith(page, CHALLENGE);
	await page.waitForSelector('[name=code]');
	await page.click('[name=act][value=cancel]');
	assert.match(await told(page), /^Not paid yet/);
	await page.click('text=Try again');
	await payWith(page, CHALLENGE);
	await typeCode(page, '1');
	await typeCode(page, '12345678');
	assert.equal(await told(page), PAID);
	// The next purchase is another one: the session is still the payer's.
	const { searchParams } = new URL(page.url());
	await payWith(page, SECURE1);
	await typeCode(page, '12345678');
	assert.equal(await told(page), PAID);
	assert.notEqual(new URL(page.url()).searchParams.get('order'), searchParams.get('order'));
	await visitor.leave();
});

test('without JavaScript', async () => {
	const visitor = await browser.visitor({ javaScriptEnabled: false });
	const page = await visitor.open(shop);
	await payWith(page, CHALLENGE);
	while ((await page.locator('[name=code]').count()) === 0) {
		await page.click('button');
		await page.waitForLoadState();
	}
	await typeCode(page, '12345678');
	while (!page.url().startsWith(`${shop}order.php`)) {
		await page.click('button');
		await page.waitForLoadState();
	}
	assert.equal(await told(page), PAID);
	await visitor.leave();
});
