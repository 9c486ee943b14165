/* A client: base URI, credentials, options, and what may be shown of it. */
#include "fixture.h"

#include "account.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---------------------------------------------------------------- the base URI */

struct based {
	const char *label;    /* the URI as given */
	const char *base_uri; /* as kept; NULL: refused */
	const char *part;     /* of the message */
};

static const struct based based_rows[] = {
	{"https://3dsec.berekebank.kz/payment/", "https://3dsec.berekebank.kz/payment/", NULL},
	{"https://3dsec.berekebank.kz/payment", "https://3dsec.berekebank.kz/payment/", NULL},
	{"https://h", "https://h/", NULL},
	{"https://h:8443/payment/", "https://h:8443/payment/", NULL},
	{"HTTPS://h/payment/", "https://h/payment/", NULL},
	{"https://h/a/b/payment/", "https://h/a/b/payment/", NULL},
	{"https://[2001:db8::1]/payment/", "https://[2001:db8::1]/payment/", NULL},
	{"https://h/restaurant/", "https://h/restaurant/", NULL},
	{"http://127.0.0.1/payment/", "http://127.0.0.1/payment/", NULL},
	{"http://127.255.0.9:8080/payment", "http://127.255.0.9:8080/payment/", NULL},
	{"http://localhost:8080/payment/", "http://localhost:8080/payment/", NULL},
	{"http://LOCALHOST/payment/", "http://LOCALHOST/payment/", NULL},
	{"http://[::1]:8080/payment/", "http://[::1]:8080/payment/", NULL},
	{"http://h/payment/", NULL, "loopback"},
	{"http://128.0.0.1/payment/", NULL, "loopback"},
	{"http://10.0.0.1/payment/", NULL, "loopback"},
	{"http://0.0.0.0/payment/", NULL, "loopback"},
	{"http://localhost.evil.example/payment/", NULL, "loopback"},
	{"http://127.0.0.1.evil.example/payment/", NULL, "loopback"},
	{"http://[::2]/payment/", NULL, "loopback"},
	{"http://[::]/payment/", NULL, "loopback"},
	{"http://evil.example#@127.0.0.1/payment/", NULL, "baseUri"},
	{"http://127.0.0.1@evil.example/payment/", NULL, "user name"},
	{"ftp://h/payment/", NULL, "https"},
	{"file:///payment/", NULL, "baseUri"},
	{"javascript:alert(1)", NULL, "baseUri"},
	{"", NULL, "absolute"},
	{"h/payment/", NULL, "absolute"},
	{"/payment/", NULL, "absolute"},
	{"//h/payment/", NULL, "absolute"},
	{"https://", NULL, "absolute"},
	{"https:///payment/", NULL, "absolute"},
	{" https://h/payment/", NULL, "absolute"},
	{"https://h/pay ment/", NULL, "absolute"},
	{"https://h:99999/payment/", NULL, "absolute"},
	{"https://u:" PASSWORD "@h/payment/", NULL, "userName and password"},
	{"https://u@h/payment/", NULL, "userName and password"},
	{"https://h/payment/?a=b", NULL, "query"},
	{"https://h/payment/?", NULL, "query"},
	{"https://h/payment/#a", NULL, "fragment"},
	{"https://h/payment/#", NULL, "fragment"},
	{"https://h/payment/rest/", NULL, "before rest/"},
	{"https://h/payment/rest", NULL, "before rest/"},
	{"https://h/payment/REST/", NULL, "before rest/"},
};

static struct pgw_client *create(const char *base_uri, const char *options, struct pgw_error *error)
{
	void *node = node_of_json(options);
	struct pgw_client *client = pgw_client_create(NULL, text_of(base_uri), text_of(USER_NAME), text_of(PASSWORD),
		text_of(NULL), NULL, &pgw_json_tree, node, error);

	pgw_json_free(node);
	return client;
}

static void checks_base_uris(void **state)
{
	const struct based *row = *state;
	struct pgw_error error = {.message = ""};
	struct pgw_client *client = create(row->label, NULL, &error);

	assert_int_equal(client != NULL, row->base_uri != NULL);
	if (client) {
		assert_string_equal(pgw_client_show(client).base_uri, row->base_uri);
	} else {
		assert_int_equal(error.kind, PGW_ERROR_ARGUMENT);
		assert_holds(error.message, "baseUri");
		assert_holds(error.message, row->part);
		assert_lacks(error.message, PASSWORD);
	}
	pgw_client_free(client);
}

