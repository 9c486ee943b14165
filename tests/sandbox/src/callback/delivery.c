/* The thread that delivers callbacks. */
#include "callback/delivery.h"

#include "base/clock.h"
#include "callback/signature.h"
#include "callback/try.h"
#include "order/ledger.h"
#include "store/rsa_keys.h"
#include "task/task_payment.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define IN_FLIGHT_MOST 64
#define TO_HOST_MOST   16   /* of these: one that hangs holds up no other */
#define LOOK_MS        1000 /* a look at the clock and at the store even if nothing wakes the thread */
#define LEAST_MS       10   /* no busy loop where the store fails */
#define SHORT_LOOK     512  /* due callbacks that are looked at each time; all are once in LOOK_MS */

struct sandbox_delivery {
	struct sandbox_store *store;
	const char *authorities;
	EVP_PKEY *key; /* made when a merchant first signs with it */
	CURLM *multi;
	struct sandbox_try tries[IN_FLIGHT_MOST];
	size_t in_flight;
	int64_t looked_at; /* when it last looked at all that are due, in milliseconds of a clock of the machine's */
	pthread_t thread;
	atomic_bool stopping;
};

static void wake(void *context)
{
	struct sandbox_delivery *delivery = context;
	curl_multi_wakeup(delivery->multi);
}

/* ------------------------------------------------------------------------------------------------- starting */

static bool is_in_flight(const struct sandbox_delivery *delivery, int64_t row)
{
	for (size_t i = 0; i < IN_FLIGHT_MOST; i++) {
		if (delivery->tries[i].easy && delivery->tries[i].row == row) {
			return true;
		}
	}
	return false;
}

static bool is_turn_in_flight(const struct sandbox_delivery *delivery)
{
	for (size_t i = 0; i < IN_FLIGHT_MOST; i++) {
		if (delivery->tries[i].easy && delivery->tries[i].in_turn) {
			return true;
		}
	}
	return false;
}

static struct sandbox_try *free_place(struct sandbox_delivery *delivery)
{
	struct sandbox_try *place = delivery->tries;
	while (place->easy) {
		place++;
	}
	return place;
}

/* The callback and its merchant's settings, as they are now. False if either is gone. */
static bool read_callback(
	struct sandbox_store *store, int64_t row, struct sandbox_callback *callback, struct sandbox_settings *settings)
{
	if (sandbox_store_callback_by_row(store, row, callback) != SANDBOX_FOUND) {
		return false;
	}
	const struct sandbox_merchant *merchant = sandbox_store_merchant_by_id(store, callback->merchant);
	*settings = merchant ? merchant->settings : sandbox_settings_default();
	return true;
}

static bool start_try(struct sandbox_delivery *delivery, int64_t row, const char *host)
{
	struct sandbox_callback callback;
	struct sandbox_settings settings;
	struct sandbox_try *place = free_place(delivery);
	sandbox_store_lock(delivery->store);
	bool found = read_callback(delivery->store, row, &callback, &settings);
	sandbox_store_unlock(delivery->store);
	if (!found) {
		return true;
	}
	if (settings.callback_signing[0] == 'r' && !delivery->key) {
		delivery->key = sandbox_store_rsa_key(delivery->store, SANDBOX_CALLBACK_KEY_NAME);
	}
	bool opened = sandbox_try_open(place, &callback, &settings, delivery->key, delivery->authorities);
	sandbox_callback_free(&callback);
	if (!opened) {
		return false;
	}
	delivery->in_flight++;
	snprintf(place->host, sizeof place->host, "%s", host);
	if (!place->problem) {
		curl_multi_add_handle(delivery->multi, place->easy);
	}
	return true;
}

/* What is to be started now. */
struct choice {
	struct sandbox_delivery *delivery;
	size_t to_look_at;
	size_t count;
	struct {
		int64_t row;
		char host[SANDBOX_HOST_SIZE];
	} chosen[IN_FLIGHT_MOST];
};

