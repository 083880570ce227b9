// The DIP item that a hospital writes on its settlement list: what the record bears, mostly; in some houses a dearer one now and then.
import { dipGrouper, type PaymentGroup } from '@hengjian/domain';
import { dipScheme } from './payment-scheme.ts';
import { Random } from './random.ts';
import type { Visit } from './visit.ts';

/** Share of a house's stays that are written dearer than they are, and of houses that do so. */
const GREEDY_HOUSES = 0.25;
const GREEDY = 0.1;
const OTHERS = 0.004;
const BLANK = 0.03;

export function groupSender(seed: number): (visit: Visit) => string {
  const scheme = dipScheme(2025, {});
  const grouper = dipGrouper(scheme);
  const byCategory = Map.groupBy(
    scheme.groups.filter(({ kind }) => kind !== 'comprehensive'),
    ({ diagnoses }) => (diagnoses[0] ?? '').slice(0, 3),
  );
  const weights = new Map(scheme.groups.map(({ code, weight }) => [code, weight]));
  const dearer = (code: string): PaymentGroup | undefined =>
    byCategory
      .get(code.slice(0, 3))
      ?.reduce<PaymentGroup | undefined>(
        (best, group) => (group.weight > (best?.weight ?? weights.get(code) ?? 0) ? group : best),
        undefined,
      );
  return (visit) => {
    if (!visit.stay || visit.ends === null || visit.provider.level < 2) return '';
    const mainDiagnosis = visit.diagnoses[0] ?? null;
    const [mainProcedure = null, ...otherProcedures] = visit.operations.map(({ code }) => code);
    const costFen = visit.settlements.flatMap(({ lines }) => lines).reduce((sum, { amount }) => sum + amount, 0);
    const { code } = grouper({ mainDiagnosis, mainProcedure, otherProcedures, costFen });
    const random = new Random(seed, 'sent-group', visit.id);
    if (code === null || random.chance(BLANK)) return '';
    const share = new Random(seed, 'greedy-house', visit.provider.code).chance(GREEDY_HOUSES) ? GREEDY : OTHERS;
    return random.chance(share) ? (dearer(code)?.code ?? code) : code;
  };
}
