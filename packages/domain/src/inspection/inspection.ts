/**
 * One inspection of one institution: officers with certificates, what they wrote down on the spot, problems, what the institution says,
 * money it returns by itself, rectification and its check (条例 第二十七至三十一条).
 */
import type { Issue } from '../issue.ts';
import {
  codesOf,
  field,
  issueOf,
  listOf,
  type Matter,
  type MatterLife,
  type MatterStep,
  numberOf,
  numberOrNull,
  type Scene,
  textOf,
} from '../matter/life.ts';
import { type Limits, todayOf, workingLimit } from '../matter/limits.ts';
import { inspectionWordLists } from '../messages/inspection-words.ts';
import type { Fen } from '../money.ts';
import type { Day, Instant } from '../time.ts';
import { dueDay } from '../working-days.ts';
import type { Officer } from './draw.ts';
import type { InspectionKind } from './plan.ts';

export const inspectionStates = ['assigned', 'onSite', 'feedback', 'rectifying', 'closed', 'cancelled'] as const;
export type InspectionState = (typeof inspectionStates)[number];
export const inspectionActions = [
  'recuse',
  'start',
  'note',
  'problem',
  'drop',
  'finish',
  'statement',
  'selfReturn',
  'refer',
  'order',
  'extend',
  'report',
  'failCheck',
  'passCheck',
  'close',
  'cancel',
] as const;
export type InspectionAction = (typeof inspectionActions)[number];
export type InspectionActor = 'officer' | 'head';
export type InspectionCondition = 'twoOfficers' | 'onTeam' | 'written' | 'problems' | 'noProblems' | 'notExtended' | 'reported';

export type ProblemKind = keyof typeof inspectionWordLists.problemKinds;
export interface Problem {
  readonly no: number;
  readonly kind: ProblemKind;
  readonly text: string;
  readonly amountFen: Fen | null;
  readonly findingIds: readonly string[];
  readonly settlementNos: readonly string[];
  readonly state: 'open' | 'rectified' | 'dropped';
  /** The clue it was made. */
  readonly clueId: string | null;
}
export interface SelfReturn {
  readonly no: number;
  readonly on: Day;
  readonly amountFen: Fen;
  readonly voucher: string;
  readonly problemNo: number | null;
}
export interface InspectionSample {
  readonly seed: number;
  readonly from: Day;
  readonly to: Day;
  readonly population: number;
  readonly encounterNos: readonly string[];
  readonly by: string;
  readonly day: Day;
}

export interface Inspection extends Matter {
  readonly state: InspectionState;
  readonly planId: string;
  readonly kind: InspectionKind;
  readonly campaign: string | null;
  readonly basis: string;
  readonly providerNo: string;
  readonly providerName: string;
  readonly providerKind: string;
  readonly thirdParty: string | null;
  readonly team: readonly Officer[];
  readonly reserves: readonly Officer[];
  readonly recused: readonly { readonly name: string; readonly certificateNo: string; readonly why: string; readonly replacedBy: string }[];
  readonly clueIds: readonly string[];
  readonly noticeNo: string | null;
  readonly place: string | null;
  /** Who of the institution was there. */
  readonly present: string | null;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly notes: readonly { readonly at: Instant; readonly by: string; readonly text: string }[];
  readonly sample: InspectionSample | null;
  readonly problems: readonly Problem[];
  readonly statement: string | null;
  readonly selfReturns: readonly SelfReturn[];
  readonly orderedOn: Day | null;
  readonly rectification: string | null;
  readonly extended: boolean;
  readonly report: { readonly on: Day; readonly text: string } | null;
  readonly checks: readonly { readonly on: Day; readonly by: string; readonly passed: boolean; readonly text: string }[];
  /** Its entry in the register of inspections that is in force. */
  readonly registerEntry: string | null;
}

