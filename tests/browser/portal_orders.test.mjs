// The merchant portal: logging in, the lists, the page of an order, and what an operator does there.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { accessible, fits, shoot, tabTo } from './support/browser.mjs';
import { CARD, LANGUAGES, address, login, plain, surroundings, textOf, told } from './support/portal.mjs';
import { test } from './support/test.mjs';

const here = surroundings();

const PHONE = { width: 390, height: 844 };
const CART = JSON.stringify({
	cartItems: {
		items: [
			{ positionId: '1', name: 'Чай «Лунцзин», 100 г', quantity: { value: 2, measure: '0' }, itemPrice: 60000, itemAmount: 120000, itemCode: 'tea' },
			{ positionId: '2', name: 'Доставка', quantity: { value: 1, measure: '0' }, itemPrice: 30000, itemAmount: 30000, itemCode: 'way' },
		],
	},
});
const WORDS = {
	en: {
		wrong: /wrong/, error: /^Error – /, deposited: 'Deposited', reversed: 'Reversed', refunded: 'Refunded', declined: 'Declined', approved: 'Approved',
		cancel: 'Return: cancel 1 500.00 ₽', refund: 'Return: refund 1 500.00 ₽', complete: 'Complete in full: 1 500.00 ₽', details: 'Transaction details',
		empty: /No orders yet/, nothing: /Nothing found/, noRefunds: /No refunds yet/, changed: /Nothing was done/,
	},
	ru: {
		wrong: /Неверный/, error: /^Ошибка – /, deposited: 'Завершён (Deposited)', reversed: 'Отменён', refunded: 'Возвращён', declined: 'Отклонён', approved: 'Подтверждён',
		cancel: 'Возврат: отменить 1 500,00 ₽', refund: 'Возврат: вернуть 1 500,00 ₽', complete: 'Завершить полностью: 1 500,00 ₽', details: 'Сведения о транзакции',
		empty: /Заказов пока нет/, nothing: /Ничего не найдено/, noRefunds: /Возвратов пока нет/, changed: /Ничего не сделано/,
	},
};

// An order of 1500.00, paid unless it is to be left alone; its orderId.
async function order({ hold = false, paid = true, ...parameters } = {}) {
	const returnUrl = 'https://shop.example/';
	const registered = { returnUrl, orderBundle: CART, description: 'Чай и доставка', ...parameters };
	const { orderId } = await (hold ? here.sandbox.registerPreAuth(registered) : here.sandbox.register(registered));
	if (paid) {
		await here.sandbox.pay(orderId, CARD);
	}
	return orderId;
}

// Runs with somebody who is logged in, at that path.
async function working(path, body, { language = 'en', ...options } = {}) {
	const visitor = await here.browser.visitor(options);
	const page = await visitor.context.newPage();
	await login(page, here.sandbox, { language, path });
	await body(page, visitor);
	await visitor.leave();
}

const orderPath = (id) => `/orders/${id}`;

async function stands(id, orderStatus, money) {
	const status = await here.sandbox.status(id);
	assert.equal(status.orderStatus, orderStatus);
	const { approvedAmount, depositedAmount, refundedAmount } = status.paymentAmountInfo;
	assert.deepEqual([approvedAmount, depositedAmount, refundedAmount], money);
}

async function looks(page, name) {
	assert.equal(await page.locator('h1').count(), 1);
	await accessible(page);
	await shoot(page, name);
}

// ------------------------------------------------------------------------------------------------------ logging in

for (const language of LANGUAGES) {
	test(`the login fails and succeeds, ${language}`, async () => {
		const visitor = await here.browser.visitor();
		const page = await visitor.open(address(here.sandbox, `/login?language=${language}`));
		await looks(page, `portal-login-${language}`);
		await page.fill('#login', 'test_user');
		await page.fill('#password', 'wrong');
		await page.click('#log-in');
		assert.match(await textOf(page, '#login-error'), WORDS[language].wrong);
		assert.match(await page.title(), WORDS[language].error);
		assert.equal(await page.inputValue('#login'), 'test_user');
		assert.ok(await page.locator('#password').evaluate((field) => field === document.activeElement));
		await looks(page, `portal-login-error-${language}`);
		await page.fill('#password', 'test_user_password');
		await page.click('#log-in');
		await page.waitForURL(address(here.sandbox, '/orders'));
		assert.match(await textOf(page, '#empty'), WORDS[language].empty);
		await looks(page, `portal-orders-empty-${language}`);
		await page.click('#logout');
		await page.waitForURL(address(here.sandbox, '/login'));
		await page.goto(address(here.sandbox, '/orders'));
		assert.match(page.url(), /\/portal\/login\?to=/);
		await visitor.leave();
	});
}

