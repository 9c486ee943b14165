// What strangers write into an order stays text, on every page.
import assert from 'node:assert/strict';
import { accessible, fits } from './support/browser.mjs';
import { CARD, landed, payWith, saysOver, stands, surroundings, textOf, WORDS } from './support/payment_page.mjs';
import { test } from './support/test.mjs';

const here = surroundings();

const HOSTILE = {
	'a script': '"><script>globalThis.hacked = 1</script><img src=x onerror="globalThis.hacked = 1">',
	'an apostrophe and a template': "' onmouseover='globalThis.hacked = 1' {{t.pay}} {{{amount}}} ${1} &lt;b&gt; &amp;",
	'an end of everything': '</p></div></main></body></html><!-- --><h1>Paid</h1><style>*{display:none}</style>',
	'no blank': 'W'.repeat(512),
	'right to left': 'abc \u202E 000,51 yaP \u2067 \u202D שלום \u202C',
	'marks upon marks': `Z${'\u0335\u0321\u034F'.repeat(100)}`,
};
const SCRIPTS = [
	'javascript:globalThis.hacked=1',
	'JaVaScRiPt:globalThis.hacked=1',
	'data:text/html,<script>alert(1)</script>',
	'\u0001javascript:alert(1)',
	'java\tscript:alert(1)',
];
const NOT_FOR_A_POLICY = [
	"https://a.example;script-src 'unsafe-inline'/",
	"https://a.example/ 'unsafe-inline'",
	'https://a.example,b/',
	'x; script-src *:y',
];
const PHONE = { width: 390, height: 844 };

async function inert(page) {
	assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
	const [scripts, styles, handlers, links] = await page.evaluate(() => [
		[...document.scripts].filter((script) => !new URL(script.src, 'x:').pathname.endsWith('/pages/payment.js')).length,
		document.querySelectorAll('style, [style], body link, base, iframe, object, embed').length,
		[...document.querySelectorAll('*')].filter((element) => element.getAttributeNames().some((name) => name.startsWith('on'))).length,
		[...document.querySelectorAll('[href], [action], [formaction], [src]')]
			.flatMap((element) => ['href', 'action', 'formaction', 'src'].map((name) => element.getAttribute(name)))
			.filter((url) => /^\s*(javascript|data:text|vbscript)/i.test(url ?? '')).length,
	]);
	assert.deepEqual({ scripts, styles, handlers, links }, { scripts: 0, styles: 0, handlers: 0, links: 0 });
	assert.equal(await page.locator('h1').count(), 1);
}

for (const [what, text] of Object.entries(HOSTILE)) {
	test(`a description with ${what}`, async () => {
		const { orderId, formUrl } = await here.sandbox.register({
			description: text, returnUrl: `${here.shop.uri}return`, clientId: text.slice(0, 100),
			jsonParams: JSON.stringify({ backToShopUrl: here.shop.uri, backToShopName: text.slice(0, 200) }),
		});
		const visitor = await here.browser.visitor({ viewport: PHONE });
		const page = await visitor.open(formUrl);
		assert.equal(await page.locator('.description').textContent(), text);
		await inert(page);
		await fits(page);
		await accessible(page);
		await payWith(page, { ...CARD, cvc: '', cardholderName: text.slice(0, 150) });
		await inert(page);
		await payWith(page, { ...CARD, cardholderName: 'IVAN PETROV' });
		await landed(here, page, 'return', orderId, 'en');
		await stands(here, orderId, 2, ['deposited']);
		await page.goto(formUrl);
		await saysOver(page, WORDS.en.paid);
		await inert(page);
		await page.goto(`${here.sandbox.uri}log.html`);
		await inert(page);
		await visitor.leave();
	});
}

test('a text from right to left does not turn what stands beside it', async () => {
	const { formUrl } = await here.sandbox.register({
		description: HOSTILE['right to left'], returnUrl: here.shop.uri,
		jsonParams: JSON.stringify({ backToShopUrl: here.shop.uri, backToShopName: HOSTILE['right to left'] }),
	});
	const visitor = await here.browser.visitor();
	const page = await visitor.open(formUrl);
	for (const selector of ['.description', '#back-to-shop']) {
		const { display, unicodeBidi } = await page.locator(selector).evaluate((element) => {
			const { display, unicodeBidi } = getComputedStyle(element);
			return { display, unicodeBidi };
		});
		// A block is a paragraph of its own.
		assert.ok(display !== 'inline' || /isolate|plaintext/.test(unicodeBidi), selector);
	}
	await visitor.leave();
});

