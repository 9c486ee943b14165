/* The core's public interface: the gateway's methods, requests, calls and replies, without PHP. */

/*
 * The core has no global state apart from what a process has once: see net/process.h.
 *
 * Memory: the caller of a *_create or *_init function must call the matching *_free. Every `const void *` node and
 * every struct pgw_text is borrowed from the caller and must stay valid while the struct that holds it is in use.
 *
 * Errors are values: a function that can fail takes a struct pgw_error * and returns false. Nothing here prints,
 * exits or throws. No message ever contains a password, a token, a card number or a CVC.
 */
#ifndef PGW_H
#define PGW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* Borrowed text, not zero-terminated. */
struct pgw_text {
	const char *at;
	size_t length;
};

#define PGW_TEXT(literal) ((struct pgw_text){(literal), sizeof(literal) - 1})

/* The length of the multi-byte UTF-8 sequence at `at`; 0 if it is invalid or longer than the `left` bytes. */
size_t pgw_text_sequence(const char *at, size_t left);

/* ---------------------------------------------------------------- values of the caller */

enum pgw_type { PGW_NULL, PGW_BOOLEAN, PGW_INTEGER, PGW_DOUBLE, PGW_STRING, PGW_LIST, PGW_OBJECT, PGW_FOREIGN };

/* Called for each entry of a list (with an empty name) or an object; returning false stops the walk. */
typedef bool (*pgw_visit)(void *context, struct pgw_text name, const void *value);

/*
 * How the core reads parameters and replies without owning them. The extension implements it for zvals,
 * json_reader.c for json-c. An empty PHP array can be either a list or an object: it is reported as a list, and the
 * core accepts an empty list where it expects an object. Call boolean, integer, real and text only on a node of that
 * type, and member only on an object.
 */
struct pgw_tree {
	enum pgw_type (*type)(const void *node);
	bool (*boolean)(const void *node);
	int64_t (*integer)(const void *node);
	double (*real)(const void *node);
	struct pgw_text (*text)(const void *node);
	const void *(*member)(const void *object, struct pgw_text name); /* NULL if there is none */
	bool (*each)(const void *container, pgw_visit visit, void *context);
};

/*
 * Limits on the values of one call. Every walk over the caller's values counts against them: arrays that contain
 * themselves, or share their entries, are small in memory but can take forever to walk.
 */
enum { PGW_MOST_LEVELS = 32, PGW_MOST_VALUES = 50000 };
enum pgw_bound { PGW_IN_BOUNDS, PGW_TOO_DEEP, PGW_TOO_MANY };

/* ---------------------------------------------------------------- errors */

/* What went wrong. The extension has one exception class for each kind. */
enum pgw_error_kind {
	PGW_ERROR_NONE,
	PGW_ERROR_ARGUMENT, /* rejected before anything was sent */
	PGW_ERROR_TRANSPORT,
	PGW_ERROR_CONNECT,
	PGW_ERROR_TLS,
	PGW_ERROR_TIMEOUT,
	PGW_ERROR_REPLY, /* not a valid reply of the gateway */
	PGW_ERROR_RATE_LIMIT,
	PGW_ERROR_GATEWAY, /* an errorCode that neither the method's table nor the common one lists */
	PGW_ERROR_DUPLICATE_ORDER,
	PGW_ERROR_ORDER_NOT_FOUND,
	PGW_ERROR_ACCESS_DENIED,
	PGW_ERROR_INVALID_REQUEST,
	PGW_ERROR_INVALID_STATE,
	PGW_ERROR_BINDING,
	PGW_ERROR_DECLINED,
	PGW_ERROR_SYSTEM,
	PGW_ERROR_SIGNATURE, /* a callback that must not be believed */
	PGW_ERROR_MEMORY,    /* out of memory, or a handle that libcurl could not make */
	PGW_ERROR_KINDS
};

enum { PGW_EXCERPT = 256 };

struct pgw_error {
	enum pgw_error_kind kind;
	int64_t code;        /* the gateway's errorCode, when has_code */
	int64_t action_code; /* the bank's actionCode, when has_action_code */
	bool has_code;
	bool has_action_code;
	bool outcome_unknown;      /* money may have moved */
	bool retriable;            /* a retry is safe and may succeed */
	int http_status;           /* 0: no answer */
	char message[768];         /* UTF-8, zero-terminated */
	char excerpt[PGW_EXCERPT]; /* the beginning of a body that is not a JSON object, human-readable; or "" */
};

/* Rejects a value that is out of bounds and returns false. The message is `before`, the name, and what is wrong. */
bool pgw_refuse_bound(struct pgw_error *error, const char *before, struct pgw_text name, enum pgw_bound bound);

/* ---------------------------------------------------------------- the method table */

