/* Which addresses the payer's browser, or a request, may be sent to. */
#include "web_address.h"

#include <arpa/inet.h>
#include <string.h>
#include <strings.h>

bool pgw_is_loopback(const char *host)
{
	struct in_addr v4;
	struct in6_addr v6;
	char bare[64];
	size_t length = strlen(host);

	if (strcasecmp(host, "localhost") == 0) {
		return true;
	}
	if (inet_pton(AF_INET, host, &v4) == 1) {
		return ntohl(v4.s_addr) >> 24 == 127;
	}
	if (length < 3 || length >= sizeof(bare) || host[0] != '[' || host[length - 1] != ']') {
		return false;
	}
	memcpy(bare, host + 1, length - 2);
	bare[length - 2] = '\0';
	return inet_pton(AF_INET6, bare, &v6) == 1 && IN6_IS_ADDR_LOOPBACK(&v6);
}

/* The host, which ends before a port, path, query or fragment; empty if it is too long, or a user name precedes it. */
static struct pgw_text host_of(struct pgw_text address)
{
	size_t length = 0;

	while (length < address.length && !strchr("/?#", address.at[length])) {
		length++;
	}
	if (memchr(address.at, '@', length)) {
		return PGW_TEXT("");
	}
	if (address.length > 0 && address.at[0] == '[') {
		const char *end = memchr(address.at, ']', length);

		return (struct pgw_text){address.at, end ? (size_t)(end - address.at) + 1 : 0};
	}
	for (size_t i = 0; i < length; i++) {
		if (address.at[i] == ':') {
			length = i;
		}
	}
	return (struct pgw_text){address.at, length};
}

static bool is_of_scheme(struct pgw_text *address, struct pgw_text scheme)
{
	if (address->length < scheme.length || strncasecmp(address->at, scheme.at, scheme.length) != 0) {
		return false;
	}
	address->at += scheme.length;
	address->length -= scheme.length;
	return true;
}

bool pgw_is_web_address(struct pgw_text address)
{
	char host[64];
	struct pgw_text name;

	for (size_t i = 0; i < address.length; i++) {
		if ((unsigned char)address.at[i] <= ' ' || address.at[i] == 0x7F || address.at[i] == '\\') {
			return false;
		}
	}
	if (is_of_scheme(&address, PGW_TEXT("https://"))) {
		return host_of(address).length > 0;
	}
	if (!is_of_scheme(&address, PGW_TEXT("http://"))) {
		return false;
	}
	name = host_of(address);
	if (name.length == 0 || name.length >= sizeof(host)) {
		return false;
	}
	memcpy(host, name.at, name.length);
	host[name.length] = '\0';
	return pgw_is_loopback(host);
}
