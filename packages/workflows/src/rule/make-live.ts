/** An edition speaks: for the days from `from` (null: always) to `to` (null: open) of a region. */
import type { Day, Outcome } from '@hengjian/domain';
import { conditions, followedBy, rivalsOf } from './conditions.ts';
import type { Act, Edition, RulePorts } from './ports.ts';
import { refusal, takeStep } from './take-step.ts';

export interface LivePeriod {
  readonly region?: string;
  readonly from: Day | null;
  readonly to?: Day | null;
}

/**
 * The edition that is live until then ends the day before, and goes on judging earlier days. Refused where another edition is
 * live for one of these days in this region and cannot simply be followed (it begins later, or on the same day).
 */
export async function makeLive(
  ports: RulePorts,
  ruleId: string,
  edition: number,
  { region = '*', from, to = null }: LivePeriod,
  act: Act,
): Promise<Outcome<Edition>> {
  if (from !== null && to !== null && to < from) return refusal('rule.badPeriod', { from, to });
  const period = { region, from, to };
  return takeStep(ports, conditions, {
    ruleId,
    edition,
    action: 'makeLive',
    act,
    period,
    async also(writer, scene) {
      for (const rival of rivalsOf(scene).filter((one) => followedBy(one, from, to))) {
        const ended = { region, from: rival.from, to: (from as Day) - 1 };
        await writer.setPeriod(rival.edition, ended);
        await writer.append({ ...act, edition: rival.edition, action: 'follow', stateBefore: 'live', stateAfter: 'live', detail: ended });
      }
      await writer.setPeriod(edition, period);
    },
  });
}
