// Headless Chromium, the pages that a test opens in it, and what every page is held to.
import assert from 'node:assert/strict';
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser']; // the first has no window of its own to draw
const FLAGS = [
	'--no-sandbox', // it does not start as root with it
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-proxy-server',
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE 127.0.0.2',
];
const LOOPBACK = ['127.0.0.1', '127.0.0.2']; // two sites, as a shop and a bank are
const SCREENSHOTS = fileURLToPath(new URL('../../../build/screenshots/', import.meta.url));
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };
const SCHEMES = ['light', 'dark'];
const NARROWEST = { width: 320, height: 844 }; // a window of 1280 at 400 %, as WCAG 1.4.10 has it
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

function findChromium() {
	for (const directory of process.env.PATH.split(delimiter)) {
		for (const name of NAMES) {
			try {
				accessSync(join(directory, name), constants.X_OK);
				return join(directory, name);
			} catch {
				// the next one
			}
		}
	}
	throw new Error(`no ${NAMES.join(' or ')} in PATH`);
}

export class Browser {
	static async open() {
		// It ends when the test does, by the pipe between them.
		const signals = { handleSIGHUP: false, handleSIGINT: false, handleSIGTERM: false };
		return new Browser(await chromium.launch({ executablePath: findChromium(), args: FLAGS, ...signals }));
	}

	constructor(chromium) {
		this.chromium = chromium;
		// Gateways turn away HeadlessChrome.
		const version = chromium.version().split('.')[0];
		this.userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
	}

	close() {
		return this.chromium.close();
	}

	// A visitor with cookies of their own. Options are those of playwright: viewport, colorScheme, locale, javaScriptEnabled.
	async visitor(options = {}) {
		const context = await this.chromium.newContext({
			viewport: DESK,
			colorScheme: 'light',
			locale: 'en-GB',
			reducedMotion: 'reduce',
			userAgent: this.userAgent,
			...options,
		});
		context.setDefaultTimeout(10_000);
		return new Visitor(context);
	}
}

class Visitor {
	complaints = [];

	constructor(context) {
		this.context = context;
		context.on('request', (request) => {
			const { protocol, hostname } = new URL(request.url());
			if (/^(https?|wss?):$/.test(protocol) && !LOOPBACK.includes(hostname)) {
				this.complaints.push(`asked another host: ${request.url()}`);
			}
		});
		context.on('response', (response) => {
			const icon = new URL(response.url()).pathname === '/favicon.ico';
			if (response.status() >= 400 && response.request().resourceType() !== 'document' && !icon) {
				this.complaints.push(`${response.status()}: ${response.url()}`);
			}
		});
		context.on('weberror', (error) => this.complaints.push(`script: ${error.error()}`));
		context.on('dialog', (dialog) => {
			this.complaints.push(`a dialog: ${dialog.message()}`);
			return dialog.dismiss();
		});
		// What breaks the Content-Security-Policy is told here. The status of a document is the test's affair, and the
		// icon, which Chromium sometimes asks for before it has read the page's own, is its own.
		context.on('console', (message) => {
			const ours = !message.text().startsWith('Failed to load resource') && !message.text().includes('/favicon.ico');
			if (message.type() === 'error' && ours) {
				this.complaints.push(`console: ${message.text()}`);
			}
		});
	}

	async open(url) {
		const page = await this.context.newPage();
		await page.goto(url);
		return page;
	}

	async leave() {
		await this.context.close();
		this.isContent();
	}

	// Fails if a page has complained, called another host, or said anything in a dialog.
	isContent() {
		assert.deepEqual(this.complaints, []);
	}
}

// Keeps a page as it looks on a phone and on a desk, by day and by night: NAME-390x844-light.png …
export async function shoot(page, name) {
	const before = page.viewportSize();
	const files = [];
	mkdirSync(SCREENSHOTS, { recursive: true });
	const session = await page.context().newCDPSession(page);
	for (const size of [PHONE, DESK]) {
		await page.setViewportSize(size);
		for (const colorScheme of SCHEMES) {
			await page.emulateMedia({ colorScheme });
			const path = join(SCREENSHOTS, `${name}-${size.width}x${size.height}-${colorScheme}.png`);
			writeFileSync(path, await picture(session));
			files.push(path);
		}
	}
	await session.detach();
	await page.emulateMedia({ colorScheme: null });
	await page.setViewportSize(before);
	return files;
}

// The whole page. playwright's own pictures are smaller, and take twice the processor.
async function picture(session) {
	const { data } = await session.send('Page.captureScreenshot', { optimizeForSpeed: true, captureBeyondViewport: true });
	return Buffer.from(data, 'base64');
}

// Fails if axe-core finds something, by day or by night, or if the page must be scrolled sideways. Needs a visitor with
// JavaScript.
export async function accessible(page) {
	const before = page.viewportSize();
	await page.evaluate(AXE);
	for (const colorScheme of SCHEMES) {
		await page.emulateMedia({ colorScheme });
		// By night only the colours differ.
		const found = await findings(page, colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {});
		assert.ok(found.length === 0, `axe-core, ${colorScheme}: ${JSON.stringify(found, null, '  ')}`);
	}
	await page.emulateMedia({ colorScheme: null });
	await page.setViewportSize(NARROWEST);
	await fits(page);
	await page.setViewportSize(before);
}

// Only what is wrong comes back: all that axe has to say is a megabyte.
function findings(page, options) {
	return page.evaluate(async (chosen) => {
		const { violations } = await globalThis.axe.run({ resultTypes: ['violations'], ...chosen });
		return violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.html) }));
	}, options);
}

export async function fits(page) {
	const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
	assert.ok(content <= window, `the page is ${content} wide in a window of ${window}`);
}

// Presses Tab until the element has the focus, as somebody without a mouse does.
export async function tabTo(page, selector) {
	for (let presses = 0; presses < 100; presses++) {
		if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) {
			return;
		}
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab does not reach ${selector}`);
}
