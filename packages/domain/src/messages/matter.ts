import { sentence } from '../messages.ts';
import { caseWords } from './case-words.ts';
import { clueWords } from './clue.ts';
import { inspectionPlanWords, inspectionWords } from './inspection.ts';
import { surveyWords } from './survey.ts';
import { termActions } from './term.ts';

type Word = Readonly<Record<string, { zh: string; en: string }>>;
/** States and actions of every noun that lives as a matter. */
export const matterWords: Readonly<
  Record<string, { readonly noun: { zh: string; en: string }; readonly states: Word; readonly actions: Word }>
> = {
  clue: { noun: { zh: '线索', en: 'clue' }, ...clueWords, actions: { ...clueWords.actions, ...termActions } },
  inspectionPlan: { noun: { zh: '检查计划', en: 'inspection plan' }, ...inspectionPlanWords },
  inspection: {
    noun: { zh: '检查', en: 'inspection' },
    ...inspectionWords,
    actions: { ...inspectionWords.actions, ...termActions, sample: { zh: '抽取病例', en: 'draw claims' } },
  },
  enforcementCase: {
    noun: { zh: '案件', en: 'case' },
    ...caseWords,
    // what is no step of the table, and stands in the history all the same
    actions: {
      ...caseWords.actions,
      ...termActions,
      attach: { zh: '附扫描件', en: 'attach a scan' },
      detach: { zh: '撤下扫描件', en: 'take a scan back' },
    },
  },
  survey: {
    noun: { zh: '满意度调查', en: 'survey' },
    ...surveyWords,
    actions: {
      ...surveyWords.actions,
      revise: { zh: '修改问卷', en: 'change the questionnaire' },
      giveCodes: { zh: '生成答卷码', en: 'make codes' },
      withdrawAnswer: { zh: '作废答卷', en: 'withdraw an answer' },
    },
  },
};
const said = (noun: string, kind: 'states' | 'actions', code: string, language: 'zh' | 'en') =>
  matterWords[noun]?.[kind][code]?.[language] ?? code;

export const matterMessages = {
  'matter.noStep': sentence<{ noun: string; state: string; action: string }>(
    ({ noun, state, action }) => `“${said(noun, 'states', state, 'zh')}”时不能“${said(noun, 'actions', action, 'zh')}”`,
    ({ noun, state, action }) => `cannot ${said(noun, 'actions', action, 'en')} while ${said(noun, 'states', state, 'en')}`,
  ),
  'matter.why': sentence(
    () => '请写明理由或意见',
    () => 'say why',
  ),
  'matter.unknown': sentence<{ noun: string; id: string }>(
    ({ noun, id }) => `没有编号为 ${id} 的${matterWords[noun]?.noun.zh ?? noun}`,
    ({ noun, id }) => `no ${matterWords[noun]?.noun.en ?? noun} ${id}`,
  ),
} as const;
