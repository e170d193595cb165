#!/bin/bash
# Unpacks Debian's packages libc6 and libc6-dev of a release into a folder, for linking. Installs nothing.
# Usage: fetch-libc.sh RELEASE ARCHITECTURE FOLDER
set -euo pipefail
release=$1 architecture=$2 folder=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
: > "$work/status"
# The mirror of this machine.
mirror=$(apt-get indextargets --format '$(SITE)' 2>/dev/null | grep -m 1 '/debian$' || echo http://deb.debian.org/debian)
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $release main" > "$work/sources.list"
apt=(apt-get -qq -o Dir::State::status="$work/status" -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache"
  -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Acquire::Languages=none
  -o APT::Architecture="$architecture" -o APT::Architectures="$architecture" -o APT::Sandbox::User=root)
"${apt[@]}" update
(cd "$work" && "${apt[@]}" download libc6 libc6-dev)
rm -rf "$folder"
mkdir -p "$folder"
for package in "$work"/*.deb; do dpkg-deb -x "$package" "$folder"; done
# Absolute links would lead to the libraries of this machine.
find "$folder" -type l -lname '/*' | while read -r link; do ln -sfn "$folder$(readlink "$link")" "$link"; done
touch "$folder/.done"
