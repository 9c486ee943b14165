/* Masking: each secret in each encoding, and what must stay as it is. */
#include "fixture.h"

#include "secrets.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define HARD_PASSWORD "p&ss\"w/rd <\xC3\xA9>+ %\\\xD0\x96\xF0\x9F\x98\x80"
#define CARD_NUMBER   "4444555511113333"
#define LONG_TOKEN    "wallet+t0ken/of=the-payer-that-is-longer-than-any-message"
#define CRYPTOGRAM    "AAABBEg0VhI0VniQEjRWAAAAAAA="
#define PARAMETERS \
	"{'MDORDER':'id-1','$PAN':'" CARD_NUMBER "','$CVC':'739','YYYY':'2030','MM':'12','TEXT':'H'," \
	"'paymentToken':'" LONG_TOKEN "','cryptogram':'" CRYPTOGRAM "','code':'a%41&lt;b\\\\u0042'," \
	"'phone':'+7 999 123-45-67'}"

/* A client with a hard password and a proxy's, and a request with secrets of every kind. */
struct holder {
	struct pgw_client *client;
	struct built built;
};

static void hold(struct holder *holder)
{
	void *options = node_of_json("{'extraParameters':true,'proxy':'http://user:pr0xy%26word@127.0.0.1:1'}");
	struct pgw_error error;

	holder->client = pgw_client_create(NULL, text_of(BASE_URI), text_of(USER_NAME), text_of(HARD_PASSWORD),
		(struct pgw_text){NULL, 0}, NULL, &pgw_json_tree, options, &error);
	assert_non_null(holder->client);
	assert_true(build(&holder->built, holder->client, "paymentOrder", NULL, PARAMETERS));
	pgw_json_free(options);
}

static void let_go(struct holder *holder)
{
	built_free(&holder->built);
	pgw_client_free(holder->client);
}

/* ---------------------------------------------------------------- every encoding, and two on top of each other */

enum { ROOM = 16384 };

typedef void (*encoder)(char *to, const char *from);

static void plain(char *to, const char *from)
{
	strcpy(to, from);
}

static void percent(char *to, const char *from, const char *format, const char *kept, const char *blank)
{
	for (*to = '\0'; *from; from++) {
		if (*from == ' ' && blank) {
			to += sprintf(to, "%s", blank);
		} else if (strchr(kept, *from)) {
			to += sprintf(to, "%c", *from);
		} else {
			to += sprintf(to, format, (unsigned char)*from);
		}
	}
}

#define ALPHANUMERICAL "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."

static void percent_upper(char *to, const char *from)
{
	percent(to, from, "%%%02X", ALPHANUMERICAL, NULL);
}

static void percent_lower(char *to, const char *from)
{
	percent(to, from, "%%%02x", ALPHANUMERICAL, NULL);
}

static void form(char *to, const char *from)
{
	percent(to, from, "%%%02x", ALPHANUMERICAL, "+");
}

static void percent_all(char *to, const char *from)
{
	percent(to, from, "%%%02x", "", NULL);
}

static void backslash_x(char *to, const char *from)
{
	percent(to, from, "\\x%02X", ALPHANUMERICAL, NULL);
}

/* The code point at `at`, and past it. */
static unsigned next_code(const char **at)
{
	const unsigned char *byte = (const unsigned char *)*at;
	size_t length = *byte < 0x80 ? 1 : pgw_text_sequence(*at, strlen(*at));
	unsigned code = length == 1 ? *byte : *byte & (0xFFU >> (length + 1));

	for (size_t i = 1; i < length; i++) {
		code = code << 6 | (byte[i] & 0x3F);
	}
	*at += length;
	return code;
}

static char *write_unit(char *to, char first, unsigned code, const char *format)
{
	*to++ = first;
	if (code < 0x10000) {
		return to + sprintf(to, format, code);
	}
	code -= 0x10000;
	to += sprintf(to, format, 0xD800 + (code >> 10));
	*to++ = first;
	return to + sprintf(to, format, 0xDC00 + (code & 0x3FF));
}

/* As PHP's json_encode writes it. */
static void json(char *to, const char *from)
{
	for (*to = '\0'; *from;) {
		unsigned code = next_code(&from);

		if (code == '"' || code == '\\' || code == '/') {
			to += sprintf(to, "\\%c", (char)code);
		} else if (code < 0x80) {
			to += sprintf(to, "%c", (char)code);
		} else {
			to = write_unit(to, '\\', code, "u%04x");
		}
	}
}

