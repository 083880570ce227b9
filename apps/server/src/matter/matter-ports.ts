import { randomInt } from 'node:crypto';
import { inspectionWords, type PlanWorld } from '@hengjian/domain';
import { bureauRegion, gradesInForce, type Home, matterBookOf, matterLimits } from '@hengjian/store';
import type { DrawPorts, MatterPorts } from '@hengjian/workflows';
import type { Names } from '../names.ts';

const levels: Readonly<Record<number, string>> = { 1: '一级', 2: '二级', 3: '三级' };

/** An institution that need not be inspected is drawn seldom, never not at all. */
const LEAST_WEIGHT = 0.5;

/** Institutions as they are drawn: those that the claims know, by kind, level and the credit that is in force. */
function institutionsOf({ db }: Pick<Home, 'db'>, names: Pick<Names, 'providers'>): DrawPorts['institutions'] {
  return async (on) => {
    const grades = await gradesInForce(db, on);
    const all = [...(await names.providers()).values()];
    const byNo = (of: (one: (typeof all)[number]) => string) => Object.fromEntries(all.map((one) => [one.providerNo, of(one)]));
    const kindOf = (kind: string | null) => (kind === 'pharmacy' ? 'pharmacy' : 'medical');
    const strata: PlanWorld['strata'] = {
      none: {},
      kind: byNo(({ kind }) => inspectionWords.providerKinds[kindOf(kind)].zh),
      level: byNo(({ kind, level }) => (kindOf(kind) === 'pharmacy' ? '零售药店' : (levels[level ?? 0] ?? '未定级'))),
      grade: Object.fromEntries([...grades].map(([providerNo, { grade }]) => [providerNo, grade])),
    };
    return {
      institutions: all.map((one) => ({ providerNo: one.providerNo, name: one.name ?? one.providerNo, kind: kindOf(one.kind) })),
      strata,
      gradeWeights: Object.fromEntries(
        [...grades.values()].flatMap(({ grade, inspectionsPerYear }) =>
          inspectionsPerYear === null ? [] : [[grade, Math.max(LEAST_WEIGHT, inspectionsPerYear)]],
        ),
      ),
    };
  };
}

export const matterPortsOf = ({ db }: Pick<Home, 'db'>): MatterPorts => ({
  book: matterBookOf(db),
  limits: async (day) => matterLimits(db, await bureauRegion(db), day),
});

export const drawPortsOf = (home: Pick<Home, 'db'>, names: Pick<Names, 'providers'>): DrawPorts => ({
  ...matterPortsOf(home),
  institutions: institutionsOf(home, names),
  freshSeed: () => randomInt(1, 1_000_000_000),
});
