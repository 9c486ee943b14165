/* From arguments and parameters to a body: what is refused, and what exactly is sent. */
#include "fixture.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REGISTER_ARGUMENTS "{'orderNumber':'n-1','amount':100,'returnUrl':'https://s/'}"
#define REGISTERED         "orderNumber=n-1&amount=100&returnUrl=https%3A%2F%2Fs%2F"
#define ORDER_ID           "{'orderId':'id-1'}"
#define CARD               "'$PAN':'4444555511113333','$CVC':'123','$EXPIRY':'202612','TEXT':'CARD HOLDER'"
#define ORDER_AND_BINDING  "{'orderId':'id-1','bindingId':'b'}"
#define BOUND              "mdOrder=id-1&bindingId=b"
#define NEW_CARD           "'pan':'4444555511113333','expiryDate':203012,'cardholderName':'H'"
#define NEW_CARD_SENT      "pan=4444555511113333&expiryDate=203012&cardholderName=H"
#define CARD_SENT          "%24PAN=4444555511113333&%24CVC=123&%24EXPIRY=202612&TEXT=CARD%20HOLDER"

/* ---------------------------------------------------------------- what is sent */

struct sent {
	const char *label;
	const char *method;
	const char *options, *arguments, *parameters;
	const char *body; /* after the credentials */
};

