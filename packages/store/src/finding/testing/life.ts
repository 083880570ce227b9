// The life of findings in a home of its own, with a clock that people move.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type FindingAction, type FindingState, parseDay, type StepDetail } from '@hengjian/domain';
import { type CaseBook, type FindingStepsTaken, followFindings, takeFindingSteps } from '@hengjian/workflows';
import { sql } from 'kysely';
import { type Home, openHome } from '../../home.ts';
import { caseBookOf, casesOf } from '../case-book.ts';
import { type FindingLifeRules, findingLifeRules } from '../life-rules.ts';
import { ledgerTotals } from '../money.ts';
import { type Planted, plant } from './planted.ts';

/** Sums in fen by name; what is nothing is left out. */
export type Sums = Record<string, number>;

export const line = (encounterNo: string, lineNo: string, amountFen: number, fundFen: number | null) => ({
  encounterNo,
  lineNo,
  amountFen,
  fundFen,
});

export class Life {
  readonly folder: string;
  readonly home: Home;
  readonly rules: FindingLifeRules;
  readonly book: CaseBook;
  /** Begins on Monday, 2026-03-02; every step is a second later. */
  now: number;

  private constructor(folder: string, home: Home, rules: FindingLifeRules, now: number) {
    this.folder = folder;
    this.home = home;
    this.rules = rules;
    this.book = caseBookOf(home.db, rules.due);
    this.now = now;
  }

  static async open(): Promise<Life> {
    const now = (parseDay('2026-03-02') as number) * 86_400 + 9 * 3600;
    const folder = mkdtempSync(path.join(tmpdir(), 'hengjian-life-'));
    const home = await openHome(folder);
    return new Life(folder, home, await findingLifeRules(home.db, '*', now), now);
  }

  async close(): Promise<void> {
    await this.home.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async clear(): Promise<void> {
    await sql`truncate finding_ledger_day, finding_waiting, finding_case, finding_event, finding_ledger, finding_claim, finding_decision, finding_record, finding_version, finding cascade`.execute(
      this.home.db,
    );
  }

  /** Findings as a review would leave them, and their cases. */
  async begin(findings: readonly Planted[]): Promise<{ opened: number; changed: number }> {
    await plant(this.home, findings);
    return this.follow();
  }

  follow(): Promise<{ opened: number; changed: number }> {
    return followFindings(this.book, this.rules, ++this.now);
  }

  step(findingIds: string | readonly string[], action: FindingAction, by: string, detail?: StepDetail): Promise<FindingStepsTaken> {
    const act = { by, why: '试', at: ++this.now };
    return takeFindingSteps(this.book, this.rules, { findingIds: [findingIds].flat(), action, act, ...(detail && { detail }) });
  }

  async stateOf(findingId: string): Promise<FindingState | undefined> {
    return (await casesOf(this.home.db, [findingId]))[0]?.one.state;
  }

  /** Of the fund, by account, at a moment. */
  async totals(at = this.now): Promise<Sums> {
    const rows = await ledgerTotals(this.home.db, at);
    return Object.fromEntries(rows.filter((row) => row.fundFen !== 0).map((row) => [row.account, row.fundFen]));
  }
}
