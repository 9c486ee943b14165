/*
 * The lists as CSV: UTF-8 with a byte order mark, without which spreadsheets take it for another charset, and with the
 * separators that a spreadsheet of the language expects. Streamed in batches, so that no list is too long.
 */
#include "portal/export.h"

#include "base/text.h"
#include "model/currency.h"
#include "page/amount.h"
#include "portal/handlers.h"
#include "portal/order_view.h"
#include "portal/search.h"

#include <stdlib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define BATCH           200

void sandbox_export_cell(FILE *out, const char *text)
{
	bool formula = text[0] && strchr("=+-@\t\r\n", text[0]);
	fprintf(out, "\"%s", formula ? "'" : "");
	for (; *text; text++) {
		fprintf(out, *text == '"' ? "\"\"" : "%c", *text);
	}
	fputc('"', out);
}

/* A list on its way out. The visit is a copy without its request. */
struct export
{
	struct sandbox_portal_visit visit;
	struct sandbox_portal_search search;
	struct json_object *texts; /* values with the texts of the language */
	const struct kind *kind;
	void *batch;
	size_t count, at; /* of its rows */
	size_t cells;     /* written of the line */
	bool over;        /* there is no other batch */
};

/* A list that can be exported. */
struct kind {
	const char *columns; /* names of texts */
	const char *file;
	bool (*read)(struct export *export);
	struct sandbox_place (*place)(const struct export *export, size_t index);
	void (*write)(struct export *export, FILE *out);
	void (*release)(struct export *export); /* what the rows of a batch own */
};

/* ---------------------------------------------------------------------------------------------------- cells */

static void begin_cell(struct export *export, FILE *out)
{
	if (export->cells++ > 0) {
		fputc(strcmp(export->visit.language, "ru") == 0 ? ';' : ',', out);
	}
}

static void write_text(struct export *export, FILE *out, const char *text)
{
	begin_cell(export, out);
	sandbox_export_cell(out, text ? text : "");
}

static void write_time(struct export *export, FILE *out, int64_t moment)
{
	char text[SANDBOX_CLOCK_TEXT_SIZE];
	sandbox_portal_time(&export->visit, moment, text);
	write_text(export, out, text);
}

static void write_amount(struct export *export, FILE *out, int64_t amount, const char *currency)
{
	char text[SANDBOX_AMOUNT_SIZE];
	sandbox_amount_write_plain(amount, currency, export->visit.language, text);
	write_text(export, out, text);
}

static void write_currency(struct export *export, FILE *out, const char *currency)
{
	char letters[4] = "";
	sandbox_currency_letters(currency, letters);
	write_text(export, out, letters);
}

/* ---------------------------------------------------------------------------------------------------- orders */

static bool read_orders(struct export *export)
{
	return sandbox_store_search_orders(export->visit.store, &export->search.search, &export->search.slice,
		(struct sandbox_order **)&export->batch, &export->count);
}

static struct sandbox_place place_of_order(const struct export *export, size_t index)
{
	const struct sandbox_order *order = (const struct sandbox_order *)export->batch + index;
	return (struct sandbox_place){order->created_at, order->row};
}

static void write_order(struct export *export, FILE *out)
{
	const struct sandbox_order *order = (const struct sandbox_order *)export->batch + export->at;
	struct json_object *state = json_object_new_object();
	sandbox_order_view_state(state, export->texts, order->state);
	write_time(export, out, order->created_at);
	write_text(export, out, order->number);
	write_text(export, out, order->id);
	write_text(export, out, sandbox_json_member_text(state, "state"));
	write_text(export, out, sandbox_order_view_card(order->masked_pan));
	write_amount(export, out, order->amount, order->currency);
	write_amount(export, out, order->approved, order->currency);
	write_amount(export, out, order->deposited, order->currency);
	write_amount(export, out, order->refunded, order->currency);
	write_currency(export, out, order->currency);
	write_text(export, out, order->description);
	json_object_put(state);
}

static void free_orders(struct export *export)
{
	struct sandbox_order *orders = export->batch;
	for (size_t i = 0; i < export->count; i++) {
		sandbox_order_free(&orders[i]);
	}
}

/* ---------------------------------------------------------------------------------------------------- refunds */

static bool read_refunds(struct export *export)
{
	return sandbox_store_search_refunds(export->visit.store, &export->search.search, &export->search.slice,
		(struct sandbox_refund **)&export->batch, &export->count);
}

