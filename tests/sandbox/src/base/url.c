/* URLs of the shop. */
#define _GNU_SOURCE
#include "base/url.h"

#include <stdio.h>
#include <string.h>

bool sandbox_url_valid(const char *url)
{
	if (url[0] == '/' || url[0] == '.') {
		return false;
	}
	for (const unsigned char *c = (const unsigned char *)url; *c; c++) {
		if (*c <= ' ' || *c == 0x7F) {
			return false;
		}
	}
	return url[0] != '\0';
}

char *sandbox_url_return(const char *base, const char *url, const char *order_id, const char *language)
{
	size_t before = strcspn(url, "#");
	const char *question = memchr(url, '?', before);
	const char *joint = "?";
	if (question) {
		char last = url[before - 1];
		joint = last == '?' || last == '&' ? "" : "&";
	}
	char *result = NULL;
	if (asprintf(&result, "%s%.*s%sorderId=%s&lang=%s%s", strstr(url, "://") ? "" : base, (int)before, url, joint,
			order_id, language, url + before) < 0) {
		return NULL;
	}
	return result;
}

static void write_encoded(FILE *out, const char *text)
{
	for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
		bool plain =
			(*c >= '0' && *c <= '9') || (*c >= 'A' && *c <= 'Z') || (*c >= 'a' && *c <= 'z') || strchr("-._~", *c);
		fprintf(out, plain ? "%c" : "%%%02X", *c);
	}
}

void sandbox_url_write_field(FILE *out, const char *name, const char *value)
{
	write_encoded(out, name);
	fputc('=', out);
	write_encoded(out, value);
}
