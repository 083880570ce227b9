/** A prescription that deserves a reminder: a drug for men, written for a woman. As hospitals' software writes it; all of it is made up. */
import type { Text } from './text.ts';

const head = {
  infno: '3101',
  msgid: 'H00000000001202503020930000001',
  mdtrtarea_admvs: '330100',
  insuplc_admdvs: '330100',
  recer_sys_code: 'YBXT',
  infver: 'V1.0',
  opter_type: '1',
  opter: '0001',
  opter_name: '医师',
  inf_time: '2025-03-02 09:30:00',
  fixmedins_code: 'H00000000001',
  fixmedins_name: '示例医院',
};
const patient = { patn_id: 'P1', patn_name: '样例', gend: '2', brdy: '1970-01-02', poolarea: '330100', curr_mdtrt_id: 'M1' };
const encounter = {
  mdtrt_id: 'M1',
  medins_id: 'H00000000001',
  medins_name: '示例医院',
  medins_lv: '2',
  med_type: '11',
  insutype: '310',
  adm_date: '2025-03-02 09:00:00',
};
const fsi_diagnose_dtos = [{ dise_id: '1', maindise_flag: '1', dise_codg: 'R51.x00', dise_name: '头痛', dise_date: '2025-03-02 09:10:00' }];
const order = {
  rx_id: 'R1',
  rxno: '1',
  hilist_type: '101',
  chrg_type: '09',
  hilist_code: 'XG04CBA170A001010190027',
  hilist_name: '非那雄胺片',
  cnt: '2',
  pric: '31.50',
  sumamt: '63.00',
  drord_begn_date: '2025-03-02 09:30:00',
  curr_drord_flag: '1',
};
const fsi_order_dtos = [order];

const camel = (name: string) => name.replace(/_(\w)/g, (_, sign: string) => sign.toUpperCase());
/** The same with Hainan's names; there times are digits only. */
const inCamel = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(inCamel)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, one]) => [camel(name), inCamel(one)]))
      : typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)
        ? value.replace(/\D/g, '')
        : value;

/** The ways of writing that are met with (reference of the national interface, section 3). */
export const samples = {
  lists: {
    name: ['3101 全用数组', '3101, lists throughout'],
    message: {
      ...head,
      input: {
        data: {
          trig_scen: '5',
          patient_dtos: [{ ...patient, fsi_encounter_dtos: [{ ...encounter, fsi_diagnose_dtos, fsi_order_dtos }] }],
        },
      },
    },
  },
  objects: {
    name: ['3101 患者、就诊写成对象，数字不加引号', '3101, one object each, numbers as numbers'],
    message: {
      ...head,
      input: {
        data: {
          trig_scen: '5',
          rule_ids: null,
          patient_dtos: {
            ...patient,
            fsi_encounter_dtos: {
              ...encounter,
              fsi_diagnose_dtos,
              fsi_order_dtos: [{ ...order, cnt: 2, pric: 31.5, sumamt: 63 }],
            },
          },
        },
      },
    },
  },
  beside: {
    name: ['3101 下级节点与 data 并列（深圳）', '3101, children beside data (Shenzhen)'],
    message: {
      ...head,
      input: {
        data: { trig_scen: '23', rule_ids: null },
        patient_dtos: [patient],
        fsi_encounter_dtos: [encounter],
        fsi_diagnose_dtos,
        fsi_order_dtos,
      },
    },
  },
  camel: {
    name: ['3660 驼峰写法（海南）', '3660, camel case (Hainan)'],
    message: {
      infno: '3660',
      msgid: head.msgid,
      mdtrtarea_admvs: '460100',
      medins_code: head.fixmedins_code,
      insur_code: '460100',
      input: {
        trigScen: {
          trig_scen: '2,5',
          patientDtos: {
            psn_no: patient.patn_id,
            psn_name: patient.patn_name,
            insuplc_admdvs: '460100',
            gend: patient.gend,
            brdy: '19700102',
            currMdtrtId: patient.curr_mdtrt_id,
            fsiEncounterDtos: inCamel({ ...encounter, fsi_diagnose_dtos, fsi_order_dtos }),
          },
        },
      },
    },
  },
} as const satisfies Record<string, { name: Text; message: object }>;
export type SampleName = keyof typeof samples;
