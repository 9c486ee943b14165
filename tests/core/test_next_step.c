/* What the payer has to do next: every recorded reply with its step, all spellings, and what is refused. */
#include "fixture.h"

#include "buffer.h"
#include "web_address.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const kinds[PGW_STEP_KINDS] = {
	[PGW_STEP_FINISHED] = "finished",
	[PGW_STEP_ACS_REDIRECT] = "acsRedirect",
	[PGW_STEP_METHOD] = "method",
	[PGW_STEP_CHALLENGE] = "challenge",
	[PGW_STEP_PROCESS_FORM] = "processForm",
	[PGW_STEP_DECLINED] = "declined",
};

static void show_text(struct pgw_buffer *to, const char *name, struct pgw_text text)
{
	if (text.at) {
		pgw_buffer_add_text(to, name);
		pgw_buffer_add(to, text.at, text.length);
	}
}

/* The kind, then what there is: the address, ~ before one that is no link, the fields and the ids. */
static void show(struct pgw_buffer *to, const struct pgw_next_step *step)
{
	pgw_buffer_add_text(to, kinds[step->kind]);
	show_text(to, step->is_link ? " " : " ~", step->url);
	for (size_t i = 0; i < step->field_count; i++) {
		pgw_buffer_add_text(to, " ");
		pgw_buffer_add_text(to, step->fields[i].name);
		show_text(to, "=", step->fields[i].value);
	}
	show_text(to, " browser:", step->browser_data_url);
	show_text(to, " transaction:", step->transaction_id);
	show_text(to, " order:", step->order_id);
}

struct reply {
	const char *label, *reply, *order, *step;
};

#define UUID   "7f472085-399e-414e-b51c-a7b538aee497"
#define GATHER "https://gw.example/3dsserver/api/v1/client/gather?threeDSServerTransID=" UUID