/* The API variants. Every difference between them is data in the rows. */
enum pgw_dialect {
	PGW_DIALECT_CLASSIC,  /* RBS, BPC: forms below rest/, JSON elsewhere */
	PGW_DIALECT_SBERBANK, /* Sberbank's gateway since 2023: JSON everywhere */
	PGW_DIALECTS
};

enum pgw_parameter_type {
	PGW_TAKES_TEXT,     /* characters, counted as code points */
	PGW_TAKES_DIGITS,   /* decimal digits, sent as text; an integer is accepted too */
	PGW_TAKES_INTEGER,  /* the same, sent as a number in a JSON body */
	PGW_TAKES_RANGE,    /* an integer from `minimum` to `maximum` */
	PGW_TAKES_AMOUNT,   /* minor units, only as an integer */
	PGW_TAKES_QUANTITY, /* a number of at most 3 decimals: int, float or decimal text, sent as a number */
	PGW_TAKES_BOOLEAN,
	PGW_TAKES_WORD,            /* one of `words` */
	PGW_TAKES_DATE_TIME,       /* yyyy-MM-ddTHH:mm:ss */
	PGW_TAKES_ZONED_DATE_TIME, /* yyyy-MM-ddTHH:mm:ss.SSSZ, where Z is an offset such as +0300 */
	PGW_TAKES_FEATURES,        /* one text or a list of texts; a form repeats the name, JSON joins them by ';' */
	PGW_TAKES_TEXTS,           /* an object whose values are texts: jsonParams; some may have rows, its `members` */
	PGW_TAKES_PAIRS,           /* the same, sent as a list of {name, value} in a JSON body */
	PGW_TAKES_TEXT_LIST,       /* a list of texts */
	PGW_TAKES_OBJECT,          /* an object of `members`; JSON text in a form */
	PGW_TAKES_LIST             /* a list of such objects */
};

enum pgw_parameter_flag {
	PGW_MANDATORY = 1,
	PGW_SECRET = 2,           /* never in a message: card numbers, codes, tokens */
	PGW_ZERO = 4,             /* an amount that may be 0 */
	PGW_ZERO_WITH_VERIFY = 8, /* an amount that may be 0 with the feature VERIFY */
	PGW_ZERO_BY_SBP = 16384,  /* and one that may be 0 with jsonParams.qrType SUBSCRIPTION_SBP as well */
	PGW_HTTPS = 32768,        /* an address that must begin with https:// */
	PGW_REPEATABLE = 16,      /* makes it safe to retry a call that changes something */
	PGW_OPEN = 32,            /* an object that may contain unlisted members */
	PGW_ANY_CASE = 64,        /* a case-insensitive word */
	PGW_ZERO_IS_ALL = 128,    /* an amount that must not be 0, which the gateway treats as the whole sum */
	PGW_LANGUAGE = 256,       /* defaults to the client's option language */
	PGW_CURRENCY = 512,       /* defaults to the client's option currency */
	PGW_INDICATOR = 65536     /* sent by the name that the client's bank has for it */
};

/* What shops write in more ways than the gateway reads. */
enum pgw_spelling {
	PGW_SPELLED_AS_GIVEN,
	PGW_SPELLED_AS_PHONE,     /* sent without blanks, dashes, dots and parentheses */
	PGW_SPELLED_AS_LANGUAGE,  /* of a locale such as ru_RU the language is sent */
	PGW_SPELLED_AS_CURRENCY,  /* of a currency's letters the number is sent */
	PGW_SPELLED_AS_MONTH,     /* one digit gets a zero before it: an int has none */
	PGW_SPELLED_AS_TWO_DIGITS /* the same of other codes */
};

/* A row's name with its length. Sixteen bytes from any of its bytes on may be read, so that it is copied in blocks. */
#define PGW_PADDED(literal) literal "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
#define PGW_NAME(literal)   .name = PGW_PADDED(literal), .name_length = sizeof(literal) - 1

struct pgw_parameter {
	const char *name;          /* the gateway's name; NULL ends an array */
	const char *argument;      /* the name of the PHP argument if it differs, or NULL */
	unsigned char name_length; /* looked at before the name */
	enum pgw_parameter_type type;
	enum pgw_spelling spelling;
	unsigned flags;
	unsigned short minimum, maximum;     /* lengths, both 0: any; for PGW_TAKES_RANGE the limits themselves */
	const struct pgw_parameter *members; /* of an object, or of the objects in a list; NULL: anything */
	const char *words;                   /* "a|b": the values that PGW_TAKES_WORD allows */
};

enum pgw_method_flag {
	PGW_CHANGES = 1,        /* changes something at the gateway: must never be sent twice */
	PGW_PAYS = 2,           /* makes a payment: a decline can come with errorCode 0 */
	PGW_TAKES_TOKEN = 4,    /* may be called with a token instead of userName and password */
	PGW_NO_CREDENTIALS = 8, /* names the merchant instead: the client's credentials are not sent */
	PGW_ZONED_DATES = 16,   /* its dates have milliseconds and a UTC offset */
	PGW_COMPACT_DATES = 32, /* its dates are yyyyMMddHHmmss */
	PGW_ACTION_TELLS = 64   /* its reply has no order's status: an actionCode other than 0 is a decline */
};

