import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openHistoryFile } from '@hengjian/store/history/history-file.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HistoryReaders, openHistoryReaders, pastOf, pastOr, personNamed, watchedReads } from './history-readers.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'hengjian-readers-'));
const file = path.join(folder, 'history.sqlite');
let ready = false;
let readers: HistoryReaders;
beforeAll(() => {
  const made = openHistoryFile(file);
  made.put([
    { personNo: 'P1', encounterNo: 'E1', lastDay: 100, content: '{"n":1}' },
    { personNo: 'P1', encounterNo: 'E2', lastDay: 200, content: '{"n":2}' },
    { personNo: 'P2', encounterNo: 'E3', lastDay: 200, content: '{"n":3}' },
  ]);
  made.close();
  readers = openHistoryReaders(file, () => ready);
});
afterAll(async () => {
  await readers?.close();
  rmSync(folder, { recursive: true, force: true });
});

const named = (personNo: string): Buffer =>
  Buffer.from(JSON.stringify({ infno: '3101', input: { data: { patient_dtos: [{ patn_id: personNo }] } } }));
const nobody = () => undefined;

describe('threads that read the history', () => {
  test('say nothing until the file is there, and what it holds afterwards', async () => {
    expect(await readers.read('P1')).toBeUndefined();
    ready = true;
    readers.history(true);
    for (const personNo of ['P1', 'P1', 'P1', 'P1'])
      expect(await readers.read(personNo)).toEqual({
        personNo,
        rows: [
          ['E1', '{"n":1}', 100],
          ['E2', '{"n":2}', 200],
        ],
      });
    expect(await readers.read('P9')).toEqual({ personNo: 'P9', rows: [] });
  });

  test('the person that a message names is read; from the day on that is asked for, and nobody else', async () => {
    const past = (await pastOf(readers, named('P1'))) ?? 'late';
    const contents = pastOr(past, (personNo) => [[`of ${personNo}`, '{}']]);
    expect(contents('P1', 100)).toEqual([
      ['E1', '{"n":1}'],
      ['E2', '{"n":2}'],
    ]);
    expect(contents('P1', 101)).toEqual([['E2', '{"n":2}']]);
    expect(contents('P2', 0)).toEqual([['of P2', '{}']]);
  });

  test('what came late is not waited for: nothing is known of anybody', () => {
    expect(pastOr('late', nobody)('P1', 0)).toBeUndefined();
    expect(pastOr('late', () => [])('P2', 0)).toBeUndefined();
  });

  test('whoever waited for the disk is wary for a minute', () => {
    let [clock, takes, disk] = [0, 0, 0];
    let fromDisk = false;
    const reads = watchedReads(
      () => {
        clock += takes;
        if (fromDisk) disk += 8;
        return [['E1', '{}']];
      },
      { now: () => clock, blocks: () => disk },
    );
    expect(reads.contents('P1', 0)).toEqual([['E1', '{}']]);
    expect(reads.wary()).toBe(false);
    takes = 150;
    expect(reads.contents('P1', 0)).toEqual([['E1', '{}']]);
    expect(reads.wary()).toBe(false); // the processor was another's
    fromDisk = true;
    expect(reads.contents('P1', 0)).toEqual([['E1', '{}']]);
    clock += 59_000;
    expect(reads.wary()).toBe(true);
    clock += 2000;
    expect(reads.wary()).toBe(false);
  });

  test('only a person that is plainly named is one', () => {
    expect(personNamed(named('P1'))).toBe('P1');
    expect(personNamed(Buffer.from('{"patn_id" : "330102-7"}'))).toBe('330102-7');
    expect(personNamed(named('某'))).toBeUndefined();
    expect(personNamed(Buffer.from('{"patn_id":17}'))).toBeUndefined();
    expect(personNamed(Buffer.from('{"patn_id":"a\\"b"}'))).toBeUndefined();
    expect(personNamed(Buffer.from('{}'))).toBeUndefined();
  });
});
