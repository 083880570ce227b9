// 接入样例:签名、发送 3101、读提醒、用 3103 反馈。只用 Node 24 自带的模块。
//   node client.ts http://地址:端口 [标识 密钥]
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

interface Answer {
  infcode: 0 | -1;
  err_msg: string;
  output: { result: { jr_id: string; rule_name: string; vola_cont: string; vola_evid: string; vola_amt: string }[] } | null;
}
const [base = 'http://127.0.0.1:8080', keyId, secret] = process.argv.slice(2);

/** 时间戳(秒)+密钥+随机串+时间戳 的 SHA-256,小写十六进制;没有密钥就不签名。 */
function signed(): Record<string, string> {
  if (!keyId || !secret) return {};
  const [timestamp, nonce] = [String(Math.floor(Date.now() / 1000)), randomUUID()];
  const signature = createHash('sha256').update(`${timestamp}${secret}${nonce}${timestamp}`).digest('hex');
  return { 'x-tif-paasid': keyId, 'x-tif-timestamp': timestamp, 'x-tif-nonce': nonce, 'x-tif-signature': signature };
}

async function call(message: object): Promise<Answer> {
  const response = await fetch(new URL('/fsi/api/rsfComIfsService/callService', base), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signed() },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(10_000),
  });
  return (await response.json()) as Answer;
}

const message = JSON.parse(readFileSync(new URL('./3101.json', import.meta.url), 'utf8')) as Record<string, unknown>;
const answer = await call(message);
if (answer.infcode !== 0) {
  // 不放行也不阻断:记下原因,照常开单
  process.stderr.write(`没有得到审核结果：${answer.err_msg}\n`);
  process.exit(1);
}
// 局端按贵院写法设成单个对象的,也当作一条
const reminders = [answer.output?.result ?? []].flat();
for (const { rule_name, vola_cont, vola_evid, vola_amt } of reminders)
  process.stdout.write(`【${rule_name}】${vola_cont}\n  依据：${vola_evid}\n  金额：${vola_amt} 元\n`);
if (reminders.length === 0) process.stdout.write('没有提醒\n');
else {
  const warns = reminders.map(({ jr_id }) => ({ warn_rslt_id: jr_id, dspo_way: '2', dspo_way_rea: '' }));
  const said = await call({ ...message, infno: '3103', input: { data: { warn_type: '1', warns } } });
  process.stdout.write(said.infcode === 0 ? `已反馈 ${warns.length} 条：返回修改\n` : `反馈没有成功：${said.err_msg}\n`);
}