static const struct reply replies[] = {
	/* 3-D Secure 1 */
	{"3DS1",
		"{'errorCode':0,'info':'i','acsUrl':'https://acs.example/pa','paReq':'eJx','termUrl':'https://gw.example/"
		"payment/"
		"rest/finish3ds.do?lang=en'}",
		"o",
		"acsRedirect https://acs.example/pa MD=o PaReq=eJx "
		"TermUrl=https://gw.example/payment/rest/finish3ds.do?lang=en order:o"},
	{"3DS1, not needed", "{'errorCode':0,'info':'i','redirect':'https://shop.example/return?orderId=o&lang=en'}", "o",
		"finished https://shop.example/return?orderId=o&lang=en order:o"},
	{"3DS1 of a stored card",
		"{'info':'i','errorCode':0,'acsUrl':'https://acs.example/','paReq':'p','termUrl':'https://gw.example/t'}", "o",
		"acsRedirect https://acs.example/ MD=o PaReq=p TermUrl=https://gw.example/t order:o"},
	{"3DS1 of an old reply with redirect",
		"{'errorCode':0,'acsUrl':'https://acs.example/','paReq':'p','termUrl':'https://gw.example/t',"
		"'redirect':'https://gw.example/payment/rest/finish3ds.do'}",
		"o", "acsRedirect https://acs.example/ MD=o PaReq=p TermUrl=https://gw.example/t order:o"},
	{"3DS1 of a wallet",
		"{'success':true,'data':{'acsUrl':'https://acs.example/','is3DSVer2':false,'orderId':'w','paReq':'p','termUrl':"
		"'https://gw.example/t'}}",
		NULL, "acsRedirect https://acs.example/ MD=w PaReq=p TermUrl=https://gw.example/t order:w"},
	/* 3-D Secure 2, classic dialect */
	{"3DS2, first",
		"{'errorCode':0,'is3DSVer2':true,'threeDSServerTransId':'" UUID
		"','threeDSMethodURL':'https://acs.example/3ds',"
		"'threeDSMethodURLServer':'" GATHER "','threeDSMethodURLServerDirect':'https://gw.example/direct',"
		"'threeDSMethodDataPacked':'eyJ0'}",
		"o", "method https://acs.example/3ds threeDSMethodData=eyJ0 browser:" GATHER " transaction:" UUID " order:o"},
	{"3DS2, first, no method of the bank",
		"{'errorCode':0,'is3DSVer2':true,'threeDSServerTransId':'" UUID "','threeDSMethodURLServer':'" GATHER "',"
		"'threeDSMethodDataPacked':'eyJ0'}",
		NULL, "method browser:" GATHER " transaction:" UUID},
	{"3DS2, first, as the table spells it",
		"{'is3DSVer2':'true','threeDSServerTransID':'" UUID "','threeDSMethodUrl':'https://acs.example/3ds',"
		"'threeDSMethodUrlServer':'" GATHER "','threeDSMethodDataPacked':'eyJ0'}",
		NULL, "method https://acs.example/3ds threeDSMethodData=eyJ0 browser:" GATHER " transaction:" UUID},
	{"3DS2, first, through the gateway",
		"{'errorCode':0,'threeDSServerTransId':'t','threeDSMethodURLServerDirect':'https://gw.example/direct'}", NULL,
		"method browser:https://gw.example/direct transaction:t"},
	{"3DS2, first, the id alone", "{'errorCode':0,'is3DSVer2':true,'threeDSServerTransId':'t'}", "o",
		"method transaction:t order:o"},
	{"3DS2, first, of a payment at once",
		"{'errorCode':0,'orderId':'o','is3DSVer2':true,'threeDSServerTransId':'t','threeDSMethodURLServer':"
		"'https://gw.example/g','orderStatus':{'orderStatus':0,'actionCode':-100}}",
		NULL, "method browser:https://gw.example/g transaction:t order:o"},
	{"3DS2 of a wallet",
		"{'success':true,'data':{'orderId':'w','is3DSVer2':true,'threeDSServerTransId':'t','threeDSMethodURLServer':"
		"'https://gw.example/g'}}",
		NULL, "method browser:https://gw.example/g transaction:t order:w"},
	{"3DS2, challenge",
		"{'errorCode':0,'info':'i','is3DSVer2':true,'acsUrl':'https://acs.example/creq','packedCReq':'eyJh'}", "o",
		"challenge https://acs.example/creq creq=eyJh order:o"},
	{"3DS2, frictionless",
		"{'errorCode':0,'info':'i','is3DSVer2':true,'redirect':'https://shop.example/return?orderId=o&lang=en'}", "o",
		"finished https://shop.example/return?orderId=o&lang=en order:o"},
	{"3DS2, frictionless, with its id",
		"{'errorCode':0,'threeDSServerTransId':'t','redirect':'https://shop.example/return?orderId=o'}", NULL,
		"finished https://shop.example/return?orderId=o transaction:t"},
	{"3DS2, ARes unknown",
		"{'errorCode':0,'is3DSVer2':true,'redirect':'https://shop.example/fail?orderId=o&lang=en','error':'e',"
		"'errorMessage':'e','errorTypeName':'TDS_UNKNOWN_ARES_STATUS','processingErrorType':'MANDATORY_3DSECURE'}",
		"o", "declined https://shop.example/fail?orderId=o&lang=en order:o"},
	{"3DS2, declined",
		"{'errorCode':0,'is3DSVer2':true,'redirect':'https://shop.example/"
		"fail?orderId=o','error':'e','errorMessage':'e',"
		"'errorTypeName':'DATA_INPUT_ERROR','processingErrorType':'CLIENT_ERROR'}",
		NULL, "declined https://shop.example/fail?orderId=o"},
	{"3DS2, finish3dsVer2Payment", "{'redirect':'http://shop?orderId=o&lang=en','errorCode':0,'is3DSVer2':true}", NULL,
		"finished ~http://shop?orderId=o&lang=en"},
	{"the end of a wallet", "{'success':true,'data':{'orderId':'w','redirectUrl':'https://shop.example/'}}", NULL,
		"finished https://shop.example/ order:w"},
	/* Sberbank */
	{"Sberbank, finished", "{'errorCode':'0','error':'','info':'i','redirect':'https://shop.example/?orderId=o'}", "o",
		"finished https://shop.example/?orderId=o order:o"},
	{"Sberbank, simplified",
		"{'errorCode':'0','error':null,'info':'i','redirect':'https://shop.example/','formUrl':"
		"'https://ecomtest.sberbank.ru/process_form/start?mdOrder=o'}",
		NULL, "processForm https://ecomtest.sberbank.ru/process_form/start?mdOrder=o"},
	{"Sberbank, method",
		"{'errorCode':'0','error':'','threeDSServerTransId':'t','threeDSMethodURL':'https://acs.example/m',"
		"'threeDSMethodData':'eyJ0','threeDSMethodNotificationUrl':'https://shop.example/n'}",
		NULL, "method https://acs.example/m threeDSMethodData=eyJ0 transaction:t"},
	/* base64url of {"threeDSServerTransID":"t","threeDSMethodNotificationURL":"https://shop.example/n?>"} */
	{"Sberbank, method, data to be made",
		"{'errorCode':'0','threeDSServerTransId':'t','threeDSMethodUrl':'https://acs.example/m',"
		"'threeDSMethodNotificationUrl':'https://shop.example/n?>'}",
		NULL,
		"method https://acs.example/m "
		"threeDSMethodData="
		"eyJ0aHJlZURTU2VydmVyVHJhbnNJRCI6InQiLCJ0aHJlZURTTWV0aG9kTm90aWZpY2F0aW9uVVJMIjoiaHR0cHM6Ly9zaG9wLmV4YW1wbGUvbj"
		"8-In0"
		" transaction:t"},
	{"Sberbank, method, nobody to notify",
		"{'errorCode':'0','threeDSServerTransId':'t','threeDSMethodURL':'https://acs.example/m'}", NULL,
		"method transaction:t"},
	{"Sberbank, 3DS1",
		"{'errorCode':'0','acsUrl':'https://acs.example/','paReq':'p','termUrl':'https://shop.example/t'}", "o",
		"acsRedirect https://acs.example/ MD=o PaReq=p TermUrl=https://shop.example/t order:o"},
	{"Sberbank, 3DS2",
		"{'errorCode':'0','acsUrl':'https://acs.example/','cReq':'c','termUrl':'https://shop.example/t'}", "o",
		"challenge https://acs.example/ creq=c order:o"},
	{"Sberbank, finish3dsPayment", "{'errorCode':'0','errorMessage':'','info':'i','redirect':'https://shop.example/'}",
		NULL, "finished https://shop.example/"},
	/* what is marked */
	{"relative redirect", "{'errorCode':0,'redirect':'../merchants/rbs/finish.html?orderId=o&lang=ru'}", NULL,
		"finished ~../merchants/rbs/finish.html?orderId=o&lang=ru"},
	{"redirect to an application", "{'errorCode':0,'redirect':'sdk://done'}", NULL, "finished ~sdk://done"},
	{"redirect of a script", "{'errorCode':0,'redirect':'javascript:alert(1)'}", NULL, "finished ~javascript:alert(1)"},
	{"on this machine", "{'errorCode':0,'redirect':'http://127.0.0.1:8080/a'}", NULL,
		"finished http://127.0.0.1:8080/a"},
	/* spelled in any case, empty and null as absent */
	{"any case",
		"{'ERRORCODE':0,'ACSURL':'https://acs.example/','PAREQ':'p','TERMURL':'https://gw.example/t','ORDERID':'o'}",
		NULL, "acsRedirect https://acs.example/ MD=o PaReq=p TermUrl=https://gw.example/t order:o"},
	{"empty and null",
		"{'errorCode':0,'acsUrl':'','paReq':null,'threeDSServerTransId':'','redirect':'https://s.example/'}", NULL,
		"finished https://s.example/"},
	{"paReq null, cReq there",
		"{'errorCode':0,'acsUrl':'https://acs.example/','paReq':null,'packedCReq':'','cReq':'c'}", NULL,
		"challenge https://acs.example/ creq=c"},
	{"not texts", "{'errorCode':0,'acsUrl':1,'paReq':{},'redirect':'https://s.example/'}", NULL,
		"finished https://s.example/"},
	/* the order of things */
	{"both requests", "{'errorCode':0,'acsUrl':'https://a.example/','paReq':'p','termUrl':'t','packedCReq':'c'}", "o",
		"acsRedirect https://a.example/ MD=o PaReq=p TermUrl=t order:o"},
	{"a challenge before a method",
		"{'errorCode':0,'acsUrl':'https://a.example/','cReq':'c','threeDSServerTransId':'t','threeDSMethodURL':"
		"'https://a.example/m','redirect':'https://s.example/'}",
		NULL, "challenge https://a.example/ creq=c transaction:t"},
	{"a method before redirect",
		"{'errorCode':0,'threeDSServerTransId':'t','threeDSMethodURLServer':'https://g.example/','redirect':"
		"'https://s.example/'}",
		NULL, "method browser:https://g.example/ transaction:t"},
	{"the given order before the reply's", "{'errorCode':0,'orderId':'r','redirect':'https://s.example/'}", "g",
		"finished https://s.example/ order:g"},
	/* other replies to payments */
	{"registration", "{'orderId':'o','formUrl':'https://gw.example/payment/merchants/a/payment_ru.html?mdOrder=o'}",
		NULL, "processForm https://gw.example/payment/merchants/a/payment_ru.html?mdOrder=o order:o"},
	{"own MPI",
		"{'redirect':'https://gw.example/payment/merchants/temp/"
		"finish.html?orderId=o&lang=en','info':'i','errorCode':0}",
		NULL, "finished https://gw.example/payment/merchants/temp/finish.html?orderId=o&lang=en"},
	{"paid at once", "{'errorCode':0,'orderId':'o','orderStatus':{'orderStatus':2,'actionCode':0}}", NULL,
		"finished order:o"},
	{"errorCode", "{'errorCode':5,'errorMessage':'no','is3DSVer2':false}", "o", "declined order:o"},
	{"errorCode beside an address", "{'errorCode':'7','acsUrl':'https://a.example/','paReq':'p'}", NULL, "declined"},
	{"success: false", "{'success':false,'error':{'code':1}}", NULL, "declined"},
	{"orderStatus 6", "{'errorCode':0,'orderStatus':{'orderStatus':6}}", NULL, "declined"},
	{"declined wallet", "{'success':true,'data':{'orderId':'w'},'orderStatus':{'orderStatus':6}}", NULL,
		"declined order:w"},
	{"error 0", "{'errorCode':0,'error':'No money','redirect':'https://s.example/'}", NULL,
		"declined https://s.example/"},
	{"error beside a challenge", "{'errorCode':'0','error':'ok','acsUrl':'https://a.example/','cReq':'c'}", NULL,
		"challenge https://a.example/ creq=c"},
};

