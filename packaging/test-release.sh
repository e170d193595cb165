#!/bin/bash
# Tries the release files as new users would. Usage, as root on Debian: packaging/test-release.sh FOLDER
# Every line is a check; the last one is the count. What a machine cannot try is named as not tried.
set -uo pipefail
release=$(cd "$1" && pwd)
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$here/../Directory.Build.props")
case $(uname -m) in aarch64) arch=arm64 rid=linux-arm64 ;; *) arch=amd64 rid=linux-x64 ;; esac
work=$(mktemp -d /var/tmp/reportgen-release.XXXXXX)
passed=0 failed=0
export LC_ALL=C.UTF-8
unset REPORTGEN_FONTS REPORTGEN_TEMPLATES REPORTGEN_BROWSER

clean() { umount "$work/bare/proc" 2>/dev/null; rm -rf --one-file-system "$work"; }
trap clean EXIT

# check WHAT COMMAND...: the command must succeed.
check() {
  local what=$1 log=$work/log; shift
  if "$@" > "$log" 2>&1; then
    passed=$((passed + 1)); echo "ok      $what"
  else
    failed=$((failed + 1)); echo "FAILED  $what"; tail -n 15 "$log" | sed 's/^/          /'
  fi
}
not_tried() { echo "not tried  $1"; }
says() { local wanted=$1 said; shift; said=$("$@" 2>&1); echo "$said"; [[ $said == *"$wanted"* ]]; }
exits() { local wanted=$1; shift; "$@"; local code=$?; [ $code = "$wanted" ] || { echo "exit code $code"; return 1; }; }
is_there() { for file; do [ -s "$file" ] || { echo "no $file"; return 1; }; done; }
one() { local found; found=$(find "$1" -name "$2" -size +0 | wc -l); [ "$found" = 1 ] || { echo "$found × $2 in $1"; find "$1"; return 1; }; }
newest_libc() { ! objdump -T "$1" | grep -oE 'GLIBC_2\.[0-9]+' | sort -Vu | sed 's/.*\.//' | awk '$1 > 28' | grep .; }

need() { command -v "$1" >/dev/null 2>&1 && return 0; apt-get -qq install -y --no-install-recommends "${@:2}" >/dev/null 2>&1; command -v "$1" >/dev/null 2>&1; }
need-python-gi() {
  apt-get -qq install -y --no-install-recommends python3-gi gir1.2-glib-2.0 >/dev/null 2>&1
  /usr/bin/python3 -c 'from gi.repository import Gio' 2>/dev/null
}
apt-get -qq update >/dev/null 2>&1

# ---------------------------------------------------------------- the files themselves
cd "$release" || exit 1
check "sums" sha256sum --quiet -c SHA256SUMS
check "every file has its sum" bash -c 'for f in *; do [ $f = SHA256SUMS ] || grep -q "  $f$" SHA256SUMS || { echo $f; exit 1; }; done'
check "parts list is CycloneDX and names the packages and the fonts" python3 -c "
import json
b = json.load(open('reportgen-$version.cdx.json')); names = ' '.join(c['name'] for c in b['components'])
assert b['bomFormat'] == 'CycloneDX' and b['metadata']['component']['version'] == '$version'
for n in ('Markdig', 'PuppeteerSharp', '.NET runtime', 'ReportGen FangSong'): assert n in names, n
assert all(c.get('licenses') for c in b['components'])"

