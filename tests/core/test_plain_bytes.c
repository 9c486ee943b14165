/* Texts of replies are skipped by blocks; here each byte at each place, up to the last byte of a page. */
#include "fixture.h"

#include "../plain_bytes.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { LONGEST = 40 };

/* What lies behind it must not be read. */
static char *end_of_page(void)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	char *at = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	assert_ptr_not_equal(at, MAP_FAILED);
	assert_int_equal(mprotect(at + page, page, PROT_NONE), 0);
	return at + page;
}

static const char *skip_one_by_one(const char *at)
{
	while ((unsigned char)*at >= ' ' && (unsigned char)*at < 0x80 && *at != '"' && *at != '\\') {
		at++;
	}
	return at;
}

/* The text ends at `end`, with its zero byte. */
static void assert_skipped(const char *at, const char *end)
{
	const char *skipped = skip_plain_bytes(at, end);

	if (skipped != skip_one_by_one(at)) {
		fail_msg("of %zu bytes %zu were skipped", (size_t)(end - at), (size_t)(skipped - at));
	}
}

static void each_byte_at_each_place(void **state)
{
	char *end = end_of_page() - 1;

	(void)state;
	for (size_t length = 1; length <= LONGEST; length++) {
		char *at = end - length;

		for (size_t place = 0; place < length; place++) {
			for (int byte = 0; byte < 256; byte++) {
				memset(at, '!', length); /* '!' is one less than '"': a borrow would show */
				at[place] = (char)byte;
				assert_skipped(at, end);
			}
		}
	}
}

static void texts_at_random(void **state)
{
	static const char some[] = "aZ09 ~!#[]\"\\\x7F\x1F\x80\xC3\xFF\x01";
	char *end = end_of_page() - 1;

	(void)state;
	srand(20261129);
	for (int i = 0; i < 200000; i++) {
		size_t length = 1 + (size_t)rand() % LONGEST, kinds = i % 2 ? 8 : sizeof(some);
		char *at = end - length;

		for (size_t j = 0; j < length; j++) {
			at[j] = some[(size_t)rand() % kinds];
		}
		assert_skipped(at, end);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_byte_at_each_place),
		cmocka_unit_test(texts_at_random),
	};

	return cmocka_run_group_tests_name("plain bytes", tests, NULL, NULL);
}