static void has_its_step(void **state)
{
	const struct reply *row = *state;
	void *reply = node_of_json(row->reply);
	struct pgw_buffer shown = {0};
	struct pgw_next_step step;
	struct pgw_error error = {0};

	if (!pgw_next_step_read(&step, &pgw_json_tree, reply, text_of(row->order), &error)) {
		fail_msg("%s", error.message);
	}
	pgw_json_free(reply); /* the step owns what it has */
	show(&shown, &step);
	assert_string_equal(shown.at, row->step);
	pgw_buffer_free(&shown);
	pgw_next_step_free(&step);
}

struct refusal {
	const char *label, *reply;
	enum pgw_error_kind kind;
	const char *message;
};

#define NOT_HTTPS "nextStep: an address in the reply that the payer's browser should go to is not https"
#define NO_REPLY  "nextStep: this is not the gateway's reply to a payment"

static const struct refusal refusals[] = {
	{"acsUrl alone", "{'errorCode':0,'acsUrl':'https://a.example/'}", PGW_ERROR_REPLY,
		"nextStep: the reply has acsUrl, but neither paReq nor packedCReq (cReq) to send there"},
	{"acsUrl with a redirect", "{'errorCode':0,'acsUrl':'https://a.example/','redirect':'https://s.example/'}",
		PGW_ERROR_REPLY, "nextStep: the reply has acsUrl, but neither paReq nor packedCReq (cReq) to send there"},
	{"no order", "{'errorCode':0,'acsUrl':'https://a.example/','paReq':'p','termUrl':'t'}", PGW_ERROR_ARGUMENT,
		"nextStep: the reply does not name its order, which the bank's page needs as MD: give orderId"},
	{"no termUrl", "{'errorCode':0,'orderId':'o','acsUrl':'https://a.example/','paReq':'p'}", PGW_ERROR_REPLY,
		"nextStep: the reply has acsUrl and paReq, but no termUrl to come back to"},
	{"method without an id", "{'errorCode':0,'threeDSMethodURL':'https://a.example/'}", PGW_ERROR_REPLY,
		"nextStep: the reply has a 3-D Secure method, but no threeDSServerTransId"},
	{"http", "{'errorCode':0,'acsUrl':'http://a.example/','cReq':'c'}", PGW_ERROR_REPLY, NOT_HTTPS},
	{"a script", "{'errorCode':0,'acsUrl':'javascript:alert(1)//https://a.example/','cReq':'c'}", PGW_ERROR_REPLY,
		NOT_HTTPS},
	{"relative", "{'errorCode':0,'acsUrl':'/acs','cReq':'c'}", PGW_ERROR_REPLY, NOT_HTTPS},
	{"http form", "{'errorCode':0,'formUrl':'http://gw.example/'}", PGW_ERROR_REPLY, NOT_HTTPS},
	{"http method",
		"{'errorCode':0,'threeDSServerTransId':'t','threeDSMethodURL':'http://a.example/','threeDSMethodData':'d'}",
		PGW_ERROR_REPLY, NOT_HTTPS},
	{"http browser data", "{'errorCode':0,'threeDSServerTransId':'t','threeDSMethodURLServer':'http://g.example/'}",
		PGW_ERROR_REPLY, NOT_HTTPS},
	{"nothing", "{}", PGW_ERROR_REPLY, NO_REPLY},
	{"someone else's", "{'message':'Service unavailable'}", PGW_ERROR_REPLY, NO_REPLY},
	{"a list", "[1]", PGW_ERROR_REPLY, NO_REPLY},
};

