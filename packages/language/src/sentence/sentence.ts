/** Any rule as sentences an officer can read: who is looked at, what is asked, what is exempt, what is in question and worth what. */
import { type Expression, isCall } from '../expression.ts';
import type { RuleTree } from '../rule.ts';
import { withoutScale } from '../scale.ts';
import { unitOf } from '../units.ts';
import { columnWord, type Vocabulary } from '../vocabulary.ts';
import { windowValues, windowWords } from './choices.ts';
import { plainForm } from './conditions.ts';
import { isBackwards } from './leaf.ts';
import { peerText } from './peer-text.ts';
import { sayText, tidy } from './said.ts';
import { say } from './say.ts';
import { pick, type Speaker } from './speaker.ts';

/** One part of the sentence. */
export interface SentencePart {
  readonly kind: 'population' | 'condition' | 'exemption' | 'inQuestion' | 'money' | 'where';
  readonly text: string;
}

/** The whole rule as one paragraph. */
export const sentenceOf = (rule: RuleTree, words: Vocabulary, lang: 'zh' | 'en'): string =>
  sentenceParts(rule, words, lang)
    .map(({ text }) => text)
    .join(lang === 'zh' ? '' : ' ');

/** The same, part by part. */
export function sentenceParts(rule: RuleTree, words: Vocabulary, lang: 'zh' | 'en'): SentencePart[] {
  const speaker: Speaker = { words, lang, rule, say, named: new Map() };
  const parts: [SentencePart['kind'], string][] = [
    ['population', population(speaker)],
    ['condition', condition(speaker)],
    ...rule.exemptions.map((x): [SentencePart['kind'], string] => ['exemption', exemption(x, speaker)]),
    ['inQuestion', inQuestion(speaker)],
    ['money', money(speaker)],
  ];
  const where = [...(speaker.named?.values() ?? [])].map(({ label, text }) => pick(speaker, `${label}为${text}`, `${label} is ${text}`));
  if (where.length > 0) parts.push(['where', pick(speaker, `其中：${where.join('；')}。`, `Where ${where.join('; ')}.`)]);
  return parts.flatMap(([kind, text]) => (text ? [{ kind, text: begun(tidy(text, speaker), lang) }] : []));
}

/** English sentences begin with a capital. */
const begun = (text: string, lang: 'zh' | 'en'): string => (lang === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text);

/** An expression as an officer would say it, for marks and notices. */
export const sayExpression = (e: Expression, rule: RuleTree, words: Vocabulary, lang: 'zh' | 'en'): string =>
  sayText(e, { words, lang, rule, say });

const record = ({ rule, words, lang }: Speaker): string => words.records[rule.reads]?.[lang] ?? '';
const measure = ({ rule, words }: Speaker): string => words.records[rule.reads]?.measure ?? '条';

/** Which records: those the knowledge points speak of, and of these whom the population takes. */
function judged(speaker: Speaker): string {
  const { rule, words, lang } = speaker;
  const { knowledge } = rule;
  const role = knowledge && (words.roles[knowledge.role]?.[lang] ?? words.roles.code?.[lang] ?? '');
  const of =
    !knowledge || knowledge.mode === 'list'
      ? ''
      : knowledge.by === 'prefix'
        ? pick(speaker, '编码符合知识点的', ' whose code a knowledge point names')
        : pick(speaker, `${role}的`, ` for ${role}`);
  const who = pick(speaker, `${of}${record(speaker)}`, `${record(speaker)}${of}`);
  if (!rule.where) return who;
  const where = say(rule.where, { ...speaker, alone: true }).text;
  return pick(speaker, `${who}（只看${where}的）`, `${who} (only where ${where})`);
}

function population(speaker: Speaker): string {
  const { rule } = speaker;
  const who = judged(speaker);
  const same = sameKey(rule.key, speaker);
  if (rule.shape.kind === 'group') {
    const key = same.join(pick(speaker, '、', ', '));
    return pick(speaker, `把${who}按${key || '全部记录'}归为一组。`, `Takes each ${who} together by ${key || 'all records'}.`);
  }
  if (rule.shape.kind === 'sequence') {
    const key = sameKey(rule.shape.stream.key, speaker).join(pick(speaker, '、', ', '));
    return pick(
      speaker,
      `对${key}，按时间先后依次检查每一${measure(speaker)}${who}。`,
      `For ${key}, looks at each ${who} in the order of time.`,
    );
  }
  return pick(speaker, `逐${measure(speaker)}检查${who}。`, `Looks at each ${who}.`);
}

