/* Callbacks: published vectors, what is returned, and what is refused. */
#include "fixture.h"

#include "buffer.h"
#include "table/callbacks.h"
#include "text.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------- what the tests share */

#define ORDER    "mdOrder=06cf5599-3f17-7c86-bdbc-bd7d00a8b38b&operation=approved&orderNumber=2003&status=1"
#define SECRET   "ooc7slpvc61k7sf7ma7p4hrefr"
#define CHECKSUM "EAF2FB72CAB99FD5067F4BA493DD84F4D79C1589FDE8ED29622F0F07215AA972"

/* JSON of one text. */
static void *text_node(const char *text, size_t length)
{
	struct pgw_buffer json = {0};
	void *node;

	pgw_buffer_add_quoted(&json, text, length);
	node = pgw_json_parse((struct pgw_text){json.at, json.length}, 8);
	assert_non_null(node);
	pgw_buffer_free(&json);
	return node;
}

/* The callback, the secrets and the shop's own names are JSON; a text is raw text. */
static bool verify(
	struct pgw_callback *callback, const char *received, const char *secrets, const char *own, struct pgw_error *error)
{
	bool raw = *received != '{';
	void *node = raw ? text_node(received, strlen(received)) : node_of_json(received);
	bool list = *secrets == '[';
	void *keys = list ? node_of_json(secrets) : text_node(secrets, strlen(secrets));
	void *names = own ? node_of_json(own) : NULL;
	bool good;

	*error = (struct pgw_error){0};
	good = pgw_callback_verify_hmac(callback, &pgw_json_tree, node, keys, names, error);
	pgw_json_free(node);
	pgw_json_free(keys);
	if (names) {
		pgw_json_free(names);
	}
	return good;
}

/* name=value pairs as they are returned: i for an int, b for a bool. */
static const char *shown(const struct pgw_callback *callback)
{
	static char text[2048];
	size_t length = 0;

	text[0] = '\0';
	for (size_t i = 0; i < callback->count; i++) {
		const struct pgw_callback_value *value = &callback->values[i];

		length += (size_t)snprintf(
			text + length, sizeof(text) - length, "%s%.*s", i ? " " : "", (int)value->name.length, value->name.at);
		if (value->type == PGW_STRING) {
			length += (size_t)snprintf(
				text + length, sizeof(text) - length, "=%.*s", (int)value->text.length, value->text.at);
		} else {
			length += (size_t)snprintf(text + length, sizeof(text) - length, "%s%lld",
				value->type == PGW_INTEGER ? "=i" : "=b", (long long)value->integer);
		}
	}
	return text;
}

/* The checksum of a signed text, in upper case. */
static const char *sign(const char *secret, const char *text, size_t length)
{
	static char hex[65];
	unsigned char mac[32];

	HMAC(EVP_sha256(), secret, (int)strlen(secret), (const unsigned char *)text, length, mac, NULL);
	for (size_t i = 0; i < sizeof(mac); i++) {
		snprintf(hex + 2 * i, 3, "%02X", mac[i]);
	}
	return hex;
}

/* ---------------------------------------------------------------- vectors */

struct vector {
	const char *label, *secret, *received, *returned;
};

static const struct vector vectors[] = {
	{"of the documentation", SECRET, ORDER "&checksum=" CHECKSUM "&sign_alias=any",
		"mdOrder=06cf5599-3f17-7c86-bdbc-bd7d00a8b38b operation=approved orderNumber=2003 status=b1"},
	{"second text of the documentation", "yourSecretToken",
		"amount=123456&mdOrder=3ff6962a-7dcc-4283-ab50-a6d7dd3386fe&operation=deposited&orderNumber=10747&status=1"
		"&checksum=51C892147225ABE87798CB02979D70EF46D0AE79B5AA3B28B1C260BE286C50A9",
		"amount=i123456 mdOrder=3ff6962a-7dcc-4283-ab50-a6d7dd3386fe operation=deposited orderNumber=10747 status=b1"},
	{"of a bank", "123",
		"amount=1500&mdOrder=ed6f3abf-cea0-427e-afdf-0ba43ead124f&operation=deposited&orderNumber=89312&status=1"
		"&checksum=9F8253A6BB7777D067DD955751119FA5AAF67B14B9215147190F96B505CDB72C",
		"amount=i1500 mdOrder=ed6f3abf-cea0-427e-afdf-0ba43ead124f operation=deposited orderNumber=89312 status=b1"},
	{"Cyrillic", "payer-facts-key-1",
		"mdOrder=0f6c1a52-7b1e-7d0c-9a55-2f4400c3051a&operation=deposited&orderDescription=%D0%A7%D0%B0%D0%B9%2C+2+%D1%"
		"88"
		"%D1%82.+%2B+%D0%BB%D0%B8%D0%BC%D0%BE%D0%BD&orderNumber=A-17&status=1"
		"&checksum=158F4D5DE40400C3896968F692425B7007F7CD3696BBB1BD387AF0A80448AD04",
		"mdOrder=0f6c1a52-7b1e-7d0c-9a55-2f4400c3051a operation=deposited orderDescription=Чай, 2 шт. + лимон "
		"orderNumber=A-17 status=b1"},
	{"Cyrillic, encoded twice", "payer-facts-key-1",
		"mdOrder=0f6c1a52-7b1e-7d0c-9a55-2f4400c3051a&operation=deposited&orderDescription=%25D0%25A7%25D0%25B0%25D0%"
		"25B9"
		"%252C%2B2%2B%25D1%2588%25D1%2582.%2B%252B%2B%25D0%25BB%25D0%25B8%25D0%25BC%25D0%25BE%25D0%25BD&orderNumber=A-"
		"17"
		"&status=1&checksum=158F4D5DE40400C3896968F692425B7007F7CD3696BBB1BD387AF0A80448AD04",
		"mdOrder=0f6c1a52-7b1e-7d0c-9a55-2f4400c3051a operation=deposited orderDescription=Чай, 2 шт. + лимон "
		"orderNumber=A-17 status=b1"},
	{"upper case before lower case", "payer-facts-key-1",
		"mdOrder=0f6c1a52-7b1e-7d0c-9a55-2f4400c3051a&operation=deposited&orderNumber=A-17&status=1&amount=5000"
		"&depositFlag=1&depositedAmount=5000&checksum=828741BB2163F8CDB07E342E272418D205A2D0A4F08EFE08B9C967045A2D6392",
		"amount=i5000 depositFlag=i1 depositedAmount=i5000 mdOrder=0f6c1a52-7b1e-7d0c-9a55-2f4400c3051a "
		"operation=deposited orderNumber=A-17 status=b1"},
	{"another order of parameters, lower-case digits, both aliases, an empty pair", SECRET,
		"&signAlias=x&status=1&checksum=eaf2fb72cab99fd5067f4ba493dd84f4d79c1589fde8ed29622f0f07215aa972&&orderNumber="
		"2003"
		"&sign_alias=y&operation=approved&mdOrder=06cf5599-3f17-7c86-bdbc-bd7d00a8b38b&",
		"mdOrder=06cf5599-3f17-7c86-bdbc-bd7d00a8b38b operation=approved orderNumber=2003 status=b1"},
	{"an array", SECRET,
		"{'status':'1','checksum':'" CHECKSUM "','orderNumber':'2003','operation':'approved','sign_alias':'x',"
		"'mdOrder':'06cf5599-3f17-7c86-bdbc-bd7d00a8b38b'}",
		"mdOrder=06cf5599-3f17-7c86-bdbc-bd7d00a8b38b operation=approved orderNumber=2003 status=b1"},
	{"the second of two secrets", "['other','" SECRET "']", ORDER "&checksum=" CHECKSUM,
		"mdOrder=06cf5599-3f17-7c86-bdbc-bd7d00a8b38b operation=approved orderNumber=2003 status=b1"},
	{"the first of two secrets", "['" SECRET "','other']", ORDER "&checksum=" CHECKSUM,
		"mdOrder=06cf5599-3f17-7c86-bdbc-bd7d00a8b38b operation=approved orderNumber=2003 status=b1"},
};

