/* What a client is made of; only the core looks inside. */
#ifndef PGW_CLIENT_H
#define PGW_CLIENT_H

#include "buffer.h"
#include "pgw.h"

struct pgw_client {
	char *base_uri;                     /* with the last slash */
	char *user_name;                    /* NULL with a token */
	struct pgw_text password, token;    /* owned; wiped when freed */
	struct pgw_buffer credentials;      /* both, ready for a form body */
	struct pgw_buffer json_credentials; /* the same, as the beginning of a JSON object */
	char *ca_file, *proxy, *proxy_shown, *ip_resolve, *interface, *language, *currency; /* owned, or NULL */
	struct pgw_text proxy_secret; /* the part of `proxy` that is its password, or, without one, its user */
	char *client_certificate, *client_key, *client_key_password; /* owned, or NULL; wiped */
	char *connection_key; /* owned, wiped: clients with the same key may share connections; no credential of the
							 gateway is in it, but a proxy's may be */
	double timeout, connect_timeout; /* seconds */
	enum pgw_dialect dialect;
	int retries;
	bool token_everywhere;
	bool extra_parameters;
};

#endif
