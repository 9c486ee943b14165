/* What the event loop answers to libcurl. This program calls it in libcurl's place. */
#include "fixture.h"

#include "net/loop.h"

#include <stdarg.h>
#include <unistd.h>

/* ---------------------------------------------------------------- what libcurl is told */

static curl_socket_callback watch;
static void *watcher;

#undef curl_multi_setopt
CURLMcode curl_multi_setopt(CURLM *multi, CURLMoption option, ...)
{
	va_list values;

	(void)multi;
	va_start(values, option);
	if (option == CURLMOPT_SOCKETFUNCTION) {
		watch = va_arg(values, curl_socket_callback);
	} else if (option == CURLMOPT_SOCKETDATA) {
		watcher = va_arg(values, void *);
	}
	va_end(values);
	return CURLM_OK;
}

static int tell(curl_socket_t socket, int what)
{
	return watch(NULL, socket, what, watcher, NULL);
}

/* ---------------------------------------------------------------- the sockets */

static void only_sockets_are_watched(void **state)
{
	struct pgw_loop loop = {.timer = PGW_NEVER};

	(void)state;
	assert_true(pgw_loop_open(&loop, 1));
	alarm(10); /* it must not look for a place without end */
	assert_int_equal(tell(CURL_SOCKET_BAD, CURL_POLL_IN), -1);
	assert_int_equal(tell(CURL_SOCKET_BAD, CURL_POLL_REMOVE), 0);
	assert_int_equal(loop.watched_count, 0);
	assert_int_equal(tell(1000, CURL_POLL_IN), 0);
	assert_int_equal(tell(3, CURL_POLL_OUT), 0);
	assert_int_equal(loop.watched_count, 2);
	assert_int_equal(tell(1000, CURL_POLL_REMOVE), 0);
	assert_int_equal(loop.watched_count, 1);
	assert_int_equal(loop.watched[0].fd, 3);
	assert_int_equal(loop.watched[0].events, POLLOUT);
	pgw_loop_close(&loop);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {cmocka_unit_test(only_sockets_are_watched)};

	return cmocka_run_group_tests_name("event loop", tests, NULL, NULL);
}
