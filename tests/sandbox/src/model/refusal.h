#ifndef SANDBOX_MODEL_REFUSAL_H
#define SANDBOX_MODEL_REFUSAL_H

/* Why an operation is not allowed: errorCode, in the classic and in the JSON dialect, and errorMessage of the answer.
 */
struct sandbox_refusal {
	int code;
	int json_code;
	const char *message;
};

extern const struct sandbox_refusal sandbox_refusal_system_error;

/*
 * One answer for a binding that is unknown, someone else's, inactive or expired, so that it does not reveal which ids
 * exist.
 */
extern const struct sandbox_refusal sandbox_refusal_no_binding;

#endif
