/* The parameters of the methods that are about 3-D Secure alone. */
#include "request/requests.h"

#include "request/rows_classic.h"

/* One row per line. */
/* clang-format off */

#define CREDENTIALS P("userName", TEXT, CONDITIONAL, 0, 100, 0), P("password", TEXT, CONDITIONAL, 0, 200, 0)
#define TOKEN       P("token", TEXT, CONDITIONAL, 0, 256, 0)
#define LANGUAGE    P("language", LETTERS, OPTIONAL, 2, 2, 0)

static const struct sandbox_parameter continue_tds[] = {
	CREDENTIALS,
	TOKEN,
	LANGUAGE,
	P("mdOrder", TEXT, MANDATORY, 1, 36, 0),
};
const struct sandbox_shape sandbox_request_continue_tds = SHAPE(continue_tds);

static const struct sandbox_parameter finish_tds[] = {
	CREDENTIALS,
	LANGUAGE,
	P("mdOrder", TEXT, MANDATORY, 1, 36, 0),
	P("paRes", TEXT, MANDATORY, 1, 8192, 0),
};
const struct sandbox_shape sandbox_request_finish_tds = SHAPE(finish_tds);

#define TRANSACTION \
	LANGUAGE, P("threeDSVer2MdOrder", TEXT, OPTIONAL, 1, 36, 0), P("mdOrder", TEXT, OPTIONAL, 1, 36, 0)

static const struct sandbox_parameter finish_tds2[] = {
	CREDENTIALS,
	TRANSACTION,
	P("threeDSServerTransId", TEXT, MANDATORY, 1, 36, 0),
};
const struct sandbox_shape sandbox_request_finish_tds2 = SHAPE(finish_tds2);

static const struct sandbox_parameter finish_tds2_renamed[] = {
	CREDENTIALS,
	TRANSACTION,
	P("tDsTransId", TEXT, MANDATORY, 1, 36, 0),
};
const struct sandbox_shape sandbox_request_finish_tds2_renamed = SHAPE(finish_tds2_renamed);

static const struct sandbox_parameter finish_tds2_anonymous[] = {
	LANGUAGE,
	P("threeDSServerTransId", TEXT, MANDATORY, 1, 36, 0),
};
const struct sandbox_shape sandbox_request_finish_tds2_anonymous = SHAPE(finish_tds2_anonymous);

static const struct sandbox_parameter verify_enrollment[] = {
	CREDENTIALS,
	LANGUAGE,
	P("pan", INTEGER, MANDATORY, 1, 19, 0),
};
const struct sandbox_shape sandbox_request_verify_enrollment = SHAPE(verify_enrollment);

static const struct sandbox_parameter verify_card[] = {
	CREDENTIALS,
	TOKEN,
	LANGUAGE,
	P("merchantLogin", TEXT, OPTIONAL, 1, 255, 0),
	P("amount", AMOUNT, MANDATORY, 1, 12, 0),
	P("currency", INTEGER, OPTIONAL, 3, 3, 3),
	P("orderNumber", TEXT, OPTIONAL, 1, 36, 1),
	P("description", TEXT, OPTIONAL, 1, 598, 0),
	P("clientId", TEXT, OPTIONAL, 0, 255, 0),
	P("returnUrl", URL, OPTIONAL, 1, 2048, 4),
	P("backUrl", URL, OPTIONAL, 1, 2048, 4),
	P("failUrl", URL, OPTIONAL, 1, 2048, 4),
	P("pan", INTEGER, MANDATORY, 1, 19, 1),
	P("cvc", INTEGER, OPTIONAL, 3, 3, 1),
	P("expiry", INTEGER, MANDATORY, 6, 6, 1),
	P("cardholderName", TEXT, OPTIONAL, 1, 150, 0),
	P("ip", TEXT, OPTIONAL, 1, 39, 0),
	P("email", TEXT, OPTIONAL, 1, 254, 0),
	P("jsonParams", OBJECT, OPTIONAL, 1, 0, 0),
	P("threeDSVer2MdOrder", TEXT, OPTIONAL, 1, 36, 0),
	TDS_SDK, TDS_SERVER, TDS_PROTOCOL, TDS_BROWSER,
};
const struct sandbox_shape sandbox_request_verify_card = SHAPE(verify_card);

/* Sberbank's. */
#define JSON_CREDENTIALS T("userName", MANDATORY, 1, 30, LOGIN), T("password", MANDATORY, 1, 36, PRINTABLE)

static const struct sandbox_parameter json_finish_method[] = {
	JSON_CREDENTIALS,
	T("mdOrder", MANDATORY, 36, 36, UUID),
	T("threeDSServerTransId", MANDATORY, 1, 36, PRINTABLE),
	ONE_OF("threeDSCompInd", MANDATORY, "Y|N"),
};
const struct sandbox_shape sandbox_request_json_finish_method = SHAPE(json_finish_method);

static const struct sandbox_parameter json_finish_tds[] = {
	JSON_CREDENTIALS,
	T("mdOrder", MANDATORY, 36, 36, UUID),
	T("paRes", CONDITIONAL, 1, 8192, PRINTABLE),
	T("cRes", CONDITIONAL, 1, 4096, PRINTABLE),
};
const struct sandbox_shape sandbox_request_json_finish_tds = SHAPE(json_finish_tds);
/* clang-format on */
