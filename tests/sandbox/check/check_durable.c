/* Nothing is told before it is on disk. The disk is a fdatasync() that the test holds up. */
#include "check.h"

#include "base/clock.h"
#include "base/secret.h"
#include "callback/delivery.h"
#include "http/listen.h"
#include "http/server.h"
#include "store/sqlite.h"
#include "store/store.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define CLIENTS     8
#define HELD        64
#define LENGTH      100000 /* bytes of a long request */
#define MOST_ROUNDS 1000   /* in which it is read */
#define TIMES       8
#define MANY        5000  /* orders */
#define A_WHILE     200   /* milliseconds in which something that must not come would have come */
#define LONG        10000 /* milliseconds for what must come */
#define LOGIN       "userName=test_user&password=test_user_password"
#define REGISTER    LOGIN "&amount=1000&returnUrl=https://shop.example/&orderNumber=%d"

static struct {
	pthread_mutex_t mutex;
	pthread_cond_t changed;
	bool held;
	int syncs;
} disk = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, false, 0};

int __wrap_fdatasync(int fd);

int __wrap_fdatasync(int fd)
{
	(void)fd;
	pthread_mutex_lock(&disk.mutex);
	disk.syncs++;
	while (disk.held) {
		pthread_cond_wait(&disk.changed, &disk.mutex);
	}
	pthread_mutex_unlock(&disk.mutex);
	return 0;
}

static int syncs(void)
{
	pthread_mutex_lock(&disk.mutex);
	int count = disk.syncs;
	pthread_mutex_unlock(&disk.mutex);
	return count;
}

static void hold_disk(bool held)
{
	pthread_mutex_lock(&disk.mutex);
	disk.held = held;
	pthread_cond_broadcast(&disk.changed);
	pthread_mutex_unlock(&disk.mutex);
}

/* A gateway on a file, served. */
struct house {
	char directory[64], path[96], uri[64];
	struct sandbox_gateway gateway;
	struct sandbox_delivery *delivery;
	struct sandbox_http *http;
	int port;
};

static void open_house(struct house *house)
{
	memset(house, 0, sizeof *house);
	strcpy(house->directory, "/tmp/payment_gateway.XXXXXX");
	assert_non_null(mkdtemp(house->directory));
	snprintf(house->path, sizeof house->path, "%s/db", house->directory);
	house->gateway.store = sandbox_store_open(house->path);
	assert_non_null(house->gateway.store);
	int socket = sandbox_listen("127.0.0.1", &house->port);
	assert_true(socket >= 0);
	snprintf(house->uri, sizeof house->uri, "http://127.0.0.1:%d/payment/", house->port);
	house->gateway.base_uri = house->uri;
	house->gateway.failures = sandbox_failures_open();
	house->delivery = sandbox_delivery_start(house->gateway.store, NULL);
	house->http = sandbox_http_start(&house->gateway, socket, &(struct sandbox_tls){NULL, NULL});
	assert_non_null(house->http);
}

static void stop_house(struct house *house)
{
	sandbox_http_stop(house->http);
	sandbox_delivery_stop(house->delivery);
	sandbox_store_close(house->gateway.store);
	sandbox_failures_close(house->gateway.failures);
}

static void remove_house(const struct house *house)
{
	static const char *const suffixes[] = {"", "-wal", "-shm"};
	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
		char file[112];
		snprintf(file, sizeof file, "%s%s", house->path, suffixes[i]);
		unlink(file);
	}
	assert_int_equal(rmdir(house->directory), 0);
}

static void close_house(struct house *house)
{
	stop_house(house);
	remove_house(house);
}

static int connect_to(const struct house *house)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)house->port)};
	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	int client = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(connect(client, (struct sockaddr *)&address, sizeof address), 0);
	return client;
}

static void ask_as(int client, const char *method, const char *body)
{
	static char request[LENGTH + 1024];
	int size = snprintf(request, sizeof request,
		"POST /payment/%s HTTP/1.1\r\nHost: sandbox\r\nContent-Type: application/x-www-form-urlencoded\r\n"
		"Content-Length: %zu\r\n\r\n%s",
		method, strlen(body), body);
	assert_int_equal(write(client, request, (size_t)size), size);
}

