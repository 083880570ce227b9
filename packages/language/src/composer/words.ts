/** The sentence of a finding, as the composer proposes it; the officer may write another. Facts stand in braces. */
import type { Bilingual } from '../rule.ts';
import { columnWord, type Vocabulary } from '../vocabulary.ts';
import type { ComparisonPart } from './fields.ts';
import { comparisonsOf } from './fields.ts';
import type { Measure, RuleForm, Window } from './form.ts';

const measureWords: { readonly [m in Measure]: Bilingual } = {
  quantity: { zh: '数量', en: 'quantity' },
  amount: { zh: '金额', en: 'amount' },
  records: { zh: '条数', en: 'number' },
  days: { zh: '天数', en: 'number of days' },
  items: { zh: '项目数', en: 'number of items' },
  providers: { zh: '机构数', en: 'number of institutions' },
};
const windowWords: { readonly [w in Window]: Bilingual } = {
  day: { zh: '{day} 当日', en: 'on {day}' },
  encounter: { zh: '一次就诊内', en: 'in one encounter' },
  month: { zh: '{month} 当月', en: 'in {month}' },
  year: { zh: '{year} 年内', en: 'in {year}' },
  ever: { zh: '历次', en: 'in all' },
};

const named = (zh: string): Bilingual => ({ zh, en: zh });

/** The explanation that fits the form. */
export function proposedExplanation(form: RuleForm, words: Vocabulary): Bilingual {
  const subject = form.list.items.length > 0 ? { zh: '「{subject}」', en: '"{subject}" ' } : named('');
  const unitOf = (name: string) => form.thresholds.find((t) => t.name === name)?.unit ?? '';
  const { shape } = form;
  const record = words.records[form.reads] ?? named('');
  if (shape.kind === 'total') {
    const [m, w] = [measureWords[shape.measure], windowWords[shape.window]];
    const unit = shape.measure === 'amount' ? '元' : unitOf(shape.threshold);
    const over = shape.compare === 'gt' ? { zh: '超过', en: 'above' } : { zh: '达到', en: 'reaching' };
    return {
      zh: `${subject.zh}${w.zh}${m.zh}合计 {total} ${unit}，${over.zh} {${shape.threshold}} ${unitOf(shape.threshold)}。`,
      en: `${subject.en}${w.en}: ${m.en} {total}, ${over.en} {${shape.threshold}}.`,
    };
  }
  if (shape.kind === 'together') {
    const other = words.records[shape.other] ?? named('');
    return shape.want === 'present'
      ? {
          zh: `${subject.zh}{day} 的${record.zh}之外，另有不应同时出现的${other.zh}（{other}[,{otherDay}]）。`,
          en: `${subject.en}on {day}: there is also a ${other.en} ({other}[, {otherDay}]) that must not stand beside it.`,
        }
      : {
          zh: `${subject.zh}{day} 的${record.zh}，没有应当同时有的${other.zh}。`,
          en: `${subject.en}on {day}: the ${other.en} it needs is missing.`,
        };
  }
  if (shape.kind === 'gap')
    return {
      zh: `${subject.zh}{day} 距上次（[{last}]）只有 {gap} 天，短于 {${shape.threshold}} ${unitOf(shape.threshold)}。`,
      en: `${subject.en}on {day} only {gap} days after the last ([{last}]), fewer than {${shape.threshold}}.`,
    };
  return rowExplanation(form, words, subject);
}

function rowExplanation(form: RuleForm, words: Vocabulary, subject: Bilingual): Bilingual {
  const shown = form.shape.kind === 'row' ? comparisonsOf(form.shape.when) : [];
  const names = [...new Set(shown.filter((c) => isShown(c, form, words)).map(({ field }) => field))];
  const word = (name: string, lang: 'zh' | 'en') => fieldWord(words, form.reads, name)[lang];
  const list = (lang: 'zh' | 'en') => names.map((name) => `[${word(name, lang)} {${name}}]`).join(lang === 'zh' ? '、' : ', ');
  const record = words.records[form.reads] ?? named('');
  return {
    zh: `${subject.zh}{day} 的${record.zh}${names.length ? `(${list('zh')})` : ''}不符合“${form.title.zh}”。`,
    en: `${subject.en}on {day}: the ${record.en}${names.length ? ` (${list('en')})` : ''} is against "${form.title.en}".`,
  };
}

const isShown = ({ field }: ComparisonPart, form: RuleForm, words: Vocabulary): boolean =>
  !['bool', 'id'].includes(words.types[form.reads]?.[field] ?? '');

const workedOutWords: { readonly [name: string]: Bilingual } = {
  age: { zh: '年龄（周岁）', en: 'age in years' },
  stayDays: { zh: '住院天数', en: 'days of stay' },
};
/** What a field of the form is called. */
export const fieldWord = (words: Vocabulary, table: string, name: string): Bilingual =>
  workedOutWords[name] ?? columnWord(words, table, name) ?? named(name);
