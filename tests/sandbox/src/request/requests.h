#ifndef SANDBOX_REQUEST_REQUESTS_H
#define SANDBOX_REQUEST_REQUESTS_H

#include "request/parameter.h"

/* The parameters of each method. */
extern const struct sandbox_shape sandbox_request_register;
extern const struct sandbox_shape sandbox_request_register_preauth;
extern const struct sandbox_shape sandbox_request_payment;
extern const struct sandbox_shape sandbox_request_instant_payment;
extern const struct sandbox_shape sandbox_request_moto_payment;
extern const struct sandbox_shape sandbox_request_deposit;
extern const struct sandbox_shape sandbox_request_reverse;
extern const struct sandbox_shape sandbox_request_refund;
extern const struct sandbox_shape sandbox_request_refund_sum;
extern const struct sandbox_shape sandbox_request_refund_position;
extern const struct sandbox_shape sandbox_request_industry_practice;
extern const struct sandbox_shape sandbox_request_last_orders;
extern const struct sandbox_shape sandbox_request_ssl_card_list;
extern const struct sandbox_shape sandbox_request_receipt_status;
extern const struct sandbox_shape sandbox_request_instant_refund;
extern const struct sandbox_shape sandbox_request_decline;
extern const struct sandbox_shape sandbox_request_status;
extern const struct sandbox_shape sandbox_request_old_status;
extern const struct sandbox_shape sandbox_request_binding_payment;
extern const struct sandbox_shape sandbox_request_bindings;
extern const struct sandbox_shape sandbox_request_bindings_of_card;
extern const struct sandbox_shape sandbox_request_unbind; /* also of bindCard.do */
extern const struct sandbox_shape sandbox_request_extend_binding;
extern const struct sandbox_shape sandbox_request_create_binding;

extern const struct sandbox_shape sandbox_request_recurrent_payment;
extern const struct sandbox_shape sandbox_request_installment_payment;

extern const struct sandbox_shape sandbox_request_task_create;
extern const struct sandbox_shape sandbox_request_task_modify;
extern const struct sandbox_shape sandbox_request_task; /* a task identifier alone */
extern const struct sandbox_shape sandbox_request_task_list;
extern const struct sandbox_shape sandbox_request_task_skip;

extern const struct sandbox_shape sandbox_request_apple_payment;
extern const struct sandbox_shape sandbox_request_apple_direct;
extern const struct sandbox_shape sandbox_request_google_payment;
extern const struct sandbox_shape sandbox_request_google_direct;
extern const struct sandbox_shape sandbox_request_samsung_payment;
extern const struct sandbox_shape sandbox_request_samsung_direct;
extern const struct sandbox_shape sandbox_request_mir;
extern const struct sandbox_shape sandbox_request_token_payment;
extern const struct sandbox_shape sandbox_request_json_mir;

extern const struct sandbox_shape sandbox_request_json_register;
extern const struct sandbox_shape sandbox_request_json_register_preauth;
extern const struct sandbox_shape sandbox_request_json_payment;
extern const struct sandbox_shape sandbox_request_json_deposit;
extern const struct sandbox_shape sandbox_request_json_reverse;
extern const struct sandbox_shape sandbox_request_json_refund;
extern const struct sandbox_shape sandbox_request_json_decline;
extern const struct sandbox_shape sandbox_request_json_status;
extern const struct sandbox_shape sandbox_request_json_binding_payment;
extern const struct sandbox_shape sandbox_request_json_bindings;
extern const struct sandbox_shape sandbox_request_json_bindings_of_card;
extern const struct sandbox_shape sandbox_request_json_unbind;
extern const struct sandbox_shape sandbox_request_json_recurrent_payment;
extern const struct sandbox_shape sandbox_request_json_sberpay;
extern const struct sandbox_shape sandbox_request_json_subscription_payment;
extern const struct sandbox_shape sandbox_request_json_receipt_status;
extern const struct sandbox_shape sandbox_request_json_auto_completion;
extern const struct sandbox_shape sandbox_request_json_auto_refund;

extern const struct sandbox_shape sandbox_request_continue_tds;
extern const struct sandbox_shape sandbox_request_finish_tds;
extern const struct sandbox_shape sandbox_request_finish_tds2;
extern const struct sandbox_shape sandbox_request_finish_tds2_renamed;
extern const struct sandbox_shape sandbox_request_finish_tds2_anonymous;
extern const struct sandbox_shape sandbox_request_verify_enrollment;
extern const struct sandbox_shape sandbox_request_verify_card;
extern const struct sandbox_shape sandbox_request_json_finish_method;
extern const struct sandbox_shape sandbox_request_json_finish_tds;

#endif
