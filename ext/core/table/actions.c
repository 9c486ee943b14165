/* What actionCodes mean, and whose documents say so. */

/*
 * A bank has the platform's codes, and those of its own host. So its own documents come first, then the platform's;
 * what another bank alone documents is not said of it.
 */
#include "../pgw.h"

#include <stdlib.h>

enum documents {
	BPC = 1 << PGW_DOCUMENTS_BPC,
	ALFABANK = 1 << PGW_DOCUMENTS_ALFABANK,
	SBERBANK = 1 << PGW_DOCUMENTS_SBERBANK,
	RBS = 1 << PGW_DOCUMENTS_RBS,
	PLATFORM = RBS | ALFABANK /* Alfa-Bank repeats the platform's */
};

struct action {
	int64_t code; /* must be first, for bsearch() */
	unsigned documents;
	const char *meaning;
};

/* Sorted by code, for bsearch(). A code has several rows where documents disagree. */
static const struct action actions[] = {
	{-30001, BPC, "the operation is pending: the host is being asked for the result"},
	{-20010, PLATFORM, "blocked: the amount is over a limit"},
	{-9000, PLATFORM, "the attempt is in progress"},
	{-5031, SBERBANK, "the SBP subscription was not found"},
	{-3101, SBERBANK, "the payer forbade operations by this binding"},
	{-3100, SBERBANK, "the binding is deactivated"},
	{-3003, ALFABANK, "unknown"},
	{-2200, BPC, "no cryptogram came from the payment system"},
	{-2102, ALFABANK, "blocked by the passenger's name"},
	{-2101, ALFABANK, "blocked by the e-mail address"},
	{-2029, ALFABANK, "the SBP payment was not made"},
	{-2028, ALFABANK, "the SBP payment was declined"},
	{-2027, ALFABANK, "the SBP payment is in progress"},
	{-2026, ALFABANK, "3-D Secure: the status of RReq is not Y"},
	{-2025, ALFABANK | BPC, "3-D Secure: declined by RReq"},
	{-2024, BPC, "3-D Secure: the issuer wants a frictionless payment, the acquirer forbids it"},
	{-2023, BPC, "3-D Secure: the issuer could not perform it"},
	{-2022, BPC, "3-D Secure: it cannot be performed"},
	{-2020, PLATFORM, "3-D Secure: the ECI is not allowed for this payment system"},
	{-2019, PLATFORM, "3-D Secure: an error in the issuer's PARes"},
	{-2018, PLATFORM, "3-D Secure: the directory server does not answer"},
	{-2017, PLATFORM, "3-D Secure: the result is not Y, though a full authentication was required"},
	{-2016, PLATFORM, "3-D Secure: the card's enrolment could not be checked"},
	{-2015, PLATFORM, "3-D Secure: the directory server answered the enrolment request with an error"},
	{-2013, PLATFORM, "the payment attempts are used up"},
	{-2012, PLATFORM, "the operation is not supported"},
	{-2011, PLATFORM, "3-D Secure: the authentication was impossible"},
	{-2010, PLATFORM, "3-D Secure: the XID differs"},
	{-2007, PLATFORM, "the order's lifetime ended before a payment"},
	{-2006, PLATFORM, "3-D Secure: the payer's authentication failed"},
	{-2005, PLATFORM, "3-D Secure: the signature of the message could not be validated"},
	{-100, PLATFORM, "no payment was attempted yet"},
	{-99, SBERBANK, "an SBP operation is in progress"},
	{-1, PLATFORM, "no answer came from the processing in time"},
	{0, PLATFORM, "approved"},
	{1, PLATFORM, "the payer's identity must be confirmed"},
	{5, PLATFORM, "the payment network refused"},
	{7, SBERBANK, "the card is to be picked up: fraud"},
	{12, SBERBANK, "over the issuer's limit, or an invalid transaction"},
	{13, SBERBANK, "wrong amount"},
	{14, SBERBANK, "wrong card number"},
	{15, SBERBANK, "the issuer was not found"},
	{31, SBERBANK, "no link to the issuer"},
	{41, SBERBANK, "the card is lost"},
	{43, SBERBANK, "the card is stolen"},
	{53, SBERBANK, "the card is unknown to the host"},
	{61, SBERBANK, "the daily amount limit is reached"},
	{62, SBERBANK, "the card is restricted"},
	{65, SBERBANK, "the limit of transactions is reached, or 3-D Secure is needed"},
	{75, SBERBANK, "the PIN tries are used up"},
	{76, SBERBANK, "the original transaction was not found"},
	{81, SBERBANK, "the issuer refused"},
	{82, RBS | SBERBANK, "wrong CVC"},
	{93, SBERBANK, "the transaction breaks the law"},
	{94, SBERBANK, "duplicate"},
	{96, SBERBANK, "the operation cannot be processed"},
	{100, PLATFORM, "the issuer forbids internet payments by this card"},
	{101, PLATFORM, "the card has expired"},
	{103, PLATFORM, "no link to the issuer: the payer is to call it"},
	{104, PLATFORM, "the account is restricted"},
	{106, PLATFORM, "the PIN tries are used up, or the PIN is wrong"},
	{107, PLATFORM, "the payer is to call the issuer"},
	{109, PLATFORM, "the merchant's or terminal's id is wrong or blocked"},
	{110, PLATFORM, "wrong amount"},
	{111, PLATFORM, "there is no such card"},
	{116, PLATFORM, "not enough money"},
	{118, SBERBANK, "the issuer does not allow the service"},
	{120, PLATFORM, "the issuer does not allow the operation"},
	{121, PLATFORM, "the daily limit is exceeded"},
	{123, PLATFORM, "the limit of operations is exceeded"},
	{125, PLATFORM, "wrong card number, a refund above the hold, or a refund of zero"},
	{200, PLATFORM, "fraud"},
	{208, PLATFORM, "the card is lost"},
	{209, PLATFORM, "the card's limitations are exceeded"},
	{239, SBERBANK, "the issuer demands to cancel the subscription"},
	{258, SBERBANK, "the SBP point was not found"},
	{400, SBERBANK, "the reversal was processed"},
	{902, PLATFORM, "the card holder is not permitted the operation"},
	{903, PLATFORM, "over the issuer's limit"},
	{904, PLATFORM, "the issuer finds the message's format wrong"},
	{907, PLATFORM, "the issuer's host is not available"},
	{909, PLATFORM, "general system fault"},
	{910, PLATFORM, "the issuer's host is not available"},
	{913, PLATFORM, "the payment network finds the message's format wrong, often the currency"},
	{914, PLATFORM, "the original transaction was not found"},
	{999, PLATFORM, "declined by a fraud rule or a 3-D Secure error, before the authorisation"},
	{1001, PLATFORM, "no card data came yet"},
	{1004, SBERBANK, "the terminal does not allow the operation"},
	{1014, PLATFORM, "declined by the gateway"},
	{1015, PLATFORM, "wrong card data"},
	{1017, PLATFORM, "3-D Secure: a communication error"},
	{1018, PLATFORM, "the processing could not be reached in time"},
	{1019, PLATFORM, "the processing did not answer in time"},
	{1041, PLATFORM, "the refund failed"},
	{2000, PLATFORM, "the card is on the black list"},
	{2001, PLATFORM, "the payer's address is on the black list"},
	{2002, PLATFORM, "the payment is over a limit"},
	{2002, SBERBANK, "the operations are out of sequence"},
	{2003, PLATFORM, "payments without 3-D Secure are forbidden to the shop"},
	{2004, PLATFORM, "payments without 3-D Secure need the CVC"},
	{2005, PLATFORM, "3-D Secure: a rule failed"},
	{2006, PLATFORM, "3-D Secure: the payer's authentication failed"},
	{2007, PLATFORM, "the order's lifetime ended before a payment"},
	{2007, SBERBANK, "the order was paid already"},
	{2009, SBERBANK, "the refund is larger than the payment"},
	{2014, PLATFORM, "3-D Secure: a rule failed"},
	{2016, SBERBANK, "the merchant has no permission for 3-D Secure"},
	{8204, PLATFORM, "the order number is already registered"},
	{9001, PLATFORM, "the gateway's internal error"},
};

