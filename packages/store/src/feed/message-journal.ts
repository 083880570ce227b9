/**
 * The append-only journal of acknowledged messages: segment files of records, synced in groups before anybody is told. A tail that a
 * killed process left half written is cut; damage among records that were durable is kept and told with its place, never passed over.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { decodeRecord, encodeRecord, scanRecords } from './record.ts';
import { type Damage, type JournalIndex, openIndex, type Place } from './segment-index.ts';

export interface Appended {
  readonly serial: number;
  readonly body: string;
  /** It had come before under the same key: the body is the one of then. */
  readonly repeated: boolean;
}

export type MessageEntry =
  | { readonly serial: number; readonly body: string }
  | { readonly serial: number; readonly damage: { readonly segment: string; readonly at: number } };

export interface MessageJournal {
  /** Resolves when the record is on the disk. `make` is told the serial; under a key that was used before it is not asked. */
  append(key: string | null, make: (serial: number) => string): Promise<Appended>;
  /** Serial of the last record that is on the disk; 0 for an empty journal. */
  durable(): number;
  /** The record, or where its damage is; undefined beyond the end. */
  read(serial: number): Promise<MessageEntry | undefined>;
  /** Reads everything again; places whose records are not what was written. */
  verify(): Promise<MessageEntry[]>;
  /** Bytes of a half-written tail that were cut when it was opened. */
  readonly cutBytes: number;
  close(): Promise<void>;
}

export interface MessageJournalOptions {
  /** A new file is begun beyond so many bytes. */
  segmentBytes?: number;
  /** Where each body's key stands, for making the index again. */
  keyOf(body: string): string | null;
}

const SEGMENT_BYTES = 64 * 1024 * 1024;
/** Records of one group at most: what waits longer comes with the next. */
const MOST_IN_GROUP = 2000;
const nameOf = (first: number): string => `${String(first).padStart(16, '0')}.journal`;

interface Waiting {
  key: string | null;
  make: (serial: number) => string;
  resolve: (done: Appended) => void;
  reject: (error: unknown) => void;
}

/** Opens (and creates) the journal in a folder. Throws `JournalBusy` where another process writes it. */
export async function openMessageJournal(folder: string, options: MessageJournalOptions): Promise<MessageJournal> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const index = openIndex(path.join(folder, 'index.sqlite'));
  try {
    const cutBytes = catchUp(folder, index, options.keyOf);
    return journalOf(folder, index, options.segmentBytes ?? SEGMENT_BYTES, cutBytes);
  } catch (error) {
    index.close();
    throw error;
  }
}

const segmentsOf = (folder: string): number[] =>
  readdirSync(folder)
    .flatMap((name) => (/^\d{16}\.journal$/.test(name) ? [Number(name.slice(0, 16))] : []))
    .sort((a, b) => a - b);

/** Brings the index to the end of the segments; bytes of a torn tail that were cut. */
function catchUp(folder: string, index: JournalIndex, keyOf: MessageJournalOptions['keyOf']): number {
  const segments = segmentsOf(folder);
  const known = index.last();
  let next = (known?.serial ?? 0) + 1;
  let cut = 0;
  for (const [i, segment] of segments.entries()) {
    if (known && segment < known.segment) continue;
    const file = path.join(folder, nameOf(segment));
    const bytes = readFileSync(file);
    const found = [...scanRecords(bytes, known?.segment === segment ? known.at + known.size : 0)];
    const rows: (Place & { key: string | null })[] = [];
    for (const [j, one] of found.entries()) {
      if ('record' in one) {
        const { serial, size, body } = one.record;
        // a gap without damaged bytes: a segment is missing or was cut short
        if (serial > next) index.addDamage({ fromSerial: next, toSerial: serial - 1, segment, at: one.at, bytes: 0 });
        rows.push({ serial, segment, at: one.at, size, key: keyOf(body) });
        next = serial + 1;
        continue;
      }
      const after = found.slice(j + 1).find((f) => 'record' in f);
      const later = after && 'record' in after ? after.record : undefined;
      const lastSegment = i === segments.length - 1;
      // Nothing whole stands behind it, or only records of the same unsynced group: nobody was told of it.
      if (lastSegment && (!later || later.durable < next)) {
        cut = bytes.length - one.at;
        truncateSync(file, one.at);
        break;
      }
      const firstOfNext = segments[i + 1];
      const toSerial = later ? later.serial - 1 : firstOfNext !== undefined ? firstOfNext - 1 : next;
      index.addDamage({ fromSerial: next, toSerial: Math.max(next, toSerial), segment, at: one.at, bytes: one.damage });
      next = Math.max(next, toSerial) + 1;
    }
    index.add(rows);
  }
  return cut;
}

