/* The parameters of the methods: one array each, ended by a NULL name, and the macros to write them with. */
#ifndef PGW_PARAMETERS_H
#define PGW_PARAMETERS_H

#include "../pgw.h"

#define END \
	{ \
		.name = NULL \
	}

/* A parameter of each type: its name first, then any of the attributes below. */
/* clang-format off */
#define PARAMETER(type_, name_, ...) {PGW_NAME(name_), .type = (type_), __VA_ARGS__}
#define TEXT(...)            PARAMETER(PGW_TAKES_TEXT, __VA_ARGS__)
#define DIGITS(...)          PARAMETER(PGW_TAKES_DIGITS, __VA_ARGS__)
#define INTEGER(...)         PARAMETER(PGW_TAKES_INTEGER, __VA_ARGS__)
#define RANGE(...)           PARAMETER(PGW_TAKES_RANGE, __VA_ARGS__)
#define AMOUNT(...)          PARAMETER(PGW_TAKES_AMOUNT, __VA_ARGS__)
#define QUANTITY(name, ...)  PARAMETER(PGW_TAKES_QUANTITY, name, LENGTH(1, 18), __VA_ARGS__)
#define BOOLEAN(...)         PARAMETER(PGW_TAKES_BOOLEAN, __VA_ARGS__)
#define WORD(...)            PARAMETER(PGW_TAKES_WORD, __VA_ARGS__)
#define DATE_TIME(name)      PARAMETER(PGW_TAKES_DATE_TIME, name, EXACTLY(19))
#define ZONED_DATE_TIME(name, ...) PARAMETER(PGW_TAKES_ZONED_DATE_TIME, name, EXACTLY(28), __VA_ARGS__)
#define FEATURES(...)        PARAMETER(PGW_TAKES_FEATURES, __VA_ARGS__)
#define TEXTS(name, ...)     PARAMETER(PGW_TAKES_TEXTS, name, UP_TO(1024), __VA_ARGS__)
#define PAIRS(name, ...)     PARAMETER(PGW_TAKES_PAIRS, name, UP_TO(1024), __VA_ARGS__)
#define TEXT_LIST(...)       PARAMETER(PGW_TAKES_TEXT_LIST, __VA_ARGS__)
#define OBJECT(...)          PARAMETER(PGW_TAKES_OBJECT, __VA_ARGS__)
#define OPEN(name, ...)      PARAMETER(PGW_TAKES_OBJECT, name, FLAGS(PGW_OPEN), __VA_ARGS__)
#define LIST(...)            PARAMETER(PGW_TAKES_LIST, __VA_ARGS__)
#define LANGUAGE(name, ...)  TEXT(name, EXACTLY(2), SPELLED_AS(LANGUAGE), __VA_ARGS__)
#define CURRENCY(name, ...)  DIGITS(name, EXACTLY(3), SPELLED_AS(CURRENCY), __VA_ARGS__)
#define PHONE(...)           TEXT(__VA_ARGS__, SPELLED_AS(PHONE))

#define MANDATORY            .flags = PGW_MANDATORY
#define FLAGS(flags_)        .flags = (flags_)
#define LENGTH(least, most)  .minimum = (least), .maximum = (most) /* characters, or digits */
#define UP_TO(most)          LENGTH(0, most)
#define EXACTLY(length)      LENGTH(length, length)
#define BETWEEN(least, most) LENGTH(least, most) /* the limits of a number */
#define MOST_DIGITS(most)    LENGTH(1, most)
#define ONE_OF(words_)       .words = (words_)
#define MEMBERS(members_)    .members = (members_)
#define SPELLED_AS(what)     .spelling = PGW_SPELLED_AS_##what
#define ARGUMENT(argument_)  .argument = (argument_) /* the name in PHP */
/* clang-format on */

/*
 * Bounds of the classic dialect for which its documents, or Sberbank's, print several: the widest counts, because what
 * a payer has typed must not stop a sale that the bank would take.
 */
/* BPC prints 40, Sberbank 128, RBS and Alfa-Bank none; 254 is what RFC 5321 allows, and BPC for deliveryEmail. */
#define EMAIL TEXT("email", LENGTH(1, 254))
/* BPC prints 15, Sberbank a plus sign and 15 digits. */
#define PAYER_PHONE(name) PHONE(name, LENGTH(7, 16))
/* BPC prints 26, 45 or 150, by method. */
#define CARDHOLDER(...) TEXT(__VA_ARGS__, LENGTH(1, 150))
/* BPC, RBS and Alfa-Bank print 512, Sberbank 2048. */
#define ADDRESS(...) TEXT(__VA_ARGS__, LENGTH(1, 2048))

/* The electronic commerce indicators of all card schemes, as two digits. */
#define ECI WORD("eci", ONE_OF("00|01|02|03|05|06|07|09|10"), SPELLED_AS(TWO_DIGITS))

/* The payer: shared by the payments of the classic dialect. */
extern const struct pgw_parameter pgw_billing_payer_data[];
extern const struct pgw_parameter pgw_shipping_payer_data[];
extern const struct pgw_parameter pgw_pre_order_payer_data[];
extern const struct pgw_parameter pgw_order_payer_data[];
extern const struct pgw_parameter pgw_client_browser_info[];

/* clang-format off */
#define PAYER_BLOCKS \
	OBJECT("billingPayerData", MEMBERS(pgw_billing_payer_data)), \
	OBJECT("shippingPayerData", MEMBERS(pgw_shipping_payer_data)), \
	OBJECT("preOrderPayerData", MEMBERS(pgw_pre_order_payer_data)), \
	OBJECT("orderPayerData", MEMBERS(pgw_order_payer_data))
/* clang-format on */

#define PAYER PAYER_BLOCKS, WORD("billingAndShippingAddressMatchIndicator", ONE_OF("Y|N"))

#define THREE_DS_VERSIONS "1.0.2|2.1.0|2.2.0"

/* What jsonParams may hold in the classic dialect, beside anything else: the first has the second in it. */
extern const struct pgw_parameter pgw_classic_authentication[];
extern const struct pgw_parameter pgw_classic_initiated_by_shop[];

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

/* Classic dialect: the classic RBS and Alfa-Bank documents. */
extern const struct pgw_parameter pgw_classic_process_raw_sum_refund[];
extern const struct pgw_parameter pgw_classic_process_raw_position_refund[];
extern const struct pgw_parameter pgw_classic_get_receipt_status[];
extern const struct pgw_parameter pgw_classic_get_last_orders[];
extern const struct pgw_parameter pgw_classic_update_ssl_card_list[];
extern const struct pgw_parameter pgw_classic_industry_practice_payment[]; /* of the BPC documentation */

/* 3-D Secure: see parameters_three_ds.c. */
extern const struct pgw_parameter pgw_classic_verify_card[];
extern const struct pgw_parameter pgw_classic_verify_enrollment[];
extern const struct pgw_parameter pgw_classic_finish_3ds_payment[];
extern const struct pgw_parameter pgw_classic_finish_3ds_ver2_payment[];
extern const struct pgw_parameter pgw_classic_continue_3ds[];
extern const struct pgw_parameter pgw_sberbank_finish_3ds_method[];
extern const struct pgw_parameter pgw_sberbank_finish_3ds_payment[];

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
extern const struct pgw_parameter pgw_sberbank_get_receipt_status[];
extern const struct pgw_parameter pgw_sberbank_auto_completion[];
extern const struct pgw_parameter pgw_sberbank_auto_refund[];

#endif
