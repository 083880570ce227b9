/** Expressions without parts: values, fields of the one and of the other record, parameters, folds. */
import { type Expression, isCall, type Value } from '../expression.ts';
import { tableOf, unitOfParameter } from '../units.ts';
import { columnWord } from '../vocabulary.ts';
import { foldPhrases } from './phrases.ts';
import { nameOf, say, statement, value } from './said.ts';
import { type Hint, pick, type Said, type Speaker } from './speaker.ts';
import { hintOf, writeTenths, writeValue } from './values.ts';

export function sayLeaf(e: Expression, speaker: Speaker, hint?: Hint): Said {
  const { words, lang, rule } = speaker;
  if (e.op === 'literal') {
    const plain = (e as { value: Value }).value;
    if (typeof plain === 'boolean' && !hint?.values)
      return statement(pick(speaker, plain ? '一律成立' : '一律不成立', plain ? 'always' : 'never'));
    return value(writeValue(plain, hint ?? { unit: undefined }, speaker));
  }
  if (e.op === 'listed') return statement(pick(speaker, '项目在知识点名单内', 'the item is on the list'));
  if (e.op === 'field') return sayField(e as { name: string; of?: 'right' }, speaker);
  if (e.op === 'param') return sayParam(nameOf(e), speaker, hint);
  const use = 'stream' in rule.shape ? rule.shape.stream?.folds[nameOf(e)] : undefined;
  if (!use) return value(pick(speaker, '此前的累计', 'what came before'));
  const args = use.args.map((arg) => say(arg, speaker, hintOf(arg, speaker)).text);
  if (use.fold === 'previous' && isBackwards(rule)) return value(pick(speaker, `下一条记录的${args[0]}`, `${args[0]} of the record after`));
  return value(foldPhrases[use.fold as keyof typeof foldPhrases]?.[lang](...args) ?? words.columns.day?.[lang] ?? '');
}

/** Walked from the last record to the first, so that the one before is the one that follows. */
export function isBackwards({ shape }: Speaker['rule']): boolean {
  const order = 'stream' in shape ? shape.stream?.order : undefined;
  return order !== undefined && isCall(order) && order.op === 'subtract' && order.args[0]?.op === 'literal';
}

function sayField({ name, of }: { name: string; of?: 'right' }, speaker: Speaker): Said {
  const { words, lang, rule } = speaker;
  const table = tableOf(rule, of);
  const word = columnWord(words, table, name)?.[lang] ?? pick(speaker, '其他字段', 'another field');
  if (words.types[table]?.[name] === 'bool') {
    const subject = of === 'right' ? otherRecord(speaker) : '';
    return statement(pick(speaker, `${subject}属于${word}`, `${subject ? `${subject} ` : ''}is ${word}`));
  }
  if (of !== 'right')
    return value(bothSides(speaker) ? pick(speaker, `本${words.records[table]?.measure ?? '条'}的${word}`, `this one's ${word}`) : word);
  // a name of the other table that says where it belongs needs no owner
  const plain = words.tableColumns[`${table}.${name}`] && table !== rule.reads;
  return value(plain ? word : pick(speaker, `${otherRecord(speaker)}的${word}`, `${otherRecord(speaker)}'s ${word}`));
}

/** Two records of one kind are told apart; of two kinds the names do it. */
const bothSides = ({ rule, alone }: Speaker): boolean => !alone && rule.shape.kind === 'pair' && rule.shape.right.reads === rule.reads;
const otherRecord = (speaker: Speaker): string => {
  const { rule, words, lang } = speaker;
  const table = tableOf(rule, 'right');
  const word = words.records[table];
  if (table !== rule.reads) return word?.[lang] ?? '';
  return pick(speaker, `另一${word?.measure ?? '条'}`, 'the other');
};

/** A parameter: the value that stands, and what it is called. */
function sayParam(name: string, speaker: Speaker, hint?: Hint): Said {
  const { rule, words, lang } = speaker;
  const own = rule.parameters[name];
  const known = words.params[name];
  const standard =
    own &&
    writeValue(
      own.standard as Value,
      { unit: unitOfParameter(own.unit, name), values: known?.values ?? hint?.values },
      speaker,
      lang === 'zh' || own.unit === '%' ? own.unit : undefined,
    );
  if (own?.unit === '0.1') return value(`${writeTenths(own.standard as number, speaker)}${titled(own.title[lang], speaker)}`);
  if (!rule.knowledgeParams.includes(name) && own)
    return value(
      unitOfParameter(own.unit, name) === 'fen'
        ? `${writeValue(own.standard as Value, { unit: 'fen' }, speaker)}${titled(own.title[lang], speaker)}`
        : `${standard}${titled(own.title[lang], speaker)}`,
    );
  const word = known?.[lang] ?? pick(speaker, '参数', 'parameter');
  if (known && !known.unit && !known.values && isBoolParam(name))
    return statement(pick(speaker, `知识点写明“${word}”`, `the point says "${word}"`));
  const text = pick(speaker, `知识点规定的${word}`, `the point's ${word}`);
  return value(own ? pick(speaker, `${text}（未写明时为${standard}）`, `${text} (if not given ${standard})`) : text);
}
const titled = (title: string, speaker: Speaker): string => pick(speaker, `〔${title}〕`, ` (${title})`);
const isBoolParam = (name: string): boolean => name === 'sameProvider' || name === 'span' || name === 'selected';
