/* The meanings of actionCodes, merged from the documentation of BPC, Alfa-Bank, RBS and Sberbank. */
#include "../pgw.h"

#include <stdlib.h>

struct action {
	int64_t code; /* must be first, for bsearch() */
	const char *meaning;
};

/* Sorted by code, for bsearch(). */
static const struct action actions[] = {
	{-30001, "the operation is pending: the host is being asked for the result"},
	{-20010, "blocked: the amount is over a limit"},
	{-9000, "the attempt is in progress"},
	{-5031, "the SBP subscription was not found"},
	{-3101, "the payer forbade operations by this binding"},
	{-3100, "the binding is deactivated"},
	{-3003, "unknown"},
	{-2200, "no cryptogram came from the payment system"},
	{-2102, "blocked by the passenger's name"},
	{-2101, "blocked by the e-mail address"},
	{-2029, "the SBP payment was not made"},
	{-2028, "the SBP payment was declined"},
	{-2027, "the SBP payment is in progress"},
	{-2026, "3-D Secure: the status of RReq is not Y"},
	{-2025, "3-D Secure: declined by RReq"},
	{-2024, "3-D Secure: the issuer wants a frictionless payment, the acquirer forbids it"},
	{-2023, "3-D Secure: the issuer could not perform it"},
	{-2022, "3-D Secure: it cannot be performed"},
	{-2020, "3-D Secure: the ECI is not allowed for this payment system"},
	{-2019, "3-D Secure: an error in the issuer's PARes"},
	{-2018, "3-D Secure: the directory server does not answer"},
	{-2017, "3-D Secure: the result is not Y, though a full authentication was required"},
	{-2016, "3-D Secure: the card's enrolment could not be checked"},
	{-2015, "3-D Secure: the directory server answered the enrolment request with an error"},
	{-2013, "the payment attempts are used up"},
	{-2012, "the operation is not supported"},
	{-2011, "3-D Secure: the authentication was impossible"},
	{-2010, "3-D Secure: the XID differs"},
	{-2007, "the order's lifetime ended before a payment"},
	{-2006, "3-D Secure: the payer's authentication failed"},
	{-2005, "3-D Secure: the signature of the message could not be validated"},
	{-100, "no payment was attempted yet"},
	{-99, "an SBP operation is in progress"},
	{-1, "no answer came from the processing in time"},
	{0, "approved"},
	{1, "the payer's identity must be confirmed"},
	{5, "the payment network refused"},
	{7, "the card is to be picked up: fraud"},
	{12, "over the issuer's limit, or an invalid transaction"},
	{13, "wrong amount"},
	{14, "wrong card number"},
	{15, "the issuer was not found"},
	{31, "no link to the issuer"},
	{41, "the card is lost"},
	{43, "the card is stolen"},
	{53, "the card is unknown to the host"},
	{61, "the daily amount limit is reached"},
	{62, "the card is restricted"},
	{65, "the limit of transactions is reached, or 3-D Secure is needed"},
	{75, "the PIN tries are used up"},
	{76, "the original transaction was not found"},
	{81, "the issuer refused"},
	{82, "wrong CVC"},
	{93, "the transaction breaks the law"},
	{94, "duplicate"},
	{96, "the operation cannot be processed"},
	{100, "the issuer forbids internet payments by this card"},
	{101, "the card has expired"},
	{103, "no link to the issuer: the payer is to call it"},
	{104, "the account is restricted"},
	{106, "the PIN tries are used up, or the PIN is wrong"},
	{107, "the payer is to call the issuer"},
	{109, "the merchant's or terminal's id is wrong or blocked"},
	{110, "wrong amount"},
	{111, "there is no such card"},
	{116, "not enough money"},
	{118, "the issuer does not allow the service"},
	{120, "the issuer does not allow the operation"},
	{121, "the daily limit is exceeded"},
	{123, "the limit of operations is exceeded"},
	{125, "wrong card number, a refund above the hold, or a refund of zero"},
	{200, "fraud"},
	{208, "the card is lost"},
	{209, "the card's limitations are exceeded"},
	{239, "the issuer demands to cancel the subscription"},
	{258, "the SBP point was not found"},
	{400, "the reversal was processed"},
	{902, "the card holder is not permitted the operation"},
	{903, "over the issuer's limit"},
	{904, "the issuer finds the message's format wrong"},
	{907, "the issuer's host is not available"},
	{909, "general system fault"},
	{910, "the issuer's host is not available"},
	{913, "the payment network finds the message's format wrong, often the currency"},
	{914, "the original transaction was not found"},
	{999, "declined by a fraud rule or a 3-D Secure error, before the authorisation"},
	{1001, "no card data came yet"},
	{1004, "the terminal does not allow the operation"},
	{1014, "declined by the gateway"},
	{1015, "wrong card data"},
	{1017, "3-D Secure: a communication error"},
	{1018, "the processing could not be reached in time"},
	{1019, "the processing did not answer in time"},
	{1041, "the refund failed"},
	{2000, "the card is on the black list"},
	{2001, "the payer's address is on the black list"},
	{2002, "the payment is over a limit, or out of sequence"},
	{2003, "payments without 3-D Secure are forbidden to the shop"},
	{2004, "payments without 3-D Secure need the CVC"},
	{2005, "3-D Secure: a rule failed"},
	{2006, "3-D Secure: the payer's authentication failed"},
	{2007, "the order's lifetime ended, or it was paid already"},
	{2009, "the refund is larger than the payment"},
	{2014, "3-D Secure: a rule failed"},
	{2016, "the merchant has no permission for 3-D Secure"},
	{8204, "the order number is already registered"},
	{9001, "the gateway's internal error"},
};

/* For bsearch(): a code, and an element that begins with one. */
static int compare_action_code(const void *key, const void *element)
{
	int64_t code = *(const int64_t *)key, other = *(const int64_t *)element;

	return code < other ? -1 : code > other;
}

const char *pgw_action_meaning(int64_t code)
{
	/* Newer installations prefix the code with the number of the authorisation host: 71015 is 1015. */
	enum { HOST = 10000, MOST = 100000 };
	const struct action *found =
		bsearch(&code, actions, sizeof(actions) / sizeof(actions[0]), sizeof(actions[0]), compare_action_code);

	if (found) {
		return found->meaning;
	}
	return code >= HOST && code < MOST ? pgw_action_meaning(code % HOST) : NULL;
}

bool pgw_action_is_pending(int64_t code)
{
	static const int64_t pending[] = {-30001, -9000, -2027, -100, -99, 0};

	return bsearch(&code, pending, sizeof(pending) / sizeof(pending[0]), sizeof(pending[0]), compare_action_code);
}
