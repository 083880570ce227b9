import { type Sentence, sentence } from '../messages.ts';

// How the linter would mend what it found: one sentence for each way. What is only possible says so itself.
type Cell = string | number | null;

const slips = {
  swapped: { zh: '两位数字颠倒', en: 'two digits exchanged' },
  digit: { zh: '一位数字写错', en: 'one digit wrong' },
  point: { zh: '小数点错位', en: 'the decimal point moved' },
} as const;
/** How a number may have been miswritten. */
export type SlipKind = keyof typeof slips;

export const suggestionSentences = {
  'weight.rest': sentence<{ others: number; total: number; to: Cell }>(
    (f) => `其余权重合计${f.others}，总和应为${f.total}，本行权重填${f.to}。`,
    (f) => `The other weights sum to ${f.others} of ${f.total}: this row weighs ${f.to}.`,
  ),
  'weight.restPossible': sentence<{ others: number; total: number; to: Cell }>(
    (f) => `其余权重合计${f.others}，总和如为${f.total}，本行权重可能是${f.to}。`,
    (f) => `The other weights sum to ${f.others}; if all make ${f.total}, this row may weigh ${f.to}.`,
  ),
  'cell.replace': sentence<{ what: string; from: Cell; to: Cell }>(
    (f) => (f.from === null ? `${f.what}填写“${f.to}”。` : `${f.what}由“${f.from}”改为“${f.to}”。`),
    (f) => `${f.what}: "${f.from ?? ''}" → "${f.to}".`,
  ),
  'cell.perhaps': sentence<{ what: string; from: Cell; to: Cell }>(
    (f) => `${f.what}可能应为“${f.to}”，请核对。`,
    (f) => `${f.what} should perhaps be "${f.to}".`,
  ),
  'row.remove': sentence<object>(
    () => '删去重复的这一行。',
    () => 'Delete the second row.',
  ),
  'text.remove': sentence<{ from: Cell }>(
    (f) => `删去“${f.from}”。`,
    (f) => `Delete "${f.from}".`,
  ),
  'row.split': sentence<{ rows: number; values: string[] }>(
    (f) => `分为${f.rows}行填列，指标值分别为${f.values.map((one) => `“${one}”`).join('、')}。`,
    (f) => `Split into ${f.rows} rows: ${f.values.join(', ')}.`,
  ),
  'sum.slip': sentence<{ what: string; from: Cell; to: Cell; slip: SlipKind }>(
    (f) => `${f.what}“${f.from}”可能是${slips[f.slip].zh}，改为“${f.to}”则合计相符，请核对原始凭据。`,
    (f) => `${f.what} "${f.from}" may be a slip (${slips[f.slip].en}): with "${f.to}" the sum is right.`,
  ),
  'total.sum': sentence<{ what: string; to: Cell }>(
    (f) => `如所列各项无误，${f.what}应为${f.to}。`,
    (f) => `If the parts are right, ${f.what} is ${f.to}.`,
  ),
  'ratio.own': sentence<{ what: string; to: Cell }>(
    (f) => `如所列数字无误，${f.what}应写为${f.to}。`,
    (f) => `If its numbers are right, ${f.what} is ${f.to}.`,
  ),
  'score.share': sentence<{ to: Cell }>(
    (f) => `按完成比例计为${f.to}分；采用更严计分办法的，以该办法为准。`,
    (f) => `${f.to} points by proportion; a stricter rule set may give less.`,
  ),
  'amount.tables': sentence<{ to: Cell }>(
    (f) => `各绩效目标表合计${f.to}万元，核对后填入。`,
    (f) => `The goal tables sum to ${f.to} (万元): fill in after checking.`,
  ),
} as const;

export type SuggestionSentence = keyof typeof suggestionSentences;
export type SuggestionFacts<K extends SuggestionSentence> = (typeof suggestionSentences)[K] extends Sentence<infer F> ? F : never;
