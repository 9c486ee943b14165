/* The command line. */
#include "options.h"

#include "base/text.h"
#include "model/profile.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* Fixed, so that addresses in shops and notes stay right. */
#define DEFAULT_PORT "8080"

static bool print_usage(void)
{
	fputs("Usage: run [--port N] [--db FILE] [--host ADDR] [--cert FILE --key FILE | --tls FILE] [--callback-ca FILE] "
		  "[--bank NAME] [--strict]\n",
		stderr);
	return false;
}

static bool read_port(const char *text, int *port)
{
	int64_t number = sandbox_text_integer(text);
	*port = (int)number;
	return number >= 0 && number <= 65535;
}

bool sandbox_options_read(struct sandbox_options *options, int argc, char **argv)
{
	const char *port = DEFAULT_PORT;
	const struct {
		const char *name;
		const char **value;
	} known[] = {
		{"--port", &port},
		{"--db", &options->database},
		{"--host", &options->host},
		{"--cert", &options->certificate},
		{"--key", &options->key},
		{"--callback-ca", &options->callback_authorities},
		{"--tls", &options->authority},
		{"--bank", &options->bank},
	};
	*options = (struct sandbox_options){.host = "127.0.0.1", .database = ":memory:", .bank = "default"};
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--strict") == 0) {
			options->strict = true;
			continue;
		}
		size_t k = 0;
		while (k < sizeof known / sizeof *known && strcmp(known[k].name, argv[i]) != 0) {
			k++;
		}
		if (k == sizeof known / sizeof *known || i + 1 == argc || argv[i + 1][0] == '\0') {
			return print_usage();
		}
		*known[k].value = argv[++i];
	}
	bool pair = !options->certificate == !options->key && !(options->certificate && options->authority);
	if (!read_port(port, &options->port) || !pair || !sandbox_profile_known(options->bank)) {
		return print_usage();
	}
	return true;
}
