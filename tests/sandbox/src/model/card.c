/* The test cards, and how the issuer decides about them. */
#include "model/card.h"

#include "base/text.h"
#include "model/action.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXPIRIES 3

/* What the payer types at the ACS. */
#define ACS_CODE          "12345678"
#define ACS_CODE_SBERBANK "111111"

/* A published test card. Its action code is that of the published description. */
struct test_card {
	const char *pan;
	const char *cvc;
	int64_t expiries[EXPIRIES]; /* YYYYMM as published, past or not */
	int64_t action;
	int64_t balance; /* minor units; 0: no limit */
	enum sandbox_tds_kind tds;
	const char *acs_code; /* NULL: nobody is asked */
};

static const struct test_card test_cards[] = {
	/* BPC, Bereke, old UAT: some numbers are published with several expiries */
	{"5555555555555599", "123", {203412, 202412, 201912}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_CHALLENGE, ACS_CODE},
	{"4111111111111111", "123", {202612, 201912}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_FRICTIONLESS, NULL},
	{"4444555511113333", "123", {202612, 202412}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_NONE, NULL},
	{"5168494895055780", "123", {202612}, SANDBOX_ACTION_3DS_FAILED, 0, SANDBOX_TDS_FAILURE, NULL},
	{"4000001111111118", "123", {203012}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_ATTEMPT, NULL},
	{"5000001111111115", "123", {203012}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_CHALLENGE, ACS_CODE},
	{"4012001038166662", "123", {202412}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS1_CHALLENGE, ACS_CODE},
	{"4563960122001999", "347", {201912}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_NONE, NULL},
	{"639002000000000003", "123", {201912}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_NONE, NULL},
	{"5555555555555557", "123", {201912}, SANDBOX_ACTION_3DS_FAILED, 0, SANDBOX_TDS1_FAILURE, NULL},
	{"4444444444446666", "123", {201912}, SANDBOX_ACTION_LIMIT, 0, SANDBOX_TDS_NONE, NULL},
	{"4444444444444422", "123", {201912}, SANDBOX_ACTION_FORMAT, 0, SANDBOX_TDS_NONE, NULL},
	{"4444444411111111", "123", {201912}, SANDBOX_ACTION_REFUSED, 0, SANDBOX_TDS_NONE, NULL},
	{"4444444499999999", "123", {201912}, SANDBOX_ACTION_3DS_COMMUNICATION, 0, SANDBOX_TDS1_UNREACHABLE, NULL},
	/* VTB Kazakhstan */
	{"2201382000000013", "123", {203412}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_CHALLENGE, ACS_CODE},
	{"2201382000000021", "123", {203412}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_CHALLENGE, ACS_CODE},
	{"2201382000000039", "123", {203412}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_CHALLENGE, ACS_CODE},
	{"2201382000000047", "123", {203412}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_CHALLENGE, ACS_CODE},
	{"2201382000000054", "123", {203412}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_CHALLENGE, ACS_CODE},
	{"2201382000000062", "123", {203412}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_FRICTIONLESS, NULL},
	/* Sberbank */
	{"2202205000012424", "649", {202805}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_FRICTIONLESS, NULL},
	{"2202205300068092", "583", {202605}, SANDBOX_ACTION_APPROVED, 10000, SANDBOX_TDS_CHALLENGE, ACS_CODE_SBERBANK},
	{"4006800900962514", "941", {202605}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS1_CHALLENGE, ACS_CODE_SBERBANK},
	{"5469980100048525", "041", {202605}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS1_CHALLENGE, ACS_CODE_SBERBANK},
	{"2202206100040083", "061", {202605}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_NONE, NULL},
	{"2202206000270541", "123", {202805}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_CHALLENGE, ACS_CODE_SBERBANK},
	{"2202205000060910", "810", {202806}, SANDBOX_ACTION_NO_MONEY, 0, SANDBOX_TDS_CHALLENGE, ACS_CODE_SBERBANK},
	{"2202202107593166", "123", {202206}, SANDBOX_ACTION_EXPIRED_CARD, 0, SANDBOX_TDS_CHALLENGE, ACS_CODE_SBERBANK},
	/* Device numbers of wallets; see device_numbers below */
	{"4895370012003478", "123", {203012}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_NONE, NULL},
	{"5204240250197840", "123", {203012}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_NONE, NULL},
	{"2200700000000017", "123", {203012}, SANDBOX_ACTION_APPROVED, 0, SANDBOX_TDS_NONE, NULL},
	{"4895370012001167", "123", {203012}, SANDBOX_ACTION_NO_MONEY, 0, SANDBOX_TDS_NONE, NULL},
	{"5204240250000051", "123", {203012}, SANDBOX_ACTION_REFUSED, 0, SANDBOX_TDS_NONE, NULL},
	{"2200700000001163", "123", {203012}, SANDBOX_ACTION_NO_MONEY, 0, SANDBOX_TDS_NONE, NULL},
};

