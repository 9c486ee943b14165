/* Payments that the shop has authenticated by itself, and 3RI: what their jsonParams must hold. */
#include "payment/own_mpi.h"

#include "base/text.h"
#include "model/json_params.h"

#include <stdlib.h>
#include <string.h>

#define MAY_BE_3DS1 2 /* of the setting ownMpi */

#define WRONG(name) \
	{ \
		5, 5, "[jsonParams." name "] wrong value" \
	}
#define MISSING(name) \
	{ \
		5, 5, "[jsonParams." name "] is empty" \
	}
static const struct sandbox_refusal not_permitted = {5, 5, "Access denied"};
static const struct sandbox_refusal wrong_eci = WRONG("eci");
static const struct sandbox_refusal no_cavv = MISSING("cavv");
static const struct sandbox_refusal no_xid = MISSING("xid");
static const struct sandbox_refusal wrong_version = WRONG("threeDSProtocolVersion");
static const struct sandbox_refusal no_type = MISSING("authenticationTypeIndicator");
static const struct sandbox_refusal wrong_type = WRONG("authenticationTypeIndicator");

static const char *params_of(const struct sandbox_call *call)
{
	return sandbox_call_text(call, "jsonParams");
}

static bool has(const char *params, const char *name)
{
	char *text = sandbox_json_params_text(params, name);
	bool given = text && text[0];
	free(text);
	return given;
}

bool sandbox_own_mpi_given(const struct sandbox_call *call)
{
	return has(params_of(call), "eci");
}

/* -1: none is given; SANDBOX_TDS_TYPES: one that does not exist. */
static int64_t named_type(const char *params)
{
	static const char *const names[] = {"authenticationTypeIndicator", "threeDsType"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (has(params, names[i])) {
			int64_t type = sandbox_json_params_integer(params, names[i]);
			return type >= 0 && type < SANDBOX_TDS_TYPES ? type : SANDBOX_TDS_TYPES;
		}
	}
	return -1;
}

static bool is_3ds1(int64_t type)
{
	return type == SANDBOX_TDS_TYPE_1_FULL || type == SANDBOX_TDS_TYPE_1_ATTEMPT;
}

/* Types that are derived from the ECI may not contradict it; what is sent for 3DS2 is not compared with it. */
static bool does_type_fit(int64_t type, enum sandbox_tds_result result)
{
	switch (type) {
		case SANDBOX_TDS_TYPE_SSL:
			return result == SANDBOX_TDS_SSL;
		case SANDBOX_TDS_TYPE_1_FULL:
			return result == SANDBOX_TDS_AUTHENTICATED;
		case SANDBOX_TDS_TYPE_1_ATTEMPT:
			return result == SANDBOX_TDS_ATTEMPTED;
		default:
			return type < SANDBOX_TDS_TYPES;
	}
}

static int64_t derived_type(enum sandbox_tds_result result)
{
	return result == SANDBOX_TDS_SSL             ? SANDBOX_TDS_TYPE_SSL
		   : result == SANDBOX_TDS_AUTHENTICATED ? SANDBOX_TDS_TYPE_1_FULL
												 : SANDBOX_TDS_TYPE_1_ATTEMPT;
}

/* The versions, and whether each is one of 3DS1. */
static bool is_version(const char *version, bool *first)
{
	static const char *const versions[] = {"1.0.2", "2.1.0", "2.2.0"};
	for (size_t i = 0; i < sizeof versions / sizeof *versions; i++) {
		if (strcmp(versions[i], version) == 0) {
			*first = i == 0;
			return true;
		}
	}
	return false;
}

/* Finds type and version, each of which may be derived from the other or from the ECI. */
static const struct sandbox_refusal *read_type(
	const struct sandbox_call *call, enum sandbox_tds_result result, const char **version, int64_t *type)
{
	bool may_be_first = call->merchant->settings.own_mpi == MAY_BE_3DS1, first = false;
	*type = named_type(params_of(call));
	if (*version && (!is_version(*version, &first) || (first && !may_be_first))) {
		return &wrong_version;
	}
	/* Without both, an ECI alone means 3DS1, where there still is one. */
	if (*type < 0 && result != SANDBOX_TDS_SSL && (*version ? !first : !may_be_first)) {
		return &no_type;
	}
	*type = *type < 0 ? derived_type(result) : *type;
	if (!does_type_fit(*type, result) || (is_3ds1(*type) && !may_be_first)) {
		return &wrong_type;
	}
	if (*version && *type != SANDBOX_TDS_TYPE_SSL && is_3ds1(*type) != first) {
		return &wrong_version;
	}
	*version = *version ? *version : is_3ds1(*type) ? "1.0.2" : "2.1.0";
	return NULL;
}

