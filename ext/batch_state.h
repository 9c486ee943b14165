/* What the files of batch() share: the batch, and the entries that it has read from its source. */
#ifndef PHP_PGW_BATCH_STATE_H
#define PHP_PGW_BATCH_STATE_H

#include "php_payment_gateway.h"

/* One call, from when it is read from the source until the iterator moves past it. */
struct php_pgw_batch_entry {
	struct php_pgw_batch_entry *next;
	zval key;
	zval value; /* the reply or an exception; undefined until there is one */
	struct pgw_request request;
	struct pgw_call *call; /* owned; NULL unless in flight */
	bool has_request;      /* the request must be freed */
};

struct php_pgw_batch {
	zval gateway;

	/* The source: an array or an iterator. */
	zval array;                     /* undefined for an iterator */
	HashPosition position;          /* in the array */
	bool array_is_copy;             /* it is our own copy, in which an ArgumentException stands for a refused entry */
	zend_object_iterator *iterator; /* owned; NULL for an array */
	bool iterator_started;
	bool source_ended;
	zend_object *source_exception; /* owned; thrown when the calls in flight have been delivered */

	/* The entries that were read: in flight or finished, in the order of the source. */
	struct php_pgw_batch_entry *entries, **last;
	struct php_pgw_batch_entry **checked; /* those before it were in flight when last looked at */
	size_t count;
	zend_long concurrency; /* the most entries at a time */
	bool keep_order;

	/* The iteration. */
	struct php_pgw_batch_entry *current; /* owned, and no longer among the entries */
	pid_t pid;                           /* of the process that iterates; 0 before the first step */
	bool advanced;                       /* next() was called: too late for rewind() */
	bool busy; /* user code may be running, and must not see the entries in an inconsistent state */
	zend_object std;
};

/* batch_source.c */
/* Snapshots an array of calls, to be the source. */
void php_pgw_batch_set_array(struct php_pgw_batch *batch, const zval *calls);
/*
 * Reads the next call into a new entry: its key, and its arguments, or an exception as its value if they were refused.
 * False: the source has ended, or an exception was thrown; either way free `arguments`.
 */
bool php_pgw_batch_read_source(
	struct php_pgw_batch *batch, struct php_pgw_batch_entry *entry, struct php_pgw_arguments *arguments);
/* Turns the pending exception into the value of an entry. False: it is exit(), and stays pending. */
bool php_pgw_batch_catch_exception(zval *value);

/* batch_entries.c */
/* Reads and starts calls until there are as many as may be in flight, or the source has ended. */
void php_pgw_batch_start_calls(struct php_pgw_batch *batch);
/*
 * Removes and returns a finished entry, with keep_order only the first. NULL: there is none, so the first entry, if
 * any, is in flight.
 */
struct php_pgw_batch_entry *php_pgw_batch_take_finished(struct php_pgw_batch *batch);
/* Stops the calls of this process, and logs them. Runs user code; the entries stay. */
void php_pgw_batch_stop_calls(struct php_pgw_batch *batch);
/* Frees all entries; stops calls in flight without logging them. Runs no user code. */
void php_pgw_batch_free_entries(struct php_pgw_batch *batch);
void php_pgw_batch_free_entry(struct php_pgw_batch_entry *entry);

#endif
