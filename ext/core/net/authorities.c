#include "authorities.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <string.h>

/* ---------------------------------------------------------------- a named file */

static const CURLoption files[] = {CURLOPT_CAINFO, CURLOPT_PROXY_CAINFO};
static const CURLoption directories[] = {CURLOPT_CAPATH, CURLOPT_PROXY_CAPATH};

static CURLcode set_for_peers(CURL *curl, const struct pgw_client *client, const CURLoption *options, const char *value)
{
	CURLcode code = curl_easy_setopt(curl, options[0], value);

	return code == CURLE_OK && client->proxy ? curl_easy_setopt(curl, options[1], value) : code;
}

/* Since 8.21 libcurl takes NULL for what is built into it. */
static bool null_brings_it_back(void)
{
	enum { SINCE = 0x081500 };

	return curl_version_info(CURLVERSION_NOW)->version_num >= SINCE;
}

/*
 * A CURLOPT_CAPATH without certificates: if need be the path of the file, which is not a directory. Then libcurl does
 * not cache the parsed certificates: slower, but not less safe.
 */
static const char *empty_ca_path(const char *ca_file)
{
	return curl_version_info(CURLVERSION_NOW)->capath && null_brings_it_back() ? ca_file : NULL;
}

/* The gateway, and a TLS proxy, are verified against it only: by default libcurl would also trust its directory. */
static bool trust_file_only(CURL *curl, const struct pgw_client *client)
{
	CURLcode code = set_for_peers(curl, client, directories, empty_ca_path(client->ca_file));

	/* An option that is not built in has no default to override. */
	return (code == CURLE_OK || code == CURLE_NOT_BUILT_IN) &&
		   set_for_peers(curl, client, files, client->ca_file) == CURLE_OK;
}

/* ---------------------------------------------------------------- the directory alone */

/* As OpenSSL names them: eight hexadecimal digits and a number. */
static bool is_hash(const char *name)
{
	size_t digits = 0;

	while (digits < 8 && isxdigit((unsigned char)name[digits])) {
		digits++;
	}
	return digits == 8 && strcmp(name + digits, ".0") == 0;
}

/* GnuTLS would read the whole directory. */
static const char *usable_directory(void)
{
	const curl_version_info_data *info = curl_version_info(CURLVERSION_NOW);
	bool openssl = info->ssl_version && strncmp(info->ssl_version, "OpenSSL/", 8) == 0;

	return openssl && info->age >= CURLVERSION_SEVENTH && info->cainfo ? info->capath : NULL;
}

static void look_into_directory(struct pgw_authorities *authorities)
{
	const char *path = usable_directory();
	DIR *directory = path ? opendir(path) : NULL;
	const struct dirent *entry;
	int length = 0;

	authorities->looked = true;
	while (directory && length == 0 && (entry = readdir(directory))) {
		if (is_hash(entry->d_name)) {
			length =
				snprintf(authorities->in_directory, sizeof(authorities->in_directory), "%s/%s", path, entry->d_name);
		}
	}
	if (length < 0 || (size_t)length >= sizeof(authorities->in_directory)) {
		authorities->in_directory[0] = '\0';
	}
	if (directory) {
		closedir(directory);
	}
}

bool pgw_authorities_set(struct pgw_authorities *authorities, CURL *curl, const struct pgw_client *client, bool *alone)
{
	*alone = false;
	if (client->ca_file) {
		return trust_file_only(curl, client);
	}
	if (!authorities->looked) {
		look_into_directory(authorities);
	}
	*alone = authorities->in_directory[0] != '\0';
	return !*alone ||
		   set_for_peers(curl, client, files, null_brings_it_back() ? authorities->in_directory : NULL) == CURLE_OK;
}

void pgw_authorities_add_file(struct pgw_authorities *authorities)
{
	authorities->in_directory[0] = '\0';
}
