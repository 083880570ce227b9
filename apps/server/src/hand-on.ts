// What findings hand on to enforcement, as clues.
import { type FindingCase, fundOf, type Instant } from '@hengjian/domain';
import { casesOf, cluesAbout, type Home, unheardEscalations } from '@hengjian/store';
import { handOnFindings } from '@hengjian/workflows';
import { lakeReaderOf } from './lake-reader.ts';
import { matterPortsOf } from './matter/matter-ports.ts';
import { type Names, namesOf } from './names.ts';
import { taken } from './refusal.ts';

type Act = { readonly by: string; readonly why: string; readonly at: Instant };

/** A clue for each institution of those that no clue tells of yet. */
export async function openCluesOf(
  home: Home,
  names: Pick<Names, 'rule' | 'providers'>,
  cases: readonly Pick<FindingCase, 'findingId'>[],
  act: Act,
): Promise<void> {
  const ids = cases.map(({ findingId }) => findingId);
  const told = new Set((await cluesAbout(home.db, 'finding', ids)).map(({ id }) => id));
  const stored = await casesOf(
    home.db,
    ids.filter((id) => !told.has(id)),
  );
  const providers = await names.providers();
  const handed = stored.map(async ({ one, ruleId, finding, providerNo }) => ({
    findingId: one.findingId,
    ruleTitle: (await names.rule(ruleId, finding.edition))?.title.zh ?? ruleId,
    providerNo,
    providerName: providers.get(providerNo ?? '')?.name ?? providerNo ?? '未指明机构',
    worthFen: fundOf(one) ?? one.grossFen,
  }));
  taken(await handOnFindings(matterPortsOf(home), await Promise.all(handed), act));
}

/** The same outside a server. */
export async function openCluesAlone(home: Home, cases: readonly Pick<FindingCase, 'findingId'>[], act: Act): Promise<void> {
  const lake = lakeReaderOf(home.lake);
  try {
    await openCluesOf(home, namesOf({ home, lake }), cases, act);
  } finally {
    await lake.close();
  }
}

/** Clues that a step was cut off from: as whoever handed on said it. */
export async function openLostClues(home: Home): Promise<void> {
  for (const { findingId, ...act } of await unheardEscalations(home.db)) await openCluesAlone(home, [{ findingId }], act);
}
