/* What an answer means: {call, HTTP status, body} to {verdict, kind, code, what may be done}. */
#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { UNKNOWN = 1, RETRIABLE = 2 };

/* No errorCode is in the error. */
#define NONE INT64_MIN
#define FLAW "the body is not JSON"

struct judged {
	const char *label;
	const char *call; /* as build_any takes it; after "sberbank " it is of that dialect */
	int http_status;
	const char *body; /* not JSON: judged as such */
	enum pgw_verdict verdict;
	enum pgw_error_kind kind;
	int64_t code;
	unsigned flags;
	const char *part; /* of the message, or NULL */
};

#define GOOD PGW_REPLY_GOOD, PGW_ERROR_NONE, NONE, 0, NULL
/* An answer that nobody can read: for a call that changes something, its outcome is unknown. */
#define UNREADABLE        PGW_REPLY_ERROR, PGW_ERROR_REPLY, NONE, UNKNOWN
#define UNREADABLE_READ   PGW_REPLY_ERROR, PGW_ERROR_REPLY, NONE, 0
#define ERROR(kind, code) PGW_REPLY_ERROR, PGW_ERROR_##kind, code, 0

#define STATUS   "getOrderStatusExtended"
#define OLD      "getOrderStatus"
#define BOUND    "paymentOrderBinding"
#define BY_CARD  "getBindingsByCardOrId"
#define CREATE   "createBindingNoPayment"
#define INSTANT  "instantPayment"
#define CHARGE   "recurrentPayment"
#define PRACTICE "industryPracticePayment"
#define WALLET   "{'success':true,'data':{'orderId':'i'}"
#define ORDER    "'orderId':'id-1','formUrl':'https://pay.example/'"
#define TDS2 \
	"'is3DSVer2':true,'threeDSServerTransId':'t-1','threeDSMethodURLServer':'https://x/'," \
	"'threeDSMethodDataPacked':'eyJ9'"

