/* The entries of a batch: calls that were read from the source, in flight or finished. */
#include "batch_state.h"

#include "zend_exceptions.h"

void php_pgw_batch_free_entry(struct php_pgw_batch_entry *entry)
{
	if (entry->has_request) {
		pgw_request_free(&entry->request);
	}
	zval_ptr_dtor(&entry->key);
	zval_ptr_dtor(&entry->value);
	efree(entry);
}

static bool is_finished(const struct php_pgw_batch_entry *entry)
{
	return !Z_ISUNDEF(entry->value);
}

static void append_entry(struct php_pgw_batch *batch, struct php_pgw_batch_entry *entry)
{
	*batch->last = entry;
	batch->last = &entry->next;
	batch->count++;
}

static struct php_pgw_batch_entry *remove_entry(struct php_pgw_batch *batch, struct php_pgw_batch_entry **link)
{
	struct php_pgw_batch_entry *entry = *link;

	*link = entry->next;
	if (batch->last == &entry->next) {
		batch->last = link;
	}
	if (batch->checked == &entry->next) {
		batch->checked = link;
	}
	batch->count--;
	return entry;
}

/* ---------------------------------------------------------------- starting calls */

/* Without a call afterwards, an exception was thrown. */
static void start_call(
	struct php_pgw_batch *batch, struct php_pgw_batch_entry *entry, struct php_pgw_arguments *arguments)
{
	struct php_pgw_client *client = php_pgw_client_from_object(Z_OBJ(batch->gateway));

	entry->has_request = php_pgw_request_build(&entry->request, client, arguments) == SUCCESS;
	php_pgw_snapshot_free(&arguments->snapshot);
	arguments->snapshot.count = 0;
	if (entry->has_request && !EG(exception)) {
		entry->call = php_pgw_call_start(client, &entry->request, true);
	}
}

/* False: the source has ended, or an exception was thrown. */
static bool read_and_start_call(struct php_pgw_batch *batch)
{
	struct php_pgw_batch_entry **link = batch->last, *entry = ecalloc(1, sizeof(*entry));
	struct php_pgw_arguments arguments;

	if (!php_pgw_batch_read_source(batch, entry, &arguments)) {
		php_pgw_snapshot_free(&arguments.snapshot);
		php_pgw_batch_free_entry(entry);
		return false;
	}
	append_entry(batch, entry);
	if (!is_finished(entry)) {
		start_call(batch, entry, &arguments);
	}
	if (!is_finished(entry) && !entry->call && !php_pgw_batch_catch_exception(&entry->value)) {
		php_pgw_batch_free_entry(remove_entry(batch, link));
	}
	return !EG(exception);
}

void php_pgw_batch_start_calls(struct php_pgw_batch *batch)
{
	while (!batch->source_ended && batch->count < (size_t)batch->concurrency) {
		if (read_and_start_call(batch)) {
			continue;
		}
		batch->source_ended = true;
		if (EG(exception) && !php_pgw_is_exiting()) {
			batch->source_exception = EG(exception);
			GC_ADDREF(batch->source_exception);
			zend_clear_exception();
		}
	}
}

/* ---------------------------------------------------------------- finishing calls */

static void end_call(struct php_pgw_batch *batch, struct php_pgw_batch_entry *entry)
{
	struct php_pgw_client *client = php_pgw_client_from_object(Z_OBJ(batch->gateway));
	struct pgw_call *call = entry->call;
	bool outcome_unknown;

	entry->call = NULL; /* first: it is gone even if there is no memory for its reply */
	php_pgw_call_end(&entry->value, client, &entry->request, call, php_pgw_read_reply, &outcome_unknown);
}

/* The first that is finished of those that were not looked at yet. */
static struct php_pgw_batch_entry *take_finished(struct php_pgw_batch *batch)
{
	for (struct php_pgw_batch_entry *entry; (entry = *batch->checked); batch->checked = &entry->next) {
		/* Neither call nor value: there was no memory for its reply. */
		if (entry->call && pgw_call_is_done(entry->call)) {
			end_call(batch, entry);
		}
		if (is_finished(entry)) {
			return remove_entry(batch, batch->checked);
		}
		if (batch->keep_order) {
			break;
		}
	}
	return NULL;
}

/* Before it waits, those that were in flight are looked at once more: a logger may have driven them. */
struct php_pgw_batch_entry *php_pgw_batch_take_finished(struct php_pgw_batch *batch)
{
	struct php_pgw_batch_entry *finished = take_finished(batch);

	if (!finished) {
		batch->checked = &batch->entries;
		finished = take_finished(batch);
	}
	if (!finished) {
		batch->checked = &batch->entries;
	}
	return finished;
}

void php_pgw_batch_stop_calls(struct php_pgw_batch *batch)
{
	/* The process is checked each time: a logger may fork. */
	for (struct php_pgw_batch_entry *entry = batch->entries; entry && batch->pid == getpid(); entry = entry->next) {
		if (entry->call) {
			end_call(batch, entry);
		}
	}
}

void php_pgw_batch_free_entries(struct php_pgw_batch *batch)
{
	while (batch->entries) {
		struct php_pgw_batch_entry *entry = remove_entry(batch, &batch->entries);
		struct pgw_response response;
		struct pgw_error error;

		if (entry->call && pgw_call_end(entry->call, &response, &error)) {
			pgw_response_free(&response);
		}
		php_pgw_batch_free_entry(entry);
	}
}
