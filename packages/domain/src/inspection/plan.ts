/** An inspection plan: what kind, when, how many, out of which institutions; drawn, carried out, closed. */
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
  textOrNull,
} from '../matter/life.ts';
import { todayOf } from '../matter/limits.ts';
import { inspectionWordLists } from '../messages/inspection-words.ts';
import type { Day } from '../time.ts';
import { type DrawnInspection, drawInstitutions, drawTeams, type FrameUnit, type Officer } from './draw.ts';

/** As the register of inspections tells them apart; 飞行检查 is only joined in, the province and the nation do it (令第6号). */
const inspectionKinds = ['daily', 'special', 'flying', 'cross', 'lead', 'remote'] as const;
export type InspectionKind = (typeof inspectionKinds)[number];
const planStratifications = ['none', 'kind', 'level', 'grade'] as const;
export type PlanStratification = (typeof planStratifications)[number];

const inspectionPlanStates = ['draft', 'drawn', 'running', 'closed', 'cancelled'] as const;
export type InspectionPlanState = (typeof inspectionPlanStates)[number];
const inspectionPlanActions = ['change', 'draw', 'redraw', 'publish', 'close', 'cancel'] as const;
export type InspectionPlanAction = (typeof inspectionPlanActions)[number];
export type InspectionPlanActor = 'officer' | 'head';
export type InspectionPlanCondition = 'wholeFrame' | 'wholeTeams' | 'allClosed';

export interface PlanDraw {
  readonly seed: number;
  readonly by: string;
  readonly day: Day;
  /** Everything that could have been drawn, with its weights. */
  readonly frame: readonly FrameUnit[];
  readonly officers: readonly Officer[];
  readonly drawn: readonly DrawnInspection[];
}

export interface InspectionPlan extends Matter {
  readonly state: InspectionPlanState;
  readonly kind: InspectionKind;
  readonly campaign: string | null;
  readonly basis: string;
  readonly from: Day;
  readonly to: Day;
  /** `medical`, `pharmacy`; null: both. */
  readonly providerKind: string | null;
  readonly institutionCount: number;
  readonly teamSize: number;
  readonly stratify: PlanStratification;
  /** Weight by stratum; 1 where nothing is said. */
  readonly weights: Readonly<Record<string, number>>;
  /** Taken without drawing: of clues, of a list handed down. */
  readonly named: readonly string[];
  readonly clueIds: readonly string[];
  readonly thirdParty: string | null;
  readonly draw: PlanDraw | null;
  /** Drawings that were thrown away, with why: a draw is not repeated until it pleases. */
  readonly discarded: readonly { readonly seed: number; readonly by: string; readonly day: Day; readonly why: string }[];
  readonly madeBy: string;
}

/** What a draw looks at: every institution under agreement, the roster, a fresh seed. */
export interface PlanWorld {
  readonly institutions: readonly Omit<FrameUnit, 'weight' | 'stratum'>[];
  readonly strata: Readonly<Record<PlanStratification, Readonly<Record<string, string>>>>;
  /** Of credit grades: how often such an institution is to be inspected, which weighs its draw where the plan does not say. */
  readonly gradeWeights: Readonly<Record<string, number>>;
  readonly roster: readonly Officer[];
  readonly freshSeed: number;
  readonly openInspections: number;
  readonly teamLeast: number;
}

type Step = MatterStep<InspectionPlanState, InspectionPlanAction, InspectionPlanCondition, InspectionPlanActor>;
// biome-ignore format: a table
export const inspectionPlanSteps: readonly Step[] = [
  { from: 'draft', action: 'change', to: 'draft', who: 'officer', needs: [] },
  { from: 'draft', action: 'draw', to: 'drawn', who: 'head', needs: ['wholeFrame', 'wholeTeams'] },
  { from: 'draft', action: 'cancel', to: 'cancelled', who: 'head', needs: [] },
  { from: 'drawn', action: 'redraw', to: 'draft', who: 'head', needs: [] },
  { from: 'drawn', action: 'publish', to: 'running', who: 'head', needs: [] },
  { from: 'drawn', action: 'cancel', to: 'cancelled', who: 'head', needs: [] },
  { from: 'running', action: 'close', to: 'closed', who: 'head', needs: ['allClosed'] },
];

type Asked = Scene<InspectionPlan, PlanWorld>;

/** The frame of a plan: what is not of its kind is left out; weights by stratum, as the plan says or as its grade proposes. */
export function frameOf(plan: Pick<InspectionPlan, 'providerKind' | 'stratify' | 'weights'>, world: PlanWorld): FrameUnit[] {
  const strata = world.strata[plan.stratify];
  return world.institutions
    .filter(({ kind }) => plan.providerKind === null || kind === plan.providerKind)
    .map((unit) => {
      const stratum = plan.stratify === 'none' ? '' : (strata[unit.providerNo] ?? '未定');
      const proposed = plan.stratify === 'grade' ? world.gradeWeights[stratum] : undefined;
      return { ...unit, stratum, weight: plan.weights[stratum] ?? proposed ?? 1 };
    });
}

const valid = (world: PlanWorld, day: Day) => world.roster.filter(({ validTo }) => validTo === null || validTo >= day);