static struct sandbox_place place_of_refund(const struct export *export, size_t index)
{
	return ((const struct sandbox_refund *)export->batch)[index].place;
}

static void write_refund(struct export *export, FILE *out)
{
	const struct sandbox_refund *refund = (const struct sandbox_refund *)export->batch + export->at;
	write_time(export, out, refund->place.time);
	write_text(export, out, refund->order_number);
	write_text(export, out, refund->order_id);
	write_text(export, out, sandbox_order_view_card(refund->masked_pan));
	write_amount(export, out, refund->amount, refund->currency);
	write_currency(export, out, refund->currency);
	write_text(export, out, refund->reference);
	write_text(export, out, refund->external_id);
}

static void free_refunds(struct export *export)
{
	(void)export;
}

/* ----------------------------------------------------------------------------------------------------- stream */

static void free_batch(struct export *export)
{
	export->kind->release(export);
	free(export->batch);
	export->batch = NULL;
	export->count = export->at = 0;
}

static void free_export(void *source)
{
	struct export *export = source;
	free_batch(export);
	json_object_put(export->texts);
	free(export);
}

/* Reads on from the last row that was written. False at the end. */
static bool read_on(struct export *export)
{
	if (export->count > 0) {
		export->search.place = export->kind->place(export, export->count - 1);
		export->search.slice.place = &export->search.place;
	}
	free_batch(export);
	if (export->over) {
		return false;
	}
	sandbox_store_lock(export->visit.store);
	bool read = export->kind->read(export);
	sandbox_store_unlock(export->visit.store);
	sandbox_store_sync(export->visit.store); /* the answer goes on: what it says from here on must be on disk too */
	export->over = export->count < BATCH;
	return read && export->count > 0;
}

static bool write_column(const char *part, size_t size, void *context)
{
	void **pair = context;
	struct export *export = pair[0];
	char path[64];
	snprintf(path, sizeof path, "portal.columns.%.*s", (int)size, part);
	write_text(export, pair[1], sandbox_view_text(export->texts, path));
	return true;
}

static void write_head(struct export *export, FILE *out)
{
	fputs(BYTE_ORDER_MARK, out);
	sandbox_text_list_walk(export->kind->columns, write_column, (void *[]){export, out});
}

/* The position counts the lines. */
static char *next_line(void *source, int64_t *position)
{
	struct export *export = source;
	char *line = NULL;
	size_t size = 0;
	bool head = (*position)++ == 0;
	if (!head && export->at == export->count && !read_on(export)) {
		return NULL;
	}
	FILE *out = open_memstream(&line, &size);
	if (!out) {
		return NULL;
	}
	export->cells = 0;
	if (head) {
		write_head(export, out);
	} else {
		export->kind->write(export, out);
		export->at++;
	}
	fputc('\r', out);
	fclose(out);
	return line;
}

static void begin_export(const struct sandbox_portal_visit *visit, const struct kind *kind)
{
	struct sandbox_reply *reply = visit->request->reply;
	struct export *export = calloc(1, sizeof *export);
	if (!export) {
		sandbox_portal_problem(visit, 500);
		return;
	}
	sandbox_portal_search_read(visit, &export->search);
	export->visit = *visit;
	export->visit.request = NULL;
	export->search.slice = (struct sandbox_slice){.most = BATCH};
	export->texts = sandbox_view_values(visit->language);
	export->kind = kind;
	if (export->search.wrong) {
		free_export(export);
		sandbox_portal_problem(visit, 404);
		return;
	}
	sandbox_reply_page(reply, 200);
	reply->lines = next_line;
	reply->source = export;
	reply->release = free_export;
	reply->type = "text/csv;charset=UTF-8";
	reply->download = kind->file;
}

void sandbox_portal_orders_csv(const struct sandbox_portal_visit *visit)
{
	static const struct kind orders = {
		"time,number,id,state,card,amount,approved,deposited,refunded,currency,description", "orders.csv", read_orders,
		place_of_order, write_order, free_orders};
	begin_export(visit, &orders);
}

void sandbox_portal_refunds_csv(const struct sandbox_portal_visit *visit)
{
	static const struct kind refunds = {"refundTime,number,id,card,amount,currency,reference,externalId", "refunds.csv",
		read_refunds, place_of_refund, write_refund, free_refunds};
	begin_export(visit, &refunds);
}