static const struct judged judged_rows[] = {
	/* ---- errorCode in every dress */
	{"code 0 as text", "deposit", 200, "{'errorCode':'0'}", GOOD},
	{"code 0 as int", "deposit", 200, "{'errorCode':0}", GOOD},
	{"code absent", "deposit", 200, "{'errorMessage':'Success'}", UNREADABLE, "lacks errorCode: Success"},
	{"code null", "deposit", 200, "{'errorCode':null}", UNREADABLE, "lacks errorCode"},
	{"code 00", "deposit", 200, "{'errorCode':'00'}", GOOD},
	{"code -0", "deposit", 200, "{'errorCode':'-0'}", GOOD},
	{"code 5 as text", "deposit", 200, "{'errorCode':'5','errorMessage':'Access denied'}", ERROR(ACCESS_DENIED, 5),
		"deposit: errorCode 5: Access denied; the usual cause is a test login used in production"},
	{"code 5 as int", "deposit", 200, "{'errorCode':5}", ERROR(ACCESS_DENIED, 5), "access is denied"},
	{"code 05", "deposit", 200, "{'errorCode':'05'}", ERROR(ACCESS_DENIED, 5), NULL},
	{"code negative", "deposit", 200, "{'errorCode':-1}", ERROR(GATEWAY, -1), "errorCode -1"},
	{"code negative text", "deposit", 200, "{'errorCode':'-1'}", ERROR(GATEWAY, -1), NULL},
	{"code of 18 digits", "deposit", 200, "{'errorCode':'999999999999999999'}", ERROR(GATEWAY, 999999999999999999),
		NULL},
	{"code is INT64_MAX", "deposit", 200, "{'errorCode':9223372036854775807}", ERROR(GATEWAY, INT64_MAX), NULL},
	{"code is INT64_MIN text", "deposit", 200, "{'errorCode':'-9223372036854775808'}", UNREADABLE, NULL},
	{"code huge", "deposit", 200, "{'errorCode':99999999999999999999999}", UNREADABLE, NULL},
	{"code huge text", "deposit", 200, "{'errorCode':'99999999999999999999999'}", UNREADABLE, "not a number"},
	{"code empty", "deposit", 200, "{'errorCode':''}", UNREADABLE, "not a number"},
	{"code garbage", "deposit", 200, "{'errorCode':'none'}", UNREADABLE, "not a number"},
	{"code 0x", "deposit", 200, "{'errorCode':'0x'}", UNREADABLE, "not a number"},
	{"code with a space", "deposit", 200, "{'errorCode':' 0'}", UNREADABLE, "not a number"},
	{"code with a space after", "deposit", 200, "{'errorCode':'0 '}", UNREADABLE, "not a number"},
	{"code plus", "deposit", 200, "{'errorCode':'+5'}", UNREADABLE, "not a number"},
	{"code minus", "deposit", 200, "{'errorCode':'-'}", UNREADABLE, "not a number"},
	{"code decimal", "deposit", 200, "{'errorCode':'0.0'}", UNREADABLE, "not a number"},
	{"code with a zero byte", "deposit", 200, "{'errorCode':'0\\u00005'}", UNREADABLE, "not a number"},
	{"code float", "deposit", 200, "{'errorCode':0.0}", UNREADABLE, "not a number"},
	{"code true", "deposit", 200, "{'errorCode':true}", UNREADABLE, "not a number"},
	{"code false", "deposit", 200, "{'errorCode':false}", UNREADABLE, "not a number"},
	{"code list", "deposit", 200, "{'errorCode':[0]}", UNREADABLE, "not a number"},
	{"code object", "deposit", 200, "{'errorCode':{}}", UNREADABLE, "not a number"},
	{"code garbage of a read", STATUS, 200, "{'errorCode':'none','orderStatus':2}", UNREADABLE_READ, "not a number"},
	{"capitalised code", "deposit", 200, "{'ErrorCode':'6','ErrorMessage':'No such order'}", ERROR(ORDER_NOT_FOUND, 6),
		"No such order"},
	{"capitalised 0", "deposit", 200, "{'ErrorCode':'0'}", GOOD},
	{"capitalised garbage", "deposit", 200, "{'ErrorCode':'x'}", UNREADABLE, NULL},
	/* ---- what a code means differs by method */
	{"register 1", "register", 200, "{'errorCode':'1'}", ERROR(DUPLICATE_ORDER, 1), "already registered"},
	{"preauth 1", "registerPreAuth", 200, "{'errorCode':1}", ERROR(DUPLICATE_ORDER, 1), NULL},
	{"register 3", "register", 200, "{'errorCode':'3'}", ERROR(INVALID_REQUEST, 3), NULL},
	{"register 4", "register", 200, "{'errorCode':'4'}", ERROR(INVALID_REQUEST, 4), NULL},
	{"register 7", "register", 200, "{'errorCode':'7'}", ERROR(SYSTEM, 7), NULL},
	{"register 8", "register", 200, "{'errorCode':'8'}", ERROR(INVALID_REQUEST, 8), NULL},
	{"register 13", "register", 200, "{'errorCode':'13'}", ERROR(INVALID_REQUEST, 13), NULL},
	{"register 14", "register", 200, "{'errorCode':'14'}", ERROR(INVALID_REQUEST, 14), NULL},
	{"register 99", "register", 200, "{'errorCode':'99'}", ERROR(GATEWAY, 99), NULL},
	{"register 5 with an orderId", "register", 200, "{'errorCode':'5'," ORDER "}", ERROR(ACCESS_DENIED, 5), NULL},
	{"deposit 7", "deposit", 200, "{'errorCode':'7'}", ERROR(INVALID_STATE, 7), NULL},
	{"reverse 7", "reverse", 200, "{'errorCode':'7'}", ERROR(INVALID_STATE, 7), NULL},
	{"refund 7", "refund", 200, "{'errorCode':'7'}", ERROR(INVALID_STATE, 7), NULL},
	{"refund with an id 7", "refund+id", 200, "{'errorCode':'7'}", ERROR(INVALID_STATE, 7), NULL},
	{"decline 7", "decline", 200, "{'errorCode':'7'}", ERROR(INVALID_STATE, 7), NULL},
	{"status 7", STATUS, 200, "{'errorCode':'7'}", PGW_REPLY_ERROR, PGW_ERROR_SYSTEM, 7, RETRIABLE, NULL},
	{"status 1", STATUS, 200, "{'errorCode':'1'}", ERROR(INVALID_REQUEST, 1), NULL},
	{"status 6", STATUS, 200, "{'errorCode':'6'}", ERROR(ORDER_NOT_FOUND, 6), NULL},
	{"payment 2", "paymentOrder", 200, "{'errorCode':2,'error':'Declined','errorMessage':'Declined'}",
		ERROR(DECLINED, 2), "Declined"},
	{"payment 3", "paymentOrder", 200, "{'errorCode':3}", ERROR(ORDER_NOT_FOUND, 3), NULL},
	{"payment 7", "paymentOrder", 200, "{'errorCode':7}", ERROR(INVALID_STATE, 7), NULL},
	{"common 15", "paymentOrder", 200, "{'errorCode':15}", ERROR(BINDING, 15), NULL},
	{"common 10 by path", "rest/newThing.do", 200, "{'errorCode':10}", ERROR(INVALID_REQUEST, 10), "rest/newThing.do"},
	{"good by path", "rest/newThing.do", 200, "{}", GOOD},
	/* ---- declines with errorCode 0 */
	{"error text with code 0", "paymentOrder", 200,
		"{'errorCode':0,'error':'Declined by the bank','redirect':'https://x/'}", ERROR(DECLINED, 0),
		"Declined by the bank"},
	{"error text without a code", "deposit", 200, "{'error':'No'}", UNREADABLE, "an error without an errorCode: No"},
	{"error empty", "deposit", 200, "{'errorCode':0,'error':''}", GOOD},
	{"error false", "deposit", 200, "{'errorCode':0,'error':false}", GOOD},
	{"error null", "deposit", 200, "{'errorCode':0,'error':null}", GOOD},
	{"error true", "deposit", 200, "{'errorCode':0,'error':true}", ERROR(DECLINED, 0), NULL},
	{"error object, code as text", "deposit", 200,
		"{'success':false,'error':{'code':'10','description':'d','message':'Processing Error'}}",
		ERROR(INVALID_REQUEST, 10), "errorCode 10: Processing Error"},
	{"error object, code as int", "deposit", 200, "{'error':{'code':10,'description':'d'}}", ERROR(INVALID_REQUEST, 10),
		"errorCode 10: d"},
	{"error object, garbage code", "deposit", 200, "{'error':{'code':'x'}}", UNREADABLE, NULL},
	{"error object without a code", "deposit", 200, "{'error':{'message':'m'}}", UNREADABLE, ": m"},
	{"success false with code 0", "paymentOrder", 200, "{'errorCode':0,'success':false}", ERROR(DECLINED, 0), NULL},
	{"success false alone", "deposit", 200, "{'success':false}", ERROR(DECLINED, NONE), "success: false"},
	{"success false with code 5", "deposit", 200, "{'errorCode':5,'success':false}", ERROR(ACCESS_DENIED, 5), NULL},
	{"success true with code 5", "deposit", 200, "{'errorCode':5,'success':true}", GOOD},
	{"success true with code 0", "deposit", 200, "{'errorCode':'0','success':true}", GOOD},
	{"success true without a code", "deposit", 200, "{'success':true,'error':''}", UNREADABLE, "lacks errorCode"},
	{"success as text", "deposit", 200, "{'success':'true'}", UNREADABLE, "success is not a boolean"},
	{"success as int", "deposit", 200, "{'success':1}", UNREADABLE, "success is not a boolean"},
	{"success as object", "deposit", 200, "{'success':{}}", UNREADABLE, "success is not a boolean"},
	{"success as text with code 5", "deposit", 200, "{'errorCode':5,'success':'true'}", UNREADABLE, NULL},
	{"success null", "deposit", 200, "{'success':null,'errorCode':0}", GOOD},
	/* ---- orderStatus 6 */
	{"status 6 of a payment", "paymentOrder", 200, "{'errorCode':0,'orderStatus':6}", ERROR(DECLINED, 0), "declined"},
	{"status 6 as text", "paymentOrder", 200, "{'errorCode':0,'orderStatus':'6'}", ERROR(DECLINED, 0), NULL},
	{"status 6 capitalised", "paymentOrder", 200, "{'errorCode':0,'OrderStatus':6}", ERROR(DECLINED, 0), NULL},
	{"status 6 inside", "paymentOrder", 200, "{'errorCode':0,'orderStatus':{'orderStatus':6}}", ERROR(DECLINED, 0),
		NULL},
	{"status 6 inside, capitalised", "paymentOrder", 200, "{'errorCode':'0','orderStatus':{'OrderStatus':'6'}}",
		ERROR(DECLINED, 0), NULL},
	{"status 6 with success", "paymentOrder", 200, "{'success':true,'orderStatus':{'orderStatus':6}}",
		ERROR(DECLINED, NONE), NULL},
	/* While attempts are left a decline leaves the order CREATED. */
	{"status 0 with a decline", "recurrentPayment", 200,
		"{'success':true,'data':{'orderId':'a'},'orderStatus':{'orderStatus':0,'actionCode':116}}",
		ERROR(DECLINED, NONE), "declined"},
	{"status 0 with an error inside", "instantPayment", 200,
		"{'errorCode':'0','orderId':'a','orderStatus':{'ErrorCode':'2','OrderStatus':0}}", ERROR(DECLINED, 0),
		"declined"},
	{"no status, an error inside", "installmentPayment", 200,
		"{'errorCode':0,'orderId':'a','orderStatus':{'errorCode':'2'}}", ERROR(DECLINED, 0), "declined"},
	{"status 0, pending", "recurrentPayment", 200,
		"{'success':true,'data':{'orderId':'a'},'orderStatus':{'orderStatus':0,'actionCode':-30001}}", GOOD},
	{"status 0, 3-D Secure", "googlePay", 200,
		"{'success':true,'data':{'orderId':'a','acsUrl':'https://x/"
		"'},'orderStatus':{'orderStatus':0,'actionCode':116}}",
		GOOD},
	{"status 0, all is well inside", "recurrentPayment", 200,
		"{'success':true,'data':{'orderId':'a'},'orderStatus':{'errorCode':'0','orderStatus':0,'actionCode':-100}}",
		GOOD},
	{"refused, pending", "recurrentPayment", 200,
		"{'success':false,'orderStatus':{'orderStatus':0,'actionCode':-30001}}", PGW_REPLY_ERROR, PGW_ERROR_SYSTEM,
		NONE, UNKNOWN, "ask the status"},
	{"error 1 with status 6", "recurrentPayment", 200,
		"{'success':false,'error':{'code':'1'},'orderStatus':{'orderStatus':6}}", ERROR(DECLINED, 1), NULL},
	{"an unknown code with status 6", "recurrentPayment", 200,
		"{'success':false,'error':{'code':'99'},'orderStatus':{'orderStatus':6}}", ERROR(DECLINED, 99), NULL},
	{"status 6 with a redirect", "paymentOrder", 200, "{'errorCode':0,'orderStatus':6,'redirect':'https://x/'}",
		ERROR(DECLINED, 0), NULL},
	{"status 5 is 3-D Secure", "paymentOrder", 200, "{'errorCode':0,'orderStatus':5,'acsUrl':'https://x/'}", GOOD},
	{"status 2 of a payment", "paymentOrder", 200, "{'errorCode':0,'orderStatus':2}", GOOD},
	{"status 6 of a status", STATUS, 200, "{'errorCode':'0','orderStatus':6}", GOOD},
	{"status 0 of a status", STATUS, 200, "{'errorCode':'0','orderStatus':0}", GOOD},
	{"status 6 of a deposit", "deposit", 200, "{'errorCode':'0','orderStatus':6}", GOOD},
	/* ---- 3-D Secure */
	{"first 3DS1 answer", "paymentOrder", 200,
		"{'errorCode':0,'info':'i','acsUrl':'https://x/','paReq':'p','termUrl':'https://y/'}", GOOD},
	{"first 3DS2 answer", "paymentOrder", 200, "{'errorCode':0," TDS2 "}", GOOD},
	{"first 3DS2 answer without a code", "paymentOrder", 200, "{" TDS2 "}", GOOD},
	{"frictionless", "paymentOrder", 200, "{'errorCode':0,'is3DSVer2':true,'redirect':'https://x/'}", GOOD},
	{"3DS2 declined", "paymentOrder", 200,
		"{'errorCode':0,'is3DSVer2':true,'redirect':'https://x/"
		"','error':'No','errorMessage':'No','errorTypeName':'DATA_INPUT_ERROR'}",
		ERROR(DECLINED, 0), "No"},
	/* ---- what a good reply must hold */
	{"register", "register", 200, "{" ORDER "}", GOOD},
	{"register with code 0", "register", 200, "{'errorCode':'0'," ORDER "}", GOOD},
	{"register without orderId", "register", 200, "{'errorCode':'0','formUrl':'https://x/'}", UNREADABLE, "lacks"},
	{"register with orderId null", "register", 200, "{'orderId':null}", UNREADABLE, "lacks"},
	{"register with orderId empty", "register", 200, "{'orderId':''}", UNREADABLE, "lacks"},
	{"register {}", "register", 200, "{}", UNREADABLE, "lacks"},
	{"deposit {}", "deposit", 200, "{}", UNREADABLE, "lacks errorCode"},
	{"paymentOrder {}", "paymentOrder", 200, "{}", UNREADABLE, "lacks"},
	{"status {}", STATUS, 200, "{}", UNREADABLE_READ, "lacks"},
	{"status with code 0 alone", STATUS, 200, "{'errorCode':'0'}", UNREADABLE_READ, "lacks"},
	/* ---- bindings */
	{"bindings", "getBindings", 200, "{'errorCode':'0','bindings':[{'bindingId':'b'}]}", GOOD},
	{"no bindings", "getBindings", 200, "{'errorCode':'2','errorMessage':'Nothing found'}", PGW_REPLY_EMPTY_LIST,
		PGW_ERROR_BINDING, 2, 0, NULL},
	{"no bindings, int", "getBindings", 200, "{'errorCode':2}", PGW_REPLY_EMPTY_LIST, PGW_ERROR_BINDING, 2, 0, NULL},
	{"bindings 5", "getBindings", 200, "{'errorCode':5}", ERROR(ACCESS_DENIED, 5), NULL},
	{"bindings 1", "getBindings", 200, "{'errorCode':1}", ERROR(INVALID_REQUEST, 1), NULL},
	{"code 2 elsewhere", "deposit", 200, "{'errorCode':2}", ERROR(GATEWAY, 2), NULL},
	/* ---- orders registered and paid at once */
	{"instant payment", INSTANT, 200, "{'errorCode':'0','orderId':'i','orderStatus':{'OrderStatus':2}}", GOOD},
	{"instant hold", INSTANT, 200, "{'errorCode':0,'orderId':'i','orderStatus':{'OrderStatus':1}}", GOOD},
	{"instant payment to the ACS", INSTANT, 200,
		"{'errorCode':'0','orderId':'i','acsUrl':'https://x/','orderStatus':{'OrderStatus':0}}", GOOD},
	{"instant first 3DS2 answer", INSTANT, 200, "{'errorCode':0,'orderId':'i'," TDS2 "}", GOOD},
	{"instant decline by its status", INSTANT, 200,
		"{'errorCode':'0','orderId':'i','orderStatus':{'ErrorCode':'0','OrderStatus':6}}", ERROR(DECLINED, 0),
		"declined"},
	{"instant decline by its text", INSTANT, 200, "{'errorCode':'0','orderId':'i','error':'No money'}",
		ERROR(DECLINED, 0), "No money"},
	{"instant payment without orderId", INSTANT, 200, "{'errorCode':'0'}", UNREADABLE, "by orderNumber"},
	{"instant payment 1", INSTANT, 200, "{'errorCode':'1'}", ERROR(DUPLICATE_ORDER, 1), NULL},
	{"instant payment 500", INSTANT, 500, "<html>", UNREADABLE, NULL},
	{"letter", "motoPayment", 200, "{'errorCode':'0','success':true,'mdOrder':'i'}", GOOD},
	{"letter without an order", "motoPayment", 200, "{'errorCode':'0','success':true,'orderId':'i'}", UNREADABLE,
		"lacks mdOrder"},
	{"letter declined", "motoPayment", 200, "{'errorCode':'0','success':false,'mdOrder':'i'}", ERROR(DECLINED, 0),
		NULL},
	{"charge", CHARGE, 200, "{'success':true,'data':{'orderId':'i'},'orderStatus':{'orderStatus':2}}", GOOD},
	{"charge, no status", CHARGE, 200, "{'success':true,'data':{'orderId':'i'}}", GOOD},
	{"charge declined", CHARGE, 200,
		"{'success':true,'data':{'orderId':'i'},'orderStatus':{'orderStatus':6,'actionCode':116}}",
		ERROR(DECLINED, NONE), NULL},
	{"charge of a known number", CHARGE, 200,
		"{'success':false,'error':{'code':'10','message':'Order with this number is already processed'}}",
		ERROR(DUPLICATE_ORDER, 10), "recurrentPayment: errorCode 10: Order with this number"},
	{"charge of a known number, Sberbank", "sberbank " CHARGE, 200, "{'success':false,'error':{'code':10}}",
		ERROR(DUPLICATE_ORDER, 10), NULL},
	{"charge denied", CHARGE, 200, "{'success':false,'error':{'code':'5','description':'d'}}", ERROR(ACCESS_DENIED, 5),
		"d"},
	{"charge without an order", CHARGE, 200, "{'success':true,'data':{}}", UNREADABLE, "lacks data.orderId"},
	{"charge with an order null", CHARGE, 200, "{'success':true,'data':{'orderId':null}}", UNREADABLE, "lacks"},
	{"charge with an empty order", CHARGE, 200, "{'success':true,'data':{'orderId':''}}", UNREADABLE, "lacks"},
	{"charge without data", CHARGE, 200, "{'success':true}", UNREADABLE, "by orderNumber"},
	{"charge with a list of data", CHARGE, 200, "{'success':true,'data':[{'orderId':'i'}]}", UNREADABLE, "lacks"},
	{"charge with a text of data", CHARGE, 200, "{'success':true,'data':'orderId'}", UNREADABLE, "lacks"},
	{"charge with an order outside", CHARGE, 200, "{'success':true,'orderId':'i'}", UNREADABLE, "lacks"},
	{"instalment", "installmentPayment", 200,
		"{'errorCode':0,'errorMessage':'Success','orderId':'i','orderStatus':{'orderStatus':1},'error':false}", GOOD},
	{"instalment declined", "installmentPayment", 200,
		"{'errorCode':0,'orderId':'i','orderStatus':{'orderStatus':6},'error':false}", ERROR(DECLINED, 0), NULL},
	{"instalment without an order", "installmentPayment", 200, "{'errorCode':0,'error':false}", UNREADABLE, "lacks"},
	{"instalment of a known number", "installmentPayment", 200, "{'errorCode':1,'error':true}",
		ERROR(DUPLICATE_ORDER, 1), NULL},
	/* ---- wallets */
	{"wallet", "applePay", 200, WALLET ",'orderStatus':{'errorCode':'0','orderStatus':2}}", GOOD},
	{"wallet, held", "samsungPayDirect", 200, WALLET ",'orderStatus':{'orderStatus':1}}", GOOD},
	{"wallet, the status outside", "applePayDirect", 200, WALLET ",'orderStatus':2}", GOOD},
	/* ---- a method whose actionCode tells */
	{"practice paid", PRACTICE, 200, "{'errorCode':'0','mdOrder':'m','actionCode':'0'}", GOOD},
	{"practice declined", PRACTICE, 200, "{'errorCode':'5','errorMessage':'Unsuccessful','actionCode':'116'}",
		ERROR(DECLINED, 5), "Unsuccessful"},
	{"practice declined with code 0", PRACTICE, 200, "{'errorCode':'0','mdOrder':'m','actionCode':116}",
		ERROR(DECLINED, 0), NULL},
	{"practice not allowed", PRACTICE, 200, "{'errorCode':'5','errorMessage':'Operation is not allowed'}",
		ERROR(INVALID_STATE, 5), "not allowed"},
	{"practice refused with action 0", PRACTICE, 200, "{'errorCode':'5','actionCode':'0'}", ERROR(INVALID_STATE, 5),
		NULL},
	{"practice in progress", PRACTICE, 200, "{'errorCode':'0','mdOrder':'m','actionCode':'-9000'}", GOOD},
	{"practice without anything", PRACTICE, 200, "{'rrn':'1'}", UNREADABLE, "lacks mdOrder"},
	{"elsewhere an action code tells nothing", BOUND, 200, "{'errorCode':5,'actionCode':116}", ERROR(ACCESS_DENIED, 5),
		NULL},
	{"wallet declined", "applePay", 200, WALLET ",'orderStatus':{'errorCode':'0','orderStatus':6,'actionCode':116}}",
		ERROR(DECLINED, NONE), "applePay: "},
	{"wallet declined, the status as text", "mirPay", 200, WALLET ",'orderStatus':{'orderStatus':'6'}}",
		ERROR(DECLINED, NONE), NULL},
	{"wallet to the ACS", "googlePay", 200,
		"{'success':true,'data':{'orderId':'i','acsUrl':'https://x/','paReq':'p','termUrl':'https://y/'}}", GOOD},
	{"wallet, first 3DS2 answer", "tokenPayment", 200, "{'success':true,'data':{'orderId':'i'," TDS2 "}}", GOOD},
	{"wallet without money", "applePay", 200, "{'success':false,'error':{'code':'1','message':'m','description':'d'}}",
		ERROR(DECLINED, 1), "applePay: errorCode 1: m"},
	{"wallet without money, int", "googlePayDirect", 200, "{'success':false,'error':{'code':1}}", ERROR(DECLINED, 1),
		"not enough money"},
	{"wallet denied", "samsungPay", 200, "{'success':false,'error':{'code':'5'}}", ERROR(ACCESS_DENIED, 5), NULL},
	{"wallet out of order", "googlePay", 200, "{'success':false,'error':{'code':'7'}}", ERROR(SYSTEM, 7), NULL},
	{"wallet, wrong value", "tokenPayment", 200, "{'success':false,'error':{'code':10}}", ERROR(INVALID_REQUEST, 10),
		NULL},
	{"wallet, wrong value, Sberbank", "sberbank mirPayDirect", 200, "{'success':false,'error':{'code':'10'}}",
		ERROR(INVALID_REQUEST, 10), NULL},
	{"wallet, unknown code", "mirPayDirect", 200, "{'success':false,'error':{'code':'99'}}", ERROR(GATEWAY, 99), NULL},
	{"wallet, false alone", "applePay", 200, "{'success':false}", ERROR(DECLINED, NONE), NULL},
	{"wallet, success with an error", "applePay", 200, WALLET ",'error':{'code':'1'}}", GOOD},
	{"wallet without an order", "googlePay", 200, "{'success':true,'data':{'acsUrl':'https://x/'}}", UNREADABLE,
		"lacks data.orderId"},
	{"wallet without data", "applePay", 200, "{'success':true}", UNREADABLE, "outcome is unknown"},
	{"wallet with an order outside", "tokenPayment", 200, "{'success':true,'orderId':'i'}", UNREADABLE, "lacks"},
	{"wallet {}", "samsungPay", 200, "{}", UNREADABLE, "lacks"},
	{"wallet, HTML", "applePay", 502, "<html>", UNREADABLE, NULL},
	/* ---- Sberbank's own */
	{"SberPay", "sberbank paymentSberPay", 200, "{'errorCode':'0'}", GOOD},
	{"SberPay {}", "sberbank paymentSberPay", 200, "{}", UNREADABLE, "lacks errorCode"},
	{"SberPay 6", "sberbank paymentSberPay", 200, "{'errorCode':'6'}", ERROR(ORDER_NOT_FOUND, 6), NULL},
	{"subscription", "sberbank paymentOrderBySubscription", 200, "{'errorCode':'0','errorMessage':''}", GOOD},
	{"subscription declined", "sberbank paymentOrderBySubscription", 200, "{'errorCode':'2'}", ERROR(DECLINED, 2),
		NULL},
	{"subscription by HTML", "sberbank paymentOrderBySubscription", 200, "<html>", UNREADABLE, "by orderId"},
	/* ---- recurring tasks */
	{"task", "createTask", 200, "{'status':'SUCCESS','task':{'taskUuid':'u','state':'CREATED'}}", GOOD},
	{"task refused", "createTask", 200, "{'status':'FAIL'}", ERROR(GATEWAY, NONE),
		"createTask: the gateway answered status FAIL"},
	{"task refused in words", "createTask", 200, "{'status':'FAIL','errorMessage':'No such binding'}",
		ERROR(GATEWAY, NONE), "createTask: No such binding"},
	{"task refused with an error", "modifyTask", 200, "{'status':'FAIL','error':{'message':'m'}}", ERROR(GATEWAY, NONE),
		"modifyTask: m"},
	{"task refused with a code", "createTask", 200, "{'status':'FAIL','errorCode':'5'}", ERROR(ACCESS_DENIED, 5), NULL},
	{"task refused with HTTP 400", "createTask", 400, "{'status':'FAIL'}", ERROR(GATEWAY, NONE), NULL},
	{"task denied", "createTask", 200, "{'errorCode':5}", ERROR(ACCESS_DENIED, 5), NULL},
	{"task without a word", "createTask", 200, "{'task':{'taskUuid':'u'}}", UNREADABLE, "lacks status SUCCESS"},
	{"task with another word", "activateTask", 200, "{'status':'DONE'}", UNREADABLE, "ask getTask"},
	{"task with a small word", "activateTask", 200, "{'status':'success'}", UNREADABLE, NULL},
	{"task with a number", "activateTask", 200, "{'status':0}", UNREADABLE, NULL},
	{"task null", "activateTask", 200, "{'status':null}", UNREADABLE, NULL},
	{"task {}", "createTask", 200, "{}", UNREADABLE, "lacks status SUCCESS"},
	{"task without its id", "createTask", 200, "{'status':'SUCCESS','task':{}}", UNREADABLE, "lacks task.taskUuid"},
	{"change of a task", "modifyTask", 200, "{'status':'SUCCESS','task':{}}", GOOD},
	{"end of a task", "terminateTask", 200, "{'status':'SUCCESS'}", GOOD},
	{"end of tasks", "terminateTasks", 200, "{'status':'SUCCESS'}", GOOD},
	{"end of tasks refused", "terminateTasks", 200, "{'status':'FAIL'}", ERROR(GATEWAY, NONE), NULL},
	{"a task asked for", "getTask", 200, "{'status':'SUCCESS','task':{'taskUuid':'u'}}", GOOD},
	{"a task asked for in vain", "getTask", 200, "{'status':'FAIL'}", ERROR(GATEWAY, NONE), NULL},
	{"a task asked for, {}", "getTask", 200, "{}", UNREADABLE_READ, NULL},
	{"a task skipped by HTML", "skipTaskPayment", 500, "<html>", UNREADABLE, "ask getTask"},
	{"a status elsewhere", "deposit", 200, "{'status':'FAIL','errorCode':0}", GOOD},
	/* ---- not an object */
	{"HTML", "refund", 200, "<html>", UNREADABLE, FLAW},
	{"nothing", "refund", 200, "", UNREADABLE, FLAW},
	{"list", "refund", 200, "[]", UNREADABLE, "not an object"},
	{"list of an object", "refund", 200, "[{'errorCode':0}]", UNREADABLE, "not an object"},
	{"text", "refund", 200, "'OK'", UNREADABLE, "not an object"},
	{"HTML of a read", STATUS, 200, "<html>", UNREADABLE_READ, FLAW},
	{"HTML, repeatable", "refund+id", 200, "<html>", PGW_REPLY_ERROR, PGW_ERROR_REPLY, NONE, UNKNOWN | RETRIABLE, FLAW},
	{"204", "refund", 204, "", UNREADABLE, "HTTP 204"},
	/* ---- HTTP statuses without the gateway's JSON */
	{"301", "refund", 301, "<html>", UNREADABLE_READ, "redirect"},
	{"302 with {}", "refund", 302, "{}", UNREADABLE_READ, "redirect"},
	{"304", "refund", 304, "", UNREADABLE_READ, NULL},
	{"400", "refund", 400, "<html>", UNREADABLE, "HTTP 400"},
	{"400 with {}", "refund", 400, "{}", UNREADABLE, "HTTP 400"},
	{"400 of a read", STATUS, 400, "", UNREADABLE_READ, NULL},
	{"401", "refund", 401, "", UNREADABLE_READ, "IP allowlist; the usual cause is a test login used in production"},
	{"403", "refund", 403, "<html>", UNREADABLE_READ, "HTTP 403"},
	{"404", "refund", 404, "<html>", UNREADABLE_READ, "is baseUri right"},
	{"405", "refund", 405, "", UNREADABLE_READ, "HTTP 405"},
	{"408", "refund", 408, "", UNREADABLE, "HTTP 408"},
	{"413", "refund", 413, "<html>", UNREADABLE, "HTTP 413"},
	{"429", "refund", 429, "", PGW_REPLY_ERROR, PGW_ERROR_RATE_LIMIT, NONE, RETRIABLE, "too many"},
	{"429 with JSON", "register", 429, "{'errorCode':5}", PGW_REPLY_ERROR, PGW_ERROR_RATE_LIMIT, NONE, RETRIABLE, NULL},
	{"429 with a good reply", "register", 429, "{" ORDER "}", PGW_REPLY_ERROR, PGW_ERROR_RATE_LIMIT, NONE, RETRIABLE,
		NULL},
	{"429 of a read", STATUS, 429, "", PGW_REPLY_ERROR, PGW_ERROR_RATE_LIMIT, NONE, RETRIABLE, NULL},
	{"500", "refund", 500, "<html>", UNREADABLE, "outcome is unknown"},
	{"500, repeatable", "refund+id", 500, "", PGW_REPLY_ERROR, PGW_ERROR_REPLY, NONE, UNKNOWN | RETRIABLE,
		"send the same call again"},
	{"500 of a read", STATUS, 500, "", PGW_REPLY_ERROR, PGW_ERROR_REPLY, NONE, RETRIABLE, NULL},
	{"500 with {}", "deposit", 500, "{}", UNREADABLE, NULL},
	{"500 with code 0", "deposit", 500, "{'errorCode':0}", UNREADABLE, NULL},
	{"500 with success", "paymentOrder", 500, "{'success':true,'errorCode':0}", UNREADABLE, NULL},
	{"500 with an orderId", "register", 500, "{" ORDER "}", UNREADABLE, NULL},
	{"500 with garbage code", "deposit", 500, "{'errorCode':'x'}", UNREADABLE, NULL},
	{"502", "register", 502, "<html>", UNREADABLE, NULL},
	{"502 by path", "rest/newThing.do", 502, "", UNREADABLE, NULL},
	/* ---- HTTP statuses with it: an errorCode is an answer */
	{"400 with code 5", "refund", 400, "{'errorCode':5}", ERROR(ACCESS_DENIED, 5), NULL},
	{"403 with code 5", "refund", 403, "{'errorCode':'5'}", ERROR(ACCESS_DENIED, 5), NULL},
	{"404 with code 6", "refund", 404, "{'errorCode':'6'}", ERROR(ORDER_NOT_FOUND, 6), NULL},
	{"404 with a code of letters", "refund", 404, "{'errorCode':'x'}", ERROR(GATEWAY, NONE), "errorCode x"},
	{"404 with garbage code", "refund", 404, "{'errorCode':'?'}", UNREADABLE_READ, NULL},
	{"404 with a status page", "refund", 404, "{'timestamp':1,'status':404,'error':'Not Found'}", UNREADABLE_READ,
		"is baseUri right"},
	{"500 with a status page", "refund", 500, "{'timestamp':1,'status':500,'error':'Internal Server Error'}",
		UNREADABLE, NULL},
	{"500 with code 7", "register", 500, "{'errorCode':'7'}", PGW_REPLY_ERROR, PGW_ERROR_SYSTEM, 7, UNKNOWN,
		"errorCode 7: the gateway failed; the outcome is unknown"},
	{"500 with code 7 of a refund", "refund", 500, "{'errorCode':'7','errorMessage':'System error'}", PGW_REPLY_ERROR,
		PGW_ERROR_SYSTEM, 7, UNKNOWN, "System error; the outcome is unknown"},
	{"500 with code 6 of a read", STATUS, 500, "{'errorCode':'6'}", PGW_REPLY_ERROR, PGW_ERROR_SYSTEM, 6, RETRIABLE,
		NULL},
	{"500 with code 2 of bindings", "getBindings", 500, "{'errorCode':'2'}", PGW_REPLY_ERROR, PGW_ERROR_SYSTEM, 2,
		RETRIABLE, NULL},
	{"502 of a proxy", "refund", 502, "{'success':false,'message':'bad gateway'}", UNREADABLE, "HTTP 502"},
	{"504 of a proxy", "refund", 504, "{'error':{'code':504,'message':'timeout'}}", PGW_REPLY_ERROR, PGW_ERROR_SYSTEM,
		504, UNKNOWN, "timeout"},
	{"400 with success false", "refund", 400, "{'success':false}", UNREADABLE, "HTTP 400"},
	{"403 with success false", "refund", 403, "{'success':false}", UNREADABLE_READ, "HTTP 403"},
	{"400 with a code above 90", "refund", 400, "{'errorCode':91,'errorMessage':'m'}", ERROR(GATEWAY, 91), "91: m"},
	{"400 with a code of letters", "refund", 400, "{'errorCode':'AA-000','errorMessage':'m'}", ERROR(GATEWAY, NONE),
		"refund: errorCode AA-000: m"},
	{"200 with a code of letters", "refund", 200, "{'errorCode':'AA-000'}", ERROR(GATEWAY, NONE), "errorCode AA-000"},
	{"200 with a word for a code", "refund", 200, "{'errorCode':'OK'}", UNREADABLE, "not a number"},
	{"400 with a word for a code", "refund", 400, "{'errorCode':'DENIED'}", ERROR(GATEWAY, NONE), "DENIED"},
	{"500 with a code of letters", "refund", 500, "{'errorCode':'AA-000'}", PGW_REPLY_ERROR, PGW_ERROR_SYSTEM, NONE,
		UNKNOWN, "AA-000"},
	{"somebody else's JSON", "refund", 200, "{'message':'Service temporarily unavailable'}", UNREADABLE, "lacks"},
	{"a firewall's JSON", "refund", 200, "{'blocked':true,'incident':'77'}", UNREADABLE, "lacks"},
	{"a gateway of gateways", "refund", 200, "{'fault':{'faultstring':'x'}}", UNREADABLE, "lacks"},
	{"somebody else's bindings", "getBindings", 200, "{'message':'m'}", UNREADABLE_READ, "lacks"},
	{"instant first 3DS2 answer without orderId", INSTANT, 200, "{'errorCode':0," TDS2 "}", GOOD},
	{"302 with code 5", "refund", 302, "{'errorCode':'5'}", ERROR(ACCESS_DENIED, 5), NULL},
	/* ---- the old status, whose fields are capitalised */
	{"old status", OLD, 200, "{'ErrorCode':'0','OrderStatus':2,'OrderNumber':'n','Amount':100}", GOOD},
	{"old status, ints", OLD, 200, "{'ErrorCode':0,'OrderStatus':'6'}", GOOD},
	{"old status of no payment yet", OLD, 200, "{'OrderStatus':0}", GOOD},
	{"old status of a declined order", OLD, 200, "{'ErrorCode':'2','ErrorMessage':'No money','OrderStatus':6}", GOOD},
	{"old status 2 without a status", OLD, 200, "{'ErrorCode':'2','ErrorMessage':'No money'}", ERROR(DECLINED, 2),
		"getOrderStatus: errorCode 2: No money"},
	{"old status of a failed server", OLD, 500, "{'ErrorCode':'2','OrderStatus':6}", PGW_REPLY_ERROR, PGW_ERROR_SYSTEM,
		2, RETRIABLE, NULL},
	{"old status 5", OLD, 200, "{'ErrorCode':'5'}", ERROR(ACCESS_DENIED, 5), NULL},
	{"old status 6", OLD, 200, "{'ErrorCode':'6','ErrorMessage':'No such order'}", ERROR(ORDER_NOT_FOUND, 6),
		"No such order"},
	{"old status 7", OLD, 200, "{'ErrorCode':7}", PGW_REPLY_ERROR, PGW_ERROR_SYSTEM, 7, RETRIABLE, NULL},
	{"old status without capitals", OLD, 200, "{'errorCode':'0','orderStatus':2}", UNREADABLE_READ, "lacks"},
	{"old status {}", OLD, 200, "{}", UNREADABLE_READ, "lacks OrderStatus"},
	{"new status with capitals", STATUS, 200, "{'errorCode':'0','OrderStatus':2}", UNREADABLE_READ, "lacks"},
	/* ---- instantRefund answers for an order of its own */
	{"instant refund", "instantRefund", 200, "{'errorCode':'0','orderId':'o','orderStatus':{'rrn':1}}", GOOD},
	{"instant refund without an order", "instantRefund", 200, "{'errorCode':'0'}", UNREADABLE, "lacks orderId"},
	{"instant refund 7", "instantRefund", 200, "{'errorCode':'7'}", ERROR(SYSTEM, 7), NULL},
	{"instant refund 500", "instantRefund", 500, "", UNREADABLE, "outcome is unknown"},
	/* ---- bindings, their payments and their changes */
	{"bindings of a card", BY_CARD, 200, "{'errorCode':'0','bindings':[{'bindingId':'b'}]}", GOOD},
	{"no bindings of a card", BY_CARD, 200, "{'errorCode':'2','errorMessage':'Nothing found'}", PGW_REPLY_EMPTY_LIST,
		PGW_ERROR_BINDING, 2, 0, NULL},
	{"bindings of a card 1", BY_CARD, 200, "{'errorCode':1}", ERROR(INVALID_REQUEST, 1),
		"neither a card nor a binding"},
	{"bindings of a card 5", BY_CARD, 200, "{'errorCode':'5'}", ERROR(ACCESS_DENIED, 5), NULL},
	{"bindings of a card 7", BY_CARD, 200, "{'errorCode':7}", PGW_REPLY_ERROR, PGW_ERROR_SYSTEM, 7, RETRIABLE, NULL},
	{"bindings of a card 15", BY_CARD, 200, "{'errorCode':15}", ERROR(BINDING, 15), NULL},
	{"bindings of a card 500", BY_CARD, 500, "", PGW_REPLY_ERROR, PGW_ERROR_REPLY, NONE, RETRIABLE, NULL},
	{"bound payment", BOUND, 200, "{'errorCode':0,'redirect':'https://x/','bindingId':'b'}", GOOD},
	{"bound 3DS1", BOUND, 200, "{'info':'i','errorCode':0,'acsUrl':'https://x/','paReq':'p','termUrl':'https://y/'}",
		GOOD},
	{"bound 3DS2", BOUND, 200, "{" TDS2 "}", GOOD},
	{"bound {}", BOUND, 200, "{}", UNREADABLE, "lacks"},
	{"bound payment declined", BOUND, 200, "{'errorCode':0,'error':'No'}", ERROR(DECLINED, 0), "No"},
	{"bound payment of status 6", BOUND, 200, "{'errorCode':0,'orderStatus':6}", ERROR(DECLINED, 0), NULL},
	{"bound 1", BOUND, 200, "{'errorCode':1}", ERROR(INVALID_REQUEST, 1), "cannot be paid with this binding"},
	{"bound 2", BOUND, 200, "{'errorCode':'2'}", ERROR(BINDING, 2), "unknown or inactive"},
	{"bound 5", BOUND, 200,
		"{'error':'[clientId] is empty','errorCode':5,'is3DSVer2':false,'errorMessage':'[clientId] is empty'}",
		ERROR(ACCESS_DENIED, 5), "paymentOrderBinding: errorCode 5: [clientId] is empty"},
	{"bound 6", BOUND, 200, "{'errorCode':6}", ERROR(ORDER_NOT_FOUND, 6), NULL},
	{"bound 7", BOUND, 200, "{'errorCode':7}", ERROR(INVALID_STATE, 7), NULL},
	{"bound 15", BOUND, 200, "{'errorCode':15}", ERROR(BINDING, 15), "deactivated"},
	{"bound 500", BOUND, 500, "", UNREADABLE, "outcome is unknown"},
	{"bind", "bindCard", 200, "{'errorCode':'0','errorMessage':'Success'}", GOOD},
	{"bind {}", "bindCard", 200, "{}", UNREADABLE, "lacks errorCode"},
	{"bind 1", "bindCard", 200, "{'errorCode':'1'}", ERROR(INVALID_REQUEST, 1), NULL},
	{"bind 2", "bindCard", 200, "{'errorCode':'2'}", ERROR(BINDING, 2), NULL}, /* no empty list */
	{"bind 5", "bindCard", 200, "{'errorCode':'5'}", ERROR(ACCESS_DENIED, 5), NULL},
	{"bind 7", "bindCard", 200, "{'errorCode':'7'}", ERROR(SYSTEM, 7), NULL},
	{"bind 500", "bindCard", 500, "", UNREADABLE, "outcome is unknown"},
	{"unbind", "unBindCard", 200, "{'errorCode':0}", GOOD},
	{"unbind 2", "unBindCard", 200, "{'errorCode':2,'errorMessage':'Wrong state'}", ERROR(BINDING, 2),
		"unBindCard: errorCode 2: Wrong state"},
	{"unbind 5", "unBindCard", 200, "{'errorCode':5}", ERROR(ACCESS_DENIED, 5), NULL},
	{"unbind 502", "unBindCard", 502, "", UNREADABLE, "outcome is unknown"},
	{"extend", "extendBinding", 200, "{'errorCode':'0'}", GOOD},
	{"extend 1", "extendBinding", 200, "{'errorCode':'1'}", ERROR(INVALID_REQUEST, 1), NULL},
	{"extend 2", "extendBinding", 200, "{'errorCode':'2'}", ERROR(BINDING, 2), NULL},
	{"extend 7", "extendBinding", 200, "{'errorCode':'7'}", ERROR(SYSTEM, 7), NULL},
	{"create", CREATE, 200, "{'errorCode':0,'error':false,'bindingId':'b','clientId':'c'}", GOOD},
	{"create, lost id", CREATE, 200, "{'errorCode':'0','error':false}", UNREADABLE, "lacks bindingId"},
	{"create, empty id", CREATE, 200, "{'errorCode':'0','bindingId':''}", UNREADABLE, "lacks bindingId"},
	{"create, error with code 0", CREATE, 200, "{'errorCode':0,'error':true,'bindingId':'b'}", ERROR(DECLINED, 0),
		NULL},
	{"create 1", CREATE, 200, "{'errorCode':1,'error':true,'errorMessage':'[pan] is wrong'}", ERROR(INVALID_REQUEST, 1),
		"createBindingNoPayment: errorCode 1: [pan] is wrong"},
	{"create 2", CREATE, 200, "{'errorCode':'2'}", ERROR(BINDING, 2), "the binding exists"},
	{"create 5", CREATE, 200, "{'errorCode':'5'}", ERROR(ACCESS_DENIED, 5), NULL},
	{"create 7", CREATE, 200, "{'errorCode':'7'}", ERROR(SYSTEM, 7), NULL},
	{"create 500", CREATE, 500, "", UNREADABLE, "outcome is unknown"},
	{"register 2", "register", 200, "{'errorCode':'2'}", ERROR(BINDING, 2), "unknown or inactive"},
	{"preauth 2", "registerPreAuth", 200, "{'errorCode':2}", ERROR(BINDING, 2), NULL},
	{"register 15", "register", 200, "{'errorCode':15}", ERROR(BINDING, 15), NULL},
	{"S bindings of a card", "sberbank " BY_CARD, 200, "{'errorCode':'0','bindings':[]}", GOOD},
	{"S no bindings of a card", "sberbank " BY_CARD, 200, "{'errorCode':'2'}", PGW_REPLY_EMPTY_LIST, PGW_ERROR_BINDING,
		2, 0, NULL},
	{"S bound payment", "sberbank " BOUND, 200, "{'errorCode':'0','redirect':'https://x/'}", GOOD},
	{"S bound 1", "sberbank " BOUND, 200, "{'errorCode':'1'}", ERROR(INVALID_REQUEST, 1), NULL},
	{"S bound 2", "sberbank " BOUND, 200, "{'errorCode':'2'}", ERROR(BINDING, 2), NULL},
	{"S bound 15", "sberbank " BOUND, 200, "{'errorCode':'15'}", ERROR(BINDING, 15), NULL},
	{"S bound payment declined", "sberbank " BOUND, 200, "{'errorCode':'0','error':'No'}", ERROR(DECLINED, 0), "No"},
	{"S bind 2", "sberbank bindCard", 200, "{'errorCode':'2'}", ERROR(BINDING, 2), NULL},
	{"S unbind 2", "sberbank unBindCard", 200, "{'errorCode':'2'}", ERROR(BINDING, 2), NULL},
	{"S unbind", "sberbank unBindCard", 200, "{'errorCode':'0'}", GOOD},
	/* ---- Sberbank's meanings */
	{"S deposit 5", "sberbank deposit", 200, "{'errorCode':'5'}", ERROR(INVALID_STATE, 5), "or access is denied"},
	{"S deposit 5, said", "sberbank deposit", 200, "{'errorCode':'5','errorMessage':'Wrong state'}",
		ERROR(INVALID_STATE, 5), "deposit: errorCode 5: Wrong state"},
	{"S deposit 6", "sberbank deposit", 200, "{'errorCode':'6'}", ERROR(ORDER_NOT_FOUND, 6), NULL},
	{"S deposit 7", "sberbank deposit", 200, "{'errorCode':'7'}", ERROR(INVALID_STATE, 7), NULL},
	{"S deposit 8", "sberbank deposit", 200, "{'errorCode':'8'}", ERROR(INVALID_REQUEST, 8), "cart"},
	{"S deposit 10", "sberbank deposit", 200, "{'errorCode':'10'}", ERROR(INVALID_REQUEST, 10), NULL},
	{"S reverse 5", "sberbank reverse", 200, "{'errorCode':'5'}", ERROR(INVALID_STATE, 5), NULL},
	{"S refund 5", "sberbank refund", 200, "{'errorCode':'5'}", ERROR(INVALID_STATE, 5), NULL},
	{"S decline 5", "sberbank decline", 200, "{'errorCode':'5'}", ERROR(INVALID_STATE, 5), NULL},
	{"S register 1", "sberbank register", 200, "{'errorCode':'1'}", ERROR(DUPLICATE_ORDER, 1), NULL},
	{"S register 5", "sberbank register", 200, "{'errorCode':'5'}", ERROR(ACCESS_DENIED, 5), NULL},
	{"S register", "sberbank register", 200, "{'errorCode':'0'," ORDER "}", GOOD},
	{"S register without orderId", "sberbank register", 200, "{'errorCode':'0'}", UNREADABLE, "lacks"},
	{"S status 5", "sberbank " STATUS, 200, "{'errorCode':'5'}", ERROR(ACCESS_DENIED, 5), NULL},
	{"S status", "sberbank " STATUS, 200, "{'errorCode':'0','orderStatus':9}", GOOD},
	{"S payment 5", "sberbank paymentOrder", 200, "{'errorCode':'5','error':'Attempts are used up'}",
		ERROR(INVALID_STATE, 5), "paymentOrder: errorCode 5: Attempts are used up"},
	{"S payment 2", "sberbank paymentOrder", 200, "{'errorCode':'2'}", ERROR(DECLINED, 2), NULL},
	{"S payment declined with 0", "sberbank paymentOrder", 200, "{'errorCode':'0','error':'No'}", ERROR(DECLINED, 0),
		"No"},
	{"S payment", "sberbank paymentOrder", 200, "{'errorCode':'0','redirect':'https://x/'}", GOOD},
	{"S no bindings", "sberbank getBindings", 200, "{'errorCode':'2'}", PGW_REPLY_EMPTY_LIST, PGW_ERROR_BINDING, 2, 0,
		NULL},
	{"S refund 500", "sberbank refund", 500, "", UNREADABLE, "outcome is unknown"},
	{"S refund with an id 500", "sberbank refund+id", 500, "", PGW_REPLY_ERROR, PGW_ERROR_REPLY, NONE,
		UNKNOWN | RETRIABLE, NULL},
	/* A path has no table of its own, whatever the dialect. */
	{"S path 5", "sberbank rest/newThing.do", 200, "{'errorCode':'5'}", ERROR(ACCESS_DENIED, 5), NULL},
};