static void verifies(void **state)
{
	const struct vector *row = *state;
	struct pgw_callback callback;
	struct pgw_error error;

	if (!verify(&callback, row->received, row->secret, NULL, &error)) {
		fail_msg("refused: %s", error.message);
	}
	assert_string_equal(shown(&callback), row->returned);
	pgw_callback_free(&callback);
}

/* ---------------------------------------------------------------- values */

struct value_row {
	const char *label; /* the query, which is signed as it is */
	const char *returned;
};

static const struct value_row value_rows[] = {
	{"amount=0&status=0", "amount=i0 status=b0"},
	{"actionCode=-2007&avsCode=-1", "actionCode=i-2007 avsCode=i-1"},
	{"amount=9223372036854775807", "amount=i9223372036854775807"},
	{"amount=9223372036854775808", "amount=9223372036854775808"},
	{"amount=-9223372036854775808", "amount=i-9223372036854775808"},
	{"amount=99999999999999999999999", "amount=99999999999999999999999"},
	{"amount=007", "amount=007"},
	{"amount=-0", "amount=-0"},
	{"amount=1.5", "amount=1.5"},
	{"amount=1e3", "amount=1e3"},
	{"amount=", "amount="},
	{"amount=%2B5", "amount=+5"},
	{"currency=051&enabled=true&bx_paysystem_code=3", "bx_paysystem_code=3 currency=051 enabled=true"},
	{"operation=declinedCardpresent", "operation=declinedCardPresent"},
	{"operation=DEPOSITED", "operation=deposited"},
	{"operation=somethingNew", "operation=somethingNew"},
	{"mdOrder=a&mdorder=b&refNum=1&refnum=2", "mdOrder=a mdorder=b refNum=1 refnum=2"},
	{"orderDescription=Tea%3B+coffee", "orderDescription=Tea; coffee"},
	{"orderDescription=a%3Bb&orderNumber=1", "orderDescription=a;b orderNumber=1"},
	{"orderDescription=Tea%3Bsugar&orderNumber=A-17", "orderDescription=Tea;sugar orderNumber=A-17"},
	{"orderDescription=Tea%3Bsugar", "orderDescription=Tea;sugar"},
	{"orderDescription=%D0%A7%D0%B0%D0%B9%3B%D1%81%D0%B0%D1%85%D0%B0%D1%80%3B", "orderDescription=Чай;сахар;"},
	{"orderDescription=status", "orderDescription=status"},
	{"orderDescription=two%0Alines", "orderDescription=two\nlines"},
	{"orderDescription=100%25+of+it", "orderDescription=100% of it"},
	{"orderDescription=a%zz%4", "orderDescription=a%zz%4"},
	{"name", "name="},
	{"a=b=c", "a=b=c"},
	{"x.y=1&x-y=2&X=3", "X=3 x-y=2 x.y=1"},
};

/* The signed text of a query whose names are sorted. */
static void sign_query(struct pgw_buffer *signed_text, const char *query)
{
	struct pgw_text left = text_of(query);
	int digit;

	while (left.length > 0) {
		struct pgw_text pair = pgw_text_cut(&left, '&'), name = pgw_text_cut(&pair, '=');

		pgw_buffer_add(signed_text, name.at, name.length);
		pgw_buffer_add_byte(signed_text, ';');
		for (size_t i = 0; i < pair.length; i++) {
			char byte = pair.at[i] == '+' ? ' ' : pair.at[i];
			unsigned code;

			if (byte == '%' && sscanf(pair.at + i + 1, "%2x%n", &code, &digit) == 1 && digit == 2) {
				byte = (char)code;
				i += 2;
			}
			pgw_buffer_add_byte(signed_text, byte);
		}
		pgw_buffer_add_byte(signed_text, ';');
	}
}

/* In the order in which the names are returned. */
static int compare_pairs(const void *one, const void *other)
{
	return strcmp(*(const char *const *)one, *(const char *const *)other);
}

static char *sorted_query(const char *query)
{
	char *copy = strdup(query), *pairs[16], *sorted = calloc(1, strlen(query) + 2), *rest = copy;
	size_t count = 0;

	for (char *pair; (pair = strtok_r(rest, "&", &rest));) {
		pairs[count++] = pair;
	}
	qsort(pairs, count, sizeof(*pairs), compare_pairs);
	for (size_t i = 0; i < count; i++) {
		strcat(strcat(sorted, i ? "&" : ""), pairs[i]);
	}
	free(copy);
	return sorted;
}

