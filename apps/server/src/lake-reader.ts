// One reading connection to the claims lake, renewed when an import has committed a new version.
import type { Lake, LakeConnection, LakeSnapshot } from '@hengjian/store';

export interface LakeReader {
  /** Runs `ask` alone on the connection (its views are switched by bucket), over the last committed version. */
  read<T>(ask: (lake: LakeConnection, snapshot: LakeSnapshot) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Screens ask small questions: the server shares the machine with reviews. */
const MEMORY_MB = 400;

export function lakeReaderOf(lake: Lake): LakeReader {
  let open: { version: number; snapshot: LakeSnapshot; connection: LakeConnection } | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const current = async () => {
    const snapshot = await lake.snapshot();
    if (open?.version === snapshot.version) return open;
    open?.connection.close();
    open = undefined;
    open = { version: snapshot.version, snapshot, connection: await snapshot.connect({ memoryLimitMb: MEMORY_MB }) };
    return open;
  };
  return {
    read(ask) {
      const turn = last.then(async () => {
        const { connection, snapshot } = await current();
        return ask(connection, snapshot);
      });
      last = turn.catch(() => {});
      return turn;
    },
    async close() {
      await last;
      open?.connection.close();
      open = undefined;
    },
  };
}
