/** Fills a rule's sentence with the values of its partition. A stretch in brackets is left out when one of its facts is unknown. */
import {
  columnWords,
  departmentWords,
  formatDay,
  formatFixed,
  formatInstant,
  formatYuan,
  OPEN_INSTANT,
  PRICE_SCALE,
  QUANTITY_SCALE,
  spanWords,
  titleWords,
  valueWords,
} from '@hengjian/domain';
import {
  type Context,
  compile,
  type FactForm,
  type Member,
  type PartitionAnswer,
  type Point,
  type Row,
  type RuleTree,
  type Value,
} from '@hengjian/language';

/** Words of the forms whose values are codes. */
const words: { readonly [form: string]: Readonly<Record<string, { zh: string; en: string }>> | undefined } = {
  sex: valueWords.sex,
  setting: valueWords.setting,
  insurance: valueWords.insurance,
  level: valueWords.level,
  window: valueWords.window,
  title: titleWords,
  department: departmentWords,
  field: columnWords,
};

/** Of a long list nobody reads more than the first. */
const MOST_LISTED = 6;
const listed = (all: readonly string[], language: 'zh' | 'en'): string => {
  const some = all.slice(0, MOST_LISTED).join(language === 'zh' ? '、' : ', ');
  if (all.length <= MOST_LISTED) return some;
  return { zh: `${some} 等 ${all.length} 个`, en: `${some} and ${all.length - MOST_LISTED} more` }[language];
};

/** Writes one value for people; undefined when it is unknown. */
export function writeFact(value: Value, form: FactForm, language: 'zh' | 'en'): string | undefined {
  if (value === null) return undefined;
  if (form === 'spread') return undefined; // a plot, never a sentence
  const table = words[form === 'texts' ? 'setting' : form];
  if (Array.isArray(value))
    return listed(
      value.map((v) => table?.[v]?.[language] ?? String(v)),
      language,
    );
  if (table) return table[String(value)]?.[language] ?? String(value);
  const number = Number(value);
  if (form === 'seconds') return spanWords(number)[language];
  if (form === 'quantity') return formatFixed(number, QUANTITY_SCALE);
  if (form === 'price') return formatFixed(number, PRICE_SCALE, 2);
  if (form === 'ratio') return `${(Math.round(number / 1000) / 10).toFixed(1)}%`;
  if (form === 'score') return (Math.round(number / 10) / 100).toFixed(2);
  if (form === 'fen') return formatYuan(number);
  if (form === 'day') return number <= -1_000_000 ? undefined : formatDay(number);
  if (form === 'month') return formatDay(number).slice(0, 7);
  if (form === 'year') return formatDay(number).slice(0, 4);
  if (form === 'line') return { zh: `明细 ${value}`, en: `line ${value}` }[language];
  if (form === 'ended')
    return number >= OPEN_INSTANT
      ? { zh: '尚未出院', en: 'still open' }[language]
      : { zh: `${formatInstant(number)} 出院`, en: formatInstant(number) }[language];
  if (form === 'instant') return number >= OPEN_INSTANT ? { zh: '在院', en: 'open' }[language] : formatInstant(number);
  return String(value);
}

export interface Explanation {
  readonly zh: string;
  readonly en: string;
  readonly facts: { readonly [name: string]: { readonly value: Value; readonly form: FactForm } };
}

/** The sentence of a hit, in both languages, and the values it names. */
export function explain(rule: RuleTree, answer: PartitionAnswer, names?: ItemNames): Explanation {
  const first = rule.shape.kind === 'group' ? answer.lead : (answer.inQuestion[0] as Member);
  const context: Context = { ...first.context, members: answer.members, ...(answer.matched[0] && { right: answer.matched[0] }) };
  const facts = Object.fromEntries(
    Object.entries(rule.facts).map(([name, fact]) => [name, { value: compile(fact.value)(context), form: fact.form }]),
  );
  return explainFacts(rule, facts, first.context.point, first.context.record, { rows: answer.matched, names });
}

/** What items are called, by code: records of the lake bring codes only. */
export type ItemNames = ReadonlyMap<string, string>;

/** Records of which lines are named, and what their items are called where the records do not tell. */
interface Beside {
  readonly rows: readonly Row[];
  readonly names?: ItemNames | undefined;
}

/** The sentence with these values. */
export function explainFacts(
  rule: RuleTree,
  facts: Explanation['facts'],
  point: Point,
  record: Row,
  beside: Beside = { rows: [] },
): Explanation {
  const nameOf = (lineNo: Value): Value | undefined => {
    const row = beside.rows.find((one) => one.lineNo === lineNo);
    return row?.itemName ?? beside.names?.get(String(row?.itemCode));
  };
  const write = (language: 'zh' | 'en') => {
    const known = (name: string): string | undefined => {
      // a request brings the item's name, the lake only its code
      if (name === 'subject') return point.subject || String(record.itemName ?? record.itemCode ?? '');
      // where the sentence is about something else, the drug is named beside it; the lake knows its code only
      if (name === 'item') return typeof record.itemName === 'string' ? record.itemName : undefined;
      if (name === 'constraint') return point.constraint || undefined;
      const fact = facts[name];
      // whoever writes orders knows the item by its name and not by the number of its line
      const named = fact?.form === 'line' ? nameOf(fact.value) : undefined;
      if (named) return { zh: `「${named}」`, en: `"${named}"` }[language];
      return fact && writeFact(fact.value, fact.form, language);
    };
    const fill = (text: string): string | undefined => {
      let lost = false;
      const filled = text.replace(/\{(\w+)\}/g, (_, name) => {
        const value = known(name);
        if (value === undefined) lost = true;
        return value ?? (language === 'zh' ? '未知' : 'unknown');
      });
      return lost ? undefined : filled;
    };
    const optional = rule.explain[language].replace(/\[([^\]]*)\]/g, (_, inner) => fill(inner) ?? '');
    return optional.replace(/\{(\w+)\}/g, (_, name) => known(name) ?? (language === 'zh' ? '未知' : 'unknown'));
  };
  return { zh: write('zh'), en: write('en'), facts };
}
