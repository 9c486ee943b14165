#ifndef SANDBOX_TASK_TASK_PAYMENT_H
#define SANDBOX_TASK_TASK_PAYMENT_H

#include "store/store.h"

/* What tasks do by themselves. */

/*
 * Makes every payment that has fallen due, each dated when it was due, the earlier before the later: all of them or,
 * after false, none. Whoever looks at anything calls it first. Costs nothing while nothing is due.
 */
bool sandbox_tasks_settle(struct sandbox_store *store, int64_t now);

/* Sets the task to its first date from that number on, and not before that moment, which is not skipped; or to none. */
void sandbox_task_set_next(struct sandbox_store *store, struct sandbox_task *task, int64_t number, int64_t from);

/* The task's binding, if it may be charged for the task now. Else NOT_FOUND. */
enum sandbox_found sandbox_task_binding(struct sandbox_store *store, const struct sandbox_merchant *merchant,
	const struct sandbox_task *task, int64_t now, struct sandbox_binding *binding);

#endif
