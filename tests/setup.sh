# shellcheck shell=bash
# Sourced by tests/run, examples/quickstart and examples/shop/start: installs what is missing and builds the extension.
# The caller has set -euo pipefail. Everything here works from any directory and prints one line a step.

setup_root=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
setup_php_config=${PHP_CONFIG:-php-config}
setup_phpize=${setup_php_config/php-config/phpize}

# No messages in other tongues, no Perl complaining about a locale that is not installed.
export LC_ALL=C

# Debian package | command that succeeds if it is there | what is not found | Alpine | Fedora | Homebrew
# shellcheck disable=SC2016 # the commands are evaluated later
setup_known='
php-cli|setup_has_php|php|php84|php-cli|php
php-dev|command -v "$setup_phpize" "$setup_php_config"|phpize|php84-dev autoconf|php-devel|php autoconf
gcc|command -v "${CC:-cc}"|a C compiler|gcc|gcc|gcc
libc6-dev|setup_has_header stdio.h|the C headers|musl-dev linux-headers|glibc-devel|gcc
make|command -v make|make|make|make|make
pkg-config|command -v pkg-config|pkg-config|pkgconf|pkgconf-pkg-config|pkgconf
libcurl4-openssl-dev|pkg-config --exists libcurl|libcurl (pkg-config)|curl-dev|libcurl-devel|curl
libjson-c-dev|pkg-config --exists json-c|json-c (pkg-config)|json-c-dev|json-c-devel|json-c
libssl-dev|pkg-config --exists libcrypto|libcrypto (pkg-config)|openssl-dev|openssl-devel|openssl@3
libmicrohttpd-dev|pkg-config --exists libmicrohttpd|libmicrohttpd (pkg-config)|libmicrohttpd-dev|libmicrohttpd-devel|libmicrohttpd
libsqlite3-dev|pkg-config --exists sqlite3|sqlite3 (pkg-config)|sqlite-dev|sqlite-devel|sqlite
libcmocka-dev|pkg-config --exists cmocka|cmocka (pkg-config)|cmocka-dev|libcmocka-devel|cmocka
binutils|command -v nm|nm|binutils|binutils|binutils
php-sqlite3|setup_has_php_extension sqlite3|the PHP extension sqlite3|php84-sqlite3|php-pdo|php
php-pear|command -v pecl|pecl|php84-pear|php-pear|php
phpunit|command -v phpunit|phpunit||phpunit|phpunit
valgrind|command -v valgrind|valgrind|valgrind|valgrind|valgrind
nodejs|command -v node|node|nodejs|nodejs|node
npm|command -v npm|npm|npm|nodejs-npm|node
chromium-headless-shell|setup_has_chromium|Chromium|chromium|chromium-headless|chromium
'

setup_has_php() {
	local php
	php=$(setup_php) && [[ $("$php" -n -r 'echo 1;' 2>/dev/null) == 1 ]]
}

setup_has_php_extension() {
	local php
	# shellcheck disable=SC2016 # PHP's variable
	php=$(setup_php) && "$php" -r 'exit((int) !extension_loaded($argv[1]));' -- "$1"
}

setup_has_chromium() {
	command -v chromium-headless-shell || command -v chromium || command -v chromium-browser
}

setup_has_header() {
	printf '#include <%s>\n' "$1" | "${CC:-cc}" -E - >/dev/null 2>&1
}

# The PHP that php-config belongs to; without php-config the one in PATH.
setup_php() {
	if command -v "$setup_php_config" >/dev/null 2>&1; then
		"$setup_php_config" --php-binary
	else
		command -v php
	fi
}

# setup_field PACKAGE N: the Nth field of the package's line above.
setup_field() {
	local line
	while IFS= read -r line; do
		if [[ $line == "$1|"* ]]; then
			cut -d'|' -f"$2" <<<"$line"
			return
		fi
	done <<<"$setup_known"
	echo "setup.sh: no line for the package $1" >&2
	return 1
}

