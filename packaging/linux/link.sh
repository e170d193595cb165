#!/bin/bash
# Called by the .NET SDK in place of a C compiler, to link the native program for Linux.
# REPORTGEN_LINK_MACHINE: x86_64 or aarch64. REPORTGEN_LINK_LIBC: a folder with the unpacked Debian packages libc6 and libc6-dev of
# an older release, so that the program also starts where the C library is older than here.
set -euo pipefail
triple=$REPORTGEN_LINK_MACHINE-linux-gnu
libc=$REPORTGEN_LINK_LIBC
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
arguments=()
# gcc knows its target; --target is for clang.
for argument in "$@"; do [[ $argument == --target=* ]] || arguments+=("$argument"); done
exec "$triple-gcc" --sysroot="$libc" -B"$libc/usr/lib/$triple" -L"$libc/lib/$triple" -L"$libc/usr/lib/$triple" \
  -O2 "$here/older-math.c" -Wl,--wrap=pow,--wrap=log "${arguments[@]}"