static void base_uri_with_a_zero_byte(void **state)
{
	struct pgw_error error;

	(void)state;
	assert_null(pgw_client_create(NULL, (struct pgw_text)PGW_TEXT("https://h/payment/\0.evil"), text_of(USER_NAME),
		text_of(PASSWORD), text_of(NULL), NULL, &pgw_json_tree, NULL, &error));
	assert_holds(error.message, "baseUri");
}

/* ---------------------------------------------------------------- credentials */

struct accredited {
	const char *label;
	const char *user_name, *password, *token; /* NULL: not given */
	const char *part;                         /* of the message; NULL: good */
};

static const struct accredited accredited_rows[] = {
	{"user and password", "u", "p", NULL, NULL},
	{"token", NULL, NULL, "t", NULL},
	{"UTF-8", "\xC3\xA9", "\xE2\x82\xAC", NULL, NULL},
	{"none", NULL, NULL, NULL, "credentials are missing"},
	{"only user", "u", NULL, NULL, "password is missing"},
	{"only password", NULL, "p", NULL, "userName is missing"},
	{"all", "u", "p", "t", "not both"},
	{"user and token", "u", NULL, "t", "not both"},
	{"password and token", NULL, "p", "t", "not both"},
	{"empty user and token", "", NULL, "t", "not both"},
	{"empty user", "", "p", NULL, "userName must have"},
	{"empty password", "u", "", NULL, "password must have"},
	{"empty token", NULL, NULL, "", "token must have"},
	{"user not UTF-8", "\xFF", "p", NULL, "userName must have"},
	{"password not UTF-8", "u", "\xC3", NULL, "password must have"},
	{"token not UTF-8", NULL, NULL, "\xC3", "token must have"},
};

static void checks_credentials(void **state)
{
	const struct accredited *row = *state;
	struct pgw_error error = {.message = ""};
	struct pgw_client *client = pgw_client_create(NULL, text_of(BASE_URI), text_of(row->user_name),
		text_of(row->password), text_of(row->token), NULL, &pgw_json_tree, NULL, &error);

	assert_int_equal(client != NULL, row->part == NULL);
	if (!client) {
		assert_int_equal(error.kind, PGW_ERROR_ARGUMENT);
		assert_holds(error.message, row->part);
	}
	pgw_client_free(client);
}

static void credentials_have_lengths(void **state)
{
	static const size_t longest[] = {100, 200, 256};

	(void)state;
	for (size_t i = 0; i < COUNT(longest); i++) {
		for (size_t over = 0; over < 2; over++) {
			char *text = repeat("\xC3\xA9", longest[i] + over);
			struct pgw_text given = text_of(text), other = text_of("x"), none = text_of(NULL);
			struct pgw_error error;
			struct pgw_client *client = pgw_client_create(NULL, text_of(BASE_URI),
				i == 0   ? given
				: i == 1 ? other
						 : none,
				i == 1   ? given
				: i == 0 ? other
						 : none,
				i == 2 ? given : none, NULL, &pgw_json_tree, NULL, &error);

			assert_int_equal(client != NULL, over == 0);
			pgw_client_free(client);
			free(text);
		}
	}
}

