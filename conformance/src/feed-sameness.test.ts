/**
 * The same lake from messages as from an extract: a generated city is imported as a folder, and sent as national messages, encounter by
 * encounter over HTTP, with the platform's answers passed on, and folded. Both begin with the bureau's own registers (people,
 * institutions, practitioners, stock). Net records and money are compared column by column; what messages cannot tell is listed by
 * kind, and nothing else may differ.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readCsv } from '@hengjian/catalog/knowledge/index.ts';
import { plants } from '@hengjian/catalog/plants.gen.ts';
import { folderSink, generateCity } from '@hengjian/city';
import { type LakeTable, lakeTables, parseDay } from '@hengjian/domain';
import { type App, createApp } from '@hengjian/server';
import { interfaceFold } from '@hengjian/server/jobs/interface-fold.ts';
import { claimsImporter, feedStoreOf, type Home, openHome } from '@hengjian/store';
import { importClaims } from '@hengjian/workflows';
import { afterAll, beforeAll, expect, test } from 'vitest';

type Csv = { [column: string]: string };
const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-feed-'));
const folder = path.join(scratch, 'city');
const registers = ['psn', 'fixmedins', 'prac', 'inv', 'rx', 'equip', 'benefit', 'opsp'] as const;
let [byFolder, byMessages]: (Home | undefined)[] = [];
let app: App;

const read = (table: string): Csv[] => {
  const [head = [], ...rows] = readCsv(readFileSync(path.join(folder, `${table}.csv`), 'utf8')).records.map(({ cells }) => cells);
  return rows.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
};
const importInto = async (home: Home, from: string) => {
  const imported = await importClaims(claimsImporter(home, { memoryLimitMb: 600 }), {
    folder: from,
    acceptRejects: false,
    progress: () => {},
  });
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
};

beforeAll(async () => {
  const sink = folderSink(folder);
  generateCity({ persons: 190, months: 1, seed: 11, from: parseDay('2025-01-01') as number }, plants, sink, () => {});
  sink.close();
  byFolder = await openHome(path.join(scratch, 'by-folder'));
  await importInto(byFolder, folder);
  const own = path.join(scratch, 'registers');
  mkdirSync(own);
  for (const table of registers) writeFileSync(path.join(own, `${table}.csv`), readFileSync(path.join(folder, `${table}.csv`)));
  byMessages = await openHome(path.join(scratch, 'by-messages'));
  await importInto(byMessages, own);
  app = await createApp({ home: byMessages });
  await app.listen({ port: 0, host: '127.0.0.1' });
}, 900_000);
afterAll(async () => {
  await app?.close();
  await byFolder?.close();
  await byMessages?.close();
  rmSync(scratch, { recursive: true, force: true });
});

let sent = 0;
async function send(infno: string, provider: string, at: string, input: object, output?: object): Promise<void> {
  const address = app.server.address();
  sent += 1;
  const body = { infno, msgid: `${provider}${sent}`, fixmedins_code: provider, inf_time: at, input, output };
  const response = await fetch(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/fsi/api/rsfComIfsService/callService`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { infcode: number; err_msg: string };
  if (answer.infcode !== 0) throw new Error(`${infno}: ${answer.err_msg}`);
}

const pick = (row: Csv, names: string) =>
  Object.fromEntries(
    names.split(/\s+/).map((name) => {
      const [to = '', from = to] = name.split('=');
      return [to, row[from] ?? ''];
    }),
  );
const wireLine = (line: Csv) => ({
  ...pick(line, 'feedetl_sn mdtrt_id psn_no fee_ocur_time med_list_codg cnt pric det_item_fee_sumamt bilg_dept_codg bilg_dr_codg'),
  ...pick(line, 'rxno=rx_no prd_days sin_dos_dscr=sin_dos used_frqu_dscr=used_frqu init_feedetl_sn chrg_bchno=setl_id'),
});
const replyLine = (line: Csv) => pick(line, 'feedetl_sn det_item_fee_sumamt cnt pric med_chrgitm_type inscp_scp_amt=inscp_amt');
const replySettlement = (setl: Csv) =>
  pick(
    setl,
    'setl_id mdtrt_id psn_no setl_time medfee_sumamt fund_pay_sumamt inscp_scp_amt=inscp_amt hifp_pay acct_pay maf_pay psn_cash_pay insutype med_type clr_way',
  );

interface Visit {
  visit: Csv;
  lines: Csv[];
  diagnoses: Csv[];
  operations: Csv[];
  settlements: Csv[];
  traces: Csv[];
}

/** As a hospital's software would send it: admission, charges, discharge, settlement, reversal, settlement list. */
async function sendVisit({ visit, lines, diagnoses, operations, settlements, traces }: Visit): Promise<void> {
  const provider = visit.fixmedins_code as string;
  const [stay, sale] = [/^2/.test(visit.med_type as string), provider.startsWith('P')];
  const id = pick(visit, 'mdtrt_id psn_no');
  const at = visit.begntime as string;
  const diseinfo = diagnoses.map((d) => pick(d, 'diag_code maindiag_flag diag_srt_no'));
  if (stay) {
    const info = pick(visit, 'psn_no insutype med_type begntime adm_bed=bedno adm_dept_codg=dept_codg atddr_no=dr_codg dise_codg');
    await send('2401', provider, at, { mdtrtinfo: info }, { result: pick(visit, 'mdtrt_id') });
  }
  for (const settlement of settlements.toSorted((a, b) => ((a.setl_time as string) < (b.setl_time as string) ? -1 : 1))) {
    const when = settlement.setl_time as string;
    if (settlement.refd_setl_flag === '1') {
      const data = { ...id, setl_id: settlement.init_setl_id };
      await send(sale ? '2103' : stay ? '2305' : '2208', provider, when, { data }, { setlinfo: pick(settlement, 'setl_id setl_time') });
      // what is charged afterwards is charged anew
      if (stay) await send('2302', provider, when, { data: [{ ...id, feedetl_sn: '0000' }] });
      continue;
    }
    const own = lines
      .filter((line) => line.setl_id === settlement.setl_id)
      .map((line): Csv => ({ ...line, psn_no: visit.psn_no as string }));
    const data = { ...id, ...pick(settlement, 'medfee_sumamt insutype med_type'), ...(stay ? {} : { chrg_bchno: settlement.setl_id }) };
    const reply = { setlinfo: replySettlement(settlement) };
    if (sale) {
      const drugdetail = own.map((line) => ({
        ...wireLine(line),
        durg_trac_info: traces
          .filter((trace) => trace.feedetl_sn === line.feedetl_sn)
          .map((trace) => pick(trace, 'feedetl_sn drug_trac_codg trdn_flag')),
      }));
      const druginfo = { ...data, begntime: visit.begntime, dise_codg: visit.dise_codg };
      await send('2102', provider, when, { druginfo, drugdetail }, { ...reply, detlcutinfo: own.map(replyLine) });
      continue;
    }
    const uploaded =
      own
        .map(({ updt_time: time = '' }) => time)
        .toSorted()
        .at(-1) ?? when;
    await send(
      stay ? '2301' : '2204',
      provider,
      uploaded,
      { feedetail: own.map((line) => ({ ...wireLine(line), dise_codg: visit.dise_codg })) },
      {
        result: own.map(replyLine),
      },
    );
    await send(stay ? '2304' : '2207', provider, when, { data }, reply);
  }
  const unsettled = lines.filter((line) => !line.setl_id).map((line): Csv => ({ ...line, psn_no: visit.psn_no as string }));
  if (unsettled.length > 0)
    await send(stay ? '2301' : '2204', provider, at, { feedetail: unsettled.map(wireLine) }, { result: unsettled.map(replyLine) });
  const last = settlements.at(-1)?.setl_time ?? at;
  if (stay && visit.endtime && !visit.endtime.startsWith('9999'))
    await send('2402', provider, last, { dscginfo: pick(visit, 'mdtrt_id psn_no insutype endtime dscg_way dise_codg'), diseinfo });
  const oprninfo = operations.map((o) => ({
    ...pick(o, 'oprn_oprt_code=oprn_code oprn_oprt_begntime=oprn_time oprn_oprt_endtime=oprn_end_time oper_dr_code anst_dr_code'),
    oprn_oprt_type: o.main_oprn_flag === '1' ? '1' : '2',
  }));
  if (diseinfo.length + oprninfo.length > 0 && settlements[0])
    await send('4101', provider, last, {
      setlinfo: { ...id, setl_id: settlements[0].setl_id },
      diseinfo: diagnoses.toSorted((a, b) => Number(a.diag_srt_no) - Number(b.diag_srt_no)).map((d) => pick(d, 'diag_code maindiag_flag')),
      oprninfo,
    });
  if (!sale)
    for (const trace of traces) {
      const line = lines.find((l) => l.feedetl_sn === trace.feedetl_sn) as Csv;
      await send('3505', provider, last, {
        selinfo: {
          ...pick(line, 'med_list_codg'),
          fixmedins_bchno: '1',
          setl_id: line.setl_id,
          mdtrt_sn: visit.mdtrt_id,
          sel_retn_cnt: line.cnt,
          sel_retn_time: last,
          trdn_flag: trace.trdn_flag,
          drugtracinfo: pick(trace, 'drug_trac_codg'),
        },
      });
    }
}

