import type { Day, RecheckUnit } from '@hengjian/domain';
import { encountersToSample, type Home } from '@hengjian/store';
import { lakeReaderOf } from '../lake-reader.ts';
import { type Names, namesOf } from '../names.ts';

/** What work on matters reads of the claims: names of institutions, and encounters to draw from. */
export interface MatterSource {
  readonly names: Pick<Names, 'providers'>;
  encounters(providerNo: string, from: Day, to: Day): Promise<RecheckUnit[]>;
}

/** Over the home's lake; close it when done. */
export function matterSourceOf(home: Home): MatterSource & { close(): Promise<void> } {
  const lake = lakeReaderOf(home.lake);
  return {
    names: namesOf({ home, lake }),
    close: () => lake.close(),
    encounters: (providerNo, from, to) =>
      lake.read(async (connection, { version }) => {
        const found = version === 0 ? [] : await encountersToSample(connection, providerNo, from, to);
        return found.map(({ id, stratum }) => ({ id, kind: 'claim' as const, stratum: stratum ?? '' }));
      }),
  };
}