static void json_all(char *to, const char *from)
{
	for (*to = '\0'; *from;) {
		to = write_unit(to, '\\', next_code(&from), "u%04X");
	}
}

static void javascript(char *to, const char *from)
{
	for (*to = '\0'; *from;) {
		to = write_unit(to, '%', next_code(&from), "u%04X");
	}
}

static const char *entity(unsigned code)
{
	switch (code) {
		case '&':
			return "&amp;";
		case '<':
			return "&lt;";
		case '>':
			return "&gt;";
		case '"':
			return "&quot;";
		case 0xE9:
			return "&eacute;";
		default:
			return NULL;
	}
}

static void html(char *to, const char *from)
{
	for (*to = '\0'; *from;) {
		const char *begin = from, *name = entity(next_code(&from));

		to += name ? sprintf(to, "%s", name) : sprintf(to, "%.*s", (int)(from - begin), begin);
	}
}

static void html_decimal(char *to, const char *from)
{
	for (*to = '\0'; *from;) {
		to += sprintf(to, "&#%u;", next_code(&from));
	}
}

static void html_hex(char *to, const char *from)
{
	for (*to = '\0'; *from;) {
		to += sprintf(to, "&#x%04X;", next_code(&from));
	}
}

static void upper(char *to, const char *from)
{
	do {
		*to++ = (char)(*from >= 'a' && *from <= 'z' ? *from - 32 : *from);
	} while (*from++);
}

static const struct {
	const char *name;
	encoder encode;
} encoders[] = {{"plain", plain}, {"percent", percent_upper}, {"percent, lower case", percent_lower}, {"form", form},
	{"percent, every byte", percent_all}, {"\\x", backslash_x}, {"JSON", json}, {"JSON, every character", json_all},
	{"JavaScript", javascript}, {"HTML", html}, {"HTML, decimal", html_decimal}, {"HTML, hexadecimal", html_hex},
	{"other case", upper}};

static void encoded_secrets(void **state)
{
	static const char *const secrets[] = {
		HARD_PASSWORD, CARD_NUMBER, "739", LONG_TOKEN, CRYPTOGRAM, "a%41&lt;b\\u0042", "pr0xy&word", "pr0xy%26word"};
	char *once = malloc(ROOM), *twice = malloc(ROOM), *text = malloc(ROOM);
	struct holder holder;

	(void)state;
	hold(&holder);
	for (size_t i = 0; i < COUNT(secrets) * COUNT(encoders) * COUNT(encoders); i++) {
		const char *secret = secrets[i % COUNT(secrets)];
		size_t first = i / COUNT(secrets) % COUNT(encoders), second = i / COUNT(secrets) / COUNT(encoders), stars;

		encoders[first].encode(once, secret);
		encoders[second].encode(twice, once);
		if (encoders[second].encode == upper && strpbrk(once, "\\&%")) {
			strcpy(twice, once); /* capitals make another escape of an escape */
		}
		sprintf(text, "[%s]", twice);
		pgw_mask(text, &holder.built.request);
		stars = strspn(text + 1, "*");
		if (stars != strlen(twice) || strcmp(text + 1 + stars, "]") != 0) {
			fail_msg("%s, %s, %s: %s became %s", secret, encoders[first].name, encoders[second].name, twice, text);
		}
	}
	let_go(&holder);
	free(once);
	free(twice);
	free(text);
}

/* ---------------------------------------------------------------- texts as wholes */

struct masked {
	const char *label;
	const char *text, *expected;
};

