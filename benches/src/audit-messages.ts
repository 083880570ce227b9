// 3101 messages as hospitals send them: every field of the national tables, sixty orders, some of which concern the knowledge in force.
import { shippedStarters } from '@hengjian/workflows';

export const ORDERS = 60;
export const VISITS_EACH = 5;
export const LINES_EACH = 4;

/** Codes that shipped knowledge speaks of: a doctor's orders meet some of them. */
export const knownCodes = (): string[] => [
  ...new Set(
    shippedStarters().flatMap((starter) => [...JSON.stringify(starter).matchAll(/\b[A-Z]{1,2}[A-Z0-9]{15,25}\b/g)].map(([code]) => code)),
  ),
];

const day = (i: number) => `2025-06-${String(1 + (i % 28)).padStart(2, '0')}`;

/** The n-th message; person P<n mod people>. About one order in ten bears a code that some rule's knowledge names. */
export function messageOf(n: number, people: number, codes: readonly string[]): string {
  const person = `P${String(n % people).padStart(8, '0')}`;
  const encounter = `M${n}`;
  const orders = Array.from({ length: ORDERS }, (_, i) => ({
    rx_id: `R${i}`,
    rxno: `RX${Math.floor(i / 5)}`,
    grpno: '1',
    long_drord_flag: '0',
    hilist_type: ['101', '102', '201', '301'][i % 4],
    chrg_type: '09',
    drord_bhvr: '0',
    hilist_code: i % 10 === 3 ? codes[(n * 7 + i) % codes.length] : `X${(i * 13 + (n % 50)) % 4000}A001010190027`,
    hilist_name: '阿莫西林胶囊',
    hilist_dosform: '胶囊剂',
    hilist_lv: '1',
    hilist_pric: '12.5000',
    lv1_hosp_item_pric: '12.50',
    lv2_hosp_item_pric: '12.50',
    lv3_hosp_item_pric: '12.50',
    hilist_memo: '',
    hosplist_code: `H${i}`,
    hosplist_name: '阿莫西林胶囊',
    hosplist_dosform: '胶囊剂',
    cnt: '2.00',
    pric: '12.5000',
    sumamt: '25.00',
    ownpay_amt: '0.00',
    selfpay_amt: '2.50',
    spec: '0.25g*24',
    spec_unt: '盒',
    drord_begn_date: `${day(20)} 09:${String(i % 60).padStart(2, '0')}:00`,
    drord_stop_date: `${day(20)} 10:00:00`,
    drord_dept_codg: 'A03',
    drord_dept_name: '内科',
    drord_dr_codg: `D${n % 300}`,
    drord_dr_name: '医师',
    drord_dr_profttl: '2',
    curr_drord_flag: '1',
    extend_order_map: { o_prdDays: '7', o_sinDosDscr: '0.5g', o_used_frqu_dscr: 'tid' },
  }));
  const visit = {
    mdtrt_id: encounter,
    medins_id: 'H00000000001',
    medins_name: '第一医院',
    medins_admdvs: '000000',
    medins_type: '1',
    medins_lv: '2',
    wardarea_codg: '',
    wardno: '',
    bedno: '',
    adm_date: `${day(20)} 08:30:00`,
    dscg_date: `${day(20)} 12:00:00`,
    dscg_main_dise_codg: 'I10.x00',
    dscg_main_dise_name: '高血压',
    dr_codg: `D${n % 300}`,
    adm_dept_codg: 'A03',
    adm_dept_name: '内科',
    dscg_dept_codg: 'A03',
    dscg_dept_name: '内科',
    med_mdtrt_type: '1',
    med_type: '11',
    matn_stas: '0',
    medfee_sumamt: '1500.00',
    ownpay_amt: '0.00',
    selfpay_amt: '150.00',
    setl_totlnum: '0',
    insutype: '310',
    reim_flag: '0',
    out_setl_flag: '0',
    fsi_diagnose_dtos: ['I10.x00', 'E11.900', 'J06.900'].map((code, i) => ({
      dise_id: String(i + 1),
      inout_dise_type: '1',
      maindise_flag: i === 0 ? '1' : '0',
      dias_srt_no: String(i + 1),
      dise_codg: code,
      dise_name: '诊断',
      dise_date: `${day(20)} 09:00:00`,
    })),
    fsi_order_dtos: orders,
  };
  const patient = {
    patn_id: person,
    patn_name: '某人',
    gend: String(1 + (n % 2)),
    brdy: `19${40 + (n % 50)}-03-02`,
    poolarea: '000000',
    curr_mdtrt_id: encounter,
    fsi_encounter_dtos: [visit],
  };
  return JSON.stringify({
    infno: '3101',
    msgid: `H0000000000120250620093000${String(n % 10_000).padStart(4, '0')}`,
    mdtrtarea_admvs: '000000',
    insuplc_admdvs: '000000',
    recer_sys_code: 'HIS',
    dev_no: '',
    dev_safe_info: '',
    cainfo: '',
    signtype: '',
    infver: 'V1.0',
    opter_type: '1',
    opter: '0001',
    opter_name: '收费员',
    inf_time: '2025-06-20 09:30:00',
    fixmedins_code: 'H00000000001',
    fixmedins_name: '第一医院',
    sign_no: '',
    input: { data: { syscode: 'HIS', task_id: `T${n}`, trig_scen: '5', patient_dtos: [patient] } },
  });
}

/** Earlier encounters of the people from one number to before another, as a history keeps them: `VISITS_EACH` of `LINES_EACH` lines over a year. */
export function* historyRows(from: number, to: number, codes: readonly string[]) {
  const first = 20_089; // 2025-01-01
  for (let p = from; p < to; p++) {
    const personNo = `P${String(p).padStart(8, '0')}`;
    for (let v = 0; v < VISITS_EACH; v++) {
      const on = first + ((p * 31 + v * 67) % 165);
      const at = on * 86_400 + 9 * 3600;
      const e = [
        'H00000000002',
        1 + (p % 2),
        -3650,
        'outpatient',
        'employee',
        3,
        'medical',
        at,
        at + 7200,
        null,
        false,
        false,
        'D9',
        'A03',
        null,
        null,
        '11',
        null,
        'I10.x00',
      ];
      const l = Array.from({ length: LINES_EACH }, (_, i) => {
        const code = i === 0 ? codes[(p + v) % codes.length] : `X${(i * 13 + p) % 4000}A001010190027`;
        return [
          `L${i}`,
          null,
          `S${v}`,
          null,
          code,
          'drug',
          '09',
          'D9',
          'A03',
          'RX1',
          at + i * 60,
          7,
          '0.5g',
          'tid',
          20_000,
          12_500_000,
          2500,
          2500,
          null,
        ];
      });
      const content = JSON.stringify({ e, d: [['I10.x00', true, '1']], o: [], l, s: [[`S${v}`, at + 7200, 10_000, 6000]], r: [] });
      yield { personNo, encounterNo: `E${p}-${v}`, lastDay: on, content };
    }
  }
}