/* How to find out the outcome of a call whose answer was lost. */
enum pgw_inquiry {
	PGW_NO_INQUIRY,      /* no method can tell */
	PGW_BY_ORDER_ID,     /* getOrderStatusExtended by orderId */
	PGW_BY_ORDER_NUMBER, /* the same by orderNumber */
	PGW_BY_TASK          /* getTask */
};

/* The meaning of an errorCode returned by one method. */
struct pgw_meaning {
	int64_t code;
	enum pgw_error_kind kind;
	const char *text; /* from the documentation, for messages and the reference */
};

/* A member of the reply whose value says whether the call succeeded. */
struct pgw_answer {
	const char *member;
	const char *done, *refused;
};

/*
 * What one parameter requires of the others. Each is named by itself or as a member ("a.b"); false and an empty array
 * count as not given.
 */
struct pgw_rule {
	const char *when;    /* "a|b": the rule applies if one of these is given; NULL ends the array */
	const char *is;      /* "a|b": and the first given of them has one of these values; NULL: any value */
	const char *with;    /* "a|b": and one of these is given; NULL: always */
	const char *absent;  /* "a|b": and none of these is given; NULL: always */
	bool by_indicator;   /* and the client's bank derives no indicator of the authentication */
	const char *needs;   /* "a|b": one of these must be given, or NULL */
	const char *without; /* "a|b": none of these may be given, or NULL */
	const char *whose;   /* if this is given, it must have one of the values `must_be`; or NULL */
	const char *must_be; /* "a|b" */
	const char *why;     /* the reason, appended to the message, or NULL */
};

/* How a method is called in one dialect. */
struct pgw_wire {
	const char *path; /* relative to the base URI, or with a leading slash to its host; NULL: no such method */
	bool json;        /* the body is JSON, not a form */
	const struct pgw_parameter *parameters; /* at most 64 */
	const char *const *one_of;              /* each entry "a|b": at least one must be given; NULL-terminated, or NULL */
	const char *const *not_both;            /* each entry "a|b": at most one may be given; NULL-terminated, or NULL */
	const struct pgw_rule *rules;           /* NULL: none */
	const struct pgw_meaning *meanings;     /* ends with code 0 */
};

/* One method of the gateway. Everything specific to a method is in its row. */
struct pgw_method {
	const char *name; /* in PHP */
	unsigned flags;
	const char *reply_holds;         /* "a|b.c": a good reply must contain one of these; NULL: no requirement */
	const char *answered_by;         /* a reply with this member is good, regardless of its errorCode; or NULL */
	const struct pgw_answer *answer; /* NULL: no single member tells */
	enum pgw_inquiry inquiry;        /* how to find out the outcome of a lost call */
	const char *empty_list;          /* the list that is empty when the errorCode is `empty_code`, or NULL */
	int64_t empty_code;
	const char *token_needs; /* the parameter that is mandatory with a token, or NULL */
	struct pgw_wire wire[PGW_DIALECTS];
};

const struct pgw_method *pgw_method_find(struct pgw_text name);
/* The method that has this path in the dialect, or NULL. */
const struct pgw_method *pgw_method_at_path(enum pgw_dialect dialect, struct pgw_text path);
/* All rows; a NULL name ends the array. */
const struct pgw_method *pgw_methods(void);
/* Writes "; did you mean NAME?" or "" to `words`, and returns it. */
enum { PGW_SUGGESTION = 96 };
const char *pgw_method_suggest(struct pgw_text name, char words[PGW_SUGGESTION]);

/* ---------------------------------------------------------------- banks */

/* Documents of the gateway: of its vendor, of banks, and the older ones that libraries are written after. */
enum pgw_documents { PGW_DOCUMENTS_BPC, PGW_DOCUMENTS_ALFABANK, PGW_DOCUMENTS_SBERBANK, PGW_DOCUMENTS_RBS };

/* What a bank publishes about its gateway. */
struct pgw_bank {
	const char *name; /* NULL ends the array */
	const char *base_uri;
	enum pgw_dialect dialect;
	const char *timezone;  /* of the dates in requests, as DateTimeZone accepts it; NULL: not published */
	bool token_everywhere; /* every method accepts a token, not only those that the documentation lists */
	const char *source;
	enum pgw_documents action_codes; /* whose actionCodes are the bank's own */
	const char *indicator; /* its name for authenticationTypeIndicator, of an own MPI; NULL: as the shop names it */
	bool needs_indicator;  /* its documents know 3-D Secure 1 no more, for which the gateway derives the indicator */
};

