/* The forms of 3-D Secure that send themselves. Without JavaScript each has a button. */
'use strict';

const FRAMES_WAIT = 10000;
const DONE = 'threeDSDone';

/** What the 3DS server asks about the browser. */
function clientInfo() {
	return {
		userAgent: navigator.userAgent,
		browserLanguage: navigator.language,
		colorDepth: String(screen.colorDepth),
		screenHeight: screen.height,
		screenWidth: screen.width,
		browserTimeZoneOffset: String(new Date().getTimezoneOffset()),
		javaEnabled: false,
		javascriptEnabled: true,
	};
}

/** Sends the forms into their frames, and the last one when both have reported, or after ten seconds. */
function sendFrames(last) {
	const frames = document.querySelectorAll('form[data-frame]');
	let open = frames.length;
	let sent = false;
	const goOn = () => {
		if (!sent) {
			sent = true;
			last.requestSubmit();
		}
	};
	window.addEventListener('message', (event) => {
		if (event.origin === window.location.origin && event.data === DONE) {
			open -= 1;
			if (open === 0) {
				goOn();
			}
		}
	});
	setTimeout(goOn, FRAMES_WAIT);
	frames.forEach((form) => form.submit());
}

const last = document.querySelector('form[data-after-frames]');
if (last) {
	sendFrames(last);
}
const gather = document.querySelector('form[data-client-info]');
if (gather) {
	gather.elements.clientInfo.value = JSON.stringify(clientInfo());
	gather.submit();
}
// Gone back to such a page, the payer decides.
const navigation = performance.getEntriesByType('navigation')[0];
const auto = document.querySelector('form[data-auto]');
if (auto && !(navigation && navigation.type === 'back_forward')) {
	auto.submit();
}
if (document.body.hasAttribute('data-done') && window.parent !== window) {
	window.parent.postMessage(DONE, '*');
}