/* Numbers that pay only from within a wallet. */
static const char *const device_numbers[] = {
	"4895370012003478",
	"5204240250197840",
	"2200700000000017",
	"4895370012001167",
	"5204240250000051",
	"2200700000001163",
};

static bool is_device_number(const char *pan)
{
	for (size_t i = 0; i < sizeof device_numbers / sizeof *device_numbers; i++) {
		if (strcmp(device_numbers[i], pan) == 0) {
			return true;
		}
	}
	return false;
}

static const struct test_card *find_test_card(const char *pan)
{
	for (size_t i = 0; i < sizeof test_cards / sizeof *test_cards; i++) {
		if (strcmp(test_cards[i].pan, pan) == 0) {
			return &test_cards[i];
		}
	}
	return NULL;
}

/* The device numbers stand last. */
bool sandbox_test_card_at(size_t index, struct sandbox_test_card *card)
{
	if (index >= sizeof test_cards / sizeof *test_cards || is_device_number(test_cards[index].pan)) {
		return false;
	}
	*card = (struct sandbox_test_card){
		.pan = test_cards[index].pan,
		.cvc = test_cards[index].cvc,
		.expiry = test_cards[index].expiries[0],
		.action = test_cards[index].action,
		.most = test_cards[index].balance,
		.tds = test_cards[index].tds,
		.acs_code = test_cards[index].acs_code,
	};
	return true;
}

bool sandbox_card_number_valid(const char *pan)
{
	size_t size = strlen(pan);
	if (size < 13 || size > 19 || !sandbox_text_digits(pan, size)) {
		return false;
	}
	int sum = 0;
	for (size_t i = 0; i < size; i++) {
		int digit = pan[size - 1 - i] - '0';
		int doubled = digit * 2;
		sum += i % 2 ? doubled - (doubled > 9 ? 9 : 0) : digit;
	}
	return sum % 10 == 0;
}

bool sandbox_card_month_valid(int64_t expiry)
{
	return expiry % 100 >= 1 && expiry % 100 <= 12;
}

bool sandbox_card_valid(const struct sandbox_card *card)
{
	return sandbox_card_number_valid(card->pan) && sandbox_card_month_valid(card->expiry);
}

static bool is_expiry_known(const struct test_card *card, int64_t expiry, int64_t month)
{
	for (size_t i = 0; i < EXPIRIES && card->expiries[i]; i++) {
		if (card->expiries[i] == expiry) {
			return true;
		}
	}
	/* The published tables disagree about this card, so any future expiry is accepted too. */
	return card->expiries[1] && expiry >= month;
}

bool sandbox_card_expiry_right(const struct sandbox_card *card, int64_t month)
{
	const struct test_card *known = find_test_card(card->pan);
	return known && is_expiry_known(known, card->expiry, month);
}

static int64_t authorize_known(const struct test_card *known, const char *cvc, bool right, int64_t amount)
{
	if (!known) {
		return SANDBOX_ACTION_NO_CARD_RECORD;
	}
	if ((cvc && strcmp(known->cvc, cvc) != 0) || !right) {
		return SANDBOX_ACTION_INPUT;
	}
	if (known->balance && amount > known->balance) {
		return SANDBOX_ACTION_NO_MONEY;
	}
	return known->action;
}