type Step = MatterStep<InspectionState, InspectionAction, InspectionCondition, InspectionActor>;
// biome-ignore format: a table
export const inspectionSteps: readonly Step[] = [
  { from: 'assigned', action: 'recuse', to: 'assigned', who: 'head', needs: [] },
  { from: 'assigned', action: 'start', to: 'onSite', who: 'officer', needs: ['onTeam', 'twoOfficers'] },
  { from: 'assigned', action: 'cancel', to: 'cancelled', who: 'head', needs: [] },
  { from: 'onSite', action: 'note', to: 'onSite', who: 'officer', needs: ['onTeam'] },
  { from: 'onSite', action: 'problem', to: 'onSite', who: 'officer', needs: ['onTeam'] },
  { from: 'onSite', action: 'drop', to: 'onSite', who: 'officer', needs: ['onTeam'] },
  { from: 'onSite', action: 'finish', to: 'feedback', who: 'officer', needs: ['onTeam', 'written'] },
  { from: 'feedback', action: 'statement', to: 'feedback', who: 'officer', needs: ['onTeam'] },
  { from: 'feedback', action: 'problem', to: 'feedback', who: 'officer', needs: ['onTeam'] },
  { from: 'feedback', action: 'drop', to: 'feedback', who: 'officer', needs: ['onTeam'] },
  { from: 'feedback', action: 'selfReturn', to: 'feedback', who: 'officer', needs: ['onTeam', 'problems'] },
  { from: 'feedback', action: 'refer', to: 'feedback', who: 'officer', needs: ['onTeam', 'problems'] },
  { from: 'feedback', action: 'order', to: 'rectifying', who: 'head', needs: ['problems'] },
  { from: 'feedback', action: 'close', to: 'closed', who: 'head', needs: ['noProblems'] },
  { from: 'rectifying', action: 'selfReturn', to: 'rectifying', who: 'officer', needs: ['onTeam'] },
  { from: 'rectifying', action: 'refer', to: 'rectifying', who: 'officer', needs: ['onTeam'] },
  { from: 'rectifying', action: 'extend', to: 'rectifying', who: 'head', needs: ['notExtended'] },
  { from: 'rectifying', action: 'report', to: 'rectifying', who: 'officer', needs: ['onTeam'] },
  { from: 'rectifying', action: 'failCheck', to: 'rectifying', who: 'officer', needs: ['onTeam', 'reported'] },
  { from: 'rectifying', action: 'passCheck', to: 'closed', who: 'officer', needs: ['onTeam', 'reported'] },
];

export interface InspectionWorld extends Limits {
  readonly teamLeast: number;
  /** Clue that `refer` opens, named beforehand. */
  readonly clueId: string | null;
}
type Asked = Scene<Inspection, InspectionWorld>;

export const openProblems = (one: Inspection): Problem[] => one.problems.filter(({ state }) => state === 'open');
/** Money returned by the institution itself: never a recovery. */
export const selfReturnedFen = (one: Inspection): Fen => one.selfReturns.reduce((sum, { amountFen }) => sum + amountFen, 0);

const withProblem = (one: Inspection, no: number, change: Partial<Problem>): Problem[] =>
  one.problems.map((problem) => (problem.no === no ? { ...problem, ...change } : problem));
const theProblem = ({ one, values }: Asked, name = 'problemNo'): Problem | Issue[] => {
  const no = numberOf(values, name);
  return openProblems(one).find((problem) => problem.no === no) ?? issueOf('inspection.noProblem', { no });
};

/** The first of the reserves who need not keep away comes in. */
function recused({ one, values, why }: Asked): Partial<Inspection> | Issue[] {
  const certificateNo = textOf(values, 'certificateNo');
  const leaving = one.team.find((officer) => officer.certificateNo === certificateNo || officer.name === certificateNo);
  if (!leaving) return issueOf('inspection.notOnTeam', { name: certificateNo });
  const [coming, ...reserves] = one.reserves.filter(({ avoids }) => !avoids.includes(one.providerNo));
  if (!coming) return issueOf('inspection.noReserve');
  return {
    team: one.team.map((officer) => (officer === leaving ? coming : officer)),
    reserves,
    recused: [...one.recused, { name: leaving.name, certificateNo: leaving.certificateNo, why, replacedBy: coming.name }],
  };
}

