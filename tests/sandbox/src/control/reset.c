/* sandbox/reset: back to the state of the first start. */
#include "control/handlers.h"

#include "base/clock.h"

void sandbox_control_reset(const struct sandbox_control_request *request)
{
	struct sandbox_store *store = request->gateway->store;
	if (!sandbox_store_begin(store) || !sandbox_store_end(store, sandbox_store_reset(store))) {
		sandbox_control_store_failed(request);
		return;
	}
	sandbox_clock_shift(0);
	sandbox_failures_clear(request->gateway->failures);
	sandbox_log_clear(request->gateway->log);
	sandbox_control_start(request, 200);
}
