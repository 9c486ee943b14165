/*
 * The floor: what libcurl alone costs. One handle, everything set once, the reply kept but not read.
 *
 * floor timed|loop REQUEST COUNT URL prints what client.php prints.
 */
#include <curl/curl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { WARM_CALLS = 20, LARGEST_REPLY = 1 << 20 };

#define CREDENTIALS "userName=test_user&password=test_user_password&"

static const struct {
	const char *name, *path, *body;
} requests[] = {
	{"status", "rest/getOrderStatusExtended.do", CREDENTIALS "orderId=6299538a-2dc4-454a-8907-b30d73a3e21f"},
	{"register", "rest/register.do",
		CREDENTIALS "orderNumber=bench-1&amount=150000&returnUrl=https%3A%2F%2Fshop.example%2Freturn"},
	{"bindings", "rest/getBindings.do", CREDENTIALS "clientId=client-1"},
};

static struct {
	char at[LARGEST_REPLY];
	size_t length;
} reply;

static size_t write_reply(char *at, size_t size, size_t count, void *context)
{
	(void)context;
	if (size * count > sizeof(reply.at) - reply.length) {
		return 0;
	}
	memcpy(reply.at + reply.length, at, size * count);
	reply.length += size * count;
	return size * count;
}

static CURL *make_handle(const char *base, size_t request)
{
	static const char *const lines[] = {"Accept: application/json", "Expect:", "User-Agent: payment_gateway"};
	struct curl_slist *headers = NULL;
	CURL *curl = curl_easy_init();
	char url[256];

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		headers = curl_slist_append(headers, lines[i]);
	}
	snprintf(url, sizeof(url), "%s%s", base, requests[request].path);
	curl_easy_setopt(curl, CURLOPT_URL, url);
	curl_easy_setopt(curl, CURLOPT_POSTFIELDS, requests[request].body);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, write_reply);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 30000L);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, 5000L);
	curl_easy_setopt(curl, CURLOPT_MAXAGE_CONN, 60L);
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	return curl;
}

static void call(CURL *curl)
{
	long status = 0;

	reply.length = 0;
	if (curl_easy_perform(curl) != CURLE_OK || curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status) != CURLE_OK ||
		status != 200) {
		fprintf(stderr, "floor: a call failed\n");
		exit(1);
	}
}

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

static void measure(CURL *curl, int64_t *times, size_t count)
{
	long warm = peak();
	double cpu = cpu_microseconds();

	for (size_t i = 0; i < count; i++) {
		int64_t start = nanoseconds();

		call(curl);
		times[i] = nanoseconds() - start;
	}
	cpu = (cpu_microseconds() - cpu) / (double)count;
	qsort(times, count, sizeof(*times), compare);
	printf("%.1f %.1f %.1f %ld %ld\n", (double)times[count / 2] / 1000, (double)times[count * 99 / 100] / 1000, cpu,
		warm, peak());
}

int main(int argument_count, char **arguments)
{
	size_t request = 0, count = argument_count == 5 ? strtoul(arguments[3], NULL, 10) : 0;
	int64_t *times = count ? calloc(count, sizeof(*times)) : NULL;
	CURL *curl;

	if (!times) {
		fprintf(stderr, "Usage: floor timed|loop REQUEST COUNT URL\n");
		return 2;
	}
	while (request < sizeof(requests) / sizeof(requests[0]) && strcmp(requests[request].name, arguments[2]) != 0) {
		request++;
	}
	if (request == sizeof(requests) / sizeof(requests[0])) {
		return 3;
	}
	curl_global_init(CURL_GLOBAL_DEFAULT);
	curl = make_handle(arguments[4], request);
	for (int i = 0; i < WARM_CALLS; i++) {
		call(curl);
	}
	if (strcmp(arguments[1], "timed") == 0) {
		measure(curl, times, count);
		return 0;
	}
	while (count--) {
		call(curl);
	}
	return 0;
}
