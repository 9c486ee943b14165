/* Whom libcurl trusts: the authorities of a named file and no others, or else those that are built into it. */

/*
 * Built in is a file, and in many builds a directory as well, with a file for each certificate, named by its hash. With
 * OpenSSL the directory alone is cheap: of hundreds of certificates it loads just the one that it needs.
 */
#ifndef PGW_AUTHORITIES_H
#define PGW_AUTHORITIES_H

#include "../account.h"

#include <curl/curl.h>

struct pgw_authorities {
	bool looked; /* for what follows, when the first handle is made */
	/*
	 * The path of one certificate in libcurl's directory. It takes the place of the built-in file where a newer version
	 * does not let that be unset, and so adds nobody. Empty: the directory cannot be used alone.
	 */
	char in_directory[256];
};

/* False if libcurl refused. `alone` says whether the directory takes the place of the file. */
bool pgw_authorities_set(struct pgw_authorities *authorities, CURL *curl, const struct pgw_client *client, bool *alone);
/* From now on the file counts as well: a server was refused by the directory alone. */
void pgw_authorities_add_file(struct pgw_authorities *authorities);

#endif