static void is_refused(void **state)
{
	const struct refusal *row = *state;
	void *reply = node_of_json(row->reply);
	struct pgw_next_step step;
	struct pgw_error error = {0};

	assert_false(pgw_next_step_read(&step, &pgw_json_tree, reply, text_of(NULL), &error));
	assert_int_equal(error.kind, row->kind);
	assert_string_equal(error.message, row->message);
	pgw_json_free(reply);
}

struct address {
	const char *label; /* the address */
	bool good;
};

static const struct address addresses[] = {
	{"https://a.example", true},
	{"HTTPS://a.example/?x=http://b", true},
	{"https://a.example:8443/", true},
	{"http://localhost/", true},
	{"http://127.1.2.3:80/", true},
	{"http://[::1]:8080/a", true},
	{"https://[2001:db8::1]/", true},
	{"https://", false},
	{"https:///a", false},
	{"https:a.example", false},
	{"https://user@a.example/", false},
	{"https://a.example/@b", true},
	{"https://a.example\\@b/", false},
	{"https://a.exa mple/", false},
	{"https://a.example/\n", false},
	{" https://a.example/", false},
	{"http://a.example/", false},
	{"http://127.0.0.1.example/", false},
	{"http://127.0.0.1@b.example/", false},
	{"http://localhost.example/", false},
	{"http://[::2]/", false},
	{"http://[::1", false},
	{"http://10.0.0.1/", false},
	{"//a.example/", false},
	{"ftp://a.example/", false},
	{"data:text/html,x", false},
	{"", false},
};

