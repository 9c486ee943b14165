/* A certificate of the sandbox's own making, for shops that are tested with HTTPS. */
#define _GNU_SOURCE
#include "http/certificate.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SECONDS_BEFORE (-24L * 3600) /* for clocks that are slow */
#define SECONDS_AFTER  (365L * 24 * 3600)
#define NAMES          "DNS:localhost,IP:127.0.0.1,IP:::1"

/* An extension of a certificate. */
struct extension {
	int nid;
	const char *value;
};

static bool add_extensions(X509 *certificate, X509 *issuer, const struct extension *extensions, size_t count)
{
	X509V3_CTX context;
	X509V3_set_ctx_nodb(&context);
	X509V3_set_ctx(&context, issuer, certificate, NULL, NULL, 0);
	for (size_t i = 0; i < count; i++) {
		X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, &context, extensions[i].nid, extensions[i].value);
		bool added = extension && X509_add_ext(certificate, extension, -1);
		X509_EXTENSION_free(extension);
		if (!added) {
			return false;
		}
	}
	return true;
}

static bool set_serial(X509 *certificate)
{
	uint64_t serial;
	return RAND_bytes((unsigned char *)&serial, sizeof serial) == 1 &&
		   ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1);
}

static bool fill(X509 *certificate, EVP_PKEY *key, const char *name, X509 *issuer)
{
	X509_NAME *subject = X509_get_subject_name(certificate);
	return X509_set_version(certificate, 2) && set_serial(certificate) &&
		   X509_gmtime_adj(X509_getm_notBefore(certificate), SECONDS_BEFORE) &&
		   X509_gmtime_adj(X509_getm_notAfter(certificate), SECONDS_AFTER) &&
		   X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, (const unsigned char *)name, -1, -1, 0) &&
		   X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) && X509_set_pubkey(certificate, key);
}

/* A certificate for the key, signed by the issuer, or by itself if issuer is NULL. NULL if that fails. */
static X509 *issue(EVP_PKEY *key, const char *name, X509 *issuer, EVP_PKEY *issuer_key,
	const struct extension *extensions, size_t count)
{
	X509 *certificate = X509_new();
	issuer = issuer ? issuer : certificate;
	if (certificate && fill(certificate, key, name, issuer) && add_extensions(certificate, issuer, extensions, count) &&
		X509_sign(certificate, issuer_key, EVP_sha256())) {
		return certificate;
	}
	X509_free(certificate);
	return NULL;
}

static X509 *issue_authority(EVP_PKEY *key)
{
	static const struct extension extensions[] = {
		{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
		{NID_key_usage, "critical,keyCertSign"},
		{NID_subject_key_identifier, "hash"},
	};
	uint32_t number;
	char name[64];
	if (RAND_bytes((unsigned char *)&number, sizeof number) != 1) {
		return NULL;
	}
	/* Each has another name: a browser keeps the authorities of several starts. */
	snprintf(name, sizeof name, "Sandbox gateway, for tests only %08x", number);
	return issue(key, name, NULL, key, extensions, sizeof extensions / sizeof *extensions);
}

static X509 *issue_server(EVP_PKEY *key, const char *host, X509 *authority, EVP_PKEY *authority_key)
{
	unsigned char address[sizeof(struct in6_addr)];
	bool number = inet_pton(AF_INET, host, address) == 1 || inet_pton(AF_INET6, host, address) == 1;
	char *names = NULL;
	if (asprintf(&names, NAMES ",%s:%s", number ? "IP" : "DNS", host) < 0) {
		return NULL;
	}
	const struct extension extensions[] = {
		{NID_basic_constraints, "critical,CA:FALSE"},
		{NID_key_usage, "critical,digitalSignature"},
		{NID_ext_key_usage, "serverAuth"},
		{NID_authority_key_identifier, "keyid:always"},
		{NID_subject_alt_name, names},
	};
	X509 *server =
		issue(key, "Sandbox gateway", authority, authority_key, extensions, sizeof extensions / sizeof *extensions);
	free(names);
	return server;
}

/* The PEM text of a certificate or of a key; NULL if out of memory. */
static char *write_pem(X509 *certificate, EVP_PKEY *key)
{
	BIO *memory = BIO_new(BIO_s_mem());
	char *data, *text = NULL;
	bool written = memory && (certificate ? PEM_write_bio_X509(memory, certificate)
										  : PEM_write_bio_PrivateKey(memory, key, NULL, NULL, 0, NULL, NULL));
	if (written) {
		size_t size = (size_t)BIO_get_mem_data(memory, &data);
		text = strndup(data, size);
	}
	BIO_free(memory);
	return text;
}

/* Whole or not at all, and for everybody to read: it is no secret. */
static bool write_file(const char *path, const char *text)
{
	char *draft = NULL;
	if (asprintf(&draft, "%s.new", path) < 0) {
		return false;
	}
	int fd = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
	ssize_t size = (ssize_t)strlen(text);
	bool written = fd >= 0 && write(fd, text, (size_t)size) == size && fchmod(fd, 0644) == 0;
	written = (fd < 0 || close(fd) == 0) && written && rename(draft, path) == 0;
	free(draft);
	return written;
}

bool sandbox_certificate_make(const char *host, const char *authority_file, char **certificate, char **key)
{
	EVP_PKEY *authority_key = EVP_EC_gen("P-256"), *server_key = EVP_EC_gen("P-256");
	X509 *authority = authority_key ? issue_authority(authority_key) : NULL;
	X509 *server = authority && server_key ? issue_server(server_key, host, authority, authority_key) : NULL;
	char *authority_text = server ? write_pem(authority, NULL) : NULL;
	*certificate = server ? write_pem(server, NULL) : NULL;
	*key = server ? write_pem(NULL, server_key) : NULL;
	bool made = authority_text && *certificate && *key;
	bool written = made && write_file(authority_file, authority_text);
	if (!written) {
		fprintf(stderr, made ? "sandbox: cannot write %s\n" : "sandbox: cannot make a certificate for %s\n",
			made ? authority_file : host);
	}
	free(authority_text);
	X509_free(server);
	X509_free(authority);
	EVP_PKEY_free(server_key);
	EVP_PKEY_free(authority_key);
	return written;
}