function journalOf(folder: string, index: JournalIndex, segmentBytes: number, cutBytes: number): MessageJournal {
  const damaged = new Map(index.damages().map((d) => [d.fromSerial, d]));
  const damageOf = (serial: number): Damage | undefined =>
    [...damaged.values()].find(({ fromSerial, toSerial }) => fromSerial <= serial && serial <= toSerial);
  let durable = Math.max(index.last()?.serial ?? 0, ...[...damaged.values()].map(({ toSerial }) => toSerial), 0);
  let file: { handle: FileHandle; segment: number; size: number } | undefined;
  const queue: Waiting[] = [];
  /** Under way and not yet in the index, by key. */
  const pending = new Map<string, Promise<Appended>>();
  let flushing: Promise<void> | undefined;
  let closed = false;

  const bodyAt = async ({ serial, segment, at, size }: Place): Promise<string | undefined> => {
    const handle = await open(path.join(folder, nameOf(segment)), 'r').catch(() => undefined);
    if (!handle) return undefined;
    try {
      const bytes = Buffer.alloc(size);
      await handle.read(bytes, 0, size, at);
      const record = decodeRecord(bytes, 0);
      return record?.serial === serial ? record.body : undefined;
    } finally {
      await handle.close();
    }
  };
  const read = async (serial: number): Promise<MessageEntry | undefined> => {
    if (serial > durable) return undefined;
    const place = index.place(serial);
    const body = place && (await bodyAt(place));
    if (body !== undefined) return { serial, body };
    const where = place ?? damageOf(serial);
    return { serial, damage: { segment: nameOf(where?.segment ?? 0), at: where?.at ?? 0 } };
  };

  const current = async () => {
    if (file && file.size < segmentBytes) return file;
    await file?.handle.close();
    file = undefined;
    const last = segmentsOf(folder).at(-1);
    const lastSize = last === undefined ? 0 : statSync(path.join(folder, nameOf(last))).size;
    const goOn = last !== undefined && lastSize < segmentBytes;
    const segment = goOn ? last : durable + 1;
    const handle = await open(path.join(folder, nameOf(segment)), 'a', 0o600);
    if (!goOn) await syncFolder(folder);
    file = { handle, segment, size: goOn ? lastSize : 0 };
    return file;
  };

  /** Whatever fails leaves the file as it was before the group, and nobody of the group is told. */
  const writeGroup = async (group: readonly Waiting[]): Promise<void> => {
    const into = await current();
    const before = into.size;
    const rows = group.map(({ key, make }, i) => {
      const serial = durable + 1 + i;
      const body = make(serial);
      return { key, serial, body, bytes: encodeRecord(serial, durable, body) };
    });
    try {
      await writeAll(into.handle, Buffer.concat(rows.map(({ bytes }) => bytes)));
      await into.handle.datasync();
    } catch (error) {
      await into.handle.truncate(before).catch(() => {});
      await into.handle.close().catch(() => {});
      file = undefined;
      throw error;
    }
    let at = before;
    const places = rows.map(({ key, serial, bytes }) => {
      const place = { key, serial, segment: into.segment, at, size: bytes.length };
      at += bytes.length;
      return place;
    });
    into.size = at;
    durable += group.length;
    index.add(places);
    for (const [i, { serial, body }] of rows.entries()) group[i]?.resolve({ serial, body, repeated: false });
  };

  const flush = async (): Promise<void> => {
    while (queue.length > 0) {
      const group = queue.splice(0, MOST_IN_GROUP);
      try {
        await writeGroup(group);
      } catch (error) {
        for (const one of group) one.reject(error);
      }
    }
    flushing = undefined;
  };

  const enqueue = (key: string | null, make: Waiting['make']): Promise<Appended> =>
    new Promise((resolve, reject) => {
      queue.push({ key, make, resolve, reject });
      // what comes in this turn of the loop goes with the group
      flushing ??= new Promise<void>((next) => setImmediate(next)).then(flush);
    });

  return {
    cutBytes,
    durable: () => durable,
    read,
    async append(key, make) {
      if (closed) throw new Error('the journal is closed');
      if (key === null) return enqueue(null, make);
      const under = pending.get(key);
      if (under) return { ...(await under), repeated: true };
      const place = index.find(key);
      const body = place && (await bodyAt(place));
      // a record that can no longer be read is taken anew
      if (place && body !== undefined) return { serial: place.serial, body, repeated: true };
      const again = pending.get(key);
      if (again) return { ...(await again), repeated: true };
      const work = enqueue(key, make).finally(() => pending.delete(key));
      pending.set(key, work);
      return work;
    },
    async verify() {
      const bad: MessageEntry[] = [];
      for (let serial = 1; serial <= durable; serial += 1) {
        const entry = await read(serial);
        if (entry && 'damage' in entry) bad.push(entry);
      }
      return bad;
    },
    async close() {
      closed = true;
      await flushing;
      await file?.handle.close();
      index.close();
    },
  };
}

async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await handle.write(bytes, done, bytes.length - done)).bytesWritten;
}

/** The name of a new file is durable only with its folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
