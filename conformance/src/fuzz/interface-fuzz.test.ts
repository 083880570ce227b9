import { expect, test } from 'vitest';
import { envelopeFault } from './envelope.ts';
import { fuzz, judged } from './interface-fuzz.ts';
import { malformed } from './messages.ts';

// the full size: node conformance/src/fuzz/interface-fuzz.ts
const MESSAGES = Number(process.env.HENGJIAN_FUZZ ?? 3000);

test.skipIf(process.platform !== 'linux')(
  `${MESSAGES} malformed messages: always a valid envelope, no crash, no growth, nothing of them in the log`,
  async () => {
    const report = await fuzz(MESSAGES, 7);
    expect(judged(report)).toEqual([]);
    expect(report.messages).toBe(MESSAGES);
    // they were really taken for messages: some are answered, and every kind came
    expect(Object.keys(report.kinds).length).toBeGreaterThan(12);
    expect(Object.values(report.kinds).some(({ answered }) => answered > 0)).toBe(true);
  },
  1_800_000,
);

test('the judge of envelopes sees what is wrong with one', () => {
  const good = {
    infcode: -1,
    inf_refmsgid: '0'.repeat(30),
    refmsg_time: '1'.repeat(17),
    respond_time: '1'.repeat(17),
    err_msg: 'x',
    output: null,
  };
  expect(envelopeFault(200, JSON.stringify(good))).toBeUndefined();
  for (const bad of [
    { infcode: '0' },
    { err_msg: '' },
    { err_msg: 'x'.repeat(201) },
    { inf_refmsgid: '1' },
    { respond_time: '' },
    { output: {} },
  ])
    expect(envelopeFault(200, JSON.stringify({ ...good, ...bad }))).toBeDefined();
  expect(envelopeFault(500, JSON.stringify(good))).toBeDefined();
  expect(envelopeFault(200, '<html>')).toBeDefined();
});

test('a number of a seed is always the same message', () => {
  for (const n of [0, 3, 7, 100, 555]) expect(malformed(3, n).body.equals(malformed(3, n).body)).toBe(true);
  expect(malformed(3, 1).body.equals(malformed(4, 1).body)).toBe(false);
});
