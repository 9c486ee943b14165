/* The same with a libcurl older than 7.80, which does not ask before sending: see the Makefile. */
#include "test_one_sending.c"
