/*
 * The core of payment_gateway: what the RBS/BPC gateway's methods are, how a request is checked, encoded and sent,
 * and what a reply means. It knows nothing of PHP and keeps no global state.
 *
 * Memory: whoever calls a *_create or *_init function calls the matching *_free. Every `const void *` node and every
 * struct pgw_text is borrowed from the caller and must stay valid for as long as the struct that holds it is used.
 *
 * Errors are values: a function that can fail takes a struct pgw_error * and returns false. Nothing here prints,
 * exits or throws. No message ever holds a password, a token, a card number or a CVC.
 */
#ifndef PGW_H
#define PGW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* Text that somebody else owns; not zero-terminated. */
struct pgw_text {
	const char *at;
	size_t length;
};

#define PGW_TEXT(literal) ((struct pgw_text){(literal), sizeof(literal) - 1})

/* The length of the UTF-8 sequence of more than one byte at `at`; 0: it is none, or goes on past what is left. */
size_t pgw_text_sequence(const char *at, size_t left);

/* ---------------------------------------------------------------- values of the caller */

enum pgw_type { PGW_NULL, PGW_BOOLEAN, PGW_INTEGER, PGW_DOUBLE, PGW_STRING, PGW_LIST, PGW_OBJECT, PGW_FOREIGN };

/* Called for each entry of a list (empty name) or an object; false stops the walk. */
typedef bool (*pgw_visit)(void *context, struct pgw_text name, const void *value);

/*
 * How the core reads parameters and replies without owning them: the extension implements it for zvals, json.c for
 * json-c. An empty PHP array can be either: it calls itself a list, and the core takes an empty list for an object.
 * boolean, integer, real and text may be called only on a node of that type; member only on an object.
 */
struct pgw_tree {
	enum pgw_type (*type)(const void *node);
	bool (*boolean)(const void *node);
	int64_t (*integer)(const void *node);
	double (*real)(const void *node);
	struct pgw_text (*text)(const void *node);
	const void *(*member)(const void *object, struct pgw_text name); /* NULL: there is none */
	bool (*each)(const void *container, pgw_visit visit, void *context);
};

/*
 * What one call may be given. Whoever walks the caller's values counts against these: arrays that hold themselves, or
 * each other twice, are small in memory and endless to a walk.
 */
enum { PGW_MOST_LEVELS = 32, PGW_MOST_VALUES = 50000 };
enum pgw_bound { PGW_IN_BOUNDS, PGW_TOO_DEEP, PGW_TOO_MANY };

/* ---------------------------------------------------------------- errors */

/* What went wrong; the extension has one exception class for each. */
enum pgw_error_kind {
	PGW_ERROR_NONE,
	PGW_ERROR_ARGUMENT, /* refused before anything was sent */
	PGW_ERROR_TRANSPORT,
	PGW_ERROR_CONNECT,
	PGW_ERROR_TLS,
	PGW_ERROR_TIMEOUT,
	PGW_ERROR_REPLY, /* not the gateway's JSON */
	PGW_ERROR_RATE_LIMIT,
	PGW_ERROR_GATEWAY, /* an errorCode that the method's row does not know */
	PGW_ERROR_DUPLICATE_ORDER,
	PGW_ERROR_ORDER_NOT_FOUND,
	PGW_ERROR_ACCESS_DENIED,
	PGW_ERROR_INVALID_REQUEST,
	PGW_ERROR_INVALID_STATE,
	PGW_ERROR_BINDING,
	PGW_ERROR_DECLINED,
	PGW_ERROR_SYSTEM,
	PGW_ERROR_MEMORY, /* out of memory, or a handle that libcurl could not make */
	PGW_ERROR_KINDS
};

enum { PGW_EXCERPT = 256 };

struct pgw_error {
	enum pgw_error_kind kind;
	int64_t code;        /* the gateway's errorCode, when has_code */
	int64_t action_code; /* the bank's actionCode, when has_action_code */
	bool has_code;
	bool has_action_code;
	bool outcome_unknown;      /* money may have moved and nobody knows */
	bool retriable;            /* the same call may be sent again, and may then succeed */
	int http_status;           /* 0: no answer */
	char message[768];         /* UTF-8, zero-terminated */
	char excerpt[PGW_EXCERPT]; /* of a body that is no JSON object: its beginning, for people; "" without one */
};