static bool verify_signed(struct pgw_callback *callback, const char *query, struct pgw_error *error)
{
	struct pgw_buffer signed_text = {0}, received = {0};
	char *sorted = sorted_query(query);
	bool good;

	sign_query(&signed_text, sorted);
	free(sorted);
	pgw_buffer_add_text(&received, query);
	pgw_buffer_add_text(&received, "&checksum=");
	pgw_buffer_add_text(&received, sign("s", signed_text.at, signed_text.length));
	good = verify(callback, received.at, "s", NULL, error);
	pgw_buffer_free(&signed_text);
	pgw_buffer_free(&received);
	return good;
}

static void returns(void **state)
{
	const struct value_row *row = *state;
	struct pgw_callback callback;
	struct pgw_error error;

	if (!verify_signed(&callback, row->label, &error)) {
		fail_msg("refused: %s", error.message);
	}
	assert_string_equal(shown(&callback), row->returned);
	pgw_callback_free(&callback);
}

/* Refused although the checksum is right. */
static const struct value_row unusable_rows[] = {
	{"status=2", "callback: status is neither 0 nor 1"},
	{"status=true", "callback: status is neither 0 nor 1"},
	{"status=", "callback: status is neither 0 nor 1"},
	{"mdOrder=a%0Aforged", "callback: mdOrder contains a control character"},
	{"orderNumber=a%0Db", "callback: orderNumber contains a control character"},
	{"amount=5%00", "callback: amount contains a control character"},
	{"bindingId=%7F", "callback: bindingId contains a control character"},
	{"orderDescription=x%3Bstatus%3B1",
		"callback: orderDescription can be read in two ways: beside a semicolon it contains status"},
	{"orderDescription=x%3Bamount",
		"callback: orderDescription can be read in two ways: beside a semicolon it contains amount"},
	{"orderDescription=amount%3Bx",
		"callback: orderDescription can be read in two ways: beside a semicolon it contains amount"},
	{"cardholderName=A%3Bchecksum%3BB",
		"callback: cardholderName can be read in two ways: beside a semicolon it contains checksum"},
	{"a=1%3Bb%3B2", "callback: a can be read in two ways: beside a semicolon it contains what may be the name of "
					"another parameter"},
	{"a=1%3Bb&c=2", "callback: a can be read in two ways: beside a semicolon it contains what may be the name of "
					"another parameter"},
	{"orderDescription=Tea%3Bsugar&orderNumber=zeta&status=1",
		"callback: orderDescription can be read in two ways: beside a semicolon it contains what may be the name of "
		"another parameter"},
};

static void is_unusable(void **state)
{
	const struct value_row *row = *state;
	struct pgw_callback callback;
	struct pgw_error error;

	assert_false(verify_signed(&callback, row->label, &error));
	assert_int_equal(error.kind, PGW_ERROR_SIGNATURE);
	assert_string_equal(error.message, row->returned);
}

/* ---------------------------------------------------------------- refusals */

struct refusal {
	const char *label, *received, *secrets, *own;
	enum pgw_error_kind kind;
	const char *message;
};

#define DOES_NOT_FIT \
	"callback: the checksum does not fit: the parameters were changed on their way, the key is not the one that " \
	"signed " \
	"them, or a parameter of the shop's own address is not named in ownNames"
#define NAME \
	"callback: the name of a parameter is empty, is that of an array, or has other characters than printable ASCII " \
	"without spaces and semicolons"
#define REFUSED PGW_ERROR_SIGNATURE
#define WRONG   PGW_ERROR_ARGUMENT