/** The seed given, or a fresh one: recorded either way. */
function drawn(scene: Asked): Partial<InspectionPlan> {
  const { one, by, values, world } = scene;
  const seed = numberOrNull(values, 'seed') ?? world.freshSeed;
  const frame = frameOf(one, world);
  const fixed = one.named.flatMap((no) => frame.find(({ providerNo }) => providerNo === no) ?? []);
  const rest = frame.filter(({ providerNo }) => !one.named.includes(providerNo));
  const units = [...fixed, ...drawInstitutions(rest, Math.max(0, one.institutionCount - fixed.length), seed)];
  const officers = valid(world, todayOf(scene));
  return {
    draw: { seed, by, day: todayOf(scene), frame, officers, drawn: drawTeams(units, officers, one.teamSize, seed) },
    providerNo: null,
  };
}

/** `三级=2;二级=1` → weights; what is no such pair is left out by the reader before. */
const weightsOf = (pairs: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    pairs.flatMap((pair) => {
      const [name, weight] = pair.split(/[=＝:：]/).map((part) => part.trim());
      const number = Number(weight);
      return name && number > 0 ? [[name, number]] : [];
    }),
  );

const { kinds, providerKinds, stratifications } = inspectionWordLists;
export const planFields = [
  field('title', 'text', '计划名称', 'Name', { required: true }),
  field('kind', 'code', '检查类型', 'Kind', { required: true, codes: codesOf(kinds) }),
  field('campaign', 'text', '专项行动', 'Campaign'),
  field('basis', 'text', '检查依据', 'Basis', { required: true }),
  field('from', 'day', '开始日期', 'From', { required: true }),
  field('to', 'day', '结束日期', 'To', { required: true }),
  field('providerKind', 'code', '机构类别', 'Kind of institution', { codes: codesOf(providerKinds) }),
  field('institutionCount', 'count', '抽取机构数', 'Institutions', { required: true, unit: '家' }),
  field('teamSize', 'count', '每组人数', 'Officers of a team', { required: true, unit: '人' }),
  field('stratify', 'code', '分层', 'Strata', { required: true, codes: codesOf(stratifications) }),
  field('weights', 'text', '各层权重', 'Weights', {
    many: true,
    note: '如 三级=2、二级=1；不写的为 1，按信用等级的为方案建议的每年检查次数（至少 0.5）',
  }),
  field('named', 'text', '指定机构编码', 'Named institutions', { many: true, note: '线索核查、上级交办时不经抽取直接列入' }),
  field('clueIds', 'text', '线索编号', 'Clues', { many: true }),
  field('thirdParty', 'text', '第三方机构', 'Third party'),
] as const;

/** What a plan says, of a form; the dates in their order. */
export function planContent(values: Scene<never, never>['values']): Partial<InspectionPlan> | ReturnType<typeof issueOf> {
  const [from, to] = [numberOf(values, 'from'), numberOf(values, 'to')];
  if (to < from) return issueOf('inspection.dates');
  if (numberOf(values, 'institutionCount') < 1) return issueOf('inspection.count');
  return {
    title: textOf(values, 'title'),
    kind: textOf(values, 'kind') as InspectionKind,
    campaign: textOrNull(values, 'campaign'),
    basis: textOf(values, 'basis'),
    from,
    to,
    dueDay: to,
    providerKind: textOrNull(values, 'providerKind'),
    institutionCount: numberOf(values, 'institutionCount'),
    teamSize: numberOf(values, 'teamSize'),
    stratify: textOf(values, 'stratify') as PlanStratification,
    weights: weightsOf(listOf(values, 'weights')),
    named: listOf(values, 'named'),
    clueIds: listOf(values, 'clueIds'),
    thirdParty: textOrNull(values, 'thirdParty'),
  };
}

export const inspectionPlanLife: MatterLife<InspectionPlan, InspectionPlanAction, InspectionPlanCondition, InspectionPlanActor, PlanWorld> =
  {
    noun: 'inspectionPlan',
    steps: inspectionPlanSteps,
    fields: {
      change: planFields,
      draw: [field('seed', 'count', '随机种子', 'Seed', { note: '留空则随机产生并记下；填写以前的种子可以复算' })],
    },
    guards: {
      wholeFrame: ({ one, world }) => {
        const frame = frameOf(one, world);
        const unknown = one.named.find((no) => !frame.some(({ providerNo }) => providerNo === no));
        if (unknown !== undefined) return issueOf('inspection.notInFrame', { no: unknown });
        return frame.length < one.institutionCount
          ? issueOf('inspection.smallFrame', { count: frame.length, wanted: one.institutionCount })
          : [];
      },
      wholeTeams: (scene) => {
        const { one, world } = scene;
        if (one.teamSize < world.teamLeast) return issueOf('inspection.twoOfficers', { least: world.teamLeast });
        const officers = valid(world, todayOf(scene));
        const distinct = new Set(officers.map(({ certificateNo }) => certificateNo));
        if (distinct.size < one.teamSize) return issueOf('inspection.smallRoster', { count: distinct.size, wanted: one.teamSize });
        const draw = drawn(scene).draw as PlanDraw;
        const short = draw.drawn.find(({ team }) => team.length < one.teamSize);
        return short ? issueOf('inspection.avoided', { name: short.unit.name }) : [];
      },
      allClosed: ({ world }) => (world.openInspections > 0 ? issueOf('inspection.stillOpen', { count: world.openInspections }) : []),
    },
    changes: {
      change: ({ values }) => planContent(values),
      draw: drawn,
      redraw: (scene) => {
        const { one, by, why } = scene;
        const before = one.draw ? [{ seed: one.draw.seed, by, day: todayOf(scene), why }] : [];
        return { draw: null, discarded: [...one.discarded, ...before] };
      },
      close: (scene) => ({ closedOn: todayOf(scene), dueDay: null }),
      cancel: (scene) => ({ closedOn: todayOf(scene), dueDay: null }),
    },
  };
