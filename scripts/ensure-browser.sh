#!/bin/sh
# Browser tests need Chromium and Chinese fonts. Installs them where it may (Debian, as root); elsewhere it says what is missing,
# ends with 1, and the tests are reported as skipped with that reason.
if command -v chromium >/dev/null 2>&1 && command -v fc-list >/dev/null 2>&1 && fc-list :lang=zh-cn | grep -q .; then
  exit 0
fi
need='chromium fonts-noto-cjk'
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "browser tests need: apt-get install $need" >&2
  exit 1
fi
echo "installing for the browser tests: $need …" >&2
apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $need fontconfig >/dev/null || {
  echo "browser tests need: $need (apt-get did not install them)" >&2
  exit 1
}
