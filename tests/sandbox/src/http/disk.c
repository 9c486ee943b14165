/* Answers that wait for the disk. The threads of the server must not: while one syncs, others can be carried out. */
#include "http/disk.h"

#include <pthread.h>
#include <stdlib.h>

struct waiting {
	struct waiting *next;
	struct MHD_Connection *connection;
};

struct sandbox_disk {
	struct sandbox_store *store;
	pthread_t thread;
	pthread_mutex_t mutex;
	pthread_cond_t changed;
	struct waiting *first;
	bool stopped;
};

static void resume_all(struct waiting *first)
{
	while (first) {
		struct waiting *next = first->next;
		MHD_resume_connection(first->connection);
		free(first);
		first = next;
	}
}

/* Those who come during a sync wait for the next one: it may not have theirs. */
static void *sync_for_all(void *argument)
{
	struct sandbox_disk *disk = argument;
	pthread_mutex_lock(&disk->mutex);
	while (!disk->stopped || disk->first) {
		struct waiting *first = disk->first;
		if (!first) {
			pthread_cond_wait(&disk->changed, &disk->mutex);
			continue;
		}
		disk->first = NULL;
		pthread_mutex_unlock(&disk->mutex);
		sandbox_store_sync(disk->store);
		resume_all(first);
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
	pthread_mutex_init(&disk->mutex, NULL);
	pthread_cond_init(&disk->changed, NULL);
	if (pthread_create(&disk->thread, NULL, sync_for_all, disk) != 0) {
		sandbox_disk_free(disk);
		return NULL;
	}
	return disk;
}

/* Then nobody else is kept waiting, and the change of threads is saved. */
static bool is_alone(struct MHD_Connection *connection)
{
	const union MHD_ConnectionInfo *owner = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_DAEMON);
	const union MHD_DaemonInfo *info = MHD_get_daemon_info(owner->daemon, MHD_DAEMON_INFO_CURRENT_CONNECTIONS);
	return info && info->num_connections == 1;
}

bool sandbox_disk_wait(struct sandbox_disk *disk, struct MHD_Connection *connection)
{
	if (sandbox_store_is_durable(disk->store)) {
		return false;
	}
	if (is_alone(connection)) {
		sandbox_store_sync(disk->store);
		return false;
	}
	struct waiting *waiting = malloc(sizeof *waiting);
	pthread_mutex_lock(&disk->mutex);
	bool waits = waiting && !disk->stopped;
	if (waits) {
		*waiting = (struct waiting){.next = disk->first, .connection = connection};
		disk->first = waiting;
		/* Under the lock, so that nobody lets it go on before. */
		MHD_suspend_connection(connection);
		pthread_cond_signal(&disk->changed);
	}
	pthread_mutex_unlock(&disk->mutex);
	if (!waits) {
		free(waiting);
		sandbox_store_sync(disk->store);
	}
	return waits;
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
}

void sandbox_disk_free(struct sandbox_disk *disk)
{
	if (!disk) {
		return;
	}
	pthread_cond_destroy(&disk->changed);
	pthread_mutex_destroy(&disk->mutex);
	free(disk);
}
