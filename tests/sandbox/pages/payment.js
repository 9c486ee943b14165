/* What the payment page does beyond HTML: checks at once, groups of digits, the countdown, one press of the button. */
'use strict';

const form = document.getElementById('payment');
const texts = form ? form.dataset : {};

const digits = (text) => text.replace(/\D/g, '');

/** The check digit of a card number. */
function isCardNumber(number) {
	let sum = 0;
	for (let i = 0; i < number.length; i++) {
		let digit = Number(number[number.length - 1 - i]);
		if (i % 2 === 1) {
			digit *= 2;
		}
		sum += digit > 9 ? digit - 9 : digit;
	}
	return number.length >= 13 && number.length <= 19 && sum % 10 === 0;
}

function isExpiry(text) {
	const number = digits(text);
	const month = Number(number.slice(0, 2));
	return (number.length === 4 || number.length === 6) && month >= 1 && month <= 12;
}

const checks = {
	pan: (value) => isCardNumber(digits(value)),
	expiry: isExpiry,
	cvc: (value) => /^\d{3}$/.test(value.trim()),
};

function show(input, wrong) {
	const place = document.getElementById(`${input.name}-error`);
	input.setAttribute('aria-invalid', String(wrong));
	place.textContent = wrong ? texts[`${input.name}Error`] : '';
}

/** Whether the form asks for this field now: a stored card needs no number. */
const isAsked = (input) => !input.closest('[hidden]');

/** Writes digits in groups and keeps the caret behind the same digit. */
function regroup(input, group) {
	const before = digits(input.value.slice(0, input.selectionStart)).length;
	const value = group(digits(input.value));
	if (value === input.value) {
		return;
	}
	input.value = value;
	let at = 0;
	for (let seen = 0; at < value.length && seen < before; at++) {
		seen += /\d/.test(value[at]) ? 1 : 0;
	}
	input.setSelectionRange(at, at);
}

function watchFields() {
	for (const name of Object.keys(checks)) {
		const input = form.elements[name];
		if (!input) {
			continue;
		}
		input.addEventListener('blur', (event) => {
			// The button would move away from under the pointer, and its press, which checks as well, be lost.
			const pressed = event.relatedTarget?.id === 'pay';
			if (!pressed && input.value !== '' && isAsked(input)) {
				show(input, !checks[name](input.value));
			}
		});
		input.addEventListener('input', () => {
			if (input.getAttribute('aria-invalid') === 'true' && checks[name](input.value)) {
				show(input, false);
			}
		});
	}
	const { pan, expiry } = form.elements;
	if (pan) {
		pan.addEventListener('input', () => regroup(pan, (d) => d.slice(0, 19).replace(/(\d{4})(?=\d)/g, '$1 ')));
		// As they come back after an error or from a test card.
		regroup(pan, (d) => d.replace(/(\d{4})(?=\d)/g, '$1 '));
	}
	if (expiry) {
		expiry.addEventListener('input', (event) => {
			if (event.inputType !== 'deleteContentBackward') {
				regroup(expiry, (d) => d.slice(0, 6).replace(/^(\d\d)(\d)/, '$1/$2'));
			}
		});
	}
}

/** Of a chosen stored card only the code is asked. */
function watchBindings() {
	const choices = form.querySelectorAll('input[name=binding]');
	const update = () => {
		const chosen = form.querySelector('input[name=binding]:checked');
		form.querySelectorAll('[data-new-card]').forEach((part) => {
			part.hidden = chosen !== null && chosen.value !== 'new';
		});
	};
	choices.forEach((choice) => choice.addEventListener('change', update));
	update();
}

/** The first press sends; what follows until the answer does nothing. */
function watchButton() {
	const button = document.getElementById('pay');
	form.addEventListener('submit', (event) => {
		if (event.submitter !== button) {
			return;
		}
		const wrong = Object.keys(checks).map((name) => form.elements[name]).filter((input) => input && isAsked(input)
			&& (input.value !== '' || input.required) && !checks[input.name](input.value));
		wrong.forEach((input) => show(input, true));
		if (wrong.length > 0) {
			event.preventDefault();
			wrong[0].focus();
			document.title = `${texts[`${wrong[0].name}Error`]} – ${texts.title}`;
			return;
		}
		if (button.getAttribute('aria-disabled') === 'true') {
			event.preventDefault();
			return;
		}
		button.setAttribute('aria-disabled', 'true');
	});
	// Back from the next page: the form is as it was left.
	window.addEventListener('pageshow', () => button.removeAttribute('aria-disabled'));
}

function countDown() {
	const place = document.getElementById('countdown');
	const spoken = document.getElementById('countdown-spoken');
	if (!place) {
		return;
	}
	const end = Date.now() + Number(place.dataset.seconds) * 1000;
	let said = Infinity;
	const tick = () => {
		const left = Math.max(0, Math.round((end - Date.now()) / 1000));
		place.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
		for (const minutes of [5, 1]) {
			if (left <= minutes * 60 && said > minutes && left > minutes * 60 - 30) {
				said = minutes;
				spoken.textContent = minutes === 5 ? place.dataset.five : place.dataset.one;
			}
		}
		if (left === 0) {
			window.location.reload();
			return;
		}
		setTimeout(tick, 1000);
	};
	tick();
}

if (form) {
	watchFields();
	watchBindings();
	watchButton();
}
countDown();
