/* The event loop of a pool: the sockets, the timer and the finished transfers of libcurl's multi interface. */
#include "loop.h"

#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------- libcurl's callbacks */

/* Sockets are small numbers. */
static bool make_place(struct pgw_loop *loop, curl_socket_t socket)
{
	size_t count = loop->place_count ? loop->place_count : 32, *places;

	if (socket < 0) {
		return false;
	}
	if ((size_t)socket < loop->place_count) {
		return true;
	}
	while (count <= (size_t)socket) {
		count *= 2;
	}
	places = realloc(loop->places, count * sizeof(*places));
	if (!places) {
		return false;
	}
	memset(places + loop->place_count, 0, (count - loop->place_count) * sizeof(*places));
	loop->places = places;
	loop->place_count = count;
	return true;
}

static bool make_room(struct pgw_loop *loop)
{
	size_t room = loop->watched_room ? loop->watched_room * 2 : 8;
	struct pollfd *watched;

	if (loop->watched_count < loop->watched_room) {
		return true;
	}
	watched = realloc(loop->watched, room * sizeof(*watched));
	if (!watched) {
		return false;
	}
	loop->watched = watched;
	loop->watched_room = room;
	return true;
}

static void stop_watching(struct pgw_loop *loop, curl_socket_t socket)
{
	size_t place = (size_t)socket < loop->place_count ? loop->places[socket] : 0;
	struct pollfd *last;

	if (place == 0) {
		return;
	}
	last = &loop->watched[--loop->watched_count];
	loop->places[last->fd] = place;
	loop->watched[place - 1] = *last;
	loop->places[socket] = 0;
}

static int watch_socket(CURL *curl, curl_socket_t socket, int what, void *context, void *unused)
{
	struct pgw_loop *loop = context;
	short events = (short)((what & CURL_POLL_IN ? POLLIN : 0) | (what & CURL_POLL_OUT ? POLLOUT : 0));

	(void)curl, (void)unused;
	if (what == CURL_POLL_REMOVE) {
		stop_watching(loop, socket);
		return 0;
	}
	if (!make_place(loop, socket) || !make_room(loop)) {
		return -1; /* makes libcurl fail the transfers */
	}
	if (loop->places[socket] == 0) {
		loop->places[socket] = ++loop->watched_count;
	}
	loop->watched[loop->places[socket] - 1] = (struct pollfd){.fd = socket, .events = events};
	return 0;
}

static int set_timer(CURLM *multi, long milliseconds, void *context)
{
	struct pgw_loop *loop = context;

	(void)multi;
	loop->timer = milliseconds < 0 ? PGW_NEVER : pgw_now() + (int64_t)milliseconds * 1000;
	return 0;
}

/* ---------------------------------------------------------------- opening and closing */

static void set_kept_connections(struct pgw_loop *loop, long connections)
{
	if (loop->kept != connections) {
		curl_multi_setopt(loop->multi, CURLMOPT_MAXCONNECTS, connections);
		loop->kept = connections;
	}
}

bool pgw_loop_open(struct pgw_loop *loop, long connections)
{
	if (loop->multi) {
		return true;
	}
	loop->multi = curl_multi_init();
	if (!loop->multi) {
		return false;
	}
	loop->timer = PGW_NEVER;
	curl_multi_setopt(loop->multi, CURLMOPT_SOCKETFUNCTION, watch_socket);
	curl_multi_setopt(loop->multi, CURLMOPT_SOCKETDATA, loop);
	curl_multi_setopt(loop->multi, CURLMOPT_TIMERFUNCTION, set_timer);
	curl_multi_setopt(loop->multi, CURLMOPT_TIMERDATA, loop);
	loop->kept = 0;
	set_kept_connections(loop, connections);
	return true;
}

void pgw_loop_abandon(struct pgw_loop *loop)
{
	loop->multi = NULL;
	while (loop->watched_count > 0) {
		stop_watching(loop, loop->watched[0].fd);
	}
	loop->timer = PGW_NEVER;
	loop->running = 0;
}

void pgw_loop_close(struct pgw_loop *loop)
{
	curl_multi_cleanup(loop->multi);
	free(loop->watched);
	free(loop->places);
	*loop = (struct pgw_loop){.timer = PGW_NEVER};
}

void pgw_loop_limit_connections(struct pgw_loop *loop, long connections)
{
	set_kept_connections(loop, connections);
}

/* ---------------------------------------------------------------- transfers */

bool pgw_loop_add(struct pgw_loop *loop, CURL *curl)
{
	/* All connections may be kept while that many transfers are in flight. */
	if (loop->running >= loop->kept) {
		set_kept_connections(loop, loop->kept * 2);
	}
	if (curl_multi_add_handle(loop->multi, curl) != CURLM_OK) {
		return false;
	}
	loop->running++;
	return true;
}

void pgw_loop_remove(struct pgw_loop *loop, CURL *curl)
{
	curl_multi_remove_handle(loop->multi, curl);
	loop->running--;
}

void pgw_loop_run_timer(struct pgw_loop *loop, int64_t now)
{
	int running;

	if (loop->timer <= now) {
		loop->timer = PGW_NEVER;
		curl_multi_socket_action(loop->multi, CURL_SOCKET_TIMEOUT, 0, &running);
	}
}

/* While libcurl handles one socket the watched ones may change, so the ready ones are copied first. */
static void act_on_sockets(struct pgw_loop *loop, int ready)
{
	enum { AT_ONCE = 64 };
	struct pollfd noted[AT_ONCE];
	size_t count = 0;
	int running;

	for (size_t i = 0; i < loop->watched_count && count < AT_ONCE && (size_t)ready > count; i++) {
		if (loop->watched[i].revents) {
			noted[count++] = loop->watched[i];
		}
	}
	for (size_t i = 0; i < count; i++) {
		int what = (noted[i].revents & POLLIN ? CURL_CSELECT_IN : 0) |
				   (noted[i].revents & POLLOUT ? CURL_CSELECT_OUT : 0) |
				   (noted[i].revents & (POLLERR | POLLHUP | POLLNVAL) ? CURL_CSELECT_ERR : 0);

		curl_multi_socket_action(loop->multi, noted[i].fd, what, &running);
	}
}

static int milliseconds_until(int64_t then)
{
	int64_t now = pgw_now();

	return then <= now ? 0 : (int)((then - now + 999) / 1000);
}

void pgw_loop_wait(struct pgw_loop *loop, int64_t until)
{
	int ready;

	if (loop->timer < until) {
		until = loop->timer;
	}
	ready = poll(loop->watched, (nfds_t)loop->watched_count, milliseconds_until(until));
	if (ready > 0) {
		act_on_sockets(loop, ready);
	}
	pgw_loop_run_timer(loop, pgw_now());
}

CURL *pgw_loop_next_end(struct pgw_loop *loop, CURLcode *code)
{
	const CURLMsg *message;
	int left;

	message = curl_multi_info_read(loop->multi, &left);
	if (!message) {
		return NULL;
	}
	*code = message->data.result;
	return message->easy_handle;
}
