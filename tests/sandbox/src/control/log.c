/* sandbox/log: the last requests and their answers. */
#include "control/handlers.h"

#include "base/text.h"

void sandbox_control_log(const struct sandbox_control_request *request)
{
	const char *text = sandbox_form_value(request->arguments, "after");
	int64_t after = text ? sandbox_text_integer(text) : 0;
	if (after < 0) {
		sandbox_control_fail(request, 400, "after", "wrong value");
		return;
	}
	sandbox_control_send(request, 200, sandbox_log_read(request->gateway->log, after));
}