/* Refuses a value that is out of bounds, and returns false. The message is `before`, the name, and what is wrong. */
bool pgw_refuse_bound(struct pgw_error *error, const char *before, struct pgw_text name, enum pgw_bound bound);

/* ---------------------------------------------------------------- the method table */

/* Banks speak one of these; everything that differs between them is data in the rows. */
enum pgw_dialect {
	PGW_DIALECT_CLASSIC,  /* RBS, BPC: forms below rest/, JSON elsewhere */
	PGW_DIALECT_SBERBANK, /* Sberbank's gateway since 2023: JSON throughout */
	PGW_DIALECTS
};

enum pgw_parameter_type {
	PGW_TAKES_TEXT,     /* characters, counted as code points */
	PGW_TAKES_DIGITS,   /* decimal digits, sent as text; an integer is taken too */
	PGW_TAKES_INTEGER,  /* the same, sent as a number where the body is JSON */
	PGW_TAKES_RANGE,    /* an integer from `minimum` to `maximum` */
	PGW_TAKES_AMOUNT,   /* minor units: an integer and nothing else */
	PGW_TAKES_QUANTITY, /* a number of at most 3 decimals: int, float or decimal text, sent as a number */
	PGW_TAKES_BOOLEAN,
	PGW_TAKES_WORD,            /* one of `words` */
	PGW_TAKES_DATE_TIME,       /* yyyy-MM-ddTHH:mm:ss */
	PGW_TAKES_ZONED_DATE_TIME, /* yyyy-MM-ddTHH:mm:ss.SSSZ, where Z is an offset such as +0300 */
	PGW_TAKES_FEATURES,        /* one text or a list of texts; a form repeats the name, JSON joins them by ';' */
	PGW_TAKES_TEXTS,           /* an object whose values are texts: jsonParams */
	PGW_TAKES_PAIRS,           /* the same, sent as a list of {name, value} where the body is JSON */
	PGW_TAKES_TEXT_LIST,       /* a list of texts */
	PGW_TAKES_OBJECT,          /* an object of `members`; a form carries it as JSON text */
	PGW_TAKES_LIST             /* a list of such objects */
};

enum pgw_parameter_flag {
	PGW_MANDATORY = 1,
	PGW_SECRET = 2,           /* never in a message: card numbers, codes, tokens */
	PGW_ZERO = 4,             /* an amount that may be 0 */
	PGW_ZERO_WITH_VERIFY = 8, /* an amount that may be 0 when features holds VERIFY */
	PGW_REPEATABLE = 16,      /* with it, a call that changes something may be sent again */
	PGW_OPEN = 32,            /* an object that may hold more than its members */
	PGW_ANY_CASE = 64,        /* a word in letters of either case */
	PGW_ZERO_IS_ALL = 128,    /* an amount that may not be 0, because the gateway reads it as everything */
	PGW_LANGUAGE = 256,       /* the client's option language where it is not given, */
	PGW_CURRENCY = 512        /* and the option currency */
};

struct pgw_parameter {
	const char *name;     /* as the gateway spells it; NULL ends an array of them */
	const char *argument; /* as PHP spells it where that differs, or NULL */
	enum pgw_parameter_type type;
	unsigned flags;
	unsigned short minimum, maximum;     /* characters, both 0: any number; of a range the numbers themselves */
	const struct pgw_parameter *members; /* of an object, or of a list's objects; NULL: anything */
	const char *words;                   /* "a|b": the only values that PGW_TAKES_WORD takes */
};

enum pgw_method_flag {
	PGW_CHANGES = 1,        /* changes something at the gateway: never sent twice */
	PGW_PAYS = 2,           /* answers for a payment: a decline can come with errorCode 0 */
	PGW_TAKES_TOKEN = 4,    /* may be called with a token instead of userName and password */
	PGW_NO_CREDENTIALS = 8, /* names the merchant and is sent without credentials, whichever the client has */
	PGW_ZONED_DATES = 16    /* its dates carry milliseconds and their own offset */
};