static const struct masked masked_rows[] = {
	{"nothing", "", ""},
	{"nothing secret", "Order 1042: 100% of \"it\" <is> said & done\\",
		"Order 1042: 100% of \"it\" <is> said & done\\"},
	{"encodings of nothing secret", "%41%zz &amp; &nosuch; \\u0041 \\uD800 &#xFFFFFFFF; %u0041 &#; %",
		"%41%zz &amp; &nosuch; \\u0041 \\uD800 &#xFFFFFFFF; %u0041 &#; %"},
	{"card with blanks", "card 4444 5555 1111 3333.", "card *******************."},
	{"card with dashes", "4444-5555-1111-3333", "*******************"},
	{"card partly grouped", "44445555 1111-3333", "******************"},
	{"card in odd groups", "444455 5511 113333", "******************"},
	{"card with dots and slashes", "4444.5555/1111_3333", "*******************"},
	{"card with wide blanks",
		"4444  5555 \xE2\x80\x93 1111\xC2\xA0"
		"3333",
		"*************************"},
	{"card with blanks of a form", "4444+5555%201111&nbsp;3333", "**************************"},
	{"card over lines", "4444\\r\\n5555\\t1111\n3333", "***********************"},
	{"card far apart", "4444 ........ 5555 1111 3333", "4444 ........ 5555 1111 3333"},
	{"card, other last digit", "5555 5555 1111 3333", "5555 5555 1111 3333"},
	{"card masked by the gateway", "444455XXXXXX3333 444455******3333", "444455XXXXXX3333 444455******3333"},
	{"card cut behind ten digits", "card 4444555511", "card **********"},
	{"card cut behind nine", "card 444455551", "card 444455551"},
	{"card of another payer", "card 4444555522223333", "card 4444555522223333"},
	{"phone, as it was given", "to +7 999 123-45-67", "to +***************"},
	{"phone, its digits alone", "to 79991234567", "to ***********"},
	{"CVC", "cvc 739, code 7390, a739 and 739", "cvc ***, code 7390, a739 and ***"},
	{"CVC in a query", "?cvc=739&x=1", "?cvc=***&x=1"},
	{"CVC, encoded around", "%22739%22 \\u0022739\\u0022 &quot;739&quot;",
		"%22***%22 \\u0022***\\u0022 &quot;***&quot;"},
	{"CVC with blanks is none", "7 3 9", "7 3 9"},
	{"token cut short", "token wallet+t0ken/of=t", "token *****************"},
	{"token cut too short", "token wallet+t0ken/o", "token wallet+t0ken/o"},
	{"token that goes on otherwise", "<wallet+t0ken/of=the-prayer>", "<*********************rayer>"},
	{"token cut, encoded", "wallet%2bt0ken%2Fof%3dthe", "*************************"},
	{"token cut in an escape", "wallet%2bt0ken%2Fof%3dthe%2", "*************************%2"},
	{"password, Cyrillic capital", "p&ss\"w/rd <\xC3\x89>+ %\\\xD0\xB6\xF0\x9F\x98\x80", "************************"},
	{"password, blanks for pluses", "p&ss\"w/rd <\xC3\xA9>  %\\\xD0\x96\xF0\x9F\x98\x80", "************************"},
	{"password twice", "pr0xy&word,PR0XY&amp;WORD", "**********,**************"},
	{"in place of a word", "xpr0xy&wordx", "x**********x"},
};

static void masks(void **state)
{
	const struct masked *row = *state;
	struct holder holder;
	char *copy = strdup(row->text); /* on the heap, where a sanitizer sees its ends */

	hold(&holder);
	pgw_mask(copy, &holder.built.request);
	assert_string_equal(copy, row->expected);
	free(copy);
	let_go(&holder);
}

/* ---------------------------------------------------------------- secrets in the place of names */

struct named {
	const char *label;
	const char *method; /* or a path */
	const char *parameters;
	const char *hidden;
	const char *shown; /* NULL: nothing is asked */
};

#define NAMED(name, more) "{'" name "':1.5," more "}"
#define DPAN              "'tokenType':'VTS','returnUrl':'u','amount':1,'paymentData':{'dpan':'4895370012003478'}"

