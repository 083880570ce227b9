import type { WaitingCode, WaitingReason } from '@hengjian/catalog/knowledge/index.ts';
import { csvCell } from '@hengjian/catalog/knowledge/index.ts';
import { formatDay, knowledgeWaitingMessages, type Language, type Sentence } from '@hengjian/domain';
import type { WaitingPoint } from './ports.ts';

// biome-ignore lint/suspicious/noExplicitAny: a table holds sentences of many facts
const sentences: Record<WaitingCode, Sentence<any>> = knowledgeWaitingMessages;

/** Why a point waits, as people read it. */
export const sayWaiting = ({ code, facts }: WaitingReason, language: Language): string => sentences[code][language](facts);

/**
 * Points that wait, as a table that can be imported again once a person has filled in `params`: the columns of contracts §4
 * and the reason (a column of another name, which import leaves aside).
 */
export function waitingTable(points: readonly WaitingPoint[], language: Language): string {
  const day = (value: number | null) => (value === null ? '' : formatDay(value));
  const rows = points.map(({ point, reason }) => [
    point.id,
    point.ruleCode,
    point.ruleName,
    point.codes.join(';'),
    point.counterCodes.join(';'),
    point.subject,
    point.constraint,
    point.logic,
    point.params === null ? '' : JSON.stringify(point.params),
    point.basis,
    point.batch,
    day(point.publishedOn),
    day(point.validFrom),
    day(point.validTo),
    point.supersedes,
    sayWaiting(reason, language),
  ]);
  const head =
    'id,ruleCode,ruleName,codes,counterCodes,subject,constraint,logic,params,basis,batch,publishedOn,validFrom,validTo,supersedes';
  return `${head},${language === 'zh' ? '待处理原因' : 'reason'}\r\n${rows.map((row) => `${row.map((cell) => csvCell(cell ?? '')).join(',')}\r\n`).join('')}`;
}
