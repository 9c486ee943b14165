/* What the payer has to do next, from the reply to a payment. */
#include "account.h"
#include "error.h"
#include "reply_facts.h"
#include "text.h"
#include "web_address.h"

#include <string.h>

/* ---------------------------------------------------------------- members of the reply */

/* What may be in a reply, in any bank's spelling, whose case varies. The index is an enum member_of_reply. */
enum member_of_reply {
	ACS_URL,
	PA_REQ,
	TERM_URL,
	CREQ,
	TRANSACTION_ID,
	METHOD_URL,
	BROWSER_DATA_URL,
	BROWSER_DATA_URL_DIRECT,
	METHOD_DATA,
	METHOD_NOTIFICATION_URL,
	REDIRECT,
	FORM_URL,
	ORDER_ID,
	MEMBERS_OF_REPLY
};

static const char *const spellings[MEMBERS_OF_REPLY] = {
	[ACS_URL] = "acsUrl",
	[PA_REQ] = "paReq",
	[TERM_URL] = "termUrl",
	[CREQ] = "packedCReq|cReq",
	[TRANSACTION_ID] = "threeDSServerTransId",
	[METHOD_URL] = "threeDSMethodURL",
	[BROWSER_DATA_URL] = "threeDSMethodURLServer",
	[BROWSER_DATA_URL_DIRECT] = "threeDSMethodURLServerDirect",
	[METHOD_DATA] = "threeDSMethodDataPacked|threeDSMethodData",
	[METHOD_NOTIFICATION_URL] = "threeDSMethodNotificationUrl",
	[REDIRECT] = "redirect|redirectUrl",
	[FORM_URL] = "formUrl",
	[ORDER_ID] = "orderId|mdOrder",
};

struct reading {
	const struct pgw_tree *tree;
	struct pgw_text members[MEMBERS_OF_REPLY]; /* borrowed from the reply; a NULL `at`: absent, null or empty */
};

static bool read_member(void *context, struct pgw_text name, const void *value)
{
	struct reading *reading = context;

	if (reading->tree->type(value) != PGW_STRING || reading->tree->text(value).length == 0) {
		return true;
	}
	for (size_t i = 0; i < MEMBERS_OF_REPLY; i++) {
		if (!reading->members[i].at && pgw_words_hold_text_any_case(spellings[i], name)) {
			reading->members[i] = reading->tree->text(value);
		}
	}
	return true;
}

/* Replies of wallets have it all inside `data`. */
static void read_members(struct reading *reading, const void *reply)
{
	const void *data = pgw_reply_member(reading->tree, reply, "data");

	reading->tree->each(reply, read_member, reading);
	if (data && reading->tree->type(data) == PGW_OBJECT) {
		reading->tree->each(data, read_member, reading);
	}
}

static bool has(const struct reading *reading, enum member_of_reply member)
{
	return reading->members[member].at != NULL;
}

/* ---------------------------------------------------------------- which step */

static bool has_refusal_code(const struct pgw_reply_facts *facts)
{
	return facts->code_form == PGW_CODE_TEXT || (facts->code_form == PGW_CODE_NUMBER && facts->code != 0);
}

/* An error beside errorCode 0 is not looked at yet: what the payer still can do outranks it. */
static bool is_refused(const struct pgw_reply_facts *facts)
{
	if (facts->has_success) {
		return !facts->success ? !pgw_reply_says_pending(facts) : pgw_reply_says_declined(facts);
	}
	return has_refusal_code(facts) || pgw_reply_says_declined(facts);
}

/* Does the reply say anything that the gateway says of a payment? */
static bool is_payment(const struct pgw_reply_facts *facts, const struct reading *reading)
{
	return facts->code_form == PGW_CODE_NUMBER || facts->has_success || has(reading, ORDER_ID) ||
		   pgw_reply_member(facts->tree, facts->root, "orderStatus");
}

static bool fail_reply(struct pgw_error *error, const char *what)
{
	return pgw_fail(error, PGW_ERROR_REPLY, "nextStep: %s", what);
}

