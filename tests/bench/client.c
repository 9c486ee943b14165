/*
 * The clients in C: client MODE CLIENT REQUEST COUNT URL does and prints what client.php does.
 */
#include "client.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { WARM_UNITS = 20, SILENCE = 4, NO_SUCH_REQUEST = 3 };

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))
#define CREDENTIALS   "userName=test_user&password=test_user_password&"
#define STATUS \
	{ \
		"rest/getOrderStatusExtended.do", CREDENTIALS "orderId=6299538a-2dc4-454a-8907-b30d73a3e21f" \
	}
#define REGISTER \
	{ \
		"rest/register.do", \
			CREDENTIALS "orderNumber=bench-1&amount=150000&returnUrl=https%3A%2F%2Fshop.example%2Freturn" \
	}
#define BINDINGS \
	{ \
		"rest/getBindings.do", CREDENTIALS "clientId=client-1" \
	}

static const struct plan plans[] = {
	{"status", {STATUS}, 1, 1},
	{"register", {REGISTER}, 1, 1},
	{"bindings", {BINDINGS}, 1, 1},
	{"mixed", {REGISTER, STATUS, STATUS, STATUS, BINDINGS}, 5, 5},
	{"batch", {STATUS}, 1, MOST_AT_ONCE},
};

static const struct client clients[] = {
	{"floor", libcurl_open, libcurl_call},
	{"lean", libcurl_open, libcurl_call},
	{"socket", socket_open, socket_call},
};

struct task {
	const struct client *client;
	const struct plan *plan;
	const char *url;
	size_t count;
	int64_t *times; /* nanoseconds, `count` of them */
};

void client_fail(const char *what)
{
	fprintf(stderr, "%s\n", what);
	exit(1);
}

/* ---------------------------------------------------------------- figures */

static int64_t nanoseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static double cpu_microseconds(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 +
		   (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

static long peak(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss;
}

static int compare(const void *a, const void *b)
{
	int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;

	return (left > right) - (left < right);
}

/* `count` of `times` were taken; none leaves zeros. */
static void print_figures(int64_t *times, size_t count, double cpu, long before)
{
	qsort(times, count, sizeof(*times), compare);
	printf("%.1f %.1f %.1f %ld %ld\n", (double)times[count / 2] / 1000, (double)times[count * 99 / 100] / 1000, cpu,
		before, peak());
}

/* ---------------------------------------------------------------- modes */

static void open_client(const struct task *task)
{
	if (!task->client->open(task->client->name, task->url, task->plan)) {
		exit(NO_SUCH_REQUEST);
	}
}

static void make_unit(const struct task *task)
{
	task->client->call(task->plan->count);
}

static void open_warm(const struct task *task)
{
	open_client(task);
	for (int i = 0; i < WARM_UNITS; i++) {
		make_unit(task);
	}
}

static void take_time(const struct task *task, size_t i)
{
	int64_t start = nanoseconds();

	make_unit(task);
	task->times[i] = nanoseconds() - start;
}

static void run_timed(const struct task *task)
{
	long before;
	double cpu;

	open_warm(task);
	before = peak();
	cpu = cpu_microseconds();
	for (size_t i = 0; i < task->count; i++) {
		take_time(task, i);
	}
	print_figures(task->times, task->count, (cpu_microseconds() - cpu) / (double)task->count, before);
}

static void run_loop(const struct task *task)
{
	long before;

	open_warm(task);
	before = peak();
	for (size_t i = 0; i < task->count; i++) {
		make_unit(task);
	}
	print_figures(task->times, 0, 0, before);
}

static void run_idle(const struct task *task)
{
	double cpu = 0;
	long before;

	open_client(task);
	make_unit(task);
	before = peak();
	for (size_t i = 0; i < task->count; i++) {
		sleep(SILENCE);
		cpu -= cpu_microseconds();
		take_time(task, i);
		cpu += cpu_microseconds();
	}
	print_figures(task->times, task->count, cpu / (double)task->count, before);
}

static void run_once(const struct task *task)
{
	long before = peak();
	double cpu = cpu_microseconds();
	int64_t start = nanoseconds();

	if (task->count) {
		open_client(task);
		task->client->call(task->count);
		task->times[0] = (nanoseconds() - start) / (int64_t)task->count;
	}
	print_figures(task->times, 1, (cpu_microseconds() - cpu) / (double)task->count, before);
}

static const struct mode {
	const char *name;
	void (*run)(const struct task *task);
} modes[] = {
	{"timed", run_timed},
	{"loop", run_loop},
	{"idle", run_idle},
	{"once", run_once},
};

/* ---------------------------------------------------------------- the program */

/* The row of a table whose rows start with a name, or NULL. */
static const void *find(const void *table, size_t rows, size_t size, const char *name)
{
	for (size_t i = 0; i < rows; i++) {
		const char *const *row = (const void *)((const char *)table + i * size);

		if (strcmp(*row, name) == 0) {
			return row;
		}
	}
	return NULL;
}

#define FIND(table, name) find(table, LENGTH(table), sizeof((table)[0]), name)

int main(int argument_count, char **arguments)
{
	const struct mode *mode;
	struct task task;

	if (argument_count != 6 || !(mode = FIND(modes, arguments[1])) || !(task.client = FIND(clients, arguments[2]))) {
		client_fail("Usage: client timed|loop|idle|once floor|lean|socket REQUEST COUNT URL");
	}
	if (!(task.plan = FIND(plans, arguments[3]))) {
		return NO_SUCH_REQUEST;
	}
	task.count = strtoul(arguments[4], NULL, 10);
	task.url = arguments[5];
	task.times = calloc(task.count + 1, sizeof(*task.times));
	mode->run(&task);
	free(task.times);
	return 0;
}
