PHP_ARG_ENABLE([payment_gateway],
  [whether to enable the payment gateway],
  [AS_HELP_STRING([--enable-payment-gateway], [Enable the payment gateway])])

PHP_ARG_ENABLE([payment-gateway-developer],
  [whether to compile the payment gateway with many warnings, each of them an error],
  [AS_HELP_STRING([--enable-payment-gateway-developer], [Payment gateway: many warnings, each of them an error])],
  [no], [no])

PHP_ARG_ENABLE([payment-gateway-coverage],
  [whether to compile the payment gateway for a coverage report],
  [AS_HELP_STRING([--enable-payment-gateway-coverage], [Payment gateway: compile for gcov])],
  [no], [no])

PHP_ARG_ENABLE([payment-gateway-sanitize],
  [whether to compile the payment gateway with sanitizers],
  [AS_HELP_STRING([--enable-payment-gateway-sanitize], [Payment gateway: address and undefined behaviour sanitizers])],
  [no], [no])

dnl PAYMENT_GATEWAY_LIBRARY(VARIABLE, MODULE, MINIMUM, DEBIAN, ALPINE, FEDORA, HOMEBREW)
AC_DEFUN([PAYMENT_GATEWAY_LIBRARY], [
  AC_MSG_CHECKING([for $2 >= $3])
  if test -z "$PKG_CONFIG" || ! "$PKG_CONFIG" --version >/dev/null 2>&1; then
    AC_MSG_RESULT([no])
    AC_MSG_ERROR([pkg-config is missing. Install it: Debian and Ubuntu: pkg-config, Alpine: pkgconf, Fedora: pkgconf-pkg-config, Homebrew: pkgconf])
  fi
  if ! "$PKG_CONFIG" --atleast-version=$3 $2; then
    AC_MSG_RESULT([no])
    AC_MSG_ERROR([$2 $3 or newer is missing. Install it: Debian and Ubuntu: $4, Alpine: $5, Fedora: $6, Homebrew: $7])
  fi
  payment_gateway_version=`"$PKG_CONFIG" --modversion $2`
  AC_MSG_RESULT([$payment_gateway_version])
  PHP_EVAL_INCLINE([`"$PKG_CONFIG" --cflags $2`])
])

