// The journal of calls over a real PostgreSQL: a torn tail, damage, a second process, segments at rest.
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Home, openHome } from '../home.ts';
import { followCalls, packCalls } from './call-follower.ts';
import { type CallPlace, callFolder, openCallJournal, readCall } from './call-journal.ts';
import { type CallHead, callBody, callOf } from './call-record.ts';
import { callShelfOf } from './call-shelf.ts';
import { openCallWriter } from './call-writer.ts';
import { pruneCalls } from './prune-calls.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-calls-'));
let home: Home;
let serial = 1_000;
beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
});
afterAll(async () => {
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});
beforeEach(async () => {
  rmSync(callFolder(home.folder), { recursive: true, force: true });
});

const head = (msgid: string): CallHead => ({
  infno: '3101',
  msgid,
  providerNo: 'H1',
  receivedAt: 0,
  serial: ++serial,
  outcome: 'answered',
  milliseconds: 1,
  reminders: 0,
  undecided: 0,
  refusal: null,
});
const parts = (one: CallHead, text = `{"n":"${one.msgid}"}`) => callBody(one, Buffer.from('null'), Buffer.from(text));
const kept = async (like: string) =>
  (await home.db.selectFrom('interfaceCall').selectAll().where('msgid', 'like', like).orderBy('serial').execute()).map((row) => ({
    msgid: row.msgid,
    place: { segment: row.segment as string, at: Number(row.place), size: Number(row.size) },
  }));
const messageOf = async (msgid: string) => {
  const [row] = await kept(msgid);
  return callOf(readCall(home.folder, row?.place as CallPlace) as Buffer).message?.toString();
};
const segments = () => readdirSync(callFolder(home.folder)).sort();

test('two processes write side by side; each call is in the records once, however often the journal is followed', async () => {
  const journals = [openCallJournal(home.folder, { segmentBytes: 2000 }), openCallJournal(home.folder, { segmentBytes: 2000 })];
  for (let n = 0; n < 40; n += 1) {
    const one = head(`two-${String(n).padStart(2, '0')}`);
    expect(await journals[n % 2]?.append(one.serial, parts(one), n % 7 === 0)).toBe(true);
    if (n % 10 === 0) await followCalls(home.db, home.folder);
  }
  await Promise.all([followCalls(home.db, home.folder), followCalls(home.db, home.folder)]);
  await Promise.all(journals.map((journal) => journal.close()));
  expect(segments().length).toBeGreaterThan(2);
  const rows = await kept('two-%');
  expect(rows.map(({ msgid }) => msgid)).toEqual(Array.from({ length: 40 }, (_, n) => `two-${String(n).padStart(2, '0')}`));
  for (const { msgid, place } of rows) expect(callOf(readCall(home.folder, place) as Buffer).message?.toString()).toBe(`{"n":"${msgid}"}`);
});

test('a thread that writes at once beside the journal, over several segments: each call once, with its message', async () => {
  const [journal, writer] = [openCallJournal(home.folder), openCallWriter(home.folder, { segmentBytes: 3000 })];
  const long = (n: number) => (n % 3 === 0 ? `${n} 阿莫西林胶囊 `.repeat(400) : `${n}`);
  for (let n = 0; n < 40; n += 1) {
    const one = head(`both-${String(n).padStart(2, '0')}`);
    if (n % 2 === 0) expect(writer.write(one.serial, parts(one, long(n)))).toBe(true);
    else expect(await journal.append(one.serial, parts(one, long(n)))).toBe(true);
    if (n % 10 === 0) await followCalls(home.db, home.folder);
  }
  writer.close();
  await journal.close();
  await followCalls(home.db, home.folder);
  expect(segments().length).toBeGreaterThan(2);
  const rows = await kept('both-%');
  expect(rows).toHaveLength(40);
  for (const [n, { place }] of rows.entries())
    expect(callOf(readCall(home.folder, place) as Buffer).message?.toString(), String(n)).toBe(long(n));
});

test('what became of a reminder is kept, though the account that gave it stands in a segment that is followed later', async () => {
  const journal = openCallJournal(home.folder);
  const first = head('late-0');
  await journal.append(first.serial, parts(first));
  const writer = openCallWriter(home.folder);
  const asked = head('late-1');
  const given = {
    reminderId: `A${asked.serial}-1`,
    findingId: 'F',
    ruleId: 'drug-sex',
    edition: 1,
    pointId: null,
    lineage: null,
    personNo: 'P1',
    encounterNo: 'late',
    lineNos: ['1'],
    severity: 'clear',
    amountFen: 100,
    sentence: '试',
  };
  const said = { scene: '5', medicalKind: '11', feeFen: 100, given: [given], history: [], blind: false, mostReminders: null };
  writer.write(asked.serial, callBody(asked, Buffer.from(JSON.stringify(said)), Buffer.from('{}')));
  const feedback = [{ reminderId: given.reminderId, disposition: '1', reason: '已备案' }];
  const answer: CallHead = { ...head('late-2'), infno: '3103', feedback };
  await journal.append(answer.serial, parts(answer), true);
  writer.close();
  await journal.close();
  expect((await followCalls(home.db, home.folder)).calls).toBe(3);
  expect((await callShelfOf(home).find(asked.serial))?.reminders).toMatchObject([{ disposition: '1', reason: '已备案', sentence: '试' }]);
});