static void check_verdict(const struct judged *row, enum pgw_verdict verdict, const struct pgw_error *error)
{
	bool unknown = row->flags & UNKNOWN, retriable = row->flags & RETRIABLE;

	if (verdict != row->verdict) {
		fail_msg("verdict %d, expected %d: %s", verdict, row->verdict, error->message);
	}
	if (verdict == PGW_REPLY_GOOD) {
		return;
	}
	if (error->kind != row->kind || error->outcome_unknown != unknown || error->retriable != retriable) {
		fail_msg("kind %d unknown %d retriable %d, expected %d %d %d: %s", error->kind, error->outcome_unknown,
			error->retriable, row->kind, unknown, retriable, error->message);
	}
	assert_int_equal(error->has_code, row->code != NONE);
	assert_true(!error->has_code || error->code == row->code);
	assert_int_equal(error->http_status, row->http_status);
	assert_holds(error->message, row->part ? row->part : "");
	assert_true(!strstr(error->message, "outcome is unknown") == !unknown);
}

static void judges(void **state)
{
	const struct judged *row = *state;
	size_t dialect = strncmp(row->call, "sberbank ", 9) == 0 ? 9 : 0;
	struct pgw_client *client = client_of(dialect ? "{'dialect':'sberbank'}" : NULL);
	void *reply = pgw_json_parse(text_of(json_of(row->body)), 64);
	struct pgw_error error = {.message = ""};
	struct built built;

	build_any(&built, client, row->call + dialect);
	check_verdict(row, judge(&built.request, row->http_status, &pgw_json_tree, reply, FLAW, &error), &error);
	built_free(&built);
	pgw_json_free(reply);
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- action codes */

struct acted {
	const char *label;
	const char *body;
	int64_t action_code; /* NONE: there is none */
};

static const struct acted acted_rows[] = {
	{"int", "{'errorCode':2,'actionCode':116}", 116},
	{"text", "{'errorCode':2,'actionCode':'-2007'}", -2007},
	{"absent", "{'errorCode':2}", NONE},
	{"null", "{'errorCode':2,'actionCode':null}", NONE},
	{"garbage", "{'errorCode':2,'actionCode':'x'}", NONE},
	{"original", "{'errorCode':2,'originalActionCode':'51'}", 51},
	{"inside", "{'errorCode':0,'orderStatus':{'orderStatus':6,'actionCode':'71015'}}", 71015},
	{"status is a number", "{'errorCode':0,'orderStatus':6}", NONE},
};

static void notes_action_codes(void **state)
{
	const struct acted *row = *state;
	struct pgw_client *client = client_of(NULL);
	void *reply = node_of_json(row->body);
	struct pgw_error error;
	struct built built;

	build_any(&built, client, "paymentOrder");
	assert_int_equal(judge(&built.request, 200, &pgw_json_tree, reply, FLAW, &error), PGW_REPLY_ERROR);
	assert_int_equal(error.has_action_code, row->action_code != NONE);
	assert_true(!error.has_action_code || error.action_code == row->action_code);
	built_free(&built);
	pgw_json_free(reply);
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- secrets in what the gateway says */

#define CARD             "{'MDORDER':'id-1','$PAN':'4444555511113333','$CVC':'123','YYYY':'2026','MM':'12','TEXT':'H'}"
#define CARD_OF_INTEGERS "{'MDORDER':'id-1','$PAN':4444555511113333,'$CVC':123,'YYYY':2026,'MM':12,'TEXT':'H'}"
#define CARD_AFTER_EXTRAS \
	"{'a':'1','b':'2','c':'3','d':'4','e':'5','f':'6','g':'7','h':'8','MDORDER':" \
	"'id-1','$PAN':'4444555511113333','$CVC':'123','YYYY':'2026','MM':'12','TEXT':'H'}"

struct masked {
	const char *label;
	const char *parameters; /* of paymentOrder */
	const char *said;
	size_t before;              /* this many letters stand before what was said */
	const char *shown, *hidden; /* NULL: not asked */
};

static const struct masked masked_rows[] = {
	{"password", CARD, "[" PASSWORD "]", 0, "[******************]", PASSWORD},
	{"password inside a word", CARD, "x" PASSWORD "x", 0, "x******************x", PASSWORD},
	{"password twice", CARD, PASSWORD " " PASSWORD, 0, NULL, PASSWORD},
	{"PAN", CARD, "card 4444555511113333", 0, "card ****************", "4444555511113333"},
	{"PAN inside digits", CARD, "94444555511113333", 0, NULL, "4444555511113333"},
	{"CVC alone", CARD, "cvc 123 is wrong", 0, "cvc *** is wrong", "123"},
	{"CVC at the end", CARD, "cvc=123", 0, "cvc=***", "123"},
	{"CVC in quotes", CARD, "cvc '123'.", 0, "cvc '***'.", "123"},
	{"CVC in a longer number", CARD, "operation 712345", 0, "operation 712345", NULL},
	{"CVC before a letter", CARD, "123x", 0, "123x", NULL},
	{"CVC after a letter", CARD, "x123", 0, "x123", NULL},
	{"CVC alone and inside", CARD, "1234 123", 0, "1234 ***", NULL},
	{"PAN of an integer", CARD_OF_INTEGERS, "card 4444555511113333", 0, "card ****", "4444555511113333"},
	{"CVC of an integer", CARD_OF_INTEGERS, "cvc 123 is wrong", 0, "cvc *** is", "123"},
	{"PAN after many extras", CARD_AFTER_EXTRAS, "card 4444555511113333", 0, "card ****", "4444555511113333"},
	/* A long text is cut before it is shown: the half of a secret that is left of it is one still. */
	{"PAN across the cut", CARD, "4444555511113333", 585, NULL, "4444555511"},
	{"password across the cut", CARD, PASSWORD, 585, NULL, "test_user_pass"},
	{"user name may be shown", CARD, "user " USER_NAME ".", 0, "user " USER_NAME ".", NULL},
};

static void masks(void **state)
{
	const struct masked *row = *state;
	struct pgw_client *client = client_of("{\"extraParameters\":true}");
	char *before = repeat("a", row->before), json[2048];
	struct pgw_error error;
	struct built built;
	void *reply;

	snprintf(
		json, sizeof(json), "{\"errorCode\":5,\"errorMessage\":\"%s%s%s\"}", before, *before ? " " : "", row->said);
	reply = node_of_json(json);
	assert_true(build(&built, client, "paymentOrder", NULL, row->parameters));
	assert_int_equal(judge(&built.request, 200, &pgw_json_tree, reply, FLAW, &error), PGW_REPLY_ERROR);
	assert_holds(error.message, row->shown ? row->shown : "");
	if (row->hidden) {
		assert_lacks(error.message, row->hidden);
	}
	built_free(&built);
	pgw_json_free(reply);
	pgw_client_free(client);
	free(before);
}

/* Of each method that takes a card's number or code, both as text and as an int. */
struct masked_card {
	const char *label;
	const char *dialect, *method, *parameters;
	const char *said, *shown;
};

#define CLASSIC  "classic"
#define SBERBANK "sberbank"
#define BOUND_36 "'mdOrder':'" ORDER_36 "','bindingId':'" BINDING_36 "'"
#define NEW_CARD "'clientId':'c','expiryDate':'203012','cardholderName':'H'"

#define TOKENISED \
	"'amount':1,'tokenType':'VTS','returnUrl':'u','paymentData':{'dpan':4444555511113333,'MM':'12','YYYY':'2030'," \
	"'tokenCryptogram':'c+rypt/o=='}"

static const struct masked_card masked_cards[] = {
	{"code beside a binding", CLASSIC, BOUND, "{" BOUND_36 ",'cvc':'7391'}", "cvc 7391.", "cvc ****."},
	{"code as int", CLASSIC, BOUND, "{" BOUND_36 ",'cvc':739}", "cvc 739.", "cvc ***."},
	{"seToken beside a binding", CLASSIC, BOUND, "{" BOUND_36 ",'seToken':'se-token'}", "<se-token>", "<********>"},
	{"card to look for", CLASSIC, BY_CARD, "{'pan':'4444555511113333'}", "x4444555511113333x", "x****************x"},
	{"card to look for, int", CLASSIC, BY_CARD, "{'pan':4444555511113333}", "pan 4444555511113333",
		"pan ****************"},
	{"card to bind", CLASSIC, CREATE, "{" NEW_CARD ",'pan':'4444555511113333'}", "pan 4444555511113333",
		"pan ****************"},
	{"card to bind, int", CLASSIC, CREATE, "{" NEW_CARD ",'pan':4444555511113333}", "pan 4444555511113333",
		"pan ****************"},
	{"S code beside a binding", SBERBANK, BOUND, "{" BOUND_36 ",'ip':'::1','cvc':'739'}", "cvc 739.", "cvc ***."},
	{"S code as int", SBERBANK, BOUND, "{" BOUND_36 ",'ip':'::1','cvc':739}", "cvc 739.", "cvc ***."},
	{"S card in jsonParams", SBERBANK, BOUND,
		"{" BOUND_36 ",'ip':'::1','jsonParams':{'destCardNum':'5555666677778888'}}", "to 5555666677778888",
		"to ****************"},
	{"card of an instant payment", CLASSIC, INSTANT,
		"{'amount':1,'returnUrl':'u','pan':4444555511113333,'expiry':'203012','cvc':'739'}", "4444555511113333/739",
		"****************/***"},
	{"token of a wallet", CLASSIC, "applePay", "{'merchant':'m','orderNumber':'n','paymentToken':'dG9rZW4='}",
		"token dG9rZW4=", "token ********"},
	{"number of a token", CLASSIC, "tokenPayment", "{" TOKENISED "}", "dpan 4444555511113333", "dpan ****************"},
	{"cryptogram of a token", CLASSIC, "tokenPayment", "{" TOKENISED "}", "<c+rypt/o==>", "<**********>"},
	{"S token of a wallet", SBERBANK, "mirPayDirect", "{'orderNumber':'n','amount':1,'paymentToken':'dG9rZW4='}",
		"token dG9rZW4=", "token ********"},
	{"S card to look for", SBERBANK, BY_CARD, "{'pan':'4444555511113333'}", "pan 4444555511113333",
		"pan ****************"},
};

static void masks_cards(void **state)
{
	const struct masked_card *row = *state;
	struct pgw_client *client = client_of(row->dialect[0] == 's' ? "{'dialect':'sberbank'}" : NULL);
	struct pgw_error error;
	struct built built;
	char json[256];
	void *reply;

	snprintf(json, sizeof(json), "{'errorCode':5,'errorMessage':'%s'}", row->said);
	reply = node_of_json(json);
	if (!build(&built, client, row->method, NULL, row->parameters)) {
		fail_msg("%s", built.error.message);
	}
	assert_int_equal(judge(&built.request, 200, &pgw_json_tree, reply, FLAW, &error), PGW_REPLY_ERROR);
	assert_holds(error.message, row->shown);
	assert_lacks(error.message, row->said);
	built_free(&built);
	pgw_json_free(reply);
	pgw_client_free(client);
}

static void masks_the_token(void **state)
{
	struct pgw_client *client = client_with_token();
	void *reply = node_of_json("{'errorCode':5,'errorMessage':'token " TOKEN " is wrong'}");
	struct pgw_error error;
	struct built built;

	(void)state;
	build_any(&built, client, "register");
	judge(&built.request, 200, &pgw_json_tree, reply, FLAW, &error);
	assert_holds(error.message, "token ********************");
	assert_lacks(error.message, TOKEN);
	built_free(&built);
	pgw_json_free(reply);
	pgw_client_free(client);
}

static void masks_the_values_of_a_path(void **state)
{
	struct pgw_client *client = client_of(NULL);
	void *reply = node_of_json("{'errorCode':5,'errorMessage':'card 4444555511113333'}");
	struct pgw_error error;
	struct built built;

	(void)state;
	assert_true(build_path(&built, client, text_of("rest/x.do"), "{'pan':'4444555511113333'}"));
	judge(&built.request, 200, &pgw_json_tree, reply, FLAW, &error);
	assert_lacks(error.message, "4444555511113333");
	built_free(&built);
	pgw_json_free(reply);
	pgw_client_free(client);
}

/* A message of any length is UTF-8 still. */
static void long_messages_end_well(void **state)
{
	struct pgw_client *client = client_of(NULL);
	struct built built;

	(void)state;
	build_any(&built, client, "deposit");
	for (size_t before = 0; before < 4; before++) {
		char *letters = repeat("a", before), *euros = repeat("\xE2\x82\xAC", 500), json[2048];
		struct pgw_error error;
		void *reply;

		snprintf(json, sizeof(json), "{'errorCode':5,'errorMessage':'%s%s'}", letters, euros);
		reply = node_of_json(json);
		judge(&built.request, 200, &pgw_json_tree, reply, FLAW, &error);
		assert_uint_in_range(strlen(error.message), 590, sizeof(error.message) - 1);
		snprintf(json, sizeof(json), "\"%s\"", error.message);
		pgw_json_free(node_of_json(json)); /* which takes valid UTF-8 alone */
		pgw_json_free(reply);
		free(letters);
		free(euros);
	}
	built_free(&built);
	pgw_client_free(client);
}

/* A wallet's token is longer than a message: what is quoted of it is its beginning, or its form on the wire. */
static void quoted_in_part(void **state)
{
	static const char token[] = "eyJwYXltZW50RGF0YSI6eyJvbmxpbmVQYXltZW50Q3J5cHRvZ3JhbSI6IkFnQUFBQUFBQUFBPSJ9fQ==";
	static const char *const said[] = {"bad eyJwYXltZW50RGF0YSI6eyJvbmxpbmVQYXl",
		"bad eyJwYXltZW50RGF0YSI6eyJvbmxpbmVQYXltZW50Q3J5cHRvZ3JhbSI6IkFnQUFBQUFBQUFBPSJ9fQ%3D%3D"};
	struct pgw_client *client = client_at("https://h/payment/", NULL);

	(void)state;
	for (size_t i = 0; i < COUNT(said); i++) {
		char parameters[256], json[256];
		struct pgw_error error;
		struct built built;
		void *reply;

		snprintf(parameters, sizeof(parameters), "{'orderNumber':'1','paymentToken':'%s'}", token);
		snprintf(json, sizeof(json), "{'success':false,'error':{'code':'10','message':'%s'}}", said[i]);
		reply = node_of_json(json);
		assert_true(build(&built, client, "applePayDirect", NULL, parameters));
		assert_int_equal(judge(&built.request, 200, &pgw_json_tree, reply, "", &error), PGW_REPLY_ERROR);
		assert_holds(error.message, "bad ****");
		assert_lacks(error.message, "eyJwYXl");
		assert_lacks(error.message, "ZW50Q3J5");
		built_free(&built);
		pgw_json_free(reply);
	}
	pgw_client_free(client);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quoted_in_part),
		cmocka_unit_test(masks_the_token),
		cmocka_unit_test(masks_the_values_of_a_path),
		cmocka_unit_test(long_messages_end_well),
	};
	int failed = RUN_ROWS("reply: verdicts", judged_rows, judges);

	failed += RUN_ROWS("reply: action codes", acted_rows, notes_action_codes);
	failed += RUN_ROWS("reply: secrets", masked_rows, masks);
	failed += RUN_ROWS("reply: cards", masked_cards, masks_cards);
	failed += cmocka_run_group_tests_name("reply", tests, NULL, NULL);
	return failed != 0;
}
