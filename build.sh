#!/usr/bin/env bash
# Finds the .NET SDK and runs Cake; everything else is in build.cake.
#   ./build.sh            lists the targets
#   ./build.sh TARGET     runs one
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# A service without a home directory: .NET and NuGet need one.
if [ -z "${HOME:-}" ]; then
  HOME=$(getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6 || true)
  [ -n "$HOME" ] && [ -w "$HOME" ] || HOME="${TMPDIR:-/tmp}/reportgen-home-$(id -u)"
  mkdir -p "$HOME"
  export HOME
fi

for folder in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
  command -v dotnet >/dev/null 2>&1 && break
  [ -n "$folder" ] && [ -x "$folder/dotnet" ] && PATH="$folder:$PATH"
done

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1
export CAKE_SETTINGS_SHOWPROCESSCOMMANDLINE=false

# .NET refuses to start without ICU unless told so. The target "setup" installs ICU; until then Cake does without.
if [ "$(uname -s)" = Linux ] && ! compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null && ! compgen -G '/usr/lib*/libicuuc.so.*' >/dev/null; then
  export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 REPORTGEN_BOOTSTRAP_WITHOUT_ICU=1
fi

if ! command -v dotnet >/dev/null 2>&1 || ! dotnet --version >/dev/null 2>&1; then
  wanted=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' global.json)
  echo "build.sh: the .NET SDK $wanted or a later 10.0 is needed: https://dotnet.microsoft.com/download" >&2
  exit 1
fi

dotnet tool restore --verbosity quiet >/dev/null || { dotnet tool restore; exit 1; }

target="${1:-help}"
[ $# -eq 0 ] || shift
exec dotnet cake build.cake --target="$target" --verbosity=minimal "$@" </dev/null
