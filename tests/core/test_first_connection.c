/* Reads that wait for the first connection to a server: how long, and what becomes of them in a forked child. */
#include "fixture.h"

#include "net/in_flight.h"

#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---------------------------------------------------------------- a server that says nothing */

/* The TLS handshake with it never ends. */
struct scene {
	int listener;
	struct pgw_pool *pool;
	struct pgw_client *client, *hasty; /* of the same connections; the other has little time */
	struct built read, hasty_read;
	struct pgw_call *first, *held; /* by open_held() */
};

static void open_scene(struct scene *scene, const char *hasty)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t length = sizeof(address);
	char uri[64];

	scene->listener = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(bind(scene->listener, (struct sockaddr *)&address, length), 0);
	assert_int_equal(listen(scene->listener, 64), 0);
	assert_int_equal(getsockname(scene->listener, (struct sockaddr *)&address, &length), 0);
	snprintf(uri, sizeof(uri), "https://127.0.0.1:%d/payment/", ntohs(address.sin_port));
	scene->pool = pgw_pool_create(NULL);
	scene->pool->http_version = CURL_HTTP_VERSION_2TLS; /* whatever libcurl this is: no answer comes */
	scene->client = client_at(uri, "{'timeout':20,'connectTimeout':20,'retries':0}");
	scene->hasty = client_at(uri, hasty);
	build_any(&scene->read, scene->client, "getOrderStatusExtended");
	build_any(&scene->hasty_read, scene->hasty, "getOrderStatusExtended");
}

static void close_scene(struct scene *scene)
{
	built_free(&scene->read);
	built_free(&scene->hasty_read);
	pgw_pool_free(scene->pool);
	pgw_client_free(scene->client);
	pgw_client_free(scene->hasty);
	close(scene->listener);
}

static struct pgw_call *start(struct scene *scene, const struct built *built)
{
	static const struct pgw_limits limits = {.reply_bytes = 1024};
	struct pgw_error error;
	struct pgw_call *call = pgw_call_start(scene->pool, &built->request, &limits, &error);

	assert_non_null(call);
	return call;
}

/* A read that opens the first connection, and another one that waits for it. */
static void open_held(struct scene *scene, const char *hasty, bool is_hasty)
{
	open_scene(scene, hasty);
	scene->first = start(scene, &scene->read);
	scene->held = start(scene, is_hasty ? &scene->hasty_read : &scene->read);
}

static void drive(struct pgw_call *call, int milliseconds)
{
	int64_t until = pgw_now() + (int64_t)milliseconds * 1000;

	while (!pgw_call_is_done(call) && pgw_now() < until) {
		pgw_call_wait(call, 20);
	}
}

static enum pgw_error_kind end(struct pgw_call *call)
{
	struct pgw_response response;
	struct pgw_error error;

	assert_false(pgw_call_end(call, &response, &error));
	return error.kind;
}

#define PATIENT "{'timeout':20,'connectTimeout':20,'retries':0}"

/* ---------------------------------------------------------------- how long they wait */

static void first_is_waited_for(void **state)
{
	struct scene scene;

	(void)state;
	open_held(&scene, PATIENT, false);
	drive(scene.held, 700);
	assert_int_equal(scene.pool->requests, 1);
	drive(scene.held, 500);
	assert_int_equal(scene.pool->requests, 2);
	assert_int_equal(end(scene.held), PGW_ERROR_TRANSPORT);
	assert_int_equal(end(scene.first), PGW_ERROR_TRANSPORT);
	close_scene(&scene);
}

/* A server that ends every handshake must not make one read after the other wait for its turn. */
static void next_first_is_not_waited_for_anew(void **state)
{
	struct scene scene;

	(void)state;
	open_held(&scene, PATIENT, false);
	for (int i = 0; i < 3; i++) {
		drive(scene.held, 400);
		end(scene.first);
		scene.first = start(&scene, &scene.read);
	}
	assert_null(scene.pool->held);
	end(scene.held);
	end(scene.first);
	close_scene(&scene);
}

