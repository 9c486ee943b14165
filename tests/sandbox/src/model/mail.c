/* The columns of a message. */
#include "model/mail.h"

#include <string.h>

#define NUMBER(name, member) \
	{ \
		name, SANDBOX_COLUMN_NUMBER, offsetof(struct sandbox_mail, member), false \
	}
#define TEXT(name, member) \
	{ \
		name, SANDBOX_COLUMN_TEXT, offsetof(struct sandbox_mail, member), false \
	}

const struct sandbox_column sandbox_mail_columns[] = {
	NUMBER("merchant", merchant),
	NUMBER("created", created_at),
	TEXT("recipient", recipient),
	TEXT("language", language),
	TEXT("subject", subject),
	TEXT("text", text),
	TEXT("link", link),
	TEXT("mdOrder", order_id),
	{NULL, SANDBOX_COLUMN_NUMBER, 0, false},
};

void sandbox_mail_free(struct sandbox_mail *mail)
{
	sandbox_columns_free_texts(mail, sandbox_mail_columns);
	memset(mail, 0, sizeof *mail);
}