# setup_quietly WHAT COMMAND...: prints WHAT, runs the command, shows its output only if it fails.
setup_quietly() {
	local what=$1 log status=0 seconds=$SECONDS
	shift
	log=$(mktemp "${TMPDIR:-/tmp}/payment_gateway.XXXXXX")
	printf '%s … ' "$what"
	"$@" >"$log" 2>&1 </dev/null || status=$?
	if ((status)); then
		printf 'failed\n'
		cat -- "$log" >&2
		printf '%s failed (exit code %d); its output stands above.\n' "$what" "$status" >&2
	else
		printf '%d s\n' "$((SECONDS - seconds))"
	fi
	rm -f -- "$log"
	return "$status"
}

# setup_packages PACKAGE...: installs those of the Debian packages whose purpose is not served yet. What counts is
# what can be found, not what dpkg lists, so a PHP or a library from elsewhere will do. Never calls apt in vain.
setup_packages() {
	local package missing=() as_root=()
	for package in "$@"; do
		eval "$(setup_field "$package" 2)" >/dev/null 2>&1 || missing+=("$package")
	done
	((${#missing[@]})) || return 0
	if command -v apt-get >/dev/null && ((EUID == 0)); then
		as_root=(env)
	elif command -v apt-get >/dev/null && command -v sudo >/dev/null; then
		as_root=(sudo env)
	else
		setup_explain_missing "${missing[@]}"
		return 1
	fi
	as_root+=(DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0)
	setup_quietly "Installing ${missing[*]}" setup_apt
	for package in "${missing[@]}"; do
		if ! eval "$(setup_field "$package" 2)" >/dev/null 2>&1; then
			printf 'The package %s is installed, but %s is still not found.\n' "$package" "$(setup_field "$package" 3)" >&2
			return 1
		fi
	done
}

# A fresh image often has no or old package lists: the lists are fetched only when the first try fails.
setup_apt() {
	"${as_root[@]}" install -y --no-install-recommends "${missing[@]}" && return
	"${as_root[@]}" update && "${as_root[@]}" install -y --no-install-recommends "${missing[@]}"
}

setup_explain_missing() {
	local package system
	{
		printf 'Not found on this system:\n'
		for package in "$@"; do
			printf '  %s\n' "$(setup_field "$package" 3)"
		done
		printf 'They come with these packages:\n'
		printf '  Debian    apt-get install %s\n' "$*"
		for system in '4 Alpine    apk add' '5 Fedora    dnf install' '6 Homebrew  brew install'; do
			printf '  %s' "${system#* }"
			for package in "$@"; do
				setup_field "$package" "${system%% *}"
			done | tr ' ' '\n' | awk 'NF && !seen[$0]++ { printf " %s", $0 } END { print "" }'
		done
	} >&2
}

# Builds modules/payment_gateway.so in the root, doing no more than needed. PAYMENT_GATEWAY_CONFIGURE may hold
# options for ./configure (--enable-payment-gateway-developer …).
setup_extension() {
	if setup_is_built_in; then
		printf 'The extension is built into %s\n' "$(setup_php)"
		return
	fi
	setup_quietly 'Building the extension' setup_build_extension
}

# Does PHP have the extension without loading it? Then there is nothing to build.
setup_is_built_in() {
	"$(setup_php)" -n -r 'exit((int) !extension_loaded("payment_gateway"));'
}

# PHP's runner: the copy that phpize made, or where phpize has it from.
setup_run_tests() (
	phpdir=$(setup_plain_root)
	if [[ ! -f $phpdir/run-tests.php ]]; then
		eval "$(grep -E '^(prefix|datarootdir|exec_prefix|phpdir)=' "$(command -v "$setup_phpize")")"
	fi
	printf '%s/run-tests.php\n' "$phpdir"
)

# The autotools cannot live with a space in a path, and run-tests.php cannot either: work through a link then.
setup_plain_root() {
	if [[ $setup_root != *[[:space:]]* ]]; then
		printf '%s\n' "$setup_root"
		return
	fi
	local link
	link=${TMPDIR:-/tmp}/payment_gateway.$UID.$(cksum <<<"$setup_root" | cut -d' ' -f1)
	ln -sfn -- "$setup_root" "$link" || return
	# Not somebody else's directory of that name.
	[[ -L $link && $link -ef $setup_root ]] || return
	printf '%s\n' "$link"
}

# Runs where bash ignores `set -e`, hence the many exits.
setup_build_extension() (
	cd -- "$(setup_plain_root)" || exit
	wanted=$("$setup_php_config" --version --php-binary --include-dir --extension-dir) || exit
	wanted="$wanted CC=${CC:-} CFLAGS=${CFLAGS:-} LDFLAGS=${LDFLAGS:-} ${PAYMENT_GATEWAY_CONFIGURE:-}"
	stamp=build/configured-for
	if [[ ! -f $stamp || $(<"$stamp") != "$wanted" ]]; then
		# Objects made for another PHP or with other flags must not be linked.
		[[ ! -f Makefile ]] || make distclean
		"$setup_phpize" --clean
	fi
	if [[ ! -x configure || config.m4 -nt configure ]]; then
		"$setup_phpize" || exit
		rm -f config.status
	fi
	if [[ ! -f config.status || ! -f Makefile || configure -nt config.status ]]; then
		# shellcheck disable=SC2086 # several options in one variable
		./configure --with-php-config="$setup_php_config" ${PAYMENT_GATEWAY_CONFIGURE:-} || exit
		printf '%s\n' "$wanted" >"$stamp"
	fi
	make -j"$(setup_jobs)" && exit
	# A header that is gone since the last build is still named in the dependencies: once more, from nothing.
	find ext \( -name '*.dep' -o -name '*.lo' \) -delete
	make -j"$(setup_jobs)"
)

# The same with sanitizers, in a directory of its own.
setup_sanitized_extension() {
	if [[ -z $(setup_sanitizers) ]]; then
		printf '%s has no libasan and libubsan to load into PHP; gcc has.\n' "${CC:-cc}" >&2
		return 1
	fi
	setup_quietly 'Building the extension with sanitizers' setup_build_sanitized_extension
}

setup_sanitized_directory() {
	printf '%s/build/sanitize\n' "$(setup_plain_root)"
}

setup_sanitizer_flags() {
	printf '%s\n' '-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all'
}

# The compiler's libraries that must be loaded before PHP, or nothing when it has none.
setup_sanitizers() {
	local library file found=()
	for library in libasan.so libubsan.so; do
		file=$("${CC:-cc}" -print-file-name="$library") || return
		[[ $file == /* && -f $file ]] || return 0
		found+=("$(readlink -f -- "$file")")
	done
	printf '%s\n' "${found[*]}"
}

# setup_npm DIRECTORY: installs what its package-lock.json names, unless that is there.
setup_npm() {
	local lock=$1/package-lock.json
	[[ ! $1/node_modules/.package-lock.json -nt $lock ]] || return 0
	setup_quietly "Installing the packages of $lock" npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund
}

# Needs the ordinary build's configure. Runs where bash ignores `set -e`, hence the many exits.
setup_build_sanitized_extension() (
	root=$(setup_plain_root) || exit
	directory=$(setup_sanitized_directory) || exit
	stamp=$directory/configured-for
	if [[ ! -f $stamp || $(<"$stamp") != "$(<"$root/build/configured-for")" || $root/configure -nt $stamp ]]; then
		rm -rf -- "$directory"
		mkdir -p -- "$directory" && cd -- "$directory" || exit
		# shellcheck disable=SC2086 # several options in one variable
		"$root/configure" --with-php-config="$setup_php_config" --enable-payment-gateway-sanitize \
			${PAYMENT_GATEWAY_CONFIGURE:-} || exit
		cp -- "$root/build/configured-for" "$stamp" || exit
	fi
	cd -- "$directory" || exit
	"${CC:-cc}" -O1 -shared -fPIC -o no_deepbind.so "$root/tests/support/no_deepbind.c" || exit
	make -j"$(setup_jobs)" && exit
	find ext \( -name '*.dep' -o -name '*.lo' \) -delete
	make -j"$(setup_jobs)"
)

setup_sandbox() {
	setup_quietly 'Building the sandbox gateway' make -j"$(setup_jobs)" -C "$(setup_plain_root)/tests/sandbox"
}

setup_jobs() {
	nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 2
}