const struct pgw_bank *pgw_bank_find(struct pgw_text name);
const struct pgw_bank *pgw_banks(void);
const char *pgw_dialect_name(enum pgw_dialect dialect);
/* Is the body of a call to this path JSON? Otherwise it is a form. */
bool pgw_dialect_takes_json(enum pgw_dialect dialect, struct pgw_text path);

/* ---------------------------------------------------------------- a client */

/* One account at one gateway. Immutable once created, so any number of calls may share it. */
struct pgw_client;

/*
 * `options` is an object node of `tree`, or NULL; the option names are in client_options.c. Either a user name and a
 * password or a token is required; an absent one has a NULL `at`. `bank`, if not NULL, provides the base URI and the
 * defaults. `ca_file` is used if the option caFile is not given; NULL means libcurl's default. Everything is copied.
 * Returns NULL on error.
 */
struct pgw_client *pgw_client_create(const struct pgw_bank *bank, struct pgw_text base_uri, struct pgw_text user_name,
	struct pgw_text password, struct pgw_text token, const char *ca_file, const struct pgw_tree *tree,
	const void *options, struct pgw_error *error);
/* Wipes the secrets. NULL is a no-op. */
void pgw_client_free(struct pgw_client *client);

/* What may be shown of a client, without secrets. Borrowed from the client. */
struct pgw_client_facts {
	const char *base_uri;
	const char *user_name; /* NULL with a token */
	const char *ca_file, *proxy, *ip_resolve, *interface, *client_certificate, *language, *currency; /* NULL: not set */
	const char *dialect;
	double timeout, connect_timeout; /* seconds */
	int retries;
	bool extra_parameters;
	bool signs; /* requests are signed */
};
struct pgw_client_facts pgw_client_show(const struct pgw_client *client);
enum pgw_dialect pgw_client_dialect(const struct pgw_client *client);

/* ---------------------------------------------------------------- a request */

/* A typed argument of a method, passed apart from the parameters. */
struct pgw_argument {
	const char *name;
	const void *value;
};

struct pgw_buffer {
	char *at; /* owned; zero-terminated once something was added */
	size_t length, capacity;
	bool failed;  /* out of memory: further additions are ignored */
	bool encodes; /* JSON is percent-encoded, for a form */
};

/* Wipes and frees the content. The buffer is then empty and may be reused. */
void pgw_buffer_free(struct pgw_buffer *buffer);

struct pgw_request {
	const struct pgw_method *method; /* NULL for a path that no row knows */
	const struct pgw_wire *wire;     /* the method's, in the client's dialect; NULL if `method` is */
	const struct pgw_client *client;
	const char *name;            /* the method, or the path, for messages */
	char *uri;                   /* owned */
	char *shown;                 /* owned: the URI for logs; NULL: `uri` itself */
	struct pgw_buffer body;      /* owned, wiped when freed */
	struct pgw_buffer hash;      /* owned: the header X-Hash; empty: the client signs nothing */
	struct pgw_buffer signature; /* owned: the header X-Signature */
	bool json;                   /* the body is JSON */
	bool get;                    /* GET, without a body */
	bool changes;                /* must never be sent twice */
	bool repeatable;             /* a retry is safe: reads, and refunds with an externalRefundId */
	struct pgw_buffer secrets;   /* owned, wiped when freed: what no message may show, each zero-terminated */
	size_t walked;               /* how many of the caller's values were visited to build it */
};

/*
 * Checks every parameter against the row and encodes the request. `arguments` come first, by their PHP names;
 * `parameters` is an object node with the gateway's names, or NULL. On failure there is nothing to free.
 */
bool pgw_request_init(struct pgw_request *request, const struct pgw_client *client, const struct pgw_method *method,
	const struct pgw_tree *tree, const struct pgw_argument *arguments, size_t argument_count, const void *parameters,
	struct pgw_error *error);
/*
 * The same by path: nothing is checked but what safety needs (encoding, credentials, limits of depth and size). A path
 * that a row knows is sent by that row, which says what its reply means, what is secret and whether it changes
 * something; any other path is assumed to change something. What changes something is sent once.
 */
bool pgw_request_init_path(struct pgw_request *request, const struct pgw_client *client, struct pgw_text path,
	const struct pgw_tree *tree, const void *parameters, struct pgw_error *error);
void pgw_request_free(struct pgw_request *request);

/* ---------------------------------------------------------------- sending */

struct pgw_libcurl_facts {
	const char *compiled, *loaded; /* versions */
	const char *tls;
	bool http2;
	bool resolves_aside; /* resolves host names without blocking the thread */
};
struct pgw_libcurl_facts pgw_libcurl_show(void);

/* Keep-alive connections and calls in flight, one pool per thread. After fork() the child abandons the inherited ones.
 */
struct pgw_pool;