static const struct named named_rows[] = {
	{"parameter", "paymentOrder", NAMED("hunter2!", "'seToken':'hunter2!'"), "hunter2!", "parameter ******** is"},
	{"parameter, other case", "paymentOrder", NAMED("HUNTER2!", "'seToken':'hunter2!'"), "HUNTER2!", NULL},
	{"parameter, encoded", "paymentOrder", NAMED("a%2fb%2fc%2fd", "'seToken':'a/b/c/d'"), "a%2fb", NULL},
	{"parameter, a code", "paymentOrder", NAMED("739", "'$CVC':739"), "739", "parameter *** is"},
	{"parameter, a card", "paymentOrder", NAMED("4444555511113333", "'MM':'12'"), "4444", "parameter (digits) is"},
	{"parameter, a card with blanks", "paymentOrder", NAMED("4444 5555 1111 3333", "'MM':'12'"), "4444", "(digits)"},
	{"parameter, a card among words", "paymentOrder", NAMED("my 4444-5555-1111-3333.", "'MM':'12'"), "4444",
		"(digits)"},
	{"parameter that is no secret", "paymentOrder", NAMED("nonsense", "'seToken':'hunter2!'"), "hunter2!",
		"parameter nonsense is"},
	{"member", "tokenPayment", "{'jsonParams':{'4895370012003478x':[1]}," DPAN "}", "4895370012003478", NULL},
	{"member, password", "paymentOrder", "{'jsonParams':{'" PASSWORD "':[1]}}", PASSWORD, "jsonParams.****"},
	{"nested secret", "tokenPayment", NAMED("card-4895370012003478", DPAN), "4895370012003478", NULL},
	{"path", "rest/x.do", NAMED("hunter2!", "'pin':'hunter2!'"), "hunter2!", "rest/x.do: "},
	{"path, itself", "rest/hunter2.do", NAMED("a", "'pin':'hunter2'"), "hunter2", "rest/*******.do: "},
	{"path, a list", "rest/hunter2.do", NAMED("a", "'pin':[['x','hunter2']]"), "hunter2", "rest/*******.do: "},
};

static void names(void **state)
{
	const struct named *row = *state;
	struct pgw_client *client = client_of(NULL);
	struct built built;
	bool done = strchr(row->method, '/') ? build_path(&built, client, text_of(row->method), row->parameters)
										 : build(&built, client, row->method, NULL, row->parameters);

	assert_false(done);
	assert_lacks(built.error.message, row->hidden);
	assert_holds(built.error.message, row->shown ? row->shown : "");
	built_free(&built);
	pgw_client_free(client);
}

