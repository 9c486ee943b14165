/* Sberbank's dialect: JSON bodies byte for byte, and what the classic dialect does otherwise. */
#include "fixture.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SBERBANK_URI "https://ecomtest.sberbank.ru/ecomm/gw/partner/api/v1/"
#define REGISTER     "{'orderNumber':'n-1','amount':100,'returnUrl':'https://s.example/'}"
#define REGISTERED   ",'orderNumber':'n-1','amount':100,'returnUrl':'https://s.example/'"
#define ORDER        "{'orderId':'" ORDER_36 "'}"
#define ORDERED      ",'orderId':'" ORDER_36 "'"
#define REFUND       "{'orderId':'" ORDER_36 "','amount':5}"
#define REFUNDED     ORDERED ",'amount':5"
#define BOUND        "{'orderId':'" ORDER_36 "','bindingId':'" BINDING_36 "'}"
#define BOUND_SENT   ",'mdOrder':'" ORDER_36 "','bindingId':'" BINDING_36 "'"
#define ZERO         "{'orderNumber':'n','amount':0,'returnUrl':'https://s.example/'}"
#define ZERO_SENT    ",'orderNumber':'n','amount':0,'returnUrl':'https://s.example/'"
#define BUNDLE \
	"{'cartItems':{'items':[{'positionId':'1','itemCode':'c','name':'Tea','quantity':{'value':1}," \
	"'itemPrice':100,'itemAmount':100,'paymentMethod':'advance','paymentObject':'1','tax':{'taxType':6}}]}}"

/* ---------------------------------------------------------------- bodies */

struct sent {
	const char *label;
	const char *method, *path;
	const char *options, *arguments, *parameters;
	const char *body; /* after the credentials, without the last brace */
};

