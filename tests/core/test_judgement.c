/* The table of ext/core/README.md, "What an answer means": each cell, for each method in each dialect. */
#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_COLUMNS = 16, MOST_STATUSES = 8, LONGEST_LINE = 512 };

struct column {
	int statuses[MOST_STATUSES];
	size_t count;
};

struct cell {
	enum pgw_error_kind kind; /* NONE: a good reply */
	bool unknown;             /* of a call that changes something */
};

static struct column columns[MOST_COLUMNS];
static size_t column_count;

/* ---------------------------------------------------------------- reading the table */

/* The cells of "| a | b |", trimmed; returns how many there are. */
static size_t split(char *line, char *cells[MOST_COLUMNS])
{
	size_t count = 0;

	for (char *at = strtok(line, "|\n"); at && count < MOST_COLUMNS; at = strtok(NULL, "|\n")) {
		char *end = at + strlen(at);

		at += strspn(at, " ");
		while (end > at && end[-1] == ' ') {
			*--end = '\0';
		}
		if (*at) {
			cells[count++] = at;
		}
	}
	return count;
}

static void read_columns(char *line)
{
	char *cells[MOST_COLUMNS];
	size_t count = split(line, cells);

	assert_true(count > 1);
	column_count = count - 1;
	for (size_t i = 0; i < column_count; i++) {
		for (char *at = cells[i + 1]; *at; at += strspn(at, ", ")) {
			columns[i].statuses[columns[i].count++] = (int)strtol(at, &at, 10);
		}
	}
}

static struct cell read_cell(const char *text)
{
	static const struct {
		const char *name;
		enum pgw_error_kind kind;
	} kinds[] = {
		{"good", PGW_ERROR_NONE},
		{"Reply", PGW_ERROR_REPLY},
		{"RateLimit", PGW_ERROR_RATE_LIMIT},
		{"Gateway", PGW_ERROR_GATEWAY},
		{"Declined", PGW_ERROR_DECLINED},
		{"System", PGW_ERROR_SYSTEM},
	};
	size_t length = strcspn(text, "?");

	for (size_t i = 0; i < COUNT(kinds); i++) {
		if (strlen(kinds[i].name) == length && strncmp(text, kinds[i].name, length) == 0) {
			return (struct cell){kinds[i].kind, text[length] == '?'};
		}
	}
	fail_msg("%s is no exception of the table", text);
	return (struct cell){PGW_ERROR_NONE, false};
}

/* ---------------------------------------------------------------- bodies */

/* What the row of a method demands of a good reply, as JSON: the first of "a|b.c", and the word that it answers. */
static void write_good_reply(char to[LONGEST_LINE], const struct pgw_method *method)
{
	const char *holds = method->reply_holds ? method->reply_holds : "";
	size_t name = strcspn(holds, ".|"), inner = holds[name] == '.' ? strcspn(holds + name + 1, "|") : 0;
	size_t length = 1;

	strcpy(to, "{");
	if (method->answer) {
		length += (size_t)sprintf(to + length, "\"%s\":\"%s\"", method->answer->member, method->answer->done);
	}
	if (inner) {
		length += (size_t)sprintf(to + length, "%s\"%.*s\":{\"%.*s\":\"0\"}", length > 1 ? "," : "", (int)name, holds,
			(int)inner, holds + name + 1);
	} else if (name) {
		length += (size_t)sprintf(to + length, "%s\"%.*s\":\"0\"", length > 1 ? "," : "", (int)name, holds);
	}
	strcpy(to + length, "}");
}

/* A body as the table writes it: in backticks, or in words. */
static void write_body(char to[LONGEST_LINE], const char *cell, const struct pgw_method *method)
{
	if (*cell == '`') {
		snprintf(to, LONGEST_LINE, "%.*s", (int)strcspn(cell + 1, "`"), cell + 1);
	} else if (strcmp(cell, "nothing") == 0) {
		*to = '\0';
	} else if (strcmp(cell, "the least good reply") == 0) {
		write_good_reply(to, method);
	} else {
		fail_msg("%s is no body", cell);
	}
}

/* ---------------------------------------------------------------- judging */

static void judge_one(const struct pgw_request *request, const char *body, int status, struct cell expected)
{
	bool changes = request->method->flags & PGW_CHANGES;
	void *reply = pgw_json_parse(text_of(body), 64);
	struct pgw_error error = {.kind = PGW_ERROR_NONE};
	enum pgw_verdict verdict = judge(request, status, &pgw_json_tree, reply, "no JSON", &error);

	if (verdict != PGW_REPLY_ERROR) {
		error = (struct pgw_error){.kind = PGW_ERROR_NONE};
	}
	if (error.kind != expected.kind || error.outcome_unknown != (expected.unknown && changes)) {
		fail_msg("%s: HTTP %d %s: kind %d%s, expected %d%s: %s", request->name, status, body, error.kind,
			error.outcome_unknown ? "?" : "", expected.kind, expected.unknown && changes ? "?" : "", error.message);
	}
	pgw_json_free(reply);
}

/* One line of the table for one method. */
static size_t judge_line(const struct pgw_request *request, char *cells[], size_t count)
{
	char body[LONGEST_LINE];
	size_t judged = 0;

	assert_int_equal(count, column_count + 1);
	write_body(body, cells[0], request->method);
	for (size_t i = 0; i < column_count; i++) {
		for (size_t j = 0; j < columns[i].count; j++) {
			judge_one(request, body, columns[i].statuses[j], read_cell(cells[i + 1]));
			judged++;
		}
	}
	return judged;
}

static size_t judge_every_method(char *cells[], size_t count)
{
	size_t judged = 0;

	for (int dialect = 0; dialect < PGW_DIALECTS; dialect++) {
		struct pgw_client *client = client_of(dialect == PGW_DIALECT_SBERBANK ? "{'dialect':'sberbank'}" : NULL);

		for (const struct pgw_method *method = pgw_methods(); method->name; method++) {
			struct built built;

			if (!method->wire[dialect].path) {
				continue;
			}
			assert_true(build(
				&built, client, method->name, NULL, least_parameters_in((enum pgw_dialect)dialect, method->name)));
			judged += judge_line(&built.request, cells, count);
			built_free(&built);
		}
		pgw_client_free(client);
	}
	return judged;
}

static void judges_as_the_table_says(void **state)
{
	static const char title[] = "| body |";
	char line[LONGEST_LINE], *cells[MOST_COLUMNS];
	FILE *table = fopen(CORE_README, "r");
	size_t lines = 0, judged = 0;

	(void)state;
	assert_non_null(table);
	while (fgets(line, sizeof(line), table) && strncmp(line, title, strlen(title)) != 0) {
	}
	read_columns(line);
	assert_non_null(fgets(line, sizeof(line), table)); /* |---| */
	while (fgets(line, sizeof(line), table) && *line == '|') {
		size_t count = split(line, cells);

		judged += judge_every_method(cells, count);
		lines++;
	}
	fclose(table);
	assert_true(lines >= 20);
	assert_true(judged >= 10000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(judges_as_the_table_says),
	};

	return cmocka_run_group_tests_name("judgement", tests, NULL, NULL);
}