/** What messages do not tell, by column: why. Every other column must be the same. */
const untold: Readonly<Record<string, string>> = {
  begunAt: 'outpatients: no message that is taken tells when a visit began, it is taken from its first charge',
  begunDay: 'as begunAt',
  endedAt: 'outpatients: taken from the last charge',
  endedDay: 'as endedAt',
  maternity: 'matn_stas stands in 3101 only',
  internet: 'internet_flag is no field of any message',
  outOfArea: 'the envelope names no divisions here',
  statedStayDays: 'act_ipt_days is no field of any message',
  sentGroup: 'as statedStayDays',
  birthWeightGrams: 'as statedStayDays',
  incision: 'incs_grp is no field of 4101 here',
  department: 'outpatients: that of the first charge; sales have none',
  bed: 'outpatients have none',
  practitioner: 'outpatients: that of the first charge',
  singleDose: 'stays: no field of 2301',
  frequency: 'stays: no field of 2301',
  supplyDays: 'stays: no field of 2301',
  uploadDelaySeconds: 'the lines of one message were uploaded at one moment',
};

/** Net records of a lake under published numbers, one text a record. */
async function recordsOf(home: Home, table: LakeTable): Promise<Map<string, Record<string, unknown>>> {
  const duck = await (await home.lake.snapshot()).connect({ memoryLimitMb: 600 });
  await duck.useBucket(undefined);
  const surrogates = new Set(['line', 'encounter', 'settlement', 'person', 'provider', 'item', 'practitioner']);
  const columns = Object.keys(lakeTables[table]).filter((name) => !surrogates.has(name) && !(name in untold));
  const key = { line: `"encounterNo", "lineNo", "settlementNo"`, encounter: '"encounterNo"', settlement: '"settlementNo"' }[
    table as string
  ];
  const of = (noun: string) => `LEFT JOIN ${noun} ON ${noun}.${noun} = t.${noun}`;
  const has = (name: string) => name in lakeTables[table];
  const joins = [
    ...(has('person') ? [of('person')] : []),
    ...(has('provider') ? [of('provider')] : []),
    ...(has('item') ? [of('item')] : []),
    ...(has('encounterNo') ? [] : ['LEFT JOIN (SELECT encounter, "encounterNo" FROM encounter) e ON e.encounter = t.encounter']),
    ...(has('settlement') && !has('settlementNo')
      ? ['LEFT JOIN (SELECT settlement, "settlementNo" FROM settlement) s ON s.settlement = t.settlement']
      : []),
  ];
  const named = [
    ...columns.map((name) => `t."${name}"`),
    '"personNo"',
    '"providerNo"',
    ...(has('item') ? ['item.code AS "itemCode"'] : []),
    ...(has('encounterNo') ? [] : ['e."encounterNo"']),
    ...(has('settlement') && !has('settlementNo') ? ['s."settlementNo"'] : []),
  ];
  try {
    const rows = await duck.rows<Record<string, unknown>>(`SELECT ${named.join(', ')} FROM ${table} t ${joins.join(' ')}`);
    const keyOf = (row: Record<string, unknown>) =>
      key
        ? key
            .split(', ')
            .map((name) => String(row[name.replaceAll('"', '')]))
            .join('/')
        : JSON.stringify(row);
    return new Map(rows.map((row) => [keyOf(row), row]));
  } finally {
    duck.close();
  }
}

