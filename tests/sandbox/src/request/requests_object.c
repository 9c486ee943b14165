/* The parameters of the classic methods outside rest/, whose body is a JSON object. */
#include "request/requests.h"

#include "request/rows_classic.h"

/* One row per line. */
/* clang-format off */

#define CHARGE(preauth) \
	OBJECT_CREDENTIALS, \
		P("orderNumber", TEXT, MANDATORY, 1, 36, 0), P("bindingId", TEXT, MANDATORY, 1, 255, 0), \
		P("amount", AMOUNT, MANDATORY, 1, 12, 0), P("currency", INTEGER, OPTIONAL, 3, 3, 0), \
		P("language", LETTERS, OPTIONAL, 2, 2, 0), P("description", TEXT, OPTIONAL, 1, 598, 0), \
		P("preAuth", BOOLEAN, preauth, 4, 5, 0), P("features", TEXT, OPTIONAL, 1, 255, 14), \
		P("autocompletionDate", DATE, OPTIONAL, 19, 19, 0), P("autoReverseDate", DATE, OPTIONAL, 19, 19, 0), \
		SHAPED("additionalParameters", OBJECT, OPTIONAL, 0, sandbox_shape_scalars), \
		PAYER_DATA, ADDRESS_MATCH

static const struct sandbox_parameter recurrent_payment[] = {
	CHARGE(OPTIONAL),
	P("feeInput", AMOUNT, OPTIONAL, 0, 8, 0),
};
const struct sandbox_shape sandbox_request_recurrent_payment = SHAPE(recurrent_payment);

static const struct sandbox_parameter installment_payment[] = {
	CHARGE(MANDATORY),
	P("token", TEXT, CONDITIONAL, 0, 256, 0),
};
const struct sandbox_shape sandbox_request_installment_payment = SHAPE(installment_payment);
/* clang-format on */
