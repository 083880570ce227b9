/**
 * A survey (满意度调查) from its questionnaire to the entry in the register that indicators are measured from. What is asked is settled
 * before the first answer; closing counts the answers and writes the entry, opening again takes the entry back.
 */
import type { Issue } from '../issue.ts';
import { field, issueOf, type Matter, type MatterLife, type MatterStep, numberOf, type Scene, textOrNull } from '../matter/life.ts';
import { type Limits, todayOf } from '../matter/limits.ts';
import type { Day, Instant } from '../time.ts';
import { type Questionnaire, questionnaireIssues } from './questionnaire.ts';
import { answersNeeded, type Precision, type SurveyAnswer, type SurveyTally, tallyOf } from './tally.ts';

const surveyStates = ['draft', 'open', 'closed', 'dropped'] as const;
export type SurveyState = (typeof surveyStates)[number];
const surveyActions = ['publish', 'drop', 'takeBack', 'extend', 'close', 'reopen'] as const;
export type SurveyAction = (typeof surveyActions)[number];
export type SurveyActor = 'officer' | 'head';
export type SurveyCondition = 'wellDrawn' | 'stillToCome' | 'noAnswers' | 'hasAnswers';

/** How people come to answer: anybody who opens the page, or who holds a code that is good once. */
export const surveyAccesses = ['open', 'codes'] as const;
export type SurveyAccess = (typeof surveyAccesses)[number];
/** How those asked were found: only of a random sample does the interval speak for all. */
export const surveyMethods = ['random', 'visitors', 'everybody'] as const;
export type SurveyMethod = (typeof surveyMethods)[number];

/** What is decided before anybody is asked. */
export interface SurveyDesign {
  readonly title: string;
  /** Code of the register's field `group`. */
  readonly group: string;
  /** Name of the plan's project it belongs to; null: of none. */
  readonly project: string | null;
  readonly population: number | null;
  readonly method: SurveyMethod;
  readonly access: SurveyAccess;
  /** Last day of answers. */
  readonly until: Day;
  readonly questionnaire: Questionnaire;
}

export interface Survey extends Matter, SurveyDesign {
  readonly state: SurveyState;
  /** Of the questionnaire. */
  readonly version: number;
  /** Questionnaires before it: who replaced them, and when. */
  readonly earlier: readonly {
    readonly version: number;
    readonly questionnaire: Questionnaire;
    readonly until: Instant;
    readonly by: string;
  }[];
  /** As the numbers were when it was closed. */
  readonly result: SurveyResult | null;
  /** Entry of the register that says the result. */
  readonly registerEntry: string | null;
}

export interface SurveyResult extends Precision {
  readonly surveyedOn: Day;
  readonly needed: number;
  readonly tally: SurveyTally;
  readonly note: string | null;
}

/** What a step of a survey looks at besides the survey. */
export interface SurveyWorld {
  readonly limits: Limits;
  readonly answers: readonly SurveyAnswer[];
}

type Step = MatterStep<SurveyState, SurveyAction, SurveyCondition, SurveyActor>;
// biome-ignore format: a table
export const surveySteps: readonly Step[] = [
  { from: 'draft', action: 'publish', to: 'open', who: 'officer', needs: ['wellDrawn', 'stillToCome'] },
  { from: 'draft', action: 'drop', to: 'dropped', who: 'officer', needs: [] },
  { from: 'open', action: 'takeBack', to: 'draft', who: 'officer', needs: ['noAnswers'] },
  { from: 'open', action: 'extend', to: 'open', who: 'officer', needs: [] },
  { from: 'open', action: 'close', to: 'closed', who: 'head', needs: ['hasAnswers'] },
  { from: 'closed', action: 'reopen', to: 'open', who: 'head', needs: [] },
];

export const precisionOf = ({ population }: Pick<SurveyDesign, 'population'>, { number }: Pick<Limits, 'number'>): Precision => ({
  confidencePercent: number('survey.confidencePercent'),
  marginPercent: number('survey.marginPercent'),
  population,
});

/** What stands against the design, whoever draws it up. */
export function designIssues({ title, questionnaire, population, access, method }: SurveyDesign): Issue[] {
  return [
    ...(title.trim() === '' ? issueOf('survey.no-title') : []),
    ...(population === 0 ? issueOf('survey.nobody') : []),
    // a page that anybody opens finds those who come by, not a drawn sample
    ...(access === 'open' && method === 'random' ? issueOf('survey.open-is-not-random') : []),
    ...questionnaireIssues(questionnaire),
  ];
}

type Asked = Scene<Survey, SurveyWorld>;
const dated = (scene: Asked, day: Day): Issue[] =>
  day > todayOf(scene) || day < scene.one.openedOn ? issueOf('survey.surveyed-when', { from: scene.one.openedOn, to: todayOf(scene) }) : [];

export const surveyLife: MatterLife<Survey, SurveyAction, SurveyCondition, SurveyActor, SurveyWorld> = {
  noun: 'survey',
  steps: surveySteps,
  fields: {
    extend: [field('until', 'day', '答卷截止日', 'Last day of answers', { required: true })],
    close: [
      field('surveyedOn', 'day', '调查日期', 'Day of the survey', { required: true, note: '记入台账的日期，决定算在哪个年度' }),
      field('note', 'text', '说明', 'Note', { long: true }),
    ],
  },
  guards: {
    wellDrawn: ({ one }) => designIssues(one),
    stillToCome: (scene) => (scene.one.until < todayOf(scene) ? issueOf('survey.until-passed') : []),
    noAnswers: ({ world }) => (world.answers.length > 0 ? issueOf('survey.has-answers', { n: world.answers.length }) : []),
    hasAnswers: ({ world }) =>
      world.answers.some(({ whole, withdrawn }) => whole && withdrawn === null) ? [] : issueOf('survey.no-answers'),
  },
  changes: {
    publish: ({ one }) => ({ dueDay: one.until }),
    drop: (scene) => ({ closedOn: todayOf(scene) }),
    takeBack: () => ({ dueDay: null }),
    extend: (scene) => {
      const until = numberOf(scene.values, 'until');
      return until < todayOf(scene) ? issueOf('survey.until-passed') : { until, dueDay: until };
    },
    close: (scene) => {
      const { one, world, values } = scene;
      const surveyedOn = numberOf(values, 'surveyedOn');
      const issues = dated(scene, surveyedOn);
      if (issues.length > 0) return issues;
      const precision = precisionOf(one, world.limits);
      const tally = tallyOf(one.questionnaire, world.answers, precision);
      const result: SurveyResult = { ...precision, surveyedOn, needed: answersNeeded(precision), tally, note: textOrNull(values, 'note') };
      return { result, closedOn: todayOf(scene) };
    },
    reopen: (scene) => {
      const until = Math.max(scene.one.until, todayOf(scene));
      return { result: null, closedOn: null, until, dueDay: until };
    },
  },
};

/** A survey as it begins. */
export const newSurvey = (surveyId: string, design: SurveyDesign, day: Day): Survey => ({
  ...design,
  matterId: surveyId,
  state: 'draft',
  providerNo: null,
  openedOn: day,
  dueDay: null,
  closedOn: null,
  version: 1,
  earlier: [],
  result: null,
  registerEntry: null,
});
