/* The members of a client, for the core only. */
#ifndef PGW_ACCOUNT_H
#define PGW_ACCOUNT_H

#include "buffer.h"
#include "pgw.h"

#include <openssl/evp.h>

struct pgw_client {
	char *base_uri;                     /* ends with a slash */
	char *user_name;                    /* NULL with a token */
	struct pgw_text password, token;    /* owned; wiped when freed */
	struct pgw_buffer credentials;      /* user name and password, or token, as the beginning of a form */
	struct pgw_buffer json_credentials; /* the same, as the beginning of a JSON object */
	char *ca_file, *proxy, *proxy_shown, *ip_resolve, *interface, *language, *currency; /* owned, or NULL */
	struct pgw_text proxy_secret; /* the password in `proxy`, or, without one, its user name; borrowed from it */
	char *client_certificate, *client_key, *client_key_password; /* owned, or NULL; wiped */
	char *signature_key_pem, *signature_key_password;            /* only while the client is made; wiped */
	EVP_PKEY *signature_key;                                     /* owned, or NULL: requests are not signed */
	/*
	 * Clients with the same key may share connections. It may contain a proxy's password, but never the gateway's
	 * credentials.
	 */
	char *connection_key;            /* owned; wiped */
	double timeout, connect_timeout; /* seconds */
	enum pgw_dialect dialect;
	int retries;
	const char *indicator; /* of the bank; borrowed, or NULL */
	bool needs_indicator;
	bool token_everywhere;
	bool extra_parameters;
};

#endif
