/* What the banks publish about their gateways, and the dialects. */

/*
 * For a bank that does not publish the time zone of its dates, dates are accepted as texts only, unless the option
 * timezone is given.
 */
#include "../pgw.h"

#include "../text.h"

#include <string.h>

static const struct pgw_bank banks[] = {
	{"alfabank", "https://pay.alfabank.ru/payment/", PGW_DIALECT_CLASSIC, NULL, true,
		"Alfa-Bank, merchant manual, REST; zone not published", PGW_DOCUMENTS_ALFABANK, NULL, false},
	{"alfabank-test", "https://alfa.rbsuat.com/payment/", PGW_DIALECT_CLASSIC, NULL, true,
		"Alfa-Bank, merchant manual, REST; zone not published", PGW_DOCUMENTS_ALFABANK, NULL, false},
	{"bereke", "https://securepayments.berekebank.kz/payment/", PGW_DIALECT_CLASSIC, "+03:00", false,
		"Bereke Bank, eCommerce API V1, after the payment: dates in UTC+3", PGW_DOCUMENTS_BPC,
		"authenticationTypeIndicator", true},
	{"bereke-test", "https://3dsec.berekebank.kz/payment/", PGW_DIALECT_CLASSIC, "+03:00", false,
		"Bereke Bank, eCommerce API V1, after the payment: dates in UTC+3", PGW_DOCUMENTS_BPC,
		"authenticationTypeIndicator", true},
	{"bpc-test", "https://dev.bpcbt.com/payment/", PGW_DIALECT_CLASSIC, "UTC", false,
		"BPC, integration API, REST: dates in UTC+0", PGW_DOCUMENTS_BPC, "threeDsType", true},
	{"bpsprocessing-test", "https://dev.bpsprocessing.ru/payment/", PGW_DIALECT_CLASSIC, "UTC", false,
		"bpsprocessing, after the payment: dates in UTC+0", PGW_DOCUMENTS_BPC, "authenticationTypeIndicator", false},
	{"sberbank", "https://ecommerce.sberbank.ru/ecomm/gw/partner/api/v1/", PGW_DIALECT_SBERBANK, NULL, true,
		"Sberbank, OpenAPI 1.0.7; zone not published; TLS by the Russian national root: option caFile",
		PGW_DOCUMENTS_SBERBANK, NULL, false},
	{"sberbank-classic", "https://securepayments.sberbank.ru/payment/", PGW_DIALECT_CLASSIC, NULL, true,
		"Sberbank, classic RBS documents; zone not published; TLS by the Russian national root: option caFile",
		PGW_DOCUMENTS_RBS, NULL, false},
	{"sberbank-classic-test", "https://3dsec.sberbank.ru/payment/", PGW_DIALECT_CLASSIC, NULL, true,
		"Sberbank, classic RBS documents; zone not published; TLS by the Russian national root: option caFile",
		PGW_DOCUMENTS_RBS, NULL, false},
	{"sberbank-test", "https://ecomtest.sberbank.ru/ecomm/gw/partner/api/v1/", PGW_DIALECT_SBERBANK, NULL, true,
		"Sberbank, OpenAPI 1.0.7; zone not published; TLS by the Russian national root: option caFile",
		PGW_DOCUMENTS_SBERBANK, NULL, false},
	{"vtb-kz", "https://payment.vtb.kz/payment/", PGW_DIALECT_CLASSIC, NULL, false,
		"VTB Kazakhstan, sandbox documents; zone not published", PGW_DOCUMENTS_BPC, NULL, true},
	{"vtb-kz-test", "https://vtbkz.rbsuat.com/payment/", PGW_DIALECT_CLASSIC, NULL, false,
		"VTB Kazakhstan, sandbox documents; zone not published", PGW_DOCUMENTS_BPC, NULL, true},
	{.name = NULL},
};

const struct pgw_bank *pgw_bank_find(struct pgw_text name)
{
	for (const struct pgw_bank *bank = banks; bank->name; bank++) {
		if (pgw_text_is(name, bank->name)) {
			return bank;
		}
	}
	return NULL;
}

const struct pgw_bank *pgw_banks(void)
{
	return banks;
}

static const struct {
	const char *name;
	const char *forms; /* below this path bodies are forms, elsewhere JSON; NULL: JSON everywhere */
} dialects[] = {
	[PGW_DIALECT_CLASSIC] = {.name = "classic", .forms = "rest/"},
	[PGW_DIALECT_SBERBANK] = {.name = "sberbank"},
};

const char *pgw_dialect_name(enum pgw_dialect dialect)
{
	return dialects[dialect].name;
}

bool pgw_dialect_takes_json(enum pgw_dialect dialect, struct pgw_text path)
{
	const char *forms = dialects[dialect].forms;
	size_t length = forms ? strlen(forms) : 0;

	return !forms || path.length < length || memcmp(path.at, forms, length) != 0;
}
