#ifndef SANDBOX_BASE_FAULT_H
#define SANDBOX_BASE_FAULT_H

#define SANDBOX_MESSAGE_SIZE 160

/* What is wrong with a request: errorCode and errorMessage. */
struct sandbox_fault {
	int code;
	char message[SANDBOX_MESSAGE_SIZE];
};

/* "[name] what". The name is repeated only if it is safe to: a card number must never show up in an answer. */
void sandbox_fault_set(struct sandbox_fault *fault, int code, const char *name, const char *what);

#endif
