// Drives the package sberbank-acquiring, unchanged but for address and credentials: node pay.js BASE_URI
'use strict';

const Acquiring = require('sberbank-acquiring');

const base = process.argv[2];
const login = { userName: 'test_user', password: 'test_user_password' };
const shop = new Acquiring(login, 'https://shop.example/done?order={order}', true);
shop.entry = `${base}rest/`;

// The payer, whom the package does not have.
async function payByCard(orderId) {
  const card = { MDORDER: orderId, $PAN: '4444555511113333', $CVC: '123', YYYY: '2026', MM: '12', TEXT: 'CARD HOLDER' };
  await fetch(`${base}rest/paymentorder.do`, { method: 'POST', body: new URLSearchParams({ ...login, ...card }) });
}

async function step(name, call) {
  try {
    const answer = await call();
    console.log(name.padEnd(20), typeof answer === 'object' && answer ? Object.keys(answer).sort().join(' ').slice(0, 60) : answer);
    return answer;
  } catch (error) {
    console.log(name.padEnd(20), `refused: ${error.message}`);
    return {};
  }
}

async function main() {
  const extra = { clientId: '7', jsonParams: JSON.stringify({ n: 5 }) };
  const { orderId } = await step('register', () => shop.register('1', 10.5, 'Чай', extra));
  await step('status', () => shop.status(orderId));
  await payByCard(orderId);
  await step('status', () => shop.status(orderId));
  await step('status by number', () => shop.status(null, '1'));
  await step('status of none', () => shop.status('00000000-0000-0000-0000-000000000000'));
  await step('refund', () => shop.refund(orderId, 3));
  await step('refund of a float', () => shop.refund(orderId, 0.29));
  const { bindings } = await step('getBindings', () => shop.getBindings('7'));
  const second = await step('register', () => shop.register('2', 10, '', { clientId: '7' }));
  await step('paymentOrderBinding', () => shop.paymentOrderBinding(second.orderId, bindings[0].bindingId, '127.0.0.1'));
  await step('status', () => shop.status(second.orderId));
  await step('unBindCard', () => shop.unBindCard(bindings[0].bindingId));
  await step('getBindings', () => shop.getBindings('7'));
}

main();