/* How to find out what became of a call whose answer was lost. */
enum pgw_inquiry {
	PGW_NO_INQUIRY,      /* no call tells */
	PGW_BY_ORDER_ID,     /* getOrderStatusExtended by orderId */
	PGW_BY_ORDER_NUMBER, /* the same by orderNumber */
	PGW_BY_TASK          /* getTask */
};

/* What an errorCode means when this method answers it. */
struct pgw_meaning {
	int64_t code;
	enum pgw_error_kind kind;
	const char *text; /* the documentation's words, for messages and the reference */
};

/* A member of the reply whose word says what became of the call. */
struct pgw_answer {
	const char *member;
	const char *done, *refused;
};

/*
 * What a parameter demands of the others. Each is a name, or that of a member ("a.b"); false and an empty array count
 * as not given.
 */
struct pgw_rule {
	const char *when;    /* it holds when this is given; NULL ends the array */
	const char *is;      /* "a|b": and has one of these values; NULL: any */
	const char *with;    /* "a|b": and one of these is given; NULL: whatever is */
	const char *needs;   /* "a|b": one of these must be given, or NULL */
	const char *without; /* "a|b": none of these may be given, or NULL */
	const char *why;     /* ends the message, or NULL */
};

/* How a method is called in one dialect. */
struct pgw_wire {
	const char *path; /* after the base URI, or, with a first slash, after its host; NULL: there is no such method */
	bool json;        /* the body is JSON, not a form */
	const struct pgw_parameter *parameters; /* at most 64 */
	const char *const *one_of;    /* each entry "a|b": at least one of them must be there; NULL-terminated, or NULL */
	const char *const *not_both;  /* each entry "a|b": only one of them may be there; NULL-terminated, or NULL */
	const struct pgw_rule *rules; /* NULL: none */
	const struct pgw_meaning *meanings; /* ends with code 0 */
};

/* One method of the gateway. Everything that is special about a method is in its row. */
struct pgw_method {
	const char *name; /* in PHP */
	unsigned flags;
	const char *reply_holds;         /* "a|b.c": one of them must be in a good reply; NULL: nothing is demanded */
	const char *answered_by;         /* a reply with this member is the answer, whatever its errorCode; or NULL */
	const struct pgw_answer *answer; /* NULL: no single word says it */
	enum pgw_inquiry inquiry;        /* how the outcome of a lost call is found out */
	const char *empty_list;          /* the list that `empty_code` says is empty, or NULL */
	int64_t empty_code;
	const char *token_needs; /* with a token, this parameter must be there; NULL: none */
	struct pgw_wire wire[PGW_DIALECTS];
};

const struct pgw_method *pgw_method_find(struct pgw_text name);
/* All rows, ended by one whose name is NULL. */
const struct pgw_method *pgw_methods(void);
/* "; did you mean NAME?" or nothing, into `words`. */
enum { PGW_SUGGESTION = 96 };
const char *pgw_method_suggest(struct pgw_text name, char words[PGW_SUGGESTION]);

/* ---------------------------------------------------------------- banks */

/* What is published of a bank's gateway. */
struct pgw_bank {
	const char *name; /* NULL ends the array */
	const char *base_uri;
	enum pgw_dialect dialect;
	const char *timezone;  /* of the dates in requests, as DateTimeZone takes it; NULL: not published */
	bool token_everywhere; /* a token is taken by every method, not only by those that the documentation lists */
	const char *source;
};

const struct pgw_bank *pgw_bank_find(struct pgw_text name);
const struct pgw_bank *pgw_banks(void);
const char *pgw_dialect_name(enum pgw_dialect dialect);
/* The body of a call to this path is JSON, not a form. */
bool pgw_dialect_takes_json(enum pgw_dialect dialect, struct pgw_text path);

/* ---------------------------------------------------------------- a client */

/* One account at one gateway. Immutable once made, so any number of calls may share it. */
struct pgw_client;

