/* The columns of a recurring task. */
#include "model/task.h"

#include <string.h>

const char *const sandbox_task_state_names[SANDBOX_TASK_STATES] = {
	[SANDBOX_TASK_CREATED] = "CREATED",
	[SANDBOX_TASK_ACTIVE] = "ACTIVE",
	[SANDBOX_TASK_FAILED] = "FAILED",
	[SANDBOX_TASK_COMPLETED] = "COMPLETED",
	[SANDBOX_TASK_TERMINATED] = "TERMINATED",
	[SANDBOX_TASK_EXPIRED] = "EXPIRED",
};

#define NUMBER(name, member) \
	{ \
		name, SANDBOX_COLUMN_NUMBER, offsetof(struct sandbox_task, member), false \
	}
#define TEXT(name, member) \
	{ \
		name, SANDBOX_COLUMN_TEXT, offsetof(struct sandbox_task, member), false \
	}

const struct sandbox_column sandbox_task_columns[] = {
	NUMBER("merchant", merchant),
	TEXT("taskUuid", id),
	TEXT("merchantTaskUuid", merchant_id),
	NUMBER("state", state),
	NUMBER("amount", amount),
	TEXT("currency", currency),
	TEXT("bindingId", binding),
	TEXT("clientId", client_id),
	TEXT("cardHolder", cardholder),
	TEXT("scheduledSince", since),
	TEXT("scheduledTill", till),
	NUMBER("since", schedule.since),
	NUMBER("till", schedule.till),
	NUMBER("zone", schedule.zone),
	NUMBER("timeUnit", schedule.unit),
	NUMBER("value", schedule.value),
	NUMBER("created", created_at),
	NUMBER("updated", updated_at),
	NUMBER("lastPaymentDate", paid_at),
	NUMBER("dueDate", due_at),
	NUMBER("number", number),
	NUMBER("failures", failures),
	TEXT("attributes", attributes),
	TEXT("params", params),
	{NULL, SANDBOX_COLUMN_NUMBER, 0, false},
};

void sandbox_task_free(struct sandbox_task *task)
{
	sandbox_columns_free_texts(task, sandbox_task_columns);
	memset(task, 0, sizeof *task);
}
