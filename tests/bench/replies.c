/* Each reply is what the sandbox gateway (tests/sandbox) answers; a longer status has a longer orderBundle. */
#define _GNU_SOURCE
#include "replies.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_REPLIES = 16, BINDINGS = 50 };

#define ORDER_ID "6299538a-2dc4-454a-8907-b30d73a3e21f"

static void write_items(FILE *to, long bytes)
{
	fputs("\"orderBundle\":{\"cartItems\":{\"items\":[", to);
	for (int i = 1; i == 1 || ftell(to) < bytes; i++) {
		fprintf(to,
			"%s{\"positionId\":%d,\"name\":\"Green tea, item %d\",\"quantity\":{\"value\":1,\"measure\":\"pcs\"},"
			"\"itemAmount\":150000,\"itemPrice\":150000,\"itemCode\":\"tea-%d\",\"depositedItemAmount\":150000}",
			i > 1 ? "," : "", i, i, i);
	}
	fputs("]}},", to);
}

static void write_status(FILE *to, size_t bytes)
{
	static const char tail[] =
		"\"authDateTime\":1795309533279,\"terminalId\":\"123456\",\"authRefNum\":\"941067226343\","
		"\"paymentAmountInfo\":{\"paymentState\":\"DEPOSITED\",\"approvedAmount\":150000,\"depositedAmount\":150000,"
		"\"refundedAmount\":0,\"totalAmount\":150000},\"bankInfo\":{\"bankName\":\"UNKNOWN\","
		"\"bankCountryCode\":\"<unknown>\",\"bankCountryName\":\"Unknown\"},\"chargeback\":false,"
		"\"paymentWay\":\"CARD\",\"depositedDate\":1795309533279,\"transactionAttributes\":[],\"feUtrnno\":"
		"941067226343}";

	fputs("{\"errorCode\":\"0\",\"errorMessage\":\"Success\",\"orderNumber\":\"bench-1\",\"orderStatus\":2,"
		  "\"actionCode\":0,\"actionCodeDescription\":\"\",\"amount\":150000,\"currency\":\"398\","
		  "\"date\":1795309533278,\"orderDescription\":\"Order\",\"merchantOrderParams\":[],"
		  "\"attributes\":[{\"name\":\"mdOrder\",\"value\":\"" ORDER_ID "\"}],"
		  "\"cardAuthInfo\":{\"maskedPan\":\"555555**5599\",\"pan\":\"555555**5599\",\"expiration\":\"203412\","
		  "\"cardholderName\":\"JOHN DOE\",\"approvalCode\":\"946085\",\"paymentSystem\":\"MASTERCARD\","
		  "\"product\":\"MASTERCARD STANDARD\",\"productCategory\":\"DEBIT\",\"corporateCard\":\"false\","
		  "\"secureAuthInfo\":{\"eci\":7,\"threeDsType\":\"0\"}},",
		to);
	if (ftell(to) + strlen(tail) < bytes) {
		write_items(to, (long)(bytes - strlen(tail)));
	}
	fputs(tail, to);
}

static void write_bindings(FILE *to, size_t bytes)
{
	(void)bytes;
	fputs("{\"errorCode\":\"0\",\"errorMessage\":\"Success\",\"bindings\":[", to);
	for (int i = 0; i < BINDINGS; i++) {
		fprintf(to,
			"%s{\"bindingId\":\"7debfa95-6687-47b0-8b27-61038bacaf%02d\",\"maskedPan\":\"555555**55%02d\","
			"\"expiryDate\":\"203412\",\"clientId\":\"client-1\",\"paymentWay\":\"CARD\","
			"\"paymentSystem\":\"MASTERCARD\",\"displayLabel\":\"XXXXXXXXXXXX55%02d\",\"bindingCategory\":\"COMMON\"}",
			i ? "," : "", i, i, i);
	}
	fputs("]}", to);
}

static void write_order(FILE *to, size_t bytes)
{
	(void)bytes;
	fputs("{\"orderId\":\"" ORDER_ID
		  "\",\"formUrl\":\"http://127.0.0.1/payment/merchants/sandbox/payment_en.html?mdOrder=" ORDER_ID "\"}",
		to);
}

static const struct {
	const char *path;
	void (*write)(FILE *to, size_t bytes);
} writers[] = {
	{"rest/getOrderStatusExtended.do", write_status},
	{"rest/getBindings.do", write_bindings},
	{"rest/register.do", write_order},
};

static struct reply make(void (*write)(FILE *, size_t), size_t bytes)
{
	struct reply reply;
	char *body;
	size_t length;
	FILE *to = open_memstream(&body, &length);

	write(to, bytes);
	fclose(to);
	to = open_memstream(&reply.at, &reply.length);
	fprintf(to,
		"HTTP/1.1 200 OK\r\nDate: Sun, 22 Nov 2026 01:05:33 GMT\r\nContent-Type: application/json;charset=UTF-8\r\n"
		"Content-Length: %zu\r\n\r\n%s",
		length, body);
	fclose(to);
	free(body);
	return reply;
}

const struct reply *reply_find(const char *path, size_t bytes)
{
	static struct made {
		size_t writer, bytes;
		struct reply reply;
	} made[MOST_REPLIES];
	static size_t count;
	size_t writer = 0;

	while (writer < sizeof(writers) / sizeof(writers[0]) && strcmp(writers[writer].path, path) != 0) {
		writer++;
	}
	for (size_t i = 0; i < count; i++) {
		if (made[i].writer == writer && made[i].bytes == bytes) {
			return &made[i].reply;
		}
	}
	if (writer == sizeof(writers) / sizeof(writers[0]) || count == MOST_REPLIES) {
		return NULL;
	}
	made[count] = (struct made){writer, bytes, make(writers[writer].write, bytes)};
	return &made[count++].reply;
}
