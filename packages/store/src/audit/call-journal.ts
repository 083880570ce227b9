/**
 * The append-only journal of answered calls: what was asked, what was said, what was known of the person then. A record stands in the
 * file before its answer goes out, so a killed process loses no account; the disk is synced soon after (at once where it is asked for).
 * Each writer has segments of its own; which of them PostgreSQL has is the follower's affair (call-follower.ts).
 */
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { decodeRecord, recordWithCargo } from '../feed/record.ts';
import type { CallBody } from './call-record.ts';
import { openPacker, type Packer } from './packer.ts';

export interface CallPlace {
  readonly segment: string;
  readonly at: number;
  readonly size: number;
}

export interface CallJournal {
  /**
   * Resolves when the record is written (`durably`: when it is on the disk). Where it cannot be written now it waits in memory and is
   * tried again: then false, and `onTrouble` is told. A cargo that was to be packed is no longer read, once this returns.
   */
  append(serial: number, body: CallBody, durably?: boolean): Promise<boolean>;
  /** Records that could not be written yet. */
  waiting(): number;
  close(): Promise<void>;
}

export interface CallJournalOptions {
  /** A new file is begun beyond so many bytes. */
  segmentBytes?: number;
  /** Milliseconds after which what was written is synced. */
  syncEvery?: number;
  onTrouble?(error: unknown, lost: number): void;
  onRecovery?(): void;
}

/** A record as it is written, its cargo packed where it is to be. */
export const piecesOf = (serial: number, { parts, cargo, packed }: CallBody, packer: Packer): Buffer[] =>
  recordWithCargo(serial, parts, packed ? packer.pack(cargo) : cargo);

export const SUFFIX = '.calls';
/** Of a segment at rest. */
export const PACKED = `${SUFFIX}.zst`;
export const segmentName = (serial: number): string => `${String(serial).padStart(17, '0')}${SUFFIX}`;
export const callFolder = (home: string): string => path.join(home, 'calls');

export const SEGMENT_BYTES = 64 * 1024 * 1024;
export const SYNC_EVERY_MS = 200;
/** A segment that nobody wrote to for so long is left for good: whoever packs it waits longer (call-follower.ts). */
export const REST_MS = 5 * 60_000;
const AGAIN_MS = 1000;
/** Bytes that wait in memory while nothing can be written; beyond it the oldest go. */
const MOST_WAITING = 256 * 1024 * 1024;

interface Waiting {
  readonly pieces: readonly Buffer[];
  readonly serial: number;
  readonly bytes: number;
  readonly durably: boolean;
  told?: ((written: boolean) => void) | undefined;
}

