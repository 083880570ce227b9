import { sentence } from '../messages.ts';

interface Of {
  serial: number;
  what: string;
  action: string;
  at: string;
}

/** What checking the journal says. */
export const journalMessages = {
  sound: sentence<{ steps: number; rows: number; head: string }>(
    ({ steps, rows, head }) => `日志完好：${steps} 步前后相扣，封存的 ${rows} 行与最后一步一致。末端 ${head}`,
    ({ steps, rows, head }) =>
      `the journal is sound: ${steps} steps in one chain, ${rows} sealed rows as their last step left them. End ${head}`,
  ),
  stepChanged: sentence<Of>(
    ({ serial, what, action, at }) => `第 ${serial} 步被改动过：${what} 的 ${action}（${at}）`,
    ({ serial, what, action, at }) => `step ${serial} was changed: ${action} of ${what} (${at})`,
  ),
  rowChanged: sentence<Of & { table: string; key: string }>(
    ({ table, key, serial, action, at }) => `表 ${table} 的 ${key} 被绕过系统改动过：与第 ${serial} 步 ${action}（${at}）留下的内容不一致`,
    ({ table, key, serial, action, at }) =>
      `${key} of table ${table} was changed behind our back: not as step ${serial}, ${action} (${at}), left it`,
  ),
  rowAdded: sentence<{ table: string; key: string }>(
    ({ table, key }) => `表 ${table} 的 ${key} 是绕过系统添加的：没有哪一步写过它`,
    ({ table, key }) => `${key} of table ${table} was added behind our back: no step wrote it`,
  ),
  bytesDiffer: sentence<{ n: number; table: string; key: string }>(
    ({ n, table, key }) => `有 ${n} 份附件的内容与封存的散列不符，第一份是表 ${table} 的 ${key}：文件被绕过系统改动过`,
    ({ n, table, key }) =>
      `${n} attachments are not as their sealed hash says, the first being ${key} of table ${table}: changed behind our back`,
  ),
  stepsMissing: sentence<{ serial: number }>(
    ({ serial }) => `第 ${serial} 步之前少了记录`,
    ({ serial }) => `steps are missing before step ${serial}`,
  ),
  endDiffers: sentence<{ serial: number }>(
    ({ serial }) => `日志在第 ${serial} 步之后与记下的末端不一致：末尾的记录被删除或添加过`,
    ({ serial }) => `after step ${serial} the journal is not what its head says: steps were removed or added at the end`,
  ),
  notedDiffers: sentence<{ serial: number }>(
    ({ serial }) => `以前抄下的第 ${serial} 步已不在日志中，或散列不同：整条日志被改写过`,
    ({ serial }) => `step ${serial} as noted down earlier is not in the journal: it was rewritten`,
  ),
  caseDiffers: sentence<{ n: number; key: string }>(
    ({ n, key }) => `有 ${n} 条疑点不在最后一步留下的环节，第一条是 ${key}：被绕过系统改动过`,
    ({ n, key }) => `${n} findings do not stand where their last step left them, the first being ${key}: changed behind our back`,
  ),
  sumsDiffer: sentence<{ n: number; table: string; key: string }>(
    ({ n, table, key }) =>
      `日志和封存的行完好，但有 ${n} 项合计与明细不符，第一项是表 ${table} 的“${key}”：合计被绕过系统改动过。用 hengjian findings recount 按明细重新合计`,
    ({ n, table, key }) =>
      `the journal and the sealed rows are sound, but ${n} running sums do not agree with their rows, the first being “${key}” of table ${table}: changed behind our back. hengjian findings recount adds them up anew`,
  ),
  badHead: sentence(
    () => '末端写作“序号：64 位散列”，见 journal head',
    () => 'an end is written number:hash, see journal head',
  ),
} as const;