/** What records must share. */
function sameKey(key: readonly Expression[], speaker: Speaker): string[] {
  const shown: string[] = [];
  const window = key.find((part) => windowValues(part));
  for (const part of key) {
    if (part.op === 'literal') continue;
    if (windowValues(part)) {
      // the window's two parts are said once, by the one that names most windows
      const all = [...key]
        .filter((other) => windowValues(other))
        .sort((a, b) => (windowValues(b)?.length ?? 0) - (windowValues(a)?.length ?? 0));
      if (part === window)
        shown.push(
          pick(speaker, `同一${windowWords(all[0] as Expression, speaker)}`, `the same ${windowWords(all[0] as Expression, speaker)}`),
        );
      continue;
    }
    shown.push(sameWord(part, speaker));
  }
  return shown;
}

const days: readonly string[] = ['day', 'begunDay', 'endedDay', 'settledDay'];
function sameWord(e: Expression, speaker: Speaker): string {
  const { rule, words, lang } = speaker;
  if (e.op === 'field') {
    const { name } = e as { name: string };
    const word = columnWord(words, rule.reads, name)?.[lang] ?? '';
    if (name === 'day') return pick(speaker, '同一天', 'the same day');
    if (days.includes(name)) return pick(speaker, `同一${word}`, `the same ${word}`);
    const thing = words.types[rule.reads]?.[name] === 'id' || name === 'prescriptionNo';
    const measured = name === 'encounter' ? '次' : '';
    return pick(speaker, thing ? `同一${measured}${word}` : `相同的${word}`, `the same ${word}`);
  }
  if (e.op === 'param') return pick(speaker, `同一${say(e, speaker).text}`, `the same ${say(e, speaker).text}`);
  if (isCall(e)) {
    const [a, b, c] = e.args;
    if (e.op === 'monthStart') return pick(speaker, '同一个月', 'the same month');
    if (e.op === 'yearStart') return pick(speaker, '同一年', 'the same year');
    if (e.op === 'dayOf') return pick(speaker, '同一天', 'the same day');
    if (e.op === 'choose' && c?.op === 'literal')
      return pick(
        speaker,
        `${sameWord(b as Expression, speaker)}（${say(a as Expression, speaker).text}时）`,
        `${sameWord(b as Expression, speaker)} (if ${say(a as Expression, speaker).text})`,
      );
  }
  return pick(speaker, `相同的${say(e, speaker).text}`, `the same ${say(e, speaker).text}`);
}

const verdicts: { readonly [certainty: string]: readonly [zh: string, en: string] } = {
  clear: ['认定为违规', 'is a clear violation'],
  suspect: ['列为可疑', 'is suspect'],
  statistic: ['列为统计监测', 'is shown as a statistic'],
};
const verdict = (speaker: Speaker): string => {
  const [zh, en] = verdicts[speaker.rule.certainty] ?? ['列为数据质量问题', 'is a fault of the data'];
  return pick(speaker, zh, en);
};

/** Several conditions that must all hold are numbered. */
function conditionText(e: Expression, speaker: Speaker): string {
  const plain = plainForm(e, speaker);
  if (isCall(plain) && plain.op === 'and' && plain.args.length >= 3) {
    const parts = plain.args.map((arg, i) => `(${i + 1})${pick(speaker, '', ' ')}${say(arg, speaker).text}`);
    return pick(speaker, `同时符合：${parts.join('；')}`, `all of these hold: ${parts.join('; ')}`);
  }
  return say(plain, speaker).text;
}

function condition(speaker: Speaker): string {
  const { rule } = speaker;
  const { shape, knowledge } = rule;
  if (shape.kind === 'pair') return pairCondition(speaker);
  if (shape.kind === 'peer') return `${peerText(shape, speaker, verdict(speaker))}${neighbourText(speaker)}`;
  const always = shape.when.op === 'literal' && (shape.when as { value: unknown }).value === true;
  const { asked, unknown } = judgedOnly(shape.when, speaker);
  const text = conditionText(asked, speaker);
  const who = shape.kind === 'group' ? pick(speaker, '一组之内，', 'Within a group: ') : '';
  if (always) return pick(speaker, `凡有这样的记录，${verdict(speaker)}。`, `Every such record ${verdict(speaker)}.`);
  const alternatives = knowledge?.mode === 'alternatives' ? pick(speaker, '对每一条知识点都', 'for every point: ') : '';
  const also = shape.kind === 'row' || shape.kind === 'sequence' ? onceFor(speaker) : '';
  return pick(
    speaker,
    `${who}${alternatives}${text}的，${verdict(speaker)}${also}${unknown}。`,
    `${who}${alternatives}if ${text}, it ${verdict(speaker)}${also}${unknown}.`,
  );
}

