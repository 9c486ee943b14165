/* The parameters of the methods of 3-D Secure, in both dialects. */
#include "parameters.h"

/* ---------------------------------------------------------------- classic dialect */

/*
 * From the BPC documentation, with the browser's data as the other payments have it. The second call of 3-D Secure 2
 * repeats all of it with the last two.
 */
const struct pgw_parameter pgw_classic_verify_card[] = {
	AMOUNT("amount", MOST_DIGITS(12), FLAGS(PGW_MANDATORY | PGW_ZERO)),
	CURRENCY("currency", FLAGS(PGW_CURRENCY)),
	DIGITS("pan", LENGTH(12, 19), FLAGS(PGW_SECRET)),
	DIGITS("cvc", LENGTH(3, 4), FLAGS(PGW_SECRET)),
	DIGITS("expiry", EXACTLY(6)),
	CARDHOLDER("cardholderName"),
	ADDRESS("returnUrl"),
	ADDRESS("backUrl"), /* its older name */
	ADDRESS("failUrl"),
	TEXT("description", LENGTH(1, 598)),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	PAYER,
	OBJECT("clientBrowserInfo", MEMBERS(pgw_client_browser_info)),
	TEXT("threeDSVer2FinishUrl", LENGTH(1, 512)),
	BOOLEAN("threeDSSDK"),
	TEXT("threeDSServerTransId", LENGTH(1, 36)),
	TEXT("threeDSVer2MdOrder", LENGTH(1, 36)),
	END,
};

/* From the classic RBS documents. */
const struct pgw_parameter pgw_classic_verify_enrollment[] = {
	DIGITS("pan", LENGTH(12, 19), FLAGS(PGW_MANDATORY | PGW_SECRET)),
	END,
};

/* Of the classic RBS documents only the names are known. */
const struct pgw_parameter pgw_classic_finish_3ds_payment[] = {
	TEXT("mdOrder", ARGUMENT("orderId"), LENGTH(1, 36), MANDATORY),
	TEXT("paRes", MANDATORY),
	END,
};

/* threeDSVer2MdOrder is for instantPayment and verifyCard; integrators send mdOrder for the others. */
const struct pgw_parameter pgw_classic_finish_3ds_ver2_payment[] = {
	TEXT("threeDSServerTransId", LENGTH(1, 36), MANDATORY),
	TEXT("threeDSVer2MdOrder", LENGTH(1, 36)),
	TEXT("mdOrder", LENGTH(1, 36)),
	END,
};

const struct pgw_parameter pgw_classic_continue_3ds[] = {
	TEXT("mdOrder", ARGUMENT("orderId"), LENGTH(1, 36), MANDATORY),
	END,
};

/* ---------------------------------------------------------------- Sberbank's dialect */

const struct pgw_parameter pgw_sberbank_finish_3ds_method[] = {
	TEXT("mdOrder", ARGUMENT("orderId"), EXACTLY(36), MANDATORY),
	TEXT("threeDSServerTransId", LENGTH(1, 36), MANDATORY),
	WORD("threeDSCompInd", ONE_OF("Y|N"), MANDATORY), /* was the shop notified that the bank's method has ended? */
	END,
};

const struct pgw_parameter pgw_sberbank_finish_3ds_payment[] = {
	TEXT("mdOrder", ARGUMENT("orderId"), EXACTLY(36), MANDATORY),
	TEXT("paRes", LENGTH(1, 8192)), /* 3-D Secure 1 */
	TEXT("cRes", LENGTH(1, 4096)),  /* 3-D Secure 2 */
	END,
};
