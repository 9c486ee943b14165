#ifndef SANDBOX_BENCH_H
#define SANDBOX_BENCH_H

#include "gateway/gateway.h"

/* A whole gateway in memory, asked without HTTP. */
struct bench {
	struct sandbox_gateway gateway;
	struct sandbox_reply reply; /* the last one */
};

#define CLASSIC_LOGIN "userName=test_user&password=test_user_password&"
#define JSON_LOGIN    "\"userName\":\"test_user\",\"password\":\"test_user_password\","
#define BENCH_NOW     "2026-11-21T12:00:00"
#define UUID_SIZE     37

/* At noon of a certain day. */
void bench_open(struct bench *bench);
void bench_close(struct bench *bench);

/* Changes a setting of the default merchant, which must be right. */
void bench_set(struct bench *bench, const char *name, const char *value);

/* Lets time pass. */
void bench_wait(int64_t seconds);

/*
 * Sends a form, or a JSON object in Sberbank's dialect, in the classic one, below the host's root, after the login;
 * the format fills it in. Answers errorCode, 0 if there is none.
 */
__attribute__((format(printf, 3, 4))) int bench_form(struct bench *bench, const char *path, const char *format, ...);
__attribute__((format(printf, 3, 4))) int bench_json(struct bench *bench, const char *path, const char *format, ...);
__attribute__((format(printf, 3, 4))) int bench_object(struct bench *bench, const char *path, const char *format, ...);
__attribute__((format(printf, 3, 4))) int bench_host(struct bench *bench, const char *path, const char *format, ...);

/* The same with nothing before the body. */
int bench_body(struct bench *bench, enum sandbox_base base, const char *path, const char *body);

/* Asks for a page outside of the portal, by POST if there is a body. Answers the HTTP status. */
unsigned bench_page(struct bench *bench, const char *path, const char *query, const char *body);

/* A member of the last answer, by a path like a.b.0.c; NULL if it is not there. */
struct json_object *bench_member(const struct bench *bench, const char *path);
const char *bench_text(const struct bench *bench, const char *path);

/* Whether the last request has that warning; NULL: any. */
bool bench_warned(const struct bench *bench, const char *text);

/* A registered order; more is added to its registration. Then one that is paid by card. */
void bench_register(struct bench *bench, const char *method, int amount, const char *more, char id[UUID_SIZE]);
void bench_pay(struct bench *bench, const char *id);
void bench_paid(struct bench *bench, const char *method, int amount, const char *more, char id[UUID_SIZE]);

/* Asserts the state and the money of an order. */
void bench_expect(struct bench *bench, const char *id, int state, int approved, int deposited, int refunded);

#endif