static void keep(struct sandbox_order *order, const char *params, const char *version, int64_t type)
{
	struct sandbox_tds *tds = &order->tds;
	tds->type = type;
	sandbox_text_set(&tds->version, version);
	if (type != SANDBOX_TDS_TYPE_SSL) {
		tds->cavv = sandbox_json_params_text(params, "cavv");
		tds->xid = sandbox_json_params_text(params, "xid");
	}
}

const struct sandbox_refusal *sandbox_own_mpi_apply(
	const struct sandbox_call *call, struct sandbox_order *order, enum sandbox_tds_result *result)
{
	const char *params = params_of(call), *version;
	const struct sandbox_refusal *refusal = NULL;
	int64_t type;
	if (!call->merchant->settings.own_mpi) {
		return &not_permitted;
	}
	int64_t eci = sandbox_json_params_integer(params, "eci");
	if (!sandbox_tds_result_of_eci(eci, result)) {
		return &wrong_eci;
	}
	if (*result != SANDBOX_TDS_SSL && (!has(params, "cavv") || !has(params, "xid"))) {
		return has(params, "cavv") ? &no_xid : &no_cavv;
	}
	char *named = sandbox_json_params_text(params, "threeDSProtocolVersion");
	version = named && named[0] ? named : sandbox_call_text(call, "threeDSProtocolVersion");
	refusal = read_type(call, *result, &version, &type);
	if (!refusal) {
		order->eci = eci;
		keep(order, params, version, type);
	}
	free(named);
	return refusal;
}

/* The parameters of 3RI. All are mandatory once one of the first four is given. */
static const struct {
	const char *name;
	bool installment;   /* of tii I alone */
	size_t least, most; /* digits; 0: any text */
	struct sandbox_refusal missing, wrong;
} initiating[] = {
#define ROW(name, installment, least, most) \
	{ \
		name, installment, least, most, MISSING(name), WRONG(name) \
	}
	ROW("initThreeDSReqPriorAuthData", false, 0, 0),
	ROW("initThreeDSReqPriorAuthMethod", false, 2, 2),
	ROW("initThreeDSReqPriorAuthTimestamp", false, 12, 14), /* 14 in the sample, 12 at Sberbank */
	ROW("initThreeDSReqPriorRef", false, 0, 0),
	ROW("recurringExpiry", false, 8, 8),
	ROW("recurringFrequency", false, 1, 4),
	ROW("installments", true, 1, 3),
	ROW("totalInstallmentAmount", true, 1, 12),
#undef ROW
};
#define OF_INITIATING 4

static bool is_initiating_named(const char *params)
{
	for (size_t i = 0; i < OF_INITIATING; i++) {
		if (has(params, initiating[i].name)) {
			return true;
		}
	}
	return false;
}

bool sandbox_3ri_asked(const struct sandbox_call *call)
{
	int64_t type = named_type(params_of(call));
	return type == SANDBOX_TDS_TYPE_3RI || type == SANDBOX_TDS_TYPE_3RI_ATTEMPT || is_initiating_named(params_of(call));
}

bool sandbox_3ri_of_sberbank(const struct sandbox_call *call)
{
	static const char *const names[] = {
		"threeDSReqPriorAuthData", "threeDSReqPriorAuthMethod", "threeDSReqPriorAuthTimestamp", "threeDSReqPriorRef"};
	const char *params = params_of(call);
	bool complete = call->method->dialect == SANDBOX_JSON;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		complete = complete && has(params, names[i]);
	}
	return complete && (sandbox_json_params_is(params, "dataEntryMode", "RECURRING") ||
						   sandbox_json_params_is(params, "dataEntryMode", "INSTALLMENT"));
}

static bool is_right(const char *value, size_t least, size_t most)
{
	size_t size = strlen(value);
	return most == 0 || (size >= least && size <= most && sandbox_text_digits(value, size));
}

const struct sandbox_refusal *sandbox_3ri_refuse(
	const struct sandbox_call *call, const struct sandbox_attempt *attempt, bool initiated)
{
	static const struct sandbox_refusal wrong_tii = {5, 5, "[tii] wrong value"};
	const char *params = params_of(call);
	bool installment = sandbox_text_equal(attempt->tii, "I");
	if (!installment && !sandbox_text_equal(attempt->tii, "R")) {
		return &wrong_tii;
	}
	if (initiated && !is_initiating_named(params)) {
		return NULL;
	}
	for (size_t i = 0; i < sizeof initiating / sizeof *initiating; i++) {
		char *value = sandbox_json_params_text(params, initiating[i].name);
		bool given = value && value[0];
		bool right = !given || is_right(value, initiating[i].least, initiating[i].most);
		free(value);
		if (!given && (installment || !initiating[i].installment)) {
			return &initiating[i].missing;
		}
		if (!right) {
			return &initiating[i].wrong;
		}
	}
	return NULL;
}