function returned(scene: Asked): Partial<Inspection> | Issue[] {
  const { one, values } = scene;
  const amountFen = numberOf(values, 'amountFen');
  if (amountFen <= 0) return issueOf('inspection.noAmount');
  const problemNo = numberOrNull(values, 'problemNo');
  const problem = problemNo === null ? undefined : one.problems.find(({ no }) => no === problemNo);
  if (problemNo !== null && !problem) return issueOf('inspection.noProblem', { no: problemNo });
  // money of findings stands in their ledger: entered here too it would be counted twice
  if (problem && problem.findingIds.length > 0) return issueOf('inspection.returnAtFinding', { ids: problem.findingIds.join('、') });
  const entry = { no: one.selfReturns.length + 1, on: numberOf(values, 'on'), amountFen, voucher: textOf(values, 'voucher'), problemNo };
  return { selfReturns: [...one.selfReturns, entry] };
}

const { problemKinds } = inspectionWordLists;
const problemNo = field('problemNo', 'count', '问题序号', 'Problem', { required: true });

export const inspectionLife: MatterLife<Inspection, InspectionAction, InspectionCondition, InspectionActor, InspectionWorld> = {
  noun: 'inspection',
  steps: inspectionSteps,
  fields: {
    recuse: [field('certificateNo', 'text', '回避人员姓名或证号', 'Who keeps away', { required: true })],
    start: [
      field('noticeNo', 'text', '检查通知书文号', 'Notice no.', { required: true }),
      field('place', 'text', '检查地点', 'Place', { required: true }),
      field('present', 'text', '机构在场人员', 'Present', { required: true }),
      field('shown', 'flag', '已出示执法证件并告知权利', 'Certificates shown', { required: true }),
    ],
    note: [field('text', 'text', '检查情况', 'What was seen', { required: true, long: true })],
    problem: [
      field('kind', 'code', '问题类别', 'Kind', { required: true, codes: codesOf(problemKinds) }),
      field('amountFen', 'money', '涉及基金', 'Fund amount'),
      field('text', 'text', '问题情况', 'The problem', { required: true, long: true }),
      field('findingIds', 'text', '疑点编号', 'Findings', { many: true }),
      field('settlementNos', 'text', '结算编号', 'Settlements', { many: true }),
    ],
    drop: [problemNo],
    statement: [field('statement', 'text', '机构意见', 'What the institution says', { required: true, long: true })],
    selfReturn: [
      field('on', 'day', '到账日期', 'Received on', { required: true }),
      field('amountFen', 'money', '自查退回金额', 'Amount', { required: true }),
      field('voucher', 'text', '凭证号', 'Voucher', { required: true }),
      field('problemNo', 'count', '问题序号', 'Problem'),
    ],
    refer: [problemNo],
    order: [
      field('rectification', 'text', '整改要求', 'What to put right', { required: true, long: true }),
      field('due', 'day', '整改期限', 'Due', { note: '留空按参数规定的工作日' }),
    ],
    report: [
      field('on', 'day', '收到日期', 'Received on', { required: true }),
      field('text', 'text', '整改情况', 'What was put right', { required: true, long: true }),
    ],
    failCheck: [
      field('text', 'text', '复查情况', 'What the check found', { required: true, long: true }),
      field('due', 'day', '新的整改期限', 'New day', { required: true }),
    ],
    passCheck: [field('text', 'text', '复查情况', 'What the check found', { required: true, long: true })],
  },
  guards: {
    twoOfficers: ({ one, world }) =>
      new Set(one.team.map(({ certificateNo }) => certificateNo)).size < world.teamLeast
        ? issueOf('inspection.twoOfficers', { least: world.teamLeast })
        : [],
    onTeam: ({ one, by }) =>
      one.team.some(({ name }) => name === by)
        ? []
        : issueOf('inspection.notTeam', { by, team: one.team.map(({ name }) => name).join('、') }),
    written: ({ one }) => (one.notes.length > 0 ? [] : issueOf('inspection.noRecord')),
    problems: ({ one }) => (openProblems(one).length > 0 ? [] : issueOf('inspection.noProblems')),
    noProblems: ({ one }) =>
      openProblems(one).length === 0 ? [] : issueOf('inspection.openProblems', { count: openProblems(one).length }),
    notExtended: ({ one }) => (one.extended ? issueOf('inspection.extended') : []),
    reported: ({ one }) => (one.report ? [] : issueOf('inspection.noReport')),
  },
  changes: {
    recuse: recused,
    start: ({ at, values }) =>
      values.shown === true
        ? {
            noticeNo: textOf(values, 'noticeNo'),
            place: textOf(values, 'place'),
            present: textOf(values, 'present'),
            startedAt: at,
          }
        : issueOf('inspection.notShown'),
    note: ({ one, at, by, values }) => ({ notes: [...one.notes, { at, by, text: textOf(values, 'text') }] }),
    problem: ({ one, values }) => ({
      problems: [
        ...one.problems,
        {
          no: one.problems.length + 1,
          kind: textOf(values, 'kind') as ProblemKind,
          text: textOf(values, 'text'),
          amountFen: numberOrNull(values, 'amountFen'),
          findingIds: listOf(values, 'findingIds'),
          settlementNos: listOf(values, 'settlementNos'),
          state: 'open',
          clueId: null,
        },
      ],
    }),
    drop: (scene) => {
      const found = theProblem(scene);
      return 'no' in found ? { problems: withProblem(scene.one, found.no, { state: 'dropped' }) } : found;
    },
    finish: (scene) => ({ finishedAt: scene.at, dueDay: workingLimit(scene.world, 'inspection.feedbackDays', todayOf(scene)) }),
    statement: ({ values }) => ({ statement: textOf(values, 'statement') }),
    selfReturn: returned,
    refer: (scene) => {
      const found = theProblem(scene);
      if (!('no' in found)) return found;
      if (found.clueId) return issueOf('inspection.referred', { no: found.no, id: found.clueId });
      return { problems: withProblem(scene.one, found.no, { clueId: scene.world.clueId }) };
    },
    order: (scene) => {
      const due = numberOrNull(scene.values, 'due');
      if (due !== null && due < todayOf(scene)) return issueOf('inspection.dates');
      return {
        orderedOn: todayOf(scene),
        rectification: textOf(scene.values, 'rectification'),
        dueDay: due ?? workingLimit(scene.world, 'inspection.rectifyDays', todayOf(scene)),
      };
    },
    extend: ({ one, world }) => ({
      extended: true,
      dueDay: one.dueDay === null ? null : dueDay(one.dueDay, world.number('inspection.extensionDays'), world.calendar),
    }),
    report: ({ values }) => ({ report: { on: numberOf(values, 'on'), text: textOf(values, 'text') } }),
    failCheck: (scene) => ({
      checks: [...scene.one.checks, { on: todayOf(scene), by: scene.by, passed: false, text: textOf(scene.values, 'text') }],
      report: null,
      dueDay: numberOf(scene.values, 'due'),
    }),
    passCheck: (scene) => ({
      checks: [...scene.one.checks, { on: todayOf(scene), by: scene.by, passed: true, text: textOf(scene.values, 'text') }],
      problems: scene.one.problems.map((one) => (one.state === 'open' ? { ...one, state: 'rectified' as const } : one)),
      closedOn: todayOf(scene),
      dueDay: null,
    }),
    close: (scene) => ({ closedOn: todayOf(scene), dueDay: null }),
    cancel: (scene) => ({ closedOn: todayOf(scene), dueDay: null }),
  },
};

/** An inspection as a published plan assigns it. */
export const newInspection = (
  wish: Pick<
    Inspection,
    | 'matterId'
    | 'planId'
    | 'kind'
    | 'campaign'
    | 'basis'
    | 'providerNo'
    | 'providerName'
    | 'providerKind'
    | 'thirdParty'
    | 'team'
    | 'reserves'
    | 'clueIds'
    | 'openedOn'
    | 'dueDay'
  >,
): Inspection => ({
  ...wish,
  state: 'assigned',
  title: wish.providerName,
  closedOn: null,
  recused: [],
  noticeNo: null,
  place: null,
  present: null,
  startedAt: null,
  finishedAt: null,
  notes: [],
  sample: null,
  problems: [],
  statement: null,
  selfReturns: [],
  orderedOn: null,
  rectification: null,
  extended: false,
  report: null,
  checks: [],
  registerEntry: null,
});
