/** What the static checks of a rule say (language/src/checks): each names the place in the words of the composer. */
import { sentence } from '../messages.ts';
import { columnOf, columnWords, recordWords, valueWords } from '../rule-words.ts';

interface At {
  place: string;
}
interface Words {
  zh: string;
  en: string;
}
type Said = At & { said: Words };
type Other = At & { rule: string; title: Words };

const places: readonly [RegExp, string, string][] = [
  [/^where/, '检查范围', 'population'],
  [/^when|^on/, '判断条件', 'condition'],
  [/^right/, '另一方的条件', 'condition of the other record'],
  [/^key/, '分组', 'key'],
  [/^exemptions/, '豁免', 'exemption'],
  [/^facts/, '说明里的数值', 'fact of the explanation'],
  [/^explain/, '疑点说明', 'explanation'],
  [/^money/, '违规金额', 'money'],
  [/^folds|^stream/, '先后顺序', 'sequence'],
  [/^parameters/, '阈值', 'parameter'],
  [/^inQuestion/, '疑点记录', 'records in question'],
  [/^value|^volume|^also/, '比较的数值', 'value compared'],
  [/^reads/, '检查对象', 'records'],
];
const at = (f: At, lang: 'zh' | 'en'): string => {
  const found = places.find(([pattern]) => pattern.test(f.place));
  if (lang === 'zh') return `${found?.[1] ?? '规则'}（${f.place}）`;
  return `${found?.[2] ?? 'rule'} (${f.place})`;
};

const units: Record<string, Words> = {
  fen: { zh: '金额', en: 'an amount' },
  quantity: { zh: '数量', en: 'a quantity' },
  price: { zh: '单价', en: 'a unit price' },
  day: { zh: '日期', en: 'a date' },
  instant: { zh: '时刻', en: 'a moment' },
  days: { zh: '天数', en: 'days' },
  seconds: { zh: '时长', en: 'a time span' },
  hours: { zh: '小时数', en: 'hours' },
  minutes: { zh: '分钟数', en: 'minutes' },
  count: { zh: '次数', en: 'a count' },
  years: { zh: '周岁', en: 'years' },
  yuan: { zh: '元', en: 'yuan' },
  ratio: { zh: '比例', en: 'a ratio' },
  sex: { zh: '性别', en: 'a sex' },
  level: { zh: '级别', en: 'a class' },
  serial: { zh: '序号', en: 'a serial number' },
};
const unit = (name: string, lang: 'zh' | 'en'): string => {
  if (units[name]) return units[name][lang];
  const column = name.startsWith('id:') ? (columnWords as Record<string, Words>)[name.slice(3)] : undefined;
  return column?.[lang] ?? name;
};
const types: Record<string, Words> = {
  bool: { zh: '条件', en: 'a condition' },
  int: { zh: '数', en: 'a number' },
  text: { zh: '文字', en: 'a text' },
  texts: { zh: '名单', en: 'a list' },
  unknown: { zh: '未知', en: 'unknown' },
};
const type = (name: string, lang: 'zh' | 'en'): string => types[name]?.[lang] ?? name;
const table = (name: string, lang: 'zh' | 'en'): string => recordWords[name]?.[lang] ?? name;
const choices = (f: { table: string; field: string }, lang: 'zh' | 'en'): string =>
  Object.values(valueWords[f.field] ?? {})
    .map((word) => word[lang])
    .join(lang === 'zh' ? '、' : ', ');