static const struct sent sent_rows[] = {
	{"register", "register", "register.do", NULL, REGISTER, NULL, REGISTERED},
	{"registerPreAuth", "registerPreAuth", "registerPreAuth.do", NULL, REGISTER,
		"{'autocompletionDate':'2026-11-22T00:00:00'}", REGISTERED ",'autocompletionDate':'2026-11-22T00:00:00'"},
	{"deposit", "deposit", "deposit.do", NULL, REFUND, "{'orderBundle':" BUNDLE "}", REFUNDED ",'orderBundle':" BUNDLE},
	{"reverse", "reverse", "reverse.do", NULL, ORDER, NULL, ORDERED},
	{"reverse of a part", "reverse", "reverse.do", NULL, ORDER, "{'amount':5,'jsonParams':{'a':1}}",
		ORDERED ",'amount':5,'jsonParams':{'a':1}"},
	{"refund", "refund", "refund.do", NULL, REFUND, NULL, REFUNDED},
	{"refund with an id", "refund", "refund.do", NULL, REFUND, "{'jsonParams':{'externalRefundId':'r-1','x':1}}",
		REFUNDED ",'jsonParams':{'externalRefundId':'r-1','x':1}"},
	{"decline", "decline", "decline.do", NULL, "{'orderNumber':'n-1'}", NULL, ",'orderNumber':'n-1'"},
	{"getOrderStatusExtended", "getOrderStatusExtended", "getOrderStatusExtended.do", NULL, ORDER, NULL, ORDERED},
	{"paymentOrder", "paymentOrder", "paymentOrder.do", NULL, ORDER,
		"{'$PAN':4444555511113333,'$CVC':'012','YYYY':2026,'MM':'01','bindingNotNeeded':true}",
		",'MDORDER':'" ORDER_36
		"','$PAN':'4444555511113333','$CVC':'012','YYYY':'2026','MM':'01','bindingNotNeeded':true"},
	{"getBindings", "getBindings", "getBindings.do", NULL, "{'clientId':'c'}",
		"{'showExpired':false,'showInactive':true}", ",'clientId':'c','showExpired':false,'showInactive':true"},
	{"paymentOrderBinding", "paymentOrderBinding", "paymentOrderBinding.do", NULL, BOUND, "{'ip':'::1'}",
		BOUND_SENT ",'ip':'::1'"},
	{"paymentOrderBinding, the rest", "paymentOrderBinding", "paymentOrderBinding.do",
		"{'language':'ru','currency':'643'}", BOUND,
		"{'ip':'::1','cvc':'012','email':'a@b','jsonParams':{'a':[1]},'threeDSMethodNotificationUrl':'https://x/"
		"','termUrl':'https://y/'}",
		BOUND_SENT ",'ip':'::1','cvc':'012','email':'a@b','jsonParams':{'a':[1]},'threeDSMethodNotificationUrl':'https:"
				   "//x/','termUrl':'https://y/','language':'ru'"},
	{"an int becomes a code", "paymentOrderBinding", "paymentOrderBinding.do", NULL, BOUND, "{'ip':'::1','cvc':123}",
		BOUND_SENT ",'ip':'::1','cvc':'123'"},
	{"getBindingsByCardOrId", "getBindingsByCardOrId", "getBindingsByCardOrId.do", "{'language':'ru'}",
		"{'pan':4444555511113333}", "{'showExpired':false,'showInactive':true}",
		",'pan':'4444555511113333','showExpired':false,'showInactive':true,'language':'ru'"},
	{"getBindingsByCardOrId by a binding", "getBindingsByCardOrId", "getBindingsByCardOrId.do", NULL,
		"{'pan':null,'bindingId':'" BINDING_36 "'}", NULL, ",'bindingId':'" BINDING_36 "'"},
	{"bindCard", "bindCard", "bindCard.do", "{'language':'ru'}", "{'bindingId':'" BINDING_36 "'}", NULL,
		",'bindingId':'" BINDING_36 "','language':'ru'"},
	{"unBindCard", "unBindCard", "unbindCard.do", NULL, "{'bindingId':'" BINDING_36 "'}", "{'language':'en'}",
		",'bindingId':'" BINDING_36 "','language':'en'"},
	{"recurrentPayment", "recurrentPayment", "recurrentPayment.do", "{'language':'ru','currency':'643'}",
		"{'orderNumber':'n-1','bindingId':'" BINDING_36 "','amount':5}",
		"{'additionalParameters':{'sbrf_spasibo:amount_bonus':7}}",
		",'orderNumber':'n-1','bindingId':'" BINDING_36
		"','amount':5,'additionalParameters':{'sbrf_spasibo:amount_bonus':7},'language':'ru','currency':'643'"},
	{"mirPayDirect", "mirPayDirect", "mir/paymentDirect.do", "{'currency':'643'}",
		"{'orderNumber':'n-1','amount':5,'paymentToken':'dG9rZW4='}",
		"{'additionalParameters':{'dataEntryMode':'RECURRING'},'preAuth':true}",
		",'orderNumber':'n-1','amount':5,'paymentToken':'dG9rZW4=','additionalParameters':{'dataEntryMode':'RECURRING'}"
		",'preAuth':true,'currencyCode':'643'"},
	{"paymentSberPay", "paymentSberPay", "paymentSberPay.do", "{'language':'ru'}",
		"{'orderId':'" ORDER_36 "','phone':'79990000000'}", "{'merchantLogin':'m'}",
		ORDERED ",'phone':'79990000000','merchantLogin':'m'"},
	{"paymentOrderBySubscription", "paymentOrderBySubscription", "paymentOrderBySubscription", NULL,
		"{'orderId':'" ORDER_36 "','subscriptionId':'0123456789abcdef0123456789abcdef','memberId':100000000111}", NULL,
		ORDERED ",'subscriptionId':'0123456789abcdef0123456789abcdef','memberId':'100000000111'"},
	/* ---- what features demand, and what they leave alone */
	{"a binding by force and nothing else", "register", "register.do", NULL, ZERO,
		"{'clientId':'c','features':'FORCE_CREATE_BINDING;VERIFY'}",
		ZERO_SENT ",'clientId':'c','features':'FORCE_CREATE_BINDING;VERIFY'"},
	{"joined inside a list", "register", "register.do", NULL, ZERO, "{'features':['A','B;VERIFY']}",
		ZERO_SENT ",'features':'A;B;VERIFY'"},
	{"empty ones between", "register", "register.do", NULL, ZERO, "{'features':';;VERIFY;'}",
		ZERO_SENT ",'features':';;VERIFY;'"},
	{"a subscription charges nothing", "register", "register.do", NULL, ZERO,
		"{'jsonParams':{'qrType':'SUBSCRIPTION_SBP','sbp.scenario':'C2B_SUBSCRIPTION'}}",
		ZERO_SENT ",'jsonParams':{'qrType':'SUBSCRIPTION_SBP','sbp.scenario':'C2B_SUBSCRIPTION'}"},
	{"a subscription with a first payment", "register", "register.do", NULL, REGISTER,
		"{'jsonParams':{'qrType':'SUBSCRIPTION_SBP'}}", REGISTERED ",'jsonParams':{'qrType':'SUBSCRIPTION_SBP'}"},
	{"the order's own callback address", "registerPreAuth", "registerPreAuth.do", NULL, REGISTER,
		"{'dynamicCallbackUrl':'https://s.e/'}", REGISTERED ",'dynamicCallbackUrl':'https://s.e/'"},
	{"AUTO_PAYMENT joined with others", "register", "register.do", NULL, REGISTER,
		"{'features':'AUTO_PAYMENT;FORCE_TDSX;XFORCE_SSL;FORCE_FULL_TDS'}",
		REGISTERED ",'features':'AUTO_PAYMENT;FORCE_TDSX;XFORCE_SSL;FORCE_FULL_TDS'"},
	/* ---- types */
	{"an integer stays one", "register", "register.do", NULL, REGISTER, "{'sessionTimeoutSecs':600}",
		REGISTERED ",'sessionTimeoutSecs':600"},
	{"digits with zeros become one", "register", "register.do", NULL, REGISTER, "{'sessionTimeoutSecs':'0600'}",
		REGISTERED ",'sessionTimeoutSecs':600"},
	{"zeros become 0", "register", "register.do", NULL, REGISTER, "{'sessionTimeoutSecs':'000'}",
		REGISTERED ",'sessionTimeoutSecs':0"},
	{"VERIFY in a joined text", "register", "register.do", NULL,
		"{'orderNumber':'n','amount':0,'returnUrl':'https://s.example/'}", "{'features':'A;VERIFY'}",
		",'orderNumber':'n','amount':0,'returnUrl':'https://s.example/','features':'A;VERIFY'"},
	{"digits become one", "register", "register.do", NULL, REGISTER, "{'sessionTimeoutSecs':'600'}",
		REGISTERED ",'sessionTimeoutSecs':600"},
	{"an int becomes digits", "register", "register.do", NULL, REGISTER, "{'currency':643}",
		REGISTERED ",'currency':'643'"},
	{"one feature", "register", "register.do", NULL, REGISTER, "{'features':'FORCE_TDS'}",
		REGISTERED ",'features':'FORCE_TDS'"},
	{"features are joined", "register", "register.do", NULL, REGISTER, "{'features':['A','B','C']}",
		REGISTERED ",'features':'A;B;C'"},
	{"a list of one feature", "register", "register.do", NULL, REGISTER, "{'features':['A']}",
		REGISTERED ",'features':'A'"},
	{"no features", "register", "register.do", NULL, REGISTER, "{'features':[]}", REGISTERED},
	{"0 with VERIFY", "register", "register.do", NULL,
		"{'orderNumber':'n','amount':0,'returnUrl':'https://s.example/'}", "{'features':['A','VERIFY']}",
		",'orderNumber':'n','amount':0,'returnUrl':'https://s.example/','features':'A;VERIFY'"},
	{"null is absent", "register", "register.do", NULL, REGISTER, "{'email':null,'orderBundle':null}", REGISTERED},
	{"empty jsonParams", "register", "register.do", NULL, REGISTER, "{'jsonParams':[]}", REGISTERED ",'jsonParams':{}"},
	{"defaults", "register", "register.do", "{'language':'ru','currency':'643'}", REGISTER, NULL,
		REGISTERED ",'language':'ru','currency':'643'"},
	{"no currency where there is none", "refund", "refund.do", "{'language':'ru','currency':'643'}", REFUND, NULL,
		REFUNDED ",'language':'ru'"},
	/* ---- escaping */
	{"quotes and backslashes", "register", "register.do", NULL, REGISTER, "{'description':'a\\'b\\\\c/d\\\\\\''}",
		REGISTERED ",'description':'a\\'b\\\\c/d\\\\\\''"},
	{"controls", "register", "register.do", NULL, REGISTER, "{'description':'\\u0001\\b\\t\\n\\f\\r\\u001f\\u007f'}",
		REGISTERED ",'description':'\\u0001\\b\\t\\n\\f\\r\\u001f\x7F'"},
	{"UTF-8", "register", "register.do", NULL, REGISTER, "{'description':'\xD0\xA7\xD0\xB0\xD0\xB9 \xF0\x9F\x98\x80'}",
		REGISTERED ",'description':'\xD0\xA7\xD0\xB0\xD0\xB9 \xF0\x9F\x98\x80'"},
	{"a feature with a quote", "register", "register.do", NULL, REGISTER, "{'features':['A\\'','\\\\B']}",
		REGISTERED ",'features':'A\\';\\\\B'"},
	{"an injection", "register", "register.do", NULL, REGISTER, "{'description':'x\\',\\'amount\\':1,\\'y\\':\\''}",
		REGISTERED ",'description':'x\\',\\'amount\\':1,\\'y\\':\\''"},
	/* ---- extras */
	{"extras of each type", "refund", "refund.do", "{'extraParameters':true}", REFUND,
		"{'s':'a\\'','i':-5,'b':false,'o':{'k':[1,null]},'l':[],'n':null}",
		REFUNDED ",'s':'a\\'','i':-5,'b':false,'o':{'k':[1,null]},'l':[]"},
	{"an extra's name is escaped", "refund", "refund.do", "{'extraParameters':true}", REFUND, "{'a\\'\\n:1':'x'}",
		REFUNDED ",'a\\'\\n:1':'x'"},
	{"a classic name among extras", "refund", "refund.do", "{'extraParameters':true}", REFUND,
		"{'externalRefundId':'r'}", REFUNDED ",'externalRefundId':'r'"},
};