/*
 * `options` is an object node of `tree`, or NULL; the option names are in client_options.c. A password and user name,
 * or a token, must be there: an absent one has a NULL `at`. `bank` gives what the options do not, or is NULL; `ca_file`
 * is the one where the option caFile names none, or NULL for libcurl's own. Everything is copied. NULL on error.
 */
struct pgw_client *pgw_client_create(const struct pgw_bank *bank, struct pgw_text base_uri, struct pgw_text user_name,
	struct pgw_text password, struct pgw_text token, const char *ca_file, const struct pgw_tree *tree,
	const void *options, struct pgw_error *error);
/* Wipes the secrets. NULL is allowed. */
void pgw_client_free(struct pgw_client *client);

/* What may be shown of a client: no secret among it. Borrowed from the client. */
struct pgw_client_facts {
	const char *base_uri;
	const char *user_name; /* NULL with a token */
	const char *ca_file, *proxy, *ip_resolve, *interface, *client_certificate, *language, *currency; /* NULL: not set */
	const char *dialect;
	double timeout, connect_timeout; /* seconds */
	int retries;
	bool extra_parameters;
};
struct pgw_client_facts pgw_client_show(const struct pgw_client *client);
enum pgw_dialect pgw_client_dialect(const struct pgw_client *client);

/* ---------------------------------------------------------------- a request */

/* A typed argument of a method, beside the parameters. */
struct pgw_argument {
	const char *name;
	const void *value;
};

struct pgw_buffer {
	char *at; /* owned; zero-terminated once anything was added */
	size_t length, capacity;
	bool failed; /* out of memory: nothing more is added */
};

struct pgw_request {
	const struct pgw_method *method; /* NULL for a path that the table lacks */
	const struct pgw_wire *wire;     /* the method's, in the client's dialect; NULL with the method */
	const struct pgw_client *client;
	const char *name;          /* the method, or the path, for messages */
	char *uri;                 /* owned */
	char *shown;               /* owned: the same for logs; NULL: as it is */
	struct pgw_buffer body;    /* owned, wiped when freed */
	bool json;                 /* the body is JSON */
	bool changes;              /* must never be sent twice */
	bool repeatable;           /* a repeat is safe: reads, and refunds with an externalRefundId */
	struct pgw_buffer secrets; /* owned, wiped when freed: what no message may show, each ended by a zero byte */
	size_t walked;             /* how many of the caller's values were come to while it was built */
};

/*
 * Checks every parameter against the row and encodes the request. `arguments` come first, by their PHP names;
 * `parameters` is an object node with the gateway's names, or NULL. On failure nothing is left to free.
 */
bool pgw_request_init(struct pgw_request *request, const struct pgw_client *client, const struct pgw_method *method,
	const struct pgw_tree *tree, const struct pgw_argument *arguments, size_t argument_count, const void *parameters,
	struct pgw_error *error);
/* The same for a path that the table lacks: nothing is checked, and it counts as changing something. */
bool pgw_request_init_path(struct pgw_request *request, const struct pgw_client *client, struct pgw_text path,
	const struct pgw_tree *tree, const void *parameters, struct pgw_error *error);
void pgw_request_free(struct pgw_request *request);

/* ---------------------------------------------------------------- sending */

/* The library that carries it all; it is loaded with the first client. False: it is not there, and the error says why.
 */
struct pgw_libcurl_facts {
	const char *compiled, *loaded; /* versions */
	const char *tls;
	bool http2;
	bool resolves_aside; /* host names, without blocking the thread */
};
bool pgw_libcurl_show(struct pgw_libcurl_facts *facts, struct pgw_error *error);

/* Kept connections, and the calls on their way. One pool per thread; a child after fork() abandons what it inherited.
 */
struct pgw_pool;

struct pgw_pool_settings {
	long connections;        /* kept while nothing is on its way; at least 1 */
	long idle, idle_changes; /* seconds that a connection may have been idle before a read, or another call, rides it */
	long age;                /* seconds after which a connection is given up */
};

