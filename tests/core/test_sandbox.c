/* A whole two-stage payment through the core alone, against the sandbox gateway, when it is built. */
#include "fixture.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { REPLY_LIMIT = 1 << 20, REPLY_DEPTH = 64 };

struct sandbox {
	pid_t child;
	FILE *output;
	char base_uri[256];
	struct pgw_pool *pool;
	struct pgw_client *client;
};

/* ---------------------------------------------------------------- the sandbox process */

static const char *program(void)
{
	const char *path = getenv("SANDBOX");

	return path ? path : "../sandbox/run";
}

static void become_sandbox(const int fds[2])
{
	setpgid(0, 0); /* so that whatever it starts can be ended with it */
	dup2(fds[1], STDOUT_FILENO);
	close(fds[0]);
	close(fds[1]);
	execl(program(), program(), "--port", "0", "--strict", (char *)NULL);
	_exit(127);
}

static bool start(struct sandbox *sandbox)
{
	int fds[2];

	if (pipe(fds) != 0 || (sandbox->child = fork()) < 0) {
		return false;
	}
	if (sandbox->child == 0) {
		become_sandbox(fds);
	}
	close(fds[1]);
	sandbox->output = fdopen(fds[0], "r");
	if (!sandbox->output || !fgets(sandbox->base_uri, sizeof(sandbox->base_uri), sandbox->output)) {
		return false;
	}
	sandbox->base_uri[strcspn(sandbox->base_uri, "\r\n")] = '\0';
	return true;
}

static void stop_sandbox(struct sandbox *sandbox)
{
	int status;

	if (sandbox->child > 0) {
		kill(-sandbox->child, SIGTERM);
		kill(sandbox->child, SIGTERM);
		waitpid(sandbox->child, &status, 0);
	}
	if (sandbox->output) {
		fclose(sandbox->output);
	}
	sandbox->child = 0;
	sandbox->output = NULL;
}

static int open_sandbox(void **state)
{
	struct sandbox *sandbox = calloc(1, sizeof(*sandbox));

	*state = sandbox;
	if (access(program(), X_OK) != 0) {
		return 0; /* not built: the tests skip */
	}
	if (!start(sandbox)) {
		stop_sandbox(sandbox);
		free(sandbox);
		return -1;
	}
	sandbox->pool = pgw_pool_create(NULL);
	sandbox->client = client_at(sandbox->base_uri, NULL);
	return 0;
}

static int close_sandbox(void **state)
{
	struct sandbox *sandbox = *state;

	pgw_pool_free(sandbox->pool);
	pgw_client_free(sandbox->client);
	stop_sandbox(sandbox);
	free(sandbox);
	return 0;
}

/* ---------------------------------------------------------------- a call, from parameters to verdict */

struct outcome {
	enum pgw_verdict verdict;
	struct pgw_error error;
	void *reply;
};

static struct outcome call(struct sandbox *sandbox, const char *method, const char *parameters)
{
	struct pgw_limits limits = {.reply_bytes = REPLY_LIMIT};
	struct pgw_response response = {0};
	struct outcome outcome = {.error = {.message = ""}};
	struct built built;

	if (!build(&built, sandbox->client, method, NULL, parameters)) {
		fail_msg("%s", built.error.message);
	}
	if (!pgw_send(sandbox->pool, &built.request, &limits, &response, &outcome.error)) {
		fail_msg("%s", outcome.error.message);
	}
	outcome.reply = pgw_json_parse((struct pgw_text){response.body.at, response.body.length}, REPLY_DEPTH);
	outcome.verdict =
		pgw_reply_judge(&built.request, &response, &pgw_json_tree, outcome.reply, "not JSON", &outcome.error);
	pgw_response_free(&response);
	built_free(&built);
	return outcome;
}

static void *good_call(struct sandbox *sandbox, const char *method, const char *parameters)
{
	struct outcome outcome = call(sandbox, method, parameters);

	if (outcome.verdict != PGW_REPLY_GOOD) {
		fail_msg("%s", outcome.error.message);
	}
	return outcome.reply;
}

static void refused_call(
	struct sandbox *sandbox, const char *method, const char *parameters, enum pgw_error_kind kind, int64_t code)
{
	struct outcome outcome = call(sandbox, method, parameters);

	assert_int_equal(outcome.verdict, PGW_REPLY_ERROR);
	if (outcome.error.kind != kind || outcome.error.code != code) {
		fail_msg("kind %d, expected %d: %s", outcome.error.kind, kind, outcome.error.message);
	}
	assert_false(outcome.error.outcome_unknown);
	pgw_json_free(outcome.reply);
}

static const void *member_of(const void *object, const char *name)
{
	const void *member = pgw_json_tree.member(object, text_of(name));

	if (!member) {
		fail_msg("the reply has no %s", name);
	}
	return member;
}

