/** What a message says, as entries of the history that 3101 and 3102 read. */
import type { RegionCodes } from '@hengjian/catalog/regions/national.ts';
import { PRICE_SCALE, parseDay, parseFixed, parseInstant, parseYuan, QUANTITY_SCALE } from '@hengjian/domain';
import type { HistoryCharge, HistoryEncounter, HistoryEntry } from '../audit/history.ts';
import type { FeedEvent, FeedMessage, Part } from './feed.ts';
import { listTypeOfCode } from './list-type.ts';
import { eventsOf } from './read-feed.ts';

const coded = <V>(table: Readonly<Record<string, V>>, code: string | undefined): V | null =>
  code === undefined ? null : (table[code] ?? table[code.replace(/^0+(?=.)/, '')] ?? null);
const known = <T>(value: T | undefined): T | null => value ?? null;

/** Entries in order; a message that names no person says nothing of a person's history. */
export function historyEntries(message: FeedMessage, region: RegionCodes): HistoryEntry[] {
  const events = eventsOf(message);
  const person = events.find((event) => event.kind === 'person');
  const input = message.input as Readonly<Record<string, unknown>> | null;
  const personNo = person?.personNo ?? personOf(input);
  if (personNo === null) return [];
  const about = person?.row ?? {};
  return events.flatMap((event): HistoryEntry[] => entryOf(event, personNo, about, message, region));
}

/** `psn_no` of a message that tells nothing else of its person (reversals, withdrawals): in whichever node it stands. */
function personOf(input: unknown): string | null {
  if (Array.isArray(input)) return personOf(input[0]);
  if (typeof input !== 'object' || input === null) return null;
  const bag = input as Record<string, unknown>;
  if (typeof bag.psn_no === 'string' && bag.psn_no !== '') return bag.psn_no;
  for (const value of Object.values(bag)) {
    const found = personOf(value);
    if (found !== null) return found;
  }
  return null;
}

function entryOf(event: FeedEvent, personNo: string, about: Part, message: FeedMessage, region: RegionCodes): HistoryEntry[] {
  if (!('encounterNo' in event)) return [];
  const of = { personNo, encounterNo: event.encounterNo };
  switch (event.kind) {
    case 'visit':
      return [{ ...encounterOf(of, event.row, about, message, region), ...(event.ifUnknown && { ifUnknown: true }) }];
    case 'diagnoses': {
      const diagnoses = event.rows.map((row) => ({
        code: known(row.diag_code),
        main: row.maindiag_flag === undefined ? null : row.maindiag_flag === '1',
        kind: known(row.inout_diag_type),
        serial: row.diag_srt_no === undefined ? null : Number(row.diag_srt_no),
      }));
      const mainDiagnosis = diagnoses.find(({ main }) => main)?.code ?? null;
      return [{ ...nothing, kind: 'encounter', ...of, mainDiagnosis, diagnoses, merge: event.merge }];
    }
    case 'operations':
      return [
        {
          ...nothing,
          kind: 'encounter',
          ...of,
          operations: event.rows.map((row) => ({
            code: known(row.oprn_code),
            main: row.main_oprn_flag === '1',
            occurredAt: known(parseInstant(row.oprn_time ?? '')),
            surgeon: known(row.oper_dr_code),
            anaesthetist: known(row.anst_dr_code),
          })),
        },
      ];
    case 'charge':
      return [chargeOf(of, event, region)];
    case 'withdrawal':
      return [{ kind: 'withdrawal', ...of, lineNos: event.lineNos, batchNo: event.batchNo }];
    case 'settlement':
      return [
        {
          kind: 'settlement',
          ...of,
          settlementNo: event.settlementNo,
          settledAt: parseInstant(event.row.setl_time ?? '') ?? message.receivedAt,
          batchNo: event.batchNo,
          totalFen: known(parseYuan(event.row.medfee_sumamt ?? '')),
          fundFen: known(parseYuan(event.row.fund_pay_sumamt ?? '')),
        },
      ];
    case 'reversal':
      return [{ kind: 'reversal', ...of, settlementNo: event.settlementNo, withLines: event.withLines }];
    case 'reopened':
      return [{ kind: 'reopening', ...of }];
    case 'cancelled':
      return [{ kind: 'cancellation', ...of }];
    default:
      return [];
  }
}

const nothing: Omit<HistoryEncounter, 'kind' | 'personNo' | 'encounterNo'> = {
  providerNo: null,
  sex: null,
  birthDay: null,
  setting: null,
  insurance: null,
  level: null,
  providerKind: null,
  begunAt: null,
  endedAt: null,
  maternity: null,
  internet: null,
  outOfArea: null,
  practitionerNo: null,
  department: null,
  bed: null,
  dischargeWay: null,
  medicalKind: null,
  diseaseCode: null,
  mainDiagnosis: null,
};

function encounterOf(
  of: { personNo: string; encounterNo: string },
  row: Part,
  about: Part,
  { providerNo }: FeedMessage,
  region: RegionCodes,
): HistoryEncounter {
  return {
    ...nothing,
    kind: 'encounter',
    ...of,
    providerNo,
    sex: coded(region.sex, about.gend),
    birthDay: known(parseDay(about.brdy ?? '')),
    setting: coded(region.setting, row.med_type),
    insurance: coded(region.insuranceByMedicalKind, row.med_type) ?? coded(region.insurance, row.insutype ?? about.insutype),
    providerKind: providerNo.startsWith('P') ? 'pharmacy' : 'medical',
    begunAt: known(parseInstant(row.begntime ?? '')),
    endedAt: known(parseInstant(row.endtime ?? '')),
    outOfArea: row.out_area_flag === undefined ? null : row.out_area_flag === '1',
    practitionerNo: known(row.dr_codg),
    department: known(row.dept_codg),
    bed: known(row.bedno),
    dischargeWay: known(row.dscg_way),
    medicalKind: known(row.med_type),
    diseaseCode: known(row.dise_codg),
  };
}

function chargeOf(
  of: { personNo: string; encounterNo: string },
  { lineNo, batchNo, row }: Extract<FeedEvent, { kind: 'charge' }>,
  region: RegionCodes,
): HistoryCharge {
  const days = Number(row.prd_days ?? Number.NaN);
  return {
    kind: 'charge',
    ...of,
    lineNo,
    batchNo,
    settlementNo: null,
    refundOf: known(row.init_feedetl_sn),
    itemCode: known(row.med_list_codg),
    itemKind: coded(region.itemKind, row.list_type ?? listTypeOfCode(row.med_list_codg ?? '') ?? undefined),
    feeCategory: known(row.med_chrgitm_type),
    practitionerNo: known(row.bilg_dr_codg),
    department: known(row.bilg_dept_codg),
    prescriptionNo: known(row.rx_no),
    occurredAt: known(parseInstant(row.fee_ocur_time ?? '')),
    supplyDays: Number.isInteger(days) && days > 0 ? days : null,
    singleDose: known(row.sin_dos),
    frequency: known(row.used_frqu),
    quantity: known(parseFixed(row.cnt ?? '', QUANTITY_SCALE)),
    unitPrice: known(parseFixed(row.pric ?? '', PRICE_SCALE)),
    amountFen: known(parseYuan(row.det_item_fee_sumamt ?? '')),
    inScopeFen: known(parseYuan(row.inscp_amt ?? '')),
    fundFen: null,
  };
}