#define PGW_POOL_DEFAULTS \
	{ \
		.connections = 8, .idle = 60, .idle_changes = 3, .age = 600 \
	}

/* NULL: the defaults. */
struct pgw_pool *pgw_pool_create(const struct pgw_pool_settings *settings);
struct pgw_pool *pgw_pool_share(struct pgw_pool *pool);
/* Gives one share back; the last one closes the connections. NULL is allowed. */
void pgw_pool_free(struct pgw_pool *pool);

struct pgw_pool_facts {
	size_t open;                         /* connections now */
	unsigned long long opened, requests; /* since the pool was made */
};
struct pgw_pool_facts pgw_pool_show(struct pgw_pool *pool);

struct pgw_limits {
	size_t reply_bytes;
	bool timed;               /* note the times of each attempt */
	bool (*is_stopped)(void); /* asked while a call waits: true gives it up; NULL: never */
};

enum { PGW_MOST_RETRIES = 10 };

/* One sending of a request; times are in microseconds since its start, 0 for what did not happen. */
struct pgw_attempt_facts {
	int64_t started; /* milliseconds since 1970 */
	int64_t resolved, connected, secured, first_byte, total;
	int64_t sent, received; /* bytes of the bodies */
	int http_status;        /* 0: no answer */
	long retry_after;       /* seconds that the gateway asked to wait; 0: it did not */
	bool failed;            /* no whole answer */
};

struct pgw_response {
	int http_status;
	long retry_after;       /* seconds that the gateway asked to wait; 0: it did not */
	struct pgw_buffer body; /* owned */
	size_t attempts;        /* the last of which brought it */
	bool lost;              /* one before it may have been carried out */
};

/*
 * A call on its way. The request must stay until its end. It is repeated where that is safe, as often as the client
 * allows, and never past the client's timeout.
 */
struct pgw_call;
struct pgw_call *pgw_call_start(
	struct pgw_pool *pool, const struct pgw_request *request, const struct pgw_limits *limits, struct pgw_error *error);
bool pgw_call_is_done(const struct pgw_call *call);
/* Moves all calls of its pool on, and returns when one of them is done, a signal came, or the time is over. */
void pgw_call_wait(struct pgw_call *call, int milliseconds);
/* Gives it up when it is not done; then it is. */
void pgw_call_stop(struct pgw_call *call);
/* Of a call that is not ended. */
const struct pgw_attempt_facts *pgw_call_attempts(const struct pgw_call *call, size_t *count);
/*
 * Frees the call, stopping it first. True: there is an answer, of whatever HTTP status; false: there is
 * an error.
 */
bool pgw_call_end(struct pgw_call *call, struct pgw_response *response, struct pgw_error *error);
void pgw_response_free(struct pgw_response *response);

/* The three in one. */
bool pgw_send(struct pgw_pool *pool, const struct pgw_request *request, const struct pgw_limits *limits,
	struct pgw_response *response, struct pgw_error *error);

/* ---------------------------------------------------------------- replies */

enum pgw_verdict {
	PGW_REPLY_GOOD,
	PGW_REPLY_EMPTY_LIST, /* the gateway's errorCode for "nothing found": method->empty_list is empty */
	PGW_REPLY_ERROR       /* see the error */
};

/*
 * What an answer means. `reply` is the decoded body, a node of `tree`, or NULL when the body is not JSON; `flaw`
 * then says why, in a few words.
 */
enum pgw_verdict pgw_reply_judge(const struct pgw_request *request, const struct pgw_response *response,
	const struct pgw_tree *tree, const void *reply, const char *flaw, struct pgw_error *error);

/* orderStatus, as the documents number it. */
enum pgw_order_status {
	PGW_ORDER_CREATED,
	PGW_ORDER_APPROVED,
	PGW_ORDER_DEPOSITED,
	PGW_ORDER_REVERSED,
	PGW_ORDER_REFUNDED,
	PGW_ORDER_AUTHORIZATION_INITIALIZED,
	PGW_ORDER_DECLINED,
	PGW_ORDER_PENDING,
	PGW_ORDER_PARTLY_DEPOSITED
};

