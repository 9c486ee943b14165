#include "cutting_http2.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { DATA = 0, HEADERS = 1, RST_STREAM = 3, SETTINGS = 4, PING = 6, GOAWAY = 7 };
enum { END_STREAM = 1, ACK = 1, END_HEADERS = 4 };
enum { REFUSED_STREAM = 7, CANCEL = 8, HTTP_1_1_REQUIRED = 13 };
enum { HEAD = 9 };

struct frame {
	size_t length;
	unsigned type, flags, stream;
};

/* ---------------------------------------------------------------- writing */

static size_t put_number(unsigned char *to, unsigned number)
{
	for (int i = 0; i < 4; i++) {
		to[i] = (unsigned char)(number >> (24 - 8 * i));
	}
	return 4;
}

static size_t put_frame(unsigned char *to, const struct frame *frame, const void *payload)
{
	put_number(to, (unsigned)frame->length << 8 | frame->type);
	to[4] = (unsigned char)frame->flags;
	put_number(to + 5, frame->stream);
	if (frame->length > 0) {
		memcpy(to + HEAD, payload, frame->length);
	}
	return HEAD + frame->length;
}

static size_t put_reset(unsigned char *to, unsigned stream, unsigned code)
{
	unsigned char payload[4];

	return put_frame(to, &(struct frame){put_number(payload, code), RST_STREAM, 0, stream}, payload);
}

static size_t put_goaway(unsigned char *to, unsigned last)
{
	unsigned char payload[8] = {0}; /* NO_ERROR */

	put_number(payload, last);
	return put_frame(to, &(struct frame){sizeof(payload), GOAWAY, 0, 0}, payload);
}

static size_t put_letter(unsigned char *to, char letter, unsigned stream, const char *body)
{
	static const char status_200 = '\x88'; /* the eighth of HPACK's static table */
	size_t length = strlen(body);

	switch (letter) {
		case 'H':
			return put_frame(to, &(struct frame){1, HEADERS, END_HEADERS, stream}, &status_200);
		case 'h':
			return put_frame(to, &(struct frame){length / 2, DATA, 0, stream}, body);
		case 'B':
			return put_frame(to, &(struct frame){length, DATA, END_STREAM, stream}, body);
		case 'R':
			return put_reset(to, stream, REFUSED_STREAM);
		case 'O':
			return put_reset(to, stream, HTTP_1_1_REQUIRED);
		case 'C':
			return put_reset(to, stream, CANCEL);
		case 'G':
			return put_goaway(to, stream);
		case 'g':
			return put_goaway(to, stream - 2);
		default:
			abort();
	}
}

size_t cutting_http2_answer(const char *frames, unsigned stream, const char *body, unsigned char *to)
{
	size_t length = 0;

	for (; *frames; frames++) {
		length += put_letter(to + length, *frames, stream, body);
	}
	return length;
}

static void write_frame(struct cut_connection *connection, const struct frame *frame, const void *payload)
{
	unsigned char bytes[64];

	cut_connection_write(connection, bytes, put_frame(bytes, frame, payload));
}

static void acknowledge(struct cut_connection *connection, const struct frame *frame)
{
	if (frame->flags & ACK) {
		return;
	}
	if (frame->type == SETTINGS) {
		write_frame(connection, &(struct frame){0, SETTINGS, ACK, 0}, NULL);
	} else if (frame->type == PING) {
		write_frame(connection, &(struct frame){frame->length, PING, ACK, 0}, connection->at);
	}
}

/* ---------------------------------------------------------------- reading */

static bool read_exactly(struct cut_connection *connection, size_t length)
{
	connection->length = 0;
	while (connection->length < length) {
		if (!cut_connection_read(connection, length - connection->length)) {
			return false;
		}
	}
	return true;
}

static bool read_head(struct cut_connection *connection, struct frame *frame)
{
	const unsigned char *at = (const unsigned char *)connection->at;

	if (!read_exactly(connection, HEAD)) {
		return false;
	}
	*frame = (struct frame){
		.length = (size_t)at[0] << 16 | (size_t)at[1] << 8 | at[2],
		.type = at[3],
		.flags = at[4],
		.stream = (unsigned)at[7] << 8 | at[8],
	};
	return true;
}

/* ---------------------------------------------------------------- requests */

struct request {
	bool is_cut;   /* it, or its answer */
	size_t length; /* of what was read of it */
};

/* The rest of a frame. False: the connection ended, or was ended. */
static bool read_frame_of(struct cut_connection *connection, struct request *request, const struct frame *frame)
{
	const struct cutting_gateway *gateway = connection->gateway;
	size_t part = frame->length;

	request->length += HEAD;
	if (request->is_cut && !gateway->cut->in_answer && request->length + part >= gateway->offset) {
		part = gateway->offset > request->length ? gateway->offset - request->length : 0;
		if (read_exactly(connection, part)) {
			cut_connection_die(connection);
		}
		return false;
	}
	request->length += part;
	return read_exactly(connection, part);
}

/* False: it was the last on this connection. */
static bool answer(struct cut_connection *connection, const struct request *request, unsigned stream, const char *body)
{
	const struct cutting_gateway *gateway = connection->gateway;
	unsigned char bytes[CUTTING_HTTP2_ANSWER_MAX];
	size_t length = cutting_http2_answer(request->is_cut ? gateway->cut->frames : "HB", stream, body, bytes);

	cut_connection_write(connection, bytes, request->is_cut && gateway->offset < length ? gateway->offset : length);
	if (!request->is_cut || gateway->cut->death == DEATH_NONE) {
		return true;
	}
	cut_connection_die(connection);
	return false;
}

void cutting_http2_serve(struct cut_connection *connection, const char *body)
{
	struct request request = {0};
	struct frame frame;

	if (!read_exactly(connection, strlen("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"))) {
		return;
	}
	write_frame(connection, &(struct frame){0, SETTINGS, 0, 0}, NULL);
	while (read_head(connection, &frame)) {
		if (frame.type == HEADERS) {
			request = (struct request){.is_cut = cut_connection_begin(connection) == 2};
		}
		if (frame.type != HEADERS && frame.type != DATA) {
			if (!read_exactly(connection, frame.length)) {
				return;
			}
			acknowledge(connection, &frame);
			continue;
		}
		if (!read_frame_of(connection, &request, &frame)) {
			return;
		}
		if (frame.flags & END_STREAM) {
			cut_connection_deliver(connection, request.length);
			if (!answer(connection, &request, frame.stream, body)) {
				return;
			}
		}
	}
}