// What a newcomer does who has read nothing: pays an order, and looks for it.
test('the start page leads to a refunded order', async () => {
	const { orderId: id, formUrl } = await here.sandbox.register({ returnUrl: here.shop.uri });
	const visitor = await here.browser.visitor();
	const page = await visitor.open(formUrl);
	for (const [name, value] of Object.entries(CARD)) {
		await page.fill(`#payment [name=${name}]`, value);
	}
	await page.click('#pay');
	await page.waitForURL(`${here.shop.uri}**`);
	await page.goto(new URL('/', here.sandbox.uri).href);
	await page.click('a[href="/portal"]');
	await page.fill('#login', 'test_user');
	await page.fill('#password', 'test_user_password');
	await page.press('#password', 'Enter');
	await page.click('#orders tbody a');
	await page.click('#give-back');
	assert.match(await textOf(page, '#notice'), /Refunded 1 500\.00 ₽/);
	await stands(id, 4, [150000, 0, 150000]);
	await visitor.leave();
});

test('a session ends by the clock', async () => {
	const id = await order();
	await working(orderPath(id), async (page) => {
		await here.sandbox.clock({ advance: 3600 });
		await page.click('#give-back');
		assert.match(await textOf(page, '#notice'), /session is over/);
		await looks(page, 'portal-session-over-en');
		await stands(id, 2, [150000, 150000, 0]);
	});
});

test('logging in by keyboard alone', async () => {
	const visitor = await here.browser.visitor();
	const page = await visitor.open(address(here.sandbox, '/login'));
	await page.locator('#login:focus').waitFor(); // by itself
	await page.keyboard.type('test_user');
	await page.keyboard.press('Tab');
	await page.keyboard.type('test_user_password');
	await page.keyboard.press('Enter');
	await page.waitForURL(address(here.sandbox, '/orders'));
	await page.keyboard.press('Tab');
	assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
	await visitor.leave();
});

test('nothing is kept, framed or told to others', async () => {
	const id = await order();
	await working('/orders', async (page) => {
		for (const path of ['/orders', orderPath(id), '/refunds', '/account', '/login']) {
			const headers = (await page.goto(address(here.sandbox, path))).headers();
			assert.equal(headers['cache-control'], 'no-store');
			assert.equal(headers['referrer-policy'], 'same-origin');
			assert.match(headers['content-security-policy'], /^default-src 'none'; .*frame-ancestors 'none'$/);
		}
		const cookies = await page.context().cookies(address(here.sandbox));
		const { httpOnly, sameSite, path } = cookies.find(({ name }) => name === 'portalSession');
		assert.deepEqual([httpOnly, sameSite, path], [true, 'Strict', '/portal']);
		assert.equal((await page.context().cookies(here.sandbox.uri)).length, 0);
	});
});

// ----------------------------------------------------------------------------------------------------------- lists

async function fillShop() {
	await order({ orderNumber: 'A-1001', hold: true });
	const refunded = await order({ orderNumber: 'A-1002' });
	await here.sandbox.done('rest/refund.do', { orderId: refunded, amount: 60000 });
	await order({ orderNumber: 'A-1003', paid: false });
	const declined = await order({ orderNumber: 'A-1004', paid: false });
	await here.sandbox.done('rest/decline.do', { orderId: declined });
	await order({ orderNumber: 'A-1005' });
	return refunded;
}

