#include "fixture.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ARGUMENTS_MAX = 8 };

struct pgw_text text_of(const char *text)
{
	return (struct pgw_text){text, text ? strlen(text) : 0};
}

static char *copy_with_double_quotes(const char *text)
{
	char *copy = strdup(text);

	if (strchr(text, '"')) {
		return copy;
	}
	for (char *at = copy; *at; at++) {
		*at = *at == '\'' ? '"' : *at == '`' ? '\'' : *at;
	}
	return copy;
}

void *node_of_json(const char *json)
{
	char *copy;
	void *node;

	if (!json) {
		return NULL;
	}
	copy = copy_with_double_quotes(json);
	node = pgw_json_parse(text_of(copy), 64);
	explicit_bzero(copy, strlen(copy)); /* a test looks for secrets in what is freed */
	free(copy);
	if (!node) {
		fail_msg("the test's own JSON is wrong: %s", json);
	}
	return node;
}

const char *json_of(const char *text)
{
	static char *texts[4];
	static size_t next;
	char **copy = &texts[next++ % COUNT(texts)];

	free(*copy);
	*copy = text ? copy_with_double_quotes(text) : NULL;
	return *copy;
}

char *repeat(const char *unit, size_t count)
{
	size_t length = strlen(unit);
	char *whole = malloc(length * count + 1);

	for (size_t i = 0; i < count; i++) {
		memcpy(whole + i * length, unit, length);
	}
	whole[length * count] = '\0';
	return whole;
}

/* ---------------------------------------------------------------- clients */

static struct pgw_client *make_client(
	const struct pgw_bank *bank, const char *base_uri, const char *user, const char *token, const char *options)
{
	struct pgw_text password = user ? text_of(PASSWORD) : text_of(NULL);
	struct pgw_error error = {0};
	void *node = node_of_json(options);
	struct pgw_client *client = pgw_client_create(
		bank, text_of(base_uri), text_of(user), password, text_of(token), NULL, &pgw_json_tree, node, &error);

	pgw_json_free(node);
	if (!client) {
		fail_msg("no client: %s", error.message);
	}
	return client;
}

struct pgw_client *client_at(const char *base_uri, const char *options)
{
	return make_client(NULL, base_uri, USER_NAME, NULL, options);
}

struct pgw_client *client_of(const char *options)
{
	return client_at(BASE_URI, options);
}

struct pgw_client *client_with_token(void)
{
	return make_client(NULL, BASE_URI, NULL, TOKEN, NULL);
}

static const struct pgw_bank *bank_of(const char *name)
{
	const struct pgw_bank *bank = pgw_bank_find(text_of(name));

	if (!bank) {
		fail_msg("there is no bank %s", name);
	}
	return bank;
}

struct pgw_client *client_of_bank(const char *name, const char *options)
{
	return make_client(bank_of(name), NULL, USER_NAME, NULL, options);
}

struct pgw_client *client_of_bank_with_token(const char *name)
{
	return make_client(bank_of(name), NULL, NULL, TOKEN, NULL);
}

/* ---------------------------------------------------------------- requests */

struct gathering {
	struct pgw_argument arguments[ARGUMENTS_MAX];
	size_t count;
};

static bool gather(void *context, struct pgw_text name, const void *value)
{
	struct gathering *gathering = context;

	assert_true(gathering->count < ARGUMENTS_MAX);
	/* json-c's keys end with a zero byte. */
	gathering->arguments[gathering->count++] = (struct pgw_argument){name.at, value};
	return true;
}

bool build_nodes(struct built *built, const struct pgw_client *client, const char *method, const struct pgw_tree *tree,
	void *arguments, void *parameters)
{
	const struct pgw_method *row = pgw_method_find(text_of(method));
	struct gathering gathering = {.count = 0};

	*built = (struct built){.arguments = arguments, .parameters = parameters};
	if (!row) {
		fail_msg("there is no method %s", method);
	}
	if (arguments) {
		pgw_json_tree.each(arguments, gather, &gathering);
	}
	built->good = pgw_request_init(
		&built->request, client, row, tree, gathering.arguments, gathering.count, parameters, &built->error);
	return built->good;
}

