#ifndef SANDBOX_REQUEST_ROWS_CLASSIC_H
#define SANDBOX_REQUEST_ROWS_CLASSIC_H

#include "request/rows.h"
#include "request/shapes.h"

/*
 * Rows that several classic methods share. Included only by the parameter tables.
 *
 * Where the documents' editions differ, the tables have the widest bound: e-mails (BPC prints at most 40 characters,
 * Sberbank 128, RBS and Alfa-Bank none; no address has more than 254), phones (15, or a plus sign and 15), cardholders
 * (26, 45 or 150), return addresses (512 or 2048).
 */
/* clang-format off */

#define PAYER_DATA \
	SHAPED("billingPayerData", OBJECT, OPTIONAL, 0, sandbox_shape_billing), \
		SHAPED("shippingPayerData", OBJECT, OPTIONAL, 0, sandbox_shape_shipping), \
		SHAPED("preOrderPayerData", OBJECT, OPTIONAL, 0, sandbox_shape_pre_order), \
		SHAPED("orderPayerData", OBJECT, OPTIONAL, 0, sandbox_shape_order_payer)
#define ADDRESS_MATCH ONE_OF("billingAndShippingAddressMatchIndicator", OPTIONAL, "Y|N")
#define FACILITATOR \
	P("mcc", INTEGER, OPTIONAL, 4, 4, 0), P("mvv", TEXT, OPTIONAL, 1, 10, 0), \
		SHAPED("paymentFacilitator", OBJECT, OPTIONAL, 0, sandbox_shape_facilitator)

#define TDS_PROTOCOL  ONE_OF("threeDSProtocolVersion", OPTIONAL, "1.0.2|2.1.0|2.2.0")
#define TDS_EXEMPTION ONE_OF("externalScaExemptionIndicator", OPTIONAL, "LVP|TRA")
#define TDS_BROWSER   SHAPED("clientBrowserInfo", OBJECT, OPTIONAL, 0, sandbox_shape_browser)
#define TDS_SDK       P("threeDSSDK", BOOLEAN, OPTIONAL, 4, 5, 0)
#define TDS_SERVER \
	P("threeDSServerTransId", TEXT, OPTIONAL, 1, 36, 0), P("threeDSServerTransID", TEXT, OPTIONAL, 1, 36, 0), \
		P("threeDSVer2FinishUrl", URL, OPTIONAL, 1, 512, 0), \
		P("threeDSMethodNotificationUrl", URL, OPTIONAL, 1, 2048, 0)
/* clang-format on */

#endif
