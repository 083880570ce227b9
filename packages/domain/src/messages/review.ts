/** Sentences of `review run` and `findings export`. */
import { sentence } from '../messages.ts';
import { formatDay } from '../time.ts';

export const reviewMessages = {
  'review.period': sentence<{ from: number; to: number }>(
    (f) => `期间有误：截止日期 ${formatDay(f.to)} 早于开始日期 ${formatDay(f.from)}`,
    (f) => `the period ends (${formatDay(f.to)}) before it begins (${formatDay(f.from)})`,
  ),
  'review.unknownRule': sentence<{ rule: string }>(
    (f) => `没有编号为 ${f.rule} 的在用规则（规则编号见 hengjian review rules）`,
    (f) => `no live rule ${f.rule} (see hengjian review rules)`,
  ),
  'review.badDate': sentence<{ text: string }>(
    (f) => `不是日期：${f.text}（应为 年-月-日，如 2025-01-31）`,
    (f) => `not a date: ${f.text} (expected yyyy-mm-dd)`,
  ),
  'review.noPeriod': sentence(
    () => '缺少审核期间：请给出 --from 和 --to（只有 --changed 可以不写）',
    () => 'no period: give --from and --to (only --changed may leave them out)',
  ),
  'review.diskFull': sentence<{ folder: string }>(
    (f) => `磁盘空间不足，审核没有完成：${f.folder} 所在磁盘已满；原有疑点不变，腾出空间后请重新运行`,
    (f) => `the disk of ${f.folder} is full: the review was not finished, findings are as before; free space and run it again`,
  ),
  'review.unknownRun': sentence<{ run: string }>(
    (f) => `没有编号为 ${f.run} 的审核任务`,
    (f) => `no review run ${f.run}`,
  ),
  'review.empty': sentence(
    () => '数据库中没有结算数据：请先用 hengjian claims import 导入',
    () => 'the lake is empty: import claims first with hengjian claims import',
  ),
  'review.busy': sentence<{ purpose: string; processId: number }>(
    (f) => `数据目录正被占用：${f.purpose}（进程 ${f.processId}）`,
    (f) => `the home is in use by ${f.purpose} (process ${f.processId})`,
  ),
};