static const size_t action_count = sizeof(actions) / sizeof(actions[0]);

/* For bsearch(): a code, and an element that begins with one. */
static int compare_action_code(const void *key, const void *element)
{
	int64_t code = *(const int64_t *)key, other = *(const int64_t *)element;

	return code < other ? -1 : code > other;
}

/* The rows of a code. */
static const struct action *find_actions(int64_t code, size_t *count)
{
	const struct action *first = bsearch(&code, actions, action_count, sizeof(actions[0]), compare_action_code);

	*count = 0;
	while (first && first > actions && first[-1].code == code) {
		first--;
	}
	while (first && first + *count < actions + action_count && first[*count].code == code) {
		++*count;
	}
	return first;
}

static struct pgw_action_meaning find_meaning(int64_t code, const struct pgw_bank *bank)
{
	static const char *const names[] = {
		[PGW_DOCUMENTS_BPC] = "BPC",
		[PGW_DOCUMENTS_ALFABANK] = "Alfa-Bank",
		[PGW_DOCUMENTS_SBERBANK] = "Sberbank",
		[PGW_DOCUMENTS_RBS] = "RBS",
	};
	const enum pgw_documents order[] = {
		bank ? bank->action_codes : PGW_DOCUMENTS_BPC, PGW_DOCUMENTS_RBS, PGW_DOCUMENTS_BPC};
	size_t count;
	const struct action *rows = find_actions(code, &count);

	if (!bank && count > 1) {
		return (struct pgw_action_meaning){NULL, NULL};
	}
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
		for (size_t row = 0; row < count; row++) {
			if (rows[row].documents & 1u << order[i]) {
				return (struct pgw_action_meaning){rows[row].meaning, names[order[i]]};
			}
		}
	}
	return (struct pgw_action_meaning){NULL, NULL};
}

struct pgw_action_meaning pgw_action_meaning_of(int64_t code, const struct pgw_bank *bank)
{
	/* Newer installations of BPC prefix the code with the number of the authorisation host: 71015 is 1015. */
	enum { HOST = 10000, MOST = 100000 };
	bool prefixed =
		code >= HOST && code < MOST && code % HOST != 0 && !(bank && bank->action_codes == PGW_DOCUMENTS_SBERBANK);

	return find_meaning(prefixed ? code % HOST : code, bank);
}

bool pgw_action_is_pending(int64_t code)
{
	static const int64_t pending[] = {-30001, -9000, -2027, -100, -99, 0};

	return bsearch(&code, pending, sizeof(pending) / sizeof(pending[0]), sizeof(pending[0]), compare_action_code);
}
