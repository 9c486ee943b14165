/* Refusals that several methods share. */
#include "model/refusal.h"

const struct sandbox_refusal sandbox_refusal_system_error = {7, 7, "System error"};
const struct sandbox_refusal sandbox_refusal_no_binding = {2, 2, "Binding not found"};
