// What a step of a plan's year asks besides its reason: cells as in a register, read alike by the server and the console.
import { codesOf, field, type StepField } from '../../matter/life.ts';
import type { PlanAction } from './steps.ts';

/** 事前绩效评估's conclusion (中发〔2018〕34号). */
const appraisals = {
  support: { zh: '予以支持', en: 'support' },
  adjust: { zh: '调整完善后支持', en: 'support once changed' },
  oppose: { zh: '不予支持', en: 'do not support' },
} as const;

/** What follows from an evaluation (中发〔2018〕34号, 财预〔2020〕10号): good money goes on, poor money is cut or taken back. */
export const resultUses = {
  prefer: { zh: '优先保障', en: 'goes first' },
  keep: { zh: '合理保障', en: 'goes on' },
  improve: { zh: '督促改进', en: 'has to improve' },
  merge: { zh: '交叉重复，调整', en: 'merged with what overlaps' },
  cut: { zh: '核减预算', en: 'cut' },
  stop: { zh: '取消或暂停', en: 'stopped' },
  recover: { zh: '收回沉淀资金', en: 'idle money taken back' },
} as const;
export type ResultUse = keyof typeof resultUses;

const long = { required: true, long: true } as const;
export const planStepFields: { readonly [action in PlanAction]?: readonly StepField[] } = {
  appraise: [
    field('subject', 'text', '评估的政策或项目', 'Policy or project', { required: true }),
    field('conclusion', 'code', '评估结论', 'Conclusion', { required: true, codes: codesOf(appraisals) }),
    field('necessity', 'text', '立项必要性', 'Is it needed', long),
    field('economy', 'text', '投入经济性', 'Is the money well put', long),
    field('goals', 'text', '绩效目标合理性', 'Are the goals reasonable', long),
    field('feasibility', 'text', '实施方案可行性', 'Can it be done', long),
    field('funding', 'text', '筹资合规性', 'May it be funded so', long),
  ],
  assign: [
    field('problemId', 'text', '问题', 'Problem', { required: true }),
    field('person', 'text', '责任人', 'Person', { required: true }),
    field('dueOn', 'day', '完成期限', 'Due', { required: true }),
  ],
  mend: [
    field('problemId', 'text', '问题', 'Problem', { required: true }),
    field('doneOn', 'day', '完成日期', 'Done on', { required: true }),
    field('measure', 'text', '整改措施', 'What was done', long),
    field('evidence', 'text', '佐证材料', 'Evidence', { required: true, note: '文号、台账条目或档案号' }),
  ],
  apply: [
    field('use', 'code', '结果应用', 'What follows', { required: true, codes: codesOf(resultUses) }),
    field('subject', 'text', '用于哪项预算或转移支付', 'Of which budget or transfer', { required: true }),
    field('beforeFen', 'money', '本年预算', 'Budget of this year'),
    field('nextFen', 'money', '下年预算', 'Budget of the next year'),
    field('publishedOn', 'day', '结果公开日期', 'Published on'),
    field('publishedAt', 'text', '公开渠道', 'Published where'),
  ],
};
