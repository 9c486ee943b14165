/* Connections that are held. The thread of the server must not sleep: it has others to answer. */
#include "http/hold.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <time.h>

struct hold {
	struct hold *next;
	struct MHD_Connection *connection;
	int64_t until;
};

struct sandbox_holds {
	int event;
	pthread_t thread;
	pthread_mutex_t mutex;
	pthread_cond_t changed;
	struct hold *first; /* the one that ends first */
	bool stopped;
};

static int64_t now_milliseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void wait_until(struct sandbox_holds *holds, int64_t until)
{
	struct timespec time = {.tv_sec = (time_t)(until / 1000), .tv_nsec = (long)(until % 1000 * 1000000)};
	pthread_cond_timedwait(&holds->changed, &holds->mutex, &time);
}

static void release_first(struct sandbox_holds *holds)
{
	struct hold *hold = holds->first;
	holds->first = hold->next;
	MHD_resume_connection(hold->connection);
	/* libmicrohttpd's own event may be spent on a round that has begun. */
	eventfd_write(holds->event, 1);
	free(hold);
}

static void *release_in_time(void *argument)
{
	struct sandbox_holds *holds = argument;
	pthread_mutex_lock(&holds->mutex);
	while (!holds->stopped) {
		if (!holds->first) {
			pthread_cond_wait(&holds->changed, &holds->mutex);
		} else if (holds->first->until > now_milliseconds()) {
			wait_until(holds, holds->first->until);
		} else {
			release_first(holds);
		}
	}
	while (holds->first) {
		release_first(holds);
	}
	pthread_mutex_unlock(&holds->mutex);
	return NULL;
}

struct sandbox_holds *sandbox_holds_start(int event)
{
	struct sandbox_holds *holds = calloc(1, sizeof *holds);
	pthread_condattr_t attributes;
	if (!holds) {
		return NULL;
	}
	holds->event = event;
	pthread_mutex_init(&holds->mutex, NULL);
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(&holds->changed, &attributes);
	pthread_condattr_destroy(&attributes);
	if (pthread_create(&holds->thread, NULL, release_in_time, holds) != 0) {
		sandbox_holds_free(holds);
		return NULL;
	}
	return holds;
}

bool sandbox_hold(struct sandbox_holds *holds, struct MHD_Connection *connection, int64_t milliseconds)
{
	struct hold *hold = malloc(sizeof *hold);
	pthread_mutex_lock(&holds->mutex);
	bool held = hold && !holds->stopped;
	if (held) {
		struct hold **place = &holds->first;
		*hold = (struct hold){.connection = connection, .until = now_milliseconds() + milliseconds};
		while (*place && (*place)->until <= hold->until) {
			place = &(*place)->next;
		}
		hold->next = *place;
		*place = hold;
		/* Under the lock, so that nobody lets it go on before. */
		MHD_suspend_connection(connection);
		pthread_cond_signal(&holds->changed);
	}
	pthread_mutex_unlock(&holds->mutex);
	if (!held) {
		free(hold);
	}
	return held;
}

void sandbox_holds_stop(struct sandbox_holds *holds)
{
	if (!holds) {
		return;
	}
	pthread_mutex_lock(&holds->mutex);
	holds->stopped = true;
	pthread_cond_signal(&holds->changed);
	pthread_mutex_unlock(&holds->mutex);
	pthread_join(holds->thread, NULL);
}

void sandbox_holds_free(struct sandbox_holds *holds)
{
	if (!holds) {
		return;
	}
	pthread_cond_destroy(&holds->changed);
	pthread_mutex_destroy(&holds->mutex);
	free(holds);
}