for (const language of LANGUAGES) {
	test(`the lists, ${language}`, async () => {
		await fillShop();
		await working('/orders', async (page) => {
			assert.equal(await page.locator('#orders tbody tr').count(), 5);
			await looks(page, `portal-orders-${language}`);
			await page.fill('#number', 'A-1002');
			await page.click('#find');
			assert.equal(await page.locator('#orders tbody tr').count(), 1);
			assert.equal(await page.inputValue('#number'), 'A-1002');
			await page.fill('#number', 'B-9');
			await page.click('#find');
			assert.match(await textOf(page, '#empty'), WORDS[language].nothing);
			await looks(page, `portal-orders-nothing-${language}`);
			await page.goto(address(here.sandbox, '/orders?card=33&amountFrom=x'));
			assert.ok(await page.locator('#card-error').isVisible());
			await looks(page, `portal-orders-error-${language}`);
			await page.goto(address(here.sandbox, '/refunds'));
			assert.equal(await page.locator('#refunds tbody tr').count(), 1);
			await looks(page, `portal-refunds-${language}`);
		}, { language });
	});
}

test('searching by each field', async () => {
	const id = await fillShop();
	await working('/orders', async (page) => {
		const rows = async (fields) => {
			await page.goto(address(here.sandbox, `/orders?${new URLSearchParams(fields)}`));
			return (await page.locator('#orders tbody th').allInnerTexts()).map((number) => number.replace('A-100', '')).join('');
		};
		assert.equal(await rows({}), '54321');
		assert.equal(await rows({ id }), '2');
		assert.equal(await rows({ state: 1 }), '1');
		assert.equal(await rows({ card: '3333' }), '521');
		assert.equal(await rows({ amountFrom: '1 500,00', amountTo: '1500' }), '54321');
		assert.equal(await rows({ amountFrom: '1500.01' }), '');
		assert.equal(await rows({ to: '2001-01-01' }), '');
	});
});

test('the keyboard alone finds an order and opens it', async () => {
	await fillShop();
	await working('/orders', async (page) => {
		await tabTo(page, '#number');
		await page.keyboard.type('A-1005');
		await Promise.all([page.waitForURL('**/orders?*'), page.keyboard.press('Enter')]);
		await tabTo(page, '#orders a');
		await Promise.all([page.waitForURL('**/orders/*-*'), page.keyboard.press('Enter')]);
		assert.equal(await page.locator('h1').innerText(), 'Order A-1005');
	});
});

test('both lists are saved as files', async () => {
	await fillShop();
	await working('/orders', async (page) => {
		for (const [path, begin] of [['/orders', '\uFEFF"Time","Order number"'], ['/refunds', '\uFEFF"Refunded at","Order number"']]) {
			await page.goto(address(here.sandbox, path));
			const [download] = await Promise.all([page.waitForEvent('download'), page.click('#export')]);
			const file = await readFile(await download.path(), 'utf8');
			assert.ok(file.startsWith(begin), file);
			assert.equal(download.suggestedFilename(), `${path.slice(1)}.csv`);
		}
	});
});

test('the pages of a long list', async () => {
	for (let i = 0; i < 60; i++) {
		await here.sandbox.register({ returnUrl: 'https://shop.example/' });
	}
	await working('/orders', async (page) => {
		const heads = () => page.locator('#orders thead th').nth(1).boundingBox();
		await page.mouse.wheel(0, 1000);
		await page.waitForFunction(() => scrollY > 300);
		assert.ok(Math.abs((await heads()).y) < 2, 'the heads stay in sight');
		await page.click('#older');
		assert.equal(await page.locator('#orders tbody tr').count(), 10);
		await page.click('#newer');
		assert.equal(await page.locator('#orders tbody tr').count(), 50);
	});
});

// ----------------------------------------------------------------------------------------------------- one order