bool build(struct built *built, const struct pgw_client *client, const char *method, const char *arguments,
	const char *parameters)
{
	return build_nodes(built, client, method, &pgw_json_tree, node_of_json(arguments), node_of_json(parameters));
}

bool build_path(struct built *built, const struct pgw_client *client, struct pgw_text path, const char *parameters)
{
	*built = (struct built){.parameters = node_of_json(parameters)};
	built->good =
		pgw_request_init_path(&built->request, client, path, &pgw_json_tree, built->parameters, &built->error);
	return built->good;
}

void built_free(struct built *built)
{
	if (built->good) {
		pgw_request_free(&built->request);
	}
	pgw_json_free(built->arguments);
	pgw_json_free(built->parameters);
}

struct least {
	const char *method, *parameters;
};

#define LEAST_REGISTRATION "{'orderNumber':'n-1','amount':100,'returnUrl':'https://shop.example/'}"

#define LEAST_TASK "{'taskIdentifier':{'taskUuid':'u-1'}}"

static const struct least least_classic[] = {
	{"activateTask", LEAST_TASK},
	{"createTask",
		"{'task':{'amount':100,'currency':'643','merchantTaskUuid':'m-1','scheduleData':{'scheduledSince':'2026-01-"
		"24T00:00:00.000+0300','scheduledTill':'2027-01-24T00:00:00.000+0300','timeUnit':'DAYS','value':1}}}"},
	{"getTask", LEAST_TASK},
	{"modifyTask", "{'task':{'taskIdentifier':{'taskUuid':'u-1'}}}"},
	{"skipTaskPayment", "{'taskIdentifier':{'taskUuid':'u-1'},'paymentNumber':3}"},
	{"terminateTask", LEAST_TASK},
	{"terminateTasks", "{'taskIdentifiers':[{'taskUuid':'u-1'}]}"},
	{"applePay", "{'merchant':'m','orderNumber':'n-1','paymentToken':'dG9rZW4='}"},
	{"applePayDirect", "{'orderNumber':'n-1','paymentToken':'dG9rZW4='}"},
	{"bindCard", "{'bindingId':'b-1'}"},
	{"continue3ds", "{'mdOrder':'id-1'}"},
	{"createBindingNoPayment",
		"{'clientId':'c-1','pan':'4444555511113333','expiryDate':'203012','cardholderName':'H'}"},
	{"decline", "{'orderId':'id-1','orderNumber':'n-1'}"},
	{"deposit", "{'orderId':'id-1','amount':100}"},
	{"extendBinding", "{'bindingId':'b-1','newExpiry':'203012'}"},
	{"finish3dsPayment", "{'mdOrder':'id-1','paRes':'eJwC'}"},
	{"finish3dsVer2Payment", "{'threeDSServerTransId':'t-1'}"},
	{"getAllBindings", "{'clientId':'c-1'}"},
	{"getBindings", "{'clientId':'c-1'}"},
	{"getBindingsByCardOrId", "{'bindingId':'b-1'}"},
	{"getOrderStatus", "{'orderId':'id-1'}"},
	{"getOrderStatusExtended", "{'orderId':'id-1'}"},
	{"getLastOrdersForMerchants",
		"{'from':'20260101000000','to':'20260131235959','size':100,'transactionStates':'DEPOSITED','merchants':''}"},
	{"getReceiptStatus", "{'orderId':'id-1'}"},
	{"googlePay", "{'merchant':'m','orderNumber':'n-1','paymentToken':'dG9rZW4=','amount':100,'returnUrl':'https://"
				  "shop.example/','ip':'::1'}"},
	{"googlePayDirect",
		"{'orderNumber':'n-1','paymentToken':'dG9rZW4=','amount':100,'returnUrl':'https://shop.example/'}"},
	{"industryPracticePayment", "{'originalMdOrder':'id-1','orderNumber':'n-1','tii':'IPD','amount':100}"},
	{"installmentPayment", "{'orderNumber':'n-1','bindingId':'b-1','amount':100,'preAuth':false}"},
	{"instantPayment", "{'amount':100,'returnUrl':'https://shop.example/','bindingId':'b-1'}"},
	{"instantRefund", "{'amount':100,'bindingId':'b-1'}"},
	{"mirPay", "{'orderNumber':'n-1','paymentToken':'dG9rZW4=','amount':100}"},
	{"mirPayDirect", "{'orderNumber':'n-1','paymentToken':'dG9rZW4=','amount':100}"},
	{"motoPayment", "{'amount':100,'returnUrl':'https://shop.example/"
					"','pan':'4444555511113333','expiry':'203012','cardholder':'H'}"},
	{"paymentOrder",
		"{'MDORDER':'id-1','$PAN':'4444555511113333','$CVC':'123','YYYY':'2026','MM':'12','TEXT':'CARD HOLDER'}"},
	{"paymentOrderBinding", "{'mdOrder':'id-1','bindingId':'b-1'}"},
	{"processRawPositionOrderRefund", "{'orderId':'id-1','amount':100,'positionId':1}"},
	{"processRawPositionRefund", "{'orderId':'id-1','amount':100,'positionId':1}"},
	{"processRawSumRefund", "{'orderId':'id-1','amount':100}"},
	{"recurrentPayment", "{'orderNumber':'n-1','bindingId':'b-1','amount':100}"},
	{"refund", "{'orderId':'id-1','amount':100}"},
	{"register", LEAST_REGISTRATION},
	{"registerPreAuth", LEAST_REGISTRATION},
	{"reverse", "{'orderId':'id-1'}"},
	{"samsungPay", "{'merchant':'m','orderNumber':'n-1','paymentToken':'dG9rZW4='}"},
	{"samsungPayDirect", "{'merchant':'m','orderNumber':'n-1','paymentToken':'dG9rZW4='}"},
	{"tokenPayment", "{'amount':100,'tokenType':'VTS','paymentData':{'dpan':'4444555511113333','MM':'12','YYYY':'2030'}"
					 ",'returnUrl':'https://shop.example/'}"},
	{"unBindCard", "{'bindingId':'b-1'}"},
	{"updateSSLCardList", "{'mdorder':'id-1'}"},
	{"verifyCard", "{'amount':0,'pan':'4444555511113333','expiry':'203012'}"},
	{"verifyEnrollment", "{'pan':'4444555511113333'}"},
	{NULL, NULL},
};

