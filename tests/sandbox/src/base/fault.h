#ifndef SANDBOX_BASE_FAULT_H
#define SANDBOX_BASE_FAULT_H

#define SANDBOX_MESSAGE_SIZE 160

/* What is wrong with a request: errorCode and errorMessage. */
struct sandbox_fault {
	int code;
	char message[SANDBOX_MESSAGE_SIZE];
};

/* The name of a parameter, or ? if it is not safe to repeat: no card number may show up in an answer. */
const char *sandbox_fault_name(const char *name);

/* Formats "[name] what" with a name that is safe to repeat. */
void sandbox_fault_set(struct sandbox_fault *fault, int code, const char *name, const char *what);

#endif