test('messages folded are the lake of the extract: records, money, and no difference but those that messages cannot tell', async () => {
  const by = (table: string) => Map.groupBy(read(table), (row) => row.mdtrt_id as string);
  const [lines, diagnoses, operations, settlements, traces] = ['feedetl', 'diag', 'oprn', 'setl', 'trac'].map(by) as Map<string, Csv[]>[];
  const visits = read('mdtrt');
  const sendNext = async (): Promise<void> => {
    for (let visit = visits.pop(); visit; visit = visits.pop()) {
      const of = (table: Map<string, Csv[]> | undefined) => table?.get(visit?.mdtrt_id as string) ?? [];
      await sendVisit({
        visit,
        lines: of(lines),
        settlements: of(settlements),
        diagnoses: of(diagnoses),
        operations: of(operations),
        traces: of(traces),
      });
    }
  };
  await Promise.all(Array.from({ length: 8 }, sendNext));
  const outcome = await interfaceFold.run(byMessages as Home, {}, () => {});
  expect(outcome.ok && outcome.value.messages).toBe(sent);
  expect(outcome.ok && Object.values(outcome.value.import?.tables ?? {}).reduce((sum, { rejected }) => sum + rejected, 0)).toBe(0);
  // an encounter comes in with its first settlement: until then its charges wait, and are listed
  const unsettled = new Set(read('mdtrt').flatMap(({ mdtrt_id: no = '' }) => (settlements?.has(no) ? [] : [no])));
  const waiting = await feedStoreOf((byMessages as Home).db).waiting();
  const waitingLines = read('feedetl').filter(({ setl_id: settled }) => !settled).length;
  expect(waiting.filter(({ encounterNo }) => unsettled.has(encounterNo)).reduce((sum, row) => sum + row.waitingLines, 0)).toBe(
    waitingLines,
  );
  const traceless = new Set(waiting.flatMap(({ encounterNo, problems }) => (problems.includes('traceWithoutLine') ? [encounterNo] : [])));
  const differences = new Map<string, string[]>();
  const note = (kind: string, what: string) => differences.set(kind, [...(differences.get(kind) ?? []), what]);
  let compared = 0;
  for (const table of Object.keys(lakeTables) as LakeTable[]) {
    const [expected, found] = [await recordsOf(byFolder as Home, table), await recordsOf(byMessages as Home, table)];
    for (const [key, row] of expected) {
      if (unsettled.has(row.encounterNo as string)) continue;
      const other = found.get(key);
      if (!other) {
        // 3505 names the item and not the line: of several lines of one item nobody can say whose code it is
        if (table === 'trace' && traceless.has(row.encounterNo as string)) continue;
        note(`${table}: not there`, key);
        continue;
      }
      compared += 1;
      for (const [name, value] of Object.entries(row))
        if (value !== other[name]) note(`${table}.${name}`, `${key}: ${value} ≠ ${other[name]}`);
    }
    for (const key of found.keys()) if (!expected.has(key)) note(`${table}: only there`, key);
  }
  expect(Object.fromEntries([...differences].map(([kind, all]) => [kind, [all.length, ...all.slice(0, 3)]]))).toEqual({});
  expect(compared).toBeGreaterThan(2000);
  expect(waiting.flatMap(({ problems }) => problems).filter((problem) => problem !== 'traceWithoutLine')).toEqual([]);
}, 900_000);
