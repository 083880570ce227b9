// Whatever a handler says, what goes out obeys the table; and the raw text of a key is what the parser reads.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { interfaces } from '../interfaces.gen.ts';
import { writeAnswer } from './envelope.ts';
import type { Field, Message, Node } from './message.ts';
import { rawValueOf } from './raw-input.ts';
import { type FieldValue, type NodeValue, readInput } from './read-node.ts';
import { cut, writeOutput } from './write-node.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 800 }),
  fc.string({ unit: 'grapheme', maxLength: 800 }),
  fc.constant('\ud800x\udc00'),
);
const anyNumber = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(1e300, -1e300, Number.NaN, Number.POSITIVE_INFINITY, -0.001, 99999999999999.98),
);
const anyValue = ({ type }: Field): fc.Arbitrary<FieldValue> => {
  const value: fc.Arbitrary<string | number | Record<string, string>> =
    type === 'number'
      ? anyNumber
      : type === 'day'
        ? fc.integer({ min: -20_000, max: 60_000 })
        : type === 'instant'
          ? fc.integer({ min: 0, max: 4e9 })
          : type === 'map'
            ? fc.dictionary(fc.string(), fc.string())
            : anyText;
  return fc.option(value, { nil: null });
};
/** Rows as a careless handler might give them: fields and nodes left out, any length, any number. */
const anyRow = (node: Node): fc.Arbitrary<NodeValue> =>
  fc.record({
    fields: fc.record(Object.fromEntries(node.fields.map((field) => [field.name, anyValue(field)])), { requiredKeys: [] }),
    nodes: anyNodes(node.nodes),
  }) as fc.Arbitrary<NodeValue>;
function anyNodes(nodes: readonly Node[]): fc.Arbitrary<NodeValue['nodes']> {
  return fc.record(Object.fromEntries(nodes.map((node) => [node.name, fc.array(anyRow(node), { maxLength: 3 })])), {
    requiredKeys: [],
  }) as fc.Arbitrary<NodeValue['nodes']>;
}

type Json = Record<string, unknown>;
const SHAPES: Record<Field['type'], (field: Field) => RegExp> = {
  number: ({ decimals }) => new RegExp(`^-?\\d+${decimals ? `\\.\\d{${decimals}}` : ''}$`),
  day: () => /^(\d{4}-\d\d-\d\d)?$/,
  instant: () => /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)?$/,
  text: () => /^/,
  code: () => /^/,
  map: () => /^/,
};
function obeys(nodes: readonly Node[], output: Json): void {
  expect(Object.keys(output)).toEqual(nodes.map(({ name }) => name));
  for (const node of nodes) {
    const rows = output[node.name];
    expect(Array.isArray(rows)).toBe(node.many);
    for (const row of (node.many ? rows : [rows]) as Json[]) {
      if (!node.many && Object.keys(row).length === 0) continue;
      for (const field of node.fields) {
        const value = row[field.name];
        if (field.type === 'map') {
          expect(typeof value).toBe('object');
          continue;
        }
        expect(typeof value).toBe('string');
        const text = value as string;
        expect(text).toMatch(SHAPES[field.type](field));
        expect(text.isWellFormed()).toBe(true);
        const { length } = field;
        if (length === null) continue;
        const size = field.type === 'number' ? text.replace(/[-.]/g, '').length : [...text].length;
        expect(size).toBeLessThanOrEqual(length);
      }
      obeys(node.nodes, Object.fromEntries(node.nodes.map(({ name }) => [name, row[name]])));
    }
  }
}

