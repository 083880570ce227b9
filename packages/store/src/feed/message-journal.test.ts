import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MessageJournal, openMessageJournal } from './message-journal.ts';
import { encodeRecord, HEADER } from './record.ts';

let folder: string;
let journal: MessageJournal | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hengjian-journal-'));
});
afterEach(async () => {
  await journal?.close();
  journal = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const keyOf = (body: string): string | null => (JSON.parse(body) as { key: string | null }).key;
const reopen = async (segmentBytes = 4096) => {
  await journal?.close();
  journal = await openMessageJournal(folder, { keyOf, segmentBytes });
  return journal;
};
const say = (j: MessageJournal, key: string | null, text = 'x') => j.append(key, (serial) => JSON.stringify({ key, serial, text }));
const segments = () => readdirSync(folder).filter((name) => name.endsWith('.journal'));
const withoutIndex = () => {
  for (const name of readdirSync(folder)) if (name.startsWith('index')) rmSync(path.join(folder, name));
};

test('what was appended is read again in order, over several segments and after a new start', async () => {
  const first = await reopen();
  const done = await Promise.all(Array.from({ length: 200 }, (_, i) => say(first, `k${i}`, '字'.repeat(20))));
  expect(done.map(({ serial }) => serial)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
  for (const ask of ['with its index', 'without']) {
    if (ask === 'without') {
      await journal?.close();
      journal = undefined;
      withoutIndex();
    }
    const again = await reopen();
    expect(again.durable(), ask).toBe(200);
    for (const serial of [1, 99, 200]) expect(await again.read(serial), ask).toEqual({ serial, body: done[serial - 1]?.body });
    expect(await again.read(201)).toBeUndefined();
    expect(await again.verify()).toEqual([]);
  }
  for (let more = 0; more < 5; more += 1) await say(journal as MessageJournal, null, '字'.repeat(2000));
  expect(segments().length).toBeGreaterThan(1);
});

test('the same key again gets what was written first: at once, later, and after the index was lost', async () => {
  const first = await reopen();
  const [one, two] = await Promise.all([say(first, 'k', 'first'), say(first, 'k', 'second')]);
  expect(one).toMatchObject({ serial: 1, repeated: false });
  expect(two).toEqual({ ...one, repeated: true });
  expect(await say(first, 'k', 'third')).toEqual({ ...one, repeated: true });
  expect(await say(first, null, 'none')).toMatchObject({ serial: 2, repeated: false });
  await journal?.close();
  journal = undefined;
  withoutIndex();
  expect(await say(await reopen(), 'k', 'fourth')).toEqual({ ...one, repeated: true });
});

test('a torn tail is cut wherever it was torn, and the next record stands in its place', async () => {
  const j = await reopen(1e6);
  for (const key of ['a', 'b']) await say(j, key);
  const file = path.join(folder, segments()[0] as string);
  const whole = statSync(file).size;
  const torn = encodeRecord(3, 2, JSON.stringify({ key: 'c' }));
  for (const length of [1, HEADER - 1, HEADER, torn.length - 1]) {
    await journal?.close();
    journal = undefined;
    appendFileSync(file, torn.subarray(0, length));
    const again = await reopen(1e6);
    expect(again.cutBytes).toBe(length);
    expect(again.durable()).toBe(2);
    expect(statSync(file).size).toBe(whole);
    expect(await again.verify()).toEqual([]);
  }
  expect(await say(journal as MessageJournal, 'c')).toMatchObject({ serial: 3, repeated: false });
});

test('of a group that was never synced nothing is kept, though a record behind the torn one is whole', async () => {
  const j = await reopen(1e6);
  await say(j, 'a');
  await journal?.close();
  journal = undefined;
  const file = path.join(folder, segments()[0] as string);
  const lost = encodeRecord(2, 1, JSON.stringify({ key: 'b' })).fill(0, HEADER);
  appendFileSync(file, Buffer.concat([lost, encodeRecord(3, 1, JSON.stringify({ key: 'c' }))]));
  const again = await reopen(1e6);
  expect(again.durable()).toBe(1);
  expect(again.cutBytes).toBeGreaterThan(lost.length);
  expect(await say(again, 'c')).toMatchObject({ serial: 2, repeated: false });
});

test.for(['kept', 'lost'])(
  'a damaged record in the middle is told with its place and nothing else is missing (index %s)',
  async (index) => {
    const j = await reopen(1e6);
    for (const key of ['a', 'b', 'c', 'd']) await say(j, key);
    await journal?.close();
    journal = undefined;
    const file = path.join(folder, segments()[0] as string);
    const bytes = readFileSync(file);
    const second = encodeRecord(1, 0, JSON.stringify({ key: 'a', serial: 1, text: 'x' })).length;
    bytes.writeUInt8(bytes.readUInt8(second + HEADER + 3) ^ 0x40, second + HEADER + 3);
    writeFileSync(file, bytes);
    if (index === 'lost') withoutIndex();
    const again = await reopen(1e6);
    expect(again.durable()).toBe(4);
    expect(again.cutBytes).toBe(0);
    const told = { serial: 2, damage: { segment: segments()[0], at: second } };
    expect(await again.verify()).toEqual([told]);
    expect(await again.read(2)).toEqual(told);
    expect(await again.read(3)).toMatchObject({ serial: 3, body: expect.stringContaining('"c"') });
    // who sends it again is taken anew
    expect(await say(again, 'b')).toMatchObject({ serial: 5, repeated: false });
    expect(await say(again, 'b')).toMatchObject({ serial: 5, repeated: true });
  },
);

test('records that were durable and are gone are told, and new ones do not take their numbers', async () => {
  const j = await reopen(1e6);
  for (const key of ['a', 'b', 'c']) await say(j, key);
  await journal?.close();
  journal = undefined;
  const file = path.join(folder, segments()[0] as string);
  truncateSync(file, statSync(file).size - 5);
  const again = await reopen(1e6);
  expect((await again.verify()).map(({ serial }) => serial)).toEqual([3]);
  expect(await say(again, 'd')).toMatchObject({ serial: 4 });
  expect((await again.verify()).map(({ serial }) => serial)).toEqual([3]);
});

test('one process writes: a second one is refused, and a closed journal takes nothing', async () => {
  const j = await reopen();
  await expect(openMessageJournal(folder, { keyOf })).rejects.toThrow('another process');
  await j.close();
  await expect(say(j, 'x')).rejects.toThrow('closed');
  journal = undefined;
  await reopen();
});
