#!/bin/sh
# Install system packages where that takes no password; elsewhere say in one line which are missing.
# usage: need-packages.sh REASON PACKAGE...
set -u
reason=$1
shift

tell() {
    echo "$reason: please install $* (names of Debian and Ubuntu)" >&2
    exit 1
}

known() { # the packages that this release has: not every one splits a library the same way
    for package in "$@"; do
        apt-cache show "$package" >/dev/null 2>&1 && echo "$package"
    done
}

command -v apt-get >/dev/null || tell "$@"
if [ "$(id -u)" -eq 0 ]; then
    as_root="env"
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n env"
else
    tell "$@"
fi

echo "$reason: installing $*"
apt="$as_root DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120"
$apt update </dev/null >/dev/null || tell "$@"
# shellcheck disable=SC2046 # one word a package
$apt install --no-install-recommends --yes $(known "$@") </dev/null >/dev/null || tell "$@"
