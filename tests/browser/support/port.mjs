import { once } from 'node:events';
import { createServer } from 'node:net';

// A port for a server that must be told one. Below those that Linux gives to outgoing connections, one of which could
// otherwise take it in between.
export async function freePort() {
	for (;;) {
		const port = 10_000 + Math.floor(Math.random() * 22_000);
		const server = createServer().listen(port, '127.0.0.1');
		const free = await once(server, 'listening').then(
			() => true,
			() => false,
		);
		if (free) {
			server.close();
			await once(server, 'close');
			return port;
		}
	}
}
