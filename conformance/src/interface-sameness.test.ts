/**
 * The same findings before care and after it: a generated city is reviewed from the lake, and sent as 3101 messages, person by person
 * with her history. Judged on (rule, person, encounters, lines). What a message cannot tell is listed by kind; nothing else may differ.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readInput } from '@hengjian/catalog/interfaces/read-node.ts';
import { interfaces } from '@hengjian/catalog/interfaces.gen.ts';
import { readCsv } from '@hengjian/catalog/knowledge/index.ts';
import { plants } from '@hengjian/catalog/plants.gen.ts';
import { national } from '@hengjian/catalog/regions/national.ts';
import { folderSink, generateCity } from '@hengjian/city';
import { parseDay } from '@hengjian/domain';
import { reviewPortsOf } from '@hengjian/server/review-ports.ts';
import { claimsImporter, findingExportOf, type Home, openHome, standingsOf } from '@hengjian/store';
import { type AuditBook, auditPerson, importClaims, openAuditBook, requestRecords, runReview } from '@hengjian/workflows';
import { afterAll, beforeAll, expect, test } from 'vitest';

type Csv = { [column: string]: string };
const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-sameness-'));
const folder = path.join(scratch, 'city');
let home: Home;
let book: AuditBook;
const batch = new Map<string, Set<string>>();

const read = (table: string): Csv[] => {
  const [head = [], ...rows] = readCsv(readFileSync(path.join(folder, `${table}.csv`), 'utf8')).records.map(({ cells }) => cells);
  return rows.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
};
const sorted = (text: string) => text.split(';').filter(Boolean).sort().join(';');
const nameOf = (ruleId: string, encounters: string, lines: string) => `${ruleId} ${sorted(encounters)} ${sorted(lines)}`;

beforeAll(async () => {
  const sink = folderSink(folder);
  generateCity({ persons: 1200, months: 12, seed: 23, from: parseDay('2025-01-01') as number }, plants, sink, () => {});
  sink.close();
  home = await openHome(path.join(scratch, 'home'));
  const imported = await importClaims(claimsImporter(home), { folder, acceptRejects: false, progress: () => {} });
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
  const ports = await reviewPortsOf(home);
  const run = await runReview(ports, { period: { from: parseDay('2024-01-01') as number, to: parseDay('2026-12-31') as number } });
  if (!run.ok) throw new Error(JSON.stringify(run.issues));
  const { records: standings } = await standingsOf(home.lake)(undefined);
  book = { ...(await openAuditBook(ports)), standings };
  for await (const row of findingExportOf(home.db).rows()) {
    const names = batch.get(row.psn_no) ?? new Set();
    batch.set(row.psn_no, names.add(nameOf(row.rule_id, row.mdtrt_id, row.feedetl_sns)));
  }
}, 300_000);
afterAll(async () => {
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** Columns of the lake that no 3101 message carries. A rule that reads one of them may differ; no other may. */
const untold = new Set([
  'deathDay', // the register of deaths
  'fundFen', // known once settled
  'poolFen',
  'internet',
  'dischargeWay',
  'statedStayDays',
  'idleDays', // worked out on import
  'address',
  'finishedAt', // end of an operation
  'uploadDelaySeconds',
  ...['care', 'drug', 'exam', 'lab', 'treatment', 'consumable'].map((part) => `${part}Fen`),
]);
const fieldsOf = (tree: unknown): string[] => {
  if (Array.isArray(tree)) return tree.flatMap(fieldsOf);
  if (typeof tree !== 'object' || tree === null) return [];
  const node = tree as { op?: string; name?: string };
  return [...(node.op === 'field' && node.name ? [node.name] : []), ...Object.values(tree).flatMap(fieldsOf)];
};

