/* The meanings of errorCodes: one array for each kind of method, ended by code 0. */
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

/*
 * What a code means when this method answers it: by its own table, or by what is common to all. Never NULL; an unknown
 * code is PGW_ERROR_GATEWAY. `wire` is NULL for a path that the table lacks.
 */
const struct pgw_meaning *pgw_error_code_meaning(const struct pgw_wire *wire, int64_t code);

#endif
