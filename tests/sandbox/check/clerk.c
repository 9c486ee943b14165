/* A clerk at the merchant portal, without HTTP. */
#include "clerk.h"

#include "check.h"
#include "control/control.h"
#include "portal/portal.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

static unsigned ask(struct clerk *clerk, const char *path, const char *query, const char *body)
{
	struct sandbox_form fields, form = {.count = 0};
	assert_true(sandbox_form_parse(&fields, query, strlen(query)));
	assert_true(!body || sandbox_form_parse(&form, body, strlen(body)));
	assert_non_null(sandbox_portal_allow(path));
	assert_non_null(strstr(sandbox_portal_allow(path), body ? "POST" : "GET"));
	sandbox_reply_free(&clerk->reply);
	sandbox_portal_serve(&(struct sandbox_page_request){
		.gateway = &clerk->bench->gateway,
		.path = path,
		.post = body,
		.query = &fields,
		.body = &form,
		.cookie = clerk->cookie[0] ? clerk->cookie : NULL,
		.origin = clerk->origin,
		.host = "127.0.0.1",
		.reply = &clerk->reply,
	});
	sandbox_form_free(&fields);
	sandbox_form_free(&form);
	return clerk->reply.status;
}

bool clerk_sees(const struct clerk *clerk, const char *text)
{
	return clerk->reply.html && strstr(clerk->reply.html, text);
}

void clerk_reads(const struct clerk *clerk, const char *before, const char *after, char *text, size_t size)
{
	const char *from = clerk->reply.html ? strstr(clerk->reply.html, before) : NULL;
	const char *to = from ? strstr(from + strlen(before), after) : NULL;
	text[0] = '\0';
	if (to) {
		from += strlen(before);
		snprintf(text, size, "%.*s", (int)(to - from), from);
	}
}

unsigned clerk_log_in(struct clerk *clerk, struct bench *bench, const char *login, const char *password)
{
	char body[512];
	*clerk = (struct clerk){.bench = bench, .reply = {.status = 200}};
	snprintf(body, sizeof body, "login=%s&password=%s", login, password);
	unsigned status = ask(clerk, "/portal/login", "", body);
	if (clerk->reply.cookie) {
		snprintf(clerk->cookie, sizeof clerk->cookie, "a=b; %.*s", (int)strcspn(clerk->reply.cookie, ";"),
			clerk->reply.cookie);
	}
	return status;
}

void clerk_enter_as(struct clerk *clerk, struct bench *bench, const char *login, const char *password)
{
	assert_int_equal(clerk_log_in(clerk, bench, login, password), 303);
	assert_int_equal(clerk_opens(clerk, "/portal/account", NULL), 200);
	clerk_reads(clerk, "name=\"csrf\" value=\"", "\"", clerk->csrf, sizeof clerk->csrf);
	assert_int_equal(strlen(clerk->csrf), SANDBOX_MAC_SIZE - 1);
}

void clerk_enter(struct clerk *clerk, struct bench *bench)
{
	clerk_enter_as(clerk, bench, "test_user", "test_user_password");
}

void clerk_leave(struct clerk *clerk)
{
	sandbox_reply_free(&clerk->reply);
}

unsigned clerk_opens(struct clerk *clerk, const char *path, const char *query)
{
	return ask(clerk, path, query ? query : "", NULL);
}

unsigned clerk_sends(struct clerk *clerk, const char *path, const char *format, ...)
{
	char body[2048];
	va_list arguments;
	int size = snprintf(body, sizeof body, "csrf=%s&", clerk->csrf);
	va_start(arguments, format);
	vsnprintf(body + size, sizeof body - (size_t)size, format, arguments);
	va_end(arguments);
	return ask(clerk, path, "", body);
}

void clerk_hire(struct bench *bench, const char *login, const char *merchant)
{
	struct sandbox_form form;
	char body[256];
	snprintf(body, sizeof body, "login=%s&password=other_password&userName=%s", login, merchant);
	assert_true(sandbox_form_parse(&form, body, strlen(body)));
	sandbox_reply_free(&bench->reply);
	sandbox_control_serve(
		"sandbox/portalUser", &(struct sandbox_control_request){&bench->gateway, true, &form, &bench->reply});
	assert_int_equal(bench->reply.status, 200);
	sandbox_form_free(&form);
}

/* One of two, who waits for the other one. */
struct press {
	struct clerk *clerk;
	const char *path, *form;
	pthread_barrier_t *ready;
	unsigned status;
};

static void *press(void *context)
{
	struct press *press = context;
	pthread_barrier_wait(press->ready);
	press->status = clerk_sends(press->clerk, press->path, "%s", press->form);
	return NULL;
}

void clerks_send_at_once(struct clerk clerks[2], const char *path, const char *form, unsigned status[2])
{
	pthread_barrier_t ready;
	pthread_t threads[2];
	struct press presses[2];
	pthread_barrier_init(&ready, NULL, 2);
	for (int i = 0; i < 2; i++) {
		presses[i] = (struct press){&clerks[i], path, form, &ready, 0};
		assert_int_equal(pthread_create(&threads[i], NULL, press, &presses[i]), 0);
	}
	for (int i = 0; i < 2; i++) {
		pthread_join(threads[i], NULL);
		status[i] = presses[i].status;
	}
	pthread_barrier_destroy(&ready);
}
