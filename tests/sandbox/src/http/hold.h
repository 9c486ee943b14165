#ifndef SANDBOX_HTTP_HOLD_H
#define SANDBOX_HTTP_HOLD_H

#include "http/mhd.h"

#include <stdbool.h>
#include <stdint.h>

/* Connections that are held: nothing is sent on them until their time has come. */
struct sandbox_holds;

/* NULL if out of memory or threads. Borrows an event, to which it adds when it has let a connection go on. */
struct sandbox_holds *sandbox_holds_start(int event);

/* Holds a connection, whose request is handed in again at the end. False if that is now. */
bool sandbox_hold(struct sandbox_holds *holds, struct MHD_Connection *connection, int64_t milliseconds);

/* Lets all go on, and holds none from now on. Before the server is stopped; freed after it. NULL is allowed. */
void sandbox_holds_stop(struct sandbox_holds *holds);
void sandbox_holds_free(struct sandbox_holds *holds);

#endif
