// The example of a shop with a card form of its own (examples/card_form), as a payer meets it.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Browser, accessible, shoot } from './support/browser.mjs';
import { freePort } from './support/port.mjs';
import { Sandbox, leashed } from './support/sandbox.mjs';
import { after, before, beforeEach, test } from './support/test.mjs';

const START = fileURLToPath(new URL('../../examples/card_form/start', import.meta.url));
const CHALLENGE = { pan: '5555 5555 5555 5599', month: '12', year: '2034', cvc: '123', name: 'A PAYER' };
const FRICTIONLESS = { ...CHALLENGE, pan: '4111111111111111', year: '2026' };
const ATTEMPT = { ...CHALLENGE, pan: '4000001111111118', year: '2030' };
const FAILING = { ...CHALLENGE, pan: '5168494895055780', year: '2026' };
const SECURE1 = { ...CHALLENGE, pan: '4012001038166662', year: '2024' };
const PAID = 'Thank you, your order is paid.';

let browser, process, sandbox, shop;

before(async () => {
	browser = await Browser.open();
	const port = await freePort();
	// The gateway and its ACS are another site than the shop, so that the browser keeps the shop's cookies from them.
	process = leashed('bash', '-c', 'exec "$@" 2>/dev/null', 'start', START, `${port}`, '0', '--host', '127.0.0.2');
	shop = `http://127.0.0.1:${port}/`;
	for await (const line of createInterface({ input: process.stdout })) {
		if (line.startsWith('Sandbox: ')) {
			sandbox = new Sandbox(process, `${line.slice('Sandbox: '.length)}payment/`);
		}
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

beforeEach(async () => {
	await sandbox.merchant({ termUrl: '' });
	await sandbox.clock({ reset: 1 });
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

// How often money moved for the order of this page of the shop.
async function operations(page) {
	const orderNumber = new URL(page.url()).searchParams.get('order');
	return (await sandbox.order({ orderNumber })).operations.map((operation) => operation.type);
}

test('failure: declined without a question, and paid by another card', async () => {
	const visitor = await browser.visitor();
	const page = await visitor.open(shop);
	await payWith(page, FAILING);
	assert.match(await told(page), /^Not paid yet: .*authentication failed/);
	await page.click('text=Try again');
	await payWith(page, FRICTIONLESS);
	assert.equal(await told(page), PAID);
	assert.deepEqual(await operations(page), ['declined', 'deposited']);
	await visitor.leave();
});

// A look at the browser that never comes back holds nobody up for longer than ten seconds.
for (const [what, answer] of Object.entries({ 'never answers': () => {}, 'is blocked': (route) => route.abort() })) {
	test(`a method address that ${what}`, async () => {
		const visitor = await browser.visitor();
		const page = await visitor.open(shop);
		await page.clock.install();
		await page.route('**/acs/method*', answer);
		const asked = page.waitForRequest('**/acs/method*');
		await payWith(page, FRICTIONLESS);
		await asked;
		await page.clock.runFor(10_500);
		assert.equal(await told(page), PAID);
		assert.deepEqual(await operations(page), ['deposited']);
		await visitor.leave();
	});
}

test('an ACS that refuses to be framed', async () => {
	const visitor = await browser.visitor();
	const page = await visitor.open(shop);
	await page.route('**/acs/creq', async (route) => {
		const response = await route.fetch();
		const headers = response.headers();
		headers['content-security-policy'] = headers['content-security-policy'].replace('frame-ancestors *', "frame-ancestors 'none'");
		await route.fulfill({ response, headers });
	});
	await payWith(page, CHALLENGE);
	await typeCode(page, '12345678');
	assert.equal(await told(page), PAID);
	await visitor.leave();
});

test('the time is over at the ACS', async () => {
	const visitor = await browser.visitor();
	const page = await visitor.open(shop);
	await payWith(page, CHALLENGE);
	await page.waitForSelector('[name=code]');
	await sandbox.clock({ advance: 1300 });
	await typeCode(page, '12345678');
	// The gateway says so, and leads back to the shop.
	await page.click('#back');
	assert.match(await told(page), /^Your order is not paid/);
	assert.deepEqual(await operations(page), ['declinedByTimeout']);
	// The next purchase is another order.
	await page.click('text=Back to the shop');
	await payWith(page, FRICTIONLESS);
	assert.equal(await told(page), PAID);
	await visitor.leave();
});

test('back after the ACS', async () => {
	const visitor = await browser.visitor();
	const page = await visitor.open(shop);
	await payWith(page, CHALLENGE);
	await typeCode(page, '12345678');
	assert.equal(await told(page), PAID);
	const order = page.url();
	for (let presses = 0; presses < 10 && page.url() !== shop; presses++) {
		// Chromium does not show again what a form has led to, which playwright reports in several ways.
		await page.goBack({ timeout: 3_000 }).catch(() => null);
	}
	const again = await visitor.open(order);
	assert.equal(await told(again), PAID);
	assert.deepEqual(await operations(again), ['deposited']);
	await visitor.leave();
});

test('two tabs', async () => {
	const visitor = await browser.visitor();
	const [first, second] = [await visitor.open(shop), await visitor.open(shop)];
	await payWith(first, CHALLENGE);
	await first.waitForSelector('[name=code]');
	await payWith(second, FRICTIONLESS);
	assert.equal(await told(second), PAID);
	// What the first tab's bank asks is no longer asked.
	await typeCode(first, '12345678');
	await first.locator('#over').waitFor();
	await first.goto(second.url());
	assert.equal(await told(first), PAID);
	assert.deepEqual(await operations(first), ['deposited']);
	await visitor.leave();
});

// The bank posts to the shop from another site: without the cookie of the session, which survives it all the same.
test("3DS1 with a termUrl of the shop's, and no cookie", async () => {
	await sandbox.merchant({ termUrl: `${shop}return.php` });
	const visitor = await browser.visitor();
	const page = await visitor.open(shop);
	const session = await visitor.context.cookies(shop);
	assert.equal(session[0].sameSite, 'Lax');
	const posted = page.waitForRequest((request) => request.method() === 'POST' && request.url() === `${shop}return.php`);
	await payWith(page, SECURE1);
	await typeCode(page, '12345678');
	const request = await posted;
	assert.deepEqual([...new URLSearchParams(request.postData()).keys()], ['MD', 'PaRes']);
	assert.equal((await request.allHeaders()).cookie, undefined);
	assert.equal(await told(page), PAID);
	assert.deepEqual(await operations(page), ['deposited']);
	assert.deepEqual(await visitor.context.cookies(shop), session);
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
