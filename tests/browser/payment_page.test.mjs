// The hosted payment page: a payer pays.
import assert from 'node:assert/strict';
import {
	CARD, LANGUAGES, OTHER_CARD, WORDS, landed, payWith, plain, saysOver, stands, surroundings, textOf, typeCard,
} from './support/payment_page.mjs';
import { tabTo } from './support/browser.mjs';
import { test } from './support/test.mjs';

const here = surroundings();
const digits = (text) => text.replace(/\D/g, '');

for (const language of LANGUAGES) {
	for (const javaScriptEnabled of [true, false]) {
		test(`paid, ${language}${javaScriptEnabled ? '' : ', without JavaScript'}`, async () => {
			const { orderId, formUrl } = await here.sandbox.register({
				orderNumber: 'Number 17',
				returnUrl: `${here.shop.uri}return`,
				description: 'Tea, 2 × 100 g',
				language,
			});
			const visitor = await here.browser.visitor({ javaScriptEnabled });
			const page = await visitor.open(formUrl);
			assert.equal(await page.getAttribute('html', 'lang'), language);
			assert.match(await textOf(page, 'main'), /Number 17.*Tea, 2 × 100 g/);
			assert.equal(await textOf(page, '#pay'), WORDS[language].pay);
			await payWith(page, CARD);
			await landed(here, page, 'return', orderId, language);
			await stands(here, orderId, 2, ['deposited']);
			await visitor.leave();
		});
	}

	test(`by keyboard alone, ${language}`, async () => {
		const { orderId, formUrl } = await here.sandbox.register({ returnUrl: `${here.shop.uri}return`, language });
		const visitor = await here.browser.visitor();
		const page = await visitor.open(formUrl);
		await page.keyboard.press('Tab');
		assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#main');
		for (const [name, value] of Object.entries(CARD)) {
			await tabTo(page, `[name=${name}]`);
			await page.keyboard.type(value);
		}
		// A digit too many is taken back.
		await page.keyboard.press('Backspace');
		await page.keyboard.type(CARD.cvc.at(-1));
		await tabTo(page, '#pay');
		assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), 'none');
		await page.keyboard.press('Space');
		await landed(here, page, 'return', orderId, language);
		await stands(here, orderId, 2, ['deposited']);
		await visitor.leave();
	});

	test(`from the other language, ${language}`, async () => {
		const other = LANGUAGES.find((name) => name !== language);
		const { orderId, formUrl } = await here.sandbox.register({ returnUrl: `${here.shop.uri}return`, language: other });
		const visitor = await here.browser.visitor();
		const page = await visitor.open(formUrl);
		await page.click(`a[hreflang=${language}]`);
		assert.equal(await page.getAttribute('html', 'lang'), language);
		assert.equal(await textOf(page, '#pay'), WORDS[language].pay);
		await payWith(page, CARD);
		await landed(here, page, 'return', orderId, language);
		await stands(here, orderId, 2, ['deposited']);
		await visitor.leave();
	});

	test(`a test card, filled in by one click, ${language}`, async () => {
		for (const javaScriptEnabled of [true, false]) {
			const { orderId, formUrl } = await here.sandbox.register({ returnUrl: `${here.shop.uri}return`, language });
			const visitor = await here.browser.visitor({ javaScriptEnabled });
			const page = await visitor.open(formUrl);
			await page.click(`#sandbox button[name=fill][value="${CARD.pan}"]`);
			await page.waitForLoadState();
			assert.equal(digits(await page.inputValue('[name=pan]')), CARD.pan);
			await page.click('#pay');
			await landed(here, page, 'return', orderId, language);
			await stands(here, orderId, 2, ['deposited']);
			await visitor.leave();
		}
	});

	test(`held by a two-stage order, ${language}`, async () => {
		const { orderId, formUrl } = await here.sandbox.registerPreAuth({ returnUrl: `${here.shop.uri}return`, language });
		const visitor = await here.browser.visitor();
		const page = await visitor.open(formUrl);
		await payWith(page, CARD);
		await landed(here, page, 'return', orderId, language);
		await stands(here, orderId, 1, ['approved']);
		await page.goto(formUrl);
		await saysOver(page, WORDS[language].held);
		await here.sandbox.done('rest/deposit.do', { orderId, amount: 150000 });
		await page.reload();
		await saysOver(page, WORDS[language].paid);
		await visitor.leave();
	});

	test(`a card that is only verified, ${language}`, async () => {
		const { orderId, formUrl } = await here.sandbox.register({
			features: 'VERIFY', clientId: 'client', amount: 0, returnUrl: `${here.shop.uri}return`, language,
		});
		const visitor = await here.browser.visitor();
		const page = await visitor.open(formUrl);
		assert.doesNotMatch(await textOf(page, '#pay'), /0[.,]00/);
		await payWith(page, CARD);
		await landed(here, page, 'return', orderId, language);
		await stands(here, orderId, 3, ['verified']);
		await page.goto(formUrl);
		await saysOver(page, WORDS[language].verified);
		await visitor.leave();
	});
}

