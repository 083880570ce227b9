/**
 * Kills a server under load, again and again (SIGKILL, nothing is cleaned up), and reconciles: every message that was acknowledged is
 * there exactly once, sent again it gets the same answer, and the lake's money is that of the acknowledged settlements; every audit
 * (3101) that was answered is accounted for with its reminders, once, and can be read again, every reason (3103) that was taken is kept.
 * In every other of its lives a thread beside the one that listens answers audits too, and writes their accounts itself.
 *   node conformance/src/feed-kill.ts 200
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { interfaceFold } from '@hengjian/server/jobs/interface-fold.ts';
import { callOf, callSegments, followCalls, type Home, openHome, readCall, withJournal } from '@hengjian/store';

export interface KillReport {
  kills: number;
  acknowledged: number;
  /** Messages that were under way when the server died and were sent again. */
  interrupted: number;
  /** Answers compared after the last start. */
  resent: number;
  /** Audits that were answered, and reminders that were answered with a reason. */
  audits: number;
  reasons: number;
  /** Files of accounts: each life that answers audits begins one, each thread of it another. */
  segments: number;
  /** What does not hold, in words; empty where all is well. */
  faults: string[];
  /** In fen: what was settled and not undone, and what the lake has. */
  expected: { totalFen: number; fundFen: number; settlements: number; lines: number };
  lake: { totalFen: number; fundFen: number; settlements: number; lines: number; linesFen: number };
}

interface Sent {
  body: string;
  msgid: string;
  infno: string;
  answer: string;
}

interface Said {
  infcode: number;
  err_msg: string;
  output: { setlinfo: { setl_id: string }; result: { jr_id: string }[] };
}
/** 非那雄胺片, for men only (starter knowledge SK-drug-sex-001). */
const MENS_DRUG = 'XG04CBA170A001010190027';

const script = fileURLToPath(new URL('./feed-server.ts', import.meta.url));
const WORKERS = 6;

class Server {
  url = '';
  #child: ChildProcess | undefined;
  readonly #home: string;
  constructor(home: string) {
    this.#home = home;
  }
  /** Resolves when it listens and its threads, if any, answer. */
  async start(threads = 0): Promise<void> {
    // on a busy machine an audit without a decision in time is answered with a notice, of which there is no reminder to account for
    const env = {
      HENGJIAN_AUDIT_DEADLINE_MS: '30000',
      HENGJIAN_AUDIT_WARM_MS: '0',
      ...process.env,
      HENGJIAN_AUDIT_THREADS: String(threads),
    };
    const child = spawn(process.execPath, [script, this.#home], { stdio: ['ignore', 'pipe', 'ignore'], env });
    this.#child = child;
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
    const line = async (): Promise<string> => {
      const { value, done } = await lines.next();
      if (done) throw new Error(`the server ended with ${child.exitCode}`);
      return value;
    };
    this.url = `http://127.0.0.1:${await line()}/fsi`;
    if (threads > 0) await line();
  }
  async kill(): Promise<void> {
    const child = this.#child;
    this.url = '';
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }
}

/** The same numbers whatever the clock does. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

class Load {
  readonly sent: Sent[] = [];
  /** Reminders by the number of the message that they answered. */
  readonly audits: { msgid: string; reminderId: string }[] = [];
  readonly reasons: string[] = [];
  readonly expected = { totalFen: 0, fundFen: 0, settlements: 0, lines: 0 };
  interrupted = 0;
  stop = false;
  readonly #server: Server;
  constructor(server: Server) {
    this.#server = server;
  }

  /** Sends until it is acknowledged, always the same words. Undefined where the load ended before. */
  async #send(infno: string, msgid: string, input: object, output?: object): Promise<Said> {
    const body = JSON.stringify({ infno, msgid, fixmedins_code: 'H00000000001', inf_time: '2025-03-02 10:00:00', input, output });
    for (;;) {
      const url = this.#server.url;
      try {
        if (url === '') throw new Error('down');
        const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
        const answer = await response.text();
        const said = JSON.parse(answer) as Said;
        if (said.infcode === 0) {
          if (!infno.startsWith('31')) this.sent.push({ body, msgid, infno, answer });
          return said;
        }
        if (!/稍后|正在使用/.test(said.err_msg)) throw new Error(`${infno} was refused: ${said.err_msg}`);
      } catch (error) {
        if (error instanceof Error && /was refused/.test(error.message)) throw error;
        if (url !== '') this.interrupted += 1;
      }
      await sleep(50);
    }
  }

