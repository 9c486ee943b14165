/* HTTP/2 as a gateway speaks it that ends its connections: one request at a time. */
#ifndef CUTTING_HTTP2_H
#define CUTTING_HTTP2_H

#include "cutting_gateway.h"

/*
 * The frames of an answer are letters: H its headers, h half of its body, B the whole body and the end of the stream;
 * of RST_STREAM R says REFUSED_STREAM, O HTTP_1_1_REQUIRED and C CANCEL; of GOAWAY the last stream is in G this one, in
 * g the one before.
 */
size_t cutting_http2_answer(const char *frames, unsigned stream, const char *body, unsigned char *to);
enum { CUTTING_HTTP2_ANSWER_MAX = 256 };

void cutting_http2_serve(struct cut_connection *connection, const char *body);

#endif