test.each(Object.entries(interfaces as Readonly<Record<string, Message>>).filter(([, { output }]) => output.length > 0))(
  'the answer to %s obeys its table',
  (_, { output }) => {
    fc.assert(
      fc.property(anyNodes(output), (values) => {
        const said = JSON.parse(JSON.stringify(writeOutput(output, values)));
        obeys(output, said);
        // read back, it is understood without a complaint about form
        const { remarks } = readInput({ input: output }, said);
        expect(remarks.filter(({ code }) => code !== 'missing' && code !== 'outOfRange')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  },
);

test('a text is cut between signs: never longer, never half a sign, never shorter than it may be', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 0, max: 50 }), (text, length) => {
      const said = cut(text, length);
      expect(said.isWellFormed()).toBe(true);
      expect([...said]).toEqual([...text.toWellFormed()].slice(0, length));
    }),
  );
});

test('the head of an answer: its lengths hold whatever is put in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat(), fc.nat(999), fc.nat(4_000_000_000), (error, serial, ms, at) => {
      const said = writeAnswer({ area: '1', serial, receivedAt: at, respondedAt: at, receivedMs: ms, respondedMs: ms }, { error });
      expect(said.infcode).toBe(-1);
      expect([...(said.err_msg as string)].length).toBeLessThanOrEqual(200);
      expect(said.inf_refmsgid).toMatch(/^\d{30}$/);
      expect(said.refmsg_time).toMatch(/^\d{17}$/);
      expect((said.err_msg as string).isWellFormed()).toBe(true);
    }),
  );
});

test('the text of a key is what the parser reads under it, spaces and all', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (bag, input, indent) => {
      const text = JSON.stringify({ ...bag, input }, null, indent);
      const raw = rawValueOf(text, 'input');
      expect(JSON.parse(raw as string)).toEqual(JSON.parse(JSON.stringify(input)));
      expect(text).toContain(raw);
    }),
  );
  expect(rawValueOf('{"a":{"input":1},"input" : { "b":"}" } }', 'input')).toBe('{ "b":"}" }');
  expect(rawValueOf('{"input":1,"input":-2.5e3}', 'input')).toBe('-2.5e3');
  expect(rawValueOf('{"\\u0069nput":[1]}', 'input')).toBe('[1]');
  expect(rawValueOf('[1]', 'input')).toBeUndefined();
  expect(rawValueOf('{}', 'input')).toBeUndefined();
});

test('of two persons nobody says whose the encounters beside them are; one alone has them', () => {
  const visits = Array.from({ length: 300 }, (_, i) => ({ mdtrt_id: `M${i}` }));
  const sent = (people: number) => ({
    data: {},
    patient_dtos: Array.from({ length: people }, () => ({ patn_id: 'P' })),
    fsi_encounter_dtos: visits,
  });
  const visitsOf = (people: number) =>
    (readInput(interfaces['3101'], sent(people)).nodes.data?.[0]?.nodes.patient_dtos ?? []).map((p) => p.nodes.fsi_encounter_dtos?.length);
  expect(visitsOf(1)).toEqual([300]);
  expect(visitsOf(3)).toEqual([0, 0, 0]);
});

test('numbers that no bill holds are unknown, not infinite', () => {
  const order = { cnt: 1e308, pric: '9'.repeat(60), sumamt: '1,234.50', ownpay_amt: 'Infinity', selfpay_amt: '0x10' };
  const { nodes, remarks } = readInput(interfaces['3101'], { data: { patient_dtos: { fsi_encounter_dtos: { fsi_order_dtos: order } } } });
  const read = nodes.data?.[0]?.nodes.patient_dtos?.[0]?.nodes.fsi_encounter_dtos?.[0]?.nodes.fsi_order_dtos?.[0]?.fields;
  expect(read).toMatchObject({ cnt: null, pric: null, sumamt: 1234.5, ownpay_amt: null, selfpay_amt: null });
  expect(remarks.flatMap(({ code, path }) => (code === 'missing' ? [] : [`${code} ${path.split('.').at(-1)}`]))).toEqual([
    'outOfRange cnt',
    'notNumber pric',
    'notNumber ownpay_amt',
    'notNumber selfpay_amt',
  ]);
});
