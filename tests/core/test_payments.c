/* Payments without an order before them: what is sent, byte for byte, what is refused, and what an answer means. */
#include "fixture.h"

#include <stdio.h>
#include <string.h>

#define URL          "'returnUrl':'https://s/'"
#define INSTANT      "{'amount':100," URL "}"
#define INSTANT_SENT CREDENTIALS "&amount=100&returnUrl=https%3A%2F%2Fs%2F"
#define CARD         "'pan':'4444555511113333','expiry':203012"
#define CARD_SENT    "&pan=4444555511113333&expiry=203012"
#define CHARGE       "{'orderNumber':'n','bindingId':'b','amount':5}"
#define CHARGED      JSON_CREDENTIALS ",'orderNumber':'n','bindingId':'b','amount':5"
#define WALLET       "'orderNumber':'n','paymentToken':'dG9r+ZW4/='"
#define TOKENISED \
	"{'amount':5,'tokenType':'VTS','paymentData':{'dpan':4444555511113333,'tokenCryptogram':'q==','MM':'12'," \
	"'YYYY':2030,'eci':'05'}," URL "}"
#define TOKENISED_SENT \
	"'amount':5,'tokenType':'VTS','paymentData':{'dpan':'4444555511113333','tokenCryptogram':'q==','MM':" \
	"'12','YYYY':'2030','eci':5}," URL
#define SCHEDULE(unit) \
	"{'scheduledSince':'2026-01-24T00:00:00.000+0300','scheduledTill':'2027-02-28T23:59:59.999-0930'," \
	"'timeUnit':" unit ",'value':1}"
#define TASK(unit) \
	"{'amount':5,'currency':'643','merchantTaskUuid':'m','scheduleData':" SCHEDULE( \
		unit) ",'bindingId':'b','clientId':'c'}"
#define BY_UUID "'taskIdentifier':{'taskUuid':'u'}"
#define THREE_RI \
	"'jsonParams':{'initThreeDSReqPriorAuthData':'d','initThreeDSReqPriorAuthMethod':1," \
	"'initThreeDSReqPriorAuthTimestamp':'22202405140811','initThreeDSReqPriorRef':'r','recurringExpiry':20301231," \
	"'recurringFrequency':'28'"
#define THREE_RI_SENT \
	"&jsonParams=%7B%22initThreeDSReqPriorAuthData%22%3A%22d%22%2C%22initThreeDSReqPriorAuthMethod%22%3A%2201%22%2C" \
	"%22initThreeDSReqPriorAuthTimestamp%22%3A%2222202405140811%22%2C%22initThreeDSReqPriorRef%22%3A%22r%22%2C" \
	"%22recurringExpiry%22%3A%2220301231%22%2C%22recurringFrequency%22%3A%2228%22"
#define INSTALMENT "{'orderNumber':'n','bindingId':'b','amount':5,'preAuth':false}"

/* ---------------------------------------------------------------- what is sent */

struct sent {
	const char *label;
	const char *method;
	const char *options, *arguments, *parameters;
	const char *body;
};