struct pgw_pool_settings {
	long connections;  /* kept alive while no call is in flight, and up to 8 times as many for 5 s; at least 1 */
	long idle;         /* seconds: the longest idle time of a connection that is reused */
	long idle_changes; /* the same for a call that changes something, while nothing better is known of it */
	long age;          /* seconds after which a connection is no longer reused */
};

#define PGW_POOL_DEFAULTS \
	{ \
		.connections = 8, .idle = 60, .idle_changes = 3, .age = 600 \
	}

/* `settings` is NULL for the defaults. Returns NULL when out of memory. */
struct pgw_pool *pgw_pool_create(const struct pgw_pool_settings *settings);
struct pgw_pool *pgw_pool_share(struct pgw_pool *pool);
/* Drops one reference; the last one closes the connections. NULL is a no-op. */
void pgw_pool_free(struct pgw_pool *pool);
/*
 * Drops one reference and returns a pool without connections in its place. Calls in flight continue, driven together
 * with those of the new one. NULL when out of memory, or if the pool is NULL.
 */
struct pgw_pool *pgw_pool_replace(struct pgw_pool *pool);
/*
 * For when no further call is expected soon: closes what is kept for some seconds only. Otherwise that is closed when a
 * call ends after that time. NULL is a no-op.
 */
void pgw_pool_trim(struct pgw_pool *pool);

struct pgw_pool_facts {
	size_t open;                         /* connections now */
	unsigned long long opened, requests; /* since the pool was made */
};
struct pgw_pool_facts pgw_pool_show(struct pgw_pool *pool);

struct pgw_limits {
	size_t reply_bytes;
	bool timed;               /* record the times of each attempt */
	bool beside_others;       /* other calls may begin while it is in flight */
	bool (*is_stopped)(void); /* polled by pgw_send(): true stops the call; NULL: never */
};

enum { PGW_MOST_RETRIES = 10 };

/* One attempt. Times are in microseconds since its start, 0 for what did not happen. */
struct pgw_attempt_facts {
	int64_t started; /* milliseconds since 1970 */
	int64_t resolved, connected, secured, first_byte, total;
	int64_t sent, received; /* bytes of the bodies */
	int http_status;        /* 0: no answer */
	long retry_after;       /* Retry-After in seconds; 0: none */
	bool failed;            /* no complete answer */
};

struct pgw_response {
	int http_status;
	long retry_after;       /* Retry-After in seconds; 0: none */
	struct pgw_buffer body; /* owned, or the call's */
	struct pgw_call *call;  /* owned: what is left of it; or NULL */
	size_t attempts;        /* including the one that was answered */
	bool lost;              /* an earlier attempt may have been executed */
};

/*
 * A call in flight. The request must stay valid until pgw_call_end(). It is retried where that is safe, as often as
 * the client allows, and never past its deadline, the client's timeout.
 */
struct pgw_call;
struct pgw_call *pgw_call_start(
	struct pgw_pool *pool, const struct pgw_request *request, const struct pgw_limits *limits, struct pgw_error *error);
bool pgw_call_is_done(const struct pgw_call *call);
/*
 * Drives all calls of its pool, and of those that this one replaced or that replaced it. Returns when one is done, on a
 * signal, when the time is up, or before.
 */
void pgw_call_wait(struct pgw_call *call, int milliseconds);
/* Stops a call that is not done; then it is done. */
void pgw_call_stop(struct pgw_call *call);
/* The attempts so far; borrowed from the call. */
const struct pgw_attempt_facts *pgw_call_attempts(const struct pgw_call *call, size_t *count);
/*
 * Frees the call, stopping it first if it is not done. True: `response` is set, whatever its HTTP status; false:
 * `error` is set.
 */
bool pgw_call_end(struct pgw_call *call, struct pgw_response *response, struct pgw_error *error);
void pgw_response_free(struct pgw_response *response);

/* Starts a call, waits until it is done, and ends it. */
bool pgw_send(struct pgw_pool *pool, const struct pgw_request *request, const struct pgw_limits *limits,
	struct pgw_response *response, struct pgw_error *error);

/* ---------------------------------------------------------------- replies */

enum pgw_verdict {
	PGW_REPLY_GOOD,
	PGW_REPLY_EMPTY_LIST, /* nothing was found: method->empty_list is to be taken as empty */
	PGW_REPLY_ERROR       /* `error` is set */
};

/*
 * Decides what an answer means. `reply` is the decoded body, a node of `tree`, or NULL if the body is not JSON; `flaw`
 * then says why, in a few words.
 */
enum pgw_verdict pgw_reply_judge(const struct pgw_request *request, const struct pgw_response *response,
	const struct pgw_tree *tree, const void *reply, const char *flaw, struct pgw_error *error);

/* The values of orderStatus. */
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

