#ifndef SANDBOX_STORE_PORTAL_USERS_H
#define SANDBOX_STORE_PORTAL_USERS_H

#include "base/password.h"
#include "store/database.h"

#include <stdbool.h>
#include <stdint.h>

/* Somebody of a shop's staff, who may use the portal. Owns no memory. */
struct sandbox_portal_user {
	int64_t row;
	int64_t merchant;
	char login[101];
	char hash[SANDBOX_PASSWORD_HASH_SIZE]; /* of the password */
};

/* Creates the table, with the default user if there is none; for store.c, after the merchants. */
bool sandbox_store_open_portal_users(struct sandbox_store *store);

enum sandbox_found sandbox_store_portal_user_by_login(
	struct sandbox_store *store, const char *login, struct sandbox_portal_user *user);
enum sandbox_found sandbox_store_portal_user_by_row(
	struct sandbox_store *store, int64_t row, struct sandbox_portal_user *user);

/* Writes a new user, or another merchant and password of the one with that login. */
bool sandbox_store_portal_user_save(struct sandbox_store *store, const struct sandbox_portal_user *user);

#endif
