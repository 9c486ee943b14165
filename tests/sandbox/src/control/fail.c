/* sandbox/fail: calls that fail on purpose. */
#include "control/handlers.h"

#include "base/text.h"

#include <string.h>

#define TIMES_MAX        1000
#define MILLISECONDS_MAX 120000
#define ACTION_CODE_MAX  999999

void sandbox_control_failures(const struct sandbox_control_request *request)
{
	struct json_object *list = sandbox_failures_list(request->gateway->failures);
	sandbox_json_value(sandbox_control_start(request, 200), "failures", list);
}

static enum sandbox_failure_kind find_kind(const char *name)
{
	for (int kind = SANDBOX_FAILURE_NONE + 1; kind < SANDBOX_FAILURE_KINDS; kind++) {
		if (sandbox_text_equal(name, sandbox_failure_names[kind])) {
			return (enum sandbox_failure_kind)kind;
		}
	}
	return SANDBOX_FAILURE_NONE;
}

/* False unless the number is from 1 to most. If it is not given, *number stays as it is. */
static bool read_number(const struct sandbox_control_request *request, const char *name, int64_t most, int64_t *number)
{
	const char *text = sandbox_form_value(request->arguments, name);
	*number = text ? sandbox_text_integer(text) : *number;
	return *number >= 1 && *number <= most;
}

/* Action codes may be negative, and 0 is none. */
static bool read_action_code(const struct sandbox_control_request *request, int64_t *code)
{
	const char *text = sandbox_form_value(request->arguments, "actionCode");
	bool negative = text && text[0] == '-';
	int64_t size = text ? sandbox_text_integer(text + negative) : 0;
	*code = negative ? -size : size;
	return size >= 1 && size <= ACTION_CODE_MAX;
}

/* The first argument that the kind does not have, or NULL. */
static const char *find_foreign(const struct sandbox_control_request *request, const char *own)
{
	static const char *const common[] = {"with", "method", "times"};
	for (size_t i = 0; i < request->arguments->count; i++) {
		const char *name = request->arguments->fields[i].name;
		bool known = sandbox_text_equal(name, own);
		for (size_t k = 0; k < sizeof common / sizeof *common; k++) {
			known = known || strcmp(common[k], name) == 0;
		}
		if (!known) {
			return name;
		}
	}
	return NULL;
}

/* The argument that is wrong, or NULL. */
static const char *read_failure(const struct sandbox_control_request *request, struct sandbox_failure *failure,
	const struct sandbox_method **method, int64_t *times)
{
	static const char *const values[SANDBOX_FAILURE_KINDS] = {
		[SANDBOX_FAILURE_SLOW] = "milliseconds",
		[SANDBOX_FAILURE_DECLINE] = "actionCode",
	};
	const char *path = sandbox_form_value(request->arguments, "method");
	*failure = (struct sandbox_failure){.kind = find_kind(sandbox_form_value(request->arguments, "with"))};
	*method = path ? sandbox_method_named(path) : NULL;
	*times = 1;
	bool declines = failure->kind == SANDBOX_FAILURE_DECLINE;
	if (failure->kind == SANDBOX_FAILURE_NONE) {
		return "with";
	}
	if (path && (!*method || (declines && !sandbox_method_pays(*method)))) {
		return "method";
	}
	if (!read_number(request, "times", TIMES_MAX, times)) {
		return "times";
	}
	const char *value = values[failure->kind];
	bool right = declines ? read_action_code(request, &failure->value)
						  : !value || read_number(request, value, MILLISECONDS_MAX, &failure->value);
	return right ? find_foreign(request, value) : value;
}

void sandbox_control_fail_calls(const struct sandbox_control_request *request)
{
	struct sandbox_failure failure;
	const struct sandbox_method *method;
	int64_t times;
	const char *wrong = read_failure(request, &failure, &method, &times);
	if (wrong) {
		sandbox_control_fail(request, 400, wrong, "wrong value");
	} else if (!sandbox_failures_add(request->gateway->failures, &failure, method, times)) {
		sandbox_control_fail(request, 400, NULL, "Too many failures are pending");
	} else {
		sandbox_control_failures(request);
	}
}
