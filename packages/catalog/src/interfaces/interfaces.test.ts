// The shapes that real clients send (national-interface.md §3), written anew from its tables, and what we send back.
import { OPEN_INSTANT, parseDay, parseInstant } from '@hengjian/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interfaces } from '../interfaces.gen.ts';
import { readEnvelope, writeAnswer } from './envelope.ts';
import type { Node } from './message.ts';
import { type NodeValue, readInput } from './read-node.ts';
import { writeOutput } from './write-node.ts';

const audit = interfaces['3101'];
const order = {
  rx_id: 'R1',
  rxno: '1',
  hilist_code: 'XA01',
  cnt: '2',
  pric: 12.5,
  sumamt: '25.00',
  drord_begn_date: '2025-01-01 08:00:00',
};
const diagnosis = { dise_id: 'D1', maindise_flag: '1', dise_codg: 'I63.900', dise_date: '2025-01-01' };
const encounter = { mdtrt_id: 'M1', medins_id: 'H1', adm_date: '2025-01-01 08:00:00', med_type: '11' };
const person = { patn_id: 'P1', gend: '1', brdy: '1980-01-01', curr_mdtrt_id: 'M1' };

/** Client by client: the nodes however they are laid out. */
const shapes: Record<string, unknown> = {
  'A arrays throughout': {
    data: {
      trig_scen: '2',
      rule_ids: [],
      patient_dtos: [
        {
          ...person,
          fsi_his_data_dto: '',
          fsi_encounter_dtos: [{ ...encounter, fsi_diagnose_dtos: [diagnosis], fsi_order_dtos: [order] }],
        },
      ],
    },
  },
  'data left out': {
    trig_scen: '2',
    patient_dtos: [{ ...person, fsi_encounter_dtos: [{ ...encounter, fsi_diagnose_dtos: [diagnosis], fsi_order_dtos: [order] }] }],
  },
  'B objects, defaults left out': {
    data: {
      syscode: '3101',
      trig_scen: '5',
      patient_dtos: { ...person, fsi_encounter_dtos: { ...encounter, fsi_diagnose_dtos: [diagnosis], fsi_order_dtos: [order] } },
    },
  },
  'D every value a text, nulls sent': {
    data: {
      trig_scen: '1',
      rule_ids: null,
      syscode: null,
      patient_dtos: [
        {
          ...person,
          fsi_encounter_dtos: [
            {
              ...encounter,
              dscg_date: null,
              fsi_diagnose_dtos: [diagnosis],
              fsi_order_dtos: [{ ...order, pric: '12.5', grpno: null }],
              fsi_operation_dtos: null,
            },
          ],
        },
      ],
    },
  },
  'E repeats its lists under other names': {
    data: {
      syscode: 'YY',
      task_id: '',
      rule_ids: '',
      patient_dtos: {
        ...person,
        encounter_dtos: {},
        fsi_encounter_dtos: { ...encounter, order_dtos: [], fsi_diagnose_dtos: [diagnosis], fsi_order_dtos: [{ ...order, cnt: 2 }] },
      },
    },
  },
  'F a patient object, encounters an array': {
    data: {
      patient_dtos: {
        ...person,
        fsi_his_data_dto: [],
        fsi_encounter_dtos: [{ ...encounter, fsi_diagnose_dtos: [diagnosis], fsi_order_dtos: [order] }],
      },
    },
  },
  'G children beside data': {
    data: { trig_scen: '23' },
    patient_dtos: [person],
    fsi_encounter_dtos: [encounter],
    fsi_diagnose_dtos: [diagnosis],
    fsi_order_dtos: [order],
  },
  camelCase: {
    data: {
      trigScen: '1',
      patientDtos: [
        {
          patnId: 'P1',
          gend: '1',
          brdy: '1980-01-01',
          currMdtrtId: 'M1',
          fsiEncounterDtos: [
            {
              mdtrtId: 'M1',
              medinsId: 'H1',
              admDate: '2025-01-01 08:00:00',
              medType: '11',
              fsiDiagnoseDtos: [{ diseId: 'D1', maindiseFlag: 1, diseCodg: 'I63.900', diseDate: '20250101' }],
              fsiOrderDtos: [{ rxId: 'R1', rxno: 1, hilistCode: 'XA01', cnt: 2, pric: 12.5, sumamt: 25, drordBegnDate: '20250101080000' }],
            },
          ],
        },
      ],
    },
  },
};
const child = (value: NodeValue | undefined, name: string) => value?.nodes[name]?.[0];

