import { caseCauses } from '../enforcement/causes.ts';
import {
  field,
  flagOf,
  issueOf,
  listOf,
  type Matter,
  type MatterLife,
  type MatterStep,
  numberOrNull,
  type Scene,
  textOf,
  textOrNull,
} from '../matter/life.ts';
import { type Limits, todayOf, workingLimit } from '../matter/limits.ts';
import type { Fen } from '../money.ts';
import type { Day } from '../time.ts';
import { dueDay } from '../working-days.ts';

const clueSources = ['finding', 'complaint', 'alert', 'inspection', 'transferIn', 'person', 'payment', 'other'] as const;
export type ClueSource = (typeof clueSources)[number];
const clueObjects = ['provider', 'practitioner', 'person'] as const;
export type ClueObject = (typeof clueObjects)[number];
const clueLinks = ['finding', 'complaint', 'alert', 'inspection', 'case', 'encounter', 'settlement'] as const;
export interface ClueLink {
  readonly kind: (typeof clueLinks)[number];
  readonly id: string;
}

export const clueStates = ['open', 'verified', 'filed', 'dismissed', 'transferred'] as const;
export type ClueState = (typeof clueStates)[number];
const clueActions = ['assign', 'extend', 'link', 'verify', 'file', 'dismiss', 'transfer'] as const;
export type ClueAction = (typeof clueActions)[number];
export type ClueActor = 'officer' | 'head';
export type ClueCondition = 'notExtended' | 'grounded';

export interface Clue extends Matter {
  readonly state: ClueState;
  readonly source: ClueSource;
  /** What it came from, as its own number there: the same source opens one clue only. */
  readonly sourceRef: string | null;
  readonly object: ClueObject;
  /** Number of the institution, practitioner or insured person; null where only a name is known. */
  readonly objectNo: string | null;
  readonly objectName: string;
  readonly text: string;
  readonly links: readonly ClueLink[];
  /** Fund money it may be about. */
  readonly amountFen: Fen | null;
  readonly assignedTo: string | null;
  readonly extended: boolean;
  readonly verifiedBy: string | null;
  readonly verification: string | null;
  /** The facts seem true: it may be filed. */
  readonly grounded: boolean | null;
  /** The case it became. */
  readonly caseId: string | null;
  readonly transferredTo: string | null;
}

type Step = MatterStep<ClueState, ClueAction, ClueCondition, ClueActor>;
const step = (from: ClueState, action: ClueAction, to: ClueState, who: ClueActor, needs: readonly ClueCondition[] = []): Step => ({
  from,
  action,
  to,
  who,
  needs,
});

// biome-ignore format: a table
export const clueSteps: readonly Step[] = [
  step('open', 'assign', 'open', 'head'),
  step('open', 'extend', 'open', 'head', ['notExtended']),
  step('open', 'link', 'open', 'officer'),
  step('open', 'verify', 'verified', 'officer'),
  step('open', 'dismiss', 'dismissed', 'head'),
  step('open', 'transfer', 'transferred', 'head'),
  step('verified', 'link', 'verified', 'officer'),
  step('verified', 'file', 'filed', 'officer', ['grounded']),
  step('verified', 'dismiss', 'dismissed', 'head'),
  step('verified', 'transfer', 'transferred', 'head'),
];

type Asked = Scene<Clue, Limits>;
const ended = (scene: Asked) => ({ dueDay: null, closedOn: todayOf(scene) });
const linksOf = (kind: ClueLink['kind'], ids: readonly string[]): ClueLink[] => ids.map((id) => ({ kind, id }));
const merged = (before: readonly ClueLink[], more: readonly ClueLink[]): ClueLink[] => [
  ...before,
  ...more.filter((one) => !before.some(({ kind, id }) => kind === one.kind && id === one.id)),
];

const linkKinds = { finding: '疑点', complaint: '举报投诉', alert: '预警', inspection: '检查', encounter: '就诊', settlement: '结算' };

export const clueLife: MatterLife<Clue, ClueAction, ClueCondition, ClueActor, Limits> = {
  noun: 'clue',
  steps: clueSteps,
  fields: {
    assign: [field('assignedTo', 'text', '承办人', 'Handled by', { required: true })],
    link: [
      field('kind', 'code', '关联什么', 'Kind', { required: true, codes: linkKinds }),
      field('ids', 'text', '编号', 'Numbers', { required: true, many: true }),
    ],
    verify: [
      field('verification', 'text', '核查情况', 'What was verified', { required: true, long: true }),
      field('grounded', 'flag', '有违法违规事实', 'There is a violation', { required: true }),
      field('amountFen', 'money', '涉及基金', 'Fund amount'),
    ],
    file: [
      field('causeCode', 'code', '案由', 'Cause', {
        required: true,
        codes: Object.fromEntries(caseCauses.map(({ code, zh }) => [code, zh])),
      }),
      field('actEndedOn', 'day', '违法行为终了之日', 'Last day of the act', { required: true }),
      field('harmed', 'flag', '涉及生命健康安全且有危害后果', 'Life or health was harmed'),
    ],
    transfer: [field('transferredTo', 'text', '移送给', 'Handed to', { required: true })],
  },
  guards: {
    notExtended: ({ one }) => (one.extended ? issueOf('clue.extended') : []),
    grounded: ({ one }) => (one.grounded ? [] : issueOf('clue.notGrounded')),
  },
  changes: {
    assign: ({ values }) => ({ assignedTo: textOf(values, 'assignedTo') }),
    extend: ({ one, world }) => ({
      extended: true,
      dueDay: one.dueDay === null ? null : dueDay(one.dueDay, world.number('clue.extensionDays'), world.calendar),
    }),
    link: ({ one, values }) => ({
      links: merged(one.links, linksOf(textOf(values, 'kind') as ClueLink['kind'], listOf(values, 'ids'))),
    }),
    verify: ({ one, by, values }) => ({
      verification: textOf(values, 'verification'),
      grounded: flagOf(values, 'grounded'),
      amountFen: numberOrNull(values, 'amountFen') ?? one.amountFen,
      verifiedBy: by,
    }),
    // its case is opened by the workflow, which names it
    file: ended,
    dismiss: ended,
    transfer: (scene) => ({ ...ended(scene), transferredTo: textOrNull(scene.values, 'transferredTo') }),
  },
};

export interface NewClue {
  readonly source: ClueSource;
  readonly sourceRef: string | null;
  readonly object: ClueObject;
  readonly objectNo: string | null;
  readonly objectName: string;
  readonly text: string;
  readonly links: readonly ClueLink[];
  readonly amountFen: Fen | null;
}

/** A clue as it begins: open, its clock running. */
export const newClue = (clueId: string, wish: NewClue, day: Day, limits: Limits): Clue => ({
  ...wish,
  matterId: clueId,
  state: 'open',
  title: wish.objectName,
  providerNo: wish.object === 'provider' ? wish.objectNo : null,
  openedOn: day,
  dueDay: workingLimit(limits, 'clue.verifyDays', day),
  closedOn: null,
  assignedTo: null,
  extended: false,
  verifiedBy: null,
  verification: null,
  grounded: null,
  caseId: null,
  transferredTo: null,
});