static void credentials_are_encoded(void **state)
{
	struct pgw_error error;
	struct pgw_client *client = pgw_client_create(NULL, text_of(BASE_URI), text_of("a-api"), text_of("p&w=d +%"),
		text_of(NULL), NULL, &pgw_json_tree, NULL, &error);
	struct built built;

	(void)state;
	build_any(&built, client, "refund");
	assert_string_equal(built.request.body.at, "userName=a-api&password=p%26w%3Dd%20%2B%25&orderId=id-1&amount=100");
	built_free(&built);
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- options */

struct optioned {
	const char *label;
	const char *options;
	const char *part; /* of the message; NULL: good */
};

static const struct optioned optioned_rows[] = {
	{"none", "{}", NULL},
	{"nulls", "{'timeout':null,'caFile':null,'proxy':null,'language':null,'extraParameters':null}", NULL},
	{"timeout int", "{'timeout':1}", NULL},
	{"timeout float", "{'timeout':0.001}", NULL},
	{"timeout of a day", "{'timeout':86400}", NULL},
	{"timeout 0", "{'timeout':0}", "option timeout"},
	{"timeout tiny", "{'timeout':0.0009}", "option timeout"},
	{"timeout negative", "{'timeout':-1}", "option timeout"},
	{"timeout long", "{'timeout':86401}", "option timeout"},
	{"timeout INT64_MAX", "{'timeout':9223372036854775807}", "option timeout"},
	{"timeout infinite", "{'timeout':1e999}", "option timeout"},
	{"timeout NaN", "{'timeout':NaN}", "option timeout"},
	{"timeout text", "{'timeout':'30'}", "option timeout"},
	{"timeout bool", "{'timeout':true}", "option timeout"},
	{"connectTimeout", "{'connectTimeout':2.5}", NULL},
	{"connectTimeout 0", "{'connectTimeout':0}", "option connectTimeout"},
	{"connectTimeout list", "{'connectTimeout':[1]}", "option connectTimeout"},
	{"caFile", "{'caFile':'/dev/null'}", NULL},
	{"caFile missing", "{'caFile':'/does/not/exist.pem'}", "option caFile: the file cannot be read"},
	{"caFile empty", "{'caFile':''}", "option caFile"},
	{"caFile zero byte", "{'caFile':'/dev/null\\u0000'}", "option caFile"},
	{"caFile int", "{'caFile':1}", "option caFile"},
	{"proxy", "{'proxy':'http://proxy.example:3128'}", NULL},
	{"proxy without a scheme", "{'proxy':'proxy.example:3128'}", NULL},
	{"proxy SOCKS", "{'proxy':'socks5h://proxy.example:1080'}", NULL},
	{"proxy empty", "{'proxy':''}", "option proxy"},
	{"proxy with a space", "{'proxy':'http://a b/'}", "option proxy"},
	{"proxy bad port", "{'proxy':'http://a:99999/'}", "option proxy"},
	{"proxy int", "{'proxy':3128}", "option proxy"},
	{"ipResolve v4", "{'ipResolve':'v4'}", NULL},
	{"ipResolve v6", "{'ipResolve':'v6'}", NULL},
	{"ipResolve V4", "{'ipResolve':'V4'}", "option ipResolve"},
	{"ipResolve 4", "{'ipResolve':4}", "option ipResolve"},
	{"language", "{'language':'en'}", NULL},
	{"language three", "{'language':'eng'}", "option language"},
	{"language one", "{'language':'e'}", "option language"},
	{"language digits", "{'language':'12'}", "option language"},
	{"language UTF-8", "{'language':'\xC3\xA9'}", "option language"},
	{"currency", "{'currency':'643'}", NULL},
	{"currency letters", "{'currency':'rub'}", NULL},
	{"currency int", "{'currency':51}", NULL},
	{"currency of no name", "{'currency':'RUR'}", "option currency"},
	{"currency float", "{'currency':643.5}", "option currency"},
	{"currency empty", "{'currency':''}", NULL},
	{"language locale", "{'language':'ru_RU'}", NULL},
	{"language empty", "{'language':''}", NULL},
	{"currency four", "{'currency':'6433'}", "option currency"},
	{"extraParameters", "{'extraParameters':true}", NULL},
	{"extraParameters int", "{'extraParameters':1}", "option extraParameters"},
	{"dialect classic", "{'dialect':'classic'}", NULL},
	{"dialect sberbank", "{'dialect':'sberbank'}", NULL},
	{"dialect null", "{'dialect':null}", NULL},
	{"dialect in capitals", "{'dialect':'Sberbank'}", "'classic' or 'sberbank'"},
	{"dialect empty", "{'dialect':''}", "option dialect"},
	{"dialect with a zero byte", "{'dialect':'classic\\u0000'}", "option dialect"},
	{"dialect int", "{'dialect':1}", "option dialect"},
	{"dialect list", "{'dialect':['classic']}", "option dialect"},
	{"timezone is the caller's", "{'timezone':{'any':[1]}}", NULL},
	{"dialect, nearly", "{'dialekt':'classic'}", "did you mean dialect?"},
	{"timezone, nearly", "{'timeZone':'UTC'}", "did you mean timezone?"},
	{"unknown", "{'zzzzzzzzzzz':1}", "unknown option; the options are: timeout, connectTimeout,"},
	{"unknown null", "{'zzzzzzzzzzz':null}", "unknown option; the options are: timeout, connectTimeout,"},
	{"nearly", "{'timeuot':1}", "did you mean timeout?"},
	{"other case", "{'cafile':'x'}", "did you mean caFile?"},
};

static void checks_options(void **state)
{
	const struct optioned *row = *state;
	struct pgw_error error = {.message = ""};
	struct pgw_client *client = create(BASE_URI, row->options, &error);

	if ((client != NULL) != (row->part == NULL)) {
		fail_msg("%s: %s", client ? "taken" : "refused", error.message);
	}
	if (!client) {
		assert_int_equal(error.kind, PGW_ERROR_ARGUMENT);
		assert_holds(error.message, row->part);
	}
	pgw_client_free(client);
}

/* A name is shown only beside a known one that it resembles; even then not what is a secret of the same call. */
static void options_do_not_show_secrets(void **state)
{
	static const struct {
		const char *options, *hidden;
	} rows[] = {
		{"{'hunter2':1}", "hunter2"},
		{"{'\u20ac\u20ac\u20ac\u20ac':1}", "\xE2\x82\xAC"},
		{"{'4444555511113333':1}", "4444"},
		{"{'" PASSWORD "':1}", PASSWORD},
		{"{'timeout1':1,'clientKeyPassword':'timeout1'}", "timeout1"},
		{"{'TIMEOUT1':1,'proxy':'http://u:timeout1@h'}", "TIMEOUT1"},
		{"{'timeout1':1,'proxy':'timeout1@h'}", "timeout1"},
		{"{'timeout1':1,'clientKey':'timeout1'}", "timeout1"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct pgw_error error;

		assert_null(create(BASE_URI, rows[i].options, &error));
		assert_lacks(error.message, rows[i].hidden);
	}
}

/* ---------------------------------------------------------------- what is shown */

static void shows_the_defaults(void **state)
{
	struct pgw_client *client = client_of(NULL);
	struct pgw_client_facts facts = pgw_client_show(client);

	(void)state;
	assert_string_equal(facts.base_uri, BASE_URI);
	assert_string_equal(facts.user_name, USER_NAME);
	assert_null(facts.ca_file);
	assert_null(facts.proxy);
	assert_null(facts.ip_resolve);
	assert_null(facts.language);
	assert_null(facts.currency);
	assert_string_equal(facts.dialect, "classic");
	assert_true(facts.timeout == 30 && facts.connect_timeout == 5);
	assert_false(facts.extra_parameters);
	pgw_client_free(client);
}

static void shows_what_was_set(void **state)
{
	struct pgw_client *client = client_of(
		"{'timeout':1.5,'connectTimeout':2,'caFile':'/dev/"
		"null','ipResolve':'v6','language':'kk','currency':'398','extraParameters':true,'dialect':'sberbank'}");
	struct pgw_client_facts facts = pgw_client_show(client);

	(void)state;
	assert_true(facts.timeout == 1.5 && facts.connect_timeout == 2);
	assert_string_equal(facts.ca_file, "/dev/null");
	assert_string_equal(facts.ip_resolve, "v6");
	assert_string_equal(facts.language, "kk");
	assert_string_equal(facts.currency, "398");
	assert_string_equal(facts.dialect, "sberbank");
	assert_true(facts.extra_parameters);
	pgw_client_free(client);
}

static void shows_no_secret(void **state)
{
	static const char *const proxies[] = {"http://user:hidden@proxy.example:3128", "user:hidden@proxy.example:3128",
		"http://hidden@proxy.example:3128", "http://user:hidden;hidden@proxy.example:3128/"};
	char options[256];

	(void)state;
	for (size_t i = 0; i < COUNT(proxies); i++) {
		struct pgw_client_facts facts;
		struct pgw_client *client;

		snprintf(options, sizeof(options), "{'proxy':'%s'}", proxies[i]);
		client = client_of(options);
		facts = pgw_client_show(client);
		assert_lacks(facts.proxy, "hidden");
		assert_holds(facts.proxy, "proxy.example:3128");
		assert_string_equal(client->proxy, proxies[i]); /* and the handle gets the whole */
		pgw_client_free(client);
	}
}

static void a_token_has_no_user(void **state)
{
	struct pgw_client *client = client_with_token();

	(void)state;
	assert_null(pgw_client_show(client).user_name);
	pgw_client_free(client);
	pgw_client_free(NULL);
}

/* A bad proxy's message must not show the password that was in it. */
static void refused_proxy_hides_its_password(void **state)
{
	struct pgw_error error;

	(void)state;
	assert_null(create(BASE_URI, "{'proxy':'http://user:hidden@a b/'}", &error));
	assert_lacks(error.message, "hidden");
}

/* ---------------------------------------------------------------- the connection key */

struct keyed {
	const char *label;
	const char *base_uri, *options;
	bool same; /* as the key of plain BASE_URI */
};

static const struct keyed keyed_rows[] = {
	{"the same", BASE_URI, NULL, true},
	{"another path", "https://127.0.0.1:1/other/payment/", NULL, true},
	{"no path", "https://127.0.0.1:1", NULL, true},
	{"another timeout", BASE_URI, "{'timeout':1,'connectTimeout':1}", true},
	{"other defaults", BASE_URI, "{'language':'en','currency':'643','extraParameters':true}", true},
	{"another port", "https://127.0.0.1:2/payment/", NULL, false},
	{"another host", "https://127.0.0.2:1/payment/", NULL, false},
	{"another scheme", "http://127.0.0.1:1/payment/", NULL, false},
	{"a caFile", BASE_URI, "{'caFile':'/dev/null'}", false},
	{"a proxy", BASE_URI, "{'proxy':'http://p:1'}", false},
	{"v4", BASE_URI, "{'ipResolve':'v4'}", false},
};

static void keys_depend_on_the_connection(void **state)
{
	const struct keyed *row = *state;
	struct pgw_client *plain = client_of(NULL), *client = client_at(row->base_uri, row->options);

	assert_int_equal(strcmp(plain->connection_key, client->connection_key) == 0, row->same);
	assert_lacks(client->connection_key, PASSWORD);
	assert_lacks(client->connection_key, USER_NAME);
	pgw_client_free(plain);
	pgw_client_free(client);
}

static void keys_tell_options_apart(void **state)
{
	static const char *const options[] = {"{'caFile':'/dev/null'}", "{'caFile':'/dev/zero'}", "{'proxy':'http://p:1'}",
		"{'proxy':'http://u:x@p:1'}", "{'ipResolve':'v4'}", "{'ipResolve':'v6'}"};
	struct pgw_client *clients[COUNT(options)];

	(void)state;
	for (size_t i = 0; i < COUNT(options); i++) {
		clients[i] = client_of(options[i]);
		for (size_t j = 0; j < i; j++) {
			assert_string_not_equal(clients[i]->connection_key, clients[j]->connection_key);
		}
	}
	for (size_t i = 0; i < COUNT(options); i++) {
		pgw_client_free(clients[i]);
	}
}

static void keys_do_not_depend_on_credentials(void **state)
{
	struct pgw_client *one = client_of(NULL), *other = client_with_token();

	(void)state;
	assert_string_equal(one->connection_key, other->connection_key);
	assert_lacks(other->connection_key, TOKEN);
	pgw_client_free(one);
	pgw_client_free(other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(base_uri_with_a_zero_byte),
		cmocka_unit_test(credentials_have_lengths),
		cmocka_unit_test(credentials_are_encoded),
		cmocka_unit_test(options_do_not_show_secrets),
		cmocka_unit_test(shows_the_defaults),
		cmocka_unit_test(shows_what_was_set),
		cmocka_unit_test(shows_no_secret),
		cmocka_unit_test(a_token_has_no_user),
		cmocka_unit_test(refused_proxy_hides_its_password),
		cmocka_unit_test(keys_tell_options_apart),
		cmocka_unit_test(keys_do_not_depend_on_credentials),
	};
	int failed = RUN_ROWS("client: base URI", based_rows, checks_base_uris);

	failed += RUN_ROWS("client: credentials", accredited_rows, checks_credentials);
	failed += RUN_ROWS("client: options", optioned_rows, checks_options);
	failed += RUN_ROWS("client: connection key", keyed_rows, keys_depend_on_the_connection);
	failed += cmocka_run_group_tests_name("client", tests, NULL, NULL);
	return failed != 0;
}
