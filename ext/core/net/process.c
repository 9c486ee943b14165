/* The clocks, the number of forks, and libcurl's global initialisation. */
#include "process.h"

#include <curl/curl.h>
#include <pthread.h>
#include <time.h>

static volatile unsigned forks;
static pthread_once_t counting_once = PTHREAD_ONCE_INIT;

static void count_fork(void)
{
	forks++;
}

static void start_counting_forks(void)
{
	pthread_atfork(NULL, NULL, count_fork);
}

unsigned pgw_forks(void)
{
	return forks;
}

int64_t pgw_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t pgw_wall_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Before 7.84 curl_global_init() is not thread-safe. It counts its users itself. */
static pthread_mutex_t libcurl_init_lock = PTHREAD_MUTEX_INITIALIZER;

bool pgw_process_begin(void)
{
	CURLcode code;

	pthread_once(&counting_once, start_counting_forks);
	pthread_mutex_lock(&libcurl_init_lock);
	code = curl_global_init(CURL_GLOBAL_DEFAULT);
	pthread_mutex_unlock(&libcurl_init_lock);
	return code == CURLE_OK;
}

void pgw_process_end(void)
{
	pthread_mutex_lock(&libcurl_init_lock);
	curl_global_cleanup();
	pthread_mutex_unlock(&libcurl_init_lock);
}