for (const language of LANGUAGES) {
	test(`the page of a held order, ${language}`, async () => {
		const id = await order({ orderNumber: 'A-1042', hold: true });
		await working(orderPath(id), async (page) => {
			assert.match(await textOf(page, 'main'), new RegExp(WORDS[language].details));
			assert.equal(await textOf(page, '#state'), WORDS[language].approved);
			assert.equal(await textOf(page, '#deposit'), WORDS[language].complete);
			assert.equal(await textOf(page, '#give-back'), WORDS[language].cancel);
			await looks(page, `portal-order-held-${language}`);
			await page.fill('#depositPart-amount', '1500,01');
			await page.click('#depositPart-button');
			assert.ok(await page.locator('#depositPart-error').isVisible());
			assert.equal(await page.inputValue('#depositPart-amount'), '1500,01');
			await looks(page, `portal-order-error-${language}`);
			await page.fill('#depositPart-amount', '1 200,50');
			await page.click('#depositPart-button');
			await looks(page, `portal-order-confirm-${language}`);
			await stands(id, 1, [150000, 0, 0]);
			await page.click('#confirm-button');
			assert.equal(await textOf(page, '#state'), WORDS[language].deposited);
			await stands(id, 2, [150000, 120050, 0]);
			await looks(page, `portal-order-done-${language}`);
		}, { language });
	});

	test(`"Возврат" in each state, ${language}`, async () => {
		const cases = [
			{ options: { hold: true }, button: WORDS[language].cancel, state: WORDS[language].reversed, status: 3, money: [0, 0, 0] },
			{ options: {}, button: WORDS[language].refund, state: WORDS[language].refunded, status: 4, money: [150000, 0, 150000] },
			{ options: { settings: { reverseDeposited: 1 } }, button: WORDS[language].cancel, state: WORDS[language].reversed, status: 3, money: [0, 0, 0] },
		];
		await working('/orders', async (page) => {
			for (const { options: { settings, ...options }, button, state, status, money } of cases) {
				await here.sandbox.merchant({ reverseDeposited: 0, ...settings });
				const id = await order(options);
				await page.goto(address(here.sandbox, orderPath(id)));
				assert.equal(await textOf(page, '#give-back'), button);
				await page.click('#give-back');
				assert.equal(await textOf(page, '#state'), state);
				assert.equal(await page.locator('#give-back').count(), 0);
				await stands(id, status, money);
			}
			for (const parameters of [{ paid: false }]) {
				await page.goto(address(here.sandbox, orderPath(await order(parameters))));
				assert.equal(await page.locator('#give-back').count(), 0);
				await page.click('#decline');
				assert.equal(await textOf(page, '#state'), WORDS[language].declined);
			}
		}, { language });
	});
}

test('a hold after its bank day can be completed, not cancelled', async () => {
	const id = await order({ hold: true });
	await here.sandbox.clock({ advance: 86400 });
	await working(orderPath(id), async (page) => {
		assert.equal(await page.locator('#give-back').count(), 0);
		assert.match(await textOf(page, '#what'), /can no longer be cancelled/);
		await page.click('#deposit');
		await stands(id, 2, [150000, 150000, 0]);
	});
});

test('in stages', async () => {
	await here.sandbox.merchant({ multipleDeposits: 1 });
	const id = await order({ hold: true });
	await working(orderPath(id), async (page) => {
		await page.fill('#depositPart-amount', '500');
		await page.click('#depositPart-button');
		await page.click('#confirm-button');
		await stands(id, 8, [150000, 50000, 0]);
		assert.equal(await textOf(page, '#deposit'), 'Complete in full: 1 000.00 ₽');
		await looks(page, 'portal-order-stages-en');
		await page.click('#deposit');
		await stands(id, 2, [150000, 150000, 0]);
	});
});

test('a refund by lines of the cart', async () => {
	const id = await order();
	await working(orderPath(id), async (page) => {
		await page.fill('#line0', '3');
		await page.click('#lines-button');
		assert.ok(await page.locator('#lines-error').isVisible());
		assert.equal(await page.inputValue('#line0'), '3');
		await page.fill('#line0', '1');
		await page.fill('#line1', '1');
		await page.click('#lines-button');
		assert.equal(await textOf(page, 'h1'), 'Refund 900.00 ₽?');
		await page.click('#confirm-button');
		await stands(id, 4, [150000, 60000, 90000]);
		assert.equal(await page.locator('#line1').count(), 0); // nothing is left of it
		await looks(page, 'portal-order-lines-en');
	});
});

test('the second operator is told what has changed', async () => {
	const id = await order();
	await working(orderPath(id), async (page, visitor) => {
		const other = await visitor.open(address(here.sandbox, orderPath(id)));
		await page.fill('#givePart-amount', '400');
		await page.click('#givePart-button');
		await page.click('#confirm-button');
		await other.click('#give-back');
		assert.match(await textOf(other, '#notice'), /Nothing was done.*Refunded 400\.00 ₽/);
		assert.equal(await textOf(other, '#give-back'), 'Return: refund 1 100.00 ₽');
		await looks(other, 'portal-order-changed-en');
		await stands(id, 4, [150000, 110000, 40000]);
	});
});

