/* The same for processors without SSE2. */
#undef __SSE2__
#include "test_plain_bytes.c"