/** Which record the one before or after is, where the rule is not about records one after the other. */
function neighbourText(speaker: Speaker): string {
  const { shape } = speaker.rule;
  const stream = 'stream' in shape ? shape.stream : undefined;
  if (!stream || !Object.values(stream.folds).some(({ fold }) => fold === 'previous')) return '';
  const same = sameKey(stream.key, speaker).join(pick(speaker, '、', ', '));
  const after = isBackwards(speaker.rule);
  return pick(
    speaker,
    `“${after ? '下' : '上'}一条记录”是${same}${after ? '其后' : '此前'}最近的一${measure(speaker)}。`,
    ` The record ${after ? 'after' : 'before'} is the ${after ? 'next' : 'last'} of ${same}.`,
  );
}

/** What makes a condition undecidable on purpose is said behind it. */
function judgedOnly(when: Expression, speaker: Speaker): { asked: Expression; unknown: string } {
  if (!isCall(when) || when.op !== 'choose' || when.args[1]?.op !== 'literal' || (when.args[1] as { value: unknown }).value !== null)
    return { asked: when, unknown: '' };
  const text = say(when.args[0] as Expression, speaker).text;
  return { asked: when.args[2] as Expression, unknown: pick(speaker, `；${text}的，不作判断`, `; if ${text}, it is not judged`) };
}

/** Where records of one key give one finding. */
function onceFor(speaker: Speaker): string {
  const { rule } = speaker;
  const own = rule.key.length === 1 && rule.key[0]?.op === 'field' && (rule.key[0] as { name: string }).name === rule.reads;
  if (own) return '';
  const same = sameKey(rule.key, speaker).join(pick(speaker, '、', ', '));
  return pick(speaker, `；${same}只列一条`, `; ${same} gives one finding`);
}

function pairCondition(speaker: Speaker): string {
  const { rule, words, lang } = speaker;
  if (rule.shape.kind !== 'pair') return '';
  const { right, link, on, want } = rule.shape;
  const other = words.records[right.reads];
  const role = right.role ? pick(speaker, `${words.roles[right.role]?.zh ?? ''}的`, ` for ${words.roles[right.role]?.en ?? ''}`) : '';
  const same = right.reads === rule.reads;
  const noun = pick(speaker, `${role}${other?.zh ?? ''}`, `${other?.en ?? ''}${role}`);
  const linked = link.map(([l]) => sameWord(l, speaker)).join(pick(speaker, '、', ', '));
  const { asked, unknown: undecided } = judgedOnly(on, speaker);
  const whose = right.where ? say(right.where, speaker).text : '';
  const conditions = [whose, asked.op === 'literal' ? '' : conditionText(asked, speaker)]
    .filter(Boolean)
    .join(pick(speaker, '，且', ', and '));
  const alternatives = rule.knowledge?.mode === 'alternatives' ? pick(speaker, '对每一条知识点都是：', 'for every point, ') : '';
  const unknown = `${undecided}${withoutAny(right.none, other, speaker)}`;
  const [first] = link[0] ?? [];
  // the record's own institution or practitioner is looked up, not searched for
  const own = first?.op === 'field' && (first as { name: string }).name === right.reads;
  const existence = own
    ? pick(speaker, `其${noun}符合：${conditions}`, `its ${noun} has: ${conditions}`)
    : existing({ noun, linked, conditions, same, want, lang, measure: other?.measure ?? '条' });
  return pick(
    speaker,
    `${alternatives}${existence}的，${verdict(speaker)}${onceFor(speaker)}${unknown}。`,
    `If ${alternatives}${existence}, it ${verdict(speaker)}${onceFor(speaker)}${unknown}.`,
  );
}