static const struct sent sent_rows[] = {
	{"arguments only", "register", NULL, REGISTER_ARGUMENTS, NULL, REGISTERED},
	{"arguments come first", "register", NULL, REGISTER_ARGUMENTS, "{'ip':'::1'}", REGISTERED "&ip=%3A%3A1"},
	{"no arguments, as call() does", "refund", NULL, NULL, "{'amount':5,'orderId':'a'}", "amount=5&orderId=a"},
	{"an argument by its other name", "paymentOrder", NULL, ORDER_ID, "{" CARD "}", "MDORDER=id-1&" CARD_SENT},
	{"percent-encoding", "deposit", NULL, "{'orderId':'a b+c&d=e%f/?#$~-._*`','amount':0}", NULL,
		"orderId=a%20b%2Bc%26d%3De%25f%2F%3F%23%24~-._%2A%27&amount=0"},
	{"UTF-8", "register", NULL, REGISTER_ARGUMENTS, "{'description':'\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80'}",
		REGISTERED "&description=%C3%A9%E2%82%AC%F0%9F%98%80"},
	{"controls", "register", NULL, REGISTER_ARGUMENTS, "{'description':'a\\r\\n\\tb'}",
		REGISTERED "&description=a%0D%0A%09b"},
	{"card of integers", "paymentOrder", NULL, ORDER_ID,
		"{'$PAN':4444555511113333,'$CVC':123,'YYYY':2026,'MM':12,'TEXT':'H'}",
		"MDORDER=id-1&%24PAN=4444555511113333&%24CVC=123&YYYY=2026&MM=12&TEXT=H"},
	{"seToken alone", "paymentOrder", NULL, ORDER_ID, "{'seToken':'t==','TEXT':'H'}",
		"MDORDER=id-1&seToken=t%3D%3D&TEXT=H"},
	{"one feature", "register", NULL, REGISTER_ARGUMENTS, "{'features':'AUTO_PAYMENT'}",
		REGISTERED "&features=AUTO_PAYMENT"},
	{"two features", "register", NULL, REGISTER_ARGUMENTS, "{'features':['A','B C']}",
		REGISTERED "&features=A&features=B%20C"},
	{"no features", "register", NULL, REGISTER_ARGUMENTS, "{'features':[]}", REGISTERED},
	{"nested object", "register", NULL, REGISTER_ARGUMENTS,
		"{'orderBundle':{'cartItems':{'items':[{'positionId':1,'name':'\xC3\xA9','quantity':{'value':'1.5','measure':'"
		"kg'}}]}}}",
		REGISTERED
		"&orderBundle=%7B%22cartItems%22%3A%7B%22items%22%3A%5B%7B%22positionId%22%3A1%2C%22name%22%3A%22%C3%A9%22"
		"%2C%22quantity%22%3A%7B%22value%22%3A1.5%2C%22measure%22%3A%22kg%22%7D%7D%5D%7D%7D"},
	{"empty object", "register", NULL, REGISTER_ARGUMENTS, "{'additionalOfdParams':{}}",
		REGISTERED "&additionalOfdParams=%7B%7D"},
	{"empty list for an object", "register", NULL, REGISTER_ARGUMENTS, "{'additionalOfdParams':[]}",
		REGISTERED "&additionalOfdParams=%7B%7D"},
	{"empty list for an object with members", "register", NULL, REGISTER_ARGUMENTS, "{'orderPayerData':[]}",
		REGISTERED "&orderPayerData=%7B%7D"},
	{"jsonParams become texts", "register", NULL, REGISTER_ARGUMENTS, "{'jsonParams':{'a':1,'b':true,'c':'x'}}",
		REGISTERED "&jsonParams=%7B%22a%22%3A%221%22%2C%22b%22%3A%22true%22%2C%22c%22%3A%22x%22%7D"},
	{"jsonParams, empty list", "register", NULL, REGISTER_ARGUMENTS, "{'jsonParams':[]}",
		REGISTERED "&jsonParams=%7B%7D"},
	{"booleans", "getBindings", NULL, "{'clientId':'c'}", "{'showExpired':true}", "clientId=c&showExpired=true"},
	{"boolean false", "getBindings", NULL, "{'clientId':'c'}", "{'showExpired':false}", "clientId=c&showExpired=false"},
	{"null is absent", "register", NULL, REGISTER_ARGUMENTS, "{'ip':null,'features':null,'orderBundle':null}",
		REGISTERED},
	{"null argument", "getOrderStatusExtended", NULL, "{'orderId':null,'orderNumber':'n'}", NULL, "orderNumber=n"},
	{"defaults", "register", "{'language':'en','currency':'643'}", REGISTER_ARGUMENTS, NULL,
		REGISTERED "&language=en&currency=643"},
	{"given values beat defaults", "register", "{'language':'en','currency':'643'}", REGISTER_ARGUMENTS,
		"{'currency':'978','language':'de'}", REGISTERED "&currency=978&language=de"},
	{"null lets the default in", "register", "{'language':'en'}", REGISTER_ARGUMENTS, "{'language':null}",
		REGISTERED "&language=en"},
	{"no currency where the row has none", "getBindings", "{'language':'en','currency':'643'}", "{'clientId':'c'}",
		NULL, "clientId=c&language=en"},
	{"no currency in a status", "getOrderStatusExtended", "{'currency':'643'}", ORDER_ID, NULL, "orderId=id-1"},
	{"extra parameters", "deposit", "{'extraParameters':true}", "{'orderId':'a','amount':1}",
		"{'s':'x y','i':-5,'b':false,'o':{'k':[1]},'n':null}",
		"orderId=a&amount=1&s=x%20y&i=-5&b=false&o=%7B%22k%22%3A%5B1%5D%7D"},
	{"extra name is encoded", "deposit", "{'extraParameters':true}", "{'orderId':'a','amount':1}", "{'a&b=c':'x'}",
		"orderId=a&amount=1&a%26b%3Dc=x"},
	{"whole hold", "deposit", NULL, "{'orderId':'a','amount':0}", NULL, "orderId=a&amount=0"},
	{"largest amount", "refund", NULL, "{'orderId':'a','amount':999999999999}", NULL, "orderId=a&amount=999999999999"},
	{"least amount", "refund", NULL, "{'orderId':'a','amount':1}", NULL, "orderId=a&amount=1"},
	{"0 with VERIFY", "register", NULL, "{'orderNumber':'n','amount':0,'returnUrl':'u'}", "{'features':'VERIFY'}",
		"orderNumber=n&amount=0&returnUrl=u&features=VERIFY"},
	{"0 with VERIFY among others", "registerPreAuth", NULL, "{'orderNumber':'n','amount':0,'returnUrl':'u'}",
		"{'features':['A','VERIFY']}", "orderNumber=n&amount=0&returnUrl=u&features=A&features=VERIFY"},
	{"VERIFY before the amount", "register", NULL, NULL,
		"{'features':'VERIFY','orderNumber':'n','amount':0,'returnUrl':'u'}",
		"features=VERIFY&orderNumber=n&amount=0&returnUrl=u"},
	{"no fee", "register", NULL, REGISTER_ARGUMENTS, "{'feeInput':0}", REGISTERED "&feeInput=0"},
	{"old status", "getOrderStatus", "{'language':'en'}", ORDER_ID, NULL, "orderId=id-1&language=en"},
	{"instant refund by binding", "instantRefund", NULL, "{'amount':5}", "{'bindingId':'b','currency':'978'}",
		"amount=5&bindingId=b&currency=978"},
	{"instant refund by card", "instantRefund", NULL, "{'amount':5}",
		"{'pan':4444555511113333,'expiry':'203012','cvc':'123'}",
		"amount=5&pan=4444555511113333&expiry=203012&cvc=123"},
	{"one date of the two", "registerPreAuth", NULL, REGISTER_ARGUMENTS,
		"{'autocompletionDate':null,'autoReverseDate':'2000-02-29T00:00:00'}",
		REGISTERED "&autoReverseDate=2000-02-29T00%3A00%3A00"},
	{"dates", "registerPreAuth", NULL, REGISTER_ARGUMENTS,
		"{'expirationDate':'2024-02-29T23:59:59','autocompletionDate':'2000-02-29T00:00:00'}",
		REGISTERED "&expirationDate=2024-02-29T23%3A59%3A59&autocompletionDate=2000-02-29T00%3A00%3A00"},
	{"both names of an order", "refund", NULL, "{'orderId':'a','amount':1}", "{'orderNumber':'n'}",
		"orderId=a&amount=1&orderNumber=n"},
	{"digits of a string", "register", NULL, REGISTER_ARGUMENTS, "{'mcc':'0012'}", REGISTERED "&mcc=0012"},
	/* ---- bindings */
	{"payment with a binding", "paymentOrderBinding", NULL, ORDER_AND_BINDING, NULL, BOUND},
	{"payment with a binding, the rest", "paymentOrderBinding", "{'language':'en','currency':'643'}", ORDER_AND_BINDING,
		"{'cvc':123,'tii':'F','ip':'::1','jsonParams':{'a':1},'threeDSSDK':false,'mcc':4111,'threeDSProtocolVersion':'"
		"2.2.0','externalScaExemptionIndicator':'TRA','clientBrowserInfo':{'screenWidth':'0800','isMobile':true}}",
		BOUND "&cvc=123&tii=F&ip=%3A%3A1&jsonParams=%7B%22a%22%3A%221%22%7D&threeDSSDK=false&mcc=4111"
			  "&threeDSProtocolVersion=2.2.0&externalScaExemptionIndicator=TRA"
			  "&clientBrowserInfo=%7B%22screenWidth%22%3A800%2C%22isMobile%22%3Atrue%7D&language=en"},
	{"an empty word is sent", "paymentOrderBinding", NULL, ORDER_AND_BINDING, "{'tii':''}", BOUND "&tii="},
	{"an empty word of a card", "paymentOrder", NULL, ORDER_ID, "{" CARD ",'tii':''}",
		"MDORDER=id-1&" CARD_SENT "&tii="},
	{"null is no word", "paymentOrderBinding", NULL, ORDER_AND_BINDING, "{'tii':null}", BOUND},
	{"by the names of the wire, as call() does", "paymentOrderBinding", NULL, NULL,
		"{'bindingId':'b','mdOrder':'id-1'}", "bindingId=b&mdOrder=id-1"},
	{"bindings of a card", "getBindingsByCardOrId", "{'language':'en'}", "{'pan':'4444555511113333'}",
		"{'showExpired':true}", "pan=4444555511113333&showExpired=true"},
	{"bindings of a binding", "getBindingsByCardOrId", NULL, "{'pan':null,'bindingId':'b'}", NULL, "bindingId=b"},
	{"bindings of both", "getBindingsByCardOrId", NULL, "{'pan':4444555511113333,'bindingId':'b'}", NULL,
		"pan=4444555511113333&bindingId=b"},
	{"bindings of a type", "getBindings", NULL, "{'clientId':'c'}", "{'bindingType':'R'}", "clientId=c&bindingType=R"},
	{"bindCard", "bindCard", "{'language':'en'}", "{'bindingId':'b c'}", NULL, "bindingId=b%20c"},
	{"unBindCard", "unBindCard", "{'language':'en'}", "{'bindingId':'b'}", NULL, "bindingId=b"},
	{"extendBinding", "extendBinding", "{'language':'en'}", "{'bindingId':'b','newExpiry':'203012'}", NULL,
		"bindingId=b&newExpiry=203012&language=en"},
	{"extendBinding, int", "extendBinding", NULL, "{'bindingId':'b','newExpiry':203012}", "{'language':'de'}",
		"bindingId=b&newExpiry=203012&language=de"},
	{"createBindingNoPayment", "createBindingNoPayment", NULL, "{'clientId':'c'}", "{" NEW_CARD "}",
		"clientId=c&" NEW_CARD_SENT},
	{"createBindingNoPayment, the rest", "createBindingNoPayment", "{'language':'en'}", "{'clientId':'c'}",
		"{" NEW_CARD ",'bindingStrength':'TDS_SSL','additionalParameters':{'networkReferenceNumber':'n','x':1},"
		"'merchantLogin':'m','email':'a@b','phone':'1234567'}",
		"clientId=c&" NEW_CARD_SENT "&bindingStrength=TDS_SSL"
		"&additionalParameters=%7B%22networkReferenceNumber%22%3A%22n%22%2C%22x%22%3A1%7D"
		"&merchantLogin=m&email=a%40b&phone=1234567"},
	{"no match of the addresses", "register", NULL, REGISTER_ARGUMENTS,
		"{'billingAndShippingAddressMatchIndicator':'N'}", REGISTERED "&billingAndShippingAddressMatchIndicator=N"},
	{"bindingNotNeeded false is sent", "paymentOrder", NULL, ORDER_ID, "{" CARD ",'bindingNotNeeded':false}",
		"MDORDER=id-1&" CARD_SENT "&bindingNotNeeded=false"},
	/* ---- what features demand, and what they leave alone */
	{"a binding by force", "register", NULL, REGISTER_ARGUMENTS,
		"{'features':'FORCE_CREATE_BINDING','clientId':'c','bindingId':null}",
		REGISTERED "&features=FORCE_CREATE_BINDING&clientId=c"},
	{"a binding by force and nothing else", "register", NULL, "{'orderNumber':'n','amount':0,'returnUrl':'u'}",
		"{'clientId':'c','features':['FORCE_CREATE_BINDING','VERIFY']}",
		"orderNumber=n&amount=0&returnUrl=u&clientId=c&features=FORCE_CREATE_BINDING&features=VERIFY"},
	{"a binding without force", "register", NULL, REGISTER_ARGUMENTS, "{'features':'FORCE_TDS','bindingId':'b'}",
		REGISTERED "&features=FORCE_TDS&bindingId=b"},
	{"AUTO_PAYMENT with others", "register", NULL, REGISTER_ARGUMENTS,
		"{'features':['AUTO_PAYMENT','FORCE_FULL_TDS','FORCE_TDSX','force_ssl']}",
		REGISTERED "&features=AUTO_PAYMENT&features=FORCE_FULL_TDS&features=FORCE_TDSX&features=force_ssl"},
	{"FORCE_TDS with FORCE_SSL", "register", NULL, REGISTER_ARGUMENTS, "{'features':['FORCE_TDS','FORCE_SSL']}",
		REGISTERED "&features=FORCE_TDS&features=FORCE_SSL"},
	{"a form joins nothing", "register", NULL, REGISTER_ARGUMENTS,
		"{'features':'AUTO_PAYMENT;FORCE_TDS;VERIFY;FORCE_CREATE_BINDING'}",
		REGISTERED "&features=AUTO_PAYMENT%3BFORCE_TDS%3BVERIFY%3BFORCE_CREATE_BINDING"},
	{"an extra called so is none", "deposit", "{'extraParameters':true}", "{'orderId':'a','amount':1}",
		"{'features':'VERIFY'}", "orderId=a&amount=1&features=VERIFY"},
};