test('amounts in the form of their currencies', async () => {
	const visitor = await here.browser.visitor();
	const amounts = { 840: [123456789, /1[ ,]234[ ,]567\.89/], 392: [1500, /1[ ,]500(?![.,])/], 414: [1234, /\b1\.234\b/] };
	for (const [currency, [amount, shown]] of Object.entries(amounts)) {
		const { formUrl } = await here.sandbox.register({ amount, currency, returnUrl: here.shop.uri });
		const page = await visitor.open(formUrl);
		assert.match(await textOf(page, '#pay'), shown);
		assert.match(await textOf(page, '.amount'), shown);
	}
	await visitor.leave();
});

test('digits in groups as they are typed, and taken back', async () => {
	const { formUrl } = await here.sandbox.register({ returnUrl: here.shop.uri });
	const visitor = await here.browser.visitor();
	const page = await visitor.open(formUrl);
	await page.locator('[name=pan]').pressSequentially('55555555');
	assert.equal(plain(await page.inputValue('[name=pan]')), '5555 5555');
	await page.keyboard.press('Backspace');
	await page.keyboard.press('Backspace');
	assert.equal(await page.inputValue('[name=pan]'), '5555 55');
	await page.locator('[name=expiry]').pressSequentially('1234');
	assert.equal(await page.inputValue('[name=expiry]'), '12/34');
	for (let presses = 0; presses < 5; presses++) {
		await page.keyboard.press('Backspace');
	}
	assert.equal(await page.inputValue('[name=expiry]'), '');
	await visitor.leave();
});

// ------------------------------------------------------------------------------------------------ stored cards

test('a card is stored if the payer wants it', async () => {
	for (const [saved, clientId] of [[true, 'wants'], [false, 'does-not']]) {
		const { orderId, formUrl } = await here.sandbox.register({ clientId, returnUrl: `${here.shop.uri}return` });
		const visitor = await here.browser.visitor();
		const page = await visitor.open(formUrl);
		assert.equal(await page.isChecked('[name=saveCard]'), false);
		await page.setChecked('[name=saveCard]', saved);
		await payWith(page, CARD);
		await landed(here, page, 'return', orderId, 'en');
		await stands(here, orderId, 2, ['deposited']);
		assert.equal((await here.sandbox.bindings(clientId)).length, saved ? 1 : 0);
		await visitor.leave();
	}
});

test('nobody is asked to store a card of no client', async () => {
	const visitor = await here.browser.visitor();
	const unknown = await here.sandbox.register({ returnUrl: here.shop.uri });
	assert.equal(await (await visitor.open(unknown.formUrl)).locator('[name=saveCard]').count(), 0);
	const refused = await here.sandbox.register({ clientId: 'client', features: 'BINDING_NOT_NEEDED', returnUrl: here.shop.uri });
	assert.equal(await (await visitor.open(refused.formUrl)).locator('[name=saveCard]').count(), 0);
	await visitor.leave();
});

test('FORCE_CREATE_BINDING stores the card with the box left unticked', async () => {
	const { orderId, formUrl } = await here.sandbox.register({
		clientId: 'client', features: 'FORCE_CREATE_BINDING', returnUrl: `${here.shop.uri}return`,
	});
	const visitor = await here.browser.visitor();
	const page = await visitor.open(formUrl);
	await payWith(page, CARD);
	await landed(here, page, 'return', orderId, 'en');
	await stands(here, orderId, 2, ['deposited']);
	assert.equal((await here.sandbox.bindings('client')).length, 1);
	await visitor.leave();
});

test('FORCE_SSL pays', async () => {
	const { orderId, formUrl } = await here.sandbox.register({ features: 'FORCE_SSL', returnUrl: `${here.shop.uri}return` });
	const visitor = await here.browser.visitor();
	await payWith(await visitor.open(formUrl), CARD);
	await visitor.context.pages()[0].waitForURL(`${here.shop.uri}**`);
	await stands(here, orderId, 2, ['deposited']);
	await visitor.leave();
});

