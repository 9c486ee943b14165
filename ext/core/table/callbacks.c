/* What the documentation says of callbacks: the parameters and the operations. */
#include "callbacks.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Sorted by name. The currency is text, as in a status reply: it may begin with a zero. */
static const struct pgw_callback_row rows[] = {
	{"actionCode", PGW_CALLBACK_INTEGER},
	{"actionCodeDescription", PGW_CALLBACK_TEXT},
	{"amount", PGW_CALLBACK_INTEGER},
	{"amountFormatted", PGW_CALLBACK_TEXT},
	{"approvalCode", PGW_CALLBACK_PLAIN},
	{"approvedAmount", PGW_CALLBACK_INTEGER},
	{"approvedAmountFormatted", PGW_CALLBACK_TEXT},
	{"authCode", PGW_CALLBACK_PLAIN},
	{"authValue", PGW_CALLBACK_PLAIN},
	{"avsCode", PGW_CALLBACK_INTEGER},
	{"bankName", PGW_CALLBACK_TEXT},
	{"bindingId", PGW_CALLBACK_PLAIN},
	{"callbackCreationDate", PGW_CALLBACK_PLAIN},
	{"cardholderName", PGW_CALLBACK_TEXT},
	{"cavv", PGW_CALLBACK_PLAIN},
	{"checksum", PGW_CALLBACK_UNSIGNED},
	{"clientId", PGW_CALLBACK_PLAIN},
	{"creditBankName", PGW_CALLBACK_TEXT},
	{"creditPanCountryCode", PGW_CALLBACK_PLAIN},
	{"currency", PGW_CALLBACK_PLAIN},
	{"currencyName", PGW_CALLBACK_PLAIN},
	{"currentRefundAmountFormatted", PGW_CALLBACK_TEXT},
	{"currentReverseAmountFormatted", PGW_CALLBACK_TEXT},
	{"date", PGW_CALLBACK_PLAIN},
	{"debitBankName", PGW_CALLBACK_TEXT},
	{"debitPanCountryCode", PGW_CALLBACK_PLAIN},
	{"declineDate", PGW_CALLBACK_PLAIN},
	{"depositFlag", PGW_CALLBACK_INTEGER},
	{"depositedAmount", PGW_CALLBACK_INTEGER},
	{"depositedAmountFormatted", PGW_CALLBACK_TEXT},
	{"depositedDate", PGW_CALLBACK_PLAIN},
	{"depositedTotalAmountFormatted", PGW_CALLBACK_TEXT},
	{"eci", PGW_CALLBACK_PLAIN},
	{"email", PGW_CALLBACK_TEXT},
	{"enabled", PGW_CALLBACK_PLAIN},
	{"externalRefundId", PGW_CALLBACK_PLAIN},
	{"feeAmount", PGW_CALLBACK_INTEGER},
	{"finishCheckUrl", PGW_CALLBACK_TEXT},
	{"ip", PGW_CALLBACK_PLAIN},
	{"ipCountryCode", PGW_CALLBACK_PLAIN},
	{"isInternationalP2P", PGW_CALLBACK_PLAIN},
	{"maskedPan", PGW_CALLBACK_PLAIN},
	{"mdOrder", PGW_CALLBACK_PLAIN},
	{"mdorder", PGW_CALLBACK_PLAIN},
	{"merchantFullName", PGW_CALLBACK_TEXT},
	{"merchantLogin", PGW_CALLBACK_PLAIN},
	{"operation", PGW_CALLBACK_PLAIN},
	{"operationRefundedAmount", PGW_CALLBACK_INTEGER},
	{"operationRefundedAmountFormatted", PGW_CALLBACK_TEXT},
	{"operationType", PGW_CALLBACK_PLAIN},
	{"orderDescription", PGW_CALLBACK_TEXT},
	{"orderNumber", PGW_CALLBACK_PLAIN},
	{"p2pDebitRrn", PGW_CALLBACK_PLAIN},
	{"panCountryCode", PGW_CALLBACK_PLAIN},
	{"panMasked", PGW_CALLBACK_PLAIN},
	{"payerEmail", PGW_CALLBACK_TEXT},
	{"paymentAmount", PGW_CALLBACK_INTEGER},
	{"paymentDate", PGW_CALLBACK_PLAIN},
	{"paymentRefNum", PGW_CALLBACK_PLAIN},
	{"paymentState", PGW_CALLBACK_PLAIN},
	{"paymentSystem", PGW_CALLBACK_PLAIN},
	{"paymentWay", PGW_CALLBACK_PLAIN},
	{"phone", PGW_CALLBACK_TEXT},
	{"processingId", PGW_CALLBACK_PLAIN},
	{"recipientData", PGW_CALLBACK_TEXT},
	{"refNum", PGW_CALLBACK_PLAIN},
	{"refnum", PGW_CALLBACK_PLAIN},
	{"refundedAmount", PGW_CALLBACK_INTEGER},
	{"refundedAmountFormatted", PGW_CALLBACK_TEXT},
	{"refundedDate", PGW_CALLBACK_PLAIN},
	{"reversedDate", PGW_CALLBACK_PLAIN},
	{"sessionExpiredDate", PGW_CALLBACK_PLAIN},
	{"signAlias", PGW_CALLBACK_UNSIGNED},
	{"sign_alias", PGW_CALLBACK_UNSIGNED},
	{"status", PGW_CALLBACK_STATUS},
	{"terminalId", PGW_CALLBACK_PLAIN},
	{"threeDSType", PGW_CALLBACK_PLAIN},
	{"tokenizeCryptogram", PGW_CALLBACK_TEXT},
	{"totalAmountFormatted", PGW_CALLBACK_TEXT},
	{"transactionAttributes", PGW_CALLBACK_TEXT},
	{"transactionTypeIndicator", PGW_CALLBACK_PLAIN},
	{"xid", PGW_CALLBACK_PLAIN},
};

static const char *const operations[] = {
	"approved",
	"deposited",
	"reversed",
	"refunded",
	"declinedByTimeout",
	"declinedCardPresent",
	"bindingCreated",
	"bindingActivityChanged",
	"bindingDeactivated",
	"created",
	"subscriptionCreated",
	NULL,
};

const struct pgw_callback_row *pgw_callback_rows(size_t *count)
{
	*count = sizeof(rows) / sizeof(rows[0]);
	return rows;
}

static int compare_name_with_row(const void *key, const void *row)
{
	const struct pgw_text *name = key;
	const char *other = ((const struct pgw_callback_row *)row)->name;
	int order = strncmp(name->at, other, name->length);

	return order != 0 ? order : -(other[name->length] != '\0');
}

const struct pgw_callback_row *pgw_callback_row_find(struct pgw_text name)
{
	if (name.length == 0 || memchr(name.at, '\0', name.length)) {
		return NULL;
	}
	return bsearch(&name, rows, sizeof(rows) / sizeof(rows[0]), sizeof(rows[0]), compare_name_with_row);
}

const char *pgw_callback_operation_find(struct pgw_text text)
{
	for (const char *const *operation = operations; *operation; operation++) {
		if (strlen(*operation) == text.length && strncasecmp(*operation, text.at, text.length) == 0) {
			return *operation;
		}
	}
	return NULL;
}