static void sends(void **state)
{
	const struct sent *row = *state;
	struct pgw_client *client = client_of(row->options);
	struct built built;
	char uri[128];

	if (!build(&built, client, row->method, row->arguments, row->parameters)) {
		fail_msg("%s", built.error.message);
	}
	assert_memory_equal(built.request.body.at, CREDENTIALS "&", sizeof(CREDENTIALS));
	assert_string_equal(built.request.body.at + sizeof(CREDENTIALS), row->body);
	assert_int_equal(strlen(built.request.body.at), built.request.body.length);
	snprintf(uri, sizeof(uri), BASE_URI "%s", built.request.wire->path);
	assert_string_equal(built.request.uri, uri);
	assert_string_equal(built.request.name, row->method);
	assert_false(built.request.json);
	built_free(&built);
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- what is refused */

struct refused {
	const char *label;
	const char *method;
	const char *options, *arguments, *parameters;
	const char *part; /* of the message */
};

#define REFUSED_AMOUNT(label, method, amount, part) \
	{ \
		label, method, NULL, "{'orderId':'a','amount':" amount "}", NULL, part \
	}
#define REFUSED_PARAMETER(label, parameters, part) \
	{ \
		label, "register", NULL, REGISTER_ARGUMENTS, parameters, part \
	}

static const struct refused refused_rows[] = {
	REFUSED_AMOUNT("negative", "refund", "-1", "not negative"),
	REFUSED_AMOUNT("13 digits", "refund", "1000000000000", "12 digits"),
	REFUSED_AMOUNT("INT64_MAX", "refund", "9223372036854775807", "12 digits"),
	REFUSED_AMOUNT("INT64_MIN", "deposit", "-9223372036854775808", "not negative"),
	REFUSED_AMOUNT("past INT64_MAX", "refund", "18446744073709551615", "refund: amount"),
	REFUSED_AMOUNT("float", "refund", "100.0", "float given"),
	REFUSED_AMOUNT("string", "refund", "'100'", "string given"),
	REFUSED_AMOUNT("true", "refund", "true", "bool given"),
	REFUSED_AMOUNT("list", "refund", "[1]", "list given"),
	REFUSED_AMOUNT("null", "refund", "null", "amount is missing"),
	REFUSED_AMOUNT("refund of 0", "refund", "0", "more than 0"),
	{"reverse of 0", "reverse", NULL, ORDER_ID, "{'amount':0}", "more than 0"},
	{"0 without VERIFY", "register", NULL, "{'orderNumber':'n','amount':0,'returnUrl':'u'}", NULL, "VERIFY"},
	{"0 with another feature", "register", NULL, "{'orderNumber':'n','amount':0,'returnUrl':'u'}",
		"{'features':'VERIFYX'}", "VERIFY"},
	{"0 with verify", "register", NULL, "{'orderNumber':'n','amount':0,'returnUrl':'u'}",
		"{'features':['verify','VERIF']}", "VERIFY"},
	{"fee of 9 digits", "register", NULL, REGISTER_ARGUMENTS, "{'feeInput':100000000}", "8 digits"},
	{"missing argument", "register", NULL, "{'orderNumber':'n','amount':1}", NULL, "returnUrl is missing"},
	{"missing order", "refund", NULL, "{'amount':1}", NULL, "one of orderId, orderNumber is missing"},
	{"null order", "refund", NULL, "{'orderId':null,'amount':1}", NULL, "one of orderId, orderNumber is missing"},
	{"empty order", "refund", NULL, "{'orderId':'','amount':1}", NULL,
		"refund: orderId is empty; leave it out, or give a value"},
	{"both dates", "registerPreAuth", NULL, REGISTER_ARGUMENTS,
		"{'autocompletionDate':'2026-01-01T00:00:00','autoReverseDate':'2026-01-01T00:00:00'}",
		"registerPreAuth: only one of autocompletionDate, autoReverseDate may be given"},
	{"no source of an instant refund", "instantRefund", NULL, "{'amount':5}", NULL,
		"one of pan, bindingId, seToken is missing"},
	{"a card without its date", "instantRefund", NULL, "{'amount':5}", "{'pan':'4444555511113333'}",
		"one of expiry, bindingId, seToken is missing"},
	{"instant refund of 0", "instantRefund", NULL, "{'amount':0}", "{'bindingId':'b'}", "more than 0"},
	{"old status by number", "getOrderStatus", NULL, NULL, "{'orderNumber':'n'}", "orderNumber is unknown"},
	{"missing card", "paymentOrder", NULL, ORDER_ID, "{'TEXT':'H'}", "one of $PAN, seToken is missing"},
	{"missing month", "paymentOrder", NULL, ORDER_ID, "{'$PAN':'4444555511113333','YYYY':'2026','TEXT':'H'}", "MM"},
	{"missing year", "paymentOrder", NULL, ORDER_ID, "{'$PAN':'4444555511113333','MM':'12','TEXT':'H'}", "YYYY"},
	{"missing holder", "paymentOrder", NULL, ORDER_ID, "{'seToken':'t'}", "TEXT is missing"},
	{"null holder", "paymentOrder", NULL, ORDER_ID, "{'seToken':'t','TEXT':null}", "TEXT is missing"},
	/* ---- bindings */
	{"a payment without a binding", "paymentOrderBinding", NULL, ORDER_ID, NULL, "bindingId is missing"},
	{"a binding without an order", "paymentOrderBinding", NULL, NULL, "{'bindingId':'b'}", "mdOrder is missing"},
	{"orderId in call()", "paymentOrderBinding", NULL, NULL, "{'orderId':'o','bindingId':'b'}", "did you mean mdOrder"},
	{"mdOrder beside its argument", "paymentOrderBinding", NULL, ORDER_AND_BINDING, "{'mdOrder':'x'}",
		"argument $orderId"},
	{"a card beside a binding", "paymentOrderBinding", NULL, ORDER_AND_BINDING, "{'$PAN':'4444555511113333'}",
		"$PAN is unknown"},
	{"no such initiator", "paymentOrderBinding", NULL, ORDER_AND_BINDING, "{'tii':'X'}",
		"paymentOrderBinding: tii must be one of \"\", F, U, R, I"},
	{"an int for a word", "paymentOrderBinding", NULL, ORDER_AND_BINDING, "{'tii':1}",
		"tii must be one of \"\", F, U, R, I, 1 given"},
	{"a word with a bar", "getBindings", NULL, "{'clientId':'c'}", "{'bindingType':'C|R'}",
		"getBindings: bindingType must be one of C, R, I"},
	{"a word with a zero byte", "getBindings", NULL, "{'clientId':'c'}", "{'bindingType':'C\\u0000'}",
		"bindingType must be one of C, R, I"},
	{"neither a card nor a binding", "getBindingsByCardOrId", NULL, "{'pan':null,'bindingId':null}", NULL,
		"getBindingsByCardOrId: one of pan, bindingId is missing"},
	{"a card's number with spaces", "getBindingsByCardOrId", NULL, "{'pan':'4444 5555 1111 3333'}", NULL,
		"decimal digits"},
	{"nothing to bind", "bindCard", NULL, NULL, NULL, "bindCard: bindingId is missing"},
	{"nothing to unbind", "unBindCard", NULL, "{'bindingId':null}", NULL, "unBindCard: bindingId is missing"},
	{"bindCard has no language", "bindCard", NULL, "{'bindingId':'b'}", "{'language':'en'}", "language is unknown"},
	{"nothing to extend", "extendBinding", NULL, "{'newExpiry':'203012'}", NULL, "bindingId is missing"},
	{"no new date", "extendBinding", NULL, "{'bindingId':'b'}", NULL, "newExpiry is missing"},
	{"a new date with a bar", "extendBinding", NULL, "{'bindingId':'b','newExpiry':'2030/12'}", NULL,
		"newExpiry must be"},
	{"a new binding of nobody", "createBindingNoPayment", NULL, NULL, "{" NEW_CARD "}", "clientId is missing"},
	{"a new binding without a card", "createBindingNoPayment", NULL, "{'clientId':'c'}",
		"{'expiryDate':'203012','cardholderName':'H'}", "pan is missing"},
	{"a new binding without a date", "createBindingNoPayment", NULL, "{'clientId':'c'}",
		"{'pan':'4444555511113333','cardholderName':'H'}", "expiryDate is missing"},
	{"a new binding without a holder", "createBindingNoPayment", NULL, "{'clientId':'c'}",
		"{'pan':'4444555511113333','expiryDate':'203012'}", "cardholderName is missing"},
	{"no such strength", "createBindingNoPayment", NULL, "{'clientId':'c'}",
		"{" NEW_CARD ",'bindingStrength':'no_payment'}",
		"bindingStrength must be one of TDS, SSL, TDS_SSL, NO_PAYMENT"},
	{"a number of the network as int", "createBindingNoPayment", NULL, "{'clientId':'c'}",
		"{" NEW_CARD ",'additionalParameters':{'networkReferenceNumber':5.5}}",
		"additionalParameters.networkReferenceNumber must be a string or an int, float given"},
	REFUSED_PARAMETER("addresses match", "{'billingAndShippingAddressMatchIndicator':'y'}", "one of Y, N"),
	/* ---- what features demand */
	REFUSED_PARAMETER("VERIFY charges nothing", "{'features':'VERIFY'}",
		"register: the feature VERIFY charges nothing: amount must be 0"),
	REFUSED_PARAMETER("VERIFY among others", "{'features':['A','VERIFY']}", "VERIFY charges nothing"),
	{"VERIFY before a charge", "registerPreAuth", NULL, NULL,
		"{'features':'VERIFY','orderNumber':'n','amount':1,'returnUrl':'u'}", "VERIFY charges nothing"},
	REFUSED_PARAMETER("a binding of nobody", "{'features':'FORCE_CREATE_BINDING'}",
		"register: the feature FORCE_CREATE_BINDING needs clientId"),
	REFUSED_PARAMETER("a binding of null", "{'features':'FORCE_CREATE_BINDING','clientId':null}", "needs clientId"),
	{"a client among the extras", "register", "{'extraParameters':true}", REGISTER_ARGUMENTS,
		"{'features':'FORCE_CREATE_BINDING','ClientId':'c'}", "needs clientId"},
	REFUSED_PARAMETER("a second binding", "{'features':['FORCE_CREATE_BINDING'],'clientId':'c','bindingId':'b'}",
		"register: the feature FORCE_CREATE_BINDING must not be combined with bindingId, bindingNotNeeded"),
	REFUSED_PARAMETER("a second binding, first",
		"{'bindingId':'b','clientId':'c','features':['A','FORCE_CREATE_BINDING']}", "must not be combined with"),
	{"a second binding of a hold", "registerPreAuth", NULL, REGISTER_ARGUMENTS,
		"{'bindingId':'b','clientId':'c','features':'FORCE_CREATE_BINDING'}", "must not be combined with"},
	{"0 and a binding by force", "register", NULL, "{'orderNumber':'n','amount':0,'returnUrl':'u'}",
		"{'features':'FORCE_CREATE_BINDING','clientId':'c'}", "only with the feature VERIFY"},
	REFUSED_PARAMETER("AUTO_PAYMENT with FORCE_TDS", "{'features':['AUTO_PAYMENT','FORCE_TDS']}",
		"register: the feature AUTO_PAYMENT excludes FORCE_TDS"),
	REFUSED_PARAMETER("FORCE_CREATE_BINDING with BINDING_NOT_NEEDED",
		"{'clientId':'c','features':['FORCE_CREATE_BINDING','BINDING_NOT_NEEDED']}",
		"register: the feature FORCE_CREATE_BINDING excludes BINDING_NOT_NEEDED"),
	REFUSED_PARAMETER("FORCE_SSL with AUTO_PAYMENT", "{'features':['FORCE_SSL','A','AUTO_PAYMENT']}",
		"register: the feature AUTO_PAYMENT excludes FORCE_SSL"),
	{"AUTO_PAYMENT of a hold", "registerPreAuth", NULL, REGISTER_ARGUMENTS, "{'features':['FORCE_TDS','AUTO_PAYMENT']}",
		"AUTO_PAYMENT excludes FORCE_TDS"},
	REFUSED_PARAMETER("userName", "{'userName':'x'}", "userName is not a parameter"),
	REFUSED_PARAMETER("password", "{'password':'x'}", "password is not a parameter"),
	REFUSED_PARAMETER("token", "{'token':'x'}", "token is not a parameter"),
	{"token among extras", "register", "{'extraParameters':true}", REGISTER_ARGUMENTS, "{'token':'x'}",
		"token is not a parameter"},
	REFUSED_PARAMETER("null password", "{'password':null}", "password is not a parameter"),
	REFUSED_PARAMETER("argument again", "{'amount':5}", "amount is the argument $amount"),
	REFUSED_PARAMETER("argument again, null", "{'amount':null}", "amount is the argument $amount"),
	{"argument by its wire name", "paymentOrder", NULL, ORDER_ID, "{'MDORDER':'x'," CARD "}", "argument $orderId"},
	{"argument by its PHP name", "paymentOrder", NULL, ORDER_ID, "{'orderId':'x'," CARD "}", "argument $orderId"},
	{"null argument again", "getOrderStatusExtended", NULL, "{'orderId':null}", "{'orderId':'x'}", "argument $orderId"},
	{"PHP name in call()", "paymentOrder", NULL, NULL, "{'orderId':'x'," CARD "}", "did you mean MDORDER"},
	REFUSED_PARAMETER("typing error", "{'currencyy':'643'}", "did you mean currency?"),
	REFUSED_PARAMETER("other case", "{'Currency':'643'}", "did you mean currency?"),
	REFUSED_PARAMETER("nothing near", "{'zzzzzzzzzz':'643'}", "parameter zzzzzzzzzz is unknown"),
	REFUSED_PARAMETER("no name", "{'':'643'}", "by name"),
	REFUSED_PARAMETER("a list of parameters", "['643']", "by name"),
	{"missing dollar", "paymentOrder", NULL, ORDER_ID, "{'PAN':'4444555511113333','TEXT':'H'}", "did you mean $PAN?"},
	{"extras are off", "register", "{'extraParameters':false}", REGISTER_ARGUMENTS, "{'new':'x'}", "new is unknown"},
	{"extra float", "register", "{'extraParameters':true}", REGISTER_ARGUMENTS, "{'new':1.5}", "sent unchecked"},
	{"extra with a zero byte", "register", "{'extraParameters':true}", REGISTER_ARGUMENTS, "{'new':'a\\u0000'}",
		"sent unchecked"},
	REFUSED_PARAMETER("float for a text", "{'description':5.5}", "a string or an int, float given"),
	REFUSED_PARAMETER("bool for a text", "{'description':true}", "a string or an int, bool given"),
	REFUSED_PARAMETER("zero byte", "{'description':'a\\u0000b'}", "valid UTF-8 without zero bytes"),
	REFUSED_PARAMETER("negative digits", "{'mcc':-123}", "decimal digits"),
	REFUSED_PARAMETER("digits with a sign", "{'mcc':'+123'}", "decimal digits"),
	REFUSED_PARAMETER("digits with a space", "{'mcc':' 123'}", "decimal digits"),
	REFUSED_PARAMETER("digits with a zero byte", "{'mcc':'123\\u0000'}", "decimal digits"),
	REFUSED_PARAMETER("float for digits", "{'mcc':1234.0}", "float given"),
	REFUSED_PARAMETER("currency of no name", "{'currency':'EURO'}",
		"a currency of ISO 4217, by its three digits or letters, \"EURO\" given"),
	REFUSED_PARAMETER("long currency", "{'currency':'0036'}", "exactly 3 digits, 4 given"),
	{"string for a bool", "getBindings", NULL, "{'clientId':'c'}", "{'showExpired':'true'}", "a bool, string given"},
	{"int for a bool", "getBindings", NULL, "{'clientId':'c'}", "{'showExpired':1}", "a bool, int given"},
	REFUSED_PARAMETER("no such day", "{'expirationDate':'2023-02-29T00:00:00'}", "that exists"),
	REFUSED_PARAMETER("date without time", "{'expirationDate':'2024-02-29'}", "yyyy-MM-ddTHH:mm:ss"),
	REFUSED_PARAMETER("date as int", "{'expirationDate':20240229}", "int given"),
	REFUSED_PARAMETER("date with a zero byte", "{'expirationDate':'2024-02-29T00:00:0\\u0000'}", "that exists"),
	REFUSED_PARAMETER("feature as int", "{'features':1}", "feature"),
	REFUSED_PARAMETER("empty feature among others", "{'features':['A','']}", "feature"),
	REFUSED_PARAMETER("null among features", "{'features':[null]}", "feature"),
	REFUSED_PARAMETER("object of features", "{'features':{'a':'A'}}", "feature"),
	REFUSED_PARAMETER("JSON text for an object", "{'orderBundle':'{}'}", "not JSON text"),
	REFUSED_PARAMETER("int for an object", "{'orderBundle':1}", "an array"),
	REFUSED_PARAMETER("JSON text for jsonParams", "{'jsonParams':'{}'}", "not JSON text"),
	REFUSED_PARAMETER("list for jsonParams", "{'jsonParams':['a']}", "jsonParams must be"),
	REFUSED_PARAMETER("nested jsonParams", "{'jsonParams':{'a':{}}}", "jsonParams.a must be"),
	REFUSED_PARAMETER("float in jsonParams", "{'jsonParams':{'a':1.5}}", "jsonParams.a must be"),
	REFUSED_PARAMETER("empty name in jsonParams", "{'jsonParams':{'':'x'}}", "names in valid UTF-8"),
	REFUSED_PARAMETER("zero byte in jsonParams", "{'jsonParams':{'a':'\\u0000'}}", "valid UTF-8"),
	REFUSED_PARAMETER(
		"zero byte deep inside", "{'additionalOfdParams':{'a':['\\u0000']}}", "cannot be written as JSON"),
};

static void refuses(void **state)
{
	const struct refused *row = *state;
	struct pgw_client *client = client_of(row->options);
	struct built built;

	assert_false(build(&built, client, row->method, row->arguments, row->parameters));
	assert_int_equal(built.error.kind, PGW_ERROR_ARGUMENT);
	assert_false(built.error.outcome_unknown || built.error.retriable);
	assert_int_equal(built.error.http_status, 0);
	assert_holds(built.error.message, row->part);
	assert_memory_equal(built.error.message, row->method, strlen(row->method));
	assert_lacks(built.error.message, "4444555511113333");
	assert_null(built.request.uri); /* nothing is left to free */
	assert_null(built.request.body.at);
	built_free(&built);
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- lengths */

struct lengths {
	const char *label; /* the parameter */
	const char *method;
	const char *unit; /* one character */
	size_t minimum, maximum;
};

static const struct lengths length_rows[] = {
	{"description", "register", "a", 1, 598},
	{"description", "register", "\xC3\xA9", 1, 598},
	{"description", "register", "\xE2\x82\xAC", 1, 598},
	{"description", "register", "\xF0\x9F\x98\x80", 1, 598},
	{"language", "register", "\xC3\xA9", 2, 2},
	{"clientId", "getBindings", "x", 1, 255},
	{"externalRefundId", "refund", "r", 1, 32},
	{"orderNumber", "decline", "n", 1, 36},
	{"mcc", "register", "5", 4, 4},
	{"sessionTimeoutSecs", "register", "5", 1, 9},
	{"seToken", "paymentOrder", "s", 1, 8192},
	{"$PAN", "paymentOrder", "4", 12, 19},
	{"$CVC", "paymentOrder", "4", 3, 4},
	{"bindingId", "paymentOrderBinding", "b", 1, 255},
	{"cvc", "paymentOrderBinding", "4", 3, 4},
	{"bindingId", "bindCard", "b", 1, 255},
	{"bindingId", "unBindCard", "b", 1, 255},
	{"newExpiry", "extendBinding", "4", 6, 6},
	{"pan", "getBindingsByCardOrId", "4", 12, 19},
	{"pan", "createBindingNoPayment", "4", 12, 19},
	{"expiryDate", "createBindingNoPayment", "4", 6, 6},
	{"cardholderName", "createBindingNoPayment", "\xC3\xA9", 1, 150},
	{"cardholder", "motoPayment", "x", 1, 150},
	{"cardholderName", "instantPayment", "x", 1, 150},
	{"email", "register", "x", 1, 254},
	{"email", "paymentOrder", "x", 1, 254},
	{"phone", "register", "5", 7, 16},
	{"returnUrl", "register", "x", 1, 2048},
	{"failUrl", "registerPreAuth", "x", 1, 2048},
	{"dynamicCallbackUrl", "register", "x", 1, 512},
	{"clientId", "createBindingNoPayment", "c", 1, 255},
};

/* The least of the method with one parameter of so many characters. */
static void try_length(const struct lengths *row, size_t count, bool good)
{
	struct pgw_client *client = client_of(NULL);
	struct json_object *parameters = node_of_json(least_parameters(row->method));
	char *value = repeat(row->unit, count);
	struct built built;

	json_object_object_add(parameters, row->label, json_object_new_string(value));
	build_nodes(&built, client, row->method, &pgw_json_tree, NULL, parameters);
	if (built.good != good) {
		fail_msg("%s of %zu characters: %s", row->label, count, built.good ? "taken" : built.error.message);
	}
	assert_true(good || strstr(built.error.message, row->label));
	built_free(&built);
	pgw_client_free(client);
	free(value);
}

static void counts_characters(void **state)
{
	const struct lengths *row = *state;

	if (row->minimum > 1) {
		try_length(row, row->minimum - 1, false);
	}
	try_length(row, row->minimum, true);
	try_length(row, row->maximum, true);
	try_length(row, row->maximum + 1, false);
	try_length(row, row->maximum + 70000, false); /* no narrow integer wraps around */
}

static void json_params_have_1024_characters(void **state)
{
	struct pgw_client *client = client_of(NULL);

	(void)state;
	for (size_t length = 0; length <= 1025; length += length ? 1 : 1024) {
		char *value = repeat("\xC3\xA9", length), json[4096];
		struct built built;

		snprintf(json, sizeof(json), "{'jsonParams':{'k':'%s'}}", value);
		assert_int_equal(build(&built, client, "reverse", ORDER_ID, json), length <= 1024);
		built_free(&built);
		free(value);
	}
	pgw_client_free(client);
}

static void refuses_invalid_utf8(void **state)
{
	static const char *const texts[] = {"\xFF", "a\xC3", "\xED\xA0\x80", "\xC0\x80"};
	static const char *const names[] = {"description", "features", "mcc", "expirationDate"};
	struct pgw_client *client = client_of(NULL);

	(void)state;
	for (size_t i = 0; i < COUNT(texts) * COUNT(names); i++) {
		struct json_object *parameters = node_of_json(least_parameters("register"));
		const char *name = names[i % COUNT(names)];
		struct built built;

		json_object_object_add(parameters, name, json_object_new_string(texts[i / COUNT(names)]));
		assert_false(build_nodes(&built, client, "register", &pgw_json_tree, NULL, parameters));
		assert_holds(built.error.message, name);
		built_free(&built);
	}
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- names that only another tree can hold */

/* A tree whose objects have names with what JSON cannot hold: in each name, `@` stands for a zero byte. */
struct renaming {
	pgw_visit visit;
	void *context;
};

static bool rename_entry(void *context, struct pgw_text name, const void *value)
{
	const struct renaming *renaming = context;
	char *renamed = malloc(name.length + 1);
	bool go_on;

	for (size_t i = 0; i < name.length; i++) {
		renamed[i] = name.at[i] == '@' ? '\0' : name.at[i];
	}
	go_on = renaming->visit(renaming->context, (struct pgw_text){renamed, name.length}, value);
	free(renamed);
	return go_on;
}

static bool each_renamed(const void *container, pgw_visit visit, void *context)
{
	struct renaming renaming = {visit, context};

	return pgw_json_tree.each(container, rename_entry, &renaming);
}

/* A name with a zero byte in it is none of the row's, however it begins. */
static void refuses_names_with_zero_bytes(void **state)
{
	static const char *const parameters[] = {"{'ip@':'::1'}",
		"{'ip@xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx':'::1'}",
		"{'@ip':'::1'}", "{'password@':'x'}"};
	struct pgw_client *client = client_of(NULL);
	struct pgw_tree tree = pgw_json_tree;

	(void)state;
	tree.each = each_renamed;
	for (size_t i = 0; i < COUNT(parameters); i++) {
		struct built built;

		build_nodes(&built, client, "register", &tree, node_of_json(REGISTER_ARGUMENTS), node_of_json(parameters[i]));
		assert_false(built.good);
		assert_holds(built.error.message, "is unknown");
		built_free(&built);
	}
	pgw_client_free(client);
}

/* Whatever is cut out of a name for a message stays UTF-8. */
static void messages_about_long_names_are_utf8(void **state)
{
	struct pgw_client *client = client_of(NULL);

	(void)state;
	for (size_t before = 0; before < 3; before++) {
		char *letters = repeat("a", before), *euros = repeat("\xE2\x82\xAC", 40), json[512], quoted[1024];
		struct built built;

		snprintf(json, sizeof(json), "{'%s%s':'x'}", letters, euros);
		assert_false(build(&built, client, "register", REGISTER_ARGUMENTS, json));
		snprintf(quoted, sizeof(quoted), "'%s'", built.error.message);
		pgw_json_free(node_of_json(quoted)); /* which takes valid UTF-8 alone */
		built_free(&built);
		snprintf(json, sizeof(json), "{'jsonParams':{'%s%s':[]}}", letters, euros);
		assert_false(build(&built, client, "register", REGISTER_ARGUMENTS, json));
		snprintf(quoted, sizeof(quoted), "'%s'", built.error.message);
		pgw_json_free(node_of_json(quoted));
		built_free(&built);
		free(letters);
		free(euros);
	}
	pgw_client_free(client);
}

#define EIGHT(brackets)   brackets brackets brackets brackets brackets brackets brackets brackets
#define NESTED_TOO_DEEPLY EIGHT("[[[[[") EIGHT("]]]]]")

/* A card's number in the place of a name. */
static void names_of_digits_are_not_shown(void **state)
{
	static const struct {
		const char *options, *parameters;
	} rows[] = {
		{NULL, "{'4444555511113333':'x'}"},
		{NULL, "{'orderBundle':{'4444555511113333':'x'}}"},
		{NULL, "{'jsonParams':{'4444555511113333':[]}}"},
		{"{'extraParameters':true}", "{'4444555511113333':" NESTED_TOO_DEEPLY "}"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct pgw_client *client = client_of(rows[i].options);
		struct built built;

		assert_false(build(&built, client, "register", REGISTER_ARGUMENTS, rows[i].parameters));
		assert_holds(built.error.message, "(digits)");
		assert_null(strstr(built.error.message, "444455"));
		built_free(&built);
		pgw_client_free(client);
	}
}

/* ---------------------------------------------------------------- calls by path */

struct pathed {
	const char *label;
	struct pgw_text path;
	bool good;
};

#define PATH(literal) \
	{ \
		literal, sizeof(literal) - 1 \
	}

static const struct pathed path_rows[] = {
	{"usual", PATH("rest/newThing.do"), true},
	{"no folder", PATH("newThing.do"), true},
	{"no .do", PATH("rest/newThing"), true},
	{"deep", PATH("rest/sbp/c2b/qr/dynamic/get.do"), true},
	{"all characters", PATH("rest/a-Z_0.9.do"), true},
	{"trailing slash", PATH("rest/new/"), true},
	{"empty", PATH(""), false},
	{"a bare name", PATH("newThing"), false},
	{"leading slash", PATH("/rest/newThing.do"), false},
	{"two leading slashes", PATH("//evil.example/x.do"), false},
	{"absolute", PATH("https://evil.example/x.do"), false},
	{"parent", PATH("../x.do"), false},
	{"parent inside", PATH("rest/../x.do"), false},
	{"parent at the end", PATH("rest/.."), false},
	{"two dots in a name", PATH("rest/a..do"), false},
	{"this folder", PATH("./x.do"), false},
	{"double slash", PATH("rest//x.do"), false},
	{"zero byte", PATH("rest/x.do\0"), false},
	{"zero byte inside", PATH("rest/\0x.do"), false},
	{"percent", PATH("rest/%2e%2e/x.do"), false},
	{"query", PATH("rest/x.do?a=b"), false},
	{"fragment", PATH("rest/x.do#a"), false},
	{"user", PATH("rest@evil.example/x.do"), false},
	{"port", PATH("rest:80/x.do"), false},
	{"backslash", PATH("rest\\x.do"), false},
	{"space", PATH("rest/x y.do"), false},
	{"newline", PATH("rest/x.do\r\nHost: evil"), false},
	{"semicolon", PATH("rest/x.do;a"), false},
	{"unicode", PATH("rest/\xC3\xA9.do"), false},
	{"0xFF", PATH("rest/\xFF.do"), false},
};

static void checks_paths(void **state)
{
	const struct pathed *row = *state;
	struct pgw_client *client = client_of("{'language':'en','currency':'643'}");
	char *copy = malloc(row->path.length + 1), uri[128];
	struct built built;

	memcpy(copy, row->path.at, row->path.length);
	build_path(&built, client, (struct pgw_text){copy, row->path.length}, "{'a b':'c&d','$x':[1],'n':null}");
	free(copy); /* the request must not need it */
	assert_int_equal(built.good, row->good);
	if (built.good) {
		snprintf(uri, sizeof(uri), BASE_URI "%.*s", (int)row->path.length, row->path.at);
		assert_string_equal(built.request.uri, uri);
		assert_string_equal(built.request.name, uri + strlen(BASE_URI));
		assert_string_equal(built.request.body.at, built.request.json
													   ? json_of(JSON_CREDENTIALS ",'a b':'c&d','$x':[1]}")
													   : CREDENTIALS "&a%20b=c%26d&%24x=%5B1%5D");
		assert_int_equal(built.request.json, strncmp(built.request.name, "rest/", 5) != 0);
		assert_true(built.request.changes);
		assert_false(built.request.repeatable);
	} else {
		assert_int_equal(built.error.kind, PGW_ERROR_ARGUMENT);
		assert_holds(built.error.message, "rest/newThing.do");
	}
	built_free(&built);
	pgw_client_free(client);
}

static void long_paths(void **state)
{
	struct pgw_client *client = client_of(NULL);

	(void)state;
	for (size_t length = 256; length <= 257; length++) {
		char *path = repeat("a", length);
		struct built built;

		path[4] = '/';
		assert_int_equal(build_path(&built, client, text_of(path), NULL), length == 256);
		built_free(&built);
		free(path);
	}
	pgw_client_free(client);
}

static void paths_take_no_credentials(void **state)
{
	static const char *const parameters[] = {"{'userName':'x'}", "{'password':'x'}", "{'token':'x'}"};
	struct pgw_client *client = client_of(NULL);

	(void)state;
	for (size_t i = 0; i < COUNT(parameters); i++) {
		struct built built;

		assert_false(build_path(&built, client, text_of("rest/x.do"), parameters[i]));
		assert_holds(built.error.message, "rest/x.do: ");
		assert_holds(built.error.message, "is not a parameter");
		built_free(&built);
	}
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- what a request says of itself */

static void tokens_go_where_they_may(void **state)
{
	struct pgw_client *client = client_with_token();

	(void)state;
	for (const struct pgw_method *row = pgw_methods(); row->name; row++) {
		struct built built;

		if (!row->wire[PGW_DIALECT_CLASSIC].path) {
			continue;
		}
		build(&built, client, row->name, NULL, least_parameters(row->name));
		assert_int_equal(built.good, (row->flags & (PGW_TAKES_TOKEN | PGW_NO_CREDENTIALS)) != 0);
		if (built.good) {
			const char *begin = built.request.json ? json_of("{'token':'" TOKEN "',") : "token=" TOKEN "&";

			if (row->flags & PGW_NO_CREDENTIALS) {
				assert_lacks(built.request.body.at, TOKEN);
			} else {
				assert_memory_equal(built.request.body.at, begin, strlen(begin));
			}
			assert_lacks(built.request.body.at, "userName");
		} else {
			assert_holds(built.error.message, "token");
			assert_lacks(built.error.message, TOKEN);
		}
		built_free(&built);
	}
	pgw_client_free(client);
}

/* With a token an order is asked for by its id alone; with a password, or a bank's token for everything, by either. */
static void a_status_with_a_token_needs_the_id(void **state)
{
	static const struct {
		const char *arguments;
		bool good;
	} rows[] = {
		{"{'orderId':'id-1'}", true},
		{"{'orderId':'id-1','orderNumber':'n'}", true},
		{"{'orderNumber':'n'}", false},
		{"{'orderId':null,'orderNumber':'n'}", false},
	};
	struct pgw_client *token = client_with_token(), *password = client_of(NULL);
	struct pgw_client *everywhere = client_of_bank_with_token("alfabank");

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct built built;

		assert_int_equal(build(&built, token, "getOrderStatusExtended", rows[i].arguments, NULL), rows[i].good);
		if (!built.good) {
			assert_int_equal(built.error.kind, PGW_ERROR_ARGUMENT);
			assert_string_equal(built.error.message, "getOrderStatusExtended: with a token the gateway needs orderId");
			assert_null(built.request.body.at);
		}
		built_free(&built);
		assert_true(build(&built, password, "getOrderStatusExtended", rows[i].arguments, NULL));
		built_free(&built);
		assert_true(build(&built, everywhere, "getOrderStatusExtended", rows[i].arguments, NULL));
		built_free(&built);
	}
	pgw_client_free(token);
	pgw_client_free(password);
	pgw_client_free(everywhere);
}

/* ---------------------------------------------------------------- features with what no method has today */

/* No row has both features and bindingNotNeeded, so the rule is tried with one that has. */
static void features_and_binding_not_needed(void **state)
{
	static const struct pgw_parameter parameters[] = {
		{PGW_NAME("features"), .type = PGW_TAKES_FEATURES},
		{PGW_NAME("bindingNotNeeded"), .type = PGW_TAKES_BOOLEAN},
		{PGW_NAME("clientId"), .type = PGW_TAKES_TEXT, .minimum = 1, .maximum = 255},
		{.name = NULL},
	};
	static const struct pgw_method method = {
		.name = "m", .wire = {[PGW_DIALECT_CLASSIC] = {.path = "rest/m.do", .parameters = parameters}}};
	static const struct {
		const char *parameters, *body; /* NULL: refused */
	} rows[] = {
		{"{'features':'FORCE_CREATE_BINDING','clientId':'c'}", "features=FORCE_CREATE_BINDING&clientId=c"},
		{"{'features':'FORCE_CREATE_BINDING','clientId':'c','bindingNotNeeded':false}",
			"features=FORCE_CREATE_BINDING&clientId=c&bindingNotNeeded=false"},
		{"{'features':'FORCE_CREATE_BINDING','clientId':'c','bindingNotNeeded':null}",
			"features=FORCE_CREATE_BINDING&clientId=c"},
		{"{'features':'FORCE_CREATE_BINDING','clientId':'c','bindingNotNeeded':true}", NULL},
		{"{'bindingNotNeeded':true,'clientId':'c','features':['FORCE_CREATE_BINDING']}", NULL},
		{"{'bindingNotNeeded':true,'clientId':'c','features':'A'}", "bindingNotNeeded=true&clientId=c&features=A"},
		/* no amount, nothing to be 0 */
		{"{'features':'VERIFY'}", "features=VERIFY"},
	};
	struct pgw_client *client = client_of(NULL);

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		void *node = node_of_json(rows[i].parameters);
		struct pgw_request request;
		struct pgw_error error;
		bool good = pgw_request_init(&request, client, &method, &pgw_json_tree, NULL, 0, node, &error);

		assert_int_equal(good, rows[i].body != NULL);
		if (good) {
			assert_string_equal(request.body.at + sizeof(CREDENTIALS), rows[i].body);
			pgw_request_free(&request);
		} else {
			assert_string_equal(error.message,
				"m: the feature FORCE_CREATE_BINDING must not be combined with bindingId, bindingNotNeeded");
		}
		pgw_json_free(node);
	}
	pgw_client_free(client);
}

static void reads_are_repeatable_and_money_is_not(void **state)
{
	struct pgw_client *client = client_of(NULL);

	(void)state;
	for (const struct pgw_method *row = pgw_methods(); row->name; row++) {
		bool changes = row->flags & PGW_CHANGES;
		struct built built;

		if (!row->wire[PGW_DIALECT_CLASSIC].path) {
			continue;
		}
		assert_true(build(&built, client, row->name, NULL, least_parameters(row->name)));
		assert_int_equal(built.request.changes, changes);
		assert_int_equal(built.request.repeatable, !changes);
		built_free(&built);
	}
	pgw_client_free(client);
}

static void a_refund_with_an_id_is_repeatable(void **state)
{
	static const struct {
		const char *parameters;
		bool repeatable;
	} rows[] = {
		{"{'externalRefundId':'r-1'}", true},
		{"{'externalRefundId':null}", false},
		{"{'currency':'643'}", false},
		{"{'jsonParams':{'externalRefundId':'r-1'}}", false},
	};
	struct pgw_client *client = client_of(NULL);

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct built built;

		assert_true(build(&built, client, "refund", "{'orderId':'a','amount':1}", rows[i].parameters));
		assert_true(built.request.changes);
		assert_int_equal(built.request.repeatable, rows[i].repeatable);
		built_free(&built);
	}
	pgw_client_free(client);
}

/* An extra parameter of that name is not the one whose meaning is known. */
static void only_refund_has_the_id(void **state)
{
	struct pgw_client *client = client_of("{'extraParameters':true}");
	struct built built;

	(void)state;
	assert_true(build(&built, client, "deposit", "{'orderId':'a','amount':1}", "{'externalRefundId':'r'}"));
	assert_false(built.request.repeatable);
	built_free(&built);
	pgw_client_free(client);
}

static void messages_hold_no_password(void **state)
{
	struct pgw_client *client = client_of(NULL);
	struct built built;

	(void)state;
	assert_false(build(&built, client, "register", REGISTER_ARGUMENTS, "{'" PASSWORD "':'x'}"));
	assert_lacks(built.error.message, PASSWORD);
	built_free(&built);
	pgw_client_free(client);
}

static void free_twice_does_no_harm(void **state)
{
	struct pgw_client *client = client_of(NULL);
	struct built built;

	(void)state;
	build_any(&built, client, "refund");
	pgw_request_free(&built.request);
	pgw_request_free(&built.request);
	built_free(&built);
	pgw_client_free(client);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(json_params_have_1024_characters),
		cmocka_unit_test(refuses_invalid_utf8),
		cmocka_unit_test(refuses_names_with_zero_bytes),
		cmocka_unit_test(messages_about_long_names_are_utf8),
		cmocka_unit_test(names_of_digits_are_not_shown),
		cmocka_unit_test(long_paths),
		cmocka_unit_test(paths_take_no_credentials),
		cmocka_unit_test(tokens_go_where_they_may),
		cmocka_unit_test(a_status_with_a_token_needs_the_id),
		cmocka_unit_test(features_and_binding_not_needed),
		cmocka_unit_test(reads_are_repeatable_and_money_is_not),
		cmocka_unit_test(a_refund_with_an_id_is_repeatable),
		cmocka_unit_test(only_refund_has_the_id),
		cmocka_unit_test(messages_hold_no_password),
		cmocka_unit_test(free_twice_does_no_harm),
	};
	int failed = RUN_ROWS("request: sent", sent_rows, sends);

	failed += RUN_ROWS("request: refused", refused_rows, refuses);
	failed += RUN_ROWS("request: lengths", length_rows, counts_characters);
	failed += RUN_ROWS("request: paths", path_rows, checks_paths);
	failed += cmocka_run_group_tests_name("request", tests, NULL, NULL);
	return failed != 0;
}
