/* The sandbox's own mailbox. */
#include "page/mailbox_page.h"

#include "base/clock.h"
#include "page/view.h"

#include <string.h>

#define SHOWN 100

static struct json_object *describe_mail(const struct sandbox_mail *mail)
{
	struct json_object *entry = json_object_new_object();
	char created[SANDBOX_CLOCK_TEXT_SIZE];
	sandbox_clock_write_local(mail->created_at, 0, created);
	sandbox_view_set(entry, "created", created);
	sandbox_view_set(entry, "recipient", mail->recipient);
	sandbox_view_set(entry, "mailLanguage", mail->language);
	sandbox_view_set(entry, "subject", mail->subject);
	sandbox_view_set(entry, "text", mail->text);
	sandbox_view_set(entry, "link", mail->link);
	return entry;
}

/* The newest first. */
static struct json_object *list_mails(struct sandbox_store *store)
{
	struct json_object *list = json_object_new_array();
	struct sandbox_mail mail;
	int64_t row = 0;
	sandbox_store_lock(store);
	for (int i = 0; i < SHOWN && sandbox_store_mail_before(store, 0, row, &mail) == SANDBOX_FOUND; i++) {
		row = mail.row;
		json_object_array_add(list, describe_mail(&mail));
		sandbox_mail_free(&mail);
	}
	sandbox_store_unlock(store);
	return list;
}

void sandbox_page_mailbox(const struct sandbox_page_request *request)
{
	char language[3];
	sandbox_view_read_language(request->path, "/mailbox_", language);
	struct json_object *values = sandbox_view_values(language);
	sandbox_view_set(values, "pageTitle", sandbox_view_text(values, "mailbox.title"));
	json_object_object_add(values, "mails", list_mails(request->gateway->store));
	sandbox_view_answer(request->reply, 200, "mailbox.html", values, NULL);
}