for (const javaScriptEnabled of [true, false]) {
	const how = javaScriptEnabled ? '' : ', without JavaScript';

	test(`one of two stored cards pays without a CVC${how}`, async () => {
		const bindingId = await here.sandbox.storeCard('client', CARD);
		await here.sandbox.storeCard('client', OTHER_CARD);
		await here.sandbox.storeCard('another client', OTHER_CARD);
		const { orderId, formUrl } = await here.sandbox.register({ clientId: 'client', returnUrl: `${here.shop.uri}return` });
		const visitor = await here.browser.visitor({ javaScriptEnabled });
		const page = await visitor.open(formUrl);
		assert.equal(await page.locator('[name=binding]').count(), 3);
		await page.check(`[name=binding][value="${bindingId}"]`);
		assert.equal(await page.locator('[name=pan]').isVisible(), !javaScriptEnabled);
		await page.click('#pay');
		await landed(here, page, 'return', orderId, 'en');
		await stands(here, orderId, 2, ['deposited']);
		assert.equal((await here.sandbox.status(orderId)).bindingInfo.bindingId, bindingId);
		await visitor.leave();
	});

	test(`the CVC of a stored card, where the merchant asks for it${how}`, async () => {
		await here.sandbox.merchant({ bindingWithoutCvc: 0 });
		await here.sandbox.storeCard('client', CARD);
		const { orderId, formUrl } = await here.sandbox.register({ clientId: 'client', returnUrl: `${here.shop.uri}return` });
		const visitor = await here.browser.visitor({ javaScriptEnabled });
		const page = await visitor.open(formUrl);
		await page.click('#pay');
		assert.match(await textOf(page, '#cvc-error'), WORDS.en.cvc);
		await stands(here, orderId, 0, []);
		await payWith(page, { cvc: CARD.cvc });
		await landed(here, page, 'return', orderId, 'en');
		await stands(here, orderId, 2, ['deposited']);
		await visitor.leave();
	});

	test(`another card than the stored one${how}`, async () => {
		const bindingId = await here.sandbox.storeCard('client', CARD);
		const { orderId, formUrl } = await here.sandbox.register({ clientId: 'client', returnUrl: `${here.shop.uri}return` });
		const visitor = await here.browser.visitor({ javaScriptEnabled });
		const page = await visitor.open(formUrl);
		await page.check('[name=binding][value=new]');
		await payWith(page, OTHER_CARD);
		await landed(here, page, 'return', orderId, 'en');
		await stands(here, orderId, 2, ['deposited']);
		assert.deepEqual((await here.sandbox.bindings('client')).map((binding) => binding.bindingId), [bindingId]);
		await visitor.leave();
	});

	test(`an order of a stored card asks for its CVC alone${how}`, async () => {
		const bindingId = await here.sandbox.storeCard('client', CARD);
		const { orderId, formUrl } = await here.sandbox.register({
			clientId: 'client', bindingId, returnUrl: `${here.shop.uri}return`,
		});
		const visitor = await here.browser.visitor({ javaScriptEnabled });
		const page = await visitor.open(formUrl);
		assert.deepEqual(
			await page.locator('#payment input:not([type=hidden])').evaluateAll((inputs) => inputs.map((input) => input.name)),
			['cvc'],
		);
		assert.match(await textOf(page, '#payment'), /5599/);
		await page.click('#pay');
		assert.match(await textOf(page, '#cvc-error'), WORDS.en.cvc);
		await stands(here, orderId, 0, []);
		await payWith(page, { cvc: CARD.cvc });
		await landed(here, page, 'return', orderId, 'en');
		await stands(here, orderId, 2, ['deposited']);
		assert.equal((await here.sandbox.status(orderId)).bindingInfo.bindingId, bindingId);
		await visitor.leave();
	});
}

test('the device number of a wallet is not offered', async () => {
	const answer = await here.sandbox.payByWallet({
		orderNumber: 'wallet', amount: 100, clientId: 'client', returnUrl: here.shop.uri, ip: '127.0.0.1',
	});
	assert.equal(answer.success, true, JSON.stringify(answer));
	assert.equal((await here.sandbox.bindings('client')).length, 1);
	const { formUrl } = await here.sandbox.register({ clientId: 'client', returnUrl: here.shop.uri });
	const visitor = await here.browser.visitor();
	const page = await visitor.open(formUrl);
	assert.equal(await page.locator('[name=binding]').count(), 0);
	assert.equal(await page.locator('[name=pan]').isVisible(), true);
	await visitor.leave();
});

// ---------------------------------------------------------------------------------------------- paid once only

test('pressed twice', async () => {
	for (const javaScriptEnabled of [true, false]) {
		const { orderId, formUrl } = await here.sandbox.register({ returnUrl: `${here.shop.uri}return` });
		const visitor = await here.browser.visitor({ javaScriptEnabled });
		const page = await visitor.open(formUrl);
		await typeCard(page, CARD);
		await page.dblclick('#pay', { noWaitAfter: true });
		await page.waitForURL(`${here.shop.uri}return?orderId=${orderId}&lang=en`);
		await stands(here, orderId, 2, ['deposited']);
		await visitor.leave();
	}
});