static int ask(const struct house *house, const char *method, const char *body)
{
	int client = connect_to(house);
	ask_as(client, method, body);
	return client;
}

static void ask_to_register_as(int client, int number)
{
	char body[256];
	snprintf(body, sizeof body, REGISTER, number);
	ask_as(client, "rest/register.do", body);
}

static int ask_to_register(const struct house *house, int number)
{
	int client = connect_to(house);
	ask_to_register_as(client, number);
	return client;
}

static bool comes(int client, int milliseconds)
{
	struct pollfd wait = {.fd = client, .events = POLLIN};
	return poll(&wait, 1, milliseconds) == 1;
}

/* Reads the answer, which must hold the text, and closes. */
static void expect(int client, const char *text)
{
	char answer[4096] = "";
	size_t size = 0;
	while (!strstr(answer, text)) {
		assert_true(comes(client, LONG));
		ssize_t more = read(client, answer + size, sizeof answer - 1 - size);
		assert_true(more > 0);
		answer[size += (size_t)more] = '\0';
	}
	close(client);
}

static bool has_order(struct house *house, const char *number)
{
	struct sandbox_store *store = house->gateway.store;
	struct sandbox_order order;
	sandbox_store_lock(store);
	int64_t merchant = sandbox_store_merchant_by_name(store, "test_user")->id;
	bool found = sandbox_store_order_by_number(store, merchant, number, &order) == SANDBOX_FOUND;
	sandbox_store_unlock(store);
	if (found) {
		sandbox_order_free(&order);
	}
	return found;
}

static void wait_for_order(struct house *house, int number)
{
	char text[16];
	snprintf(text, sizeof text, "%d", number);
	for (int i = 0; i < LONG && !has_order(house, text); i++) {
		usleep(1000);
	}
	assert_true(has_order(house, text));
}

static void no_answer_before_the_disk(void **state)
{
	(void)state;
	struct house house;
	int clients[CLIENTS];
	open_house(&house);
	expect(ask_to_register(&house, 100), "orderId");
	int before = syncs();
	hold_disk(true);
	/* Connected before the first asks: one that is alone needs no other to be carried out meanwhile. */
	for (int i = 0; i < CLIENTS; i++) {
		clients[i] = connect_to(&house);
	}
	for (int i = 0; i < CLIENTS; i++) {
		ask_to_register_as(clients[i], i);
	}
	/* All are carried out while the disk holds up the first. */
	for (int i = 0; i < CLIENTS; i++) {
		wait_for_order(&house, i);
	}
	int reader = ask(&house, "rest/getOrderStatusExtended.do", LOGIN "&orderNumber=0");
	for (int i = 0; i < CLIENTS; i++) {
		assert_false(comes(clients[i], i ? 0 : A_WHILE));
	}
	assert_false(comes(reader, 0));
	hold_disk(false);
	for (int i = 0; i < CLIENTS; i++) {
		expect(clients[i], "orderId");
	}
	expect(reader, "orderNumber");
	/* One for those before it, one for those that came meanwhile. */
	int made = syncs() - before;
	assert_true(made >= 1 && made <= 3);
	close_house(&house);
}

static void a_reader_of_what_is_on_disk_waits_for_nobody(void **state)
{
	(void)state;
	struct house house;
	open_house(&house);
	expect(ask_to_register(&house, 1), "orderId");
	int before = syncs();
	hold_disk(true);
	expect(ask(&house, "rest/getOrderStatusExtended.do", LOGIN "&orderNumber=1"), "orderNumber");
	hold_disk(false);
	assert_int_equal(syncs(), before);
	close_house(&house);
}

/* All at once: none is forgotten because another has woken the server already. */
static void answers_that_were_held_are_sent(void **state)
{
	(void)state;
	struct house house;
	int clients[HELD];
	char body[64];
	open_house(&house);
	snprintf(body, sizeof body, "with=slow&milliseconds=50&times=%d", HELD);
	expect(ask(&house, "sandbox/fail", body), "200 OK");
	for (int i = 0; i < HELD; i++) {
		clients[i] = ask_to_register(&house, i);
	}
	for (int i = 0; i < HELD; i++) {
		expect(clients[i], "orderId");
	}
	close_house(&house);
}

