/* The parameters of the methods about recurring tasks. */
#include "request/requests.h"

#include "request/rows.h"
#include "request/shapes.h"

/* One row per line. */
/* clang-format off */

#define COMMON OBJECT_CREDENTIALS, P("locale", LETTERS, OPTIONAL, 2, 2, 0)

static const struct sandbox_parameter identifier[] = {
	P("merchantLogin", TEXT, CONDITIONAL, 1, 255, 0),
	P("merchantTaskUuid", TEXT, CONDITIONAL, 1, 255, 0),
	P("taskUuid", TEXT, CONDITIONAL, 1, 36, 0),
};
static const struct sandbox_shape identifier_shape = SHAPE(identifier);

static const struct sandbox_parameter schedule[] = {
	P("scheduledSince", TEXT, MANDATORY, 28, 28, 0),
	P("scheduledTill", TEXT, MANDATORY, 28, 28, 0),
	P("timeUnit", TEXT, MANDATORY, 1, 16, 0),
	UP_TO("value", MANDATORY, 6, 999999),
};
static const struct sandbox_shape schedule_shape = SHAPE(schedule);

/* Tasks are for stored cards only: pan and expiry are known names, but the handler refuses them. */
static const struct sandbox_parameter new_task[] = {
	P("amount", AMOUNT, MANDATORY, 1, 12, 0),
	P("bindingId", TEXT, MANDATORY, 1, 255, 0),
	P("cardHolder", TEXT, OPTIONAL, 1, 150, 0),
	P("clientId", TEXT, MANDATORY, 1, 255, 0),
	P("currency", INTEGER, MANDATORY, 3, 3, 0),
	P("expiry", INTEGER, OPTIONAL, 6, 6, 0),
	P("merchantTaskUuid", TEXT, MANDATORY, 1, 255, 0),
	P("pan", INTEGER, OPTIONAL, 1, 19, 0),
	SHAPED("attributes", OBJECT, OPTIONAL, 0, sandbox_shape_scalars),
	SHAPED("params", OBJECT, OPTIONAL, 0, sandbox_shape_scalars),
	SHAPED("scheduleData", OBJECT, MANDATORY, 0, schedule_shape),
};
static const struct sandbox_shape new_task_shape = SHAPE(new_task);

static const struct sandbox_parameter create[] = {
	COMMON,
	P("merchantLogin", TEXT, OPTIONAL, 1, 255, 0),
	SHAPED("task", OBJECT, MANDATORY, 0, new_task_shape),
};
const struct sandbox_shape sandbox_request_task_create = SHAPE(create);

static const struct sandbox_parameter changed_task[] = {
	P("bindingId", TEXT, OPTIONAL, 1, 255, 0),
	P("cardholder", TEXT, OPTIONAL, 1, 150, 0),
	P("clientId", TEXT, OPTIONAL, 1, 255, 0),
	P("expiry", INTEGER, OPTIONAL, 6, 6, 0),
	P("pan", INTEGER, OPTIONAL, 1, 19, 0),
	SHAPED("attributes", OBJECT, OPTIONAL, 0, sandbox_shape_scalars),
	SHAPED("params", OBJECT, OPTIONAL, 0, sandbox_shape_scalars),
	SHAPED("taskIdentifier", OBJECT, MANDATORY, 0, identifier_shape),
};
static const struct sandbox_shape changed_task_shape = SHAPE(changed_task);

static const struct sandbox_parameter modify[] = {
	COMMON,
	SHAPED("task", OBJECT, MANDATORY, 0, changed_task_shape),
};
const struct sandbox_shape sandbox_request_task_modify = SHAPE(modify);

static const struct sandbox_parameter task[] = {
	COMMON,
	SHAPED("taskIdentifier", OBJECT, MANDATORY, 0, identifier_shape),
};
const struct sandbox_shape sandbox_request_task = SHAPE(task);

/* The published table has the first name, the sample the second. */
static const struct sandbox_parameter tasks[] = {
	COMMON,
	SHAPED("taskIdentifiers", LIST, CONDITIONAL, 0, identifier_shape),
	SHAPED("tasksIdentifiers", LIST, CONDITIONAL, 0, identifier_shape),
};
const struct sandbox_shape sandbox_request_task_list = SHAPE(tasks);

static const struct sandbox_parameter skip[] = {
	COMMON,
	SHAPED("taskIdentifier", OBJECT, MANDATORY, 0, identifier_shape),
	UP_TO("paymentNumber", MANDATORY, 5, 10000),
};
const struct sandbox_shape sandbox_request_task_skip = SHAPE(skip);
/* clang-format on */
