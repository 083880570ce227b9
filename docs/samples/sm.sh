#!/bin/sh
# 国密:input 用 SM2 签名(SM3 摘要),给了 SM4 密钥时再加密。只用 openssl 和 curl。
#   用法:sh sm.sh http://地址:端口 私钥.pem [SM4 密钥,32 位十六进制]
# 钥匙对:openssl genpkey -algorithm SM2 -out 私钥.pem;openssl pkey -in 私钥.pem -pubout -out 公钥.pem(公钥交给局端登记)
set -eu
url="$1/fsi/api/rsfComIfsService/callService"
here=$(dirname "$0")
# input 的原文:签名只对它,一个空格都不能再变
input=$(sed -n '/"input": {/,$p' "$here/3101.json" | sed '1s/.*"input": //' | sed '$d')
plain=$(mktemp)
trap 'rm -f "$plain"' EXIT
printf '%s' "$input" > "$plain"
signature=$(openssl pkeyutl -sign -inkey "$2" -rawin -digest sm3 -pkeyopt distid:1234567812345678 -in "$plain" | openssl base64 -A)
now=$(TZ=Asia/Shanghai date '+%Y-%m-%d %H:%M:%S')
cipher=''
if [ $# -ge 3 ]; then
  cipher='"enc_type":"SM4",'
  input="\"$(openssl enc -sm4-ecb -K "$3" -in "$plain" | openssl base64 -A)\""
fi
head="\"infno\":\"3101\",\"msgid\":\"H00000000001$(date +%Y%m%d%H%M%S)0001\",\"infver\":\"V1.0\",\"inf_time\":\"$now\",\"fixmedins_code\":\"H00000000001\",\"signtype\":\"SM2\",\"cainfo\":\"$signature\""
answer=$(printf '{%s,%s"input":%s}' "$head" "$cipher" "$input" | curl -s "$url" -H 'content-type: application/json' --data-binary @-)
printf '%s\n' "$answer"
# 加密的应答:output 也是密文
sealed=$(printf '%s' "$answer" | sed -n 's/.*"output":"\([^"]*\)".*/\1/p')
if [ -n "$sealed" ]; then printf '%s' "$sealed" | openssl base64 -d -A | openssl enc -d -sm4-ecb -K "$3"; echo; fi