/* What waits is not in flight, and yet the caller's time is not its own. */
static void time_of_the_caller_does_not_count(void **state)
{
	struct scene scene;

	(void)state;
	open_held(&scene, "{'timeout':1,'connectTimeout':1,'retries':0}", true);
	end(scene.first);
	usleep(1300000);
	drive(scene.held, 400);
	assert_false(pgw_call_is_done(scene.held));
	drive(scene.held, 1300);
	assert_true(pgw_call_is_done(scene.held));
	assert_int_equal(end(scene.held), PGW_ERROR_TIMEOUT);
	close_scene(&scene);
}

/* The time of a hasty call is for its own attempt. */
static void hasty_call_waits_less(void **state)
{
	struct scene scene;

	(void)state;
	open_held(&scene, "{'timeout':0.6,'retries':0}", true);
	drive(scene.held, 400);
	assert_int_equal(scene.pool->requests, 2);
	end(scene.held);
	end(scene.first);
	close_scene(&scene);
}

static void stopped_before_its_first_attempt(void **state)
{
	struct scene scene;
	size_t count;

	(void)state;
	open_held(&scene, PATIENT, false);
	pgw_call_stop(scene.held);
	pgw_call_attempts(scene.held, &count);
	assert_int_equal(count, 0);
	assert_null(scene.pool->held);
	assert_int_equal(end(scene.held), PGW_ERROR_TRANSPORT);
	end(scene.first);
	assert_null(scene.pool->first);
	close_scene(&scene);
}

/* ---------------------------------------------------------------- in a forked child */

/* The exit code of the child, or the signal that ended it, negative. */
static int in_child(void (*act)(struct scene *, struct pgw_call **), struct scene *scene, struct pgw_call **inherited)
{
	int status;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		signal(SIGSEGV, SIG_DFL); /* cmocka's would run the rest of the tests twice */
		alarm(10);
		usleep(200000); /* so long that the deadlines of calls in flight would be extended */
		act(scene, inherited);
		_exit(1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static void read_and_exit(struct scene *scene)
{
	struct pgw_call *own = start(scene, &scene->hasty_read);

	while (!pgw_call_is_done(own)) {
		pgw_call_wait(own, 1000);
	}
	_exit(end(own) == PGW_ERROR_TIMEOUT && scene->pool->requests == 2 ? 0 : 2);
}

static void leave_inherited(struct scene *scene, struct pgw_call **inherited)
{
	(void)inherited;
	read_and_exit(scene);
}

static void end_inherited_before(struct scene *scene, struct pgw_call **inherited)
{
	end(inherited[0]);
	end(inherited[1]);
	read_and_exit(scene);
}

static void end_inherited_meanwhile(struct scene *scene, struct pgw_call **inherited)
{
	struct pgw_call *own = start(scene, &scene->hasty_read);

	end(inherited[1]);
	end(inherited[0]);
	end(own);
	read_and_exit(scene);
}

static const struct child {
	const char *label;
	void (*act)(struct scene *, struct pgw_call **);
	int exit_code;
} children[] = {
	{"leaves what it inherited", leave_inherited, 0}, {"ends it before", end_inherited_before, 0},
	{"ends it meanwhile", end_inherited_meanwhile, 2}, /* it began one attempt more */
};

/* What its parent waits for is nothing to a child: nobody there would drive it. */
static void child_does_not_wait_for_its_parents_first(void **state)
{
	const struct child *child = *state;
	struct pgw_call *calls[2];
	struct scene scene;

	open_held(&scene, "{'timeout':0.5,'retries':0}", false);
	calls[0] = scene.first;
	calls[1] = scene.held;
	assert_int_equal(in_child(child->act, &scene, calls), child->exit_code);
	assert_ptr_equal(scene.pool->first, calls[0]);
	assert_ptr_equal(scene.pool->held, calls[1]);
	end(calls[0]);
	end(calls[1]);
	close_scene(&scene);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(first_is_waited_for),
		cmocka_unit_test(next_first_is_not_waited_for_anew),
		cmocka_unit_test(time_of_the_caller_does_not_count),
		cmocka_unit_test(hasty_call_waits_less),
		cmocka_unit_test(stopped_before_its_first_attempt),
	};
	int failed = cmocka_run_group_tests_name("the first connection", tests, NULL, NULL);

	failed += RUN_ROWS("the first connection: a child", children, child_does_not_wait_for_its_parents_first);
	return failed != 0;
}
