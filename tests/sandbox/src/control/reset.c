#include "control/handlers.h"

#include "base/clock.h"

void sandbox_control_reset(const struct sandbox_control_request *request)
{
	struct sandbox_store *store = request->gateway->store;
	bool done = sandbox_store_begin(store);
	if (done && !sandbox_store_empty(store)) {
		sandbox_store_rollback(store);
		done = false;
	} else if (done) {
		done = sandbox_store_commit(store);
	}
	if (!done) {
		sandbox_control_store_failed(request);
		return;
	}
	sandbox_clock_shift(0);
	sandbox_control_start(request, 200);
}