/* Registers an order and copies its id. */
static void register_order(struct sandbox *sandbox, const char *number, char id[64])
{
	char parameters[256];
	void *reply;
	struct pgw_text text;

	snprintf(parameters, sizeof(parameters), "{'orderNumber':'%s','amount':1000,'returnUrl':'https://shop.example/'}",
		number);
	reply = good_call(sandbox, "registerPreAuth", parameters);
	text = pgw_json_tree.text(member_of(reply, "orderId"));
	assert_uint_in_range(text.length, 1, 63);
	memcpy(id, text.at, text.length);
	id[text.length] = '\0';
	pgw_json_free(reply);
}

static void assert_sums(struct sandbox *sandbox, const char *id, int64_t status, int64_t deposited, int64_t refunded)
{
	char parameters[128];
	const void *info;
	void *reply;

	snprintf(parameters, sizeof(parameters), "{'orderId':'%s'}", id);
	reply = good_call(sandbox, "getOrderStatusExtended", parameters);
	info = member_of(reply, "paymentAmountInfo");
	assert_int_equal(pgw_json_tree.integer(member_of(reply, "orderStatus")), status);
	assert_int_equal(pgw_json_tree.integer(member_of(info, "depositedAmount")), deposited);
	assert_int_equal(pgw_json_tree.integer(member_of(info, "refundedAmount")), refunded);
	pgw_json_free(reply);
}

static void pay(struct sandbox *sandbox, const char *id)
{
	char parameters[512];

	snprintf(parameters, sizeof(parameters),
		"{'MDORDER':'%s','$PAN':'4444555511113333','$CVC':'123','YYYY':'2026','MM':'12','TEXT':'CARD "
		"HOLDER','language':'en'}",
		id);
	pgw_json_free(good_call(sandbox, "paymentOrder", parameters));
}

/* ---------------------------------------------------------------- the tests */

static void skip_unless_built(const struct sandbox *sandbox)
{
	if (!sandbox->client) {
		print_message("there is no sandbox at %s\n", program());
		skip();
	}
}

static void two_stage_payment(void **state)
{
	struct sandbox *sandbox = *state;
	char id[64], parameters[256];

	skip_unless_built(sandbox);
	register_order(sandbox, "core-1", id);
	pay(sandbox, id);
	assert_sums(sandbox, id, 1, 0, 0);
	snprintf(parameters, sizeof(parameters), "{'orderId':'%s','amount':700}", id);
	pgw_json_free(good_call(sandbox, "deposit", parameters));
	assert_sums(sandbox, id, 2, 700, 0);
	snprintf(parameters, sizeof(parameters), "{'orderId':'%s','amount':300,'externalRefundId':'r-1'}", id);
	pgw_json_free(good_call(sandbox, "refund", parameters));
	assert_sums(sandbox, id, 4, 400, 300);
	/* The same refund again is the same refund. */
	pgw_json_free(good_call(sandbox, "refund", parameters));
	assert_sums(sandbox, id, 4, 400, 300);
}

static void hold_given_back(void **state)
{
	struct sandbox *sandbox = *state;
	char id[64], parameters[128];

	skip_unless_built(sandbox);
	register_order(sandbox, "core-2", id);
	pay(sandbox, id);
	snprintf(parameters, sizeof(parameters), "{'orderId':'%s'}", id);
	pgw_json_free(good_call(sandbox, "reverse", parameters));
	refused_call(sandbox, "reverse", parameters, PGW_ERROR_INVALID_STATE, 7);
}

static void refusals(void **state)
{
	struct sandbox *sandbox = *state;
	char id[64];

	skip_unless_built(sandbox);
	register_order(sandbox, "core-3", id);
	refused_call(sandbox, "registerPreAuth",
		"{'orderNumber':'core-3','amount':1000,'returnUrl':'https://shop.example/'}", PGW_ERROR_DUPLICATE_ORDER, 1);
	refused_call(sandbox, "getOrderStatusExtended", "{'orderId':'00000000-0000-0000-0000-000000000000'}",
		PGW_ERROR_ORDER_NOT_FOUND, 6);
}

static void no_bindings(void **state)
{
	struct sandbox *sandbox = *state;
	struct outcome outcome;

	skip_unless_built(sandbox);
	outcome = call(sandbox, "getBindings", "{'clientId':'nobody'}");
	assert_int_equal(outcome.verdict, PGW_REPLY_EMPTY_LIST);
	pgw_json_free(outcome.reply);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_stage_payment),
		cmocka_unit_test(hold_given_back),
		cmocka_unit_test(refusals),
		cmocka_unit_test(no_bindings),
	};

	return cmocka_run_group_tests_name("sandbox", tests, open_sandbox, close_sandbox) != 0;
}