test('what cannot be written at once is said, leaves nothing, and is not tried with every call; then it goes on', async () => {
  const writer = openCallWriter(home.folder, { segmentBytes: 1 });
  const [one, two, three, four] = ['a', 'b', 'c', 'd'].map((name) => head(`gone-${name}`)) as [CallHead, CallHead, CallHead, CallHead];
  expect(writer.write(one.serial, parts(one))).toBe(true);
  rmSync(callFolder(home.folder), { recursive: true });
  expect(writer.write(two.serial, parts(two))).toBe(false);
  mkdirSync(callFolder(home.folder));
  expect(writer.write(three.serial, parts(three))).toBe(false);
  await new Promise((later) => setTimeout(later, 1100));
  expect(writer.write(four.serial, parts(four))).toBe(true);
  writer.close();
  await followCalls(home.db, home.folder);
  expect((await kept('gone-%')).map(({ msgid }) => msgid)).toEqual(['gone-d']);
});

test('following ends with what stood in the journal when it began, whatever is written meanwhile', async () => {
  const journal = openCallJournal(home.folder);
  const write = async (msgid: string) => {
    const one = head(msgid);
    await journal.append(one.serial, parts(one));
  };
  await write('meanwhile-0');
  let written = 0;
  const rest = async () => {
    written += 1;
    // whoever goes on with it would never end
    if (written < 20) await write(`meanwhile-${written}`);
  };
  expect((await followCalls(home.db, home.folder, rest)).calls).toBe(1);
  expect(await kept('meanwhile-%')).toHaveLength(1);
  await journal.close();
  expect((await followCalls(home.db, home.folder)).calls).toBe(written);
  expect(await kept('meanwhile-%')).toHaveLength(1 + written);
});

test('a tail that a killed process left half written is waited for; damage in the midst is told and passed over', async () => {
  const journal = openCallJournal(home.folder);
  const all = ['a', 'b', 'c'].map((name) => head(`torn-${name}`));
  for (const one of all) await journal.append(one.serial, parts(one));
  await journal.close();
  const file = path.join(callFolder(home.folder), segments()[0] as string);
  const whole = readFileSync(file);
  const last = head('torn-d');
  // as much of a fourth record as was written when the process ended
  const other = openCallJournal(home.folder);
  await other.append(last.serial, parts(last));
  await other.close();
  const fourth = readFileSync(path.join(callFolder(home.folder), segments()[1] as string));
  rmSync(path.join(callFolder(home.folder), segments()[1] as string));
  const bad = Buffer.from(whole);
  const second = whole.length / 3 + 40;
  bad[second] = (bad[second] as number) ^ 0xff;
  bad[whole.length - 3] = (bad[whole.length - 3] as number) ^ 0xff;
  writeFileSync(file, Buffer.concat([bad, fourth.subarray(0, 40)]));
  const first = await followCalls(home.db, home.folder);
  expect(first.calls).toBe(2);
  expect(first.damages).toMatchObject([{ segment: path.basename(file), bytes: whole.length / 3 }]);
  const rows = await kept('torn-%');
  expect(rows.map(({ msgid }) => msgid)).toEqual(['torn-a', 'torn-c']);
  // the account is whole, its message is not: that is noticed where it is read
  const messages = rows.map(({ place }) => callOf(readCall(home.folder, place) as Buffer).message?.toString());
  expect(messages).toEqual(['{"n":"torn-a"}', undefined]);
  appendFileSync(file, fourth.subarray(40));
  expect((await followCalls(home.db, home.folder)).calls).toBe(1);
  expect((await kept('torn-%')).map(({ msgid }) => msgid)).toEqual(['torn-a', 'torn-c', 'torn-d']);
});

test('a record longer than what is read at once', async () => {
  const journal = openCallJournal(home.folder);
  const [long, short] = [head('long-a'), head('long-b')];
  // nothing that packs well
  const text = randomBytes(9 * 2 ** 20).toString('base64');
  await journal.append(long.serial, parts(long, text));
  await journal.append(short.serial, parts(short));
  expect((await followCalls(home.db, home.folder)).calls).toBe(2);
  await journal.close();
  expect(await messageOf('long-a')).toBe(text);
});

