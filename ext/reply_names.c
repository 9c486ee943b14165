/*
 * The names that replies are made of, as strings made once for the whole process: a reply then makes none for them,
 * and without opcache they are the very strings of a shop's script. A name that is missing here costs a little time
 * and nothing else.
 */
#include "php_payment_gateway.h"

static const char *const known[] = {
	"ErrorCode",
	"ErrorMessage",
	"OrderNumber",
	"OrderStatus",
	"acsUrl",
	"actionCode",
	"actionCodeDescription",
	"address",
	"amount",
	"approvalCode",
	"approvedAmount",
	"attributes",
	"authCode",
	"authDateTime",
	"authRefNum",
	"avsCode",
	"bankCountryCode",
	"bankCountryName",
	"bankInfo",
	"bankName",
	"bindingCategory",
	"bindingId",
	"bindingInfo",
	"bindings",
	"cReq",
	"cardAuthInfo",
	"cardHolder",
	"cardholderName",
	"cartItems",
	"cavv",
	"chargeback",
	"clientId",
	"code",
	"corporateCard",
	"creditBankName",
	"currency",
	"customerDetails",
	"data",
	"date",
	"depositAmount",
	"depositedAmount",
	"depositedDate",
	"description",
	"displayErrorMessage",
	"eci",
	"email",
	"error",
	"errorCode",
	"errorMessage",
	"expiration",
	"expiry",
	"expiryDate",
	"externalRefundId",
	"feUtrnno",
	"feeAmount",
	"formUrl",
	"info",
	"ip",
	"is3DSVer2",
	"itemAmount",
	"itemCode",
	"itemCurrency",
	"itemDetails",
	"itemPrice",
	"items",
	"label",
	"maskedPan",
	"mdOrder",
	"measure",
	"merchantOrderParams",
	"message",
	"name",
	"operations",
	"orderBundle",
	"orderDescription",
	"orderId",
	"orderNumber",
	"orderStatus",
	"packedCReq",
	"paReq",
	"pan",
	"params",
	"payerData",
	"paymentAmountInfo",
	"paymentNetRefNum",
	"paymentState",
	"paymentSystem",
	"paymentWay",
	"phone",
	"positionId",
	"postAddress",
	"processingErrorType",
	"product",
	"productCategory",
	"quantity",
	"redirect",
	"referenceNumber",
	"refundDate",
	"refundedAmount",
	"refunds",
	"rrn",
	"secureAuthInfo",
	"state",
	"status",
	"success",
	"taxAmount",
	"taxType",
	"termUrl",
	"terminalId",
	"threeDSInfo",
	"threeDSMethodUrl",
	"threeDSServerTransId",
	"threeDsType",
	"totalAmount",
	"transactionAttributes",
	"userMessage",
	"value",
	"xid",
};

/* Open addressing; over three quarters of it stay empty, so a search ends at once. */
enum { SLOTS = 512 };
static zend_string *slots[SLOTS];

static size_t slot_of(const char *name, size_t length)
{
	const unsigned char *bytes = (const unsigned char *)name;

	return (length * 37 + bytes[0] * 13u + bytes[length - 1] * 31u + bytes[length / 2]) % SLOTS;
}

/* The slot that holds the name, or would. */
static zend_string **find(const char *name, size_t length)
{
	size_t slot = slot_of(name, length);

	while (slots[slot] && !zend_string_equals_cstr(slots[slot], name, length)) {
		slot = (slot + 1) % SLOTS;
	}
	return &slots[slot];
}

void php_pgw_reply_names_startup(void)
{
	memset(slots, 0, sizeof(slots)); /* the strings of an earlier start are gone */
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		size_t length = strlen(known[i]);
		zend_string *name = zend_string_init_interned(known[i], length, true);

		/* Under opcache dl() gets a string that the first array to hold it would free. */
		if (ZSTR_IS_INTERNED(name)) {
			*find(known[i], length) = name;
		} else {
			zend_string_release(name);
		}
	}
}

zend_string *php_pgw_reply_name(struct pgw_text name)
{
	zend_string *found = name.length ? *find(name.at, name.length) : NULL;

	return found ? found : zend_string_init(name.at, name.length, false);
}
