#ifndef SANDBOX_METHODS_HANDLERS_H
#define SANDBOX_METHODS_HANDLERS_H

struct sandbox_call;

/*
 * One handler for each method. It runs once the caller is authenticated and the parameters are checked, and fills in
 * call->reply.
 */
void sandbox_handle_register(struct sandbox_call *call);
void sandbox_handle_register_preauth(struct sandbox_call *call);
void sandbox_handle_payment(struct sandbox_call *call);
void sandbox_handle_instant_payment(struct sandbox_call *call);
void sandbox_handle_continue_tds(struct sandbox_call *call);
void sandbox_handle_finish_tds(struct sandbox_call *call);
void sandbox_handle_finish_tds2(struct sandbox_call *call);
void sandbox_handle_verify_card(struct sandbox_call *call);
void sandbox_handle_verify_enrollment(struct sandbox_call *call);
void sandbox_handle_moto_payment(struct sandbox_call *call);
void sandbox_handle_deposit(struct sandbox_call *call);
void sandbox_handle_reverse(struct sandbox_call *call);
void sandbox_handle_refund(struct sandbox_call *call);
void sandbox_handle_refund_sum(struct sandbox_call *call);
void sandbox_handle_refund_position(struct sandbox_call *call);
void sandbox_handle_decline(struct sandbox_call *call);
void sandbox_handle_status(struct sandbox_call *call);
void sandbox_handle_old_status(struct sandbox_call *call);
void sandbox_handle_last_orders(struct sandbox_call *call);
void sandbox_handle_receipt_status(struct sandbox_call *call);
void sandbox_handle_instant_refund(struct sandbox_call *call);
void sandbox_handle_ssl_card_list(struct sandbox_call *call);
void sandbox_handle_binding_payment(struct sandbox_call *call);
void sandbox_handle_bindings(struct sandbox_call *call);
void sandbox_handle_bindings_of_card(struct sandbox_call *call);
void sandbox_handle_unbind(struct sandbox_call *call);
void sandbox_handle_bind(struct sandbox_call *call);
void sandbox_handle_extend_binding(struct sandbox_call *call);
void sandbox_handle_create_binding(struct sandbox_call *call);
void sandbox_handle_industry_practice(struct sandbox_call *call);
void sandbox_handle_recurrent_payment(struct sandbox_call *call);
void sandbox_handle_installment_payment(struct sandbox_call *call);
void sandbox_handle_task_create(struct sandbox_call *call);
void sandbox_handle_task_modify(struct sandbox_call *call);
void sandbox_handle_task_get(struct sandbox_call *call);
void sandbox_handle_task_terminate(struct sandbox_call *call);
void sandbox_handle_task_activate(struct sandbox_call *call);
void sandbox_handle_task_batch_terminate(struct sandbox_call *call);
void sandbox_handle_task_skip(struct sandbox_call *call);
void sandbox_handle_sberpay(struct sandbox_call *call);
void sandbox_handle_subscription_payment(struct sandbox_call *call);

void sandbox_handle_apple(struct sandbox_call *call);
void sandbox_handle_google(struct sandbox_call *call);
void sandbox_handle_samsung(struct sandbox_call *call);
void sandbox_handle_mir(struct sandbox_call *call);
void sandbox_handle_token_payment(struct sandbox_call *call);

#endif