test('sent eight times at once', async () => {
	const { orderId, formUrl } = await here.sandbox.register({ returnUrl: `${here.shop.uri}return` });
	const answers = await Promise.all(Array.from({ length: 8 }, () => here.sandbox.submit(formUrl, CARD)));
	for (const { status, location } of answers) {
		assert.equal(status, 303);
		assert.equal(location, `${here.shop.uri}return?orderId=${orderId}&lang=en`);
	}
	await stands(here, orderId, 2, ['deposited']);
});

test('a declined press counts once, however often it is sent', async () => {
	await here.sandbox.merchant({ attempts: 3 });
	const { orderId, formUrl } = await here.sandbox.register({ returnUrl: `${here.shop.uri}return` });
	const declined = { pan: '4242424242424242', expiry: '12/34', cvc: '123' };
	const form = await here.sandbox.formOf(formUrl);
	const answers = await Promise.all(Array.from({ length: 4 }, () => here.sandbox.send(formUrl, { ...form, ...declined })));
	assert.deepEqual(answers.map((answer) => answer.status), [200, 200, 200, 200]);
	assert.deepEqual(await here.sandbox.operations(orderId), ['declined']);
});

test('in two tabs', async () => {
	const { orderId, formUrl } = await here.sandbox.register({ returnUrl: `${here.shop.uri}return` });
	const visitor = await here.browser.visitor();
	const [first, second] = [await visitor.open(formUrl), await visitor.open(formUrl)];
	await typeCard(second, OTHER_CARD);
	await payWith(first, CARD);
	await landed(here, first, 'return', orderId, 'en');
	await second.click('#pay');
	await landed(here, second, 'return', orderId, 'en');
	await stands(here, orderId, 2, ['deposited']);
	assert.match((await here.sandbox.status(orderId)).cardAuthInfo.maskedPan, /5599$/);
	const third = await visitor.open(formUrl);
	await saysOver(third, WORDS.en.paid);
	await visitor.leave();
});

test('gone back to after paying', async () => {
	const { orderId, formUrl } = await here.sandbox.register({ returnUrl: `${here.shop.uri}return` });
	const visitor = await here.browser.visitor();
	const page = await visitor.open(formUrl);
	await payWith(page, CARD);
	await landed(here, page, 'return', orderId, 'en');
	await page.goBack();
	await saysOver(page, WORDS.en.paid);
	await page.click('#back');
	await landed(here, page, 'return', orderId, 'en');
	await stands(here, orderId, 2, ['deposited']);
	await visitor.leave();
});

// ------------------------------------------------------------------------------------------------ where to go

test('a returnUrl keeps its own query, and its own orderId', async () => {
	const path = 'return?shop=1&orderId=77&q=%D1%87%D0%B0%D0%B9%20%26';
	const { orderId, formUrl } = await here.sandbox.register({ returnUrl: here.shop.uri + path });
	const visitor = await here.browser.visitor();
	const page = await visitor.open(formUrl);
	await payWith(page, CARD);
	await landed(here, page, path, orderId, 'en');
	await stands(here, orderId, 2, ['deposited']);
	await visitor.leave();
});

test('a relative returnUrl, and that of an app', async () => {
	for (const [returnUrl, start] of [
		['../merchants/sandbox/finish.html', /^http:\/\/127\.0\.0\.1:\d+\/.*merchants\/sandbox\/finish\.html\?orderId=/],
		['shopapp://done?x=1', /^shopapp:\/\/done\?x=1&orderId=/],
	]) {
		const { orderId, formUrl } = await here.sandbox.register({ returnUrl });
		const { status, location } = await here.sandbox.submit(formUrl, CARD);
		assert.equal(status, 303);
		assert.match(location, start);
		assert.ok(location.endsWith(`orderId=${orderId}&lang=en`), location);
		await stands(here, orderId, 2, ['deposited']);
	}
});

test('back to the shop, before paying', async () => {
	for (const language of LANGUAGES) {
		const jsonParams = JSON.stringify({ backToShopUrl: `${here.shop.uri}basket?a=1&b=2`, backToShopName: 'Чай & "Кофе"' });
		const { orderId, formUrl } = await here.sandbox.register({ returnUrl: here.shop.uri, jsonParams, language });
		const visitor = await here.browser.visitor();
		const page = await visitor.open(formUrl);
		assert.match(await textOf(page, '#back-to-shop'), WORDS[language].backTo);
		assert.match(await textOf(page, '#back-to-shop'), /Чай & "Кофе"$/);
		await page.click('#back-to-shop');
		assert.equal(page.url(), `${here.shop.uri}basket?a=1&b=2`);
		await stands(here, orderId, 0, []);
		await visitor.leave();
	}
});