static const struct refusal refusals[] = {
	{"no checksum", ORDER, SECRET, NULL, REFUSED,
		"callback: the checksum is missing; the bank signs if the merchant asks for it"},
	{"nothing", "", SECRET, NULL, REFUSED,
		"callback: the checksum is missing; the bank signs if the merchant asks for it"},
	{"an empty array", "{}", SECRET, NULL, REFUSED,
		"callback: the checksum is missing; the bank signs if the merchant asks for it"},
	{"a name in another case", ORDER "&Checksum=" CHECKSUM, SECRET, NULL, REFUSED,
		"callback: the checksum is missing; the bank signs if the merchant asks for it"},
	{"an empty checksum", ORDER "&checksum=", SECRET, NULL, REFUSED, "callback: the checksum is empty"},
	{"no hex", ORDER "&checksum=GAF2FB72CAB99FD5067F4BA493DD84F4D79C1589FDE8ED29622F0F07215AA972", SECRET, NULL,
		REFUSED, "callback: the checksum is not hexadecimal"},
	{"no ASCII", ORDER "&checksum=%D0%90AF2FB72CAB99FD5067F4BA493DD84F4D79C1589FDE8ED29622F0F07215AA97", SECRET, NULL,
		REFUSED, "callback: the checksum is not hexadecimal"},
	{"a digit too few", ORDER "&checksum=EAF2FB72CAB99FD5067F4BA493DD84F4D79C1589FDE8ED29622F0F07215AA97", SECRET, NULL,
		REFUSED, "callback: the checksum has 63 digits; HMAC-SHA256 has 64"},
	{"a byte too many", ORDER "&checksum=" CHECKSUM "00", SECRET, NULL, REFUSED,
		"callback: the checksum has 66 digits; HMAC-SHA256 has 64"},
	{"another checksum", ORDER "&checksum=DAF2FB72CAB99FD5067F4BA493DD84F4D79C1589FDE8ED29622F0F07215AA972", SECRET,
		NULL, REFUSED, DOES_NOT_FIT},
	{"only the checksum", "checksum=" CHECKSUM, SECRET, NULL, REFUSED, DOES_NOT_FIT},
	{"another secret", ORDER "&checksum=" CHECKSUM, "another", NULL, REFUSED, DOES_NOT_FIT},
	{"sorted without regard to case",
		"mdOrder=0f6c1a52-7b1e-7d0c-9a55-2f4400c3051a&operation=deposited&orderNumber=A-17&status=1&amount=5000"
		"&depositFlag=1&depositedAmount=5000&checksum=76BBB978737429D21C6DAFCCA20EF51A9F3B9B91FCFBAA66A6EB8A3420DC970C",
		"payer-facts-key-1", NULL, REFUSED, DOES_NOT_FIT},
	{"the shop's own, not named", ORDER "&wc-api=x&checksum=" CHECKSUM, SECRET, NULL, REFUSED, DOES_NOT_FIT},
	{"a repeated name", ORDER "&status=1&checksum=" CHECKSUM, SECRET, NULL, REFUSED,
		"callback: status occurs more than once"},
	{"a repeated checksum", ORDER "&checksum=" CHECKSUM "&checksum=" CHECKSUM, SECRET, NULL, REFUSED,
		"callback: checksum occurs more than once"},
	{"a name encoded in another way", ORDER "&%73tatus=1&checksum=" CHECKSUM, SECRET, NULL, REFUSED,
		"callback: status occurs more than once"},
	{"an array in a query", "status[]=1&checksum=" CHECKSUM, SECRET, NULL, REFUSED, NAME},
	{"no name", "=1&checksum=" CHECKSUM, SECRET, NULL, REFUSED, NAME},
	{"a semicolon in a name", "a%3Bb=1&checksum=" CHECKSUM, SECRET, NULL, REFUSED, NAME},
	{"a space in a name", "a+b=1&checksum=" CHECKSUM, SECRET, NULL, REFUSED, NAME},
	{"a name that is no ASCII", "%D0%90=1&checksum=" CHECKSUM, SECRET, NULL, REFUSED, NAME},
	{"a space in a name of an array", "{'a b':'1','checksum':'" CHECKSUM "'}", SECRET, NULL, REFUSED, NAME},
	{"a name of an array that is no ASCII", "{'Ж':'1','checksum':'" CHECKSUM "'}", SECRET, NULL, REFUSED, NAME},
	{"a list", "{'0':'1','':'2'}", SECRET, NULL, REFUSED, NAME},
	{"an array in an array", "{'status':['1'],'checksum':'" CHECKSUM "'}", SECRET, NULL, REFUSED,
		"callback: status is an array"},
	{"an object in an array", "{'status':{'a':'1'}}", SECRET, NULL, REFUSED, "callback: status is an array"},
	{"null", "{'status':null}", SECRET, NULL, REFUSED,
		"callback: status is null; a framework does that to an empty text, so pass the raw query or body"},
	{"an int", "{'status':1}", SECRET, NULL, REFUSED,
		"callback: status is not text; pass the raw query or body as it was received"},
	{"a bool as the checksum", "{'checksum':true}", SECRET, NULL, REFUSED,
		"callback: checksum is not text; pass the raw query or body as it was received"},
	{"no secrets", ORDER "&checksum=" CHECKSUM, "[]", NULL, WRONG, "secrets must not be empty"},
	{"an empty secret", ORDER "&checksum=" CHECKSUM, "", NULL, WRONG, "secrets must not be empty"},
	{"an empty secret in a list", ORDER "&checksum=" CHECKSUM, "['" SECRET "','']", NULL, WRONG,
		"secrets must not be empty"},
	{"a secret that is no text", ORDER "&checksum=" CHECKSUM, "[1]", NULL, WRONG, "secrets must hold only strings"},
	{"too many secrets", ORDER "&checksum=" CHECKSUM,
		"['1','2','3','4','5','6','7','8','9','10','11','12','13','14','15','16','17']", NULL, WRONG,
		"secrets holds more than 16"},
	{"a documented name as own", ORDER "&checksum=" CHECKSUM, SECRET, "['wc-api','amount']", WRONG,
		"ownNames must not contain amount, which is a parameter of the gateway"},
	{"the checksum as own", ORDER "&checksum=" CHECKSUM, SECRET, "['checksum']", WRONG,
		"ownNames must not contain checksum, which is a parameter of the gateway"},
	{"the alias as own", ORDER "&checksum=" CHECKSUM, SECRET, "['signAlias']", WRONG,
		"ownNames must not contain signAlias, which is a parameter of the gateway"},
	{"an own name that is no text", ORDER "&checksum=" CHECKSUM, SECRET, "[5]", WRONG,
		"ownNames must be a list of names"},
	{"an empty own name", ORDER "&checksum=" CHECKSUM, SECRET, "['']", WRONG, "ownNames must be a list of names"},
};

static void is_refused(void **state)
{
	const struct refusal *row = *state;
	struct pgw_callback callback;
	struct pgw_error error;

	assert_false(verify(&callback, row->received, row->secrets, row->own, &error));
	assert_int_equal(error.kind, row->kind);
	assert_string_equal(error.message, row->message);
	assert_lacks(error.message, SECRET);
	assert_lacks(error.message, CHECKSUM);
}

/* Wrong in the last digit only: it must not be sorted or compared by a part. */
static void each_digit_counts(void **state)
{
	char query[sizeof(ORDER "&checksum=" CHECKSUM)];
	struct pgw_callback callback;
	struct pgw_error error;

	(void)state;
	for (size_t i = sizeof(ORDER "&checksum=") - 1; i < sizeof(query) - 1; i++) {
		memcpy(query, ORDER "&checksum=" CHECKSUM, sizeof(query));
		query[i] = query[i] == '0' ? '1' : '0';
		assert_false(verify(&callback, query, SECRET, NULL, &error));
		assert_string_equal(error.message, DOES_NOT_FIT);
	}
}

static void json_is_not_signed(void **state)
{
	void *node = text_node("{\"mdOrder\":\"x\"}", 15), *secret = text_node(SECRET, strlen(SECRET));
	struct pgw_callback callback;
	struct pgw_error error;

	(void)state;
	assert_false(pgw_callback_verify_hmac(&callback, &pgw_json_tree, node, secret, NULL, &error));
	assert_int_equal(error.kind, PGW_ERROR_SIGNATURE);
	assert_string_equal(
		error.message, "callback: it is JSON, which is not signed; ask the gateway with confirmCallback()");
	pgw_json_free(node);
	pgw_json_free(secret);
}

