import {
  and,
  choose,
  deepFreeze,
  type Expression,
  eq,
  field,
  inList,
  le,
  literal,
  lt,
  memberOf,
  ne,
  or,
  param,
  right,
} from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

/** 3 senior, 2 middle, 1 junior; a title on none of the lists is unknown. */
const rank: Expression = choose(
  memberOf(right('title'), param('seniorTitles')),
  3,
  choose(memberOf(right('title'), param('middleTitles')), 2, choose(memberOf(right('title'), param('juniorTitles')), 1, literal(null))),
);
const special = eq(param('grade'), 'special');
/** Least rank for the grade (第二十四条). */
const needed: Expression = choose(special, 3, choose(eq(param('grade'), 'restricted'), 2, 1));

const titles = (zh: string, en: string, standard: readonly string[]) => ({ type: 'texts', title: { zh, en }, standard }) as const;

export default deepFreeze(
  rule({
    id: 'antibiotic-grade',
    code: 'GZ10000202003000',
    title: { zh: '抗菌药物分级使用管理', en: 'Antibacterial beyond the prescriber’s grade' },
    category: '管理类/药品监管类',
    certainty: 'suspect',
    basis: [
      nationalBasis('抗菌药物分级使用管理'),
      { document: '抗菌药物临床应用管理办法（卫生部令第84号）', article: '第二十四条、第二十七条、第二十八条' },
    ],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['grade'],
    parameters: {
      seniorTitles: titles('高级职称编码', 'Senior titles', ['231', '232']),
      middleTitles: titles('中级职称编码', 'Middle titles', ['233']),
      juniorTitles: titles('初级职称编码', 'Junior titles', ['234', '235']),
      emergencyDays: { type: 'int', title: { zh: '紧急越级使用的最多天数', en: 'Days allowed in an emergency' }, unit: '天', standard: 1 },
    },
    where: ne(field('setting'), 'pharmacy'),
    exemptions: [
      {
        id: 'emergency-day',
        title: { zh: '紧急情况越级使用一天以内', en: 'One day in an emergency' },
        acts: 'population',
        when: and(eq(field('setting'), 'emergency'), le(field('supplyDays'), param('emergencyDays'))),
      },
    ],
    shape: {
      kind: 'pair',
      want: 'present',
      right: { reads: 'practitioner', none: 'unknown' },
      link: [[field('practitioner'), field('practitioner')]],
      on: or(and(special, inList(field('setting'), 'outpatient', 'chronic')), lt(rank, needed)),
    },
    facts: {
      day: { value: field('day'), form: 'day' },
      practitioner: { value: right('practitionerNo'), form: 'text' },
      title: { value: right('title'), form: 'title' },
      setting: { value: field('setting'), form: 'setting' },
      grade: {
        value: choose(special, '特殊使用级', choose(eq(param('grade'), 'restricted'), '限制使用级', '非限制使用级')),
        form: 'text',
      },
    },
    explain: {
      zh: '「{subject}」为{grade}抗菌药物，{day} 在{setting}由医师 {practitioner}[（{title}）]开具，超出其处方权限或使用场所。',
      en: '"{subject}" ({grade}) was ordered on {day} ({setting}) by {practitioner}[ ({title})], beyond the right to prescribe it or outside the place for it.',
    },
  }),
);
