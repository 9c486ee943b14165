#ifndef SANDBOX_BASE_FAULT_H
#define SANDBOX_BASE_FAULT_H

#define SANDBOX_MESSAGE_SIZE 160

/* What is wrong with a request: errorCode and errorMessage. */
struct sandbox_fault {
	int code;
	char message[SANDBOX_MESSAGE_SIZE];
};

/*
 * Formats "[name] what". The name is replaced by ? unless it is safe to repeat: no card number may show up in an
 * answer.
 */
void sandbox_fault_set(struct sandbox_fault *fault, int code, const char *name, const char *what);

#endif
