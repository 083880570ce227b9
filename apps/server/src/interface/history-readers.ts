// Threads that read the history of a person for the one that listens: a page that the system no longer keeps in memory comes from the disk,
// which takes a tenth of a second while journals are synced, and nobody but this person's message is to wait for it. As long as all is in
// memory nobody is asked: the way to another thread and back costs as much as reading.
import { Worker } from 'node:worker_threads';
import type { PersonRows } from '@hengjian/store';
import type { HistoryContents } from '@hengjian/workflows';

export type ToReader = { readonly id: number; readonly personNo: string } | { readonly history: boolean } | { readonly end: true };
export interface FromReader {
  readonly id: number;
  readonly rows: PersonRows | undefined;
}

/** What is known of one person. */
export interface ReadPerson {
  readonly personNo: string;
  readonly rows: PersonRows;
}

export interface HistoryReaders {
  /** undefined where no thread can say: then the history itself is asked. */
  read(personNo: string): Promise<ReadPerson | undefined>;
  /** Until all of them have read once. */
  warm(): Promise<unknown>;
  /** The history's file was put in place, or is no more to be read. */
  history(ready: boolean): void;
  close(): Promise<void>;
}

/** Several, so that one that waits for the disk holds up nobody. */
const THREADS = 3;
const AGAIN_MS = 1000;

interface Reader {
  readonly worker: Worker;
  readonly waiting: Map<number, (rows: PersonRows | undefined) => void>;
}

export function openHistoryReaders(file: string, historyReady: () => boolean): HistoryReaders {
  const readers: (Reader | undefined)[] = Array.from({ length: THREADS }, () => undefined);
  let [serial, closed] = [0, false];
  const begin = (place: number): void => {
    if (closed) return;
    const worker = new Worker(new URL('./history-reader-thread.ts', import.meta.url), { workerData: { file } });
    const reader: Reader = { worker, waiting: new Map() };
    const lost = () => {
      if (readers[place] !== reader) return;
      readers[place] = undefined;
      for (const give of reader.waiting.values()) give(undefined);
      if (!closed) setTimeout(() => begin(place), AGAIN_MS).unref();
    };
    worker.on('message', ({ id, rows }: FromReader) => {
      const give = reader.waiting.get(id);
      reader.waiting.delete(id);
      give?.(rows);
    });
    worker.on('error', lost);
    worker.on('exit', lost);
    worker.unref();
    readers[place] = reader;
    worker.postMessage({ history: historyReady() } satisfies ToReader);
  };
  for (const place of readers.keys()) begin(place);
  const read: HistoryReaders['read'] = async (personNo) => {
    let least: Reader | undefined;
    for (const reader of readers) if (reader && reader.waiting.size < (least?.waiting.size ?? Number.POSITIVE_INFINITY)) least = reader;
    if (!least) return undefined;
    serial += 1;
    const { promise, resolve } = Promise.withResolvers<PersonRows | undefined>();
    least.waiting.set(serial, resolve);
    least.worker.postMessage({ id: serial, personNo } satisfies ToReader);
    const rows = await promise;
    return rows && { personNo, rows };
  };
  return {
    read,
    warm: () => Promise.all(readers.map(() => read(''))),
    history(ready) {
      for (const reader of readers) reader?.worker.postMessage({ history: ready } satisfies ToReader);
    },
    async close() {
      closed = true;
      await Promise.all(
        readers.map(async (reader) => {
          if (!reader) return;
          const gone = new Promise((resolve) => reader.worker.once('exit', resolve));
          reader.worker.postMessage({ end: true } satisfies ToReader);
          // one that hangs in a read does not hold up the end
          const late = setTimeout(() => reader.worker.terminate(), AGAIN_MS);
          await gone;
          clearTimeout(late);
        }),
      );
    },
  };
}

/** `late`: it was asked for and did not come in time. */
export type Past = ReadPerson | 'late';

/** As `History.contents`: of the person that was read what was read, of others what `otherwise` says; what came late is not waited for. */
export const pastOr =
  (past: Past, otherwise: Contents): Contents =>
  (personNo, from) => {
    if (past === 'late') return undefined;
    if (past.personNo !== personNo) return otherwise(personNo, from);
    return past.rows.flatMap(([no, content, lastDay]) => (lastDay >= from ? [[no, content] as const] : []));
  };

type Contents = (personNo: string, from: number) => HistoryContents | undefined;
/** From memory a read takes 30 µs. */
const SLOW_MS = 5;
/** How long after one nobody reads in the thread that listens. */
const WARY_MS = 60_000;

/** Reads of this process that the disk had to answer; a machine that is busy otherwise makes a read slow as well. */
const diskReads = (): number => process.resourceUsage().fsRead;

/** The same reads, and whether one of them had to wait for the disk within the last minute. */
export function watchedReads(
  read: Contents,
  { now = () => performance.now(), blocks = diskReads } = {},
): { contents: Contents; wary(): boolean } {
  let waitedAt = Number.NEGATIVE_INFINITY;
  return {
    contents(personNo, from) {
      const [begun, before] = [now(), blocks()];
      const said = read(personNo, from);
      const ended = now();
      if (ended - begun > SLOW_MS && blocks() > before) waitedAt = ended;
      return said;
    },
    wary: () => now() - waitedAt < WARY_MS,
  };
}

/** What is known of the first person that a message names; undefined where none is plainly named. */
export async function pastOf(readers: HistoryReaders, message: Uint8Array): Promise<ReadPerson | undefined> {
  const personNo = personNamed(Buffer.from(message.buffer, message.byteOffset, message.byteLength));
  return personNo === undefined ? undefined : readers.read(personNo);
}

const PERSON = Buffer.from('"patn_id"');
const MOST = 100;
export function personNamed(message: Buffer): string | undefined {
  const at = message.indexOf(PERSON);
  return at < 0 ? undefined : /^"patn_id"\s*:\s*"([!#-[\]-~]{1,60})"/.exec(message.toString('latin1', at, at + MOST))?.[1];
}
