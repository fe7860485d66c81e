#!/bin/sh
# Installs the packages that the build and the tests need (Debian, Ubuntu). Silent when all are
# there. Elsewhere it says what is needed and fails.
set -eu

build='gcc libc6-dev make libncurses-dev libsqlite3-dev libyaml-dev libutf8proc-dev
	libzip-dev libcsv-dev libexpat1-dev libcurl4-openssl-dev'
tests='libcmocka-dev libvterm-dev ncurses-term sqlite3 strace zsh fish'
lint='clang clang-tidy clang-format cppcheck mandoc'

if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
	cat >&2 <<-'END'
	make deps installs packages only on Debian and Ubuntu. Needed here, by their usual names:
	  to build: a C11 compiler, GNU make, pkg-config and the development files of
	            ncursesw, sqlite3 (3.37 or later), libyaml, libutf8proc, libzip,
	            libcsv, expat, libcurl
	  to test:  cmocka, libvterm, the terminfo entries of ncurses-term; sqlite3, strace,
	            bash, zsh and fish
	  to lint:  clang with its sanitizer runtime, clang-tidy, clang-format, cppcheck, mandoc
	END
	exit 1
fi

installed() {
	# shellcheck disable=SC2016
	dpkg-query -W -f='${db:Status-Abbrev}\n' "$@" 2>/dev/null | grep -q '^.i'
}

missing=
for p in $build $tests $lint; do
	installed "$p" || missing="$missing $p"
done
installed pkg-config || installed pkgconf || missing="$missing pkg-config"
runtime=
# The sanitizers and libFuzzer of clang: a package of their own where clang is recent.
installed 'libclang-rt-*dev' || runtime=libclang-rt-dev
[ -n "$missing$runtime" ] || exit 0

root=
if [ "$(id -u)" != 0 ]; then
	root=sudo
	if ! command -v sudo >/dev/null 2>&1; then
		echo "make deps: run as root: apt-get install$missing $runtime" >&2
		exit 1
	fi
fi

echo "installing:$missing $runtime"
$root apt-get update -q
if [ -n "$runtime" ] && ! apt-cache show "$runtime" >/dev/null 2>&1; then
	runtime=
fi
# shellcheck disable=SC2086
$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
	$missing $runtime
