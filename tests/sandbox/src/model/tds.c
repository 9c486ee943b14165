/* 3-D Secure: versions, results and their ECI. */
#include "model/tds.h"

#include "base/text.h"

#include <stddef.h>
#include <stdlib.h>

const char *const sandbox_tds_type_names[SANDBOX_TDS_TYPES] = {
	[SANDBOX_TDS_TYPE_SSL] = "SSL",
	[SANDBOX_TDS_TYPE_1_FULL] = "THREE_DS1_FULL",
	[SANDBOX_TDS_TYPE_1_ATTEMPT] = "THREE_DS1_ATTEMPT",
	[SANDBOX_TDS_TYPE_2_FULL] = "THREE_DS2_FULL",
	[SANDBOX_TDS_TYPE_2_FRICTIONLESS] = "THREE_DS2_FRICTIONLESS",
	[SANDBOX_TDS_TYPE_2_ATTEMPT] = "THREE_DS2_ATTEMPT",
	[SANDBOX_TDS_TYPE_2_EXEMPTION] = "THREE_DS2_EXEMPTION_GRANTED",
	[SANDBOX_TDS_TYPE_3RI] = "THREE_DS2_3RI",
	[SANDBOX_TDS_TYPE_3RI_ATTEMPT] = "THREE_DS2_3RI_ATTEMPT",
};

/* Where the issuer takes no part, it collects nothing either. */
bool sandbox_tds_has_method(enum sandbox_tds_kind kind)
{
	return kind == SANDBOX_TDS_FRICTIONLESS || kind == SANDBOX_TDS_CHALLENGE || kind == SANDBOX_TDS_FAILURE;
}

void sandbox_tds_clear(struct sandbox_tds *tds)
{
	char **const texts[] = {&tds->server_trans_id, &tds->acs_trans_id, &tds->version, &tds->xid, &tds->cavv,
		&tds->veres, &tds->pares, &tds->ares, &tds->rreq, &tds->message, &tds->binding, &tds->finish_url,
		&tds->term_url, &tds->method_url};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		free(*texts[i]);
	}
	*tds = (struct sandbox_tds){.once = tds->once};
}

bool sandbox_tds_is_2(const struct sandbox_tds *tds)
{
	return tds->version && tds->version[0] == '2';
}

static const struct {
	const char *payment_system; /* NULL: any other, which count as Mastercard */
	int64_t eci[3];             /* by result */
} ecis[] = {
	{"VISA", {7, 6, 5}},
	{"CUP", {10, 9, 2}},
	{NULL, {7, 1, 2}},
};

int64_t sandbox_tds_eci(const char *payment_system, enum sandbox_tds_result result)
{
	size_t i = 0;
	while (ecis[i].payment_system && !sandbox_text_equal(ecis[i].payment_system, payment_system)) {
		i++;
	}
	return ecis[i].eci[result];
}

bool sandbox_tds_result_of_eci(int64_t eci, enum sandbox_tds_result *result)
{
	static const struct {
		int64_t eci;
		enum sandbox_tds_result result;
	} rows[] = {
		{0, SANDBOX_TDS_SSL}, /* Mastercard */
		{1, SANDBOX_TDS_ATTEMPTED},
		{2, SANDBOX_TDS_AUTHENTICATED},
		{3, SANDBOX_TDS_SSL}, /* Mir, as Sberbank has it */
		{5, SANDBOX_TDS_AUTHENTICATED},
		{6, SANDBOX_TDS_ATTEMPTED},
		{7, SANDBOX_TDS_SSL},
		{9, SANDBOX_TDS_ATTEMPTED},
		{10, SANDBOX_TDS_SSL},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (rows[i].eci == eci) {
			*result = rows[i].result;
			return true;
		}
	}
	return false;
}