int64_t sandbox_card_authorize(const struct sandbox_card *card, int64_t amount, int64_t month)
{
	if (is_device_number(card->pan) && !card->by_wallet) {
		return SANDBOX_ACTION_NO_CARD_RECORD;
	}
	return authorize_known(find_test_card(card->pan), card->cvc, sandbox_card_expiry_right(card, month), amount);
}

#define TEST_CARDS (sizeof test_cards / sizeof *test_cards)

/* The keyed hashes of all numbers. They are the same for as long as a store is open. */
static const char (*macs_of_test_cards(const unsigned char key[SANDBOX_KEY_SIZE]))[SANDBOX_MAC_SIZE]
{
	static _Thread_local char macs[TEST_CARDS][SANDBOX_MAC_SIZE];
	static _Thread_local unsigned char of[SANDBOX_KEY_SIZE];
	if (!macs[0][0] || memcmp(of, key, sizeof of) != 0) {
		memcpy(of, key, sizeof of);
		for (size_t i = 0; i < TEST_CARDS; i++) {
			sandbox_mac(key, test_cards[i].pan, macs[i]);
		}
	}
	return macs;
}

/* The card whose number has that keyed hash. */
static const struct test_card *find_test_card_by_mac(const unsigned char key[SANDBOX_KEY_SIZE], const char *pan_mac)
{
	const char(*macs)[SANDBOX_MAC_SIZE] = macs_of_test_cards(key);
	for (size_t i = 0; i < TEST_CARDS; i++) {
		if (strcmp(macs[i], pan_mac) == 0) {
			return &test_cards[i];
		}
	}
	return NULL;
}

enum sandbox_tds_kind sandbox_card_tds(const unsigned char key[SANDBOX_KEY_SIZE], const char *pan_mac)
{
	const struct test_card *known = find_test_card_by_mac(key, pan_mac);
	return known ? known->tds : SANDBOX_TDS_NONE;
}

const char *sandbox_card_acs_code(const unsigned char key[SANDBOX_KEY_SIZE], const char *pan_mac)
{
	const struct test_card *known = find_test_card_by_mac(key, pan_mac);
	return known ? known->acs_code : NULL;
}

int64_t sandbox_card_authorize_stored(
	const unsigned char key[SANDBOX_KEY_SIZE], const struct sandbox_stored_card *card, int64_t amount)
{
	return authorize_known(find_test_card_by_mac(key, card->pan_mac), card->cvc, card->right, amount);
}

bool sandbox_card_stored_expiry_right(
	const unsigned char key[SANDBOX_KEY_SIZE], const char *pan_mac, int64_t expiry, int64_t month)
{
	const struct test_card *known = find_test_card_by_mac(key, pan_mac);
	return known && is_expiry_known(known, expiry, month);
}

const char *sandbox_card_system(const char *pan)
{
	static const struct {
		int first, last; /* range of the first four digits */
		const char *name;
	} ranges[] = {
		{2200, 2204, "MIR"},
		{2221, 2720, "MASTERCARD"},
		{3400, 3499, "AMEX"},
		{3528, 3589, "JCB"},
		{3700, 3799, "AMEX"},
		{4000, 4999, "VISA"},
		{6200, 6299, "CUP"},
		{5000, 6999, "MASTERCARD"},
	};
	char head[5] = "";
	strncat(head, pan, 4);
	int prefix = atoi(head);
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
		if (prefix >= ranges[i].first && prefix <= ranges[i].last) {
			return ranges[i].name;
		}
	}
	return "UNKNOWN";
}

void sandbox_card_mask(const char *pan, char mask[SANDBOX_MASK_SIZE])
{
	snprintf(mask, SANDBOX_MASK_SIZE, "%.6s**%.4s", pan, pan + strlen(pan) - 4);
}