/* In flight, or chosen. */
static size_t count_to_host(const struct choice *choice, const char *host)
{
	size_t count = 0;
	for (size_t i = 0; i < IN_FLIGHT_MOST; i++) {
		const struct sandbox_try *attempt = &choice->delivery->tries[i];
		count += attempt->easy && strcmp(attempt->host, host) == 0;
	}
	for (size_t i = 0; i < choice->count; i++) {
		count += strcmp(choice->chosen[i].host, host) == 0;
	}
	return count;
}

/* Where it goes, as settings are now. */
static void find_host(struct sandbox_store *store, const struct sandbox_due_callback *due, char host[SANDBOX_HOST_SIZE])
{
	const struct sandbox_merchant *merchant = due->address ? NULL : sandbox_store_merchant_by_id(store, due->merchant);
	sandbox_try_host(due->address ? due->address : merchant ? merchant->settings.callback_address : "", host);
}

/* A sandbox_due_visitor. Those in flight are still due. */
static bool choose(void *context, const struct sandbox_due_callback *due)
{
	struct choice *choice = context;
	struct sandbox_delivery *delivery = choice->delivery;
	char *host = choice->chosen[choice->count].host;
	bool waits = is_in_flight(delivery, due->row) || (due->turn && is_turn_in_flight(delivery));
	if (!waits) {
		find_host(delivery->store, due, host);
		if (count_to_host(choice, host) < TO_HOST_MOST) {
			choice->chosen[choice->count++].row = due->row;
		}
	}
	return delivery->in_flight + choice->count < IN_FLIGHT_MOST && --choice->to_look_at > 0;
}

/* Behind many for a host that has its share there may be one for another. */
static size_t count_to_look_at(struct sandbox_delivery *delivery)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	int64_t milliseconds = (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
	if (milliseconds - delivery->looked_at < LOOK_MS) {
		return SHORT_LOOK;
	}
	delivery->looked_at = milliseconds;
	return SIZE_MAX;
}

static void start_due(struct sandbox_delivery *delivery)
{
	struct choice choice = {.delivery = delivery};
	size_t before = delivery->in_flight;
	if (before == IN_FLIGHT_MOST) {
		return;
	}
	choice.to_look_at = count_to_look_at(delivery);
	sandbox_store_lock(delivery->store);
	sandbox_store_visit_due_callbacks(delivery->store, sandbox_clock_now(), choose, &choice);
	sandbox_store_unlock(delivery->store);
	for (size_t i = 0; i < choice.count; i++) {
		if (!start_try(delivery, choice.chosen[i].row, choice.chosen[i].host)) {
			break;
		}
	}
	if (delivery->in_flight > before) {
		sandbox_store_sync(delivery->store); /* nobody is told of what a crash could undo */
	}
}

/* ----------------------------------------------------------------------------------------------- finishing */

/* Whether any try has ended. Marks those that libcurl reports. */
static bool collect_ended(struct sandbox_delivery *delivery, bool ended[IN_FLIGHT_MOST])
{
	bool any = false;
	CURLMsg *message;
	int left;
	for (size_t i = 0; i < IN_FLIGHT_MOST; i++) {
		ended[i] = delivery->tries[i].easy && delivery->tries[i].problem;
		any = any || ended[i];
	}
	while ((message = curl_multi_info_read(delivery->multi, &left))) {
		struct sandbox_try *attempt;
		curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &attempt);
		attempt->result = message->data.result;
		ended[attempt - delivery->tries] = any = true;
	}
	return any;
}

static bool note_try(struct sandbox_store *store, const struct sandbox_try *attempt)
{
	struct sandbox_callback callback;
	struct sandbox_settings settings;
	if (!read_callback(store, attempt->row, &callback, &settings)) {
		return true; /* a reset has deleted it */
	}
	sandbox_try_note(attempt, &callback, &settings, sandbox_clock_now());
	bool stored = sandbox_store_callback_update(store, &callback);
	sandbox_callback_free(&callback);
	return stored;
}

/*
 * Notes all that have ended in one transaction, for which no payment waits. If it is lost they stay due and are
 * delivered again: at least once.
 */
