/*
 * Interned strings for the field names of replies, so that decoding a reply allocates none of them. Without opcache
 * they are the same strings that scripts use as array keys. A missing name only costs a little time.
 */
#include "php_payment_gateway.h"

static const char *const known_names[] = {
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

/* A hash table with open addressing; over three quarters of it are empty, so probing ends at once. */
enum { SLOTS = 512 };
static zend_string *slots[SLOTS];

static size_t hash_to_slot(const char *name, size_t length)
{
	const unsigned char *bytes = (const unsigned char *)name;

	return (length * 37 + bytes[0] * 13u + bytes[length - 1] * 31u + bytes[length / 2]) % SLOTS;
}

/* The slot of the name, or the empty slot where it belongs. */
static inline zend_string **find_slot(const char *name, size_t length)
{
	size_t slot = hash_to_slot(name, length);

	while (slots[slot] && !zend_string_equals_cstr(slots[slot], name, length)) {
		slot = (slot + 1) % SLOTS;
	}
	return &slots[slot];
}

void php_pgw_reply_names_startup(void)
{
	memset(slots, 0, sizeof(slots)); /* strings of an earlier module startup are gone */
	for (size_t i = 0; i < sizeof(known_names) / sizeof(known_names[0]); i++) {
		size_t length = strlen(known_names[i]);
		zend_string *name = zend_string_init_interned(known_names[i], length, true);

		/* With opcache, in dl(), the string is not interned: the first array that holds it would free it. */
		if (ZSTR_IS_INTERNED(name)) {
			*find_slot(known_names[i], length) = name;
		} else {
			zend_string_release(name);
		}
	}
}

zend_string *php_pgw_reply_name(struct pgw_text name)
{
	zend_string *found = name.length ? *find_slot(name.at, name.length) : NULL;

	return found ? found : zend_string_init(name.at, name.length, false);
}