export const ruleCheckMessages = {
  'rule.check.noTable': sentence<At & { name: string }>(
    (f) => `没有“${f.name}”这种记录`,
    (f) => `no records ${f.name}`,
  ),
  'rule.check.noField': sentence<At & { name: string; table: string }>(
    (f) => `${at(f, 'zh')}：${table(f.table, 'zh')}没有字段“${f.name}”`,
    (f) => `${at(f, 'en')}: a ${table(f.table, 'en')} has no field ${f.name}`,
  ),
  'rule.check.noParameter': sentence<At & { name: string }>(
    (f) => `${at(f, 'zh')}：没有阈值或知识点参数“${f.name}”`,
    (f) => `${at(f, 'en')}: no parameter ${f.name}`,
  ),
  'rule.check.noFold': sentence<At & { name: string }>(
    (f) => `${at(f, 'zh')}：没有名为“${f.name}”的累计`,
    (f) => `${at(f, 'en')}: no fold ${f.name}`,
  ),
  'rule.check.noOperator': sentence<At & { name: string }>(
    (f) => `${at(f, 'zh')}：没有运算“${f.name}”`,
    (f) => `${at(f, 'en')}: no operator ${f.name}`,
  ),
  'rule.check.noFact': sentence<At & { name: string }>(
    (f) => `${at(f, 'zh')}：花括号里的“${f.name}”没有对应的数值`,
    (f) => `${at(f, 'en')}: nothing fills {${f.name}}`,
  ),
  'rule.check.argumentType': sentence<At & { name: string; n: string; found: string; wanted: string }>(
    (f) => `${at(f, 'zh')}：运算“${f.name}”的第 ${f.n} 项是${type(f.found, 'zh')}，应为${type(f.wanted, 'zh')}`,
    (f) => `${at(f, 'en')}: argument ${f.n} of ${f.name} is ${type(f.found, 'en')}, not ${type(f.wanted, 'en')}`,
  ),
  'rule.check.argumentCount': sentence<At & { name: string; wanted: string; found: string }>(
    (f) => `${at(f, 'zh')}：运算“${f.name}”要 ${f.wanted} 项，现有 ${f.found} 项`,
    (f) => `${at(f, 'en')}: ${f.name} takes ${f.wanted} arguments, not ${f.found}`,
  ),
  'rule.check.mixedTypes': sentence<At & { name: string; types: string }>(
    (f) =>
      `${at(f, 'zh')}：“${f.name}”两边不是同一类值（${f.types
        .split(',')
        .map((one) => type(one, 'zh'))
        .join('、')}）`,
    (f) => `${at(f, 'en')}: ${f.name} mixes ${f.types}`,
  ),
  'rule.check.wrongType': sentence<At & { found: string; wanted: string }>(
    (f) => `${at(f, 'zh')}：这里应为${type(f.wanted, 'zh')}，而不是${type(f.found, 'zh')}`,
    (f) => `${at(f, 'en')}: ${type(f.wanted, 'en')} must stand here, not ${type(f.found, 'en')}`,
  ),
  'rule.check.aggregateInRecord': sentence<At & { name: string }>(
    (f) => `${at(f, 'zh')}：“${f.name}”要看一组记录，这里只看一条`,
    (f) => `${at(f, 'en')}: ${f.name} asks a group, here stands one record`,
  ),
  'rule.check.malformed': sentence<At & { problem: string }>(
    (f) => `${at(f, 'zh')}：${f.problem}`,
    (f) => `${at(f, 'en')}: ${f.problem}`,
  ),
  'rule.check.tooDeep': sentence<At>(
    (f) => `${at(f, 'zh')}：条件套得太深（超过 200 层）`,
    (f) => `${at(f, 'en')}: more than 200 levels deep`,
  ),
  'rule.check.foldCircle': sentence<At & { path: string }>(
    (f) => `${at(f, 'zh')}：累计互相引用成了圈：${f.path}`,
    (f) => `${at(f, 'en')}: folds refer to each other in a circle: ${f.path}`,
  ),
  'rule.check.foldOfFold': sentence<At & { name: string }>(
    (f) => `${at(f, 'zh')}：累计只能从记录算起，不能引用另一个累计“${f.name}”`,
    (f) => `${at(f, 'en')}: a fold is worked out from records, not from the fold ${f.name}`,
  ),
  'rule.check.unitMismatch': sentence<At & { a: string; b: string }>(
    (f) => `${at(f, 'zh')}：${unit(f.a, 'zh')}和${unit(f.b, 'zh')}单位不同，不能放在一起比较或相加`,
    (f) => `${at(f, 'en')}: ${unit(f.a, 'en')} and ${unit(f.b, 'en')} do not go together`,
  ),
  'rule.check.factUnit': sentence<At & { unit: string; form: string }>(
    (f) => `${at(f, 'zh')}：数值是${unit(f.unit, 'zh')}，写法却是${unit(f.form, 'zh')}`,
    (f) => `${at(f, 'en')}: the value is ${unit(f.unit, 'en')} and is written as ${unit(f.form, 'en')}`,
  ),
  'rule.check.noSuchValue': sentence<At & { field: string; table: string; value: string }>(
    (f) => `${at(f, 'zh')}：${columnOf(f.table, f.field).zh}没有“${f.value}”这个值（只有${choices(f, 'zh')}），永远不会相符`,
    (f) => `${at(f, 'en')}: ${columnOf(f.table, f.field).en} has no value ${f.value} (only ${choices(f, 'en')})`,
  ),
  'rule.check.parameterRange': sentence<At & { title: Words; standard: number; minimum: number | null; maximum: number | null }>(
    (f) => `阈值“${f.title.zh}”的标准值 ${f.standard} 超出范围（${f.minimum ?? '不限'} ~ ${f.maximum ?? '不限'}）`,
    (f) => `parameter "${f.title.en}": ${f.standard} is out of range (${f.minimum ?? 'open'} to ${f.maximum ?? 'open'})`,
  ),
  'rule.check.parameterBounds': sentence<At & { title: Words; minimum: number | null; maximum: number | null }>(
    (f) => `阈值“${f.title.zh}”的最小值 ${f.minimum} 大于最大值 ${f.maximum}`,
    (f) => `parameter "${f.title.en}": least ${f.minimum} is above most ${f.maximum}`,
  ),
  'rule.check.zeroDivision': sentence<At>(
    (f) => `${at(f, 'zh')}：比值的分母只能是零，没有可比的对象`,
    (f) => `${at(f, 'en')}: the denominator can only be zero`,
  ),
  'rule.check.neverTakesPart': sentence<Said>(
    (f) => `检查范围自相矛盾，没有一条记录会被检查：${f.said.zh}`,
    (f) => `no record can take part: ${f.said.en}`,
  ),
  'rule.check.allExempt': sentence<At>(
    () => '豁免把检查范围内的记录全部排除了',
    () => 'the exemptions leave no record',
  ),
  'rule.check.neverHits': sentence<Said>(
    (f) => `判断条件永远不能成立：${f.said.zh}`,
    (f) => `the condition can never hold: ${f.said.en}`,
  ),
  'rule.check.neverHitsInScope': sentence<Said>(
    (f) => `在检查范围之内，判断条件永远不能成立：${f.said.zh}`,
    (f) => `within the population the condition can never hold: ${f.said.en}`,
  ),
  'rule.check.alwaysHits': sentence<Said>(
    (f) => `凡参与判断的记录都会成为疑点，条件等于没有写：${f.said.zh}`,
    (f) => `every record that is judged is a hit: ${f.said.en}`,
  ),
  'rule.check.neverExempt': sentence<Said & { title: Words }>(
    (f) => `豁免“${f.title.zh}”永远不会用上：${f.said.zh}`,
    (f) => `exemption "${f.title.en}" can never apply: ${f.said.en}`,
  ),
  'rule.check.partNever': sentence<Said>(
    (f) => `几种情形之中，这一种永远不能成立：${f.said.zh}`,
    (f) => `of the alternatives this one can never hold: ${f.said.en}`,
  ),
  'rule.check.sameRule': sentence<Other>(
    (f) => `与在用规则“${f.title.zh}”完全相同`,
    (f) => `the same as the live rule "${f.title.en}"`,
  ),
  'rule.check.containedIn': sentence<Other>(
    (f) => `本规则的疑点，在用规则“${f.title.zh}”都会报：本规则被它包含`,
    (f) => `whatever this rule reports, the live rule "${f.title.en}" reports too`,
  ),
  'rule.check.containsRule': sentence<Other>(
    (f) => `在用规则“${f.title.zh}”的疑点，本规则都会报：本规则包含它`,
    (f) => `whatever the live rule "${f.title.en}" reports, this one reports too`,
  ),
  'rule.check.contradicts': sentence<Other>(
    (f) => `与在用规则“${f.title.zh}”矛盾：同一条记录不可能同时合乎两条规则`,
    (f) => `contradicts the live rule "${f.title.en}": no record can be in order for both`,
  ),
};
