// A reporter of node's test runner for tests/run: what failed, in full, and at last how many of each.
import { inspect } from 'node:util';

export default async function* report(events) {
	const count = { passed: 0, failed: 0, skipped: 0 };
	for await (const { type, data } of events) {
		if (type === 'test:fail' || type === 'test:pass') {
			const result = verdict(type, data);
			count[result]++;
			if (result !== 'passed') {
				yield `${result}: ${data.name}\n${result === 'failed' ? explain(data.details.error) : ''}`;
			}
		}
	}
	yield `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`;
}

function verdict(type, { skip, todo }) {
	if (skip !== undefined || todo !== undefined) {
		return 'skipped';
	}
	return type === 'test:pass' ? 'passed' : 'failed';
}

// The runner wraps what the test threw.
function explain(error) {
	return `${inspect(error.cause ?? error, { colors: false })}\n`.replace(/^/gm, '    ').trimEnd() + '\n';
}
