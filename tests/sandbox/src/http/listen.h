#ifndef SANDBOX_HTTP_LISTEN_H
#define SANDBOX_HTTP_LISTEN_H

/* Opens a listening TCP socket. If *port is 0 any free port is used, and stored in *port. -1 after printing why. */
int sandbox_listen(const char *host, int *port);

#endif
