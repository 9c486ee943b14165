/* sandbox/clock: shows and moves the clock. */
#include "control/handlers.h"

#include "base/clock.h"
#include "base/text.h"

#include <string.h>

void sandbox_control_clock(const struct sandbox_control_request *request)
{
	struct json_object *json = sandbox_control_start(request, 200);
	sandbox_json_number(json, "now", sandbox_clock_now());
	sandbox_json_number(json, "offset", sandbox_clock_offset());
}

/* Parses seconds, which may be negative, into milliseconds. */
static bool read_seconds(const char *text, int64_t *milliseconds)
{
	bool negative = text[0] == '-';
	int64_t seconds = sandbox_text_integer(text + negative);
	if (seconds < 0 || seconds > INT64_C(1000000000000)) {
		return false;
	}
	*milliseconds = negative ? -seconds * 1000 : seconds * 1000;
	return true;
}

static bool read_now(const char *text, int64_t *offset)
{
	int64_t moment;
	if (!sandbox_clock_parse(text, 0, &moment) && !read_seconds(text, &moment)) {
		return false;
	}
	*offset = moment - (sandbox_clock_now() - sandbox_clock_offset());
	return true;
}

static bool read_advance(const char *text, int64_t *offset)
{
	int64_t step;
	if (!read_seconds(text, &step)) {
		return false;
	}
	*offset = sandbox_clock_offset() + step;
	return true;
}

static bool read_reset(const char *text, int64_t *offset)
{
	*offset = 0;
	return strcmp(text, "1") == 0;
}

static const struct {
	const char *name;
	bool (*read)(const char *text, int64_t *offset);
} clock_moves[] = {
	{"now", read_now},
	{"advance", read_advance},
	{"reset", read_reset},
};

static bool save_clock(struct sandbox_store *store, int64_t offset)
{
	return sandbox_store_begin(store) && sandbox_store_end(store, sandbox_store_save_clock(store, offset));
}

static void move_clock(const struct sandbox_control_request *request, const char *name, int64_t offset)
{
	int64_t before = sandbox_clock_offset();
	if (!sandbox_clock_shift(offset)) {
		sandbox_control_fail(request, 400, name, "leaves the years 1970 to 9999");
		return;
	}
	if (!save_clock(request->gateway->store, offset)) {
		sandbox_clock_shift(before);
		sandbox_control_store_failed(request);
		return;
	}
	sandbox_control_clock(request);
}

void sandbox_control_move_clock(const struct sandbox_control_request *request)
{
	int64_t offset;
	if (request->arguments->count != 1) {
		sandbox_control_fail(request, 400, NULL, "Expected one of now, advance, reset");
		return;
	}
	const struct sandbox_field *field = &request->arguments->fields[0];
	for (size_t i = 0; i < sizeof clock_moves / sizeof *clock_moves; i++) {
		if (strcmp(clock_moves[i].name, field->name) != 0) {
			continue;
		}
		if (clock_moves[i].read(field->value, &offset)) {
			move_clock(request, field->name, offset);
		} else {
			sandbox_control_fail(request, 400, field->name, "wrong value");
		}
		return;
	}
	sandbox_control_fail(request, 400, field->name, "is an unknown parameter");
}