/* What an actionCode means, and the name of those whose documents say so; both NULL if no document does. */
struct pgw_action_meaning {
	const char *text, *source;
};
/* By the documents of `bank`, then by the platform's. Without a bank, only what no document contradicts. */
struct pgw_action_meaning pgw_action_meaning_of(int64_t code, const struct pgw_bank *bank);
/* Not a final state: no payment was attempted yet, or the bank has not answered yet. */
bool pgw_action_is_pending(int64_t code);

/*
 * What is captured and not given back, in minor units, by the reply of a status call: a refund lowers it. -1: the reply
 * does not say.
 */
int64_t pgw_order_captured(const struct pgw_tree *tree, const void *status);

/*
 * How to cancel a payment, given the reply of a status call: like the button of the merchant portal, reverse if
 * possible, otherwise refund.
 */
enum pgw_cancellation {
	PGW_CANCEL_REVERSE,           /* held, or not paid: the gateway decides */
	PGW_CANCEL_REVERSE_OR_REFUND, /* captured: reverse, or refund if the gateway refuses to reverse */
	PGW_CANCEL_REFUND             /* partly refunded already */
};
/* `amount` is set to what can be refunded. */
enum pgw_cancellation pgw_cancellation_of(const struct pgw_tree *tree, const void *status, int64_t *amount);
/* Should the payment be refunded after the reversal failed with this error? */
bool pgw_cancellation_refunds_after(enum pgw_cancellation way, enum pgw_error_kind refusal);
/* The parameter of refund that makes the gateway refuse if the deposited amount has changed meanwhile, or NULL. */
const char *pgw_cancellation_guard(const struct pgw_client *client);

/* ---------------------------------------------------------------- callbacks */

/* Limits of one callback: its names and values together, its parameters, and the keys that are tried. */
enum { PGW_CALLBACK_BYTES = 65536, PGW_CALLBACK_PARAMETERS = 256, PGW_CALLBACK_KEYS = 16 };

struct pgw_callback_value {
	struct pgw_text name;
	enum pgw_type type; /* PGW_STRING, PGW_INTEGER, or PGW_BOOLEAN */
	struct pgw_text text;
	int64_t integer; /* of a boolean: 0 or 1 */
};

/* The parameters that were signed, sorted by name. */
struct pgw_callback {
	struct pgw_callback_value *values; /* owned */
	size_t count;
	struct pgw_buffer text, decoded; /* owned, wiped: what `values` points to */
};

/*
 * Verifies the checksum of a callback. `received` is an object whose members are texts, or the raw text of a query or
 * of a form. `secrets` and `pems` (public keys or certificates, of which only the key is used) are a text or a list of
 * texts, tried in turn; every one is tried, whichever fits. `own_names` is a list of names, or NULL: parameters of the
 * shop's own address, which are neither signed nor returned. The values are tried as they are and then percent-decoded
 * once more, and those that fit are returned. False: PGW_ERROR_SIGNATURE if the callback is refused,
 * PGW_ERROR_ARGUMENT if another argument is; then there is nothing to free. No message contains a checksum or a key.
 */
bool pgw_callback_verify_hmac(struct pgw_callback *callback, const struct pgw_tree *tree, const void *received,
	const void *secrets, const void *own_names, struct pgw_error *error);
/* RSA, PKCS#1 v1.5; `digest` is sha512, sha384 or sha256. */
bool pgw_callback_verify_rsa(struct pgw_callback *callback, const struct pgw_tree *tree, const void *received,
	const void *pems, struct pgw_text digest, const void *own_names, struct pgw_error *error);
void pgw_callback_free(struct pgw_callback *callback);

/* What is taken from an unsigned callback: the order to ask about. Owns nothing. */
enum { PGW_CALLBACK_ID = 36, PGW_CALLBACK_NUMBER = 128 };
struct pgw_callback_hint {
	char order_id[PGW_CALLBACK_ID + 1]; /* zero-terminated */
	char order_number[PGW_CALLBACK_NUMBER];
	size_t number_length;
	bool has_number;
};
/* `received` is an object, or the raw text of JSON, a query or a form. */
bool pgw_callback_hint_read(
	struct pgw_callback_hint *hint, const struct pgw_tree *tree, const void *received, struct pgw_error *error);
/* Does the reply of getOrderStatusExtended have the callback's orderNumber, if it has one? */
bool pgw_callback_hint_fits(
	const struct pgw_callback_hint *hint, const struct pgw_tree *tree, const void *status, struct pgw_error *error);

/* ---------------------------------------------------------------- what the payer has to do next */

enum pgw_step_kind {
	PGW_STEP_FINISHED,     /* nothing more: `url` is where the gateway would send the payer; no proof of payment */
	PGW_STEP_ACS_REDIRECT, /* 3-D Secure 1: the form goes to the bank's page */
	PGW_STEP_METHOD,       /* 3-D Secure 2, first answer: browser data and the bank's method, in hidden frames */
	PGW_STEP_CHALLENGE,    /* 3-D Secure 2: the form goes to the bank's page */
	PGW_STEP_PROCESS_FORM, /* a page of the gateway does the rest */
	PGW_STEP_DECLINED,
	PGW_STEP_KINDS
};