static const struct sent sent_rows[] = {
	{"instantPayment by a card", "instantPayment", "{'language':'en','currency':'643'}", INSTANT,
		"{" CARD ",'cvc':123,'cardholderName':'A B','orderNumber':'n'}",
		INSTANT_SENT CARD_SENT "&cvc=123&cardholderName=A%20B&orderNumber=n&language=en&currency=643"},
	{"instantPayment by a binding", "instantPayment", NULL, INSTANT, "{'bindingId':'b','preAuth':true}",
		INSTANT_SENT "&bindingId=b&preAuth=true"},
	{"instantPayment by a token", "instantPayment", NULL, INSTANT, "{'seToken':'t==','preAuth':false}",
		INSTANT_SENT "&seToken=t%3D%3D&preAuth=false"},
	{"instantPayment, one date", "instantPayment", NULL, INSTANT,
		"{'bindingId':'b','autoReverseDate':'2026-11-22T00:00:00'}",
		INSTANT_SENT "&bindingId=b&autoReverseDate=2026-11-22T00%3A00%3A00"},
	{"instantPayment of a holder to verify", "instantPayment", NULL, "{'amount':0," URL "}",
		"{'bindingId':'b','features':['VERIFY','FORCE_TDS']}",
		CREDENTIALS "&amount=0&returnUrl=https%3A%2F%2Fs%2F&bindingId=b&features=VERIFY&features=FORCE_TDS"},
	/* the first method with both features and bindingNotNeeded */
	{"a binding by force", "instantPayment", NULL, INSTANT,
		"{" CARD ",'features':'FORCE_CREATE_BINDING','clientId':'c','bindingNotNeeded':false}",
		INSTANT_SENT CARD_SENT "&features=FORCE_CREATE_BINDING&clientId=c&bindingNotNeeded=false"},
	{"a binding by force, null", "instantPayment", NULL, INSTANT,
		"{" CARD ",'bindingNotNeeded':null,'clientId':'c','features':'FORCE_CREATE_BINDING'}",
		INSTANT_SENT CARD_SENT "&clientId=c&features=FORCE_CREATE_BINDING"},
	{"no binding", "instantPayment", NULL, INSTANT, "{" CARD ",'bindingNotNeeded':true,'features':'AUTO_PAYMENT'}",
		INSTANT_SENT CARD_SENT "&bindingNotNeeded=true&features=AUTO_PAYMENT"},
	{"motoPayment", "motoPayment", "{'language':'en'}", INSTANT,
		"{" CARD ",'cardholder':'A B','jsonParams':{'paymentWay':'CARD_MOTO'}}",
		INSTANT_SENT CARD_SENT "&cardholder=A%20B&jsonParams=%7B%22paymentWay%22%3A%22CARD_MOTO%22%7D&language=en"},
	{"recurrentPayment", "recurrentPayment", NULL, CHARGE, NULL, CHARGED "}"},
	{"recurrentPayment, the rest", "recurrentPayment", "{'language':'en','currency':'643'}", CHARGE,
		"{'preAuth':true,'feeInput':7,'features':['A','B'],'additionalParameters':{'recurringFrequency':'028',"
		"'recurringExpiry':20301231,'own':1.5}}",
		CHARGED ",'preAuth':true,'feeInput':7,'features':'A;B','additionalParameters':{'recurringFrequency':28,"
				"'recurringExpiry':'20301231','own':1.5},'language':'en','currency':'643'}"},
	{"recurrentPayment of a holder to verify", "recurrentPayment", NULL,
		"{'orderNumber':'n','bindingId':'b','amount':0}", "{'features':'VERIFY'}",
		JSON_CREDENTIALS ",'orderNumber':'n','bindingId':'b','amount':0,'features':'VERIFY'}"},
	{"installmentPayment", "installmentPayment", NULL, INSTALMENT, NULL, CHARGED ",'preAuth':false}"},
	{"installmentPayment, a hold", "installmentPayment", NULL, NULL,
		"{'orderNumber':'n','bindingId':'b','amount':5,'preAuth':true}", CHARGED ",'preAuth':true}"},
	/* ---- wallets */
	{"applePay", "applePay", "{'language':'en','currency':'643'}", "{'merchant':'m'," WALLET "}", NULL,
		"{'merchant':'m'," WALLET ",'language':'en'}"},
	{"applePay, the rest", "applePay", NULL, "{'merchant':'m'," WALLET "}",
		"{'preAuth':true,'tii':'RI','additionalParameters':{'installments':'012','recurringFrequency':1},'mcc':'0012'}",
		"{'merchant':'m'," WALLET
		",'preAuth':true,'tii':'RI','additionalParameters':{'installments':12,'recurringFrequency':1},'mcc':'0012'}"},
	{"applePay by its wire names, as call() does", "applePay", NULL, NULL, "{" WALLET ",'merchant':'m'}",
		"{" WALLET ",'merchant':'m'}"},
	{"applePayDirect", "applePayDirect", NULL, "{" WALLET "}",
		"{'tii':'R','originalPaymentNetRefNum':'1','originalPaymentDate':1700000000000,'features':'VERIFY'}",
		JSON_CREDENTIALS
		"," WALLET
		",'tii':'R','originalPaymentNetRefNum':'1','originalPaymentDate':'1700000000000','features':'VERIFY'}"},
	{"googlePay", "googlePay", "{'language':'en','currency':'643'}",
		"{'merchant':'m'," WALLET ",'amount':5," URL ",'ip':'::1'}", NULL,
		"{'merchant':'m'," WALLET ",'amount':5," URL ",'ip':'::1','language':'en','currencyCode':'643'}"},
	{"googlePay in another currency", "googlePay", "{'currency':'643'}",
		"{'merchant':'m'," WALLET ",'amount':5," URL ",'ip':'::1'}", "{'currencyCode':978}",
		"{'merchant':'m'," WALLET ",'amount':5," URL ",'ip':'::1','currencyCode':'978'}"},
	{"googlePayDirect", "googlePayDirect", NULL, "{" WALLET ",'amount':5," URL "}", "{'protocolVersion':'ECv2'}",
		JSON_CREDENTIALS "," WALLET ",'amount':5," URL ",'protocolVersion':'ECv2'}"},
	{"samsungPay", "samsungPay", "{'currency':'643'}", "{'merchant':'m'," WALLET "}", NULL,
		"{'merchant':'m'," WALLET ",'currencyCode':'643'}"},
	{"samsungPayDirect", "samsungPayDirect", "{'currency':'643'}", "{'merchant':'m'," WALLET "}", NULL,
		JSON_CREDENTIALS ",'merchant':'m'," WALLET "}"},
	{"mirPay", "mirPay", "{'currency':'643'}", "{'orderNumber':'n','amount':5,'paymentToken':'t+/='}",
		"{'orderBundle':null}",
		JSON_CREDENTIALS ",'orderNumber':'n','amount':5,'paymentToken':'t+/=','currencyCode':'643'}"},
	{"mirPayDirect of a holder to verify", "mirPayDirect", NULL, "{'amount':0," WALLET "}", "{'features':'VERIFY'}",
		JSON_CREDENTIALS ",'amount':0," WALLET ",'features':'VERIFY'}"},
	{"tokenPayment", "tokenPayment", "{'currency':'643'}", TOKENISED,
		"{'jsonParams':{'a':1,'b':true,'c':'\\''},'cvc':123}",
		JSON_CREDENTIALS "," TOKENISED_SENT ",'jsonParams':[{'name':'a','value':'1'},{'name':'b','value':'true'},{"
						 "'name':'c','value':'\\''}],'cvc':'123','currency':'643'}"},
	{"tokenPayment without parameters of its own", "tokenPayment", NULL, TOKENISED, "{'jsonParams':{}}",
		JSON_CREDENTIALS "," TOKENISED_SENT ",'jsonParams':[]}"},
	{"tokenPayment, an empty array", "tokenPayment", NULL, TOKENISED, "{'jsonParams':[]}",
		JSON_CREDENTIALS "," TOKENISED_SENT ",'jsonParams':[]}"},
	/* ---- what parameters leave to each other */
	{"a hold of a payer who is there", "instantPayment", NULL, INSTANT, "{'bindingId':'b','tii':'F','preAuth':true}",
		INSTANT_SENT "&bindingId=b&tii=F&preAuth=true"},
	{"no hold without the payer", "instantPayment", NULL, INSTANT, "{'bindingId':'b','tii':'R','preAuth':false}",
		INSTANT_SENT "&bindingId=b&tii=R&preAuth=false"},
	{"a first instalment held", "instantPayment", NULL, INSTANT,
		"{" CARD ",'tii':'II','preAuth':true,'originalPaymentDate':null}",
		INSTANT_SENT CARD_SENT "&tii=II&preAuth=true"},
	{"an instalment without 3RI", "paymentOrderBinding", NULL, "{'orderId':'o','bindingId':'b'}",
		"{'tii':'I','jsonParams':{'a':'b'},'cvc':null}",
		CREDENTIALS "&mdOrder=o&bindingId=b&tii=I&jsonParams=%7B%22a%22%3A%22b%22%7D"},
	{"3RI of an instalment", "paymentOrderBinding", NULL, "{'orderId':'o','bindingId':'b'}",
		"{'tii':'I'," THREE_RI ",'installments':3,'totalInstallmentAmount':5}}",
		CREDENTIALS "&mdOrder=o&bindingId=b&tii=I" THREE_RI_SENT "%2C%22installments%22%3A"
					"%223%22%2C%22totalInstallmentAmount%22%3A%225%22%7D"},
	{"3RI of a recurring payment", "paymentOrderBinding", NULL, "{'orderId':'o','bindingId':'b'}",
		"{'tii':'R'," THREE_RI "}}", CREDENTIALS "&mdOrder=o&bindingId=b&tii=R" THREE_RI_SENT "%7D"},
	{"a code of a payer who is there", "paymentOrderBinding", NULL, "{'orderId':'o','bindingId':'b'}",
		"{'tii':'','cvc':123}", CREDENTIALS "&mdOrder=o&bindingId=b&tii=&cvc=123"},
	{"a binding of no strength", "createBindingNoPayment", NULL, "{'clientId':'c'}",
		"{'pan':'4444555511113333','expiryDate':203012,'cardholderName':'H','bindingStrength':'NO_PAYMENT'}",
		CREDENTIALS "&clientId=c&pan=4444555511113333&expiryDate=203012&cardholderName=H&bindingStrength=NO_PAYMENT"},
	{"a task by both names", "getTask", NULL, "{'taskIdentifier':{'merchantTaskUuid':'m','taskUuid':'u'}}", NULL,
		JSON_CREDENTIALS ",'taskIdentifier':{'merchantTaskUuid':'m','taskUuid':'u'}}"},
	/* ---- recurring tasks */
	{"createTask", "createTask", "{'language':'en','currency':'978'}", "{'task':" TASK("'days'") "}", NULL,
		JSON_CREDENTIALS ",'task':" TASK("'days'") "}"},
	{"createTask, the rest", "createTask", NULL,
		"{'task':{'amount':5,'currency':643,'merchantTaskUuid':'m','scheduleData':" SCHEDULE(
			"'HalfDays'") ",'pan':4444555511113333,'expiry':'203012','attributes':{'a':[1,2.5]},'params':{'b':true},"
						  "'clientId':null}}",
		"{'locale':'EN','merchantLogin':'m'}",
		JSON_CREDENTIALS ",'task':{'amount':5,'currency':'643','merchantTaskUuid':'m','scheduleData':" SCHEDULE(
			"'HalfDays'") ",'pan':'4444555511113333','expiry':203012,'attributes':{'a':[1,2.5]},'params':{'b':true}},"
						  "'locale':'EN','merchantLogin':'m'}"},
	{"modifyTask", "modifyTask", NULL,
		"{'task':{'taskIdentifier':{'merchantTaskUuid':'m','merchantLogin':'l'},'expiry':203012}}", NULL,
		JSON_CREDENTIALS ",'task':{'taskIdentifier':{'merchantTaskUuid':'m','merchantLogin':'l'},'expiry':'203012'}}"},
	{"getTask", "getTask", "{'language':'en'}", "{" BY_UUID "}", NULL, JSON_CREDENTIALS "," BY_UUID "}"},
	{"terminateTask", "terminateTask", NULL, "{" BY_UUID "}", "{'locale':'en'}",
		JSON_CREDENTIALS "," BY_UUID ",'locale':'en'}"},
	{"activateTask", "activateTask", NULL, "{" BY_UUID "}", NULL, JSON_CREDENTIALS "," BY_UUID "}"},
	{"terminateTasks", "terminateTasks", NULL, "{'taskIdentifiers':[{'taskUuid':'u'},{'taskUuid':'v'}]}", NULL,
		JSON_CREDENTIALS ",'taskIdentifiers':[{'taskUuid':'u'},{'taskUuid':'v'}]}"},
	{"skipTaskPayment", "skipTaskPayment", NULL, "{" BY_UUID ",'paymentNumber':3}", NULL,
		JSON_CREDENTIALS "," BY_UUID ",'paymentNumber':3}"},
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
	assert_string_equal(built.request.body.at, json_of(row->body));
	if (built.request.wire->path[0] == '/') {
		snprintf(uri, sizeof(uri), "https://127.0.0.1:1%s", built.request.wire->path);
	} else {
		snprintf(uri, sizeof(uri), BASE_URI "%s", built.request.wire->path);
	}
	assert_string_equal(built.request.uri, uri);
	assert_int_equal(built.request.json, row->body[0] == '{');
	assert_int_equal(built.request.changes, strcmp(row->method, "getTask") != 0);
	assert_int_equal(built.request.repeatable, !built.request.changes);
	built_free(&built);
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- what is refused */

struct refused {
	const char *label;
	const char *method;
	const char *arguments, *parameters;
	const char *part; /* of the message */
};

static const struct refused refused_rows[] = {
	{"neither card nor binding", "instantPayment", INSTANT, "{}", "pan"},
	{"a card without its date", "instantPayment", INSTANT, "{'pan':'4444555511113333'}", "expiry"},
	{"both dates", "instantPayment", INSTANT,
		"{'bindingId':'b','autocompletionDate':'2026-11-22T00:00:00','autoReverseDate':'2026-11-22T00:00:00'}",
		"autocompletionDate"},
	{"both dates of a letter", "motoPayment", INSTANT,
		"{" CARD
		",'cardholder':'A','autocompletionDate':'2026-11-22T00:00:00','autoReverseDate':'2026-11-22T00:00:00'}",
		"autocompletionDate"},
	{"0", "instantPayment", "{'amount':0," URL "}", "{'bindingId':'b'}",
		"instantPayment: amount may be 0 only with the feature VERIFY"},
	{"VERIFY charges nothing", "instantPayment", INSTANT, "{'bindingId':'b','features':'VERIFY'}",
		"charges nothing: amount must be 0"},
	{"a binding of nobody", "instantPayment", INSTANT, "{" CARD ",'features':'FORCE_CREATE_BINDING'}",
		"FORCE_CREATE_BINDING needs clientId"},
	{"a second binding", "instantPayment", INSTANT,
		"{" CARD ",'features':'FORCE_CREATE_BINDING','clientId':'c','bindingId':'b'}",
		"FORCE_CREATE_BINDING must not be combined with"},
	{"a binding that is not needed", "instantPayment", INSTANT,
		"{" CARD ",'bindingNotNeeded':true,'features':['A','FORCE_CREATE_BINDING'],'clientId':'c'}",
		"FORCE_CREATE_BINDING must not be combined with"},
	{"AUTO_PAYMENT by force of 3-D Secure", "motoPayment", INSTANT,
		"{" CARD ",'cardholder':'A','features':['AUTO_PAYMENT','FORCE_TDS']}", "AUTO_PAYMENT excludes"},
	{"a letter without a card", "motoPayment", INSTANT, "{'cardholder':'A','expiry':'203012'}", "pan is missing"},
	{"a letter without a date", "motoPayment", INSTANT, "{'cardholder':'A','pan':'4444555511113333'}",
		"expiry is missing"},
	{"a letter without a name", "motoPayment", INSTANT, "{" CARD "}", "cardholder is missing"},
	{"the other name of the holder", "motoPayment", INSTANT, "{" CARD ",'cardholderName':'A'}",
		"did you mean cardholder?"},
	{"recurring too rarely", "recurrentPayment", CHARGE, "{'additionalParameters':{'recurringFrequency':29}}",
		"recurrentPayment: additionalParameters.recurringFrequency must be a number from 1 to 28"},
	{"recurring always", "recurrentPayment", CHARGE, "{'additionalParameters':{'recurringFrequency':'0'}}",
		"a number from 1 to 28"},
	{"recurring until a day with bars", "recurrentPayment", CHARGE,
		"{'additionalParameters':{'recurringExpiry':'2030-12-31'}}", "recurringExpiry must be decimal digits"},
	{"a charge by a false binding", "recurrentPayment", CHARGE, "{'features':'FORCE_CREATE_BINDING'}",
		"FORCE_CREATE_BINDING needs clientId"},
	{"a hold or not", "installmentPayment", CHARGE, NULL, "installmentPayment: preAuth is missing"},
	{"null for a hold", "installmentPayment", CHARGE, "{'preAuth':null}", "preAuth is missing"},
	{"a text for a hold", "installmentPayment", CHARGE, "{'preAuth':'false'}", "preAuth must be a bool"},
	/* ---- wallets */
	{"nobody's apple", "applePay", "{" WALLET "}", NULL, "applePay: merchant is missing"},
	{"an apple without a token", "applePay", "{'merchant':'m','orderNumber':'n'}", NULL, "paymentToken is missing"},
	{"a password for an apple", "applePay", "{'merchant':'m'," WALLET "}", "{'password':'p'}",
		"password is not a parameter"},
	{"an amount for an apple", "applePay", "{'merchant':'m'," WALLET "}", "{'amount':5}", "amount is unknown"},
	{"an apple in silence", "applePay", "{'merchant':'m'," WALLET "}", "{'tii':'R'}", "tii must be one of"},
	{"an instalment of an apple", "applePayDirect", "{" WALLET "}", "{'tii':'I'}", "tii must be one of"},
	{"1000 instalments", "samsungPay", "{'merchant':'m'," WALLET "}", "{'additionalParameters':{'installments':1000}}",
		"installments must be a number from 1 to 999"},
	{"both dates of a token", "samsungPayDirect", "{'merchant':'m'," WALLET "}",
		"{'autocompletionDate':'2026-11-22T00:00:00','autoReverseDate':'2026-11-22T00:00:00'}", "autocompletionDate"},
	{"nothing by Google", "googlePay", "{'merchant':'m'," WALLET ",'amount':0," URL ",'ip':'::1'}", NULL,
		"amount must be more than 0"},
	{"Google's currency", "googlePay", "{'merchant':'m'," WALLET ",'amount':1," URL ",'ip':'::1'}",
		"{'currency':'643'}", "did you mean currencyCode?"},
	{"0 by Google", "googlePayDirect", "{" WALLET ",'amount':0," URL "}", NULL, "only with the feature VERIFY"},
	{"a third protocol", "googlePayDirect", "{" WALLET ",'amount':1," URL "}", "{'protocolVersion':'ECv3'}",
		"protocolVersion must be one of"},
	{"a token of nobody", "tokenPayment", TOKENISED, "{'tokenType':'MIR'}", "tokenType is the argument $tokenType"},
	{"a token without a number", "tokenPayment",
		"{'amount':5,'tokenType':'VTS','paymentData':{'MM':'12','YYYY':2030}," URL "}", NULL,
		"tokenPayment: paymentData.dpan is missing"},
	{"a short number in a token", "tokenPayment",
		"{'amount':5,'tokenType':'VTS','paymentData':{'dpan':'44445555111','MM':'12','YYYY':2030}," URL "}", NULL,
		"paymentData.dpan must be 12 to 19 digits"},
	{"pairs as they travel", "tokenPayment", TOKENISED, "{'jsonParams':[{'name':'a','value':'b'}]}",
		"jsonParams must be an array of names and values"},
	{"pairs inside", "tokenPayment", TOKENISED, "{'jsonParams':{'a':{'b':'c'}}}", "jsonParams.a must be"},
	/* ---- recurring tasks */
	{"no task", "createTask", NULL, NULL, "createTask: task is missing"},
	{"a task as JSON text", "createTask", "{'task':'{}'}", NULL, "task must be an array with names (not JSON text)"},
	{"a task without an amount", "createTask", "{'task':{'currency':'643'}}", NULL, "task.amount is missing"},
	{"a task of nothing", "createTask", "{'task':{'amount':0}}", NULL, "task.amount must be more than 0"},
	{"a task of a float", "createTask", "{'task':{'amount':5.0}}", NULL, "task.amount must be an int"},
	{"a task of another name", "createTask", "{'task':{'ammount':5}}", NULL,
		"task.ammount is unknown; did you mean amount?"},
	{"a holder without a capital", "createTask", "{'task':{'cardholder':'A'}}", NULL, "did you mean cardHolder?"},
	{"a task without a beginning", "createTask", "{'task':{'scheduleData':{'timeUnit':'DAYS'}}}", NULL,
		"task.scheduleData.scheduledSince is missing"},
	{"a task of fortnights", "createTask", "{'task':" TASK("'FORTNIGHTS'") "}", NULL,
		"task.scheduleData.timeUnit must be one of"},
	{"a date without its offset", "createTask", "{'task':{'scheduleData':{'scheduledSince':'2026-01-24T00:00:00'}}}",
		NULL, "task.scheduleData.scheduledSince must be a date and time that exists, as yyyy-MM-ddTHH:mm:ss.SSSZ"},
	{"a date with a colon", "createTask", "{'task':{'scheduleData':{'scheduledTill':'2026-01-24T00:00:00.000+03:00'}}}",
		NULL, "such as +0300"},
	{"a date as int", "createTask", "{'task':{'scheduleData':{'scheduledTill':20260124}}}", NULL, "int given"},
	{"no identifier", "getTask", "{'taskIdentifier':{}}", NULL, "taskIdentifier.taskUuid"},
	{"a null identifier", "terminateTask", "{'taskIdentifier':{'taskUuid':null,'merchantLogin':'m'}}", NULL,
		"taskIdentifier.merchantTaskUuid"},
	{"a text as identifier", "activateTask", "{'taskIdentifier':'u'}", NULL, "taskIdentifier must be an array"},
	{"a change of nothing", "modifyTask", "{'task':{'taskIdentifier':[]}}", NULL, "task.taskIdentifier.taskUuid"},
	{"an amount in a change", "modifyTask", "{'task':{'amount':5}}", NULL, "task.amount is unknown"},
	{"one identifier for many", "terminateTasks", "{'taskIdentifiers':{'taskUuid':'u'}}", NULL,
		"taskIdentifiers must be a list of arrays"},
	{"an identifier by another name", "terminateTasks", "{'taskIdentifiers':[{'uuid':'u'}]}", NULL,
		"taskIdentifiers[0].uuid is unknown"},
	{"no payment to skip", "skipTaskPayment", "{" BY_UUID "}", NULL, "paymentNumber is missing"},
	{"a negative payment to skip", "skipTaskPayment", "{" BY_UUID ",'paymentNumber':-1}", NULL, "decimal digits"},
	/* ---- what parameters demand of each other */
	{"a network's number without its date", "instantPayment", INSTANT, "{" CARD ",'originalPaymentNetRefNum':'1'}",
		"instantPayment: originalPaymentNetRefNum needs originalPaymentDate"},
	{"a date without the network's number", "applePayDirect", "{" WALLET "}", "{'tii':'R','originalPaymentDate':1}",
		"applePayDirect: originalPaymentDate needs originalPaymentNetRefNum"},
	{"a date and null", "paymentOrder", "{'orderId':'o'}",
		"{'seToken':'t','TEXT':'A','originalPaymentDate':1,'originalPaymentNetRefNum':null}",
		"paymentOrder: originalPaymentDate needs originalPaymentNetRefNum"},
	{"two phases without the payer", "instantPayment", INSTANT, "{" CARD ",'tii':'U','preAuth':true}",
		"instantPayment: tii U must not be combined with preAuth: a payment that the merchant initiates has one phase"},
	{"two phases of a recurring payment", "googlePayDirect", "{" WALLET ",'amount':1," URL "}",
		"{'preAuth':true,'tii':'R'}", "googlePayDirect: tii R must not be combined with preAuth"},
	{"two phases of an instalment", "tokenPayment", TOKENISED, "{'preAuth':true,'tii':'I'}",
		"tii I must not be combined with preAuth"},
	{"a code without the payer", "paymentOrderBinding", "{'orderId':'o','bindingId':'b'}", "{'tii':'R','cvc':'739'}",
		"paymentOrderBinding: tii R must not be combined with cvc: the merchant initiates it, and nobody may store a "
		"CVC"},
	{"a code of an instalment", "paymentOrderBinding", "{'orderId':'o','bindingId':'b'}", "{'cvc':739,'tii':'I'}",
		"tii I must not be combined with cvc"},
	{"a first payment by a binding", "paymentOrderBinding", "{'orderId':'o','bindingId':'b'}", "{\"tii\":\"CI\"}",
		"tii must be one of \"\", F, U, R, I"},
	{"3RI without a number of instalments", "paymentOrderBinding", "{'orderId':'o','bindingId':'b'}",
		"{'tii':'I'," THREE_RI ",'totalInstallmentAmount':'5'}}",
		"paymentOrderBinding: tii I needs jsonParams.installments: 3RI demands it"},
	{"3RI without a sum of instalments", "instantPayment", INSTANT,
		"{'bindingId':'b','tii':'I'," THREE_RI ",'installments':5}}", "tii I needs jsonParams.totalInstallmentAmount"},
	{"3RI without either", "paymentOrder", "{'orderId':'o'}", "{'seToken':'t','TEXT':'A','tii':'I'," THREE_RI "}}",
		"tii I needs jsonParams.installments"},
	{"a strength without proof", "createBindingNoPayment", "{'clientId':'c'}",
		"{'pan':'4444555511113333','expiryDate':203012,'cardholderName':'H','bindingStrength':'SSL'}",
		"createBindingNoPayment: bindingStrength SSL needs additionalParameters"},
	{"a strength with an empty proof", "createBindingNoPayment", "{'clientId':'c'}",
		"{'pan':'4444555511113333','expiryDate':203012,'cardholderName':'H','bindingStrength':'TDS',"
		"'additionalParameters':{}}",
		"bindingStrength TDS needs additionalParameters"},
	{"a task of the merchant's without him", "getTask", "{'taskIdentifier':{'merchantTaskUuid':'m'}}", NULL,
		"getTask: taskIdentifier.merchantTaskUuid needs one of taskIdentifier.merchantLogin, taskIdentifier.taskUuid"},
	{"a change of the merchant's without him", "modifyTask", "{'task':{'taskIdentifier':{'merchantTaskUuid':'m'}}}",
		NULL, "task.taskIdentifier.merchantTaskUuid needs one of"},
	{"a list of addresses", "installmentPayment", INSTALMENT, "{'billingPayerData':[{}]}", "billingPayerData must be"},
};

static void refuses(void **state)
{
	const struct refused *row = *state;
	struct pgw_client *client = client_of(NULL);
	struct built built;

	assert_false(build(&built, client, row->method, row->arguments, row->parameters));
	assert_int_equal(built.error.kind, PGW_ERROR_ARGUMENT);
	assert_memory_equal(built.error.message, row->method, strlen(row->method));
	assert_holds(built.error.message, row->part);
	assert_lacks(built.error.message, "4444555511113333");
	assert_null(built.request.body.at);
	built_free(&built);
	pgw_client_free(client);
}

/* A token is refused where it does nothing, with the reason and what there is instead. */
static void a_refused_token_hears_why(void **state)
{
	struct pgw_client *client = client_with_token();
	struct built built;

	(void)state;
	assert_false(build(&built, client, "refund", NULL, least_parameters("refund")));
	assert_string_equal(built.error.message,
		"refund: the gateway takes no token here, because a token may be public; with one it takes only "
		"continue3ds, getOrderStatusExtended, installmentPayment, instantPayment, motoPayment, register, "
		"registerPreAuth, verifyCard: "
		"give the constructor userName and password instead");
	built_free(&built);
	pgw_client_free(client);
}

/* A call that names the merchant carries no credentials: neither a password nor a token leaves the process. */
static void wallets_carry_no_credentials(void **state)
{
	struct pgw_client *clients[] = {client_of(NULL), client_with_token()};
	size_t count = 0;

	(void)state;
	for (const struct pgw_method *row = pgw_methods(); row->name; row++) {
		for (size_t i = 0; row->flags & PGW_NO_CREDENTIALS && i < COUNT(clients); i++) {
			struct built built;

			build_any(&built, clients[i], row->name);
			assert_memory_equal(built.request.body.at, "{\"merchant\":", strlen("{\"merchant\":"));
			assert_lacks(built.request.body.at, PASSWORD);
			assert_lacks(built.request.body.at, USER_NAME);
			assert_lacks(built.request.body.at, TOKEN);
			assert_lacks(built.request.uri, PASSWORD);
			pgw_json_free(node_of_json(built.request.body.at)); /* JSON all the same */
			built_free(&built);
			count++;
		}
	}
	assert_int_equal(count, 6);
	pgw_client_free(clients[0]);
	pgw_client_free(clients[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_refused_token_hears_why),
		cmocka_unit_test(wallets_carry_no_credentials),
	};
	int failed = RUN_ROWS("payments: sent", sent_rows, sends);

	failed += RUN_ROWS("payments: refused", refused_rows, refuses);
	failed += cmocka_run_group_tests_name("payments", tests, NULL, NULL);
	return failed != 0;
}
