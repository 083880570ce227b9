// What a client leaves out, or sends as a code the table does not have, is unknown: never false, never nothing.
import { type Message, type Node, onlyFields } from '@hengjian/catalog/interfaces/message.ts';
import { readInput } from '@hengjian/catalog/interfaces/read-node.ts';
import { interfaces } from '@hengjian/catalog/interfaces.gen.ts';
import { national } from '@hengjian/catalog/regions/national.ts';
import { describe, expect, test } from 'vitest';
import { auditFields, requestRecords } from './request-records.ts';

const tablesOf = (visit: object, orders: object[]) => {
  const message = {
    data: {
      patient_dtos: [
        {
          patn_id: 'P1',
          curr_mdtrt_id: 'E1',
          fsi_encounter_dtos: [{ mdtrt_id: 'E1', adm_date: '2025-03-02 09:00:00', ...visit, fsi_order_dtos: orders }],
        },
      ],
    },
  };
  const { nodes } = readInput(interfaces['3101'], message);
  return requestRecords(nodes.data?.[0] as never, national)[0]?.tables as Record<string, Record<string, unknown>[]>;
};
const order = { rx_id: 'L1', hilist_code: 'X', cnt: '2', pric: '3.00', drord_begn_date: '2025-03-02 09:30:00' };

describe('of the encounter', () => {
  test.each([
    ['nothing sent', {}, { outOfArea: null, internet: null, providerKind: null, sex: null, level: null }],
    ['yes', { out_setl_flag: '1' }, { outOfArea: true }],
    ['no', { out_setl_flag: '0' }, { outOfArea: false }],
    ['a place of payment in the flag', { out_setl_flag: '3' }, { outOfArea: null }],
    ['a hospital', { medins_id: 'H1' }, { providerKind: 'medical' }],
    ['a pharmacy', { medins_id: 'P1' }, { providerKind: 'pharmacy' }],
    ['a number that tells neither', { medins_id: '4301' }, { providerKind: null }],
  ])('%s', (_, visit, expected) => {
    expect(tablesOf(visit, [order]).encounter?.[0]).toMatchObject(expected);
  });
});

describe('of money', () => {
  test.each([
    ['quantity and price make the amount', {}, { amountFen: 600, inScopeFen: null }],
    ['both parts outside the scope', { sumamt: '6.00', ownpay_amt: '1.00', selfpay_amt: '0.50' }, { amountFen: 600, inScopeFen: 450 }],
    ['one of them missing', { sumamt: '6.00', ownpay_amt: '1.00' }, { amountFen: 600, inScopeFen: null }],
    ['neither amount nor price', { pric: undefined }, { amountFen: null, inScopeFen: null }],
  ])('%s', (_, more, expected) => {
    expect(tablesOf({}, [{ ...order, ...more }]).line?.[0]).toMatchObject(expected);
  });
  test('an encounter whose lines are partly unknown has an unknown total, unless it was sent', () => {
    const lines = [
      { ...order, sumamt: '6.00', ownpay_amt: '0', selfpay_amt: '0' },
      { ...order, rx_id: 'L2', pric: undefined },
    ];
    expect(tablesOf({}, lines).encounter?.[0]).toMatchObject({ totalFen: null, inScopeFen: null });
    expect(tablesOf({ medfee_sumamt: '9.00' }, lines).encounter?.[0]).toMatchObject({ totalFen: 900, inScopeFen: null });
  });
});

describe('the main diagnosis', () => {
  test.each([
    ['1', true],
    ['0', false],
    ['', null],
    ['是', null],
  ])('flag %j', (flag, main) => {
    const visit = { fsi_diagnose_dtos: [{ dise_id: '1', dise_codg: 'R51.x00', maindise_flag: flag }] };
    expect(tablesOf(visit, []).diagnosis?.[0]?.main).toBe(main);
  });
});

test('the fields that are read are all that the records are made of', () => {
  const texts: Record<string, (i: number) => string> = {
    number: (i) => `${i + 1}`,
    day: () => '1970-01-02',
    instant: () => '2025-03-02 09:30:00',
  };
  // every field of the tables, each filled
  const filled = (node: Node): object => ({
    ...Object.fromEntries(
      node.fields.map(({ name, type }, i) => [
        name,
        type === 'map' ? { o_prdDays: '3' } : (texts[type]?.(i) ?? (name === 'rule_ids' ? 'R1' : '1')),
      ]),
    ),
    ...Object.fromEntries(node.nodes.map((child) => [child.name, [filled(child)]])),
  });
  const message = interfaces['3101'];
  const input = { data: filled(message.input[0] as Node) };
  const read = (table: Message) => requestRecords(readInput(table, input).nodes.data?.[0] as never, national);
  expect(read(onlyFields(message, auditFields))).toEqual(read(message));
  expect(read(message)[0]?.tables.operation).toHaveLength(1);
});
