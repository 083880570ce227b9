/** Sentences of `claims import`. */
import { type Language, sentence } from '../messages.ts';
import { formatDay } from '../time.ts';

const claimsMessages = {
  noFolder: sentence<{ folder: string }>(
    (f) => `没有这个数据目录：${f.folder}`,
    (f) => `no such extract folder: ${f.folder}`,
  ),
  noTables: sentence<{ folder: string }>(
    (f) =>
      `目录 ${f.folder} 中没有可导入的表（psn、fixmedins、prac、mdtrt、diag、oprn、feedetl、trac、setl、inv、rx、equip、benefit、opsp，格式为 .csv 或 .parquet）`,
    (f) =>
      `${f.folder} holds none of the tables psn, fixmedins, prac, mdtrt, diag, oprn, feedetl, trac, setl, inv, rx, equip, benefit, opsp as .csv or .parquet`,
  ),
  tableTwice: sentence<{ other: string }>(
    (f) => `同一张表有两个文件，另一个是 ${f.other}`,
    (f) => `the same table is there twice, also as ${f.other}`,
  ),
  emptyFile: sentence(
    () => '文件是空的，连表头也没有',
    () => 'the file is empty, without even a header',
  ),
  missingColumn: sentence(
    () => '缺少必需的列',
    () => 'a required column is missing',
  ),
  columnTwice: sentence(
    () => '同一列出现两次',
    () => 'the same column stands twice',
  ),
  diskFull: sentence<{ folder: string }>(
    (f) => `磁盘空间不足：${f.folder} 所在磁盘已满；原有数据不变，腾出空间后请重新导入`,
    (f) => `the disk of ${f.folder} is full: the data are as before; free space and import again`,
  ),
  unknownThen: sentence<{ day: number }>(
    (f) => `${formatDay(f.day)} 当日还没有导入过数据`,
    (f) => `nothing had been imported by ${formatDay(f.day)}`,
  ),
  inexactThen: sentence<{ version: number; reason: string }>(
    (f) => `数据版本 ${f.version} 已无法准确还原（${f.reason}），不能按当时所知查询`,
    (f) => `version ${f.version} of the data cannot be made again exactly (${f.reason})`,
  ),
  undecodable: sentence(
    () => '文字无法解码（既不是 UTF-8，也不是 GB18030），文件可能已损坏',
    () => 'text that is neither UTF-8 nor GB18030; the file may be damaged',
  ),
  truncated: sentence(
    () => '文件在这一行中断，没有写完整',
    () => 'the file breaks off in this row',
  ),
  unreadableParquet: sentence<{ reason: string }>(
    (f) => `不是完整的 Parquet 文件：${f.reason}`,
    (f) => `not a whole Parquet file: ${f.reason}`,
  ),
  ignoredFile: sentence(
    () => '不认识的文件，已忽略',
    () => 'unknown file, ignored',
  ),
  tooManyRejects: sentence<{ rejected: number; read: number; limit: number; list: string | null }>(
    (f) => `${f.read} 行中有 ${f.rejected} 行不合格，超过 ${f.limit}%（加 --accept-rejects 可只导入合格的行）；清单：${f.list ?? ''}`,
    (f) =>
      `${f.rejected} of ${f.read} rows rejected, more than ${f.limit} % (--accept-rejects commits the good rows); list: ${f.list ?? ''}`,
  ),
  otherLake: sentence<{ folder: string }>(
    (f) => `${f.folder} 中的文件不属于当前数据库：DATABASE_URL 与 --home 不是一套，请核对`,
    (f) => `the files in ${f.folder} do not belong to this database: DATABASE_URL and --home do not match`,
  ),
  writerBusy: sentence<{ purpose: string; processId: number; since: string }>(
    (f) => `另一个进程正在写入这个数据目录：${f.purpose}（进程 ${f.processId}，自 ${f.since}）；请等它结束再试`,
    (f) => `another process is writing to this home: ${f.purpose} (process ${f.processId}, since ${f.since}); try again when it has ended`,
  ),
};

