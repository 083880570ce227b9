import { sentence } from '../messages.ts';

/** The feed of charges, settlements and stays: what a hospital's software and the operator are told. */
export const intakeMessages = {
  noProvider: sentence(
    () => '报文缺少定点医药机构编号 fixmedins_code',
    () => 'the message has no fixmedins_code',
  ),
  noRows: sentence<{ node: string }>(
    ({ node }) => `输入缺少节点 ${node}，或节点里没有数据`,
    ({ node }) => `the input has no node ${node}, or nothing in it`,
  ),
  noField: sentence<{ place: string; field: string }>(
    ({ place, field }) => `${place} 的 ${field} 没有填写或无法识别`,
    ({ place, field }) => `${field} of ${place} is missing or cannot be read`,
  ),
  badLine: sentence<{ place: string; lineNo: string; why: string }>(
    ({ place, lineNo, why }) => `${place}（费用明细流水号 ${lineNo}）：${why}`,
    ({ place, lineNo, why }) => `${place} (feedetl_sn ${lineNo}): ${why}`,
  ),
  negativePrice: sentence(
    () => '单价 pric 不能是负数，退单请把数量填成负数',
    () => 'the unit price is negative; a refund has a negative quantity',
  ),
  otherSign: sentence(
    () => '金额 det_item_fee_sumamt 与数量 cnt 的正负不一致',
    () => 'amount and quantity have different signs',
  ),
  centsOnly: sentence<{ amount: number }>(
    ({ amount }) => `金额 ${amount} 超过两位小数`,
    ({ amount }) => `the amount ${amount} has more than two decimals`,
  ),
  otherProduct: sentence<{ quantity: number; price: number; amount: number }>(
    ({ quantity, price, amount }) => `金额 ${amount} 不等于数量 ${quantity} × 单价 ${price}（允许相差 0.01）`,
    ({ quantity, price, amount }) => `${amount} is not ${quantity} × ${price} within 0.01`,
  ),
  noDictionary: sentence<{ type: string; known: string }>(
    ({ type, known }) => `没有字典 ${type}；可以查询的有 ${known}`,
    ({ type, known }) => `no dictionary ${type}; there are ${known}`,
  ),
  notKept: sentence(
    () => '报文暂时无法保存，请稍后重发（同一 msgid）',
    () => 'the message could not be kept; send it again under the same msgid',
  ),
  notWritten: sentence<{ why: string }>(
    ({ why }) => `报文日志无法写入（${why}），上传类交易暂不受理`,
    ({ why }) => `the journal of messages cannot be written (${why})`,
  ),
  journalBusy: sentence(
    () => '另一个服务正在使用报文日志，本服务不受理上传类交易',
    () => 'another server holds the journal of this home',
  ),
  damage: sentence<{ serial: number; segment: string; place: number }>(
    ({ serial, segment, place }) => `报文日志第 ${serial} 条已损坏（文件 ${segment}，位置 ${place}），请有关机构重发`,
    ({ serial, segment, place }) => `record ${serial} of the journal is damaged (${segment}, at ${place}); have it sent again`,
  ),
  folded: sentence<{ messages: number; encounters: number; lines: number; version: number }>(
    ({ messages, encounters, lines, version }) =>
      `已处理报文 ${messages} 条，写入就诊 ${encounters} 次、费用明细 ${lines} 条，数据版本 ${version}`,
    ({ messages, encounters, lines, version }) => `${messages} messages: ${encounters} encounters, ${lines} lines, lake version ${version}`,
  ),
  foldRejected: sentence<{ rows: number; file: string }>(
    ({ rows, file }) => `其中 ${rows} 行不符合要求，没有写入，见 ${file}`,
    ({ rows, file }) => `${rows} rows were rejected, see ${file}`,
  ),
  nothingNew: sentence(
    () => '没有新的报文',
    () => 'no new messages',
  ),
  waiting: sentence<{ encounters: number; lines: number; yuan: string }>(
    ({ encounters, lines, yuan }) => `等待结算：${encounters} 次就诊，${lines} 条明细，${yuan} 元`,
    ({ encounters, lines, yuan }) => `waiting for settlement: ${encounters} encounters, ${lines} lines, ${yuan} yuan`,
  ),
  problems: sentence<{ encounterNo: string; what: string }>(
    ({ encounterNo, what }) => `就诊 ${encounterNo}：${what}`,
    ({ encounterNo, what }) => `encounter ${encounterNo}: ${what}`,
  ),
  settlementWithoutCharges: sentence(
    () => '结算没有对应的费用明细（可能重复发送，或明细没有上传）',
    () => 'a settlement without charges',
  ),
  settlementSum: sentence(
    () => '结算总额与费用明细合计不一致',
    () => 'a settlement is not the sum of its charges',
  ),
  reversalUnknown: sentence(
    () => '撤销的结算没有收到过',
    () => 'a reversal of an unknown settlement',
  ),
  withdrawalOfNothing: sentence(
    () => '撤销的费用明细没有收到过或已经结算',
    () => 'charges taken back that never came or are settled',
  ),
  traceWithoutLine: sentence(
    () => '追溯码对应不到唯一的费用明细',
    () => 'a trace code of no single line',
  ),
  endsBeforeItBegins: sentence(
    () => '结束时间早于开始时间，按未结束处理',
    () => 'it ends before it begins; taken as open',
  ),
  operationWithoutTime: sentence(
    () => '手术操作没有开始时间，未计入',
    () => 'an operation without its time is left out',
  ),
  messageLost: sentence(
    () => '有一条报文在日志中已损坏，重发之前不再更新',
    () => 'one of its messages is damaged; it is not folded until that is sent again',
  ),
  personUnknown: sentence(
    () => '没有人员编号',
    () => 'no person',
  ),
} as const;