/* Sends one byte of a request that never ends, so that the server has a round. */
static void tick(int client)
{
	assert_int_equal(write(client, "X", 1), 1);
	usleep(5000);
}

/* Asks to register with so much that the server reads it in several rounds. */
static int ask_at_length(const struct house *house, int number)
{
	static char body[LENGTH + 1];
	memset(body, 'x', LENGTH);
	body[snprintf(body, LENGTH, REGISTER "&unknown=", number)] = 'x';
	int client = connect_to(house);
	ask_as(client, "rest/register.do", body);
	usleep(5000);
	return client;
}

/* Waits until it is carried out; its answer will be lost. */
static int ask_in_vain(struct house *house, int number)
{
	char body[256];
	snprintf(body, sizeof body, REGISTER, number);
	int client = ask(house, "rest/registerPreAuth.do", body);
	wait_for_order(house, number);
	return client;
}

/*
 * Two answers are lost, so their connections are closed, and between them came a request that takes several rounds to
 * read. The disk writes after so many rounds, or when all is read: so it may be the same round. Returns how many it
 * was.
 */
static int lose_answers(struct house *house, int number, int most)
{
	int ticking = connect_to(house), rounds = 0;
	char text[16];
	snprintf(text, sizeof text, "%d", number);
	expect(ask(house, "sandbox/fail", "with=lose&method=rest/registerPreAuth.do&times=2"), "200 OK");
	hold_disk(true);
	int first = ask_in_vain(house, number + 1);
	int long_one = ask_at_length(house, number);
	int second = ask_in_vain(house, number + 2);
	while (rounds < most && !has_order(house, text)) {
		tick(ticking);
		rounds++;
	}
	hold_disk(false);
	expect(long_one, "orderId");
	close(first);
	close(second);
	close(ticking);
	return rounds;
}

static void connections_that_are_closed_are_not_looked_at(void **state)
{
	(void)state;
	struct house house;
	open_house(&house);
	expect(ask(&house, "sandbox/merchant", "strict=0"), "200 OK"); /* which takes what is unknown */
	int rounds = lose_answers(&house, 0, MOST_ROUNDS);
	assert_true(rounds < MOST_ROUNDS);
	for (int i = 1; i <= TIMES; i++) {
		lose_answers(&house, 3 * i, rounds - 1);
	}
	close_house(&house);
}

static void no_callback_before_the_disk(void **state)
{
	(void)state;
	struct house house;
	int port = 0, shop = sandbox_listen("127.0.0.1", &port);
	char settings[128];
	open_house(&house);
	snprintf(settings, sizeof settings, "callbackAddress=http://127.0.0.1:%d/&callbackOperations=created", port);
	expect(ask(&house, "sandbox/merchant", settings), "200 OK");
	hold_disk(true);
	int client = ask_to_register(&house, 1);
	wait_for_order(&house, 1);
	assert_false(comes(shop, A_WHILE));
	hold_disk(false);
	assert_true(comes(shop, LONG));
	expect(client, "orderId");
	close(shop);
	close_house(&house);
}

static void transactions_share_a_sync(void **state)
{
	(void)state;
	struct house house;
	open_house(&house);
	struct sandbox_store *store = house.gateway.store;
	sandbox_store_sync(store);
	int before = syncs();
	for (int i = 1; i <= 3; i++) {
		assert_true(sandbox_store_begin(store));
		assert_true(sandbox_store_save_clock(store, i));
		assert_true(sandbox_store_commit(store));
		assert_false(sandbox_store_is_durable(store, sandbox_store_mark(store)));
	}
	sandbox_store_sync(store);
	sandbox_store_sync(store);
	assert_true(sandbox_store_is_durable(store, sandbox_store_mark(store)));
	assert_int_equal(syncs() - before, 1);
	assert_true(sandbox_store_begin_lazily(store));
	assert_true(sandbox_store_save_clock(store, 0));
	assert_true(sandbox_store_commit(store));
	assert_true(sandbox_store_is_durable(store, sandbox_store_mark(store)));
	close_house(&house);
}