/* acsUrl outranks redirect: old replies have both. */
static bool choose_kind(struct pgw_next_step *step, const struct reading *reading, const struct pgw_reply_facts *facts,
	struct pgw_error *error)
{
	if (is_refused(facts)) {
		step->kind = PGW_STEP_DECLINED;
	} else if (has(reading, ACS_URL) && has(reading, PA_REQ)) {
		step->kind = PGW_STEP_ACS_REDIRECT;
	} else if (has(reading, ACS_URL) && has(reading, CREQ)) {
		step->kind = PGW_STEP_CHALLENGE;
	} else if (has(reading, ACS_URL)) {
		return fail_reply(error, "the reply has acsUrl, but neither paReq nor packedCReq (cReq) to send there");
	} else if (has(reading, METHOD_URL) || has(reading, BROWSER_DATA_URL) || has(reading, BROWSER_DATA_URL_DIRECT) ||
			   (has(reading, TRANSACTION_ID) && !has(reading, REDIRECT) && !has(reading, FORM_URL))) {
		step->kind = PGW_STEP_METHOD;
	} else if (facts->failure) {
		step->kind = PGW_STEP_DECLINED;
	} else if (has(reading, FORM_URL)) {
		step->kind = PGW_STEP_PROCESS_FORM;
	} else if (has(reading, REDIRECT) || is_payment(facts, reading)) {
		step->kind = PGW_STEP_FINISHED;
	} else {
		return fail_reply(error, "this is not the gateway's reply to a payment");
	}
	return true;
}

/* ---------------------------------------------------------------- what it consists of */

static void add_field(struct pgw_next_step *step, const char *name, struct pgw_text value)
{
	if (value.at) {
		step->fields[step->field_count++] = (struct pgw_step_field){name, value};
	}
}

/* Base64url without padding, as EMVCo's protocol has it. */
static bool write_base64url(struct pgw_buffer *to, const struct pgw_buffer *bytes)
{
	pgw_buffer_add_base64(to, bytes->at, bytes->length);
	while (to->length > 0 && to->at[to->length - 1] == '=') {
		to->length--;
	}
	for (size_t i = 0; i < to->length; i++) {
		to->at[i] = to->at[i] == '+' ? '-' : to->at[i] == '/' ? '_' : to->at[i];
	}
	return !to->failed;
}

/* Sberbank leaves it to the shop unless the shop named a notification address when it paid. */
static bool make_method_data(struct pgw_next_step *step, const struct reading *reading)
{
	struct pgw_text id = reading->members[TRANSACTION_ID], url = reading->members[METHOD_NOTIFICATION_URL];
	struct pgw_buffer json = {0};
	bool made;

	pgw_buffer_add_text(&json, "{\"threeDSServerTransID\":");
	pgw_buffer_add_quoted(&json, id.at, id.length);
	pgw_buffer_add_text(&json, ",\"threeDSMethodNotificationURL\":");
	pgw_buffer_add_quoted(&json, url.at, url.length);
	pgw_buffer_add_text(&json, "}");
	made = !json.failed && write_base64url(&step->method_data, &json);
	pgw_buffer_free(&json);
	return made;
}

static bool fill_method(struct pgw_next_step *step, const struct reading *reading, struct pgw_error *error)
{
	struct pgw_text data = reading->members[METHOD_DATA];

	if (!has(reading, TRANSACTION_ID)) {
		return fail_reply(error, "the reply has a 3-D Secure method, but no threeDSServerTransId");
	}
	step->browser_data_url =
		reading->members[has(reading, BROWSER_DATA_URL) ? BROWSER_DATA_URL : BROWSER_DATA_URL_DIRECT];
	if (!has(reading, METHOD_URL)) {
		return true; /* the card's bank has none */
	}
	if (!data.at && has(reading, METHOD_NOTIFICATION_URL)) {
		if (!make_method_data(step, reading)) {
			return pgw_fail_memory(error);
		}
		data = (struct pgw_text){step->method_data.at, step->method_data.length};
	}
	if (data.at) {
		step->url = reading->members[METHOD_URL];
		add_field(step, "threeDSMethodData", data);
	}
	return true;
}

static bool fill_acs_redirect(struct pgw_next_step *step, const struct reading *reading, struct pgw_error *error)
{
	if (!step->order_id.at) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT,
			"nextStep: the reply does not name its order, which the bank's page needs as MD: give orderId");
	}
	if (!has(reading, TERM_URL)) {
		return fail_reply(error, "the reply has acsUrl and paReq, but no termUrl to come back to");
	}
	step->url = reading->members[ACS_URL];
	add_field(step, "MD", step->order_id);
	add_field(step, "PaReq", reading->members[PA_REQ]);
	add_field(step, "TermUrl", reading->members[TERM_URL]);
	return true;
}

