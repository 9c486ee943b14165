/* Certificates with their keys, for servers on loopback and for their authorities. */
#ifndef IDENTITY_H
#define IDENTITY_H

#include <openssl/evp.h>
#include <openssl/x509.h>

struct identity {
	EVP_PKEY *key;
	X509 *certificate;
};

/* `issuer` NULL: an authority, signed by itself; otherwise a server on 127.0.0.1. Freed by identity_free(). */
struct identity identity_make(const char *name, const struct identity *issuer);
void identity_free(struct identity *identity);
/* The certificate, as PEM. */
void identity_save(const char *path, const struct identity *identity);

#endif
