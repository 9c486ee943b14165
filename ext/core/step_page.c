/* The pages that make a browser take the payer's next step: without an inline handler, and with a button for all else.
 */
#include "buffer.h"
#include "error.h"
#include "text.h"
#include "web_address.h"

#include <string.h>

/* ---------------------------------------------------------------- HTML */

/* For text and for attribute values in double quotes. */
static void add_escaped(struct pgw_buffer *html, struct pgw_text text)
{
	static const char *const escapes[] = {
		['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;"};

	for (size_t i = 0; i < text.length; i++) {
		unsigned char byte = (unsigned char)text.at[i];

		if (byte < sizeof(escapes) / sizeof(escapes[0]) && escapes[byte]) {
			pgw_buffer_add_text(html, escapes[byte]);
		} else {
			pgw_buffer_add_byte(html, text.at[i]);
		}
	}
}

static void add_hidden(struct pgw_buffer *html, const char *name, struct pgw_text value)
{
	pgw_buffer_add_text(html, "<input type=\"hidden\" name=\"");
	pgw_buffer_add_text(html, name);
	pgw_buffer_add_text(html, "\" value=\"");
	add_escaped(html, value);
	pgw_buffer_add_text(html, "\">\n");
}

static void open_form(struct pgw_buffer *html, const char *id, struct pgw_text action, const char *target)
{
	pgw_buffer_add_text(html, "<form id=\"");
	pgw_buffer_add_text(html, id);
	pgw_buffer_add_text(html, "\" method=\"post\" action=\"");
	add_escaped(html, action);
	pgw_buffer_add_text(html, "\"");
	if (target) {
		pgw_buffer_add_text(html, " target=\"");
		pgw_buffer_add_text(html, target);
		pgw_buffer_add_text(html, "\"");
	}
	pgw_buffer_add_text(html, ">\n");
}

static void add_button(struct pgw_buffer *html, const struct pgw_page *page)
{
	pgw_buffer_add_text(html, "<button type=\"submit\">");
	add_escaped(html, page->button);
	pgw_buffer_add_text(html, "</button>\n</form>\n");
}

static void add_script(struct pgw_buffer *html, const struct pgw_page *page, const char *script)
{
	pgw_buffer_add_text(html, "<script");
	if (page->nonce.at) {
		pgw_buffer_add_text(html, " nonce=\"");
		add_escaped(html, page->nonce);
		pgw_buffer_add_text(html, "\"");
	}
	pgw_buffer_add_text(html, ">");
	pgw_buffer_add_text(html, script);
	pgw_buffer_add_text(html, "</script>\n");
}

/* ---------------------------------------------------------------- the pages */

static void add_fields(struct pgw_buffer *html, const struct pgw_next_step *step)
{
	for (size_t i = 0; i < step->field_count; i++) {
		add_hidden(html, step->fields[i].name, step->fields[i].value);
	}
}

static void write_form(struct pgw_buffer *html, const struct pgw_next_step *step, const struct pgw_page *page)
{
	open_form(html, "step", step->url, NULL);
	add_fields(html, step);
	add_button(html, page);
	add_script(html, page, "document.getElementById(\"step\").submit();");
}

/* Out of a frame, if it is shown in one. */
static void write_link(struct pgw_buffer *html, struct pgw_text url, const struct pgw_page *page)
{
	pgw_buffer_add_text(html, "<a id=\"step\" target=\"_top\" href=\"");
	add_escaped(html, url);
	pgw_buffer_add_text(html, "\">");
	add_escaped(html, page->button);
	pgw_buffer_add_text(html, "</a>\n");
	add_script(html, page, "top.location.replace(document.getElementById(\"step\").href);");
}

static void write_address(struct pgw_buffer *html, const struct pgw_next_step *step, const struct pgw_page *page)
{
	write_link(html, step->url, page);
}

/*
 * What was posted into a frame leads on to a second page: the bank's or the gateway's script posts its result to the
 * notification address. Browsers report the first page only if that script waited for it to load. So a frame is done
 * with the second report; and, where the gateway itself is notified and looks at the browser too, three seconds after
 * the first. A shop that is notified says so by a message. Some browsers report the empty page that a frame begins
 * with. The protocol allows ten seconds in all.
 */
static const char method_script[] =
	"\n"
	"(function () {\n"
	"  var step = document.getElementById(\"step\"), frames = document.getElementsByTagName(\"iframe\");\n"
	"  var waiting = frames.length, left = false, gateway = document.getElementById(\"browserDataForm\");\n"
	"  function leave(indicator) {\n"
	"    if (left) { return; }\n"
	"    left = true;\n"
	"    step.elements.threeDSCompInd.value = indicator;\n"
	"    step.submit();\n"
	"  }\n"
	"  function end(frame) {\n"
	"    if (frame && !frame.ended) {\n"
	"      frame.ended = true;\n"
	"      if (--waiting === 0) { leave(\"Y\"); }\n"
	"    }\n"
	"  }\n"
	"  function isEmpty(frame) {\n"
	"    try { return frame.contentWindow.location.href === \"about:blank\"; } catch (e) { return false; }\n"
	"  }\n"
	"  function watch(frame) {\n"
	"    var pages = 0;\n"
	"    frame.addEventListener(\"load\", function () {\n"
	"      if (isEmpty(frame)) { return; }\n"
	"      if (++pages === 2) { end(frame); }\n"
	"      if (pages === 1 && gateway) { setTimeout(function () { end(frame); }, 3000); }\n"
	"    });\n"
	"    document.getElementById(frame.name + \"Form\").submit();\n"
	"  }\n"
	"  for (var i = 0; i < frames.length; i++) { watch(frames[i]); }\n"
	"  window.addEventListener(\"message\", function (event) {\n"
	"    if (event.origin === location.origin && event.data === \"threeDSMethod\") {\n"
	"      end(document.getElementsByName(\"threeDSMethod\")[0]);\n"
	"    }\n"
	"  });\n"
	"  setTimeout(function () { leave(\"N\"); }, frames.length ? 10000 : 0);\n"
	"}());\n";

static void write_frame(
	struct pgw_buffer *html, const struct pgw_next_step *step, const char *name, struct pgw_text url)
{
	char form[32];

	pgw_buffer_add_text(html, "<iframe name=\"");
	pgw_buffer_add_text(html, name);
	pgw_buffer_add_text(html, "\" hidden></iframe>\n");
	strcpy(form, name);
	strcat(form, "Form");
	open_form(html, form, url, name);
	if (url.at == step->url.at) {
		add_fields(html, step);
	}
	pgw_buffer_add_text(html, "</form>\n");
}

static void write_method(struct pgw_buffer *html, const struct pgw_next_step *step, const struct pgw_page *page)
{
	if (step->browser_data_url.at) {
		write_frame(html, step, "browserData", step->browser_data_url);
	}
	if (step->url.at) {
		write_frame(html, step, "threeDSMethod", step->url);
	}
	open_form(html, "step", page->continue_url, NULL);
	add_hidden(html, "threeDSServerTransId", step->transaction_id);
	add_hidden(html, "threeDSCompInd", PGW_TEXT("N"));
	add_button(html, page);
	add_script(html, page, method_script);
}

/* ---------------------------------------------------------------- what the shop gives */

static bool is_nonce(struct pgw_text nonce)
{
	for (size_t i = 0; i < nonce.length; i++) {
		char byte = nonce.at[i];

		if (!pgw_is_digit(byte) && !((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') && !memchr("+/-_=", byte, 5)) {
			return false;
		}
	}
	return nonce.length > 0;
}

/* An address of the shop: absolute, or relative without a scheme and a host. */
static bool is_own_address(struct pgw_text url)
{
	bool leads = url.length > 1 && memcmp(url.at, "//", 2) == 0;

	for (size_t i = 0; i < url.length; i++) {
		if ((unsigned char)url.at[i] <= ' ' || url.at[i] == 0x7F || url.at[i] == '\\') {
			return false;
		}
	}
	for (size_t i = 0; i < url.length && !strchr("/?#", url.at[i]); i++) {
		leads |= url.at[i] == ':';
	}
	return url.length > 0 && (!leads || pgw_is_web_address(url));
}

static bool check_nonce_and_button(const struct pgw_page *page, struct pgw_error *error)
{
	if (page->nonce.at && !is_nonce(page->nonce)) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "html: nonce must be Base64, as in the Content-Security-Policy");
	}
	return pgw_text_characters(page->button) >= 1 ||
		   pgw_fail(error, PGW_ERROR_ARGUMENT, "html: button must be a text of valid UTF-8, not empty");
}

static bool check_page(const struct pgw_next_step *step, const struct pgw_page *page, struct pgw_error *error)
{
	if (!check_nonce_and_button(page, error)) {
		return false;
	}
	if (step->kind == PGW_STEP_METHOD) {
		if (!page->continue_url.at) {
			return pgw_fail(error, PGW_ERROR_ARGUMENT,
				"html: give continueUrl, the shop's address where the payment goes on after this step");
		}
		return is_own_address(page->continue_url) ||
			   pgw_fail(
				   error, PGW_ERROR_ARGUMENT, "html: continueUrl must be an https address, or one of the same site");
	}
	if (!step->url.at) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "html: the gateway named no address: ask the status of the order");
	}
	return step->is_link ||
		   pgw_fail(error, PGW_ERROR_ARGUMENT,
			   "html: the gateway's redirect is not https, but relative or of an application: the shop must know it "
			   "before it sends anyone there");
}

