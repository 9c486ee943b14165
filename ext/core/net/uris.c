#include "uris.h"

#include <stdlib.h>
#include <string.h>

enum { KEPT = sizeof(((struct pgw_uris *)0)->at) / sizeof(struct pgw_uri *) };

static struct pgw_uri *parse(const char *text)
{
	size_t size = strlen(text) + 1;
	struct pgw_uri *uri = malloc(sizeof(*uri) + size);

	if (!uri) {
		return NULL;
	}
	uri->users = 1;
	uri->parsed = curl_url();
	memcpy(uri->text, text, size);
	if (uri->parsed && curl_url_set(uri->parsed, CURLUPART_URL, text, 0) == CURLUE_OK) {
		return uri;
	}
	pgw_uri_give(uri);
	return NULL;
}

void pgw_uri_give(struct pgw_uri *uri)
{
	if (uri && --uri->users == 0) {
		curl_url_cleanup(uri->parsed);
		free(uri);
	}
}

struct pgw_uri *pgw_uris_take(struct pgw_uris *uris, const char *text)
{
	struct pgw_uri *uri = NULL;
	size_t place = 0;

	while (place < KEPT && uris->at[place] && !uri) {
		uri = strcmp(uris->at[place]->text, text) == 0 ? uris->at[place] : NULL;
		place += !uri;
	}
	if (!uri) {
		uri = parse(text);
		if (!uri) {
			return NULL;
		}
		place -= place == KEPT;
		pgw_uri_give(uris->at[place]);
	}
	memmove(&uris->at[1], &uris->at[0], place * sizeof(uri));
	uris->at[0] = uri;
	uri->users++;
	return uri;
}

void pgw_uris_free(struct pgw_uris *uris)
{
	for (size_t i = 0; i < KEPT; i++) {
		pgw_uri_give(uris->at[i]);
	}
	*uris = (struct pgw_uris){0};
}