static void own_parameters_are_left_out(void **state)
{
	const char *own = "['wc-api','a[]','p q']";
	struct pgw_callback callback;
	struct pgw_error error;

	(void)state;
	assert_true(
		verify(&callback, "wc-api=x&a[]=1&a[]=2&p+q=3&" ORDER "&wc-api=y&checksum=" CHECKSUM, SECRET, own, &error));
	assert_int_equal(callback.count, 4);
	pgw_callback_free(&callback);
	assert_true(verify(&callback,
		"{'wc-api':['x'],'status':'1','checksum':'" CHECKSUM "','orderNumber':'2003','operation':'approved',"
		"'mdOrder':'06cf5599-3f17-7c86-bdbc-bd7d00a8b38b'}",
		SECRET, own, &error));
	assert_int_equal(callback.count, 4);
	pgw_callback_free(&callback);
}

static void limits(void **state)
{
	struct pgw_buffer query = {0}, signed_text = {0};
	struct pgw_callback callback;
	struct pgw_error error;
	char pair[32];
	char *filler = repeat("x", PGW_CALLBACK_BYTES + 1);
	char *long_value;

	(void)state;
	for (int i = 0; i < PGW_CALLBACK_PARAMETERS - 1; i++) {
		snprintf(pair, sizeof(pair), "p%03d=%d&", i, i);
		pgw_buffer_add_text(&query, pair);
		snprintf(pair, sizeof(pair), "p%03d;%d;", i, i);
		pgw_buffer_add_text(&signed_text, pair);
	}
	pgw_buffer_add_text(&query, "checksum=");
	pgw_buffer_add_text(&query, sign("s", signed_text.at, signed_text.length));
	assert_true(verify(&callback, query.at, "s", NULL, &error));
	assert_int_equal(callback.count, PGW_CALLBACK_PARAMETERS - 1);
	pgw_callback_free(&callback);
	pgw_buffer_add_text(&query, "&one=more");
	assert_false(verify(&callback, query.at, "s", NULL, &error));
	assert_string_equal(error.message, "callback: it has more than 256 parameters");

	assert_false(verify(&callback, filler, "s", NULL, &error));
	assert_string_equal(error.message, "callback: it is longer than 65536 bytes");
	assert_true(asprintf(&long_value, "{\"orderDescription\":\"%s\"}", filler) > 0);
	assert_false(verify(&callback, long_value, "s", NULL, &error));
	assert_string_equal(error.message, "callback: it is longer than 65536 bytes");
	free(long_value);
	free(filler);
	pgw_buffer_free(&query);
	pgw_buffer_free(&signed_text);
}

/* A table that is not sorted would not find what it holds. */
static void table_is_sorted(void **state)
{
	size_t count;
	const struct pgw_callback_row *rows = pgw_callback_rows(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		assert_true(i == 0 || strcmp(rows[i - 1].name, rows[i].name) < 0);
		assert_ptr_equal(pgw_callback_row_find(text_of(rows[i].name)), &rows[i]);
	}
	assert_null(pgw_callback_row_find(text_of("amoun")));
	assert_null(pgw_callback_row_find(text_of("amounts")));
	assert_null(pgw_callback_row_find(text_of("Amount")));
	assert_null(pgw_callback_row_find((struct pgw_text){"amount\0", 7}));
}

/* ---------------------------------------------------------------- RSA */

#define RSA_ORDER "amount=35000099&mdOrder=12b59da8-f68f-7c8d-12b5-9da8000826ea&operation=deposited&status=1"
/* A certificate that expired in 2018. */
static const char certificate_1024[] =
	"-----BEGIN CERTIFICATE-----\n"
	"MIICcTCCAdqgAwIBAgIGAWAnZt3aMA0GCSqGSIb3DQEBCwUAMHwxIDAeBgkqhkiG9w0BCQEWEWt6bnRlc3RAeWFuZGV4LnJ1MQswCQYDVQQGEwJS\n"
	"VTESMBAGA1UECBMJVGF0YXJzdGFuMQ4wDAYDVQQHEwVLYXphbjEMMAoGA1UEChMDUkJTMQswCQYDVQQLEwJRQTEMMAoGA1UEAxMDUkJTMB4XDTE3\n"
	"MTIwNTE2MDEyMFoXDTE4MTIwNTE2MDExOVowfDEgMB4GCSqGSIb3DQEJARYRa3pudGVzdEB5YW5kZXgucnUxCzAJBgNVBAYTAlJVMRIwEAYDVQQI\n"
	"EwlUYXRhcnN0YW4xDjAMBgNVBAcTBUthemFuMQwwCgYDVQQKEwNSQlMxCzAJBgNVBAsTAlFBMQwwCgYDVQQDEwNSQlMwgZ8wDQYJKoZIhvcNAQEB\n"
	"BQADgY0AMIGJAoGBAJNgxgtWRFe8zhF6FE1C8s1t/dnnC8qzNN+uuUOQ3hBx1CHKQTEtZFTiCbNLMNkgWtJ/CRBBiFXQbyza0/Ks7FRgSD52qFYU\n"
	"V05zRjLLoEyzG6LAfihJwTEPddNxBNvCxqdBeVdDThG81zC0DiAhMeSwvcPCtejaDDSEYcQBLLhDAgMBAAEwDQYJKoZIhvcNAQELBQADgYEAfRP5\n"
	"4xwuGLW/Cg08ar6YqhdFNGq5TgXMBvQGQfRvL7W6oH67PcvzgvzN8XCL56dcpB7S8ek6NGYfPQ4K2zhgxhxpFEDHPcgU4vswnhhWbGVMoVgmTA0h\n"
	"Ekwq86CA5ZXJkJm6f3E/J6lYoPQaKatKF24706T6iH2htG4BkjregUA=\n"
	"-----END CERTIFICATE-----\n";
#define SIGNATURE_1024 \
	"163BD9FAE437B5DCDAAC4EB5ECEE5E533DAC7BD2C8947B0719F7A8BD17C101EBDBEACDB295C10BF041E903AF3FF1E6101FF7DB9BD024C627" \
	"2912" \
	"D86382090D5A7614E174DC034EBBB541435C80869CEED1F1E1710B71D6EE7F52AE354505A83A1E279FBA02572DC4661C1D75ABF5A7130B70" \
	"306C" \
	"AFA69DABC2F6200A698198F8"
