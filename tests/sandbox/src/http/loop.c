/* The thread of the server. One: several would take turns at the store, and pay for the changes. */
#include "http/loop.h"

#include "http/disk.h"

#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

/* One carries out what has come, the next writes the answers, the last sends them. */
#define LAST_ROUNDS 3

struct sandbox_loop {
	struct MHD_Daemon *daemon;
	struct sandbox_store *store;
	struct sandbox_disk *disk;
	int event;
	bool started;
	atomic_bool stopping;
	pthread_t thread;
	bool waits, answers; /* some requests of this round */
};

/* Milliseconds until a round is due though nothing comes; -1: none is. */
static int due_in(const struct sandbox_loop *loop)
{
	MHD_UNSIGNED_LONG_LONG milliseconds;
	/* libmicrohttpd would ask those that wait again at once. */
	if ((loop->waits && !loop->answers) || MHD_get_timeout(loop->daemon, &milliseconds) != MHD_YES) {
		return -1;
	}
	return milliseconds < INT_MAX ? (int)milliseconds : INT_MAX;
}

/* False: the thread shall end. */
static bool wait_for_events(const struct sandbox_loop *loop)
{
	eventfd_t count;
	struct pollfd events[] = {
		{.fd = MHD_get_daemon_info(loop->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd, .events = POLLIN},
		{.fd = loop->event, .events = POLLIN},
	};
	poll(events, 2, due_in(loop));
	if (events[1].revents) {
		eventfd_read(loop->event, &count);
	}
	return !atomic_load(&loop->stopping);
}

static void serve_round(struct sandbox_loop *loop)
{
	loop->waits = loop->answers = false;
	MHD_run(loop->daemon);
	if (loop->waits) {
		sandbox_disk_write(loop->disk);
	}
}

static void *serve(void *argument)
{
	struct sandbox_loop *loop = argument;
	while (wait_for_events(loop)) {
		serve_round(loop);
	}
	for (int i = 0; i < LAST_ROUNDS; i++) {
		sandbox_store_sync(loop->store);
		MHD_run(loop->daemon);
	}
	return NULL;
}

struct sandbox_loop *sandbox_loop_open(struct sandbox_store *store)
{
	struct sandbox_loop *loop = calloc(1, sizeof *loop);
	if (!loop) {
		return NULL;
	}
	loop->store = store;
	loop->event = eventfd(0, EFD_CLOEXEC);
	loop->disk = loop->event < 0 ? NULL : sandbox_disk_start(store, loop->event);
	if (loop->disk) {
		return loop;
	}
	sandbox_loop_close(loop);
	return NULL;
}

int sandbox_loop_event(const struct sandbox_loop *loop)
{
	return loop->event;
}

bool sandbox_loop_start(struct sandbox_loop *loop, struct MHD_Daemon *daemon)
{
	loop->daemon = daemon;
	loop->started = pthread_create(&loop->thread, NULL, serve, loop) == 0;
	return loop->started;
}

bool sandbox_loop_must_wait(struct sandbox_loop *loop, unsigned mark, bool alone)
{
	bool waits = !sandbox_store_is_durable(loop->store, mark);
	/* Nobody else is kept waiting, and the change of threads and two rounds are saved. */
	if (waits && alone) {
		sandbox_store_sync(loop->store);
		waits = false;
	}
	*(waits ? &loop->waits : &loop->answers) = true;
	return waits;
}

void sandbox_loop_close(struct sandbox_loop *loop)
{
	if (!loop) {
		return;
	}
	if (loop->started) {
		atomic_store(&loop->stopping, true);
		eventfd_write(loop->event, 1);
		pthread_join(loop->thread, NULL);
	}
	sandbox_disk_stop(loop->disk);
	close(loop->event);
	free(loop);
}
