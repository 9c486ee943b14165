// The sandbox gateway (tests/sandbox), running for one test file on a port of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const RUN = fileURLToPath(new URL('../../sandbox/run', import.meta.url));

// In a process group of its own, which cannot outlive the test: it ends when the test's end of the pipe closes, however
// the test ended, also by a signal that was for both. It has five seconds to remove its files.
const LEASH = `
	set -m
	trap : HUP INT TERM
	exec 3<&0
	"$@" 3<&- </dev/null &
	exec >/dev/null 2>&1
	read -r _ <&3
	kill -TERM -- "-$!"
	for _ in {1..100}; do kill -0 -- "-$!" || break; sleep 0.05; done
	kill -KILL -- "-$!"
	wait`;

export function leashed(...command) {
	return spawn('bash', ['-c', LEASH, 'leash', ...command], { stdio: ['pipe', 'pipe', 'inherit'] });
}

const CREDENTIALS = { userName: 'test_user', password: 'test_user_password' };
let orders = 0;

export class Sandbox {
	static async start(...options) {
		const process = leashed('sh', RUN, '--port', '0', ...options);
		// The first run in a fresh tree builds it.
		for await (const line of createInterface({ input: process.stdout })) {
			// A test that failed does not wait for it.
			[process, process.stdin, process.stdout].forEach((handle) => handle.unref());
			return new Sandbox(process, line);
		}
		throw new Error('the sandbox ended without printing its base URI');
	}

	constructor(process, uri) {
		this.process = process;
		this.uri = uri;
	}

	async stop() {
		this.process.stdin.end();
		this.process.ref();
		if (this.process.exitCode === null) {
			await once(this.process, 'exit');
		}
	}

	// ------------------------------------------------------------------------------------------- as a shop

	// A method of the classic dialect, with the merchant's credentials.
	call(method, parameters) {
		return this.#fetchJson(method, form({ ...CREDENTIALS, ...parameters }));
	}

	// The same, which must succeed.
	async done(method, parameters) {
		const answer = await this.call(method, parameters);
		if (answer.success === false || !['0', 'undefined'].includes(String(answer.errorCode))) {
			throw new Error(`${method}: ${JSON.stringify(answer)}`);
		}
		return answer;
	}

	// A method of Sberbank's dialect, which must succeed or decline.
	async sberbank(method, parameters) {
		const url = new URL(`/ecomm/gw/partner/api/v1/${method}`, this.uri);
		const answer = await this.#fetchJson(url, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ ...CREDENTIALS, ...parameters }),
		});
		if (answer.errorCode !== '0') {
			throw new Error(`${method}: ${JSON.stringify(answer)}`);
		}
		return answer;
	}

	// A one-phase order of 1500.00, unless the parameters say otherwise; its orderId and formUrl.
	register(parameters = {}, method = 'rest/register.do') {
		return this.done(method, { orderNumber: `B-${++orders}`, amount: 150000, ...parameters });
	}

	registerPreAuth(parameters) {
		return this.register(parameters, 'rest/registerPreAuth.do');
	}

	status(orderId) {
		return this.done('rest/getOrderStatusExtended.do', { orderId });
	}

	// Pays as a shop does that has card forms of its own.
	pay(orderId, card, parameters = {}) {
		const [month, year] = card.expiry.split('/');
		return this.done('rest/paymentorder.do', {
			MDORDER: orderId,
			$PAN: card.pan,
			$CVC: card.cvc,
			YYYY: `20${year}`,
			MM: month,
			TEXT: 'TEST PAYER',
			...parameters,
		});
	}

	// Registers and pays with the device number of a wallet.
	payByWallet(parameters) {
		const paymentData = { dpan: '4895370012003478', MM: '12', YYYY: '2030', tokenCryptogram: 'AgAA' };
		return this.#fetchJson('token/payment.do', {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ ...CREDENTIALS, tokenType: 'VTS', paymentData, ...parameters }),
		});
	}

	// The client's stored cards; an empty list is an error of the gateway's.
	async bindings(clientId) {
		return (await this.call('rest/getBindings.do', { clientId })).bindings ?? [];
	}

	// Stores a card for the client by a payment, and answers its bindingId.
	async storeCard(clientId, card) {
		const { orderId } = await this.register({ clientId, returnUrl: 'https://shop.example/' });
		await this.pay(orderId, card);
		return (await this.status(orderId)).bindingInfo.bindingId;
	}

	// ------------------------------------------------------------------------------- as a browser without a face

	// What the page's form says before anybody types.
	async formOf(formUrl) {
		const html = await (await fetch(formUrl)).text();
		const hidden = html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g);
		return Object.fromEntries([...hidden].map(([, name, value]) => [name, value]));
	}

	async send(formUrl, fields) {
		const answer = await fetch(formUrl, { ...form({ ...fields, pay: '1' }), redirect: 'manual' });
		return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() };
	}

	async submit(formUrl, card) {
		return this.send(formUrl, { ...(await this.formOf(formUrl)), ...card });
	}

	// ---------------------------------------------------------------------------------------- as its operator

	// The order in the sandbox's books, with its operations, by orderId or orderNumber.
	order(named) {
		return this.#fetchJson(`sandbox/orders?${new URLSearchParams(named)}`);
	}

	// How often money moved: the types of the order's operations.
	async operations(orderId) {
		return (await this.order({ orderId })).operations.map((operation) => operation.type);
	}

	merchant(settings) {
		return this.#fetchJson('sandbox/merchant', form(settings));
	}

	clock(move) {
		return this.#fetchJson('sandbox/clock', form(move));
	}

	log() {
		return this.#fetchJson('sandbox/log');
	}

	reset() {
		return this.#fetchJson('sandbox/reset', form({}));
	}

	async #fetchJson(path, options = {}) {
		const answer = await fetch(new URL(path, this.uri), { signal: AbortSignal.timeout(30_000), ...options });
		const text = await answer.text();
		if (!answer.ok) {
			throw new Error(`${path} answered ${answer.status}: ${text}`);
		}
		return JSON.parse(text);
	}
}

function form(parameters) {
	return { method: 'POST', body: new URLSearchParams(parameters) };
}