/* What a bank's actionCode means, or NULL when no document says it. */
const char *pgw_action_meaning(int64_t code);
/* Not the end: nothing was tried yet, or the bank has not answered yet. */
bool pgw_action_is_pending(int64_t code);

/*
 * How to give a payment back, by the reply of a status call: as the button of the merchant portal does it, reversing
 * where that is possible and refunding where it is not.
 */
enum pgw_cancellation {
	PGW_CANCEL_REVERSE,           /* a hold, or nothing that was paid: the gateway decides */
	PGW_CANCEL_REVERSE_OR_REFUND, /* captured: reverse, and if the gateway refuses that, refund */
	PGW_CANCEL_REFUND             /* partly given back already */
};
/* `amount` is what is there to refund. */
enum pgw_cancellation pgw_cancellation_of(const struct pgw_tree *tree, const void *status, int64_t *amount);
/* The reversal was refused like this: is the payment to be refunded then? */
bool pgw_cancellation_refunds_after(enum pgw_cancellation way, enum pgw_error_kind refusal);
/* The parameter of refund that makes the gateway refuse if the amount is not the deposited one any more, or NULL. */
const char *pgw_cancellation_guard(const struct pgw_client *client);

/* ---------------------------------------------------------------- JSON, by json-c */

extern const struct pgw_tree pgw_json_tree;

/* NULL when it is not JSON, is deeper than `depth`, or goes on after the value. Freed by pgw_json_free. */
void *pgw_json_parse(struct pgw_text text, int depth);
void pgw_json_free(void *node);

/* ---------------------------------------------------------------- money */

/* Amounts have at most 12 digits of minor units. */
#define PGW_AMOUNT_LIMIT INT64_C(1000000000000)

struct pgw_currency {
	char code[4];       /* of three capital letters */
	short number;       /* 0 to 999 */
	signed char digits; /* the ISO 4217 exponent: decimals of the currency; -1: the standard gives none */
};

/* The currency's node is a text (letters of either case, or three digits) or an integer. NULL on error. */
const struct pgw_currency *pgw_currency_find(const struct pgw_tree *tree, const void *node, struct pgw_error *error);
/* All of the current list, sorted by code; `count` of them. */
const struct pgw_currency *pgw_currencies(size_t *count);

/* "1234.50" to 123450. A currency without decimals in the standard is refused. */
bool pgw_money_to_minor_units(
	int64_t *minor_units, struct pgw_text amount, const struct pgw_currency *currency, struct pgw_error *error);
/* 123450 to "1234.50": always the currency's number of decimals; "-" before what is negative. */
enum { PGW_DECIMAL = 32 };
bool pgw_money_to_decimal(
	char decimal[PGW_DECIMAL], int64_t minor_units, const struct pgw_currency *currency, struct pgw_error *error);

/* ---------------------------------------------------------------- carts */

/*
 * How the core hands over a nested value that it builds: the extension implements it for zvals. `name` is NULL in a
 * list, and for the whole. A name lives as long as the call.
 */
struct pgw_writer {
	void (*open)(void *context, const struct pgw_text *name, bool list);
	void (*close)(void *context);
	void (*integer)(void *context, const struct pgw_text *name, int64_t value);
	void (*real)(void *context, const struct pgw_text *name, double value);
	void (*text)(void *context, const struct pgw_text *name, struct pgw_text value);
	void (*copy)(void *context, const struct pgw_text *name, const void *node); /* of the caller's tree, as it is */
};

/*
 * Builds an orderBundle whose lines sum to the order's amount; the fields and options are in cart.c. `options` may be
 * NULL. Everything is checked before anything is written, so that false means: nothing was written.
 */
bool pgw_cart_bundle(const struct pgw_tree *tree, const void *lines, const void *options,
	const struct pgw_writer *writer, void *context, struct pgw_error *error);
/* The sum of a bundle's itemAmounts; `bundle` may also be its cartItems, which is the shape of refundItems. */
bool pgw_cart_sum(int64_t *sum, const struct pgw_tree *tree, const void *bundle, struct pgw_error *error);

#endif
