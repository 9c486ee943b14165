// A shop to come back to: answers any request, and remembers it. Also serves pages of the test's own.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const FRONT = '<!doctype html><html lang="en"><title>The shop</title><h1>The shop</h1>';

export class Shop {
	static async open() {
		const shop = new Shop();
		shop.server.listen(0, '127.0.0.1');
		await once(shop.server, 'listening');
		shop.uri = `http://127.0.0.1:${shop.server.address().port}/`;
		return shop;
	}

	requests = [];
	pages = {}; // HTML by path
	server = createServer((request, response) => {
		if (request.url === '/favicon.ico') {
			response.writeHead(204).end();
			return;
		}
		const { method, url, headers } = request;
		text(request).then((body) => {
			this.requests.push({ method, url, headers, body });
			response.setHeader('Content-Type', 'text/html; charset=utf-8');
			response.end(this.pages[url] ?? FRONT);
		});
	});

	// The URLs that were asked for since the last call.
	visits() {
		return this.requests.splice(0).map((request) => request.url);
	}

	close() {
		this.server.closeAllConnections();
		this.server.close();
	}
}