static const struct least least_sberbank[] = {
	{"autoCompletion", "{'orderId':'" ORDER_36 "'}"},
	{"autoRefund", "{'orderId':'" ORDER_36 "','compositeAmount':100}"},
	{"bindCard", "{'bindingId':'" BINDING_36 "'}"},
	{"decline", "{'orderId':'" ORDER_36 "'}"},
	{"deposit", "{'orderId':'" ORDER_36 "','amount':100}"},
	{"finish3dsMethod", "{'mdOrder':'" ORDER_36 "','threeDSServerTransId':'t-1','threeDSCompInd':'Y'}"},
	{"finish3dsPayment", "{'mdOrder':'" ORDER_36 "','cRes':'eyJ0'}"},
	{"getBindings", "{'clientId':'c-1'}"},
	{"getBindingsByCardOrId", "{'bindingId':'" BINDING_36 "'}"},
	{"getOrderStatusExtended", "{'orderId':'" ORDER_36 "'}"},
	{"getReceiptStatus", "{'orderId':'" ORDER_36 "'}"},
	{"mirPayDirect", "{'orderNumber':'n-1','paymentToken':'dG9rZW4=','amount':100}"},
	{"paymentOrder", "{'MDORDER':'" ORDER_36 "','$PAN':'4444555511113333','YYYY':'2026','MM':'12'}"},
	{"paymentOrderBinding", "{'mdOrder':'" ORDER_36 "','bindingId':'" BINDING_36 "','ip':'::1'}"},
	{"paymentOrderBySubscription",
		"{'orderId':'" ORDER_36 "','subscriptionId':'0123456789abcdef0123456789abcdef','memberId':'100000000111'}"},
	{"paymentSberPay", "{'orderId':'" ORDER_36 "','phone':'79990000000'}"},
	{"recurrentPayment", "{'orderNumber':'n-1','bindingId':'" BINDING_36 "','amount':100}"},
	{"refund", "{'orderId':'" ORDER_36 "','amount':100}"},
	{"register", LEAST_REGISTRATION},
	{"registerPreAuth", LEAST_REGISTRATION},
	{"reverse", "{'orderId':'" ORDER_36 "'}"},
	{"unBindCard", "{'bindingId':'" BINDING_36 "'}"},
	{NULL, NULL},
};

