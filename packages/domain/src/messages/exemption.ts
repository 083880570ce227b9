/** Sentences about exemptions and about decisions on findings. */
import { sentence } from '../messages.ts';
import { formatDay } from '../time.ts';

export const exemptionWords = {
  kinds: {
    chemotherapy: { zh: '放化疗', en: 'chemotherapy or radiotherapy' },
    dialysis: { zh: '透析', en: 'dialysis' },
    emergency: { zh: '急诊抢救', en: 'emergency' },
    transfer: { zh: '转院', en: 'transfer' },
    specialCase: { zh: '特例单议', en: 'special case' },
    other: { zh: '其他', en: 'other' },
  },
  acts: {
    population: { zh: '不参加检查', en: 'takes no part' },
    link: { zh: '该组合不算', en: 'the pair does not count' },
    finding: { zh: '列出但不追究', en: 'said, not pursued' },
  },
} as const;

export const exemptionMessages = {
  'exemption.badKind': sentence<{ kind: string }>(
    (f) =>
      `没有「${f.kind}」这类豁免（chemotherapy 放化疗、dialysis 透析、emergency 急诊、transfer 转院、specialCase 特例单议、other 其他）`,
    (f) => `no kind of exemption ${f.kind}`,
  ),
  'exemption.badScope': sentence<{ acts: string }>(
    (f) => `豁免的作用范围应为 population、link 或 finding，而不是「${f.acts}」`,
    (f) => `scope is population, link or finding, not ${f.acts}`,
  ),
  'exemption.noTitle': sentence(
    () => '豁免没有名称',
    () => 'the exemption has no title',
  ),
  'exemption.noCondition': sentence(
    () => '没有写明豁免的条件',
    () => 'the exemption has no condition',
  ),
  'exemption.badEncounter': sentence(
    () =>
      '就诊条件不成立：写 diagnoses 诊断编码前缀、operations 手术编码前缀、settings 就诊场景、medicalKinds 就诊类别、dischargeWays 离院方式、departments 科室、encounterNos 就诊号（都是编码数组，至少一项），mainOnly 是否只看主要诊断',
    () => 'the encounter needs lists of codes: diagnoses, operations, settings, medicalKinds, dischargeWays, departments, encounterNos',
  ),
  'exemption.noEncounters': sentence(
    () => '特例单议要列出就诊号',
    () => 'a special case names its encounters',
  ),
  'exemption.misfit': sentence<{ rule: string; reason: string }>(
    (f) => `这条豁免不能用于规则 ${f.rule}：${f.reason}`,
    (f) => `the exemption does not fit rule ${f.rule}: ${f.reason}`,
  ),
  'exemption.unknown': sentence<{ id: string }>(
    (f) => `没有编号为 ${f.id} 的豁免`,
    (f) => `no exemption ${f.id}`,
  ),
  'exemption.endedBefore': sentence<{ to: number }>(
    (f) => `这条豁免到 ${formatDay(f.to)} 就已终止，不能延长（另加一条）`,
    (f) => `the exemption ends on ${formatDay(f.to)}; it cannot be prolonged (add another)`,
  ),
  'trial.unknown': sentence<{ id: string }>(
    (f) => `没有编号为 ${f.id} 的试算`,
    (f) => `no trial ${f.id}`,
  ),
  'trial.badVerdict': sentence<{ verdict: string }>(
    (f) => `判断应为 right（对）、wrong（错）或 unsure（说不准），而不是「${f.verdict}」`,
    (f) => `the judgement is right, wrong or unsure, not ${f.verdict}`,
  ),
  'trial.noFinding': sentence<{ id: string }>(
    (f) => `这次试算里没有疑点 ${f.id}`,
    (f) => `the trial has no finding ${f.id}`,
  ),
};
