/* The thread that waits for the disk: once for all that ended before it began. */
#include "http/disk.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/eventfd.h>

struct sandbox_disk {
	struct sandbox_store *store;
	int event;
	pthread_t thread;
	pthread_mutex_t mutex;
	pthread_cond_t changed;
	unsigned mark; /* all before it is on disk, or its event will come */
	bool asked, stopped;
};

/* Those who come during a sync wait for the next one: it may not have theirs. */
static void *sync_for_all(void *argument)
{
	struct sandbox_disk *disk = argument;
	pthread_mutex_lock(&disk->mutex);
	while (!disk->stopped) {
		if (!disk->asked) {
			pthread_cond_wait(&disk->changed, &disk->mutex);
			continue;
		}
		disk->asked = false;
		pthread_mutex_unlock(&disk->mutex);
		sandbox_store_sync(disk->store);
		eventfd_write(disk->event, 1);
		pthread_mutex_lock(&disk->mutex);
	}
	pthread_mutex_unlock(&disk->mutex);
	return NULL;
}

static void free_disk(struct sandbox_disk *disk)
{
	pthread_cond_destroy(&disk->changed);
	pthread_mutex_destroy(&disk->mutex);
	free(disk);
}

struct sandbox_disk *sandbox_disk_start(struct sandbox_store *store, int event)
{
	struct sandbox_disk *disk = calloc(1, sizeof *disk);
	if (!disk) {
		return NULL;
	}
	disk->store = store;
	disk->event = event;
	sandbox_store_sync(store);
	disk->mark = sandbox_store_mark(store);
	pthread_mutex_init(&disk->mutex, NULL);
	pthread_cond_init(&disk->changed, NULL);
	if (pthread_create(&disk->thread, NULL, sync_for_all, disk) != 0) {
		free_disk(disk);
		return NULL;
	}
	return disk;
}

void sandbox_disk_write(struct sandbox_disk *disk)
{
	unsigned mark = sandbox_store_mark(disk->store);
	pthread_mutex_lock(&disk->mutex);
	if (mark != disk->mark) {
		disk->mark = mark;
		disk->asked = true;
		pthread_cond_signal(&disk->changed);
	}
	pthread_mutex_unlock(&disk->mutex);
}

void sandbox_disk_stop(struct sandbox_disk *disk)
{
	if (!disk) {
		return;
	}
	pthread_mutex_lock(&disk->mutex);
	disk->stopped = true;
	pthread_cond_signal(&disk->changed);
	pthread_mutex_unlock(&disk->mutex);
	pthread_join(disk->thread, NULL);
	free_disk(disk);
}