/** A person's claims as one message; every order is current, so that every finding is told. */
function messageOf(
  person: Csv,
  current: string,
  visits: readonly Csv[],
  of: Record<'feedetl' | 'diag' | 'oprn', Map<string, Csv[]>>,
  levels: Map<string, string>,
) {
  return {
    data: {
      trig_scen: '5',
      patient_dtos: [
        {
          patn_id: person.psn_no,
          gend: person.gend,
          brdy: person.brdy,
          curr_mdtrt_id: current,
          fsi_encounter_dtos: visits.map((visit) => ({
            mdtrt_id: visit.mdtrt_id,
            medins_id: visit.fixmedins_code,
            medins_lv: levels.get(visit.fixmedins_code as string),
            med_type: visit.med_type,
            insutype: visit.insutype,
            adm_date: visit.begntime,
            dscg_date: visit.endtime,
            matn_stas: visit.matn_stas,
            out_setl_flag: visit.out_area_flag,
            dr_codg: visit.dr_codg,
            adm_dept_codg: visit.dept_codg,
            bedno: visit.bedno,
            dise_no: visit.dise_codg,
            dscg_main_dise_codg: of.diag.get(visit.mdtrt_id as string)?.find(({ maindiag_flag: main }) => main === '1')?.diag_code,
            fsi_diagnose_dtos: of.diag
              .get(visit.mdtrt_id as string)
              ?.map((d) => ({ dise_codg: d.diag_code, maindise_flag: d.maindiag_flag, inout_dise_type: d.inout_diag_type })),
            fsi_operation_dtos: of.oprn.get(visit.mdtrt_id as string)?.map((o) => ({
              oprn_code: o.oprn_code,
              main_oprn_flag: o.main_oprn_flag,
              oprn_date: o.oprn_time,
              oper_dr_code: o.oper_dr_code,
            })),
            fsi_order_dtos: of.feedetl.get(visit.mdtrt_id as string)?.map((l) => ({
              rx_id: l.feedetl_sn,
              rxno: l.rx_no,
              hilist_type: l.list_type,
              chrg_type: l.med_chrgitm_type,
              hilist_code: l.med_list_codg,
              cnt: l.cnt,
              pric: l.pric,
              sumamt: l.det_item_fee_sumamt,
              ownpay_amt: (Number(l.det_item_fee_sumamt) - Number(l.inscp_amt)).toFixed(2),
              selfpay_amt: '0.00',
              drord_begn_date: l.fee_ocur_time,
              drord_dept_codg: l.bilg_dept_codg,
              drord_dr_codg: l.bilg_dr_codg,
              curr_drord_flag: '1',
              extend_order_map: { o_prdDays: l.prd_days, o_sinDosDscr: l.sin_dos, o_used_frqu_dscr: l.used_frqu },
            })),
          })),
        },
      ],
    },
  };
}

test('every finding of the review is said by the interface, and no other, where the message tells what the rule asks', () => {
  const [visits, lines, settlements] = [read('mdtrt'), read('feedetl'), read('setl')];
  const by = (rows: Csv[], column: string) => Map.groupBy(rows, (row) => row[column] as string);
  const of = { feedetl: by(lines, 'mdtrt_id'), diag: by(read('diag'), 'mdtrt_id'), oprn: by(read('oprn'), 'mdtrt_id') };
  const visitsOf = by(visits, 'psn_no');
  const levels = new Map(read('fixmedins').map((provider) => [provider.fixmedins_code as string, provider.hosp_lv as string]));
  // refunds and reversals are netted on import, a message is sent before them
  const refunded = new Set([
    ...settlements.flatMap((s) => (s.refd_setl_flag === '1' ? [s.psn_no as string] : [])),
    ...visits.flatMap((visit) =>
      of.feedetl.get(visit.mdtrt_id as string)?.some(({ cnt }) => Number(cnt) < 0) ? [visit.psn_no as string] : [],
    ),
  ]);
  const able = new Map(book.rules.map(({ compiled: { rule } }) => [rule.id, rule]));
  const same = new Set([...able].filter(([, rule]) => !fieldsOf(rule).some((name) => untold.has(name))).map(([id]) => id));
  // what is no reminder is not told at all
  for (const [id, { certainty }] of able) if (certainty !== 'clear' && certainty !== 'suspect') same.delete(id);
  expect(same.size).toBeGreaterThan(50);

  const differences: string[] = [];
  let compared = 0;
  for (const person of read('psn')) {
    const own = visitsOf.get(person.psn_no as string) ?? [];
    if (own.length === 0 || refunded.has(person.psn_no as string)) continue;
    const said = new Set<string>();
    for (const { mdtrt_id: current } of own) {
      const message = messageOf(person, current as string, own, of, levels);
      const { nodes } = readInput(interfaces['3101'], JSON.parse(JSON.stringify(message)));
      for (const records of requestRecords(nodes.data?.[0] as never, national))
        for (const { finding } of auditPerson(book, records)) {
          const inQuestion = finding.records.filter(({ role }) => role === 'inQuestion');
          const encounters = [...new Set(inQuestion.map(({ encounterNo }) => encounterNo))].join(';');
          said.add(
            nameOf(
              finding.ruleId,
              encounters,
              inQuestion.flatMap(({ lineNo, encounterNo }) => (lineNo === null ? [] : [`${encounterNo}:${lineNo}`])).join(';'),
            ),
          );
        }
    }
    const found = batch.get(person.psn_no as string) ?? new Set<string>();
    const ruleOf = (name: string) => name.split(' ')[0] as string;
    for (const name of new Set([...said, ...found])) {
      if (!same.has(ruleOf(name))) continue;
      compared += 1;
      if (said.has(name) !== found.has(name)) differences.push(`${said.has(name) ? 'only said' : 'only found'}: ${name}`);
    }
  }
  expect(compared).toBeGreaterThan(200);
  expect(differences).toEqual([]);
});
