import { sentence } from '../messages.ts';

interface Written {
  folder: string;
  persons: number;
  providers: number;
  encounters: number;
  settlements: number;
  lines: number;
  violations: number;
  seconds: string;
}

/** Sentences of the synthetic city. */
export const cityMessages = {
  written: sentence<Written>(
    (f) =>
      `已生成合成城市：参保人 ${f.persons}，机构 ${f.providers}，就诊 ${f.encounters}，结算 ${f.settlements}，费用明细 ${f.lines}，预置违规 ${f.violations} 条；写入 ${f.folder}（${f.seconds} 秒）。`,
    (f) =>
      `Synthetic city written: ${f.persons} people, ${f.providers} institutions, ${f.encounters} encounters, ${f.settlements} settlements, ${f.lines} charge items, ${f.violations} planted violations; in ${f.folder} (${f.seconds} s).`,
  ),
  progress: sentence<{ done: number; of: number }>(
    (f) => `生成中：${f.done} / ${f.of} 人`,
    (f) => `Writing: ${f.done} of ${f.of} people`,
  ),
  unwritable: sentence<{ folder: string; reason: string }>(
    (f) => `目录 ${f.folder} 无法写入：${f.reason}`,
    (f) => `Cannot write to ${f.folder}: ${f.reason}`,
  ),
};