static const char key_2048[] =
	"-----BEGIN PUBLIC KEY-----\n"
	"MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwtuGKbQ4WmfdV1gjWWys5jyHKTWXnxX3zVa5/Cx5aKwJpOsjrXnHh6l8bOPQ6Sgj3iSe\n"
	"KJ9plZ3i7rPjkfmwqUOJ1eLU5NvGkVjOgyi11aUKgEKwS5Iq5HZvXmPLzu+U22EUCTQwjBqnE/Wf0hnIwYABDgc0fJeJJAHYHMBcJXTuxF8DmDf4\n"
	"DpbLrQ2bpGaCPKcX+04POS4zVLVCHF6N6gYtM7U2QXYcTMTGsAvmIqSj1vddGwvNGeeUVoPbo6enMBbvZgjN5p6j3ItTziMbVba3m/u7bU1dOG2/\n"
	"79UpGAGR10qEFHiOqS6WpO7CuIR2tL9EznXRc7D9JZKwGfoY/QIDAQAB\n"
	"-----END PUBLIC KEY-----\n";
#define SIGNATURE_2048 \
	"9524FD765FB1BABFB1F42E4BC6EF5A4B07BAA3F9C809098ACBB462618A9327539F975FEDB4CF6EC1556FF88BA74774342AF4F5B51BA63903" \
	"BE96" \
	"47C670EBD962467282955BD1D57B16935C956864526810870CD32967845EBABE1C6565C03F94FF66907CEDB54669A1C74AC1AD6E39B67FA7" \
	"EF6D" \
	"305A007A474F03B80FD6C965656BEAA74E09BB1189F4B32E622C903DC52843C454B7ACF76D6F76324C27767DE2FF6E7217716C19C530CA75" \
	"51DB" \
	"58268CC815638C30F3BCA3270E1FD44F63C14974B108E65C20638ECE2F2D752F32742FFC5077415102706FA5235D310D4948A780B08D1B75" \
	"C898" \
	"3F22F211DFCBF14435F262ADDA6A97BFEB6D332C3D51010B"

/* The PEMs are at most two, the second may be NULL. */
static bool verify_rsa(struct pgw_callback *callback, const char *query, const char *pem, const char *second,
	const char *digest, struct pgw_error *error)
{
	void *node = text_node(query, strlen(query)), *pems;
	struct pgw_buffer json = {0};
	bool good;

	pgw_buffer_add_text(&json, "[");
	pgw_buffer_add_quoted(&json, pem, strlen(pem));
	if (second) {
		pgw_buffer_add_text(&json, ",");
		pgw_buffer_add_quoted(&json, second, strlen(second));
	}
	pgw_buffer_add_text(&json, "]");
	pems = pgw_json_parse((struct pgw_text){json.at, json.length}, 8);
	*error = (struct pgw_error){0};
	good = pgw_callback_verify_rsa(callback, &pgw_json_tree, node, pems, text_of(digest), NULL, error);
	pgw_json_free(pems);
	pgw_json_free(node);
	pgw_buffer_free(&json);
	return good;
}

static void rsa_vectors(void **state)
{
	static const struct {
		const char *query, *pem, *second;
	} good[] = {
		{RSA_ORDER "&checksum=" SIGNATURE_1024 "&sign_alias=SHA-256+with+RSA", certificate_1024, NULL},
		{RSA_ORDER "&checksum=" SIGNATURE_2048, key_2048, NULL},
		{"status=1&checksum=" SIGNATURE_2048
		 "&operation=deposited&amount=35000099&mdOrder=12b59da8-f68f-7c8d-12b5-9da8000826ea",
			certificate_1024, key_2048},
		{RSA_ORDER "&checksum=" SIGNATURE_1024, certificate_1024, key_2048},
	};
	struct pgw_callback callback;
	struct pgw_error error;

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		if (!verify_rsa(&callback, good[i].query, good[i].pem, good[i].second, i % 2 ? "SHA512" : "sha512", &error)) {
			fail_msg("%zu refused: %s", i, error.message);
		}
		assert_string_equal(shown(&callback),
			"amount=i35000099 mdOrder=12b59da8-f68f-7c8d-12b5-9da8000826ea operation=deposited status=b1");
		pgw_callback_free(&callback);
	}
	assert_false(verify_rsa(&callback, RSA_ORDER "&checksum=" SIGNATURE_2048, key_2048, NULL, "sha256", &error));
	assert_string_equal(error.message, DOES_NOT_FIT);
	assert_false(verify_rsa(&callback, RSA_ORDER "0&checksum=" SIGNATURE_2048, key_2048, NULL, "sha512", &error));
	assert_string_equal(error.message, "callback: status is neither 0 nor 1");
	assert_false(verify_rsa(&callback, "x=y&" RSA_ORDER "&checksum=" SIGNATURE_2048, key_2048, NULL, "sha512", &error));
	assert_string_equal(error.message, DOES_NOT_FIT);
	assert_false(
		verify_rsa(&callback, RSA_ORDER "&checksum=" SIGNATURE_2048, certificate_1024, NULL, "sha512", &error));
	assert_string_equal(error.message, "callback: the checksum has 512 digits; a signature by the bank's key has 256");
	assert_false(verify_rsa(&callback, RSA_ORDER "&checksum=" CHECKSUM, key_2048, NULL, "sha512", &error));
	assert_string_equal(error.message, "callback: the checksum has 64 digits; a signature by the bank's key has 512");
}

/* ---------------------------------------------------------------- keys made here */

static EVP_PKEY *new_key(int type, int bits, int curve)
{
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(type, NULL);
	EVP_PKEY *key = NULL;

	assert_int_equal(EVP_PKEY_keygen_init(context), 1);
	if (bits) {
		assert_int_equal(EVP_PKEY_CTX_set_rsa_keygen_bits(context, bits), 1);
	}
	if (curve) {
		assert_int_equal(EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, curve), 1);
	}
	assert_int_equal(EVP_PKEY_keygen(context, &key), 1);
	EVP_PKEY_CTX_free(context);
	return key;
}

