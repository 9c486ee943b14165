/*
 * The parameters of the gateway's methods, one array for each shape, ended by a NULL name. The macros are for the
 * files that fill them.
 */
#ifndef PGW_PARAMETERS_H
#define PGW_PARAMETERS_H

#include "pgw.h"

/* On one line each, whatever the formatter likes. */
/* clang-format off */
#define END {NULL, NULL, PGW_TAKES_TEXT, 0, 0, 0, NULL, NULL}

#define TEXT(name, flags, minimum, maximum) {name, NULL, PGW_TAKES_TEXT, flags, minimum, maximum, NULL, NULL}
#define DIGITS(name, flags, minimum, maximum) {name, NULL, PGW_TAKES_DIGITS, flags, minimum, maximum, NULL, NULL}
#define INTEGER(name, flags, minimum, maximum) {name, NULL, PGW_TAKES_INTEGER, flags, minimum, maximum, NULL, NULL}
#define RANGE(name, flags, minimum, maximum) {name, NULL, PGW_TAKES_RANGE, flags, minimum, maximum, NULL, NULL}
#define AMOUNT(name, flags, maximum) {name, NULL, PGW_TAKES_AMOUNT, flags, 1, maximum, NULL, NULL}
#define QUANTITY(name, flags) {name, NULL, PGW_TAKES_QUANTITY, flags, 1, 18, NULL, NULL}
#define BOOLEAN(name, flags) {name, NULL, PGW_TAKES_BOOLEAN, flags, 0, 0, NULL, NULL}
#define WORD(name, flags, words) {name, NULL, PGW_TAKES_WORD, flags, 0, 0, NULL, words}
#define DATE_TIME(name) {name, NULL, PGW_TAKES_DATE_TIME, 0, 19, 19, NULL, NULL}
#define ZONED_DATE_TIME(name, flags) {name, NULL, PGW_TAKES_ZONED_DATE_TIME, flags, 28, 28, NULL, NULL}
#define FEATURES(name) {name, NULL, PGW_TAKES_FEATURES, 0, 0, 0, NULL, NULL}
#define TEXTS(name) {name, NULL, PGW_TAKES_TEXTS, 0, 0, 1024, NULL, NULL}
#define PAIRS(name) {name, NULL, PGW_TAKES_PAIRS, 0, 0, 1024, NULL, NULL}
#define TEXT_LIST(name, minimum, maximum) {name, NULL, PGW_TAKES_TEXT_LIST, 0, minimum, maximum, NULL, NULL}
#define OBJECT(name, flags, members) {name, NULL, PGW_TAKES_OBJECT, flags, 0, 0, members, NULL}
#define OPEN(name, members) {name, NULL, PGW_TAKES_OBJECT, PGW_OPEN, 0, 0, members, NULL}
#define LIST(name, flags, members) {name, NULL, PGW_TAKES_LIST, flags, 0, 0, members, NULL}
#define RENAMED(name, argument, minimum, maximum) {name, argument, PGW_TAKES_TEXT, PGW_MANDATORY, minimum, maximum, NULL, NULL}
/* clang-format on */

/* Classic dialect: the BPC documentation (REST). */
extern const struct pgw_parameter pgw_classic_register[];
extern const struct pgw_parameter pgw_classic_register_pre_auth[];
extern const struct pgw_parameter pgw_classic_deposit[];
extern const struct pgw_parameter pgw_classic_reverse[];
extern const struct pgw_parameter pgw_classic_refund[];
extern const struct pgw_parameter pgw_classic_instant_refund[];
extern const struct pgw_parameter pgw_classic_decline[];
extern const struct pgw_parameter pgw_classic_get_order_status[];
extern const struct pgw_parameter pgw_classic_get_order_status_extended[];
extern const struct pgw_parameter pgw_classic_payment_order[];
extern const struct pgw_parameter pgw_classic_payment_order_binding[];
extern const struct pgw_parameter pgw_classic_get_bindings[];
extern const struct pgw_parameter pgw_classic_get_bindings_by_card_or_id[];
extern const struct pgw_parameter pgw_classic_bind_card[];
extern const struct pgw_parameter pgw_classic_extend_binding[];
extern const struct pgw_parameter pgw_classic_create_binding_no_payment[];
extern const struct pgw_parameter pgw_classic_instant_payment[];
extern const struct pgw_parameter pgw_classic_moto_payment[];
extern const struct pgw_parameter pgw_classic_recurrent_payment[];
extern const struct pgw_parameter pgw_classic_installment_payment[];
extern const struct pgw_parameter pgw_classic_apple_pay[];
extern const struct pgw_parameter pgw_classic_apple_pay_direct[];
extern const struct pgw_parameter pgw_classic_google_pay[];
extern const struct pgw_parameter pgw_classic_google_pay_direct[];
extern const struct pgw_parameter pgw_classic_samsung_pay[];
extern const struct pgw_parameter pgw_classic_samsung_pay_direct[];
extern const struct pgw_parameter pgw_classic_mir_pay[];
extern const struct pgw_parameter pgw_classic_token_payment[];
extern const struct pgw_parameter pgw_classic_create_task[];
extern const struct pgw_parameter pgw_classic_modify_task[];
extern const struct pgw_parameter pgw_classic_task[];
extern const struct pgw_parameter pgw_classic_terminate_tasks[];
extern const struct pgw_parameter pgw_classic_skip_task_payment[];

/* Sberbank's dialect: its OpenAPI description 1.0.7. */
extern const struct pgw_parameter pgw_sberbank_register[];
extern const struct pgw_parameter pgw_sberbank_register_pre_auth[];
extern const struct pgw_parameter pgw_sberbank_deposit[];
extern const struct pgw_parameter pgw_sberbank_reverse[];
extern const struct pgw_parameter pgw_sberbank_refund[];
extern const struct pgw_parameter pgw_sberbank_decline[];
extern const struct pgw_parameter pgw_sberbank_get_order_status_extended[];
extern const struct pgw_parameter pgw_sberbank_payment_order[];
extern const struct pgw_parameter pgw_sberbank_payment_order_binding[];
extern const struct pgw_parameter pgw_sberbank_get_bindings[];
extern const struct pgw_parameter pgw_sberbank_get_bindings_by_card_or_id[];
extern const struct pgw_parameter pgw_sberbank_bind_card[];
extern const struct pgw_parameter pgw_sberbank_recurrent_payment[];
extern const struct pgw_parameter pgw_sberbank_mir_pay_direct[];
extern const struct pgw_parameter pgw_sberbank_payment_sber_pay[];
extern const struct pgw_parameter pgw_sberbank_payment_order_by_subscription[];

#endif