describe('what clients send', () => {
  test.each(Object.entries(shapes))('%s', (_, input) => {
    const { nodes, remarks } = readInput(audit, input);
    const patient = child(nodes.data?.[0], 'patient_dtos');
    const visit = child(patient, 'fsi_encounter_dtos');
    expect(patient?.fields).toMatchObject({ patn_id: 'P1', gend: '1', brdy: parseDay('1980-01-01'), curr_mdtrt_id: 'M1', patn_name: null });
    expect(visit?.fields).toMatchObject({ mdtrt_id: 'M1', adm_date: parseInstant('2025-01-01 08:00:00'), dscg_date: null });
    expect(child(visit, 'fsi_diagnose_dtos')?.fields).toMatchObject({
      dise_codg: 'I63.900',
      maindise_flag: '1',
      dise_date: parseInstant('2025-01-01'),
    });
    expect(child(visit, 'fsi_order_dtos')?.fields).toMatchObject({
      rx_id: 'R1',
      rxno: '1',
      cnt: 2,
      pric: 12.5,
      sumamt: 25,
      drord_begn_date: parseInstant('2025-01-01 08:00:00'),
    });
    expect(visit?.nodes.fsi_operation_dtos).toEqual([]);
    // what the table requires and the client leaves out is told, and stops nothing
    expect(remarks.every(({ code }) => code === 'missing')).toBe(true);
    expect(remarks.some(({ zh }) => zh === '姓名')).toBe(true);
  });

  test('where data is left out, its own fields are read beside its nodes', () => {
    const warns = [{ warn_rslt_id: 'A1-1', dspo_way: '2' }];
    const { nodes } = readInput(interfaces['3103'], { warn_type: '1', warns });
    expect(nodes.data).toHaveLength(1);
    expect(nodes.data?.[0]?.fields).toMatchObject({ warn_type: '1' });
    expect(child(nodes.data?.[0], 'warns')?.fields).toMatchObject({ warn_rslt_id: 'A1-1', dspo_way: '2' });
    expect(readInput(interfaces['3103'], {}).nodes.data).toEqual([]);
    expect(readInput(interfaces['3103'], { data: { warn_type: '2' }, warns }).nodes.data?.[0]?.fields).toMatchObject({ warn_type: '2' });
  });

  test('a number is the one that its text says, however it is written', () => {
    const read = (cnt: unknown) => {
      const { nodes } = readInput(audit, { data: { patient_dtos: { fsi_encounter_dtos: { fsi_order_dtos: { cnt } } } } });
      return child(child(child(nodes.data?.[0], 'patient_dtos'), 'fsi_encounter_dtos'), 'fsi_order_dtos')?.fields.cnt;
    };
    const digits = fc.tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 7 }));
    fc.assert(
      fc.property(digits, ([whole, behind]) => {
        const text = behind === '' ? `${whole}` : `${whole}.${behind}`;
        return [text, ` ${text}`, `+${text}`, Number(text)].every((sent) => read(sent) === Number(text));
      }),
    );
    expect(['.5', '5.', '1.2.3', '1e3', '-0', '-2.5', '1,000'].map(read)).toEqual([0.5, 5, null, 1000, -0, -2.5, 1000]);
    expect(['10000000000', '12a', '一', true, {}].map(read)).toEqual([null, null, null, null, null]);
  });

  test('"-" and "" are nothing, rule_ids is a list or a text, 9999 is open, what cannot be read is told with its place', () => {
    const { nodes, remarks } = readInput(audit, {
      data: {
        rule_ids: ['R1', 'R2'],
        patient_dtos: [
          {
            ...person,
            brdy: '1980-02-30',
            fsi_encounter_dtos: [{ dscg_date: '9999-12-31 00:00:00', fsi_order_dtos: [{ cnt: '-', pric: '两元', sumamt: '' }, 7] }],
          },
        ],
      },
    });
    expect(nodes.data?.[0]?.fields.rule_ids).toBe('R1,R2');
    const visit = child(child(nodes.data?.[0], 'patient_dtos'), 'fsi_encounter_dtos');
    expect(visit?.fields.dscg_date).toBe(OPEN_INSTANT);
    expect(child(visit, 'fsi_order_dtos')?.fields).toMatchObject({ cnt: null, pric: null, sumamt: null });
    const orders = 'data.patient_dtos[0].fsi_encounter_dtos[0].fsi_order_dtos';
    expect(remarks.filter(({ code }) => code !== 'missing')).toEqual([
      { code: 'notDate', path: 'data.patient_dtos[0].brdy', zh: '出生日期' },
      { code: 'notNumber', path: `${orders}[0].pric`, zh: '单价' },
      { code: 'notNode', path: `${orders}[1]`, zh: '处方(医嘱)信息' },
    ]);
  });

  test('nothing that JSON can say breaks the reader, and no key of the prototype is taken for data', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        readInput(audit, input);
        readEnvelope(input);
      }),
      { numRuns: 500 },
    );
    const { nodes } = readInput(audit, JSON.parse('{"data":{"__proto__":{"trig_scen":"1"},"constructor":{"patn_id":"x"}}}'));
    expect(nodes.data?.[0]?.fields.trig_scen).toBeNull();
  });
});

