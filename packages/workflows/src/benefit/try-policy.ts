// A what-if from the scheme in force and some levers to who gains and who loses, kept with what it was tried on.
import {
  type BenefitScheme,
  changedScheme,
  type Instant,
  type Lever,
  type Outcome,
  type PastSettlement,
  type WhatIf,
  whatIf,
} from '@hengjian/domain';

/** By what the effects are parted, in the order of `PastSettlement.groups`. */
export const whatIfGroups = ['insuranceSetting', 'level', 'age', 'cost', 'area', 'provider'] as const;

export interface WhatIfAsked {
  readonly whatIfId: string;
  readonly title: string;
  readonly schemeId: string;
  /** Calendar year whose settlements are settled again. */
  readonly year: number;
  readonly levers: readonly Lever[];
  readonly by: string;
  readonly at: Instant;
}
export interface WhatIfKept extends WhatIfAsked {
  readonly lakeVersion: number;
  readonly seconds: number;
  readonly result: WhatIf;
}

export interface BenefitPorts {
  scheme(schemeId: string): Promise<BenefitScheme | undefined>;
  /** Settlements of a year in the order of person and moment, what levers on items would change at them beside. */
  settlements(
    year: number,
    levers: readonly Lever[],
    take: (one: PastSettlement) => void,
    progress: (done: number, total: number) => void,
  ): Promise<{ lakeVersion: number }>;
  keep(one: WhatIfKept): Promise<void>;
}

/** Refusals: `benefit.unknown-scheme`, `benefit.no-settlements`. */
export async function tryPolicy(
  ports: BenefitPorts,
  asked: WhatIfAsked,
  progress: (done: number, total: number) => void = () => {},
): Promise<Outcome<WhatIfKept>> {
  const refusal = (code: string, facts: Record<string, unknown>): Outcome<WhatIfKept> => ({
    ok: false,
    issues: [{ code, severity: 'error', facts }],
  });
  const scheme = await ports.scheme(asked.schemeId);
  if (!scheme) return refusal('benefit.unknown-scheme', { id: asked.schemeId });
  const begun = performance.now();
  const trial = whatIf(scheme, changedScheme(scheme, asked.levers), asked.levers, whatIfGroups.length);
  const { lakeVersion } = await ports.settlements(asked.year, asked.levers, trial.take, progress);
  const result = trial.end();
  if (result.replayed === 0) return refusal('benefit.no-settlements', { year: asked.year });
  const kept = { ...asked, lakeVersion, seconds: (performance.now() - begun) / 1000, result };
  await ports.keep(kept);
  return { ok: true, value: kept, issues: [] };
}