static void sends(void **state)
{
	const struct sent *row = *state;
	struct pgw_client *client = client_of_bank("sberbank-test", row->options);
	char *expected = malloc(strlen(row->body) + sizeof(JSON_CREDENTIALS) + 1), uri[256];
	struct built built;

	if (!build(&built, client, row->method, row->arguments, row->parameters)) {
		fail_msg("%s", built.error.message);
	}
	sprintf(expected, JSON_CREDENTIALS "%s}", row->body);
	assert_string_equal(built.request.body.at, json_of(expected));
	assert_int_equal(strlen(expected), built.request.body.length);
	snprintf(uri, sizeof(uri), SBERBANK_URI "%s", row->path);
	assert_string_equal(built.request.uri, uri);
	assert_true(built.request.json);
	pgw_json_free(node_of_json(built.request.body.at)); /* it is JSON */
	free(expected);
	built_free(&built);
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- refusals */

struct refused {
	const char *label;
	const char *method;
	const char *options, *arguments, *parameters;
	const char *part; /* of the message */
};

static const struct refused refused_rows[] = {
	{"no old status", "getOrderStatus", NULL, ORDER, NULL, "getOrderStatus: the dialect sberbank has no such method"},
	{"no instant refund", "instantRefund", NULL, "{'amount':5}", "{'bindingId':'b'}",
		"instantRefund: the dialect sberbank has no such method"},
	{"nor with extras", "instantRefund", "{'extraParameters':true}", "{'amount':5}", NULL, "has no such method"},
	{"no extendBinding", "extendBinding", NULL, "{'bindingId':'b','newExpiry':'203012'}", NULL,
		"extendBinding: the dialect sberbank has no such method"},
	{"no createBindingNoPayment", "createBindingNoPayment", NULL, "{'clientId':'c'}", "{'pan':'4444555511113333'}",
		"createBindingNoPayment: the dialect sberbank has no such method"},
	{"no ip", "paymentOrderBinding", NULL, BOUND, NULL, "paymentOrderBinding: ip is missing"},
	{"no tii", "paymentOrderBinding", NULL, BOUND, "{'ip':'::1','tii':'F'}", "tii is unknown"},
	{"cvc of 4", "paymentOrderBinding", NULL, BOUND, "{'ip':'::1','cvc':'1234'}", "cvc must be exactly 3 digits"},
	{"bindingId of 35", "bindCard", NULL, "{'bindingId':'0b5d1f5e-0000-4000-8000-b1b2b3b4b5b'}", NULL,
		"bindCard: bindingId must be exactly 36 characters"},
	{"bindingId of 37", "unBindCard", NULL, "{'bindingId':'" BINDING_36 "x'}", NULL,
		"unBindCard: bindingId must be exactly 36 characters"},
	{"neither a card nor a binding", "getBindingsByCardOrId", NULL, NULL, NULL, "one of pan, bindingId is missing"},
	{"pan of 12", "getBindingsByCardOrId", NULL, "{'pan':'444455551111'}", NULL, "pan must be 13 to 19 digits"},
	{"VERIFY charges nothing", "register", NULL, REGISTER, "{'features':'A;VERIFY'}",
		"register: the feature VERIFY charges nothing: amount must be 0"},
	{"VERIFY joined in a list", "registerPreAuth", NULL, REGISTER, "{'features':['A','VERIFY;B']}",
		"VERIFY charges nothing"},
	{"a binding of nobody", "register", NULL, REGISTER, "{'features':'A;FORCE_CREATE_BINDING'}",
		"the feature FORCE_CREATE_BINDING needs clientId"},
	{"a second binding", "register", NULL, REGISTER,
		"{'features':'FORCE_CREATE_BINDING;A','clientId':'c','bindingId':'" BINDING_36 "'}",
		"the feature FORCE_CREATE_BINDING must not be combined with bindingId, bindingNotNeeded"},
	{"AUTO_PAYMENT joined with FORCE_TDS", "register", NULL, REGISTER, "{'features':'AUTO_PAYMENT;FORCE_TDS'}",
		"the feature AUTO_PAYMENT excludes FORCE_TDS"},
	{"FORCE_SSL joined with AUTO_PAYMENT", "register", NULL, REGISTER, "{'features':'FORCE_SSL;;AUTO_PAYMENT;'}",
		"the feature AUTO_PAYMENT excludes FORCE_SSL"},
	{"AUTO_PAYMENT beside a joined text", "register", NULL, REGISTER, "{'features':['AUTO_PAYMENT','A;FORCE_SSL']}",
		"the feature AUTO_PAYMENT excludes FORCE_SSL"},
	{"orderId of 35", "refund", NULL, "{'orderId':'0b5d1f5e-0000-4000-8000-a1b2c3d4e5f','amount':5}", NULL,
		"orderId must be exactly 36 characters"},
	{"no orderNumber in a refund", "refund", NULL, REFUND, "{'orderNumber':'n'}", "orderNumber is unknown"},
	{"no refundItems", "refund", NULL, REFUND, "{'refundItems':[]}", "refundItems is unknown"},
	{"externalRefundId at the top", "refund", NULL, REFUND, "{'externalRefundId':'r'}", "externalRefundId is unknown"},
	{"externalRefundId empty", "refund", NULL, REFUND, "{'jsonParams':{'externalRefundId':''}}",
		"refund: jsonParams.externalRefundId is empty; leave it out, or give a value"},
	{"externalRefundId int", "refund", NULL, REFUND, "{'jsonParams':{'externalRefundId':1.5}}",
		"jsonParams.externalRefundId must be a string or an int, float given"},
	{"externalRefundId of 37", "refund", NULL, REFUND,
		"{'jsonParams':{'externalRefundId':'0123456789012345678901234567890123456'}}", "1 to 36 characters"},
	{"no order to decline", "decline", NULL, NULL, "{'language':'ru'}", "one of orderId, orderNumber is missing"},
	{"no order to ask for", "getOrderStatusExtended", NULL, NULL, NULL, "one of orderId, orderNumber is missing"},
	{"a card without a month", "paymentOrder", NULL, ORDER, "{'$PAN':'4444555511113333','YYYY':'2026'}",
		"MM is missing"},
	{"a card of 12", "paymentOrder", NULL, ORDER, "{'$PAN':'444455551111','YYYY':'2026','MM':'12'}",
		"$PAN must be 13 to 19 digits"},
	{"no $EXPIRY", "paymentOrder", NULL, ORDER, "{'$EXPIRY':'202612'}", "$EXPIRY is unknown"},
	{"no autoReverseDate", "registerPreAuth", NULL, REGISTER, "{'autoReverseDate':'2026-01-01T00:00:00'}",
		"autoReverseDate is unknown"},
	{"short returnUrl", "register", NULL, "{'orderNumber':'n','amount':1,'returnUrl':'https://s/'}", NULL,
		"returnUrl must be 12 to 2048 characters"},
	{"0 without VERIFY", "register", NULL, ZERO, NULL,
		"register: amount may be 0 only with the feature VERIFY or with jsonParams.qrType SUBSCRIPTION_SBP"},
	{"0 for a QR code that pays", "register", NULL, ZERO, "{'jsonParams':{'qrType':'DYNAMIC_QR_SBP'}}", "VERIFY"},
	{"0 with a type in lower case", "register", NULL, ZERO, "{'jsonParams':{'qrType':'subscription_sbp'}}", "VERIFY"},
	{"0 with a type that is no text", "register", NULL, ZERO, "{'jsonParams':{'qrType':{'a':1}}}", "VERIFY"},
	{"0 with a type elsewhere", "register", NULL, ZERO, "{'jsonParams':{'x':{'qrType':'SUBSCRIPTION_SBP'}}}", "VERIFY"},
	{"0 for Mir Pay without VERIFY", "mirPayDirect", NULL, "{'orderNumber':'n','amount':0,'paymentToken':'dG9rZW4='}",
		"{'additionalParameters':{'qrType':'SUBSCRIPTION_SBP'}}",
		"mirPayDirect: amount may be 0 only with the feature VERIFY"},
	{"a callback without TLS", "register", NULL, REGISTER, "{'dynamicCallbackUrl':'http://shop.example/'}",
		"register: dynamicCallbackUrl must be an address that begins with https://"},
	{"a callback in capitals", "register", NULL, REGISTER, "{'dynamicCallbackUrl':'HTTPS://shop.example/'}",
		"register: dynamicCallbackUrl must be an address that begins with https://"},
	{"a short callback", "register", NULL, REGISTER, "{'dynamicCallbackUrl':'https://s.e'}",
		"register: dynamicCallbackUrl must be 12 to 512 characters"},
	{"no callback of a refund", "refund", NULL, REFUND, "{'dynamicCallbackUrl':'https://shop.example/'}",
		"refund: parameter dynamicCallbackUrl is unknown"},
	{"jsonParams as a list", "register", NULL, REGISTER, "{'jsonParams':['a']}",
		"jsonParams must be an array with names"},
	{"a refund's as well", "refund", NULL, REFUND, "{'jsonParams':['a']}", "jsonParams must be an array with names"},
	{"VERIFY in a longer word", "register", NULL, "{'orderNumber':'n','amount':0,'returnUrl':'https://s.example/'}",
		"{'features':'A;VERIFYX;XVERIFY;'}", "VERIFY"},
	{"jsonParams as JSON text", "register", NULL, REGISTER, "{'jsonParams':'{}'}", "not JSON text"},
	{"jsonParams not finite", "register", NULL, REGISTER, "{'jsonParams':{'a':NaN}}",
		"register: jsonParams cannot be written as JSON: a number is not finite"},
	{"jsonParams not UTF-8", "register", NULL, REGISTER, "{'jsonParams':{'a':['\\u0000']}}",
		"jsonParams cannot be written as JSON: a text is not valid UTF-8"},
	{"password", "register", NULL, REGISTER, "{'password':'x'}", "password is not a parameter"},
	{"an extra float", "register", "{'extraParameters':true}", REGISTER, "{'x':1.5}",
		"a parameter that is sent unchecked must be"},
};

static void refuses(void **state)
{
	const struct refused *row = *state;
	struct pgw_client *client = client_of_bank("sberbank-test", row->options);
	struct built built;

	assert_false(build(&built, client, row->method, row->arguments, row->parameters));
	assert_int_equal(built.error.kind, PGW_ERROR_ARGUMENT);
	assert_holds(built.error.message, row->part);
	assert_lacks(built.error.message, "444455551111");
	assert_lacks(built.error.message, PASSWORD);
	assert_null(built.request.uri);
	assert_null(built.request.body.at);
	built_free(&built);
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- tokens and credentials */

static void a_token_goes_everywhere(void **state)
{
	static const char *const banks[] = {"sberbank", "sberbank-test", "alfabank", "sberbank-classic"};

	(void)state;
	for (size_t i = 0; i < COUNT(banks); i++) {
		struct pgw_client *client = client_of_bank_with_token(banks[i]);
		enum pgw_dialect dialect = pgw_bank_find(text_of(banks[i]))->dialect;

		for (const struct pgw_method *method = pgw_methods(); method->name; method++) {
			bool json = method->wire[dialect].json;
			const char *start = json ? json_of("{'token':'" TOKEN "',") : "token=" TOKEN "&";
			struct built built;

			if (!method->wire[dialect].path) {
				continue;
			}
			build_any(&built, client, method->name);
			assert_int_equal(
				strncmp(built.request.body.at, start, strlen(start)) == 0, !(method->flags & PGW_NO_CREDENTIALS));
			assert_lacks(built.request.body.at, "userName");
			built_free(&built);
		}
		pgw_client_free(client);
	}
}

/* The option says only how the gateway speaks, not what a token is good for. */
static void the_dialect_alone_opens_nothing_to_tokens(void **state)
{
	void *options = node_of_json("{'dialect':'sberbank'}");
	struct pgw_error error;
	struct pgw_client *client = pgw_client_create(
		NULL, text_of(BASE_URI), text_of(NULL), text_of(NULL), text_of(TOKEN), NULL, &pgw_json_tree, options, &error);
	struct built built;

	(void)state;
	assert_false(build(&built, client, "refund", NULL, least_parameters_in(PGW_DIALECT_SBERBANK, "refund")));
	assert_holds(built.error.message, "takes no token");
	built_free(&built);
	assert_false(build(&built, client, "getOrderStatusExtended", "{'orderNumber':'n'}", NULL));
	assert_holds(built.error.message, "with a token the gateway needs orderId");
	built_free(&built);
	build_any(&built, client, "register");
	assert_true(built.request.json);
	built_free(&built);
	pgw_client_free(client);
	pgw_json_free(options);
}

static void credentials_are_escaped(void **state)
{
	struct pgw_error error;
	struct pgw_client *client = pgw_client_create(pgw_bank_find(text_of("sberbank")), text_of(NULL), text_of("a\"b"),
		text_of("p\\w\n\xD0\x99"), text_of(NULL), NULL, &pgw_json_tree, NULL, &error);
	struct built built;

	(void)state;
	build_any(&built, client, "reverse");
	assert_string_equal(
		built.request.body.at, json_of("{'userName':'a\\'b','password':'p\\\\w\\n\xD0\x99','orderId':'" ORDER_36 "'}"));
	built_free(&built);
	pgw_client_free(client);
}

/* A long value makes the body grow, and no byte of it is lost. */
static void long_values_are_whole(void **state)
{
	struct pgw_client *client = client_of_bank("sberbank-test", "{'extraParameters':true}");
	char *quotes = repeat("\"", 20000), *escaped = repeat("\\\"", 20000);
	struct json_object *parameters = node_of_json(REFUND);
	struct built built;

	(void)state;
	json_object_object_add(parameters, "x", json_object_new_string(quotes));
	assert_true(build_nodes(&built, client, "refund", &pgw_json_tree, NULL, parameters));
	assert_int_equal(built.request.body.length, strlen(JSON_CREDENTIALS REFUNDED ",'x':''}") + 40000);
	assert_holds(built.request.body.at, escaped);
	built_free(&built);
	pgw_client_free(client);
	free(quotes);
	free(escaped);
}

/* ---------------------------------------------------------------- repeats */

static void a_refund_with_an_id_is_repeatable(void **state)
{
	static const struct {
		const char *parameters;
		bool repeatable;
	} rows[] = {
		{"{'jsonParams':{'externalRefundId':'r-1'}}", true},
		{"{'jsonParams':{'a':{'b':[1]},'externalRefundId':'r-1'}}", true},
		{"{'jsonParams':{'externalRefundId':null}}", false}, {"{'jsonParams':{'a':{'externalRefundId':'r-1'}}}", false},
		{"{'jsonParams':{}}", false}, {"{'jsonParams':[]}", false}, {"{'jsonParams':null}", false},
		{"{'externalRefundId':'r-1'}", false}, /* an extra here */
	};
	struct pgw_client *client = client_of_bank("sberbank-test", "{'extraParameters':true}");

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct built built;

		assert_true(build(&built, client, "refund", REFUND, rows[i].parameters));
		assert_true(built.request.changes);
		assert_int_equal(built.request.repeatable, rows[i].repeatable);
		built_free(&built);
	}
	pgw_client_free(client);
}

/* The same id does nothing where the documentation gives it no meaning. */
static void only_refund_has_the_id(void **state)
{
	static const char *const methods[] = {"reverse", "register", "decline", "registerPreAuth"};
	struct pgw_client *client = client_of_bank("sberbank-test", NULL);

	(void)state;
	for (size_t i = 0; i < COUNT(methods); i++) {
		struct json_object *parameters = node_of_json(least_parameters_in(PGW_DIALECT_SBERBANK, methods[i]));
		struct built built;

		json_object_object_add(parameters, "jsonParams", node_of_json("{'externalRefundId':'r-1'}"));
		assert_true(build_nodes(&built, client, methods[i], &pgw_json_tree, NULL, parameters));
		assert_false(built.request.repeatable);
		built_free(&built);
	}
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- by path */

static void paths_carry_json(void **state)
{
	struct pgw_client *client = client_of_bank("sberbank-test", "{'language':'ru'}");
	struct built built;

	(void)state;
	assert_true(build_path(&built, client, text_of("autoThing"), NULL) == false); /* a bare name is no path */
	built_free(&built);
	assert_true(build_path(&built, client, text_of("newThing.do"), "{'bindingId':'b\\'','a':[1],'n':null}"));
	assert_string_equal(built.request.uri, SBERBANK_URI "newThing.do");
	assert_string_equal(built.request.body.at, json_of(JSON_CREDENTIALS ",'bindingId':'b\\'','a':[1]}"));
	assert_true(built.request.json && built.request.changes && !built.request.repeatable);
	built_free(&built);
	assert_true(build_path(&built, client, text_of("newThing.do"), NULL));
	assert_string_equal(built.request.body.at, json_of(JSON_CREDENTIALS "}"));
	built_free(&built);
	pgw_client_free(client);
}

static void known_paths_are_sent_by_their_rows(void **state)
{
	struct pgw_client *clients[] = {client_of(NULL), client_of_bank("sberbank-test", NULL)};

	(void)state;
	for (const struct pgw_method *method = pgw_methods(); method->name; method++) {
		for (int dialect = 0; dialect < PGW_DIALECTS; dialect++) {
			const char *path = method->wire[dialect].path;
			struct built built;

			if (path) {
				assert_true(build_path(&built, clients[dialect], text_of(path), NULL));
				assert_ptr_equal(built.request.method, method);
				assert_int_equal(built.request.changes, (method->flags & PGW_CHANGES) != 0);
				assert_int_equal(built.request.repeatable, !built.request.changes);
				assert_int_equal(built.request.json, method->wire[dialect].json);
				assert_string_equal(built.request.name, path);
				built_free(&built);
			}
		}
	}
	pgw_client_free(clients[0]);
	pgw_client_free(clients[1]);
}

/* ---------------------------------------------------------------- secrets */

static void secrets_are_masked(void **state)
{
	static const struct {
		const char *said, *hidden;
	} rows[] = {
		{"card 4444555511113333", "4444555511113333"},
		{"cvc 123", "123"},
		{PASSWORD, PASSWORD},
		{"to 5555666677778888", "5555666677778888"}, /* in jsonParams */
		{"extra 4444333322221111", "4444333322221111"},
	};
	struct pgw_client *client = client_of_bank("sberbank-test", "{'extraParameters':true}");

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct pgw_error error;
		struct built built;
		char json[256];
		void *reply;

		snprintf(json, sizeof(json), "{'errorCode':'5','error':'%s'}", rows[i].said);
		reply = node_of_json(json);
		assert_true(build(&built, client, "paymentOrder", ORDER,
			"{'$PAN':'4444555511113333','$CVC':'123','YYYY':'2026','MM':'12','jsonParams':{'destCardNum':'"
			"5555666677778888'},'x':{'y':[4444333322221111]}}"));
		assert_int_equal(judge(&built.request, 200, &pgw_json_tree, reply, "", &error), PGW_REPLY_ERROR);
		assert_lacks(error.message, rows[i].hidden);
		built_free(&built);
		pgw_json_free(reply);
	}
	pgw_client_free(client);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_token_goes_everywhere),
		cmocka_unit_test(the_dialect_alone_opens_nothing_to_tokens),
		cmocka_unit_test(credentials_are_escaped),
		cmocka_unit_test(long_values_are_whole),
		cmocka_unit_test(a_refund_with_an_id_is_repeatable),
		cmocka_unit_test(only_refund_has_the_id),
		cmocka_unit_test(paths_carry_json),
		cmocka_unit_test(known_paths_are_sent_by_their_rows),
		cmocka_unit_test(secrets_are_masked),
	};
	int failed = RUN_ROWS("sberbank: sent", sent_rows, sends);

	failed += RUN_ROWS("sberbank: refused", refused_rows, refuses);
	failed += cmocka_run_group_tests_name("sberbank", tests, NULL, NULL);
	return failed != 0;
}
