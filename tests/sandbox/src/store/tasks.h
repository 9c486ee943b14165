#ifndef SANDBOX_STORE_TASKS_H
#define SANDBOX_STORE_TASKS_H

#include "model/task.h"
#include "store/database.h"

#include <stdbool.h>

/* Creates the tables and prepares the statements; for store.c. */
bool sandbox_store_open_tasks(struct sandbox_store *store);

/* Updates the time when the first task is due: after every change, and after a rollback. */
void sandbox_store_refresh_task_due(struct sandbox_store *store);

/* A task of a merchant by either id. The caller frees a found one with sandbox_task_free(). */
enum sandbox_found sandbox_store_task_by_id(
	struct sandbox_store *store, int64_t merchant, const char *id, struct sandbox_task *task);
enum sandbox_found sandbox_store_task_by_merchant_id(
	struct sandbox_store *store, int64_t merchant, const char *id, struct sandbox_task *task);

/* Fills in the row number. NOT_FOUND says that the merchant already has a task of that merchantTaskUuid. */
enum sandbox_found sandbox_store_task_insert(struct sandbox_store *store, struct sandbox_task *task);
bool sandbox_store_task_update(struct sandbox_store *store, const struct sandbox_task *task);

/* False if that date already has an attempt. */
bool sandbox_store_task_attempt_insert(struct sandbox_store *store, const struct sandbox_task_attempt *attempt);

/* All attempts of a task, oldest first. The caller frees *attempts. */
bool sandbox_store_list_task_attempts(
	struct sandbox_store *store, int64_t task, struct sandbox_task_attempt **attempts, size_t *count);

/* Dates to skip, by their number in the schedule. */
bool sandbox_store_task_skip_insert(struct sandbox_store *store, int64_t task, int64_t number);
bool sandbox_store_is_task_skipped(struct sandbox_store *store, int64_t task, int64_t number);

/* Whether any task is due. Needs no lock and costs one comparison. */
bool sandbox_store_is_any_task_due(struct sandbox_store *store, int64_t now);

/* The task that has been due longest. */
enum sandbox_found sandbox_store_next_due_task(struct sandbox_store *store, int64_t now, struct sandbox_task *task);

#endif
