#include "identity.h"

#include "fixture.h"

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdio.h>

static EVP_PKEY *make_key(void)
{
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_EC, NULL);
	EVP_PKEY *key = NULL;

	assert_int_equal(EVP_PKEY_keygen_init(context), 1);
	assert_int_equal(EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, NID_X9_62_prime256v1), 1);
	assert_int_equal(EVP_PKEY_keygen(context, &key), 1);
	EVP_PKEY_CTX_free(context);
	return key;
}

static void extend(X509 *certificate, int nid, const char *value)
{
	X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, NULL, nid, value);

	assert_non_null(extension);
	X509_add_ext(certificate, extension, -1);
	X509_EXTENSION_free(extension);
}

struct identity identity_make(const char *name, const struct identity *issuer)
{
	struct identity made = {make_key(), X509_new()};
	X509_NAME *subject = X509_get_subject_name(made.certificate);
	static long serial = 1;

	X509_set_version(made.certificate, 2);
	ASN1_INTEGER_set(X509_get_serialNumber(made.certificate), serial++);
	X509_gmtime_adj(X509_getm_notBefore(made.certificate), -3600);
	X509_gmtime_adj(X509_getm_notAfter(made.certificate), 3600);
	X509_set_pubkey(made.certificate, made.key);
	X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, (const unsigned char *)name, -1, -1, 0);
	X509_set_issuer_name(made.certificate, issuer ? X509_get_subject_name(issuer->certificate) : subject);
	if (issuer) {
		extend(made.certificate, NID_subject_alt_name, "IP:127.0.0.1");
	} else {
		extend(made.certificate, NID_basic_constraints, "critical,CA:TRUE");
		extend(made.certificate, NID_key_usage, "critical,keyCertSign");
	}
	assert_true(X509_sign(made.certificate, issuer ? issuer->key : made.key, EVP_sha256()) > 0);
	return made;
}

void identity_free(struct identity *identity)
{
	EVP_PKEY_free(identity->key);
	X509_free(identity->certificate);
}

void identity_save(const char *path, const struct identity *identity)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(PEM_write_X509(file, identity->certificate), 1);
	fclose(file);
}
