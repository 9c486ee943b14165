#ifndef SANDBOX_TASK_TASK_PAYMENT_H
#define SANDBOX_TASK_TASK_PAYMENT_H

#include "store/store.h"

/* What tasks do by themselves. */

/*
 * Makes every payment that has fallen due, in order of time and dated when it was due, in one transaction. Every
 * request calls this first; it costs next to nothing while nothing is due. False if the store failed.
 */
bool sandbox_tasks_settle(struct sandbox_store *store, int64_t now);

/*
 * Moves the task to its next date that is not skipped: from that number on and not before that time. due_at is 0 if
 * there is none.
 */
void sandbox_task_set_next(struct sandbox_store *store, struct sandbox_task *task, int64_t number, int64_t from);

/* The task's binding, if it may be charged now; NOT_FOUND if not. */
enum sandbox_found sandbox_task_binding(struct sandbox_store *store, const struct sandbox_merchant *merchant,
	const struct sandbox_task *task, int64_t now, struct sandbox_binding *binding);

#endif
