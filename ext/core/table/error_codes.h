/* The meanings of errorCodes: one array for each kind of method; code 0 ends it. */
#ifndef PGW_ERROR_CODES_H
#define PGW_ERROR_CODES_H

#include "../pgw.h"

extern const struct pgw_meaning pgw_registration_codes[];
extern const struct pgw_meaning pgw_management_codes[];
extern const struct pgw_meaning pgw_instant_refund_codes[];
extern const struct pgw_meaning pgw_decline_codes[];
extern const struct pgw_meaning pgw_status_codes[];
extern const struct pgw_meaning pgw_payment_codes[];
extern const struct pgw_meaning pgw_bindings_codes[];
extern const struct pgw_meaning pgw_enrollment_codes[];
extern const struct pgw_meaning pgw_old_status_codes[];
extern const struct pgw_meaning pgw_sberbank_management_codes[];
extern const struct pgw_meaning pgw_sberbank_payment_codes[];
extern const struct pgw_meaning pgw_binding_payment_codes[];
extern const struct pgw_meaning pgw_binding_codes[];
extern const struct pgw_meaning pgw_create_binding_codes[];
extern const struct pgw_meaning pgw_instant_payment_codes[];
extern const struct pgw_meaning pgw_charge_codes[];
extern const struct pgw_meaning pgw_recurrent_codes[];
extern const struct pgw_meaning pgw_wallet_codes[];
extern const struct pgw_meaning pgw_task_codes[];
extern const struct pgw_meaning pgw_last_orders_codes[];
extern const struct pgw_meaning pgw_ssl_card_list_codes[];
extern const struct pgw_meaning pgw_industry_practice_codes[];

/*
 * The meaning of a code that a method returned: from its own table, otherwise from the common one. Never NULL; an
 * unknown code is PGW_ERROR_GATEWAY. `wire` is NULL for a path that is not in the method table.
 */
const struct pgw_meaning *pgw_error_code_meaning(const struct pgw_wire *wire, int64_t code);

#endif
