/** Rules that ask the same of different items: each family is one question, its rules say of what and in which words. */
import { and, coalesce, field, gt, inList, lt, memberOf, ne, not, param, type RuleTree, right, startsWithAny } from '@hengjian/language';
import { ageFacts, ageIn, ageOutside, childCeilings, nationalBasis, paidByFund, rule, upperAge, upperAgeFacts } from './fragments.ts';

/** What a rule of a family says for itself. */
export type Titled = Pick<RuleTree, 'id' | 'code' | 'title' | 'category'> & Partial<RuleTree>;
/** Where the family has no sentence that fits all. */
export type Named = Titled & Pick<RuleTree, 'explain'>;

/** A requirement of single lines: every live knowledge row is one of its own. */
export const eachItem = { by: 'item', role: 'code', mode: 'each' } as const;

/** The item is for the other sex. */
export const sexRule = (named: Named): RuleTree =>
  rule({
    certainty: 'clear',
    basis: [nationalBasis(named.title.zh)],
    knowledge: eachItem,
    knowledgeParams: ['sex'],
    shape: { kind: 'row', when: ne(field('sex'), param('sex')) },
    facts: { sex: { value: field('sex'), form: 'sex' }, required: { value: param('sex'), form: 'sex' } },
    ...named,
  });

/** The item is for another age; a group of age without numbers means the region's ceiling. */
export const ageGroupRule = (named: Named): RuleTree =>
  rule({
    certainty: 'clear',
    basis: [nationalBasis(named.title.zh)],
    knowledge: eachItem,
    knowledgeParams: ['minAge', 'maxAge', 'unit', 'ageGroup'],
    parameters: childCeilings,
    shape: { kind: 'row', when: ageOutside(field('day'), upperAge) },
    facts: ageFacts(upperAge),
    ...named,
  });

/** The item is made for children and the person is older. */
export const childrenOnlyRule = (named: Named): RuleTree =>
  rule({
    certainty: 'clear',
    basis: [nationalBasis(named.title.zh)],
    knowledge: eachItem,
    knowledgeParams: ['maxAge', 'unit', 'ageGroup'],
    parameters: childCeilings,
    shape: { kind: 'row', when: gt(ageIn(), upperAge) },
    facts: upperAgeFacts,
    ...named,
  });

/** No diagnosis of the encounter begins with one of those the item is for; several rows on one item are alternatives. */
export const diagnosisRule = (named: Named): RuleTree =>
  rule({
    certainty: 'suspect',
    basis: [nationalBasis(named.title.zh)],
    knowledge: { by: 'item', role: 'code', mode: 'alternatives' },
    knowledgeParams: ['diagnoses'],
    shape: {
      kind: 'pair',
      want: 'absent',
      right: { reads: 'diagnosis', none: 'unknown' },
      link: [[field('encounter'), field('encounter')]],
      on: startsWithAny(right('code'), param('diagnoses')),
    },
    facts: { day: { value: field('day'), form: 'day' }, diagnoses: { value: param('diagnoses'), form: 'texts' } },
    ...named,
  });

/** Billed by a department whose code begins with none of those allowed. */
export const departmentRule = (named: Named): RuleTree =>
  rule({
    certainty: 'clear',
    basis: [nationalBasis(named.title.zh)],
    knowledge: eachItem,
    knowledgeParams: ['departments'],
    shape: { kind: 'row', when: not(startsWithAny(field('department'), param('departments'))) },
    facts: {
      department: { value: field('department'), form: 'department' },
      departments: { value: param('departments'), form: 'department' },
      day: { value: field('day'), form: 'day' },
    },
    ...named,
  });

/** The item is payable by work injury insurance only, and the fund paid for it by another. */
export const insuranceRule = (named: Titled): RuleTree =>
  rule({
    certainty: 'clear',
    basis: [nationalBasis(named.title.zh)],
    knowledge: eachItem,
    where: paidByFund,
    shape: { kind: 'row', when: ne(field('insurance'), 'injury') },
    facts: { insurance: { value: field('insurance'), form: 'insurance' } },
    explain: {
      zh: '「{subject}」限工伤保险支付，本次由{insurance}支付。',
      en: '"{subject}" is payable by work injury insurance only; this was paid by {insurance}.',
    },
    ...named,
  });

/** matn_stas 3 妊娠期, 4 哺乳期; 0 未知, 1 and 2 are neither. */
const pregnantOrNursing = inList(coalesce(field('maternity'), ''), '3', '4');

/** The item is payable by maternity insurance only; an encounter marked as pregnant or nursing counts as such. */
export const maternityRule = (named: Titled): RuleTree =>
  rule({
    certainty: 'clear',
    basis: [nationalBasis(named.title.zh)],
    knowledge: eachItem,
    shape: { kind: 'row', when: and(ne(field('insurance'), 'maternity'), not(pregnantOrNursing)) },
    facts: { insurance: { value: field('insurance'), form: 'insurance' } },
    explain: {
      zh: '「{subject}」限生育保险支付，本次险种为{insurance}，就诊也没有孕产标志。',
      en: '"{subject}" is payable by maternity insurance only; this was {insurance} and the encounter has no maternity mark.',
    },
    ...named,
  });

/** The item is for other settings of care. */
export const settingRule = (named: Titled): RuleTree =>
  rule({
    certainty: 'clear',
    basis: [nationalBasis(named.title.zh)],
    knowledge: eachItem,
    knowledgeParams: ['settings'],
    shape: { kind: 'row', when: not(memberOf(field('setting'), param('settings'))) },
    facts: { setting: { value: field('setting'), form: 'setting' }, settings: { value: param('settings'), form: 'texts' } },
    explain: {
      zh: '「{subject}」限{settings}使用，本次就医方式为{setting}。',
      en: '"{subject}" is limited to {settings}; this encounter is {setting}.',
    },
    ...named,
  });

/** The item is for institutions of a higher level; pharmacies have none. */
export const levelRule = (named: Titled): RuleTree =>
  rule({
    certainty: 'clear',
    basis: [nationalBasis(named.title.zh)],
    knowledge: eachItem,
    knowledgeParams: ['minLevel'],
    where: ne(field('providerKind'), 'pharmacy'),
    shape: { kind: 'row', when: lt(field('level'), param('minLevel')) },
    facts: { level: { value: field('level'), form: 'level' }, minLevel: { value: param('minLevel'), form: 'level' } },
    explain: {
      zh: '「{subject}」限{minLevel}及以上医疗机构使用，本机构级别为{level}。',
      en: '"{subject}" is limited to institutions of {minLevel} or above; this one is {level}.',
    },
    ...named,
  });

/** A diagnosis of the encounter begins with one that forbids the item. */
export const contraindicationRule = (named: Titled): RuleTree =>
  rule({
    certainty: 'suspect',
    basis: [nationalBasis(named.title.zh)],
    knowledge: eachItem,
    knowledgeParams: ['diagnoses'],
    shape: {
      kind: 'pair',
      want: 'present',
      right: { reads: 'diagnosis', none: 'unknown' },
      link: [[field('encounter'), field('encounter')]],
      on: startsWithAny(right('code'), param('diagnoses')),
    },
    facts: { day: { value: field('day'), form: 'day' }, diagnosis: { value: right('code'), form: 'text' } },
    explain: {
      zh: '「{subject}」有禁忌[：{constraint}]，而 {day} 的就诊有诊断 {diagnosis}。',
      en: '"{subject}" is contraindicated with diagnosis {diagnosis}, which the encounter of {day} has.',
    },
    ...named,
  });