if test "$PHP_PAYMENT_GATEWAY" != "no"; then
  AC_MSG_CHECKING([for PHP >= 8.2])
  dnl Without php-config the extension is being built into PHP.
  if test -n "$PHP_CONFIG"; then
    payment_gateway_php=`$PHP_CONFIG --vernum`
  else
    payment_gateway_php=$PHP_VERSION_ID
  fi
  if test "$payment_gateway_php" -lt 80200; then
    AC_MSG_RESULT([no])
    AC_MSG_ERROR([payment_gateway needs PHP 8.2 or newer])
  fi
  AC_MSG_RESULT([yes])

  dnl Built into PHP, whose php_config.h is not made yet, the sources themselves refuse another one.
  if test -n "$PHP_CONFIG"; then
    AC_MSG_CHECKING([for a 64-bit PHP])
    payment_gateway_cppflags=$CPPFLAGS
    CPPFLAGS="`$PHP_CONFIG --includes` $CPPFLAGS"
    AC_COMPILE_IFELSE([AC_LANG_PROGRAM([[
#include <main/php_config.h>
#include <Zend/zend_long.h>
#if SIZEOF_ZEND_LONG < 8
#error
#endif
    ]])], [
      AC_MSG_RESULT([yes])
    ], [
      AC_MSG_RESULT([no])
      AC_MSG_ERROR([payment_gateway needs a 64-bit PHP: amounts do not fit into the ints of a 32-bit one])
    ])
    CPPFLAGS=$payment_gateway_cppflags
  fi

  AC_PATH_PROG([PKG_CONFIG], [pkg-config])
  PAYMENT_GATEWAY_LIBRARY([LIBCURL], [libcurl], [7.76.0], [libcurl4-openssl-dev], [curl-dev], [libcurl-devel], [curl])
  PAYMENT_GATEWAY_LIBRARY([JSON_C], [json-c], [0.15], [libjson-c-dev], [json-c-dev], [json-c-devel], [json-c])
  PAYMENT_GATEWAY_LIBRARY([LIBCRYPTO], [libcrypto], [1.1.1], [libssl-dev], [openssl-dev], [openssl-devel], [openssl@3])
  PHP_EVAL_LIBLINE([`"$PKG_CONFIG" --libs libcurl json-c libcrypto`], [PAYMENT_GATEWAY_SHARED_LIBADD])

  PAYMENT_GATEWAY_CFLAGS="-fvisibility=hidden -D_GNU_SOURCE -DZEND_ENABLE_STATIC_TSRMLS_CACHE=1"
  if test "$PHP_PAYMENT_GATEWAY_DEVELOPER" != "no"; then
    dnl PHP's own headers are not clean of unused parameters and sign comparisons, so those two warnings stay off.
    PAYMENT_GATEWAY_CFLAGS="$PAYMENT_GATEWAY_CFLAGS -Wall -Wextra -Wstrict-prototypes -Wformat=2 -Wno-unused-parameter -Wno-sign-compare -Werror"
  fi
  if test "$PHP_PAYMENT_GATEWAY_COVERAGE" != "no"; then
    PAYMENT_GATEWAY_CFLAGS="$PAYMENT_GATEWAY_CFLAGS -O0 -g --coverage"
    PAYMENT_GATEWAY_SHARED_LIBADD="$PAYMENT_GATEWAY_SHARED_LIBADD --coverage"
  fi
  if test "$PHP_PAYMENT_GATEWAY_SANITIZE" != "no"; then
    PAYMENT_GATEWAY_CFLAGS="$PAYMENT_GATEWAY_CFLAGS -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined"
    PAYMENT_GATEWAY_SHARED_LIBADD="$PAYMENT_GATEWAY_SHARED_LIBADD -fsanitize=address,undefined"
  fi

  PAYMENT_GATEWAY_SOURCES="
    ext/arguments.c
    ext/batch.c
    ext/batch_entries.c
    ext/batch_source.c
    ext/call.c
    ext/callback.c
    ext/cancel.c
    ext/cart.c
    ext/client.c
    ext/dates.c
    ext/engine.c
    ext/exceptions.c
    ext/logger.c
    ext/money.c
    ext/next_step.c
    ext/object_method.c
    ext/order_status.c
    ext/payer_return.c
    ext/payment_gateway.c
    ext/properties.c
    ext/reply_json.c
    ext/reply_names.c
    ext/se_token.c
    ext/settings.c
    ext/snapshot.c
    ext/values.c
    ext/core/buffer.c
    ext/core/callback.c
    ext/core/callback_checksum.c
    ext/core/callback_hint.c
    ext/core/callback_read.c
    ext/core/callback_set.c
    ext/core/cancellation.c
    ext/core/cart.c
    ext/core/cart_part.c
    ext/core/cart_writer.c
    ext/core/client.c
    ext/core/client_options.c
    ext/core/error.c
    ext/core/excerpt.c
    ext/core/fields.c
    ext/core/json_reader.c
    ext/core/money.c
    ext/core/next_step.c
    ext/core/outcome.c
    ext/core/payer_return.c
    ext/core/reply.c
    ext/core/reply_facts.c
    ext/core/rsa_key.c
    ext/core/se_keys.c
    ext/core/se_token.c
    ext/core/secrets.c
    ext/core/spelling.c
    ext/core/step_page.c
    ext/core/text.c
    ext/core/web_address.c
    ext/core/net/attempt.c
    ext/core/net/authorities.c
    ext/core/net/call.c
    ext/core/net/connections.c
    ext/core/net/drive.c
    ext/core/net/handles.c
    ext/core/net/libcurl.c
    ext/core/net/loop.c
    ext/core/net/pool.c
    ext/core/net/process.c
    ext/core/net/rest.c
    ext/core/net/retries.c
    ext/core/net/uris.c
    ext/core/request/body.c
    ext/core/request/check.c
    ext/core/request/nested.c
    ext/core/request/request.c
    ext/core/request/rules.c
    ext/core/request/signature.c
    ext/core/request/wire_text.c
    ext/core/table/actions.c
    ext/core/table/banks.c
    ext/core/table/callbacks.c
    ext/core/table/error_codes.c
    ext/core/table/features.c
    ext/core/table/lookup.c
    ext/core/table/methods.c
    ext/core/table/parameters_classic.c
    ext/core/table/parameters_payer.c
    ext/core/table/parameters_sberbank.c
    ext/core/table/parameters_special.c
    ext/core/table/parameters_three_ds.c
  "
  PHP_NEW_EXTENSION([payment_gateway], [$PAYMENT_GATEWAY_SOURCES], [$ext_shared],, [$PAYMENT_GATEWAY_CFLAGS])
  PHP_ADD_EXTENSION_DEP([payment_gateway], [json])
  PHP_ADD_EXTENSION_DEP([payment_gateway], [spl])
  PHP_ADD_BUILD_DIR([$ext_builddir/ext/core/net])
  PHP_ADD_BUILD_DIR([$ext_builddir/ext/core/request])
  PHP_ADD_BUILD_DIR([$ext_builddir/ext/core/table])
  if test -n "$PHP_CONFIG"; then
    PHP_ADD_MAKEFILE_FRAGMENT([$ext_srcdir/Makefile.frag])
  fi
  PHP_SUBST([PAYMENT_GATEWAY_SHARED_LIBADD])
fi