/** What it means that no such record came at all. */
function withoutAny(none: 'unknown' | 'clear' | undefined, other: { zh: string; en: string } | undefined, speaker: Speaker): string {
  if (none === 'unknown')
    return pick(speaker, `；没有任何${other?.zh ?? ''}记录的，不作判断`, `; without any ${other?.en ?? ''} it is not judged`);
  if (none === 'clear')
    return pick(speaker, `；没有任何${other?.zh ?? ''}记录的，不算疑点`, `; without any ${other?.en ?? ''} it is clear`);
  return '';
}

interface Existing {
  noun: string;
  linked: string;
  conditions: string;
  same: boolean;
  want: 'present' | 'absent';
  lang: 'zh' | 'en';
  measure: string;
}
function existing({ noun, linked, conditions, same, want, lang, measure: counted }: Existing): string {
  if (lang === 'en') {
    const head = want === 'present' ? `there is ${same ? 'another' : 'a'} ${noun}` : `there is no ${noun}`;
    return `${head} of ${linked}${conditions ? ` where ${conditions}` : ''}`;
  }
  const there = want === 'present' ? (same ? `另有一${counted}` : '有') : '没有';
  return conditions ? `${linked}${there}这样的${noun}：${conditions}` : `${linked}${there}${noun}`;
}

function exemption(x: RuleTree['exemptions'][number], speaker: Speaker): string {
  const when = say(x.when, { ...speaker, alone: x.acts !== 'link' }).text;
  const acts = {
    population: pick(speaker, '不参与判断', 'takes no part'),
    link: pick(speaker, '不算成对', 'is no pair'),
    finding: pick(speaker, '只提示、不追究', 'is said, not pursued'),
  }[x.acts];
  return pick(speaker, `豁免“${x.title.zh}”：${when}的，${acts}。`, `Exempt "${x.title.en}": if ${when}, it ${acts}.`);
}

function inQuestion(speaker: Speaker): string {
  const { inQuestion: rule } = speaker.rule;
  if (rule.kind === 'hits')
    return speaker.rule.shape.kind === 'group' ? pick(speaker, '组内记录全部列入疑点。', 'All records of the group are in question.') : '';
  const by = say(rule.by, speaker).text;
  const time = ['day', 'instant'].includes(String(unitOf(rule.by, speaker)));
  const most = rule.order === 'largest';
  const zh = time ? (most ? '最晚' : '最早') : most ? '最大' : '最小';
  const en = time ? (most ? 'latest' : 'earliest') : most ? 'largest' : 'smallest';
  const order = pick(speaker, `${by}${zh}的一${measure(speaker)}除外`, `all but the one of the ${en} ${by}`);
  const all = rule.where.op === 'literal';
  const where = all ? '' : pick(speaker, `${say(rule.where, speaker).text}的记录中，`, `of those where ${say(rule.where, speaker).text}, `);
  return pick(speaker, `${where}${order}，其余列入疑点。`, `In question: ${where}${order}.`);
}

function money(speaker: Speaker): string {
  const { money: rule } = speaker.rule;
  const text = (e: Expression) => say(e, speaker).text;
  if (rule.kind === 'amount')
    return rule.amount
      ? pick(speaker, `违规金额按${text(rule.amount)}计。`, `Worth ${text(rule.amount)}.`)
      : pick(speaker, '违规金额为疑点记录的全部金额。', 'Worth the whole amount of the records in question.');
  if (rule.kind === 'excess') {
    const [quantity, limit] = withoutScale(rule.quantity, rule.limit, speaker).map(text);
    return pick(
      speaker,
      `违规金额为${quantity}超出${limit}的部分，从最后发生的记录算起。`,
      `Worth the ${quantity} above ${limit}, taken from the last records.`,
    );
  }
  if (rule.kind === 'daysBeyond')
    return pick(
      speaker,
      `违规金额为超出${text(rule.limit)}之后各天的部分，按天分摊。`,
      `Worth the days beyond ${text(rule.limit)}, pro rata.`,
    );
  if (rule.kind === 'priceAbove')
    return pick(
      speaker,
      `违规金额为单价高出${text(rule.price)}的部分乘以数量。`,
      `Worth the unit price above ${text(rule.price)} times the quantity.`,
    );
  if (rule.kind === 'none') return pick(speaker, '不涉及金额。', 'Worth no money.');
  if (rule.less.op === 'literal' && (rule.less as { value: unknown }).value === 0)
    return pick(speaker, '违规金额为合计金额。', 'Worth the sum.');
  return pick(speaker, `违规金额为合计金额减去${text(rule.less)}。`, `Worth the sum less ${text(rule.less)}.`);
}
