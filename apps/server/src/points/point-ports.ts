import type { Instant } from '@hengjian/domain';
import { bureauRegion, type FullPointRules, type Home, pointRulesOf, pointsBookOf } from '@hengjian/store';
import { type PointPorts, takeDuePointSteps } from '@hengjian/workflows';

export async function pointPortsOf(home: Pick<Home, 'db'>, now: Instant): Promise<PointPorts & { readonly rules: FullPointRules }> {
  return { book: pointsBookOf(home.db), rules: await pointRulesOf(home.db, await bureauRegion(home.db), now) };
}

/** What the clock and decisions about findings do to points by themselves. May be done at any time, again and again. */
export const movePoints = async (home: Pick<Home, 'db'>, now: Instant): Promise<{ lapsed: number; fallen: number }> =>
  takeDuePointSteps(await pointPortsOf(home, now), now);