/* What a good request shows of its path; the gateway gets it as it is. */
static void paths(void **state)
{
	struct pgw_client *client = client_of(NULL);
	struct built built;
	char text[80];

	(void)state;
	assert_true(build_path(&built, client, text_of("rest/4444-5555-1111-3333/x.do"), "{'pan':'4444555511113333'}"));
	assert_string_equal(built.request.name, "rest/*******************/x.do");
	assert_string_equal(built.request.shown, BASE_URI "rest/*******************/x.do");
	assert_string_equal(built.request.uri, BASE_URI "rest/4444-5555-1111-3333/x.do");
	built_free(&built);
	assert_true(build_path(&built, client, text_of("rest/x.do"), "{'a':'x','b':'do'}"));
	assert_string_equal(built.request.name, "rest/x.do");
	built_free(&built);
	/* A row that knows the path says what is secret, and what it does not know is. */
	assert_true(build_path(&built, client, text_of("rest/paymentorder.do"),
		"{'$PAN':4444555511113333,'TEXT':'CARD HOLDER','own':{'pin':'hunter2'},'jsonParams':{'a':'shown'}}"));
	strcpy(text, "4444555511113333 of CARD HOLDER, hunter2, shown");
	pgw_mask(text, &built.request);
	assert_string_equal(text, "**************** of CARD HOLDER, *******, shown");
	built_free(&built);
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- the rest */

static void nothing_to_mask(void **state)
{
	struct pgw_client *client = client_of(NULL);
	struct pgw_request request = {.client = client};
	char text[] = "no secret " PASSWORD;

	(void)state;
	pgw_mask(text, &request);
	assert_string_equal(text, "no secret ******************");
	pgw_mask_texts(text, NULL, 0);
	assert_string_equal(text, "no secret ******************");
	pgw_client_free(client);
}

/* Half of a character must not be left of what was masked by its beginning. */
static void text_stays_utf8(void **state)
{
	struct pgw_text secret = text_of("0123456789abcdef0123456789abcde\xC3\xA9 and more");
	char text[] = "<0123456789abcdef0123456789abcde\xC3\xA8>", cut[PGW_MASKED * 2];

	(void)state;
	pgw_mask_texts(text, &secret, 1);
	assert_string_equal(text, "<*********************************>");
	for (size_t shift = 0; shift < 3; shift++) {
		size_t length = 0;

		for (length = 0; length < shift; length++) {
			cut[length] = 'x';
		}
		while (length + 4 < sizeof(cut)) {
			memcpy(cut + length, "\xE2\x82\xAC", 4);
			length += 3;
		}
		pgw_mask_texts(cut, &secret, 1);
		assert_true(pgw_text_characters(text_of(cut)) > 0);
		assert_true(strlen(cut) <= PGW_MASKED / 2 && strlen(cut) > PGW_MASKED / 2 - 4);
	}
}

/* What is left of a long text has no half of a secret at its end. */
static void long_texts_are_cut(void **state)
{
	struct pgw_text secret = text_of("secret-of-the-shop");
	char *encoded = malloc(ROOM), *text = malloc(ROOM + PGW_MASKED);

	(void)state;
	for (size_t before = PGW_MASKED / 2 - 200; before < PGW_MASKED / 2 + 20; before++) {
		html_hex(encoded, secret.at);
		memset(text, 'x', before);
		strcpy(text + before, encoded);
		memset(text + before + strlen(encoded), 'y', PGW_MASKED);
		text[before + strlen(encoded) + PGW_MASKED] = '\0';
		pgw_mask_texts(text, &secret, 1);
		assert_true(strlen(text) == PGW_MASKED / 2);
		assert_true(strspn(text, "x") >= (before < PGW_MASKED / 2 ? before : PGW_MASKED / 2));
		assert_int_equal(strcspn(text, "&"), strlen(text));
	}
	free(encoded);
	free(text);
}

/* A gateway that says 8 MiB, made to be slow to look through, is not looked through for long. */
static void long_texts_take_no_time(void **state)
{
	static const char *const units[] = {"&", "%", "\\", "%25", "&amp;", "&#x26;", "\\\\", "4", "wallet+t0ken/o", "p",
		"\xC3\xA9", "4444555511 ", "739 "};
	enum { LENGTH = 8 << 20 };
	struct holder holder;
	char *text;

	(void)state;
	hold(&holder);
	for (size_t i = 0; i < COUNT(units); i++) {
		struct timespec before, after;

		text = repeat(units[i], LENGTH / strlen(units[i]));
		clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
		pgw_mask(text, &holder.built.request);
		clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
		assert_true(strlen(text) <= PGW_MASKED / 2);
		assert_true(after.tv_sec - before.tv_sec < 2);
		free(text);
	}
	let_go(&holder);
}

static void nested_secrets_are_bounded(void **state)
{
	struct pgw_client *client = client_of("{'extraParameters':true}");
	char *opens = repeat("[", 60), *closes = repeat("]", 60), parameters[512];
	void *deep, *shallow;
	struct pgw_request request = {.client = client};

	(void)state;
	snprintf(parameters, sizeof(parameters), "%s'secret'%s", opens, closes);
	deep = pgw_json_parse(text_of(json_of(parameters)), 100);
	shallow = node_of_json("{'a':[{'b':'secret','c':123},['other','',1.5,true,null,'ab']]}");
	assert_int_equal(pgw_note_secret(&request, &pgw_json_tree, deep), PGW_TOO_DEEP);
	assert_int_equal(request.secrets.length, 0);
	assert_int_equal(pgw_note_secret(&request, &pgw_json_tree, shallow), PGW_IN_BOUNDS);
	assert_int_equal(request.secrets.length, sizeof("secret\000123\0other"));
	assert_memory_equal(request.secrets.at, "secret\000123\0other", request.secrets.length);
	pgw_json_free(deep);
	pgw_json_free(shallow);
	pgw_request_free(&request);
	pgw_client_free(client);
	free(opens);
	free(closes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(encoded_secrets),
		cmocka_unit_test(paths),
		cmocka_unit_test(nothing_to_mask),
		cmocka_unit_test(text_stays_utf8),
		cmocka_unit_test(long_texts_are_cut),
		cmocka_unit_test(long_texts_take_no_time),
		cmocka_unit_test(nested_secrets_are_bounded),
	};
	int failed = RUN_ROWS("secrets: texts", masked_rows, masks);

	failed += RUN_ROWS("secrets: names", named_rows, names);
	failed += cmocka_run_group_tests_name("secrets", tests, NULL, NULL);
	return failed != 0;
}