static void is_web_address(void **state)
{
	const struct address *row = *state;

	assert_int_equal(pgw_is_web_address(text_of(row->label)), row->good);
}

static void acs_redirect_url(void **state)
{
	struct pgw_client *client = client_of(NULL), *sberbank = client_of("{'dialect':'sberbank'}");
	struct pgw_buffer url = {0};
	struct pgw_error error;

	(void)state;
	assert_true(pgw_acs_redirect_url(&url, client, text_of("o&x=1"), &error));
	assert_string_equal(url.at, BASE_URI "acsRedirect.do?orderId=o%26x%3D1");
	assert_false(pgw_acs_redirect_url(&url, client, text_of(""), &error));
	assert_int_equal(error.kind, PGW_ERROR_ARGUMENT);
	assert_false(pgw_acs_redirect_url(&url, sberbank, text_of("o"), &error));
	assert_string_equal(error.message, "acsRedirectUrl: the dialect sberbank has no acsRedirect.do");
	pgw_buffer_free(&url);
	pgw_client_free(client);
	pgw_client_free(sberbank);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(acs_redirect_url)};
	int failed = cmocka_run_group_tests_name("next step", tests, NULL, NULL);

	failed += RUN_ROWS("next step: replies", replies, has_its_step);
	failed += RUN_ROWS("next step: refusals", refusals, is_refused);
	failed += RUN_ROWS("next step: addresses", addresses, is_web_address);
	return failed != 0;
}