struct pgw_step_field {
	const char *name;
	struct pgw_text value;
};

enum { PGW_STEP_FIELDS = 3 };
struct pgw_next_step {
	enum pgw_step_kind kind;
	/* Each with a NULL `at` if there is none. */
	struct pgw_text url;              /* where `fields` are posted to, or the payer is sent to */
	struct pgw_text browser_data_url; /* of PGW_STEP_METHOD: gets an empty form */
	struct pgw_text transaction_id;   /* threeDSServerTransId */
	struct pgw_text order_id;
	bool is_link; /* `url` is https, or http of this machine: neither relative nor of an application */
	struct pgw_step_field fields[PGW_STEP_FIELDS];
	size_t field_count;
	struct pgw_buffer text, method_data; /* owned: what all texts point to */
};

/*
 * Reads the reply to a payment. `order_id` has a NULL `at` if the reply names the order. On failure the error is a
 * PGW_ERROR_REPLY or PGW_ERROR_ARGUMENT, and there is nothing to free.
 */
bool pgw_next_step_read(struct pgw_next_step *step, const struct pgw_tree *tree, const void *reply,
	struct pgw_text order_id, struct pgw_error *error);
void pgw_next_step_free(struct pgw_next_step *step);

/* What the shop says about a page; NULL `at`s for what it leaves out. */
struct pgw_page {
	struct pgw_text nonce;        /* of the shop's Content-Security-Policy */
	struct pgw_text continue_url; /* of PGW_STEP_METHOD: the shop's own address */
	struct pgw_text button;       /* the words on the button */
};

/* Appends a whole page that makes the browser take the step. */
bool pgw_next_step_page(
	struct pgw_buffer *html, const struct pgw_next_step *step, const struct pgw_page *page, struct pgw_error *error);

/* What brought the payer's browser back. */
enum pgw_return_kind {
	PGW_RETURN_PLAIN,  /* the return URL, or a finish URL without parameters */
	PGW_RETURN_PA_RES, /* the bank's answer of 3-D Secure 1 */
	PGW_RETURN_CRES,   /* the bank's answer of 3-D Secure 2 */
	PGW_RETURN_METHOD, /* in a hidden frame: the bank's method has ended */
	PGW_RETURN_KINDS
};

/* Nothing of it is proven: it says which order to ask about. */
struct pgw_payer_return {
	enum pgw_return_kind kind;
	struct pgw_text order_id, transaction_id; /* a NULL `at`: it does not say */
	struct pgw_text result;                   /* PaRes or cres, as it came */
	struct pgw_buffer text;                   /* owned: what all texts point to */
};

/*
 * `query` and `form` are objects whose members are texts, or raw texts. What is of no use is passed over. False: out of
 * memory, or too long; then there is nothing to free.
 */
bool pgw_payer_return_read(struct pgw_payer_return *payer_return, const struct pgw_tree *tree, const void *query,
	const void *form, struct pgw_error *error);
void pgw_payer_return_free(struct pgw_payer_return *payer_return);

/* The call to make next, by its PHP names; what is not known is left out. The values are the return's. */
struct pgw_return_call {
	const char *method;
	struct pgw_step_field arguments[PGW_STEP_FIELDS];
	size_t count;
	struct pgw_step_field parameter; /* in $params; a NULL name: none */
};
struct pgw_return_call pgw_payer_return_call(const struct pgw_payer_return *payer_return, enum pgw_dialect dialect);
/*
 * The call that ends the payment, if there is enough for one; a NULL `method`: there is not, or the gateway ends it. A
 * finish URL may bring nothing, so that a known transaction is enough where that is all the call takes.
 */
struct pgw_return_call pgw_payer_return_finish(const struct pgw_payer_return *payer_return, enum pgw_dialect dialect);
/* May the payment of the order still be ended, by the reply of a status call? */
bool pgw_order_is_open(const struct pgw_tree *tree, const void *status);
/*
 * Appends a page that sends the whole window on to `url`, out of a frame; for PGW_RETURN_METHOD, where `url` has a NULL
 * `at`, one that tells the page around the frame.
 */
bool pgw_payer_return_page(struct pgw_buffer *html, enum pgw_return_kind kind, struct pgw_text url,
	const struct pgw_page *page, struct pgw_error *error);

/* Appends the address at which the gateway itself sends the payer to the bank's page. */
bool pgw_acs_redirect_url(
	struct pgw_buffer *url, const struct pgw_client *client, struct pgw_text order_id, struct pgw_error *error);

/* ---------------------------------------------------------------- seToken: a card's data, encrypted */

