/* What the payer's browser brought back from the bank's page, or from the gateway. */
#include "callback_set.h"
#include "error.h"
#include "text.h"

#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 1024 * 1024, LONGEST_ID = 36, UUID_LENGTH = 36, MOST_LEVELS = 16 };

/* ---------------------------------------------------------------- names */

enum parameter { MD, PA_RES, CRES, METHOD_DATA, TRANSACTION, ORDER, PARAMETERS };

/* In any case: banks differ. */
static const char *const names[PARAMETERS] = {
	[MD] = "MD",
	[PA_RES] = "PaRes",
	[CRES] = "cres",
	[METHOD_DATA] = "threeDSMethodData",
	[TRANSACTION] = "threeDSServerTransId|tDsTransId",
	[ORDER] = "orderId|mdOrder",
};

struct reading {
	const struct pgw_tree *tree;
	struct pgw_buffer *text; /* reserved for all of it, so it does not move */
	struct pgw_text values[PARAMETERS];
};

/* ---------------------------------------------------------------- values */

static bool is_id(struct pgw_text id)
{
	for (size_t i = 0; i < id.length; i++) {
		char byte = id.at[i];

		if (!pgw_is_digit(byte) && byte != '-' && byte != '_' && !((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z')) {
			return false;
		}
	}
	return id.length > 0 && id.length <= LONGEST_ID;
}

static bool is_uuid(struct pgw_text id)
{
	for (size_t i = 0; i < id.length; i++) {
		bool dash = i == 8 || i == 13 || i == 18 || i == 23;

		if (dash ? id.at[i] != '-' : pgw_hex_digit(id.at[i]) < 0) {
			return false;
		}
	}
	return id.length == UUID_LENGTH;
}

/*
 * A shop's own address may have an orderId of its own, to which the gateway adds one, the last: of several the last
 * that looks like the gateway's counts.
 */
static bool is_better(enum parameter parameter, struct pgw_text value, struct pgw_text before)
{
	if (parameter == PA_RES || parameter == CRES || parameter == METHOD_DATA) {
		return value.length > 0 && pgw_text_characters(value) >= 0;
	}
	return is_id(value) && (!before.at || parameter != ORDER || is_uuid(value) || !is_uuid(before));
}

static void take(struct reading *reading, struct pgw_text name, struct pgw_text value)
{
	for (size_t i = 0; i < PARAMETERS; i++) {
		if (pgw_words_hold_text_any_case(names[i], name) && is_better((enum parameter)i, value, reading->values[i])) {
			reading->values[i] = value;
		}
	}
}

/* ---------------------------------------------------------------- reading */

static struct pgw_text add_decoded(struct reading *reading, struct pgw_text encoded)
{
	size_t before = reading->text->length;

	pgw_callback_decode(reading->text, encoded);
	return (struct pgw_text){reading->text->at + before, reading->text->length - before};
}

static void read_raw(struct reading *reading, struct pgw_text raw)
{
	while (raw.length > 0) {
		struct pgw_text value = pgw_text_cut(&raw, '&'), name = pgw_text_cut(&value, '=');

		name = add_decoded(reading, name);
		take(reading, name, add_decoded(reading, value));
	}
}

static bool read_member(void *context, struct pgw_text name, const void *value)
{
	struct reading *reading = context;
	size_t before = reading->text->length;
	struct pgw_text text;

	if (reading->tree->type(value) == PGW_STRING) {
		text = reading->tree->text(value);
		pgw_buffer_add(reading->text, text.at, text.length);
		take(reading, name, (struct pgw_text){reading->text->at + before, text.length});
	}
	return true;
}

struct measuring {
	const struct pgw_tree *tree;
	size_t length;
};

static bool measure_member(void *context, struct pgw_text name, const void *value)
{
	struct measuring *measuring = context;

	(void)name;
	if (measuring->tree->type(value) == PGW_STRING) {
		measuring->length += measuring->tree->text(value).length;
	}
	return measuring->length <= LONGEST;
}

static size_t length_of(const struct pgw_tree *tree, const void *node)
{
	struct measuring measuring = {tree, 0};

	if (tree->type(node) == PGW_STRING) {
		return tree->text(node).length;
	}
	tree->each(node, measure_member, &measuring);
	return measuring.length;
}

static void read_node(struct reading *reading, const void *node)
{
	if (reading->tree->type(node) == PGW_STRING) {
		read_raw(reading, reading->tree->text(node));
	} else {
		reading->tree->each(node, read_member, reading);
	}
}

/* ---------------------------------------------------------------- packed messages */

/* Base64url, or plain Base64, of JSON. NULL: it is neither. */
static void *unpack(struct pgw_text packed)
{
	size_t length = packed.length, padded = (packed.length + 3) / 4 * 4;
	char *base64 = malloc(padded + 1);
	void *json = NULL;
	int decoded;

	if (!base64) {
		return NULL;
	}
	for (size_t i = 0; i < padded; i++) {
		char byte = i < length ? packed.at[i] : '=';

		base64[i] = byte == '-' ? '+' : byte == '_' ? '/' : byte;
	}
	base64[padded] = '\0';
	decoded = EVP_DecodeBlock((unsigned char *)base64, (const unsigned char *)base64, (int)padded);
	while (decoded > 0 && base64[decoded - 1] == '\0') {
		decoded--; /* what the padding stands for */
	}
	if (decoded > 0) {
		json = pgw_json_parse((struct pgw_text){base64, (size_t)decoded}, MOST_LEVELS);
	}
	free(base64);
	return json;
}

/* The transaction that the bank's message names is nearer to the truth than one in the address. */
static void take_transaction_of(struct reading *reading, struct pgw_text packed)
{
	void *json = packed.at ? unpack(packed) : NULL;
	const void *id = NULL;
	size_t before = reading->text->length;

	if (json && pgw_json_tree.type(json) == PGW_OBJECT) {
		id = pgw_json_tree.member(json, PGW_TEXT("threeDSServerTransID"));
	}
	if (id && pgw_json_tree.type(id) == PGW_STRING && is_id(pgw_json_tree.text(id))) {
		pgw_buffer_add(reading->text, pgw_json_tree.text(id).at, pgw_json_tree.text(id).length);
		reading->values[TRANSACTION] = (struct pgw_text){reading->text->at + before, reading->text->length - before};
	}
	if (json) {
		pgw_json_free(json);
	}
}

/* ---------------------------------------------------------------- the return */

static enum pgw_return_kind kind_of(const struct reading *reading)
{
	return reading->values[PA_RES].at        ? PGW_RETURN_PA_RES
		   : reading->values[CRES].at        ? PGW_RETURN_CRES
		   : reading->values[METHOD_DATA].at ? PGW_RETURN_METHOD
											 : PGW_RETURN_PLAIN;
}

bool pgw_payer_return_read(struct pgw_payer_return *payer_return, const struct pgw_tree *tree, const void *query,
	const void *form, struct pgw_error *error)
{
	size_t length = length_of(tree, query) + length_of(tree, form);
	struct reading reading = {.tree = tree, .text = &payer_return->text};

	*payer_return = (struct pgw_payer_return){.kind = PGW_RETURN_PLAIN};
	if (length > LONGEST) {
		return pgw_fail(
			error, PGW_ERROR_SIGNATURE, "payerReturn: what the browser brought is longer than %d bytes", LONGEST);
	}
	if (!pgw_buffer_reserve(&payer_return->text, length + LONGEST_ID)) {
		return pgw_fail_memory(error);
	}
	read_node(&reading, query);
	read_node(&reading, form);
	payer_return->kind = kind_of(&reading);
	if (payer_return->kind == PGW_RETURN_CRES) {
		take_transaction_of(&reading, reading.values[CRES]);
	} else if (payer_return->kind == PGW_RETURN_METHOD) {
		take_transaction_of(&reading, reading.values[METHOD_DATA]);
	}
	payer_return->order_id = reading.values[reading.values[MD].at ? MD : ORDER];
	payer_return->transaction_id = reading.values[TRANSACTION];
	payer_return->result = reading.values[payer_return->kind == PGW_RETURN_PA_RES ? PA_RES : CRES];
	return true;
}

void pgw_payer_return_free(struct pgw_payer_return *payer_return)
{
	pgw_buffer_free(&payer_return->text);
	*payer_return = (struct pgw_payer_return){.kind = PGW_RETURN_PLAIN};
}

/* ---------------------------------------------------------------- what to call next */

struct next_call {
	const char *method;
	bool order, transaction; /* which arguments it takes */
	const char *complete;    /* the value of threeDSCompInd, or NULL */
	const char *result_is;   /* the parameter that gets the bank's answer, or NULL */
};

static const struct next_call next_calls[PGW_RETURN_KINDS][PGW_DIALECTS] = {
	[PGW_RETURN_PLAIN] = {[PGW_DIALECT_CLASSIC] = {"getOrderStatusExtended", .order = true},
		[PGW_DIALECT_SBERBANK] = {"getOrderStatusExtended", .order = true}},
	[PGW_RETURN_PA_RES] = {[PGW_DIALECT_CLASSIC] = {"finish3dsPayment", .order = true, .result_is = "paRes"},
		[PGW_DIALECT_SBERBANK] = {"finish3dsPayment", .order = true, .result_is = "paRes"}},
	[PGW_RETURN_CRES] = {[PGW_DIALECT_CLASSIC] = {"finish3dsVer2Payment", .transaction = true},
		[PGW_DIALECT_SBERBANK] = {"finish3dsPayment", .order = true, .result_is = "cRes"}},
	[PGW_RETURN_METHOD] = {[PGW_DIALECT_CLASSIC] = {"continue3ds", .order = true},
		[PGW_DIALECT_SBERBANK] = {"finish3dsMethod", .order = true, .transaction = true, .complete = "Y"}},
};

static void add_argument(struct pgw_return_call *call, const char *name, struct pgw_text value)
{
	if (value.at) {
		call->arguments[call->count++] = (struct pgw_step_field){name, value};
	}
}

static struct pgw_return_call make_call(const struct pgw_payer_return *payer_return, const struct next_call *next)
{
	struct pgw_return_call call = {.method = next->method};

	if (next->order) {
		add_argument(&call, "orderId", payer_return->order_id);
	}
	if (next->transaction) {
		add_argument(&call, "threeDSServerTransId", payer_return->transaction_id);
	}
	if (next->complete) {
		add_argument(&call, "threeDSCompInd", (struct pgw_text){next->complete, strlen(next->complete)});
	}
	if (next->result_is) {
		call.parameter = (struct pgw_step_field){next->result_is, payer_return->result};
	}
	return call;
}

struct pgw_return_call pgw_payer_return_call(const struct pgw_payer_return *payer_return, enum pgw_dialect dialect)
{
	return make_call(payer_return, &next_calls[payer_return->kind][dialect]);
}

struct pgw_return_call pgw_payer_return_finish(const struct pgw_payer_return *payer_return, enum pgw_dialect dialect)
{
	enum pgw_return_kind kind = payer_return->kind == PGW_RETURN_PLAIN ? PGW_RETURN_CRES : payer_return->kind;
	const struct next_call *next = &next_calls[kind][dialect];
	bool complete = kind != PGW_RETURN_METHOD && (!next->order || payer_return->order_id.at) &&
					(!next->transaction || payer_return->transaction_id.at) &&
					(!next->result_is || payer_return->result.at);

	return complete ? make_call(payer_return, next) : (struct pgw_return_call){.method = NULL};
}