describe('what we answer', () => {
  const head = {
    area: '439900',
    serial: 12,
    receivedAt: parseInstant('2025-01-01 08:00:00') as number,
    respondedAt: parseInstant('2025-01-01 08:00:01') as number,
    receivedMs: 100,
    respondedMs: 7,
  };

  test('a success: the number 0, no message, ids and times of the length the table gives', () => {
    expect(writeAnswer(head, { output: { result: [] } })).toEqual({
      infcode: 0,
      inf_refmsgid: '439900202501010800000000000012',
      refmsg_time: '20250101080000100',
      respond_time: '20250101080001007',
      err_msg: '',
      output: { result: [] },
    });
  });

  test('a failure: -1, the sentence cut by character, no output', () => {
    const answer = writeAnswer(head, { error: '𠮷'.repeat(250) });
    expect(answer).toMatchObject({ infcode: -1, output: null });
    expect([...(answer.err_msg as string)]).toHaveLength(200);
  });

  test('every field of the table, lists always lists, texts cut, amounts with two decimals', () => {
    const result: NodeValue = {
      fields: { jr_id: 'J'.repeat(60), rule_id: 'drug-sex', vola_cont: '超'.repeat(600), vola_amt: 12.3, sev_deg: '1' },
      nodes: { judge_result_detail_dtos: [] },
    };
    const output = writeOutput(audit.output, { result: [result] }) as { result: Record<string, unknown>[] };
    const [row] = output.result;
    expect(Object.keys(row as object)).toEqual([...(audit.output[0] as Node).fields.map(({ name }) => name), 'judge_result_detail_dtos']);
    expect(row).toMatchObject({ jr_id: 'J'.repeat(40), vola_amt: '12.30', sev_deg: '1', mdtrt_id: '', judge_result_detail_dtos: [] });
    expect(row?.vola_cont).toBe('超'.repeat(500));
    expect(writeOutput(audit.output, {})).toEqual({ result: [] });
  });

  test('what is written can be read back', () => {
    const rows: NodeValue = {
      fields: { jr_id: 'J1', vola_amt: 3 },
      nodes: { judge_result_detail_dtos: [{ fields: { rx_id: 'R1', vola_amt: 3 }, nodes: {} }] },
    };
    const { nodes } = readInput({ input: audit.output }, writeOutput(audit.output, { result: [rows] }));
    expect(nodes.result?.[0]?.fields).toMatchObject({ jr_id: 'J1', vola_amt: 3, rule_id: null });
    expect(nodes.result?.[0]?.nodes.judge_result_detail_dtos?.[0]?.fields).toMatchObject({ rx_id: 'R1' });
  });
});

describe('envelope', () => {
  test('numbers for codes, names of provincial front ends, keys left out', () => {
    expect(readEnvelope({ infno: 3101, medins_code: 'H1', insur_code: '439900', opter: 7 })).toMatchObject({
      infno: '3101',
      providerNo: 'H1',
      insuredArea: '439900',
      operator: '7',
      msgid: '',
    });
    expect(readEnvelope({ msgid: 'x' })).toBeUndefined();
    expect(readEnvelope([])).toBeUndefined();
    expect(readEnvelope(null)).toBeUndefined();
  });

  test('every message is filed under its number', () => {
    for (const [folder, message] of Object.entries(interfaces)) expect(message.infno).toBe(folder);
  });
});
