/* The thread that waits for the disk: once for all that ended before it began. */
#include "http/disk.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

struct sandbox_disk {
	struct sandbox_store *store;
	int event;
	bool running;
	pthread_t thread;
	pthread_mutex_t mutex;
	pthread_cond_t changed;
	unsigned wanted; /* all before this mark shall be on disk */
	bool stopped;
};

/* Those who come during a sync wait for the next one: it may not have theirs. */
static void *sync_for_all(void *argument)
{
	struct sandbox_disk *disk = argument;
	pthread_mutex_lock(&disk->mutex);
	while (!disk->stopped) {
		if (sandbox_store_is_durable(disk->store, disk->wanted)) {
			pthread_cond_wait(&disk->changed, &disk->mutex);
			continue;
		}
		pthread_mutex_unlock(&disk->mutex);
		sandbox_store_sync(disk->store);
		eventfd_write(disk->event, 1);
		pthread_mutex_lock(&disk->mutex);
	}
	pthread_mutex_unlock(&disk->mutex);
	return NULL;
}

struct sandbox_disk *sandbox_disk_start(struct sandbox_store *store)
{
	struct sandbox_disk *disk = calloc(1, sizeof *disk);
	if (!disk) {
		return NULL;
	}
	disk->store = store;
	disk->event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	disk->wanted = sandbox_store_mark(store);
	pthread_mutex_init(&disk->mutex, NULL);
	pthread_cond_init(&disk->changed, NULL);
	disk->running = disk->event >= 0 && pthread_create(&disk->thread, NULL, sync_for_all, disk) == 0;
	if (disk->running) {
		return disk;
	}
	sandbox_disk_stop(disk);
	return NULL;
}

void sandbox_disk_write(struct sandbox_disk *disk)
{
	pthread_mutex_lock(&disk->mutex);
	disk->wanted = sandbox_store_mark(disk->store);
	pthread_cond_signal(&disk->changed);
	pthread_mutex_unlock(&disk->mutex);
}

int sandbox_disk_event(const struct sandbox_disk *disk)
{
	return disk->event;
}

void sandbox_disk_seen(struct sandbox_disk *disk)
{
	eventfd_t count;
	eventfd_read(disk->event, &count);
}

void sandbox_disk_stop(struct sandbox_disk *disk)
{
	if (!disk) {
		return;
	}
	if (disk->running) {
		pthread_mutex_lock(&disk->mutex);
		disk->stopped = true;
		pthread_cond_signal(&disk->changed);
		pthread_mutex_unlock(&disk->mutex);
		pthread_join(disk->thread, NULL);
	}
	pthread_cond_destroy(&disk->changed);
	pthread_mutex_destroy(&disk->mutex);
	close(disk->event);
	free(disk);
}
