// Two grouping packs side by side: what changed in their tables, and where a year's cases would go.
import { changesOfPacks, type DrgPack, drgGrouper, shiftsOf } from '@hengjian/domain';
import type { PaymentStore } from '@hengjian/store';
import type { Names } from './names.ts';
import { refuse } from './refusal.ts';
import type { PacksComparedJson } from './schemas/payment.ts';

/** Shifts listed, most cases first. */
const SHOWN = 300;

export async function packsCompared(
  store: PaymentStore,
  names: Names,
  { a, b, year }: { a: string; b: string; year: number },
): Promise<PacksComparedJson> {
  const pack = async (id: string): Promise<DrgPack> => (await store.pack(id)) ?? refuse('payment.unknown-pack', { id }, 404);
  const [was, is] = [await pack(a), await pack(b)];
  const { cases } = await store.stays(year, () => {});
  const { shifts, byInstitution, ...sums } = shiftsOf(cases, drgGrouper(was), drgGrouper(is));
  const { counts, added, removed, renamed } = changesOfPacks(was, is);
  const providers = await names.providers();
  const [before, after] = [was, is].map(({ groups }) => new Map(groups.map(({ code, name }) => [code, name])));
  return {
    a: { packId: was.packId, title: was.title },
    b: { packId: is.packId, title: is.title },
    year,
    counts: [...counts],
    added: [...added],
    removed: [...removed],
    renamed: [...renamed],
    ...sums,
    shifts: shifts.slice(0, SHOWN).map((one) => ({
      ...one,
      fromName: before?.get(one.from ?? '') ?? null,
      toName: after?.get(one.to ?? '') ?? null,
    })),
    byInstitution: byInstitution.map((one) => ({ ...one, name: providers.get(one.providerNo)?.name ?? null })),
  };
}
