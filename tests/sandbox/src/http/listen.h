#ifndef SANDBOX_HTTP_LISTEN_H
#define SANDBOX_HTTP_LISTEN_H

/* A listening TCP socket on that address, *port 0 standing for any free one. Fills in *port. -1 after printing why. */
int sandbox_listen(const char *host, int *port);

#endif
