// Made-up messages that whoever answers 3101 is asked before anybody else does: every way through the code is known to the compiler then.
import type { AuditBook } from '@hengjian/workflows';
import type { AuditAsk } from './audit-bytes.ts';

const ORDERS = 60;
const MESSAGES = 400;

/** Orders of codes that the book's knowledge names and of others, of nobody. */
function* messagesFor(book: AuditBook): Generator<string> {
  const codes = [...new Set(book.rules.flatMap(({ points }) => [...points.byCode.keys()].slice(0, 40)))];
  for (let n = 0; n < MESSAGES; n += 1) {
    const orders = Array.from({ length: ORDERS }, (_, i) => ({
      rx_id: `R${i}`,
      rxno: `RX${i % 12}`,
      hilist_type: ['101', '102', '201', '301'][i % 4],
      chrg_type: '09',
      hilist_code: i % 5 === 0 ? codes[(n * 13 + i) % Math.max(1, codes.length)] : `W${(n + i) % 700}`,
      hilist_name: '预热',
      cnt: '2.00',
      pric: '12.5000',
      sumamt: '25.00',
      ownpay_amt: '0.00',
      selfpay_amt: '2.50',
      drord_begn_date: '2025-06-20 09:30:00',
      drord_dept_codg: 'A03',
      drord_dr_codg: 'D1',
      curr_drord_flag: '1',
      extend_order_map: { o_prdDays: '7', o_sinDosDscr: '0.5g', o_used_frqu_dscr: 'tid' },
    }));
    const visit = {
      mdtrt_id: 'W',
      medins_id: 'H',
      medins_lv: String(1 + (n % 3)),
      med_type: ['11', '21', '14'][n % 3],
      insutype: '310',
      adm_date: '2025-06-20 08:30:00',
      dscg_date: '2025-06-20 12:00:00',
      dscg_main_dise_codg: 'I10.x00',
      fsi_diagnose_dtos: ['I10.x00', 'N40.x00'].map((dise_codg, i) => ({ dise_codg, maindise_flag: i === 0 ? '1' : '0' })),
      fsi_order_dtos: orders,
    };
    const patient = { patn_id: 'W', gend: String(1 + (n % 2)), brdy: '1950-01-01', curr_mdtrt_id: 'W', fsi_encounter_dtos: [visit] };
    const data = { trig_scen: '5', patient_dtos: [patient] };
    yield JSON.stringify({ infno: '3101', msgid: 'W', fixmedins_code: 'H', input: { data } });
  }
}

/** A made-up message as it is asked. */
const warmAsk = (text: string, serial: number): AuditAsk => ({
  bytes: Buffer.from(text),
  contentType: '',
  infno: '3101',
  providerNo: 'H',
  serial,
  mostReminders: null,
  single: false,
  receivedAt: 0,
  receivedMs: 0,
  arrivedAt: 0,
  until: Number.POSITIVE_INFINITY,
});

/** Asks until all are answered or the time is over; between two of them others have their turn. Nothing of it is kept. */
export async function warmUp(book: AuditBook, mostMs: number, answer: (ask: AuditAsk, book: AuditBook) => unknown): Promise<void> {
  const until = performance.now() + mostMs;
  let serial = 0;
  for (const text of messagesFor(book)) {
    if (performance.now() > until) return;
    answer(warmAsk(text, serial++), book);
    await new Promise((next) => setImmediate(next));
  }
}