static void open_page(struct pgw_buffer *html)
{
	pgw_buffer_add_text(html,
		"<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width\">\n<title>3-D Secure</title>\n</head>\n<body>\n");
}

static bool close_page(struct pgw_buffer *html, struct pgw_error *error)
{
	pgw_buffer_add_text(html, "</body>\n</html>\n");
	return !html->failed || pgw_fail_memory(error);
}

bool pgw_payer_return_page(struct pgw_buffer *html, enum pgw_return_kind kind, struct pgw_text url,
	const struct pgw_page *page, struct pgw_error *error)
{
	if (!check_nonce_and_button(page, error)) {
		return false;
	}
	if (kind == PGW_RETURN_METHOD) {
		open_page(html);
		add_script(html, page, "parent.postMessage(\"threeDSMethod\", location.origin);");
		return close_page(html, error);
	}
	if (!url.at || !is_own_address(url)) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT,
			"html: give url, the shop's page where the payer goes on: an https address, or one of the same site");
	}
	open_page(html);
	write_link(html, url, page);
	return close_page(html, error);
}

bool pgw_next_step_page(
	struct pgw_buffer *html, const struct pgw_next_step *step, const struct pgw_page *page, struct pgw_error *error)
{
	static void (*const writers[PGW_STEP_KINDS])(
		struct pgw_buffer *, const struct pgw_next_step *, const struct pgw_page *) = {
		[PGW_STEP_FINISHED] = write_address,
		[PGW_STEP_ACS_REDIRECT] = write_form,
		[PGW_STEP_METHOD] = write_method,
		[PGW_STEP_CHALLENGE] = write_form,
		[PGW_STEP_PROCESS_FORM] = write_address,
		[PGW_STEP_DECLINED] = write_address,
	};

	if (!check_page(step, page, error)) {
		return false;
	}
	open_page(html);
	writers[step->kind](html, step, page);
	return close_page(html, error);
}