/** What the command prints beside the numbers. */
export const claimsReportMessages = {
  step: sentence<{ step: string }>(
    (f) =>
      ({ sweep: '清理', inspect: '检查文件', stage: '读取各表', lines: '读取费用明细', net: '冲抵退费并入库', switch: '切换' })[f.step] ??
      f.step,
    (f) =>
      ({ sweep: 'sweep', inspect: 'inspect', stage: 'tables', lines: 'charge lines', net: 'net and write', switch: 'switch' })[f.step] ??
      f.step,
  ),
  header: sentence(
    () => '表            读入    新增  新版本    已有    拒绝',
    () => 'table         read   added changed   known rejected',
  ),
  netting: sentence<{
    reversedSettlements: number;
    reversedLines: number;
    refundLines: number;
    reducedLines: number;
    emptiedLines: number;
    unmatched: number;
  }>(
    (f) =>
      `冲抵：退费结算 ${f.reversedSettlements} 笔（明细 ${f.reversedLines} 行），退费明细 ${f.refundLines} 行，冲减 ${f.reducedLines} 行、冲完 ${f.emptiedLines} 行，无法对应 ${f.unmatched}`,
    (f) =>
      `netted: ${f.reversedSettlements} reversed settlements (${f.reversedLines} lines), ${f.refundLines} refund lines, ${f.reducedLines} lines reduced, ${f.emptiedLines} to nothing, ${f.unmatched} unmatched`,
  ),
  unknownCode: sentence<{ field: string; code: string; rows: number }>(
    (f) => `未知代码：${f.field} = ${f.code}（${f.rows} 行），按未知处理`,
    (f) => `unknown code: ${f.field} = ${f.code} (${f.rows} rows), taken as unknown`,
  ),
  unknownColumns: sentence<{ file: string; columns: string }>(
    (f) => `${f.file} 中不认识的列（另存）：${f.columns}`,
    (f) => `${f.file}: unknown columns, kept aside: ${f.columns}`,
  ),
  rejected: sentence<{ file: string }>(
    (f) => `不合格的行：${f.file}`,
    (f) => `rejected rows: ${f.file}`,
  ),
  done: sentence<{ version: number; seconds: number }>(
    (f) => `当前版本 ${f.version}，用时 ${f.seconds} 秒`,
    (f) => `version ${f.version}, ${f.seconds} seconds`,
  ),
  compacted: sentence<{ version: number; seconds: number }>(
    (f) => `已合并每日增量，当前版本 ${f.version}，用时 ${f.seconds} 秒`,
    (f) => `daily deltas folded in: version ${f.version}, ${f.seconds} seconds`,
  ),
  refused: sentence(
    () => '没有导入，原有数据不变',
    () => 'nothing was imported, the data are as before',
  ),
};

/** Where an issue is, in words, before its sentence. */
export function claimsIssueText(
  issue: { code: string; file?: string; row?: number; column?: string; facts: Record<string, unknown> },
  language: Language,
): string {
  const key = issue.code.replace(/^claims\./, '') as keyof typeof claimsMessages;
  const text = (claimsMessages[key][language] as (facts: Record<string, unknown>) => string)(issue.facts);
  const zh = language === 'zh';
  const place = [
    issue.file,
    issue.row === undefined ? undefined : zh ? `第 ${issue.row} 行` : `row ${issue.row}`,
    issue.column === undefined ? undefined : zh ? `列 ${issue.column}` : `column ${issue.column}`,
  ].filter((part) => part !== undefined);
  return place.length > 0 ? `${place.join(zh ? '，' : ', ')}${zh ? '：' : ': '}${text}` : text;
}

type Facts = { column: string; row: string | null };
const rejects: Record<string, (facts: Facts) => string> = {
  tooFewFields: () => '字段比表头少',
  tooManyFields: () => '字段比表头多',
  unreadable: () => '这一行无法读取（引号不成对等）',
  missing: (f) => `${f.column} 为空`,
  money: (f) => `${f.column} 不是两位小数以内的金额`,
  quantity: (f) => `${f.column} 不是四位小数以内的数量`,
  price: (f) => `${f.column} 不是六位小数以内的单价`,
  int: (f) => `${f.column} 不是整数`,
  date: (f) => `${f.column} 不是日期`,
  time: (f) => `${f.column} 不是时间（yyyy-MM-dd HH:mm:ss）`,
  order: (f) => `${f.column} 早于开始的日期`,
  negative: (f) => `${f.column} 为负且不是退费`,
  sign: (f) => `${f.column} 与数量的正负号不一致`,
  amount: () => '金额不等于单价乘数量（相差超过 0.01 元）',
  reference: (f) => `${f.column} 所指的记录不存在或已被拒绝`,
  mismatch: (f) => `${f.column} 与所属就诊的不一致`,
  otherPerson: () => '同一就诊编号下的参保人与以前导入的不同',
  duplicate: (f) => `主键与第 ${f.row} 行重复而内容不同（保留第 ${f.row} 行）`,
};
/** Why a row stands in rejected.csv. */
export const rejectReason = (code: string, facts: Facts): string => (rejects[code] ?? (() => code))(facts);

/** The same by the code of their issues. */
export const claimsSentences = Object.fromEntries(Object.entries(claimsMessages).map(([name, one]) => [`claims.${name}`, one]));
