import { sentence } from '../messages.ts';

/** What a hospital's software is told in `err_msg`. */
export const interfaceMessages = {
  notJson: sentence(
    () => '报文不是有效的 JSON',
    () => 'the body is no valid JSON',
  ),
  notJsonAt: sentence<{ line: number; column: number; near: string }>(
    ({ line, column, near }) =>
      `报文不是有效的 JSON：第 ${line} 行第 ${column} 个字符起读不下去${near ? `（「${near}」）` : '，报文到此中断'}`,
    ({ line, column, near }) =>
      `the body is no valid JSON from line ${line}, column ${column} on${near ? ` (“${near}”)` : ': it ends there'}`,
  ),
  noInfno: sentence(
    () => '报文缺少交易编号 infno',
    () => 'the message has no infno',
  ),
  unknownMessage: sentence<{ infno: string }>(
    ({ infno }) => `本系统不受理交易 ${infno}`,
    ({ infno }) => `message ${infno} is not taken here`,
  ),
  noNode: sentence<{ node: string }>(
    ({ node }) => `输入缺少节点 ${node}`,
    ({ node }) => `the input has no node ${node}`,
  ),
  badDisposition: sentence<{ id: string }>(
    ({ id }) => `${id} 的处理方式 dspo_way 应为 1（继续执行）或 2（返回修改）`,
    ({ id }) => `dspo_way of ${id} must be 1 or 2`,
  ),
  noReason: sentence<{ id: string }>(
    ({ id }) => `${id} 继续执行时必须填写处理原因 dspo_way_rea`,
    ({ id }) => `${id} goes on without a reason (dspo_way_rea)`,
  ),
  unknownReminder: sentence<{ ids: string }>(
    ({ ids }) => `没有给出过提醒 ${ids}`,
    ({ ids }) => `no reminder ${ids} was given`,
  ),
  notSignedIn: sentence<{ no: string }>(
    ({ no }) => `签到编号 ${no} 不存在或已签退`,
    ({ no }) => `${no} is not signed in`,
  ),
  noSignature: sentence(
    () => '报文没有签名，发送地址也不在免签名范围内',
    () => 'the message is not signed and its address is not trusted',
  ),
  unknownKey: sentence(
    () => '签名所用的标识没有登记或已停用',
    () => 'the key of the signature is unknown or has ended',
  ),
  badSignature: sentence(
    () => '签名不一致',
    () => 'the signature does not fit',
  ),
  staleSignature: sentence<{ minutes: number }>(
    ({ minutes }) => `签名时间戳与服务器时钟相差超过 ${minutes} 分钟`,
    ({ minutes }) => `the time of the signature is more than ${minutes} minutes off`,
  ),
  repeated: sentence(
    () => '同一签名已经使用过',
    () => 'this signature was used before',
  ),
  busy: sentence(
    () => '系统繁忙，请稍后重试',
    () => 'the system is busy, try again',
  ),
  enciphered: sentence(
    () => 'input 是加密的，这里只看明文',
    () => 'input is enciphered; only plain messages are shown here',
  ),
  badCipher: sentence(
    () => 'input 无法解密：机构没有登记 SM4 密钥，或密钥不符',
    () => 'input cannot be deciphered: no SM4 key of the institution fits',
  ),
  tooBig: sentence<{ megabytes: number }>(
    ({ megabytes }) => `报文超过 ${megabytes} MB`,
    ({ megabytes }) => `the message is larger than ${megabytes} MB`,
  ),
  tooSlow: sentence<{ seconds: number }>(
    ({ seconds }) => `报文在 ${seconds} 秒内没有收完`,
    ({ seconds }) => `the message was not received whole within ${seconds} seconds`,
  ),
  unreadable: sentence(
    () => '报文没有收完整，或请求头不对',
    () => 'the message was not received whole, or its headers are wrong',
  ),
  badMost: sentence(
    () => '最多提醒条数应为 1 到 50 的整数',
    () => 'the number of reminders must be from 1 to 50',
  ),
  switched: sentence<{ providerNo: string }>(
    ({ providerNo }) => `已设定机构 ${providerNo} 的写法`,
    ({ providerNo }) => `${providerNo} is answered that way now`,
  ),
  badSm2Key: sentence(
    () => '密钥文件不是 SM2 公钥（04 开头的 130 位十六进制、Base64 或 PEM）',
    () => 'the file holds no SM2 public key (04 and 128 hex digits, Base64 or PEM)',
  ),
  badSm4Key: sentence(
    () => '密钥文件不是 SM4 密钥（16 个字符或 32 位十六进制）',
    () => 'the file holds no SM4 key (16 signs or 32 hex digits)',
  ),
  otherProvider: sentence<{ providerNo: string }>(
    ({ providerNo }) => `签名不能用于机构 ${providerNo}`,
    ({ providerNo }) => `the signature does not speak for institution ${providerNo}`,
  ),
  emptySecret: sentence(
    () => '密钥文件是空的',
    () => 'the file of the secret is empty',
  ),
  badKeyId: sentence<{ id: string }>(
    ({ id }) => `标识「${id}」随请求头发送，只能用字母、数字和 - _ . 这些 ASCII 字符`,
    ({ id }) => `The identifier "${id}" travels in a header of the request: letters, digits, - _ . and other ASCII signs only`,
  ),
  keyTaken: sentence<{ id: string }>(
    ({ id }) => `标识 ${id} 已经用过，请换一个`,
    ({ id }) => `${id} was used before, choose another`,
  ),
  keyAdded: sentence<{ id: string }>(
    ({ id }) => `已登记 ${id}`,
    ({ id }) => `${id} is in force`,
  ),
  keyEnded: sentence<{ id: string }>(
    ({ id }) => `已停用 ${id}`,
    ({ id }) => `${id} has ended`,
  ),
  badRange: sentence<{ range: string }>(
    ({ range }) => `${range} 不是地址范围，或没有登记过（写法如 10.1.2.0/24）`,
    ({ range }) => `${range} is no address range or is not known (write 10.1.2.0/24)`,
  ),
  trusted: sentence<{ range: string }>(
    ({ range }) => `${range} 来的报文不再验签名`,
    ({ range }) => `messages from ${range} need no signature now`,
  ),
  trustEnded: sentence<{ range: string }>(
    ({ range }) => `${range} 来的报文恢复验签名`,
    ({ range }) => `messages from ${range} need a signature again`,
  ),
  overloaded: sentence(
    () => '系统繁忙，本次未受理，请按院内流程继续并稍后重试',
    () => 'too busy to take this message; go on as usual and try again later',
  ),
  degraded: sentence(
    () => '智能审核暂不可用，本次未受理',
    () => 'the audit is not available now; the message was not taken',
  ),
  noticeTitle: sentence(
    () => '审核未完成（非违规）',
    () => 'audit not complete (no violation)',
  ),
  nothingDecided: sentence(
    () => '智能审核暂不可用，本次未作判断，可继续操作；结算后将事后审核',
    () => 'the audit is not available now: nothing was decided, you may go on; it is reviewed afterwards',
  ),
  someUndecided: sentence<{ count: number }>(
    ({ count }) => `有 ${count} 条规则未能及时判断，可继续操作；结算后将事后审核`,
    ({ count }) => `${count} rules were not decided in time, you may go on; they are reviewed afterwards`,
  ),
  withoutHistory: sentence(
    () => '既往就诊记录暂不可用，涉及既往就诊的规则未作判断，可继续操作；结算后将事后审核',
    () => 'earlier encounters cannot be read now: what hangs on them is reviewed afterwards, you may go on',
  ),
  replayed: sentence<{ call: number; as: 'then' | 'now'; lines: number; different: number }>(
    ({ call, as, lines, different }) =>
      `调用 ${call} 按${as === 'then' ? '当时' : '现在'}的规则和知识重问：提醒 ${lines} 条，${different === 0 ? '与当时答复一致' : `${different} 条与当时答复不同`}`,
    ({ call, as, lines, different }) =>
      `call ${call} asked again as of ${as}: ${lines} reminders, ${different === 0 ? 'as answered' : `${different} other than answered`}`,
  ),
  mark_same: sentence(
    () => '一致',
    () => 'same',
  ),
  mark_changed: sentence(
    () => '内容有变',
    () => 'changed',
  ),
  mark_gone: sentence(
    () => '不再提醒',
    () => 'gone',
  ),
  mark_new: sentence(
    () => '新增提醒',
    () => 'new',
  ),
  historyChanged: sentence(
    () => '此人的既往就诊记录与当时不同，差异可能由此而来',
    () => 'more is known of the person now than then: differences may come from that',
  ),
  replay_unknown: sentence<{ call: number }>(
    ({ call }) => `没有调用 ${call}`,
    ({ call }) => `there is no call ${call}`,
  ),
  replay_unreadable: sentence<{ call: number }>(
    ({ call }) => `调用 ${call} 的报文没有留存，或日志已不能读`,
    ({ call }) => `the message of call ${call} was not kept or can no longer be read`,
  ),
  replay_expired: sentence<{ call: number }>(
    ({ call }) => `调用 ${call} 的报文已过保存期，不再留存，账目和提醒仍在`,
    ({ call }) => `the message of call ${call} is kept no longer; its account and its reminders are`,
  ),
  replay_noAudit: sentence<{ call: number }>(
    ({ call }) => `调用 ${call} 不是已答复的审核调用（3101、3102）`,
    ({ call }) => `call ${call} is no answered audit (3101, 3102)`,
  ),
  rechecked: sentence<{ calls: number; found: number }>(
    ({ calls, found }) => `补审 ${calls} 次调用，补出提醒 ${found} 条`,
    ({ calls, found }) => `${calls} calls asked again, ${found} reminders found`,
  ),
  exported: sentence<{ rows: number; file: string }>(
    ({ rows, file }) => `已导出 ${rows} 行到 ${file}`,
    ({ rows, file }) => `${rows} rows written to ${file}`,
  ),
  fault: sentence<{ serial: number }>(
    ({ serial }) => `系统繁忙，请稍后重试（调用号 ${serial}）`,
    ({ serial }) => `the system is busy, try again (call ${serial})`,
  ),
} as const;

/** Why a message is refused before it is a call of the table. */
export const turnedAwayReasons = [
  'notJson',
  'noInfno',
  'unknownMessage',
  'noSignature',
  'unknownKey',
  'badSignature',
  'staleSignature',
  'repeated',
  'otherProvider',
  'badCipher',
  'busy',
  'overloaded',
  'tooBig',
  'tooSlow',
  'unreadable',
] as const satisfies readonly (keyof typeof interfaceMessages)[];
export type TurnedAwayReason = (typeof turnedAwayReasons)[number];