test('what is typed by a payer without JavaScript', async () => {
	const { orderId, formUrl } = await here.sandbox.register({ returnUrl: here.shop.uri });
	const visitor = await here.browser.visitor({ javaScriptEnabled: false });
	const page = await visitor.open(formUrl);
	for (const text of Object.values(HOSTILE)) {
		const cardholderName = text.slice(0, 100);
		await payWith(page, { pan: text.slice(0, 20), expiry: text.slice(0, 6), cvc: text.slice(0, 3), cardholderName });
		assert.equal(await page.inputValue('[name=cardholderName]'), cardholderName);
		await inert(page);
	}
	await stands(here, orderId, 0, []);
	await visitor.leave();
});

test('addresses that are scripts are neither linked nor followed', async () => {
	const visitor = await here.browser.visitor();
	for (const url of SCRIPTS) {
		const jsonParams = JSON.stringify({ backToShopUrl: url, backToShopName: 'Shop' });
		const { orderId, formUrl } = await here.sandbox.register({ returnUrl: `${here.shop.uri}return`, jsonParams });
		const page = await visitor.open(formUrl);
		await inert(page);
		assert.equal(await page.locator('#back-to-shop').count(), 0, url);
		await payWith(page, CARD);
		await landed(here, page, 'return', orderId, 'en');
		await stands(here, orderId, 2, ['deposited']);
		// As a returnUrl it is refused, or leads nowhere.
		const orderNumber = `R-${SCRIPTS.indexOf(url)}`;
		const answer = await here.sandbox.call('rest/register.do', { orderNumber, amount: 100, returnUrl: url });
		if (answer.errorCode === undefined || answer.errorCode === '0') {
			const sent = await here.sandbox.submit(answer.formUrl, CARD);
			assert.equal(sent.location, null, url);
			await page.goto(answer.formUrl);
			await inert(page);
			await saysOver(page, WORDS.en.paid);
			assert.equal(await page.locator('#back').count(), 0, url);
		}
	}
	await visitor.leave();
});

test('a hostile address of the page itself', async () => {
	const { formUrl } = await here.sandbox.register({ returnUrl: here.shop.uri });
	const visitor = await here.browser.visitor();
	const script = encodeURIComponent(HOSTILE['a script']);
	for (const url of [
		formUrl.replace('_en', `_${script}`), `${formUrl}${script}`, `${formUrl}&language=${script}&x=${script}`,
		formUrl.replace('sandbox', script),
	]) {
		await inert(await visitor.open(url));
	}
	await visitor.leave();
});

test('headers', async () => {
	const { formUrl } = await here.sandbox.register({ returnUrl: `${here.shop.uri}return` });
	const { headers } = await fetch(formUrl);
	const policy = headers.get('content-security-policy');
	assert.match(policy, /^default-src 'none';/);
	assert.doesNotMatch(policy, /unsafe|\*(?!$)/);
	assert.ok(policy.includes(`form-action 'self' ${new URL(here.shop.uri).origin};`), policy);
	assert.match(headers.get('cache-control'), /no-store/);
	assert.equal(headers.get('referrer-policy'), 'no-referrer');
	assert.equal(headers.get('x-content-type-options'), 'nosniff');
});

test('a return address cannot write the policy', async () => {
	for (const [number, returnUrl] of NOT_FOR_A_POLICY.entries()) {
		const answer = await here.sandbox.call('rest/register.do', { orderNumber: `P-${number}`, amount: 100, returnUrl });
		if (answer.formUrl) {
			const policy = (await fetch(answer.formUrl)).headers.get('content-security-policy');
			assert.equal(policy.match(/script-src/g).length, 1, policy);
			assert.doesNotMatch(policy, /unsafe|,/);
		}
	}
});
