// node's own test runner; none of its tests may hang.
import { test as anyTest } from 'node:test';

export { after, before, beforeEach } from 'node:test';

export function test(name, body) {
	anyTest(name, { timeout: 60_000 }, body);
}