test('a long message takes a small part of its bytes and comes back as it was; one that rotted is noticed', async () => {
  const journal = openCallJournal(home.folder);
  const text = JSON.stringify({ input: Array.from({ length: 500 }, (_, n) => ({ name: '阿莫西林胶囊', no: n })) });
  for (const name of ['small-a', 'small-b']) {
    const one = head(name);
    await journal.append(one.serial, parts(one, text));
  }
  await journal.close();
  await followCalls(home.db, home.folder);
  const file = path.join(callFolder(home.folder), segments()[0] as string);
  const bytes = readFileSync(file);
  expect(bytes.length).toBeLessThan(Buffer.byteLength(text) / 2);
  bytes[bytes.length - 20] = (bytes.at(-20) as number) ^ 0xff;
  writeFileSync(file, bytes);
  expect(await messageOf('small-a')).toBe(text);
  expect(await messageOf('small-b')).toBeUndefined();
});

test('a segment at rest is packed once the records have it, and read as before', async () => {
  const journal = openCallJournal(home.folder);
  const one = head('packed-a');
  await journal.append(one.serial, parts(one, '药'.repeat(20_000)));
  await journal.close();
  const later = Date.now() + 60 * 60_000;
  // what nobody has followed is not packed
  expect(await packCalls(home.db, home.folder, later)).toEqual([]);
  await followCalls(home.db, home.folder);
  // nor what may still be written to
  expect(await packCalls(home.db, home.folder)).toEqual([]);
  expect(await packCalls(home.db, home.folder, later)).toHaveLength(1);
  expect(segments()).toEqual([expect.stringMatching(/\.calls\.zst$/)]);
  const [row] = await kept('packed-a');
  expect(callOf(readCall(home.folder, row?.place as CallPlace) as Buffer).message?.toString()).toBe('药'.repeat(20_000));
  expect((await followCalls(home.db, home.folder)).calls).toBe(0);
});

test('messages are kept as long as the parameter says, accounts for good; what has yet to be asked again stays', async () => {
  const old = [head('old-done'), { ...head('old-open'), undecided: 3 }];
  for (const one of old) {
    const journal = openCallJournal(home.folder);
    await journal.append(one.serial, parts(one));
    await journal.close();
  }
  await followCalls(home.db, home.folder);
  const [now, day] = [Date.now(), 86_400_000];
  expect(await packCalls(home.db, home.folder, now + day)).toHaveLength(2);
  const aged = (days: number) => {
    for (const name of segments()) utimesSync(path.join(callFolder(home.folder), name), new Date(now), new Date(now - days * day));
  };
  const shelf = callShelfOf(home);
  const prune = () => pruneCalls(home.db, home.folder, Math.floor(now / 1000));
  // 180 days where nothing is set
  aged(179);
  expect(await prune()).toEqual([]);
  aged(181);
  const [done] = await prune();
  expect(segments()).toHaveLength(1);
  const [row] = await kept('old-done');
  expect(row?.place.segment).toBe(done);
  expect([await shelf.record(old[0]?.serial as number), await shelf.isExpired(old[0]?.serial as number)]).toEqual([undefined, true]);
  expect(await shelf.isExpired(old[1]?.serial as number)).toBe(false);
  await shelf.keepRecheck({ call: old[1]?.serial as number, recheckedAt: 0, findings: [] });
  expect(await prune()).toHaveLength(1);
  expect(await kept('old-%')).toHaveLength(2);
  expect((await followCalls(home.db, home.folder)).calls).toBe(0);
});

test('a disk that takes nothing: what waits is written when it takes again, in its order', async () => {
  const told: string[] = [];
  const journal = openCallJournal(home.folder, { onTrouble: () => told.push('trouble'), onRecovery: () => told.push('recovery') });
  // a file where the folder should be
  rmSync(callFolder(home.folder), { recursive: true });
  writeFileSync(callFolder(home.folder), '');
  const all = ['a', 'b'].map((name) => head(`full-${name}`));
  for (const one of all) expect(await journal.append(one.serial, parts(one))).toBe(false);
  expect(journal.waiting()).toBe(2);
  rmSync(callFolder(home.folder));
  mkdirSync(callFolder(home.folder));
  for (let wait = 0; told.length < 2 && wait < 200; wait += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(told).toEqual(['trouble', 'recovery']);
  await journal.close();
  await followCalls(home.db, home.folder);
  expect((await kept('full-%')).map(({ msgid }) => msgid)).toEqual(['full-a', 'full-b']);
});