static void finish_ended(struct sandbox_delivery *delivery)
{
	bool ended[IN_FLIGHT_MOST];
	if (!collect_ended(delivery, ended)) {
		return;
	}
	bool begun = sandbox_store_begin_lazily(delivery->store), stored = begun;
	for (size_t i = 0; stored && i < IN_FLIGHT_MOST; i++) {
		stored = !ended[i] || note_try(delivery->store, &delivery->tries[i]);
	}
	if (begun) {
		sandbox_store_end(delivery->store, stored);
	}
	for (size_t i = 0; i < IN_FLIGHT_MOST; i++) {
		if (ended[i]) {
			curl_multi_remove_handle(delivery->multi, delivery->tries[i].easy);
			sandbox_try_close(&delivery->tries[i]);
			delivery->in_flight--;
		}
	}
}

/* ------------------------------------------------------------------------------------------------- the loop */

/* When anything happens next by itself; 0: never. */
static int64_t next_due(struct sandbox_store *store)
{
	sandbox_store_lock(store);
	int64_t callback = sandbox_store_next_callback_due(store), payment = sandbox_store_next_payment_due(store);
	sandbox_store_unlock(store);
	return callback && (callback < payment || !payment) ? callback : payment;
}

/* How long there is nothing to start, in milliseconds. What comes meanwhile wakes the thread. */
static int time_to_wait(const struct sandbox_delivery *delivery)
{
	int64_t due = next_due(delivery->store);
	int64_t wait = due - sandbox_clock_now();
	/* What is overdue is in flight, or waits for what is. */
	if (due == 0 || wait > LOOK_MS || (wait <= 0 && delivery->in_flight > 0)) {
		return LOOK_MS;
	}
	return wait < LEAST_MS ? LEAST_MS : (int)wait;
}

static void settle(struct sandbox_store *store)
{
	int64_t now = sandbox_clock_now();
	sandbox_store_lock(store);
	int64_t due = sandbox_store_next_payment_due(store);
	sandbox_store_unlock(store);
	if (due && due <= now) {
		sandbox_tasks_settle(store, now);
		sandbox_ledger_settle(store, now);
		sandbox_store_flush(store); /* nobody waits for it */
	}
}

static void *deliver(void *context)
{
	struct sandbox_delivery *delivery = context;
	int running;
	while (!atomic_load(&delivery->stopping)) {
		settle(delivery->store);
		start_due(delivery);
		curl_multi_perform(delivery->multi, &running);
		finish_ended(delivery);
		curl_multi_poll(delivery->multi, NULL, 0, time_to_wait(delivery), NULL);
	}
	return NULL;
}

static void free_delivery(struct sandbox_delivery *delivery)
{
	for (size_t i = 0; i < IN_FLIGHT_MOST; i++) {
		if (delivery->tries[i].easy) {
			curl_multi_remove_handle(delivery->multi, delivery->tries[i].easy);
			sandbox_try_close(&delivery->tries[i]);
		}
	}
	curl_multi_cleanup(delivery->multi);
	EVP_PKEY_free(delivery->key);
	free(delivery);
}

struct sandbox_delivery *sandbox_delivery_start(struct sandbox_store *store, const char *authorities)
{
	struct sandbox_delivery *delivery = calloc(1, sizeof *delivery);
	if (!delivery) {
		return NULL;
	}
	delivery->store = store;
	delivery->authorities = authorities;
	delivery->multi = curl_multi_init();
	sandbox_store_listen(store, wake, delivery);
	if (!delivery->multi || pthread_create(&delivery->thread, NULL, deliver, delivery) != 0) {
		fputs("sandbox: cannot start the delivery of callbacks\n", stderr);
		sandbox_store_listen(store, NULL, NULL);
		free_delivery(delivery);
		return NULL;
	}
	return delivery;
}

void sandbox_delivery_stop(struct sandbox_delivery *delivery)
{
	if (!delivery) {
		return;
	}
	atomic_store(&delivery->stopping, true);
	curl_multi_wakeup(delivery->multi);
	pthread_join(delivery->thread, NULL);
	sandbox_store_listen(delivery->store, NULL, NULL);
	free_delivery(delivery);
}
