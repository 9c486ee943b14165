#include "handlers.h"

#include "call.h"

/* getBindings.do. No method stores a card yet, so nobody has any. */
void sandbox_handle_bindings(struct sandbox_call *call)
{
	sandbox_call_answer(call, 2, "Information not found");
}
