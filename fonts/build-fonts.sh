#!/usr/bin/env bash
# Makes the fonts of the reports: usage: fonts/build-fonts.sh [OUT]     (OUT: artifacts/fonts)
# Takes the sources from Debian packages (apt, no root needed) and npm packages; only the font files, nothing is installed.
# What is there already is not made again. Says on standard error what it could not get; exits 0 when any face was made.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here/../artifacts/fonts}
cache=${REPORTGEN_FONT_CACHE:-$here/../artifacts/font-sources}
npm_packages="noto-serif-sc@0.4.3 noto-sans-sc@0.4.3
  noto-serif-tibetan@0.4.2 noto-naskh-arabic@0.4.5 noto-sans-mongolian@0.4.1 noto-sans-yi@0.4.2 noto-serif-kr@0.4.3"
mkdir -p "$out" "$cache/apt" "$cache/npm"
out=$(cd "$out" && pwd); cache=$(cd "$cache" && pwd)

say() { echo "fonts: $*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

# apt_package NAME: unpacks the package's files to $cache/apt/NAME.
apt_package() {
  [ -e "$cache/apt/$1/.done" ] && return 0
  have apt-get && have dpkg-deb || return 1
  local work; work=$(mktemp -d "$cache/apt/.XXXXXX")
  if ! (cd "$work" && apt-get -qq download "$1" >/dev/null 2>&1); then
    [ "$(id -u)" = 0 ] && apt-get -qq update >/dev/null 2>&1
    (cd "$work" && apt-get -qq download "$1" >/dev/null 2>&1) || { rm -rf "$work"; return 1; }
  fi
  dpkg-deb --fsys-tarfile "$work"/*.deb | tar -x -C "$work" --wildcards \
    '*.otf' '*.ttf' '*.ttc' './usr/share/doc/*/copyright' './usr/share/doc/*/COPYING*' './usr/lib/python3*' 2>/dev/null || true
  rm -f "$work"/*.deb; touch "$work/.done"
  rm -rf "$cache/apt/$1"; mv "$work" "$cache/apt/$1"
}

# npm_package NAME@VERSION: unpacks an @expo-google-fonts package to $cache/npm/NAME.
npm_package() {
  local name=${1%@*}
  [ -e "$cache/npm/$name/.done" ] && return 0
  have npm || return 1
  local work; work=$(mktemp -d "$cache/npm/.XXXXXX")
  if (cd "$work" && npm pack --silent "@expo-google-fonts/$1" >/dev/null 2>&1) && tar -xzf "$work"/*.tgz -C "$work"; then
    rm -f "$work"/*.tgz; touch "$work/.done"
    rm -rf "$cache/npm/$name"; mv "$work" "$cache/npm/$name"
  else
    rm -rf "$work"; return 1
  fi
}

# Finds a Python with fontTools: the machine's, else Debian's package unpacked here, else pip into the cache.
find_python() {
  local python
  for python in /usr/bin/python3 python3 python; do
    have "$python" && "$python" -c 'import fontTools.cu2qu' 2>/dev/null && { echo "$python"; return 0; }
  done
  for python in /usr/bin/python3 python3 python; do
    have "$python" || continue
    if apt_package python3-fonttools; then
      export PYTHONPATH="$cache/apt/python3-fonttools/usr/lib/python3/dist-packages"
      "$python" -c 'import fontTools.cu2qu' 2>/dev/null && { echo "$python"; return 0; }
    fi
    "$python" -m pip install --quiet --target "$cache/python" fonttools >/dev/null 2>&1 || true
    export PYTHONPATH="$cache/python"
    "$python" -c 'import fontTools.cu2qu' 2>/dev/null && { echo "$python"; return 0; }
  done
  return 1
}

stamp=$(cat "$here/build-fonts.py" "$here/faces.json" "$here/build-fonts.sh" | cksum | tr ' ' '-')
if [ "$(cat "$out/.stamp" 2>/dev/null)" = "$stamp" ]; then exit 0; fi

for package in $npm_packages; do npm_package "$package" & done
for package in texlive-lang-chinese fonts-liberation2; do
  apt_package "$package" || say "cannot get the Debian package $package"
done
wait
if [ ! -e "$cache/npm/noto-serif-sc/.done" ] || [ ! -e "$cache/npm/noto-sans-sc/.done" ]; then
  for package in fonts-babelstone-han fonts-wqy-zenhei; do
    apt_package "$package" || say "no npm and no Debian package $package: rare characters come from the machine's own fonts"
  done
fi
for script in noto-serif-tibetan:fonts-noto-core noto-naskh-arabic:fonts-noto-core noto-sans-mongolian:fonts-noto-core \
  noto-sans-yi:fonts-noto-core noto-serif-kr:fonts-nanum; do
  [ -e "$cache/npm/${script%:*}/.done" ] || apt_package "${script#*:}" \
    || say "no npm package ${script%:*} and no Debian package ${script#*:}: its characters are reported as an error"
done

found=$(find "$cache/apt" "$cache/npm" -name .done | wc -l)
if [ "$found" = 0 ]; then
  say "neither apt-get nor npm can fetch fonts here; reports will use the fonts installed on this machine (reportgen doctor tells which)"
  exit 3
fi
python=$(find_python) || { say "python3 with fontTools is needed: apt-get install python3-fonttools, or pip install fonttools"; exit 3; }
# find_python ran in a subshell: name the folder it may have filled.
export PYTHONPATH="$cache/apt/python3-fonttools/usr/lib/python3/dist-packages:$cache/python${PYTHONPATH:+:$PYTHONPATH}"

fresh=$(mktemp -d "$out.XXXXXX")
trap 'rm -rf "$fresh"' EXIT
"$python" -W ignore "$here/build-fonts.py" "$cache" "$fresh"
mkdir -p "$fresh/licenses"
copy_licence() { [ -n "$1" ] && [ -e "$1" ] && cp "$1" "$fresh/licenses/$2" && chmod 644 "$fresh/licenses/$2" || true; }
copy_licence "$cache/apt/texlive-lang-chinese/usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz" fandol-GPL-3.txt.gz
gzip -df "$fresh"/licenses/*.gz 2>/dev/null || true
copy_licence "$cache/apt/fonts-liberation2/usr/share/doc/fonts-liberation2/copyright" liberation.txt
copy_licence "$cache/npm/noto-serif-sc/package/LICENSE_FONT" noto-OFL.txt
for package in noto-serif-tibetan noto-naskh-arabic noto-sans-mongolian noto-sans-yi noto-serif-kr; do
  copy_licence "$cache/npm/$package/package/LICENSE_FONT" "$package-OFL.txt"
done
copy_licence "$cache/apt/fonts-noto-core/usr/share/doc/fonts-noto-core/copyright" noto-core.txt
copy_licence "$cache/apt/fonts-nanum/usr/share/doc/fonts-nanum/copyright" nanum.txt
copy_licence "$cache/apt/fonts-babelstone-han/usr/share/doc/fonts-babelstone-han/copyright" babelstone-han.txt
copy_licence "$cache/apt/fonts-wqy-zenhei/usr/share/doc/fonts-wqy-zenhei/copyright" wqy-zenhei.txt
cp "$here/LICENSES.md" "$fresh/licenses/README.md"
chmod 755 "$fresh"
echo "$stamp" > "$fresh/.stamp"
rm -rf "$out"; mv "$fresh" "$out"; trap - EXIT
say "made $(ls "$out"/*.ttf | wc -l) faces in $out"