# ---------------------------------------------------------------- the archive for Linux
user=(runuser -u nobody --)
home=$work/home; mkdir -p "$home"; chown nobody "$home"
chmod 755 "$work"
# Without a network, if the machine lets one take it away.
offline=(unshare -n); "${offline[@]}" true 2>/dev/null || offline=()
place="$work/下载 文件夹/我的 程序"; mkdir -p "$place"
archive=reportgen-$version-$rid
if [ -e "$archive.tar.gz" ]; then
  start=$(date +%s.%N)
  check "$archive: unpacked under a path with blanks and Chinese" tar -xzf "$archive.tar.gz" -C "$place"
  program="$place/$archive/reportgen"
  run=("${offline[@]}" env HOME="$home" REPORTGEN_BROWSER_SANDBOX=off "${user[@]}")
  check "$archive: first report, as a user, without a network" "${run[@]}" "$program" demo -o "$home/示例 一"
  took=$(echo "$(date +%s.%N) - $start" | bc 2>/dev/null || python3 -c "import time; print(round(time.time() - $start, 1))")
  echo "        from the download to the first PDF: $took s"
  check "$archive: the report is there as PDF, web page and Markdown" bash -c "$(declare -f one); one '$home/示例 一' '*.pdf' && one '$home/示例 一' '*.md'"
  check "$archive: its fonts are in the PDF" bash -c "pdffonts \"\$(find '$home/示例 一' -name '*.pdf')\" | grep -q ReportGen"
  check "$archive: states the version" says "reportgen $version" "$program" --version
  check "$archive: doctor finds fonts and templates beside the program" says "$place/$archive/fonts" "${run[@]}" "$program" doctor
  check "$archive: a blank workbook" "${run[@]}" "$program" new annual-disclosure --agency 某县教育局 --year 2025 -o "$home/新 年报.xlsx"
  check "$archive: a blank workbook has findings" exits 1 "${run[@]}" "$program" check "$home/新 年报.xlsx"
  check "$archive: starts on an older C library" newest_libc "$program"
  check "$archive: licences" is_there "$place/$archive"/{LICENSE,THIRD-PARTY-NOTICES.txt,fonts/licenses/README.md,说明.txt,docs/agency-guide.zh-CN.md}
  if need desktop-file-validate desktop-file-utils; then
    check "$archive: file to double-click" desktop-file-validate "$place/$archive/开始使用.desktop"
  fi
  if /usr/bin/python3 -c 'from gi.repository import Gio' 2>/dev/null || need-python-gi; then
    # What a double click does: the file finds the program beside itself, whether the desktop hands it a path or an address.
    # The desktop's opener is replaced by one that records.
    mkdir -p "$work/fake"
    printf '#!/bin/sh\necho $PPID > "%s"\n' "$work/opened" > "$work/fake/xdg-open"; chmod 755 "$work/fake/xdg-open"
    double_click() {
      local office=$work/office-$1
      rm -f "$work/opened"; mkdir -p "$office"
      sed 's/^Terminal=true/Terminal=false/' "$place/$archive/开始使用.desktop" > "$place/$archive/无终端.desktop"
      HOME="$office" PATH="$work/fake:$PATH" REPORTGEN_BROWSER_SANDBOX=off /usr/bin/python3 - "$place/$archive/无终端.desktop" "$1" <<'EOF' &
import pathlib, subprocess, sys
from gi.repository import Gio, GLib
file, how = sys.argv[1:]
entry = Gio.DesktopAppInfo.new_from_filename(file)
if how == 'path': entry.launch([], None)
else: subprocess.Popen([pathlib.Path(file).as_uri() if a == '%k' else a.replace('%%', '%') for a in GLib.shell_parse_argv(entry.get_commandline())[1]])
EOF
      for _ in $(seq 60); do [ -s "$work/opened" ] && break; sleep 1; done
      [ -s "$work/opened" ] && kill -INT "$(cat "$work/opened")"
      find "$office"
      [ -n "$(find "$office" -name '*.xlsx')" ]
    }
    check "$archive: a double click starts it and opens the page" double_click path
    check "$archive: so it does where the desktop gives an address" double_click address
  else
    not_tried "$archive: a double click (no python3-gi)"
  fi
fi