static bool fill(struct pgw_next_step *step, const struct reading *reading, struct pgw_error *error)
{
	switch (step->kind) {
		case PGW_STEP_ACS_REDIRECT:
			return fill_acs_redirect(step, reading, error);
		case PGW_STEP_CHALLENGE:
			step->url = reading->members[ACS_URL];
			add_field(step, "creq", reading->members[CREQ]);
			return true;
		case PGW_STEP_METHOD:
			return fill_method(step, reading, error);
		case PGW_STEP_PROCESS_FORM:
			step->url = reading->members[FORM_URL];
			return true;
		default:
			step->url = reading->members[REDIRECT];
			return true;
	}
}

/* A browser is sent to these without a question; a redirect is only marked. */
static bool check_addresses(const struct pgw_next_step *step, struct pgw_error *error)
{
	bool marked = step->kind == PGW_STEP_FINISHED || step->kind == PGW_STEP_DECLINED;

	if ((marked || !step->url.at || step->is_link) &&
		(!step->browser_data_url.at || pgw_is_web_address(step->browser_data_url))) {
		return true;
	}
	return fail_reply(error, "an address in the reply that the payer's browser should go to is not https");
}

/* Until now the texts are the reply's. */
static bool own_texts(struct pgw_next_step *step)
{
	struct pgw_text *texts[] = {&step->url, &step->browser_data_url, &step->transaction_id, &step->order_id,
		&step->fields[0].value, &step->fields[1].value, &step->fields[2].value};
	size_t length = 0;

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		length += texts[i]->length;
	}
	if (!pgw_buffer_reserve(&step->text, length)) {
		return false;
	}
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		size_t at = step->text.length;

		if (texts[i]->at) {
			pgw_buffer_add(&step->text, texts[i]->at, texts[i]->length);
			texts[i]->at = step->text.at + at;
		}
	}
	return true;
}

bool pgw_next_step_read(struct pgw_next_step *step, const struct pgw_tree *tree, const void *reply,
	struct pgw_text order_id, struct pgw_error *error)
{
	static const struct pgw_method payment = {.name = "nextStep", .flags = PGW_CHANGES | PGW_PAYS};
	struct reading reading = {.tree = tree};
	struct pgw_reply_facts facts;
	bool read = false;

	*step = (struct pgw_next_step){.kind = PGW_STEP_FINISHED};
	if (tree->type(reply) != PGW_OBJECT) {
		return fail_reply(error, "this is not the gateway's reply to a payment");
	}
	read_members(&reading, reply);
	pgw_reply_facts_read(&facts, &payment, 200, tree, reply);
	step->transaction_id = reading.members[TRANSACTION_ID];
	step->order_id = order_id.at ? order_id : reading.members[ORDER_ID];
	if (choose_kind(step, &reading, &facts, error) && fill(step, &reading, error)) {
		step->is_link = step->url.at && pgw_is_web_address(step->url);
		read = check_addresses(step, error) && (own_texts(step) || pgw_fail_memory(error));
	}
	if (!read) {
		pgw_next_step_free(step);
	}
	return read;
}

void pgw_next_step_free(struct pgw_next_step *step)
{
	pgw_buffer_free(&step->text);
	pgw_buffer_free(&step->method_data);
	*step = (struct pgw_next_step){.kind = PGW_STEP_FINISHED};
}

/* ---------------------------------------------------------------- the way back */

/* While the payer is at the bank's page an order is at either: banks differ. */
bool pgw_order_is_open(const struct pgw_tree *tree, const void *status)
{
	const void *value = pgw_reply_member(tree, status, "orderStatus");
	int64_t number;

	return value && pgw_reply_integer(tree, value, &number) &&
		   (number == PGW_ORDER_CREATED || number == PGW_ORDER_AUTHORIZATION_INITIALIZED);
}

/* ---------------------------------------------------------------- the simplified redirect */

bool pgw_acs_redirect_url(
	struct pgw_buffer *url, const struct pgw_client *client, struct pgw_text order_id, struct pgw_error *error)
{
	if (client->dialect != PGW_DIALECT_CLASSIC) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "acsRedirectUrl: the dialect %s has no acsRedirect.do",
			pgw_dialect_name(client->dialect));
	}
	if (pgw_text_characters(order_id) < 1) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "acsRedirectUrl: orderId must be a text of valid UTF-8, not empty");
	}
	pgw_buffer_add_text(url, client->base_uri);
	pgw_buffer_add_text(url, "acsRedirect.do?orderId=");
	pgw_buffer_add_encoded(url, order_id.at, order_id.length);
	return !url->failed || pgw_fail_memory(error);
}
