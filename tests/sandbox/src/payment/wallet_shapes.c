/* The envelopes and plain texts of wallet tokens. */
#include "payment/wallet_shapes.h"

#include "request/rows.h"

/* One row per line. */
/* clang-format off */

static const struct sandbox_parameter apple_header[] = {
	P("ephemeralPublicKey", TEXT, OPTIONAL, 1, 1024, 0),
	P("wrappedKey", TEXT, OPTIONAL, 1, 1024, 0),
	P("applicationData", TEXT, OPTIONAL, 1, 1024, 0),
	P("publicKeyHash", TEXT, MANDATORY, 1, 128, 0),
	P("transactionId", TEXT, MANDATORY, 1, 128, 0),
};
static const struct sandbox_shape apple_header_shape = SHAPE(apple_header);

static const struct sandbox_parameter apple_wrapping[] = {
	ONE_OF("version", MANDATORY, "EC_v1|RSA_v1"),
	P("data", TEXT, MANDATORY, 1, 8192, 0),
	P("signature", TEXT, MANDATORY, 1, 8192, 0),
	SHAPED("header", OBJECT, MANDATORY, 0, apple_header_shape),
};
const struct sandbox_shape sandbox_shape_apple_wrapping = SHAPE(apple_wrapping);

static const struct sandbox_parameter apple_data[] = {
	P("onlinePaymentCryptogram", TEXT, MANDATORY, 1, 1024, 0),
	P("eciIndicator", INTEGER, OPTIONAL, 1, 2, 0),
};
static const struct sandbox_shape apple_data_shape = SHAPE(apple_data);

static const struct sandbox_parameter apple[] = {
	P("applicationPrimaryAccountNumber", INTEGER, MANDATORY, 13, 19, 0),
	P("applicationExpirationDate", INTEGER, MANDATORY, 6, 6, 0),
	P("currencyCode", INTEGER, MANDATORY, 3, 3, 0),
	P("transactionAmount", AMOUNT, MANDATORY, 1, 12, 0),
	P("cardholderName", TEXT, OPTIONAL, 1, 45, 0),
	P("deviceManufacturerIdentifier", TEXT, MANDATORY, 1, 36, 0),
	ONE_OF("paymentDataType", MANDATORY, "3DSecure"),
	SHAPED("paymentData", OBJECT, MANDATORY, 0, apple_data_shape),
};
const struct sandbox_shape sandbox_shape_apple = SHAPE(apple);

static const struct sandbox_parameter google_key[] = {
	P("signedKey", TEXT, MANDATORY, 1, 8192, 0),
	P("signatures", TEXTS, MANDATORY, 1, 8192, 0),
};
static const struct sandbox_shape google_key_shape = SHAPE(google_key);

static const struct sandbox_parameter google_wrapping[] = {
	ONE_OF("protocolVersion", MANDATORY, "ECv1|ECv2"),
	P("signature", TEXT, MANDATORY, 1, 8192, 0),
	SHAPED("intermediateSigningKey", OBJECT, OPTIONAL, 0, google_key_shape),
	P("signedMessage", TEXT, MANDATORY, 1, 8192, 0),
};
const struct sandbox_shape sandbox_shape_google_wrapping = SHAPE(google_wrapping);

static const struct sandbox_parameter google_message[] = {
	P("encryptedMessage", TEXT, MANDATORY, 1, 8192, 0),
	P("ephemeralPublicKey", TEXT, MANDATORY, 1, 1024, 0),
	P("tag", TEXT, MANDATORY, 1, 1024, 0),
};
const struct sandbox_shape sandbox_shape_google_message = SHAPE(google_message);

static const struct sandbox_parameter google_details[] = {
	P("pan", INTEGER, MANDATORY, 13, 19, 0),
	UP_TO("expirationMonth", MANDATORY, 2, 12),
	P("expirationYear", INTEGER, MANDATORY, 4, 4, 0),
	ONE_OF("authMethod", MANDATORY, "PAN_ONLY|CRYPTOGRAM_3DS"),
	P("cryptogram", TEXT, CONDITIONAL, 1, 1024, 0),
	P("eciIndicator", INTEGER, OPTIONAL, 1, 2, 0),
	P("assuranceDetails", OBJECT, OPTIONAL, 1, 0, 0),
};
static const struct sandbox_shape google_details_shape = SHAPE(google_details);

static const struct sandbox_parameter google[] = {
	P("gatewayMerchantId", TEXT, OPTIONAL, 1, 255, 0),
	P("messageExpiration", INTEGER, OPTIONAL, 1, 18, 0),
	P("messageId", TEXT, OPTIONAL, 1, 255, 0),
	ONE_OF("paymentMethod", OPTIONAL, "CARD"),
	SHAPED("paymentMethodDetails", OBJECT, MANDATORY, 0, google_details_shape),
};
const struct sandbox_shape sandbox_shape_google = SHAPE(google);

static const struct sandbox_parameter samsung_header[] = {
	P("alg", TEXT, MANDATORY, 1, 32, 0),
	P("enc", TEXT, MANDATORY, 1, 32, 0),
};
const struct sandbox_shape sandbox_shape_samsung_header = OPEN_SHAPE(samsung_header);

static const struct sandbox_parameter samsung[] = {
	P("amount", AMOUNT, MANDATORY, 1, 12, 0),
	P("currency_code", TEXT, MANDATORY, 3, 3, 0),
	P("utc", INTEGER, MANDATORY, 1, 18, 0),
	P("eci_indicator", INTEGER, OPTIONAL, 1, 2, 0),
	P("tokenPAN", INTEGER, MANDATORY, 13, 19, 0),
	P("tokenPanExpiration", INTEGER, MANDATORY, 4, 4, 0),
	P("cryptogram", TEXT, MANDATORY, 1, 1024, 0),
	P("cardholder_name", TEXT, OPTIONAL, 1, 45, 0),
};
const struct sandbox_shape sandbox_shape_samsung = SHAPE(samsung);

static const struct sandbox_parameter mir[] = {
	P("tan", INTEGER, MANDATORY, 13, 19, 0),
	P("cav", TEXT, MANDATORY, 1, 1024, 0),
	P("tey", INTEGER, MANDATORY, 2, 2, 0),
	P("tem", INTEGER, MANDATORY, 1, 2, 0),
};
const struct sandbox_shape sandbox_shape_mir = OPEN_SHAPE(mir);
/* clang-format on */
