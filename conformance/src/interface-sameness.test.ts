/**
 * The same findings before care and after it: a generated city is reviewed from the lake, and sent as 3101 messages. Judged on (rule,
 * person, encounters, lineage, days, lines). Once person by person with all that is known of her: what a message cannot tell is listed
 * by kind, nothing else may differ. Once encounter by encounter in the order of time, beside a history that grows: what differs then must
 * be the same as soon as the later encounters are known, and is counted by kind.
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
import { rulePortsOf } from '@hengjian/server';
import { reviewPortsOf } from '@hengjian/server/review-ports.ts';
import { claimsImporter, exemptionBookOf, findingExportOf, type Home, openHome, standingsOf } from '@hengjian/store';
import {
  type AuditBook,
  addExemption,
  audit,
  EXEMPTION_PREFIX,
  importClaims,
  openAuditBook,
  reminderOf,
  requestRecords,
  runReview,
} from '@hengjian/workflows';
import { afterAll, beforeAll, expect, test } from 'vitest';

type Csv = { [column: string]: string };
const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-sameness-'));
const folder = path.join(scratch, 'city');
let home: Home;
let book: AuditBook;
const batch = new Map<string, Set<string>>();

/** Exemptions of the bureau that look at whole encounters: both readers must see them. */
const exemptions = [
  ['population', { settings: ['emergency'] }],
  ['link', { diagnoses: ['K'], settings: ['inpatient'] }],
  ['finding', { diagnoses: ['I1', 'J0'] }],
] as const;
/** Of these exemptions among a rule's, in their order. */
const ids: string[] = [];
/** Records, links and findings that exemptions kept out, by exemption. */
const keptFrom = { batch: new Map<string, number>(), interface: new Map<string, number>() };

const read = (table: string): Csv[] => {
  const [head = [], ...rows] = readCsv(readFileSync(path.join(folder, `${table}.csv`), 'utf8')).records.map(({ cells }) => cells);
  return rows.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
};
const sorted = (text: string) => text.split(';').filter(Boolean).sort().join(';');
/** Day of each line of the extract. */
const dayOfLine = new Map<string, string>();
/** Rule, encounters, lineage, days and lines: of one person. */
const nameOf = (ruleId: string, encounters: string, lineage: string | null, lines: string) => {
  const days = new Set(lines.split(';').flatMap((line) => dayOfLine.get(line) ?? []));
  return [ruleId, sorted(encounters), lineage ?? '-', sorted([...days].join(';')), sorted(lines)].join(' ');
};

