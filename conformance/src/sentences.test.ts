// Every rule can be read aloud: no identifier in the Chinese sentence, a phrase for every operator, and a dozen sentences by hand.
import { knowledgeParamTypes, ruleSchema, rules } from '@hengjian/catalog';
import { ruleVocabulary as words } from '@hengjian/domain';
import { aggregates, folds, operators, type RuleTree, sentenceOf } from '@hengjian/language';
import { aggregatePhrases, foldPhrases, operatorPhrases } from '@hengjian/language/sentence/phrases.ts';
import { describe, expect, test } from 'vitest';

const all = Object.values(rules) as RuleTree[];
const zh = (id: keyof typeof rules) => sentenceOf(rules[id] as RuleTree, words, 'zh');

describe.each(all.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('reads as Chinese, without identifiers', () => {
    // codes of diagnoses and the like stand in quotation marks
    const text = sentenceOf(rule, words, 'zh').replace(/“[A-Z0-9.]+”/g, '');
    expect(text.replace(/ICD-10|DRG|DIP/g, '')).not.toMatch(/[A-Za-z]/);
    expect(text).not.toMatch(/undefined|null|\[object|其他字段/);
    expect(text).toMatch(/。$/);
  });
  test('reads as English', () => {
    const text = sentenceOf(rule, words, 'en');
    expect(text).not.toMatch(/\p{Script=Han}|undefined|\[object/u);
    expect(text).toMatch(/\.$/);
  });
});

test('every operator, aggregate and fold has a phrase in both languages', () => {
  for (const [names, phrases] of [
    [operators, operatorPhrases],
    [aggregates, aggregatePhrases],
    [folds, foldPhrases],
  ] as const) {
    expect(Object.keys(phrases).sort()).toEqual(Object.keys(names).sort());
    for (const phrase of Object.values(phrases)) {
      expect(phrase.zh('甲', '乙', '丙')).toMatch(/\p{Script=Han}/u);
      expect(phrase.en('a', 'b', 'c')).not.toMatch(/\p{Script=Han}/u);
    }
  }
});

test('every column that rules may read and every parameter of knowledge has a word', () => {
  for (const [table, { columns }] of Object.entries(ruleSchema.tables))
    for (const column of Object.keys(columns))
      expect(words.columns[column] ?? words.tableColumns[`${table}.${column}`], `${table}.${column}`).toBeDefined();
  for (const name of Object.keys(knowledgeParamTypes)) expect(words.params[name], name).toBeDefined();
});

// Written by hand from the rules' own pages.
const expected: [id: keyof typeof rules, sentence: string][] = [
  ['service-sex', '逐条检查知识点所列项目的费用明细。性别不为知识点规定的限定性别的，认定为违规。违规金额为疑点记录的全部金额。'],
  [
    'diagnosis-sex',
    '逐个检查编码符合知识点的诊断。性别不为知识点规定的限定性别的，认定为违规；同一次就诊只列一条。违规金额为疑点记录的全部金额。',
  ],
  [
    'service-setting',
    '逐条检查知识点所列项目的费用明细。就医方式不属于知识点规定的允许的就医方式的，认定为违规。违规金额为疑点记录的全部金额。',
  ],
  ['internet-drug', '逐条检查知识点所列项目的费用明细。属于互联网诊疗的，认定为违规。违规金额为疑点记录的全部金额。'],
  ['after-death', '逐次检查就诊。就诊开始日晚于死亡日之后 1 天〔死亡日后宽限天数〕的，认定为违规。违规金额为疑点记录的全部金额。'],
  [
    'large-purchase',
    '逐次检查就诊（只看就医方式为药店购药的）。总费用大于 2000.00 元〔单次购药金额上限〕的，列为可疑。违规金额为疑点记录的全部金额。',
  ],
  [
    'frequent-purchases',
    '把就诊（只看就医方式为药店购药的）按同一参保人、同一个月归为一组。一组之内，就诊次数大于 10 次〔一个自然月最多购药次数〕的，列为可疑。组内记录全部列入疑点。违规金额为疑点记录的全部金额。',
  ],
  [
    'duplicate-settlement',
    '把结算（只看总费用大于 0.00 元的）按同一次就诊、相同的总费用归为一组。一组之内，结算笔数不小于 2 的，列为可疑。结算时刻最早的一笔除外，其余列入疑点。违规金额为疑点记录的全部金额。',
  ],
  [
    'fee-outside-stay',
    '逐条检查费用明细（只看就医方式为住院的）。费用发生日早于就诊开始时刻所在日，或者费用发生日晚于就诊结束时刻所在日之后 0 天〔出院后允许补记的天数〕的，认定为违规。违规金额为疑点记录的全部金额。',
  ],
  [
    'service-frequency',
    '把知识点所列项目的费用明细按同一参保人、同一知识点规定的时间区间（当日、同次手术、当月、当年、本疗程、本次就诊）、同一机构（知识点写明“只看同一机构”时）归为一组。一组之内，数量合计大于知识点规定的数量上限的，认定为违规。组内记录全部列入疑点。违规金额为数量超出知识点规定的数量上限的部分，从最后发生的记录算起。',
  ],
  [
    'drug-contraindication',
    '逐条检查知识点所列项目的费用明细。同一次就诊有这样的诊断：诊断编码以知识点规定的所列诊断之一开头的，列为可疑；没有任何诊断记录的，不作判断。违规金额为疑点记录的全部金额。',
  ],
  [
    'outpatient-during-stay',
    '逐次检查就诊（只看就医方式为门诊、门诊慢特病、急诊或药店购药的）。同一参保人另有一次这样的就诊：另一次的就医方式为住院，且本次的就诊开始日晚于另一次的就诊开始日，且本次的就诊开始日早于另一次的就诊结束日的，列为可疑。豁免“门诊透析”：主要诊断编码（未知时取空白）以“Z49”〔不查的主要诊断（门诊透析）〕之一开头的，不参与判断。豁免“住院机构内的急诊”：本次的就医方式为急诊，且两次的机构相同的，不算成对。违规金额为疑点记录的全部金额。',
  ],
  [
    'herb-large-prescription',
    '把费用明细（只看费用类别为中药饮片，且就医方式为门诊、门诊慢特病或急诊的）按同一次就诊、同一处方归为一组。一组之内，不同项目的个数大于 20 种〔一张处方最多饮片味数〕的，列为可疑。组内记录全部列入疑点。违规金额为疑点记录的全部金额。',
  ],
  [
    'beds-exceeded',
    '把住院床日（只看核定床位数已知，且核定床位数大于 0 的）按同一机构、同一天归为一组。一组之内，住院床日个数大于最大的核定床位数的（100 %加上 10 %〔容差〕）的，列为可疑。组内记录全部列入疑点。不涉及金额。',
  ],
  [
    'drug-stock',
    '把有进销存对照的费用明细（只看类别为药品，且进销存登记的月份已知的）按同一机构、同一项目、同一个月归为一组。一组之内，数量合计大于最大的（期初数量加上购进数量减去（期末数量加上损耗数量））的（100 %加上 5 %〔容差〕）的，列为可疑。组内记录全部列入疑点。违规金额为数量超出最大的（期初数量加上购进数量减去（期末数量加上损耗数量））的部分，从最后发生的记录算起。',
  ],
  [
    'practitioner-overload',
    '把知识点所列项目的费用明细（只看医师已知的）按同一医师、同一天归为一组。一组之内，（数量乘以知识点规定的每单位最少服务分钟数）合计大于 960 分钟〔一天最多服务分钟数〕的，列为可疑。组内记录全部列入疑点。违规金额为数量乘以知识点规定的每单位最少服务分钟数超出 960 分钟〔一天最多服务分钟数〕的部分，从最后发生的记录算起。',
  ],
  [
    'drug-cost-share',
    '逐次检查就诊（只看机构类别为医疗机构，且药品费已知，且总费用已知的）。药品费合计占总费用合计之比，与机构级别、就医方式、科室（未知时取空白）、结算日所在年相同的同类比较（就诊次数不少于 20 人次〔样本不少于〕，同类不少于 5 个〔同类不少于〕）：稳健评分（中位数、绝对中位差）高出同类达到 3.5〔离群评分阈值〕，并且数值超过 35 %〔占比参考值〕的，列为统计监测。不涉及金额。',
  ],
];
test.each(expected)('%s as written by hand', (id, sentence) => {
  expect(zh(id)).toBe(sentence);
});

test('numbers are said as people write them: no scale, no percent times a hundred, no end of time', () => {
  for (const rule of all) {
    const [zh, en] = [sentenceOf(rule, words, 'zh'), sentenceOf(rule, words, 'en')];
    for (const text of [zh, en]) expect(text, rule.id).not.toMatch(/(乘以|times) 10+\b|千分值|thousandth|253402214400|早于不限/);
    // a difference that is multiplied stands in brackets
    expect(zh, rule.id).not.toMatch(/减去[^，。；（）]*(?<!）)乘以 /);
  }
});

test('what comes after is not called what came before', () => {
  expect(zh('readmitted-elsewhere')).toContain('“下一条记录”是同一参保人其后最近的一次。');
  expect(zh('readmitted-elsewhere')).not.toContain('上一条记录');
  expect(zh('unplanned-readmission')).toContain('“上一条记录”是同一参保人、同一机构此前最近的一次。');
});