/* `card` is an object node; its fields are in se_token.c. The error is PGW_ERROR_ARGUMENT, without a value. */
bool pgw_se_token_check(const struct pgw_tree *tree, const void *card, struct pgw_error *error);
/* Appends the token, encrypted with an RSA public key in PEM, which may have no line breaks. */
bool pgw_se_token_create(struct pgw_buffer *token, const struct pgw_tree *tree, const void *card, struct pgw_text pem,
	struct pgw_error *error);

/* The gateways' public keys, each kept until it expires. One set per thread. */
struct pgw_se_keys;
/* NULL when out of memory. */
struct pgw_se_keys *pgw_se_keys_create(void);
void pgw_se_keys_free(struct pgw_se_keys *keys);
/* The key for a client, in PEM, valid now; borrowed until the set changes. A NULL `at`: the gateway must be asked. */
struct pgw_text pgw_se_keys_find(const struct pgw_se_keys *keys, const struct pgw_client *client);
/* The request that asks for the keys. On failure there is nothing to free. */
bool pgw_se_keys_request_init(struct pgw_request *request, const struct pgw_client *client, struct pgw_error *error);
/* Keeps the key that the answer to that request has. False: there is no valid one, and `error` says why. */
bool pgw_se_keys_keep(struct pgw_se_keys *keys, const struct pgw_request *request, const struct pgw_response *response,
	struct pgw_error *error);

/* ---------------------------------------------------------------- JSON, by json-c */

extern const struct pgw_tree pgw_json_tree;

/* NULL if it is not JSON, is nested deeper than `depth`, or has trailing text. Free it with pgw_json_free(). */
void *pgw_json_parse(struct pgw_text text, int depth);
void pgw_json_free(void *node);

/* ---------------------------------------------------------------- money */

/* Amounts have at most 12 digits of minor units. */
#define PGW_AMOUNT_LIMIT INT64_C(1000000000000)

struct pgw_currency {
	char code[4];       /* three capital letters */
	short number;       /* 0 to 999 */
	signed char digits; /* the ISO 4217 exponent, the number of decimals; -1: not applicable */
};

/* The node is a text (a case-insensitive code, or three digits) or an integer. NULL on error. */
const struct pgw_currency *pgw_currency_find(const struct pgw_tree *tree, const void *node, struct pgw_error *error);
/* All current currencies, sorted by code. */
const struct pgw_currency *pgw_currencies(size_t *count);

/* False if ISO 4217 has no exponent for the currency. */
bool pgw_currency_has_exponent(const struct pgw_currency *currency, struct pgw_error *error);

/* "1234.50" to 123450. A currency without an exponent is rejected. */
bool pgw_money_to_minor_units(
	int64_t *minor_units, struct pgw_text amount, const struct pgw_currency *currency, struct pgw_error *error);
/* 123450 to "1234.50": always with the currency's number of decimals; a negative amount begins with "-". */
enum { PGW_DECIMAL = 32 };
bool pgw_money_to_decimal(
	char decimal[PGW_DECIMAL], int64_t minor_units, const struct pgw_currency *currency, struct pgw_error *error);

/* ---------------------------------------------------------------- carts */

/*
 * How the core returns a nested value that it builds; the extension implements it for zvals. `name` is NULL in a list
 * and for the outermost value, and valid only during the call.
 */
struct pgw_writer {
	void (*open)(void *context, const struct pgw_text *name, bool list);
	void (*close)(void *context);
	void (*integer)(void *context, const struct pgw_text *name, int64_t value);
	void (*real)(void *context, const struct pgw_text *name, double value);
	void (*text)(void *context, const struct pgw_text *name, struct pgw_text value);
	void (*copy)(void *context, const struct pgw_text *name, const void *node); /* a node of the caller's tree, as is */
};

/*
 * Builds an orderBundle whose lines add up to the order's amount; the fields and options are in cart.c. `options` may
 * be NULL. Everything is checked before anything is written: on false nothing was written.
 */
bool pgw_cart_bundle(const struct pgw_tree *tree, const void *lines, const void *options,
	const struct pgw_writer *writer, void *context, struct pgw_error *error);
/*
 * What of a bundle is captured or given back now, as a bundle of its own: the positions of `lines`, each an object of
 * line (the number of the shop's line, from 1) or code (its itemCode), and quantity (NULL: what is left of it).
 * `before` has the same shape, for what was given back earlier, or is NULL. The parts of a bundle sum to the whole.
 * `bundle` may also be just its cartItems. On false nothing was written.
 */
bool pgw_cart_part(const struct pgw_tree *tree, const void *bundle, const void *lines, const void *before,
	const struct pgw_writer *writer, void *context, struct pgw_error *error);
/* The sum of a bundle's itemAmounts; `bundle` may also be just its cartItems, the shape of refundItems. */
bool pgw_cart_sum(int64_t *sum, const struct pgw_tree *tree, const void *bundle, struct pgw_error *error);

#endif