  /** The doctor is told, and goes on with a reason. */
  async #audit(no: string, personNo: string): Promise<void> {
    const order = {
      rx_id: 'R1',
      hilist_code: MENS_DRUG,
      hilist_type: '101',
      cnt: 1,
      pric: '31.50',
      drord_begn_date: '2025-03-02 09:30:00',
    };
    const visit = { mdtrt_id: no, medins_id: 'H00000000001', med_type: '11', adm_date: '2025-03-02 09:00:00', fsi_order_dtos: [order] };
    const patient = { patn_id: personNo, gend: '2', curr_mdtrt_id: no, fsi_encounter_dtos: [visit] };
    const { output } = await this.#send('3101', `${no}-a`, { data: { trig_scen: '5', patient_dtos: [patient] } });
    const reminderId = output.result[0]?.jr_id ?? '';
    this.audits.push({ msgid: `${no}-a`, reminderId });
    const warn = { warn_rslt_id: reminderId, dspo_way: '1', dspo_way_rea: '说明书外用药已备案' };
    await this.#send('3103', `${no}-f`, { data: { warn_type: '1', warns: [warn] } });
    this.reasons.push(reminderId);
  }

  /** Visits one after the other: charges, a settlement, now and then its reversal. Ends with a whole visit. */
  async work(worker: number): Promise<void> {
    const next = random(worker + 1);
    for (let visit = 0; !this.stop; visit += 1) {
      const no = `M${worker}-${visit}`;
      const personNo = `P${worker}-${visit % 40}`;
      const amounts = Array.from({ length: 1 + Math.floor(next() * 4) }, () => 100 + Math.floor(next() * 9900));
      const totalFen = amounts.reduce((sum, fen) => sum + fen, 0);
      const fundFen = Math.floor(totalFen * 0.6);
      const yuan = (fen: number) => (fen / 100).toFixed(2);
      const feedetail = amounts.map((fen, i) => ({
        feedetl_sn: String(i + 1),
        mdtrt_id: no,
        psn_no: personNo,
        chrg_bchno: 'B',
        fee_ocur_time: '2025-03-02 09:30:00',
        med_list_codg: `XA${String(i).padStart(3, '0')}`,
        cnt: 1,
        pric: yuan(fen),
        det_item_fee_sumamt: yuan(fen),
      }));
      if (visit % 3 === 0) await this.#audit(no, personNo);
      await this.#send('2204', `${no}-c`, { feedetail });
      const data = { psn_no: personNo, mdtrt_id: no, med_type: '11', insutype: '310', medfee_sumamt: yuan(totalFen), chrg_bchno: 'B' };
      const settled = await this.#send('2207', `${no}-s`, { data }, { setlinfo: { fund_pay_sumamt: yuan(fundFen) } });
      if (next() < 0.15) {
        await this.#send('2208', `${no}-r`, { data: { setl_id: settled.output.setlinfo.setl_id, mdtrt_id: no, psn_no: personNo } });
        continue;
      }
      this.expected.totalFen += totalFen;
      this.expected.fundFen += fundFen;
      this.expected.settlements += 1;
      this.expected.lines += amounts.length;
    }
  }
}