test('the shop is told of each step', async () => {
	await here.sandbox.merchant({ callbackAddress: `${here.shop.uri}callback`, callbackParameters: 'depositedAmount,refundedAmount' });
	const captured = await order({ hold: true });
	const cancelled = await order({ hold: true });
	await working(orderPath(captured), async (page) => {
		await told(here.shop, 'approved', { orderId: captured });
		await page.fill('#depositPart-amount', '1000');
		await page.click('#depositPart-button');
		await page.click('#confirm-button');
		assert.equal((await told(here.shop, 'deposited', { orderId: captured })).depositedAmount, '100000');
		await page.click('#give-back');
		assert.equal((await told(here.shop, 'refunded', { orderId: captured })).refundedAmount, '100000');
		await page.goto(address(here.sandbox, orderPath(cancelled)));
		await page.click('#give-back');
		assert.equal((await told(here.shop, 'reversed', { orderId: cancelled })).status, '1');
		await page.reload();
		assert.match(await textOf(page, '#callbacks'), /approved Delivered.*reversed/);
		await looks(page, 'portal-order-callbacks-en');
	});
});

test('a button pressed twice moves money once', async () => {
	const id = await order();
	await working(orderPath(id), async (page) => {
		await page.fill('#givePart-amount', '400');
		await page.click('#givePart-button');
		await page.dblclick('#confirm-button');
		await page.waitForSelector('#notice');
		await stands(id, 4, [150000, 110000, 40000]);
	});
});

for (const [what, press] of Object.entries({
	async 'completes in part'(page, id) {
		await tabTo(page, '#depositPart-amount');
		await page.keyboard.type('1000');
		await page.keyboard.press('Enter');
		await page.waitForSelector('#confirm-button');
		await tabTo(page, '#confirm-button');
		await page.keyboard.press('Enter');
		await page.waitForSelector('#notice');
		await stands(id, 2, [150000, 100000, 0]);
	},
	async 'completes in full and presses "Возврат"'(page, id) {
		await tabTo(page, '#deposit');
		await page.keyboard.press('Enter');
		await page.waitForSelector('#notice');
		await tabTo(page, '#give-back');
		await page.keyboard.press('Space');
		await page.waitForFunction(() => /Refunded/.test(document.querySelector('#notice')?.innerText));
		await stands(id, 4, [150000, 0, 150000]);
	},
	async 'completes by lines'(page, id) {
		await tabTo(page, '#line0');
		await page.keyboard.type('1');
		await tabTo(page, '#lines-button');
		await page.keyboard.press('Enter');
		await page.waitForSelector('#confirm-button');
		await tabTo(page, '#confirm-button');
		await page.keyboard.press('Enter');
		await page.waitForSelector('#notice');
		await stands(id, 2, [150000, 60000, 0]);
	},
})) {
	test(`the keyboard alone ${what}`, async () => {
		const id = await order({ hold: true });
		await working(orderPath(id), (page) => press(page, id));
	});
}

test('a hostile order stays text', async () => {
	const hostile = '"><script>globalThis.hacked = 1</script><img src=x onerror="globalThis.hacked = 1">{{csrf}}';
	const id = await order({ description: hostile, clientId: hostile.slice(0, 90), orderNumber: `W${'W'.repeat(35)}`, orderBundle: '' });
	await working(orderPath(id), async (page) => {
		assert.ok(plain(await page.locator('main').innerText()).includes(hostile.slice(0, 40)));
		for (const path of [orderPath(id), '/orders', `/orders?number=${encodeURIComponent(hostile)}`]) {
			await page.goto(address(here.sandbox, path));
			assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
			assert.equal(await page.evaluate(() => document.scripts.length), 0);
			await fits(page);
			await accessible(page);
		}
	}, { viewport: PHONE });
});

test('it works without JavaScript', async () => {
	const id = await order();
	await working(orderPath(id), async (page) => {
		await page.click('#give-back');
		assert.match(await textOf(page, '#notice'), /Refunded/);
		await stands(id, 4, [150000, 0, 150000]);
	}, { javaScriptEnabled: false });
});