export function openCallJournal(home: string, options: CallJournalOptions = {}): CallJournal {
  const folder = callFolder(home);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { segmentBytes = SEGMENT_BYTES, syncEvery = SYNC_EVERY_MS } = options;
  let file: { handle: FileHandle; size: number; writtenAt: number } | undefined;
  let queue: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let syncTimer: NodeJS.Timeout | undefined;
  let syncing: Promise<void> | undefined;
  const leaving = new Set<Promise<void>>();
  let againTimer: NodeJS.Timeout | undefined;
  let troubled = false;
  const packer = openPacker();

  const current = async (serial: number) => {
    if (file && file.size < segmentBytes && Date.now() - file.writtenAt < REST_MS) return file;
    if (file) leave(file.handle);
    file = undefined;
    // a name that another writer took by chance is the next one's
    for (let name = serial; ; name += 1)
      try {
        const handle = await open(path.join(folder, segmentName(name)), 'ax', 0o600);
        file = { handle, size: 0, writtenAt: Date.now() };
        return file;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
  };
  const syncNow = async (): Promise<void> => {
    clearTimeout(syncTimer);
    syncTimer = undefined;
    await syncing?.catch(() => {});
    syncing = file?.handle.datasync();
    try {
      await syncing;
    } finally {
      syncing = undefined;
    }
  };
  /** A full segment is synced and closed behind the messages, which go on in the next one. */
  const leave = (handle: FileHandle): void => {
    const left = handle
      .datasync()
      .catch((error) => options.onTrouble?.(error, 0))
      .then(() => handle.close())
      .catch(() => {})
      .finally(() => leaving.delete(left));
    leaving.add(left);
  };
  const syncSoon = () => {
    syncTimer ??= setTimeout(() => {
      syncTimer = undefined;
      syncNow().catch((error) => options.onTrouble?.(error, 0));
    }, syncEvery);
    syncTimer.unref();
  };

  const writeGroup = async (group: readonly Waiting[]): Promise<FileHandle> => {
    const into = await current((group[0] as Waiting).serial);
    const pieces = group.flatMap((one) => one.pieces);
    try {
      const { bytesWritten } = await into.handle.writev(pieces);
      const whole = pieces.reduce((sum, { length }) => sum + length, 0);
      // seldom: the rest of a write that was cut short
      for (let done = bytesWritten, rest = Buffer.concat(pieces); done < whole; )
        done += (await into.handle.write(rest, done, whole - done)).bytesWritten;
      into.size += whole;
      into.writtenAt = Date.now();
    } catch (error) {
      // what was half written is taken back; where even that fails a new segment begins
      await into.handle.truncate(into.size).catch(() => {});
      await into.handle.close().catch(() => {});
      file = undefined;
      throw error;
    }
    syncSoon();
    return into.handle;
  };
  /** Told when it is on the disk; what comes after it is written meanwhile. */
  const tellDurable = (handle: FileHandle, group: readonly Waiting[]): void => {
    if (group.length === 0) return;
    const tell = (synced: boolean) => {
      for (const { told } of group) told?.(synced);
    };
    handle.datasync().then(
      () => tell(true),
      (error) => {
        options.onTrouble?.(error, 0);
        tell(false);
      },
    );
  };

  const flush = async (): Promise<void> => {
    while (queue.length > 0) {
      const group = queue;
      queue = [];
      try {
        const handle = await writeGroup(group);
        if (troubled) options.onRecovery?.();
        troubled = false;
        for (const { told, durably } of group) if (!durably) told?.(true);
        tellDurable(
          handle,
          group.filter(({ durably }) => durably),
        );
      } catch (error) {
        for (const one of group) {
          one.told?.(false);
          one.told = undefined;
        }
        queue = [...group, ...queue];
        const lost = dropOldest(queue);
        if (!troubled || lost > 0) options.onTrouble?.(error, lost);
        troubled = true;
        againTimer ??= setTimeout(() => {
          againTimer = undefined;
          start();
        }, AGAIN_MS);
        againTimer.unref();
        return;
      }
    }
  };
  const start = () => {
    writing ??= flush().finally(() => {
      writing = undefined;
      if (queue.length > 0 && !troubled) start();
    });
  };

  const enqueue = (serial: number, pieces: readonly Buffer[], durably: boolean): Promise<boolean> => {
    const bytes = pieces.reduce((sum, { length }) => sum + length, 0);
    return new Promise((told) => {
      queue.push({ serial, pieces, bytes, durably, told });
      // nobody waits for a disk that is known not to take anything
      if (troubled) queue.at(-1)?.told?.(false);
      else start();
    });
  };

  return {
    append: (serial, body, durably = false) => enqueue(serial, piecesOf(serial, body, packer), durably),
    waiting: () => queue.length,
    async close() {
      packer.close();
      clearTimeout(againTimer);
      clearTimeout(syncTimer);
      start();
      await writing;
      if (file) await syncNow().catch(() => {});
      await file?.handle.close();
      await Promise.all(leaving);
    },
  };
}

function dropOldest(queue: Waiting[]): number {
  let bytes = queue.reduce((sum, one) => sum + one.bytes, 0);
  let lost = 0;
  for (; bytes > MOST_WAITING && lost < queue.length; lost += 1) bytes -= queue[lost]?.bytes ?? 0;
  queue.splice(0, lost);
  return lost;
}

/** Segments by the serial they begin with; the same name may stand packed and not for a moment. */
export const callSegments = (home: string): string[] => {
  try {
    return readdirSync(callFolder(home))
      .filter((name) => name.endsWith(SUFFIX) || name.endsWith(PACKED))
      .sort();
  } catch {
    return [];
  }
};

/** Body of a record whose place is known; undefined where it can no longer be read. */
export function readCall(home: string, { segment, at, size }: CallPlace): Buffer | undefined {
  try {
    return decodeRecord(bytesAt(path.join(callFolder(home), segment), at, size), 0)?.bytes;
  } catch {
    return undefined;
  }
}

function bytesAt(file: string, at: number, size: number): Buffer {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(size);
      readSync(descriptor, bytes, 0, size, at);
      return bytes;
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return zstdDecompressSync(readFileSync(`${file}.zst`)).subarray(at, at + size);
  }
}
