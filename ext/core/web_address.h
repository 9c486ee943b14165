/* Which addresses the payer's browser, or a request, may be sent to. */
#ifndef PGW_WEB_ADDRESS_H
#define PGW_WEB_ADDRESS_H

#include "pgw.h"

/* Is the host localhost, or an address of this machine? An IPv6 address is in brackets. */
bool pgw_is_loopback(const char *host);
/* Is it an absolute https address, or a http one of this machine? Without control characters, blanks and backslashes.
 */
bool pgw_is_web_address(struct pgw_text address);

#endif