static void save_sign(struct sandbox_store *store, unsigned char sign, bool well)
{
	assert_true(sandbox_store_begin(store));
	assert_true(sandbox_store_blob_write(store, "sign", &sign, 1));
	assert_int_equal(sandbox_store_end(store, well), well);
}

static int sign_of(struct sandbox_store *store)
{
	unsigned char *sign;
	size_t size;
	sandbox_store_lock(store);
	assert_true(sandbox_store_blob_read(store, "sign", &sign, &size));
	sandbox_store_unlock(store);
	int read = sign[0];
	free(sign);
	return read;
}

static void a_rollback_undoes_one_transaction(void **state)
{
	(void)state;
	struct house house;
	open_house(&house);
	save_sign(house.gateway.store, 1, true);
	save_sign(house.gateway.store, 2, true);
	save_sign(house.gateway.store, 3, false);
	assert_int_equal(sign_of(house.gateway.store), 2);
	close_house(&house);
}

/* Those of the second change more pages than SQLite keeps in memory for a rollback. */
static void a_transaction_may_be_large(void **state)
{
	(void)state;
	struct house house;
	open_house(&house);
	for (int i = 0; i < 2; i++) {
		assert_true(sandbox_store_begin(house.gateway.store));
		for (int k = 0; k < MANY; k++) {
			char id[SANDBOX_UUID_SIZE], number[16];
			sandbox_random_uuid(id);
			snprintf(number, sizeof number, "%d", i * MANY + k);
			struct sandbox_order order = {.merchant = 1, .id = id, .number = number};
			assert_int_equal(sandbox_store_order_insert(house.gateway.store, &order), SANDBOX_FOUND);
		}
		assert_int_equal(sandbox_store_end(house.gateway.store, i == 0), i == 0);
	}
	assert_true(has_order(&house, "0"));
	assert_false(has_order(&house, "5000"));
	close_house(&house);
}

static void what_nobody_waited_for_outlives_the_process(void **state)
{
	(void)state;
	struct house house;
	open_house(&house);
	save_sign(house.gateway.store, 7, true);
	stop_house(&house);
	struct sandbox_store *store = sandbox_store_open(house.path);
	assert_non_null(store);
	assert_int_equal(sign_of(store), 7);
	sandbox_store_close(store);
	remove_house(&house);
}

/* As when the disk is full: SQLite undoes the transactions of others too, who must not be answered. */
static void undo_more_than_one(const char *path)
{
	struct sandbox_store *store = sandbox_store_open(path);
	save_sign(store, 1, true);
	sandbox_store_lock(store);
	sandbox_sqlite_execute(store, "ROLLBACK");
	sandbox_store_unlock(store);
}

static void the_process_ends_when_more_is_undone(void **state)
{
	(void)state;
	struct house house;
	int status = 0;
	open_house(&house);
	stop_house(&house);
	pid_t child = fork();
	if (child == 0) {
		undo_more_than_one(house.path);
		_exit(99);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), EXIT_FAILURE);
	remove_house(&house);
}

/* A test that failed may have left it held. */
static int release_disk(void **state)
{
	(void)state;
	hold_disk(false);
	return 0;
}

int sandbox_check_durable(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(no_answer_before_the_disk, release_disk),
		cmocka_unit_test_teardown(a_reader_of_what_is_on_disk_waits_for_nobody, release_disk),
		cmocka_unit_test(answers_that_were_held_are_sent),
		cmocka_unit_test_teardown(connections_that_are_closed_are_not_looked_at, release_disk),
		cmocka_unit_test_teardown(no_callback_before_the_disk, release_disk),
		cmocka_unit_test_teardown(transactions_share_a_sync, release_disk),
		cmocka_unit_test(a_rollback_undoes_one_transaction),
		cmocka_unit_test(a_transaction_may_be_large),
		cmocka_unit_test(what_nobody_waited_for_outlives_the_process),
		cmocka_unit_test(the_process_ends_when_more_is_undone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