# ---------------------------------------------------------------- the package, in a bare system
deb=reportgen_${version}_$arch.deb
if [ -e "$deb" ] && need debootstrap debootstrap; then
  if need lintian lintian; then check "$deb: lintian has no error" lintian --fail-on error "$deb"; fi
  mirror=$(apt-get indextargets --format '$(SITE)' | grep -m 1 '/debian$' || echo http://deb.debian.org/debian)
  check "a bare system" debootstrap --variant=minbase bookworm "$work/bare" "$mirror"
  in_root() { chroot "$work/bare" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
  as_user() { in_root runuser -u nobody -- env HOME=/tmp/nobody REPORTGEN_BROWSER_SANDBOX=off "$@"; }
  mount -t proc proc "$work/bare/proc" 2>/dev/null
  cp "$deb" "$work/bare/tmp/"
  if [ -e "$archive.tar.gz" ]; then
    tar -xzf "$archive.tar.gz" -C "$work/bare/opt"
    check "$archive: on a bare system, what is missing is said in words" says "apt-get install '^libicu" in_root "/opt/$archive/reportgen" --version
  fi
  in_root apt-get -qq update >/dev/null 2>&1
  check "$deb: installed" in_root apt-get -qq install -y --no-install-recommends "/tmp/$deb"
  check "$deb: states the version" says "reportgen $version" in_root reportgen --version
  check "$deb: account, folders and service" in_root sh -c 'getent passwd reportgen && test -d /var/lib/reportgen/inbox && test -f /lib/systemd/system/reportgen-watch.service'
  check "$deb: manual pages, completion, menu entry, licences" is_there "$work/bare"/usr/share/{man/man1/reportgen.1.gz,man/zh_CN/man1/reportgen.1.gz,bash-completion/completions/reportgen,zsh/vendor-completions/_reportgen,applications/reportgen.desktop,icons/hicolor/scalable/apps/reportgen.svg,doc/reportgen/copyright}
  check "$deb: as root, without a browser: web page and Markdown" in_root sh -c 'cd /tmp && reportgen build /usr/share/reportgen/examples -o /tmp/out --formats html,md'
  check "$deb: without a browser, PDF says what to install" says chromium in_root reportgen demo -o /tmp/none
  check "chromium-headless-shell" in_root apt-get -qq install -y --no-install-recommends chromium-headless-shell
  check "$deb: as a user: the first PDF" as_user reportgen demo -o /tmp/nobody/示例
  check "$deb: as a user: the PDF is there" one "$work/bare/tmp/nobody/示例" '*.pdf'
  check "$deb: doctor lacks nothing" as_user reportgen doctor
  check "$deb: as the service: a workbook in the folder is published" in_root sh -c '
    cp /usr/share/reportgen/examples/*/*/*.xlsx /usr/share/reportgen/examples/*/*.xlsx /usr/share/reportgen/examples/*.xlsx /var/lib/reportgen/inbox/ 2>/dev/null
    runuser -u reportgen -- env HOME=/tmp REPORTGEN_BROWSER_SANDBOX=off reportgen watch /var/lib/reportgen/inbox -o /var/lib/reportgen/published --once && find /var/lib/reportgen/published -name "*.pdf" | grep .'
  check "$deb: removed" in_root apt-get -qq remove -y reportgen
  check "$deb: nothing of it is left, but the office's documents are" in_root sh -c '! test -e /usr/bin/reportgen && ! test -e /usr/lib/reportgen && ! test -e /usr/share/reportgen && find /var/lib/reportgen/published -name "*.pdf" | grep -q .'
  check "$deb: purged" in_root apt-get -qq purge -y reportgen
else
  not_tried "$deb in a bare system (no file, or no debootstrap)"
fi

# ---------------------------------------------------------------- the other processor
other=$([ $arch = amd64 ] && echo arm64 || echo amd64)
machine=$([ $other = arm64 ] && echo aarch64 || echo x86_64)
other_rid=$([ $other = arm64 ] && echo linux-arm64 || echo linux-x64)
if [ -e "reportgen-$version-$other_rid.tar.gz" ]; then
  tar -xzf "reportgen-$version-$other_rid.tar.gz" -C "$work"
  program=$work/reportgen-$version-$other_rid/reportgen
  check "$other_rid: built for $machine" says "$(echo $machine | tr _ -)" file "$program"
  check "$other_rid: starts on an older C library" newest_libc "$program"
  check "reportgen_${version}_$other.deb: has the program" bash -c "dpkg-deb -c reportgen_${version}_$other.deb | grep -q usr/lib/reportgen/reportgen && [ \$(dpkg-deb -f reportgen_${version}_$other.deb Architecture) = $other ]"
  if need "qemu-$machine-static" qemu-user-static; then
    check "libraries for $machine" bash "$here/linux/fetch-packages.sh" bookworm $other "$work/$other" libc6 libicu72 libssl3 libstdc++6 libgcc-s1
    emulated=("qemu-$machine-static" -L "$work/$other" "$program")
    check "$other_rid: states the version" says "reportgen $version" "${emulated[@]}" --version
    check "$other_rid: web page and Markdown" "${emulated[@]}" build "$work/reportgen-$version-$other_rid/examples" -o "$work/out-$other" --formats html,md
    check "$other_rid: the report is there" one "$work/out-$other" '*.md'
    [ -d "$home/示例 一" ] && check "$other_rid: the same report as here" bash -c "cmp \"\$(find '$home/示例 一' -name '*.md')\" \"\$(find '$work/out-$other' -name '*.md')\""
  else
    not_tried "$other_rid: there is no emulator"
  fi
fi

# ---------------------------------------------------------------- Windows
zip=reportgen-$version-win-x64
if [ -e "$zip.zip" ]; then
  check "$zip: unpacked under a path with blanks and Chinese" python3 -m zipfile -e "$zip.zip" "$place"
  check "$zip: has what it needs" is_there "$place/$zip"/{开始使用.cmd,说明.txt,LICENSE,THIRD-PARTY-NOTICES.txt,app/reportgen.exe,app/templates/_shared/report.css,app/fonts/song.ttf,docs/agency-guide.zh-CN.md}
  if need wine wine wine64; then
    export WINEDEBUG=-all WINEPREFIX=$work/wine WINEARCH=win64 DISPLAY= LC_ALL=C.UTF-8
    wineboot -i >/dev/null 2>&1; wineserver -w
    app="$place/$zip/app"; cd "$app" || exit 1
    cmd() { timeout 180 wine "$app/reportgen.exe" "$@"; }
    mine="Z:$(echo "$work/一 月" | tr / '\\')"; mkdir -p "$work/一 月"
    check "$zip: states the version" says "reportgen $version" cmd --version
    check "$zip: kinds" says 政府信息公开工作年度报告 cmd kinds --lang zh
    check "$zip: a blank workbook, by a path with backslashes" cmd new annual-disclosure --agency 某县教育局 --year 2025 -o "$mine\\新 年报.xlsx"
    check "$zip: the workbook is there" is_there "$work/一 月/新 年报.xlsx"
    check "$zip: it has findings" exits 1 cmd check "$mine\\新 年报.xlsx"
    check "$zip: web page and Markdown" cmd build examples -o "$mine\\发布" --formats html,md
    check "$zip: the report is there" one "$work/一 月/发布" '*.md'
    [ -d "$home/示例 一" ] && check "$zip: the same report as on Linux" bash -c "cmp \"\$(find '$home/示例 一' -name '*.md')\" \"\$(find '$work/一 月/发布' -name '*.md')\""
    check "$zip: without a browser, PDF says what to install" says Edge cmd demo -o "$mine\\示例" --lang zh
    check "$zip: the file to double-click starts the program" bash -c "
      cd '$place/$zip'; export USERPROFILE=; timeout 60 wine cmd /c 开始使用.cmd > '$work/start.txt' 2>&1 & 
      for i in \$(seq 50); do grep -q http://127.0.0.1 '$work/start.txt' && break; sleep 1; done
      wineserver -k; cat '$work/start.txt'; grep -q http://127.0.0.1 '$work/start.txt'"
    wineserver -k
    not_tried "$zip: printing by Edge (Wine has none)"
  else
    not_tried "$zip: there is no Wine"
  fi
fi

echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
