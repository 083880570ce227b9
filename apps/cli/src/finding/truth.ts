import { createReadStream, existsSync } from 'node:fs';
import { readCsv } from '@hengjian/catalog/knowledge/index.ts';
import type { TruthRow } from '@hengjian/workflows';
import { Refused } from '../command.ts';

/** The rows of a generated city's truth.csv. */
export async function readTruth(file: string): Promise<TruthRow[]> {
  if (!existsSync(file)) throw new Refused(`没有这个文件：${file}`);
  let text = '';
  for await (const piece of createReadStream(file, 'utf8')) text += piece;
  const [head, ...rows] = readCsv(text).records.map((record) => record.cells);
  if (!head?.includes('rule_id')) throw new Refused(`${file}：缺少 rule_id 列`);
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])) as TruthRow);
}
