/* What every test of the core needs: clients, requests and nodes made of JSON text, and rows run as tests. */
#ifndef FIXTURE_H
#define FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pgw.h"

/* What cmocka 2 calls it; there the older name is a warning. */
#ifndef assert_uint_in_range
#	define assert_uint_in_range(value, least, most) assert_in_range(value, least, most)
#endif

#define BASE_URI    "https://127.0.0.1:1/payment/"
#define USER_NAME   "test_user"
#define PASSWORD    "test_user_password"
#define TOKEN       "tok-0123456789abcdef"
#define CREDENTIALS "userName=" USER_NAME "&password=" PASSWORD
/* How each body of Sberbank's dialect begins, and the order that its least parameters name. */
#define JSON_CREDENTIALS "{'userName':'" USER_NAME "','password':'" PASSWORD "'"
#define ORDER_36         "0b5d1f5e-0000-4000-8000-a1b2c3d4e5f6"
#define BINDING_36       "0b5d1f5e-0000-4000-8000-b1b2b3b4b5b6"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct pgw_text text_of(const char *text);

/*
 * The tests write JSON with single quotes: {'errorCode':0}. Each function here that takes JSON turns ' into " and `
 * into an apostrophe. A text that holds a " is taken as it is: an answer of the core, for example.
 */

/* A node of JSON text that must be valid; NULL gives NULL. */
void *node_of_json(const char *json);
/* The JSON text itself, valid until the fourth call after this one; NULL gives NULL. */
const char *json_of(const char *text);
/* `count` times the unit; freed by the caller. */
char *repeat(const char *unit, size_t count);

/* A client with a user name and password; `options` is JSON or NULL. It must succeed. */
struct pgw_client *client_at(const char *base_uri, const char *options);
struct pgw_client *client_of(const char *options);
struct pgw_client *client_with_token(void);
/* The same of a bank's preset. */
struct pgw_client *client_of_bank(const char *name, const char *options);
struct pgw_client *client_of_bank_with_token(const char *name);

/* A request and the nodes that it borrows. */
struct built {
	struct pgw_request request;
	struct pgw_error error;
	void *arguments, *parameters;
	bool good;
};

/* `arguments` and `parameters` are JSON objects, or NULL; each member of `arguments` is one typed argument. */
bool build(struct built *built, const struct pgw_client *client, const char *method, const char *arguments,
	const char *parameters);
/* The same with nodes, which the built request then owns, read by a tree of the test's own. */
bool build_nodes(struct built *built, const struct pgw_client *client, const char *method, const struct pgw_tree *tree,
	void *arguments, void *parameters);
bool build_path(struct built *built, const struct pgw_client *client, struct pgw_text path, const char *parameters);
void built_free(struct built *built);

/* The least that each method takes, for tests that do not care; fails the test for a method without an entry. */
const char *least_parameters_in(enum pgw_dialect dialect, const char *method);
const char *least_parameters(const char *method); /* in the classic dialect */
/* A request of a method that is called "refund+id" when it is a refund that may be repeated, or of a path. */
void build_any(struct built *built, const struct pgw_client *client, const char *call);

/* Runs a table as a group, one test for each row. A row is a struct that begins with `const char *label`. */
#define RUN_ROWS(name, rows, test) run_row_tests(name, rows, sizeof((rows)[0]), COUNT(rows), test)
int run_row_tests(const char *name, const void *rows, size_t size, size_t count, CMUnitTestFunction test);

/* Fails with both texts when the part is not in the whole. */
void assert_holds(const char *whole, const char *part);
void assert_lacks(const char *whole, const char *part);

/* pgw_reply_judge() of an answer to the first attempt. */
enum pgw_verdict judge(const struct pgw_request *request, int http_status, const struct pgw_tree *tree,
	const void *reply, const char *flaw, struct pgw_error *error);

#endif
