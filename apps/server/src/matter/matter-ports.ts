import { randomInt } from 'node:crypto';
import { inspectionWords, type PlanWorld } from '@hengjian/domain';
import { bureauRegion, type Home, matterBookOf, matterLimits } from '@hengjian/store';
import type { DrawPorts, MatterPorts } from '@hengjian/workflows';
import type { Names } from '../names.ts';

const levels: Readonly<Record<number, string>> = { 1: '一级', 2: '二级', 3: '三级' };

/** Institutions as they are drawn: those that the claims know, by kind and level. */
function institutionsOf(names: Pick<Names, 'providers'>): DrawPorts['institutions'] {
  return async () => {
    const all = [...(await names.providers()).values()];
    const byNo = (of: (one: (typeof all)[number]) => string) => Object.fromEntries(all.map((one) => [one.providerNo, of(one)]));
    const kindOf = (kind: string | null) => (kind === 'pharmacy' ? 'pharmacy' : 'medical');
    const strata: PlanWorld['strata'] = {
      none: {},
      kind: byNo(({ kind }) => inspectionWords.providerKinds[kindOf(kind)].zh),
      level: byNo(({ kind, level }) => (kindOf(kind) === 'pharmacy' ? '零售药店' : (levels[level ?? 0] ?? '未定级'))),
      grade: {},
    };
    return {
      institutions: all.map((one) => ({ providerNo: one.providerNo, name: one.name ?? one.providerNo, kind: kindOf(one.kind) })),
      strata,
    };
  };
}

export const matterPortsOf = ({ db }: Pick<Home, 'db'>): MatterPorts => ({
  book: matterBookOf(db),
  limits: async (day) => matterLimits(db, await bureauRegion(db), day),
});

export const drawPortsOf = (home: Pick<Home, 'db'>, names: Pick<Names, 'providers'>): DrawPorts => ({
  ...matterPortsOf(home),
  institutions: institutionsOf(names),
  freshSeed: () => randomInt(1, 1_000_000_000),
});