const char *least_parameters_in(enum pgw_dialect dialect, const char *method)
{
	const struct least *least = dialect == PGW_DIALECT_SBERBANK ? least_sberbank : least_classic;

	while (least->method && strcmp(least->method, method) != 0) {
		least++;
	}
	if (!least->method) {
		fail_msg("the tests know no parameters for %s", method);
	}
	return least->parameters;
}

const char *least_parameters(const char *method)
{
	return least_parameters_in(PGW_DIALECT_CLASSIC, method);
}

static enum pgw_dialect dialect_of(const struct pgw_client *client)
{
	bool sberbank = strcmp(pgw_client_show(client).dialect, "sberbank") == 0;

	return sberbank ? PGW_DIALECT_SBERBANK : PGW_DIALECT_CLASSIC;
}

void build_any(struct built *built, const struct pgw_client *client, const char *call)
{
	if (strcmp(call, "refund+id") == 0) {
		build(built, client, "refund", NULL,
			dialect_of(client) == PGW_DIALECT_SBERBANK ? "{'orderId':'" ORDER_36
														 "','amount':100,'jsonParams':{'externalRefundId':'r-1'}}"
													   : "{'orderId':'id-1','amount':100,'externalRefundId':'r-1'}");
	} else if (strchr(call, '/')) {
		build_path(built, client, text_of(call), "{'orderId':'id-1'}");
	} else {
		build(built, client, call, NULL, least_parameters_in(dialect_of(client), call));
	}
	if (!built->good) {
		fail_msg("no request: %s", built->error.message);
	}
}

/* ---------------------------------------------------------------- tables */

int run_row_tests(const char *name, const void *rows, size_t size, size_t count, CMUnitTestFunction test)
{
	struct CMUnitTest *tests = calloc(count, sizeof(*tests));
	int failed;

	for (size_t i = 0; i < count; i++) {
		void *row = (char *)rows + i * size;

		tests[i] = (struct CMUnitTest){.name = *(const char **)row, .test_func = test, .initial_state = row};
	}
	failed = _cmocka_run_group_tests(name, tests, count, NULL, NULL);
	free(tests);
	return failed;
}

void assert_holds(const char *whole, const char *part)
{
	if (!strstr(whole, part)) {
		fail_msg("\"%s\" is not in \"%s\"", part, whole);
	}
}

void assert_lacks(const char *whole, const char *part)
{
	if (strstr(whole, part)) {
		fail_msg("\"%s\" is in \"%s\"", part, whole);
	}
}

enum pgw_verdict judge(const struct pgw_request *request, int http_status, const struct pgw_tree *tree,
	const void *reply, const char *flaw, struct pgw_error *error)
{
	struct pgw_response response = {.http_status = http_status, .attempts = 1};

	return pgw_reply_judge(request, &response, tree, reply, flaw, error);
}
