#ifndef SANDBOX_OPTIONS_H
#define SANDBOX_OPTIONS_H

#include <stdbool.h>

/* The command line. The texts belong to argv. */
struct sandbox_options {
	int port; /* 0: any free one */
	const char *host;
	const char *database;
	const char *certificate; /* PEM files; both NULL for plain HTTP */
	const char *key;
	const char *callback_authorities; /* PEM file; NULL: the system's */
	const char *authority; /* file for the authority of a certificate that is made at the start; NULL: none */
	const char *bank;      /* whose profile merchants have unless their settings say otherwise */
	bool strict;           /* merchants are strict unless their settings say otherwise */
};

/* False after printing the usage. */
bool sandbox_options_read(struct sandbox_options *options, int argc, char **argv);

#endif