/** `most` messages at least between two kills, so that every life of the server does some work. */
export async function killAgainAndAgain(kills: number, { seed = 1, told = (_: string) => {} } = {}): Promise<KillReport> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-feed-kill-'));
  const folder = path.join(scratch, 'home');
  // keeps PostgreSQL running over the deaths of the server
  const home = await openHome(folder);
  const server = new Server(folder);
  try {
    await server.start();
    const load = new Load(server);
    const workers = Array.from({ length: WORKERS }, (_, i) => load.work(i));
    const all = Promise.all(workers);
    const next = random(seed);
    for (let kill = 0; kill < kills; kill += 1) {
      const before = load.sent.length;
      const wait = 50 + next() * 1500;
      await Promise.race([sleep(wait), all]);
      while (load.sent.length < before + 10) await Promise.race([sleep(5), all]);
      await server.kill();
      told(`${kill + 1}/${kills}: ${load.sent.length}`);
      await server.start((kill + 1) % 2);
    }
    load.stop = true;
    await all;
    const { resent, faults } = await sendAgain(server, load.sent);
    await server.kill();
    return {
      kills,
      acknowledged: load.sent.length,
      interrupted: load.interrupted,
      audits: load.audits.length,
      reasons: load.reasons.length,
      segments: callSegments(folder).length,
      resent,
      expected: load.expected,
      ...(await reconcile(home, load, faults)),
    };
  } finally {
    await server.kill();
    await home.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

const MOST_RESENT = 1000;

async function sendAgain(server: Server, sent: readonly Sent[]): Promise<{ resent: number; faults: string[] }> {
  const faults: string[] = [];
  const step = Math.max(1, Math.floor(sent.length / MOST_RESENT));
  let resent = 0;
  for (let i = 0; i < sent.length; i += step) {
    const { body, answer, msgid } = sent[i] as Sent;
    const again = await (await fetch(server.url, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).text();
    resent += 1;
    if (again !== answer) faults.push(`${msgid} sent again: ${again} and not ${answer}`);
  }
  return { resent, faults };
}

/** What was answered stands in the accounts, and the message with it. */
async function reconcileCalls(home: Home, { audits, reasons, interrupted }: Load, faults: string[]): Promise<void> {
  const { damages } = await followCalls(home.db, home.folder);
  for (const { segment, at } of damages) faults.push(`${segment} is damaged at ${at}`);
  const kept = await home.db
    .selectFrom('auditReminder as r')
    .innerJoin('interfaceCall as c', 'c.serial', 'r.call')
    .select(['r.reminderId', 'c.msgid', 'c.segment', 'c.place', 'c.size'])
    .execute();
  const byId = new Map(kept.map((row) => [row.reminderId, row]));
  const accounts = await home.db.selectFrom('interfaceCall').select('msgid').where('infno', '=', '3101').execute();
  // one that was cut off before its answer went out stands there as well, and again when it was sent again
  const most = new Set(accounts.map(({ msgid }) => msgid)).size + interrupted;
  if (accounts.length > most) faults.push(`${accounts.length} accounts of audits, at most ${most} were sent`);
  for (const { msgid, reminderId } of audits) {
    const row = byId.get(reminderId);
    if (row?.msgid !== msgid) faults.push(`${reminderId} of ${msgid} is not accounted for`);
    const body = row?.segment && readCall(home.folder, { segment: row.segment, at: Number(row.place), size: Number(row.size) });
    const again = body ? (JSON.parse(callOf(body).message?.toString() ?? '{}') as { msgid: string }).msgid : undefined;
    if (again !== msgid) faults.push(`${msgid} cannot be read again`);
  }
  const answered = new Set((await home.db.selectFrom('auditFeedback').select('reminderId').execute()).map((row) => row.reminderId));
  for (const id of reasons) if (!answered.has(id)) faults.push(`the reason for ${id} is lost`);
}

async function reconcile(home: Home, load: Load, faults: string[]) {
  const { sent, expected } = load;
  await reconcileCalls(home, load, faults);
  await withJournal(home, async (journal) => {
    for (const entry of await journal.verify()) faults.push(`record ${entry.serial} cannot be read`);
  });
  for (let wait = 0; ; wait += 1) {
    const outcome = await interfaceFold.run(home, {}, () => {});
    if (outcome.ok) break;
    // until PostgreSQL has noticed the last writer's death
    if (wait === 100) throw new Error(JSON.stringify(outcome.issues));
    await sleep(100);
  }
  const kept = await home.db.selectFrom('feedMessage').select(['infno', 'msgid']).execute();
  const counts = new Map<string, number>();
  for (const { infno, msgid } of kept) counts.set(`${infno} ${msgid}`, (counts.get(`${infno} ${msgid}`) ?? 0) + 1);
  for (const { infno, msgid } of sent)
    if (counts.get(`${infno} ${msgid}`) !== 1) faults.push(`${msgid} is there ${counts.get(`${infno} ${msgid}`) ?? 0} times`);
  if (counts.size !== sent.length || kept.length !== sent.length)
    faults.push(`${kept.length} messages are kept, ${sent.length} were acknowledged`);
  const open = await home.db
    .selectFrom('feedOpen')
    .selectAll()
    .where('problems', '!=', '{}' as never)
    .execute();
  for (const { encounterNo, problems } of open) faults.push(`${encounterNo}: ${problems.join(' ')}`);
  const duck = await (await home.lake.snapshot()).connect();
  await duck.useBucket(undefined);
  try {
    const [lake] = await duck.rows<
      KillReport['lake']
    >(`SELECT coalesce(sum("totalFen"), 0)::BIGINT AS "totalFen", coalesce(sum("fundFen"), 0)::BIGINT AS "fundFen",
      count(*) AS settlements, (SELECT count(*) FROM line WHERE settlement IS NOT NULL) AS lines,
      (SELECT coalesce(sum("amountFen"), 0)::BIGINT FROM line WHERE settlement IS NOT NULL) AS "linesFen" FROM settlement`);
    if (!lake) throw new Error('no lake');
    if (lake.linesFen !== lake.totalFen) faults.push(`lines are worth ${lake.linesFen}, settlements ${lake.totalFen}`);
    for (const name of ['totalFen', 'fundFen', 'settlements', 'lines'] as const)
      if (lake[name] !== expected[name]) faults.push(`${name}: the lake has ${lake[name]}, acknowledged were ${expected[name]}`);
    return { faults, lake };
  } finally {
    duck.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const kills = Number(process.argv[2] ?? 200);
  const report = await killAgainAndAgain(kills, { told: (line) => process.stderr.write(`\r${line}`) });
  process.stdout.write(`\n${JSON.stringify(report, null, 2)}\n`);
  process.exitCode = report.faults.length > 0 ? 1 : 0;
}
