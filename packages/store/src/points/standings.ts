// How practitioners' rights stand, for messages: the same rows that readers of the lake see, by number.
import type { LakeRecord } from '@hengjian/domain';
import { openDuck } from '../lake/duck.ts';
import { filesFrom } from '../lake/file-columns.ts';
import type { Lake } from '../lake/lake.ts';
import type { StoppedCode } from './stopped-codes.ts';

export interface Standings {
  /** The roster's files and the version of the points that it was read from. */
  readonly stamp: string;
  /** By practitioner's number, which stands for itself in a message. */
  readonly records: ReadonlyMap<string, readonly LakeRecord[]>;
}

/** Reads them anew where the roster or the points changed since; the same object where nothing did. */
export type StandingsReader = (known: Standings | undefined) => Promise<Standings>;

export const standingsOf =
  (lake: Lake): StandingsReader =>
  async (known) => {
    const snapshot = await lake.snapshot();
    const files = snapshot.filesOf('dimension/practitioner');
    const stamp = [...files.map((file) => file.path), snapshot.stopped.version].join('\n');
    if (known?.stamp === stamp) return known;
    const duck = await openDuck({ threads: 1, memoryLimitMb: 200 });
    try {
      const roster =
        files.length === 0
          ? []
          : await duck.rows<StoppedCode>(
              `SELECT "practitionerNo", state, "stateFrom", "stateTo" FROM ${filesFrom(files)} WHERE "practitionerNo" IS NOT NULL`,
            );
      const records = [...roster, ...snapshot.stopped.rows].map(
        ({ practitionerNo, state, stateFrom, stateTo }): LakeRecord => ({
          practitioner: practitionerNo,
          practitionerNo,
          state,
          stateFrom,
          stateTo,
        }),
      );
      return { stamp, records: Map.groupBy(records, ({ practitionerNo }) => String(practitionerNo)) };
    } finally {
      duck.close();
    }
  };
