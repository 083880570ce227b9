#!/bin/sh
# 事前提醒:免签名(本机或已登记的网段)与 x-tif 签名两种写法。用法:sh curl.sh http://地址:端口 [标识 密钥]
set -eu
url="$1/fsi/api/rsfComIfsService/callService"
here=$(dirname "$0")
if [ $# -lt 3 ]; then
  exec curl -s "$url" -H 'content-type: application/json' --data-binary @"$here/3101.json"
fi
timestamp=$(date +%s)
nonce=$(od -An -tx1 -N16 /dev/urandom | tr -d ' \n')
signature=$(printf '%s%s%s%s' "$timestamp" "$3" "$nonce" "$timestamp" | sha256sum | cut -d' ' -f1)
exec curl -s "$url" -H 'content-type: application/json' -H "x-tif-paasid: $2" -H "x-tif-timestamp: $timestamp" \
  -H "x-tif-nonce: $nonce" -H "x-tif-signature: $signature" --data-binary @"$here/3101.json"
