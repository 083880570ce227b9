/**
 * The calls' journal for a thread that may wait for the disk, with segments of its own: an account is written before the next line of code
 * runs. Through another thread and back (call-journal.ts) it costs eight times as much.
 */
import { closeSync, fdatasync, fdatasyncSync, ftruncateSync, mkdirSync, openSync, writevSync } from 'node:fs';
import path from 'node:path';
import { callFolder, piecesOf, REST_MS, SEGMENT_BYTES, SYNC_EVERY_MS, segmentName } from './call-journal.ts';
import type { CallBody } from './call-record.ts';
import { openPacker } from './packer.ts';

export interface CallWriter {
  /** Whether the account stands in the file: where not, nothing of it does. */
  write(serial: number, body: CallBody): boolean;
  /** Syncs what was written. */
  close(): void;
}

/** How long nothing is tried where writing or syncing failed. */
const AGAIN_MS = 1000;

export function openCallWriter(home: string, { segmentBytes = SEGMENT_BYTES, syncEvery = SYNC_EVERY_MS } = {}): CallWriter {
  const folder = callFolder(home);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const packer = openPacker();
  let file: { readonly descriptor: number; size: number; writtenAt: number } | undefined;
  let syncTimer: NodeJS.Timeout | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  const failed = (): void => {
    failedAt = performance.now();
  };
  /** Synced and closed behind what is written to the next one. */
  const leave = (descriptor: number): void =>
    fdatasync(descriptor, (error) => {
      if (error) failed();
      closeSync(descriptor);
    });
  const current = (serial: number) => {
    if (file && file.size < segmentBytes && Date.now() - file.writtenAt < REST_MS) return file;
    if (file) leave(file.descriptor);
    file = undefined;
    for (let name = serial; ; name += 1)
      try {
        const descriptor = openSync(path.join(folder, segmentName(name)), 'ax', 0o600);
        file = { descriptor, size: 0, writtenAt: Date.now() };
        return file;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
  };
  const syncSoon = (): void => {
    syncTimer ??= setTimeout(() => {
      syncTimer = undefined;
      if (file) fdatasync(file.descriptor, (error) => error && failed());
    }, syncEvery);
    syncTimer.unref();
  };
  return {
    write(serial, body) {
      if (performance.now() - failedAt < AGAIN_MS) return false;
      try {
        const into = current(serial);
        const pieces = piecesOf(serial, body, packer);
        const whole = pieces.reduce((sum, { length }) => sum + length, 0);
        if (writevSync(into.descriptor, pieces) !== whole) throw new Error('written in part');
        into.size += whole;
        into.writtenAt = Date.now();
        syncSoon();
        return true;
      } catch {
        failed();
        takeBack();
        return false;
      }
    },
    close() {
      clearTimeout(syncTimer);
      packer.close();
      if (!file) return;
      fdatasyncSync(file.descriptor);
      closeSync(file.descriptor);
      file = undefined;
    },
  };

  /** Of what was half written nothing stays; the next one begins a new segment. */
  function takeBack(): void {
    if (!file) return;
    try {
      ftruncateSync(file.descriptor, file.size);
      closeSync(file.descriptor);
    } catch {
      // the follower passes over what is not whole
    }
    file = undefined;
  }
}
