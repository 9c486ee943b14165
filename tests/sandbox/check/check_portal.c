/* Logging in to the merchant portal, and what protects its pages. */
#include "check.h"
#include "clerk.h"

#include "base/password.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MINUTE 60

static void passwords_are_salted(void **state)
{
	(void)state;
	char one[SANDBOX_PASSWORD_HASH_SIZE], other[SANDBOX_PASSWORD_HASH_SIZE];
	sandbox_password_hash("pass", one);
	sandbox_password_hash("pass", other);
	assert_string_not_equal(one, other);
	assert_true(sandbox_password_right("pass", one));
	assert_true(sandbox_password_right("pass", other));
	assert_false(sandbox_password_right("Pass", one));
	assert_false(sandbox_password_right("", one));
	assert_false(sandbox_password_right("", ""));
	one[strlen(one) - 1] ^= 1;
	assert_false(sandbox_password_right("pass", one));
}

static void a_login_has_a_guarded_cookie(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	bench_open(&bench);
	assert_int_equal(clerk_log_in(&clerk, &bench, "test_user", "test_user_password"), 303);
	assert_string_equal(clerk.reply.location, "/portal");
	assert_non_null(strstr(clerk.reply.cookie, "; Path=/portal; HttpOnly; SameSite=Strict"));
	assert_null(strstr(clerk.reply.cookie, "Secure"));
	assert_int_equal(clerk_opens(&clerk, "/portal/account", NULL), 200);
	assert_true(clerk_sees(&clerk, "test_user"));
	assert_non_null(strstr(clerk.reply.policy, "frame-ancestors 'none'"));
	clerk_leave(&clerk);
	bench.gateway.base_uri = "https://127.0.0.1/payment/";
	assert_int_equal(clerk_log_in(&clerk, &bench, "test_user", "test_user_password"), 303);
	assert_non_null(strstr(clerk.reply.cookie, "; Secure"));
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void what_is_wrong_is_not_told(void **state)
{
	(void)state;
	static const char *const cases[][2] = {{"test_user", "wrong"}, {"nobody", "test_user_password"}};
	struct bench bench;
	struct clerk clerk;
	char pages[2][256];
	bench_open(&bench);
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(clerk_log_in(&clerk, &bench, cases[i][0], cases[i][1]), 403);
		assert_null(clerk.reply.cookie);
		clerk_reads(&clerk, "id=\"login-error\"", "</p>", pages[i], sizeof pages[i]);
		clerk_leave(&clerk);
	}
	assert_true(pages[0][0]);
	assert_string_equal(pages[0], pages[1]);
	assert_int_equal(clerk_log_in(&clerk, &bench, "test_user", ""), 200);
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void guesses_are_limited(void **state)
{
	(void)state;
	static const char *const logins[] = {"test_user", "nobody"};
	struct bench bench;
	struct clerk clerk;
	bench_open(&bench);
	for (size_t i = 0; i < 2; i++) {
		for (int guess = 0; guess < 5; guess++) {
			assert_int_equal(clerk_log_in(&clerk, &bench, logins[i], "wrong"), 403);
			clerk_leave(&clerk);
		}
		assert_int_equal(clerk_log_in(&clerk, &bench, logins[i], "test_user_password"), 429);
		assert_true(clerk_sees(&clerk, "15."));
		clerk_leave(&clerk);
	}
	bench_wait(14 * MINUTE);
	assert_int_equal(clerk_log_in(&clerk, &bench, "test_user", "test_user_password"), 429);
	clerk_leave(&clerk);
	bench_wait(MINUTE);
	for (int times = 0; times < 10; times++) { /* who gets in has not guessed */
		assert_int_equal(clerk_log_in(&clerk, &bench, "test_user", "test_user_password"), 303);
		clerk_leave(&clerk);
	}
	bench_close(&bench);
}

static void guesses_at_many_logins_are_limited(void **state)
{
	(void)state;
	const struct sandbox_guess_limit one = {5, 1000}, all = {100, 1000};
	struct bench bench;
	int64_t until = 0;
	char login[32];
	bench_open(&bench);
	struct sandbox_store *store = bench.gateway.store;
	for (int i = 0; i < 100; i++) {
		snprintf(login, sizeof login, "login%d", i);
		assert_int_equal(sandbox_store_portal_guess(store, login, &one, 1000, &until), SANDBOX_FOUND);
		assert_int_equal(sandbox_store_portal_guess(store, "", &all, 1000, &until), SANDBOX_FOUND);
	}
	assert_int_equal(sandbox_store_portal_guess(store, "", &all, 1999, &until), SANDBOX_NOT_FOUND);
	assert_int_equal(until, 2000);
	assert_true(sandbox_store_portal_guess_forget(store, "login1"));
	assert_int_equal(sandbox_store_portal_guess(store, "", &all, 1999, &until), SANDBOX_FOUND);
	assert_int_equal(sandbox_store_portal_guess(store, "", &all, 1999, &until), SANDBOX_NOT_FOUND);
	assert_int_equal(sandbox_store_portal_guess(store, "", &all, 2000, &until), SANDBOX_FOUND);
	bench_close(&bench);
}

static void sessions_end(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk first, second;
	bench_open(&bench);
	clerk_enter(&first, &bench);
	bench_wait(29 * MINUTE);
	assert_int_equal(clerk_opens(&first, "/portal/account", NULL), 200); /* was seen */
	bench_wait(29 * MINUTE);
	assert_int_equal(clerk_opens(&first, "/portal/account", NULL), 200);
	bench_wait(30 * MINUTE);
	assert_int_equal(clerk_opens(&first, "/portal/account", NULL), 303);
	assert_string_equal(first.reply.location, "/portal/login?to=/portal/account&over=1");
	clerk_leave(&first);
	clerk_enter(&first, &bench);
	for (int i = 0; i < 12 * 60 / 20; i++) { /* however busy */
		assert_int_equal(clerk_opens(&first, "/portal/account", NULL), 200);
		bench_wait(20 * MINUTE);
	}
	assert_int_equal(clerk_opens(&first, "/portal/account", NULL), 303);
	clerk_leave(&first);
	clerk_enter(&first, &bench);
	clerk_enter(&second, &bench);
	assert_int_equal(clerk_sends(&first, "/portal/logout", "a=b"), 303);
	assert_int_equal(clerk_opens(&first, "/portal/account", NULL), 303);
	assert_int_equal(clerk_opens(&second, "/portal/account", NULL), 200);
	clerk_leave(&first);
	clerk_enter(&first, &bench);
	assert_int_equal(clerk_sends(&first, "/portal/logout", "everywhere=1"), 303);
	assert_int_equal(clerk_opens(&second, "/portal/account", NULL), 303);
	clerk_leave(&first);
	clerk_leave(&second);
	bench_close(&bench);
}

static void another_password_ends_the_sessions(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	clerk_hire(&bench, "test_user", "test_user");
	assert_int_equal(clerk_opens(&clerk, "/portal/account", NULL), 303);
	clerk_leave(&clerk);
	assert_int_equal(clerk_log_in(&clerk, &bench, "test_user", "other_password"), 303);
	clerk_leave(&clerk);
	bench_close(&bench);
}

/* Everything that can be asked for, with a form that would do something. */
static const struct {
	const char *path, *form;
} doors[] = {
	{"/portal", NULL},
	{"/portal/account", NULL},
	{"/portal/orders", NULL},
	{"/portal/orders.csv", NULL},
	{"/portal/refunds", NULL},
	{"/portal/refunds.csv", NULL},
	{"/portal/logout", "everywhere=1"},
};

static void without_a_login_there_is_nothing(void **state)
{
	(void)state;
	static const char *const cookies[] = {
		"", "portalSession=", "portalSession=0", "x; portalSession", "portalSession=';--"};
	struct bench bench;
	struct clerk clerk = {.bench = &bench, .reply = {.status = 200}};
	bench_open(&bench);
	for (size_t c = 0; c < sizeof cookies / sizeof *cookies; c++) {
		snprintf(clerk.cookie, sizeof clerk.cookie, "%s", cookies[c]);
		for (size_t i = 0; i < sizeof doors / sizeof *doors; i++) {
			unsigned status = doors[i].form ? clerk_sends(&clerk, doors[i].path, "%s", doors[i].form)
											: clerk_opens(&clerk, doors[i].path, NULL);
			assert_int_equal(status, 303);
			assert_memory_equal(clerk.reply.location, "/portal/login?", strlen("/portal/login?"));
			assert_null(clerk.reply.html);
			assert_null(clerk.reply.lines);
		}
	}
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void forged_forms_do_nothing(void **state)
{
	(void)state;
	static const char *const origins[] = {
		"null", "http://evil.example", "http://127.0.0.1:8081", "http://127.0.0.1.evil"};
	struct bench bench;
	struct clerk clerk, other;
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	clerk_enter(&other, &bench);
	for (size_t i = 0; i < sizeof origins / sizeof *origins; i++) {
		clerk.origin = origins[i];
		assert_int_equal(clerk_sends(&clerk, "/portal/logout", "everywhere=1"), 403);
		assert_int_equal(clerk_sends(&clerk, "/portal/login", "login=test_user&password=test_user_password"), 403);
		assert_null(clerk.reply.cookie);
	}
	clerk.origin = "http://127.0.0.1";
	char own[SANDBOX_MAC_SIZE];
	strcpy(own, clerk.csrf);
	strcpy(clerk.csrf, other.csrf);
	assert_int_equal(clerk_sends(&clerk, "/portal/logout", "everywhere=1"), 403);
	clerk.csrf[0] = '\0';
	assert_int_equal(clerk_sends(&clerk, "/portal/logout", "everywhere=1"), 403);
	assert_int_equal(clerk_opens(&clerk, "/portal/account", NULL), 200);
	strcpy(clerk.csrf, own);
	assert_int_equal(clerk_sends(&clerk, "/portal/logout", "everywhere=1"), 303);
	clerk_leave(&clerk);
	clerk_leave(&other);
	bench_close(&bench);
}

static void nobody_is_sent_elsewhere(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"/portal/refunds", "/portal/refunds"},
		{"https://evil.example/", "/portal"},
		{"//evil.example", "/portal"},
		{"/portal/%0d%0aSet-Cookie:x", "/portal"},
		{"/portal/%5C", "/portal"},
		{"/payment/", "/portal"},
	};
	struct bench bench;
	struct clerk clerk;
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(
			clerk_sends(&clerk, "/portal/login", "login=test_user&password=test_user_password&to=%s", cases[i][0]),
			303);
		assert_string_equal(clerk.reply.location, cases[i][1]);
	}
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void the_language_is_kept(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	assert_int_equal(clerk_opens(&clerk, "/portal/orders", "number=a%22b&language=ru"), 200);
	assert_true(clerk_sees(&clerk, "<html lang=\"ru\">"));
	assert_true(clerk_sees(&clerk, "/portal/orders?number=a%22b&amp;language=en"));
	assert_non_null(strstr(clerk.reply.cookie, "portalLanguage=ru; Path=/portal"));
	strcat(clerk.cookie, "; portalLanguage=ru");
	assert_int_equal(clerk_opens(&clerk, "/portal/orders", NULL), 200);
	assert_true(clerk_sees(&clerk, "<html lang=\"ru\">"));
	assert_int_equal(clerk_opens(&clerk, "/portal/orders", "language=../../etc"), 200);
	assert_null(clerk.reply.cookie);
	clerk_leave(&clerk);
	bench_close(&bench);
}

int sandbox_check_portal(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(passwords_are_salted),
		cmocka_unit_test(a_login_has_a_guarded_cookie),
		cmocka_unit_test(what_is_wrong_is_not_told),
		cmocka_unit_test(guesses_are_limited),
		cmocka_unit_test(guesses_at_many_logins_are_limited),
		cmocka_unit_test(sessions_end),
		cmocka_unit_test(another_password_ends_the_sessions),
		cmocka_unit_test(without_a_login_there_is_nothing),
		cmocka_unit_test(forged_forms_do_nothing),
		cmocka_unit_test(nobody_is_sent_elsewhere),
		cmocka_unit_test(the_language_is_kept),
	};
	return cmocka_run_group_tests_name("portal", tests, NULL, NULL);
}