/* The PEM that `write` makes, freed by the caller. */
static char *pem_of(EVP_PKEY *key, bool private_key)
{
	BIO *bio = BIO_new(BIO_s_mem());
	char *at, *copy;
	long length;

	assert_int_equal(
		private_key ? PEM_write_bio_PrivateKey(bio, key, NULL, NULL, 0, NULL, NULL) : PEM_write_bio_PUBKEY(bio, key),
		1);
	length = BIO_get_mem_data(bio, &at);
	copy = strndup(at, (size_t)length);
	BIO_free(bio);
	return copy;
}

/* PKCS#1, which openssl writes with -RSAPublicKey_out. */
static char *pkcs1_of(EVP_PKEY *key)
{
	unsigned char *der = NULL;
	int length = i2d_PublicKey(key, &der);
	BIO *bio = BIO_new(BIO_s_mem());
	char *at, *copy;

	assert_true(length > 0);
	assert_true(PEM_write_bio(bio, PEM_STRING_RSA_PUBLIC, "", der, length) > 0);
	length = (int)BIO_get_mem_data(bio, &at);
	copy = strndup(at, (size_t)length);
	OPENSSL_free(der);
	BIO_free(bio);
	return copy;
}

static char *signed_query(EVP_PKEY *key, const EVP_MD *digest)
{
	static const char text[] = "amount;5;status;1;";
	unsigned char signature[512];
	size_t length = sizeof(signature);
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	char *query = malloc(64 + 2 * sizeof(signature));
	int at = sprintf(query, "status=1&amount=5&checksum=");

	assert_int_equal(EVP_DigestSignInit(context, NULL, digest, NULL, key), 1);
	assert_int_equal(EVP_DigestSign(context, signature, &length, (const unsigned char *)text, strlen(text)), 1);
	EVP_MD_CTX_free(context);
	for (size_t i = 0; i < length; i++) {
		at += sprintf(query + at, "%02x", signature[i]);
	}
	return query;
}

static void digests_and_pkcs1(void **state)
{
	static const struct {
		const char *name;
		const EVP_MD *(*digest)(void);
	} digests[] = {{"sha256", EVP_sha256}, {"sha384", EVP_sha384}, {"sha512", EVP_sha512}};
	EVP_PKEY *key = new_key(EVP_PKEY_RSA, 2048, 0);
	char *pem = pem_of(key, false), *pkcs1 = pkcs1_of(key);
	struct pgw_callback callback;
	struct pgw_error error;

	(void)state;
	for (size_t i = 0; i < COUNT(digests); i++) {
		char *query = signed_query(key, digests[i].digest());

		for (size_t j = 0; j < COUNT(digests); j++) {
			bool good = verify_rsa(&callback, query, j % 2 ? pem : pkcs1, NULL, digests[j].name, &error);

			assert_int_equal(good, i == j);
			if (good) {
				pgw_callback_free(&callback);
			} else {
				assert_string_equal(error.message, DOES_NOT_FIT);
			}
		}
		free(query);
	}
	free(pem);
	free(pkcs1);
	EVP_PKEY_free(key);
}

static void assert_pem_refused(const char *pem, const char *digest, const char *message)
{
	struct pgw_callback callback;
	struct pgw_error error;

	assert_false(verify_rsa(&callback, RSA_ORDER "&checksum=" SIGNATURE_2048, key_2048, pem, digest, &error));
	assert_int_equal(error.kind, PGW_ERROR_ARGUMENT);
	assert_string_equal(error.message, message);
}

static void keys_that_are_refused(void **state)
{
	EVP_PKEY *rsa = new_key(EVP_PKEY_RSA, 2048, 0), *ec = new_key(EVP_PKEY_EC, 0, NID_X9_62_prime256v1);
	EVP_PKEY *small = new_key(EVP_PKEY_RSA, 768, 0), *pss = new_key(EVP_PKEY_RSA_PSS, 2048, 0);
	char *private_key = pem_of(rsa, true), *ec_key = pem_of(ec, false), *ec_private = pem_of(ec, true);
	char *small_key = pem_of(small, false), *pss_key = pem_of(pss, false), *both;

	(void)state;
	assert_pem_refused(private_key, "sha512",
		"pems holds a private key: give the public key or the certificate that the bank supplied");
	assert_pem_refused(ec_private, "sha512",
		"pems holds a private key: give the public key or the certificate that the bank supplied");
	assert_pem_refused(ec_key, "sha512", "pems holds a key of another kind than RSA");
	assert_pem_refused(pss_key, "sha512", "pems holds a key of another kind than RSA");
	assert_pem_refused(small_key, "sha512", "pems holds an RSA key of 768 bits, fewer than 1024");
	assert_pem_refused("", "sha512", "pems must not be empty");
	assert_pem_refused("/etc/bank.pem", "sha512", "pems holds a text that is not PEM");
	assert_pem_refused("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", "sha512",
		"pems holds a public key that cannot be read");
	assert_pem_refused("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "sha512",
		"pems holds a certificate that cannot be read");
	assert_pem_refused("-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n", "sha512",
		"pems holds something else than a public key or a certificate");
	assert_pem_refused(key_2048, "md5", "digest must be sha512, sha384 or sha256");
	assert_pem_refused(key_2048, "", "digest must be sha512, sha384 or sha256");
	assert_true(asprintf(&both, "%s%s", certificate_1024, key_2048) > 0);
	assert_pem_refused(both, "sha512",
		"pems holds a text with several keys or certificates: give the bank's alone, or a list of texts");
	free(both);
	free(private_key);
	free(ec_key);
	free(ec_private);
	free(small_key);
	free(pss_key);
	EVP_PKEY_free(rsa);
	EVP_PKEY_free(ec);
	EVP_PKEY_free(small);
	EVP_PKEY_free(pss);
}

/* ---------------------------------------------------------------- unsigned callbacks */

struct hint_row {
	const char *label;       /* what was received: raw text, or JSON in a text after "text:" */
	const char *id, *number; /* NULL: refused; NULL: none */
	const char *message;
};