beforeAll(async () => {
  const sink = folderSink(folder);
  generateCity({ persons: 1200, months: 12, seed: 23, from: parseDay('2025-01-01') as number }, plants, sink, () => {});
  sink.close();
  home = await openHome(path.join(scratch, 'home'));
  const imported = await importClaims(claimsImporter(home), { folder, acceptRejects: false, progress: () => {} });
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
  const { book: editions } = rulePortsOf(home);
  for (const [i, [acts, encounter]] of exemptions.entries()) {
    const added = await addExemption(
      { exemptions: exemptionBookOf(home.db), book: editions },
      { kind: 'other', title: acts, ruleIds: null, acts, encounter, from: null, to: null },
      { by: '甲', why: '试', at: 2_000_000_000 + i },
    );
    if (!added.ok) throw new Error(JSON.stringify(added.issues));
    ids.push(`${EXEMPTION_PREFIX}${added.value.exemptionId}`);
  }
  const ports = await reviewPortsOf(home);
  const run = await runReview(ports, { period: { from: parseDay('2024-01-01') as number, to: parseDay('2026-12-31') as number } });
  if (!run.ok) throw new Error(JSON.stringify(run.issues));
  for (const { exempted } of run.value.rules)
    for (const [id, n] of Object.entries(exempted)) keptFrom.batch.set(id, (keptFrom.batch.get(id) ?? 0) + n);
  const { records: standings } = await standingsOf(home.lake)(undefined);
  book = { ...(await openAuditBook(ports)), standings };
  const stored = await home.db.selectFrom('finding').select(['findingId', 'lineage', 'exemptedBy']).execute();
  const lineages = new Map(stored.map((row) => [row.findingId, row.lineage]));
  const notPursued = new Set(stored.flatMap((row) => (row.exemptedBy === null ? [] : [row.findingId])));
  for (const line of read('feedetl')) dayOfLine.set(`${line.mdtrt_id}:${line.feedetl_sn}`, (line.fee_ocur_time ?? '').slice(0, 10));
  for await (const row of findingExportOf(home.db).rows()) {
    if (notPursued.has(row.finding_id)) continue;
    const names = batch.get(row.psn_no) ?? new Set();
    batch.set(row.psn_no, names.add(nameOf(row.rule_id, row.mdtrt_id, lineages.get(row.finding_id) ?? null, row.feedetl_sns)));
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
  'sentGroup',
  'birthWeightGrams',
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

interface City {
  readonly visitsOf: ReadonlyMap<string, Csv[]>;
  readonly of: Record<'feedetl' | 'diag' | 'oprn', Map<string, Csv[]>>;
  readonly levels: Map<string, string>;
  /** Refunds and reversals are netted on import, a message is sent before them. */
  readonly refunded: ReadonlySet<string>;
  /** Rules that ask nothing that a message cannot tell, and that remind somebody. */
  readonly same: ReadonlySet<string>;
}
let known: City | undefined;
function cityOf(): City {
  if (known) return known;
  const [visits, lines, settlements] = [read('mdtrt'), read('feedetl'), read('setl')];
  const by = (rows: Csv[], column: string) => Map.groupBy(rows, (row) => row[column] as string);
  const of = { feedetl: by(lines, 'mdtrt_id'), diag: by(read('diag'), 'mdtrt_id'), oprn: by(read('oprn'), 'mdtrt_id') };
  const levels = new Map(read('fixmedins').map((provider) => [provider.fixmedins_code as string, provider.hosp_lv as string]));
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
  known = { visitsOf: by(visits, 'psn_no'), of, levels, refunded, same };
  return known;
}
const ruleOf = (name: string) => name.split(' ')[0] as string;
const encountersOf = (name: string) => (name.split(' ')[1] ?? '').split(';').filter(Boolean);

/** What is said of the current encounter, beside these visits. */
function saidOf(person: Csv, current: string, visits: readonly Csv[]): Set<string> {
  const { of, levels } = cityOf();
  const { nodes } = readInput(interfaces['3101'], JSON.parse(JSON.stringify(messageOf(person, current, visits, of, levels))));
  const said = new Set<string>();
  for (const records of requestRecords(nodes.data?.[0] as never, national)) {
    const { hits, exempted } = audit(book, records);
    for (const [id, n] of Object.entries(exempted)) keptFrom.interface.set(id, (keptFrom.interface.get(id) ?? 0) + n);
    for (const { finding } of hits.map((hit) => reminderOf(book, hit))) {
      const inQuestion = finding.records.filter(({ role }) => role === 'inQuestion');
      const encounters = [...new Set(inQuestion.map(({ encounterNo }) => encounterNo))].join(';');
      const lines = inQuestion.flatMap(({ lineNo, encounterNo }) => (lineNo === null ? [] : [`${encounterNo}:${lineNo}`])).join(';');
      said.add(nameOf(finding.ruleId, encounters, finding.lineage, lines));
    }
  }
  return said;
}

test('every finding of the review is said by the interface, and no other, where the message tells what the rule asks', () => {
  const { visitsOf, refunded, same } = cityOf();
  expect(same.size).toBeGreaterThan(50);
  const differences: string[] = [];
  let compared = 0;
  for (const person of read('psn')) {
    const own = visitsOf.get(person.psn_no as string) ?? [];
    if (own.length === 0 || refunded.has(person.psn_no as string)) continue;
    const said = new Set(own.flatMap(({ mdtrt_id: current }) => [...saidOf(person, current as string, own)]));
    const found = batch.get(person.psn_no as string) ?? new Set<string>();
    for (const name of new Set([...said, ...found])) {
      if (!same.has(ruleOf(name))) continue;
      compared += 1;
      if (said.has(name) !== found.has(name)) differences.push(`${said.has(name) ? 'only said' : 'only found'}: ${name}`);
    }
  }
  expect(compared).toBeGreaterThan(200);
  expect(differences).toEqual([]);
  // each exemption of the three did something, in the review and in the answers (links are not counted there: nobody is told of a pair)
  const used = (counts: ReadonlyMap<string, number>) => ids.map((id) => (counts.get(id) ?? 0) > 0);
  expect(used(keptFrom.batch)).toEqual([true, true, true]);
  expect(used(keptFrom.interface)).toEqual([true, false, true]);
}, 600_000);

/** Why an answer at its own moment may differ from the review; no other kind is allowed. */
type Kind =
  /** The review put orders in question of an encounter that was over when what makes them wrong came. */
  | 'only found: a later encounter makes it so'
  /** What was missing, or too much, at its moment was put right by a later encounter. */
  | 'only said: a later encounter puts it right'
  /** The same matter over more orders or another encounter, as the later ones joined it. */
  | 'said of fewer: later encounters joined it';

test('encounter by encounter, with a history that grows: what differs is what was not yet known, by kind', () => {
  const { visitsOf, refunded, same } = cityOf();
  const kinds = new Map<Kind, number>();
  const others: string[] = [];
  let agreed = 0;
  for (const person of read('psn')) {
    const own = (visitsOf.get(person.psn_no as string) ?? []).toSorted((a, b) =>
      (a.begntime as string) < (b.begntime as string) ? -1 : 1,
    );
    if (own.length === 0 || refunded.has(person.psn_no as string)) continue;
    // of encounters that begin at one moment the order is chance: each knows the other
    const knownAt = (visit: Csv) => own.filter(({ begntime }) => (begntime as string) <= (visit.begntime as string));
    const atItsMoment = new Set(own.flatMap((visit) => [...saidOf(person, visit.mdtrt_id as string, knownAt(visit))]));
    const found = batch.get(person.psn_no as string) ?? new Set<string>();
    const mine = (names: ReadonlySet<string>) => [...names].filter((name) => same.has(ruleOf(name)));
    const matter = (name: string) => [name.split(' ')[0], name.split(' ')[2]].join(' ');
    for (const name of new Set([...mine(atItsMoment), ...mine(found)])) {
      if (atItsMoment.has(name) && found.has(name)) {
        agreed += 1;
        continue;
      }
      const last = own.filter(({ mdtrt_id: no }) => encountersOf(name).includes(no as string)).at(-1);
      // something came after it that the review knew and its moment did not
      const later = last !== undefined && own.length > knownAt(last).length;
      // and with all of it the interface says as the review does
      const withAll = last !== undefined && encountersOf(name).some((no) => saidOf(person, no, own).has(name));
      if (!later || withAll !== found.has(name)) others.push(name);
      else {
        const joined = atItsMoment.has(name) ? mine(found) : mine(atItsMoment);
        const kind: Kind = joined.some((other) => matter(other) === matter(name))
          ? 'said of fewer: later encounters joined it'
          : found.has(name)
            ? 'only found: a later encounter makes it so'
            : 'only said: a later encounter puts it right';
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
    }
  }
  expect(others).toEqual([]);
  expect(agreed).toBeGreaterThan(200);
  process.stdout.write(`said at its moment as found afterwards: ${agreed}; ${[...kinds].map(([kind, n]) => `${kind}: ${n}`).join('; ')}\n`);
}, 600_000);
