/** The records of an audit request (3101, 3102), laid out as the lake's net records: what the batch reads, before anything is settled. */
import type { NodeValue } from '@hengjian/catalog/interfaces/read-node.ts';
import type { RegionCodes } from '@hengjian/catalog/regions/national.ts';
import { amountOf, lakeTables, OPEN_INSTANT, PRICE_SCALE, QUANTITY_SCALE } from '@hengjian/domain';
import type { Row, Tables } from '@hengjian/language';
import type { Fact } from './history-state.ts';
import { type Bag, type Copies, copiesOf, dayAt, encounterRow, lineRow } from './net-rows.ts';

/** The records of one person. Published numbers stand for surrogates: a request knows no others. */
export interface RequestRecords {
  readonly personNo: string;
  /** The encounter that is asked about; the others are its history. */
  readonly encounterNo: string;
  readonly tables: Tables;
}

type Fields = NodeValue['fields'];

/** Fields of the message that become records; the others are read by nobody. */
export const auditFields: ReadonlySet<string> = new Set(
  `task_id trig_scen rule_ids patn_id gend brdy curr_mdtrt_id mdtrt_id medins_id medins_lv adm_date dscg_date dscg_main_dise_codg dr_codg
  adm_dept_codg bedno med_type matn_stas medfee_sumamt insutype out_setl_flag dise_no sinc_heal_lv dise_codg maindise_flag inout_dise_type
  oprn_date oprn_code main_oprn_flag oper_dr_code anst_dr_code rx_id rxno hilist_type chrg_type hilist_code cnt pric sumamt ownpay_amt
  hilist_name hosplist_name selfpay_amt drord_begn_date drord_dept_codg drord_dr_codg curr_drord_flag extend_order_map`.split(/\s+/),
);
const textOf = (fields: Fields, name: string): string | null => {
  const value = fields[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
};
const numberOf = (fields: Fields, name: string): number | null => (typeof fields[name] === 'number' ? (fields[name] as number) : null);
/** A decimal as fixed point; what the client sent has two decimals, so nothing is lost to binary fractions. */
const fixedOf = (fields: Fields, name: string, scale: number): number | null => {
  const value = numberOf(fields, name);
  return value === null ? null : Math.round(value * scale);
};
/** 1 yes, 0 no (national-interface.md, code tables); whatever else a client sends says nothing. */
const flagOf = (fields: Fields, name: string): boolean | null => {
  const value = textOf(fields, name);
  return value === '1' ? true : value === '0' ? false : null;
};
/** A sum with an unknown part is unknown. */
const sumOf = (rows: readonly Row[], column: string): number | null =>
  rows.reduce<number | null>((total, row) => {
    const part = row[column];
    return total === null || typeof part !== 'number' ? null : total + part;
  }, 0);
/** Codes are looked up without leading zeros, as on import. */
const coded = <V>(table: Readonly<Record<string, V>>, code: string | null): V | null => {
  if (code === null) return null;
  return table[code] ?? table[code.replace(/^0+(?=.)/, '')] ?? null;
};

/** Every column of a table, unknown. */
const empty = Object.fromEntries(
  (Object.keys(lakeTables) as (keyof typeof lakeTables)[]).map((table) => [
    table,
    Object.fromEntries(Object.keys(lakeTables[table]).map((column) => [column, null])),
  ]),
) as { readonly [table in keyof typeof lakeTables]: { readonly [column: string]: null } };

/** One entry a person of the request. `region` maps the national codes as it does on import. */
export function requestRecords(data: NodeValue, region: RegionCodes): RequestRecords[] {
  return (data.nodes.patient_dtos ?? []).map((patient) => {
    const personNo = textOf(patient.fields, 'patn_id') ?? '';
    const visits = (patient.nodes.fsi_encounter_dtos ?? []).map((visit) => visitRecords(patient.fields, visit, region));
    const all = (table: 'line' | 'encounter' | 'diagnosis' | 'operation') => visits.flatMap((visit) => visit[table]);
    return {
      personNo,
      encounterNo: textOf(patient.fields, 'curr_mdtrt_id') ?? (visits[0]?.encounter[0]?.encounterNo as string | undefined) ?? '',
      tables: {
        line: all('line'),
        encounter: all('encounter'),
        diagnosis: all('diagnosis'),
        operation: all('operation'),
        settlement: [],
      },
    };
  });
}

interface Visit {
  line: Row[];
  encounter: Row[];
  diagnosis: Row[];
  operation: Row[];
}

function visitRecords(person: Fields, visit: NodeValue, region: RegionCodes): Visit {
  const { fields } = visit;
  const facts = encounterBag(person, fields, region);
  const own = copiesOf(textOf(person, 'patn_id'), textOf(fields, 'mdtrt_id') ?? '', facts, numberOf(fields, 'dscg_date') ?? OPEN_INSTANT);
  const orders = (visit.nodes.fsi_order_dtos ?? []).map((order) => lineOf(own, facts.diseaseCode ?? null, order.fields, region));
  const totalFen = fixedOf(fields, 'medfee_sumamt', 100) ?? sumOf(orders, 'amountFen');
  const settledDay = lastDay(own, orders);
  const counted = { settledDay, settlementNos: '', totalFen, inScopeFen: sumOf(orders, 'inScopeFen') };
  const encounter = { ...empty.encounter, ...encounterRow(own, facts, counted) };
  const beside = {
    ...own,
    settledDay,
    encounterTotalFen: totalFen,
    encounterFundFen: null,
    settlementNos: '',
  };
  return {
    line: orders,
    encounter: [encounter],
    diagnosis: (visit.nodes.fsi_diagnose_dtos ?? []).map(({ fields: diagnosis }, i) => ({
      ...empty.diagnosis,
      ...beside,
      code: textOf(diagnosis, 'dise_codg'),
      main: flagOf(diagnosis, 'maindise_flag'),
      kind: textOf(diagnosis, 'inout_dise_type'),
      serial: i + 1,
    })),
    operation: (visit.nodes.fsi_operation_dtos ?? []).map(({ fields: operation }, i) => {
      const at = numberOf(operation, 'oprn_date');
      return {
        ...empty.operation,
        ...beside,
        code: textOf(operation, 'oprn_code'),
        main: flagOf(operation, 'main_oprn_flag'),
        occurredAt: at,
        day: dayAt(at),
        surgeon: textOf(operation, 'oper_dr_code'),
        anaesthetist: textOf(operation, 'anst_dr_code'),
        incision: textOf(fields, 'sinc_heal_lv'),
        serial: i + 1,
      };
    }),
  };
}

/** What the message says of an encounter, by the names of the lake. */
function encounterBag(person: Fields, fields: Fields, region: RegionCodes): Bag {
  const providerNo = textOf(fields, 'medins_id');
  const medicalKind = textOf(fields, 'med_type');
  return {
    providerNo,
    sex: coded(region.sex, textOf(person, 'gend')),
    birthDay: numberOf(person, 'brdy'),
    setting: coded(region.setting, medicalKind),
    insurance: coded(region.insuranceByMedicalKind, medicalKind) ?? coded(region.insurance, textOf(fields, 'insutype')),
    level: coded(region.level, textOf(fields, 'medins_lv')),
    // the first sign of an institution's number tells hospitals (H) from pharmacies (P)
    providerKind: coded({ H: 'medical', P: 'pharmacy' }, providerNo?.[0] ?? null),
    begunAt: numberOf(fields, 'adm_date'),
    maternity: textOf(fields, 'matn_stas'),
    internet: null, // no field of the message tells
    outOfArea: flagOf(fields, 'out_setl_flag'),
    practitionerNo: textOf(fields, 'dr_codg'),
    mainDiagnosis: textOf(fields, 'dscg_main_dise_codg'),
    department: textOf(fields, 'adm_dept_codg'),
    bed: textOf(fields, 'bedno'),
    medicalKind,
    diseaseCode: textOf(fields, 'dise_no'),
  };
}

function lineOf(own: Copies, diseaseCode: Fact, order: Fields, region: RegionCodes): Row {
  const quantity = fixedOf(order, 'cnt', QUANTITY_SCALE);
  const unitPrice = fixedOf(order, 'pric', PRICE_SCALE);
  const sent = fixedOf(order, 'sumamt', 100);
  const amountFen = sent ?? (quantity === null || unitPrice === null ? null : amountOf(quantity, unitPrice));
  const [ownPay, selfPay] = [fixedOf(order, 'ownpay_amt', 100), fixedOf(order, 'selfpay_amt', 100)];
  const further = (typeof order.extend_order_map === 'object' ? order.extend_order_map : null) ?? {};
  const days = Number(further.o_prdDays);
  const line: Bag = {
    lineNo: textOf(order, 'rx_id') ?? '',
    itemCode: textOf(order, 'hilist_code'),
    itemKind: coded(region.itemKind, textOf(order, 'hilist_type')),
    feeCategory: textOf(order, 'chrg_type'),
    practitionerNo: textOf(order, 'drord_dr_codg'),
    department: textOf(order, 'drord_dept_codg'),
    prescriptionNo: textOf(order, 'rxno'),
    occurredAt: numberOf(order, 'drord_begn_date') ?? own.begunAt,
    supplyDays: Number.isInteger(days) && days > 0 ? days : null,
    singleDose: further.o_sinDosDscr ?? null,
    frequency: further.o_used_frqu_dscr ?? null,
    quantity,
    unitPrice,
    amountFen,
    inScopeFen: amountFen === null || ownPay === null || selfPay === null ? null : Math.max(0, amountFen - ownPay - selfPay),
    itemName: textOf(order, 'hilist_name') ?? textOf(order, 'hosplist_name'),
    // an earlier order of the encounter is context
    current: textOf(order, 'curr_drord_flag') !== '0',
  };
  return lineRow(own, line, undefined, diseaseCode);
}

const lastDay = (own: Copies, orders: readonly Row[]): number | null => {
  const days = orders.flatMap(({ day }) => (typeof day === 'number' ? [day] : []));
  if (days.length > 0) return Math.max(...days);
  return dayAt(own.begunAt);
};