#define ID "0b5d1f5e-0000-4000-8000-a1b2c3d4e5f6"
static const struct hint_row hint_rows[] = {
	{"{'mdOrder':'" ID "','orderNumber':'A-17','operation':'deposited','status':1}", ID, "A-17", NULL},
	{"{'mdOrder':'" ID "','orderNumber':17,'additionalParams':{'phone':'+7'}}", ID, "17", NULL},
	{"{'mdOrder':'" ID "','orderNumber':null}", ID, NULL, NULL},
	{"text: {\"mdOrder\":\"" ID "\",\"orderNumber\":\"A-17\",\"status\":\"1\"}", ID, "A-17", NULL},
	{"text:mdOrder=" ID "&orderNumber=A%2D17&status=1&checksum=zz", ID, "A-17", NULL},
	{"text:mdOrder=" ID, ID, NULL, NULL},
	{"{'bindingId':'x','clientId':'y','operation':'bindingCreated'}", NULL, NULL,
		"callback: it has no mdOrder; only what it says of an order can be confirmed"},
	{"text:status=1", NULL, NULL, "callback: it has no mdOrder; only what it says of an order can be confirmed"},
	{"text:", NULL, NULL, "callback: it has no mdOrder; only what it says of an order can be confirmed"},
	{"[]", NULL, NULL, "callback: it has no mdOrder; only what it says of an order can be confirmed"},
	{"{'mdOrder':null}", NULL, NULL, "callback: it has no mdOrder; only what it says of an order can be confirmed"},
	{"{'mdOrder':5}", NULL, NULL, "callback: mdOrder is not the id of an order"},
	{"{'mdOrder':['" ID "']}", NULL, NULL, "callback: mdOrder is not the id of an order"},
	{"{'mdOrder':''}", NULL, NULL, "callback: mdOrder is not the id of an order"},
	{"{'mdOrder':'a b'}", NULL, NULL, "callback: mdOrder is not the id of an order"},
	{"{'mdOrder':'" ID "0'}", NULL, NULL, "callback: mdOrder is not the id of an order"},
	{"text:mdOrder=a%0Ab", NULL, NULL, "callback: mdOrder is not the id of an order"},
	{"text:mdOrder=" ID "&mdOrder=" ID, NULL, NULL, "callback: mdOrder occurs more than once"},
	{"{'mdOrder':'" ID "','orderNumber':['1']}", NULL, NULL, "callback: orderNumber is not text"},
	{"{'mdOrder':'" ID "','orderNumber':true}", NULL, NULL, "callback: orderNumber is not text"},
	{"text:{\"mdOrder\":", NULL, NULL, "callback: it is not a JSON object that can be read"},
	{"text:{} x", NULL, NULL, "callback: it is not a JSON object that can be read"},
};

static void hints(void **state)
{
	const struct hint_row *row = *state;
	bool raw = strncmp(row->label, "text:", 5) == 0;
	void *node = raw ? text_node(row->label + 5, strlen(row->label) - 5) : node_of_json(row->label);
	struct pgw_callback_hint hint;
	struct pgw_error error = {0};
	bool good = pgw_callback_hint_read(&hint, &pgw_json_tree, node, &error);

	pgw_json_free(node);
	assert_int_equal(good, row->id != NULL);
	if (!good) {
		assert_int_equal(error.kind, PGW_ERROR_SIGNATURE);
		assert_string_equal(error.message, row->message);
		return;
	}
	assert_string_equal(hint.order_id, row->id);
	assert_int_equal(hint.has_number, row->number != NULL);
	if (row->number) {
		assert_int_equal(hint.number_length, strlen(row->number));
		assert_memory_equal(hint.order_number, row->number, hint.number_length);
	}
}

struct fit_row {
	const char *label; /* the reply */
	const char *number;
	bool fits;
};

static const struct fit_row fit_rows[] = {
	{"{'orderNumber':'A-17','orderStatus':2}", "A-17", true},
	{"{'orderNumber':17}", "17", true},
	{"{'orderNumber':'A-17'}", NULL, true},
	{"{}", NULL, true},
	{"{'orderNumber':'A-18'}", "A-17", false},
	{"{'orderNumber':'A-1'}", "A-17", false},
	{"{'orderNumber':'a-17'}", "A-17", false},
	{"{'orderNumber':'A-17'}", "", false},
	{"{'orderNumber':null}", "A-17", false},
	{"{'orderStatus':2}", "A-17", false},
};

static void fits(void **state)
{
	const struct fit_row *row = *state;
	struct pgw_callback_hint hint = {.has_number = row->number != NULL};
	void *node = node_of_json(row->label);
	struct pgw_error error = {0};

	if (row->number) {
		hint.number_length = strlen(row->number);
		memcpy(hint.order_number, row->number, hint.number_length);
	}
	assert_int_equal(pgw_callback_hint_fits(&hint, &pgw_json_tree, node, &error), row->fits);
	if (!row->fits) {
		assert_int_equal(error.kind, PGW_ERROR_SIGNATURE);
		assert_string_equal(
			error.message, "callback: its orderNumber is not that of the order which its mdOrder names");
	}
	pgw_json_free(node);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_digit_counts),
		cmocka_unit_test(json_is_not_signed),
		cmocka_unit_test(own_parameters_are_left_out),
		cmocka_unit_test(limits),
		cmocka_unit_test(table_is_sorted),
		cmocka_unit_test(rsa_vectors),
		cmocka_unit_test(digests_and_pkcs1),
		cmocka_unit_test(keys_that_are_refused),
	};
	int failed = cmocka_run_group_tests_name("callbacks", tests, NULL, NULL);

	failed += RUN_ROWS("callbacks: vectors", vectors, verifies);
	failed += RUN_ROWS("callbacks: values", value_rows, returns);
	failed += RUN_ROWS("callbacks: values that are refused", unusable_rows, is_unusable);
	failed += RUN_ROWS("callbacks: refusals", refusals, is_refused);
	failed += RUN_ROWS("callbacks: hints", hint_rows, hints);
	failed += RUN_ROWS("callbacks: order numbers", fit_rows, fits);
	return failed != 0;
}
