/**
 * Steps of findings, many at once: the table says whether the step is there, the guards whether it may be taken now, and the ledger
 * follows from what the cases say afterwards. One transaction: all that can be done is done together with its events and its money,
 * and every refused finding is told with its reason.
 */
import {
  type Amounts,
  advance,
  amountsOf,
  claimedStates,
  claimsOf,
  type Day,
  dueFen,
  type FindingAction,
  type FindingActor,
  type FindingCase,
  failing,
  findingStepOf,
  type Instant,
  type Issue,
  lineKey,
  noAmounts,
  positionsOf,
  postingsBetween,
  type StepDetail,
  scopeOf,
} from '@hengjian/domain';
import type { Act } from '../rule/ports.ts';
import { actIssues } from '../rule/take-step.ts';
import type { CaseBook, CaseWriter, LifeRules, NewEvent, StoredCase } from './case-ports.ts';

export interface FindingStepRequest {
  readonly findingIds: readonly string[];
  readonly action: FindingAction;
  readonly act: Act;
  readonly detail?: StepDetail | undefined;
  /** What the account may act as; undefined: anything (no accounts). */
  readonly as?: readonly FindingActor[] | undefined;
  /** Institutions whose findings the account sees and answers; undefined or null: all. */
  readonly scope?: readonly string[] | null | undefined;
}

export interface FindingStepsTaken {
  /** As they stand now. */
  readonly done: readonly FindingCase[];
  readonly refused: readonly { readonly findingId: string; readonly issues: readonly Issue[] }[];
}

const SYSTEM = '系统';
/** Steps of people who hold a finding that was handed out to them. */
const held: readonly FindingAction[] = ['uphold', 'dismiss', 'maintain'];

const issue = (code: string, facts: Record<string, unknown> = {}): Issue => ({ code: `finding.${code}`, severity: 'error', facts });

/** Takes one step of many findings; says which were refused and why. */
export async function takeFindingSteps(book: CaseBook, rules: LifeRules, request: FindingStepRequest): Promise<FindingStepsTaken> {
  const wanting = request.action === 'accept' || request.as?.includes('system') ? [] : actIssues(request.act);
  const ids = [...new Set(request.findingIds)].sort();
  if (wanting.length > 0) return { done: [], refused: ids.map((findingId) => ({ findingId, issues: wanting })) };
  return book.change(ids, async (writer, cases) => {
    const known = new Map(cases.map((one) => [one.one.findingId, one]));
    const refused: { findingId: string; issues: Issue[] }[] = [];
    const work = new Work(rules, request.act.at);
    for (const findingId of ids) {
      const stored = known.get(findingId);
      const issues = stored ? refusals(stored, request, rules) : [issue('unknown', { id: findingId })];
      if (issues.length > 0 || !stored) refused.push({ findingId, issues });
      else work.take(stored, request.action, request.act, withAmount(stored, request));
    }
    await work.finish(writer);
    return { done: work.cases(ids).map(({ one }) => one), refused };
  });
}

const claimedIn = (one: FindingCase) => claimedStates.includes(one.state);
const positionsNow = ({ one, records, claim }: StoredCase) => positionsOf(one, foundOf(one, records), scopeAmounts(one, records), claim);
const foundOf = (one: FindingCase, records: StoredCase['records']): Amounts => amountsOf(scopeOf(records, [], one.fixedFundFen));
const scopeAmounts = (one: FindingCase, records: StoredCase['records']): Amounts =>
  amountsOf(scopeOf(records, one.dismissedLines, one.fixedFundFen));

/** A step of money without an amount is about all that is due. */
function withAmount(stored: StoredCase, { action, detail }: FindingStepRequest): StepDetail | undefined {
  if (!['refuse', 'offset', 'payBack', 'writeOff', 'giveBack'].includes(action) || detail?.amountFen !== undefined) return detail;
  return { ...detail, amountFen: Math.abs(dueFen(positionsNow(stored))) };
}

const standing = ({ one, finding }: StoredCase) => finding.pursued && finding.evidenceHash === one.evidenceHash;

function refusals(stored: StoredCase, request: FindingStepRequest, rules: LifeRules): Issue[] {
  const { one } = stored;
  const { action, act, as, scope } = request;
  if (scope && !scope.includes(stored.providerNo ?? '')) return [issue('otherProvider')];
  const step = findingStepOf(one.state, action);
  if (!step) return [issue('noStep', { state: one.state, action })];
  if (as && !as.includes(step.who)) return [issue('notYours', { who: step.who })];
  if (held.includes(action) && stored.lockedBy && stored.lockedBy !== act.by && (stored.lockedUntil ?? 0) > act.at)
    return [issue('locked', { by: stored.lockedBy })];
  return failing(step, {
    one,
    action,
    by: act.by,
    at: act.at,
    detail: withAmount(stored, request) ?? null,
    due: stored.dueDay,
    stands: standing(stored),
    silenceConsents: rules.silenceConsents,
    panelSize: rules.panelSize,
    dueFen: dueFen(positionsNow(stored)),
    lines: stored.records.map(lineKey),
  });
}

/** Cases on their way through one transaction. */
class Work {
  readonly #rules: LifeRules;
  readonly #at: Instant;
  readonly #cases = new Map<string, StoredCase>();
  readonly #events: NewEvent[] = [];
  /** Encounters on which somebody's claim may have changed. */
  readonly #touched = new Set<string>();

  constructor(rules: LifeRules, at: Instant) {
    this.#rules = rules;
    this.#at = at;
  }

  cases(ids: readonly string[]): StoredCase[] {
    return ids.flatMap((id) => this.#cases.get(id) ?? []);
  }

  /** Takes a step whose conditions hold. */
  take(stored: StoredCase, action: FindingAction, act: Act, detail?: StepDetail): StoredCase {
    const step = findingStepOf(stored.one.state, action);
    if (!step) throw new Error(`no step ${action} from ${stored.one.state}`);
    const event: NewEvent = { findingId: stored.one.findingId, action, before: step.from, after: step.to, ...act, detail: detail ?? null };
    const one = advance(stored.one, { ...event, serial: 0 });
    const moved = one.enteredAt !== stored.one.enteredAt || one.state !== stored.one.state;
    const next: StoredCase = {
      ...stored,
      one,
      dueDay: moved ? this.#rules.due(one.state, one.enteredAt) : stored.dueDay,
      ...(action !== 'note' && action !== 'escalate' && { lockedBy: null, lockedUntil: null }),
    };
    this.#events.push(event);
    this.#cases.set(one.findingId, next);
    if (claimedIn(one) || claimedIn(stored.one)) for (const r of stored.records) this.#touched.add(r.encounterNo);
    if (action === 'vote' && one.votes.length === one.experts.length)
      return this.take(next, 'conclude', { by: SYSTEM, why: '全部专家已表决', at: act.at });
    return next;
  }

  /** Events, claims, money, and what follows from them (a case without anything due is closed, one with something is opened again). */
  async finish(writer: CaseWriter): Promise<void> {
    if (this.#events.length === 0) return;
    const first = await writer.append(this.#events);
    const order = new Map<string, number>();
    const told = this.#events.map((event, i) => ({ ...event, serial: first[i] as number }));
    for (const event of told) order.set(event.findingId, event.serial);
    for (const [id, stored] of this.#cases) {
      const claimed = claimedIn(stored.one);
      this.#cases.set(id, { ...stored, claimedOrder: claimed ? (stored.claimedOrder ?? (order.get(id) as number)) : null });
    }
    await writer.save([...this.#cases.values()]);
    if (this.#touched.size > 0) await this.#claim(writer);
    await this.#post(writer, order);
    await this.#follow(writer, order);
    await writer.judge(told.flatMap((event) => this.#verdict(event)));
  }

  /** Who claims what on the touched encounters; others on the same lines are drawn in. */
  async #claim(writer: CaseWriter): Promise<void> {
    const encounters = [...this.#touched];
    const others = await writer.claimedOn(encounters);
    for (const stored of others) if (!this.#cases.has(stored.one.findingId)) this.#cases.set(stored.one.findingId, stored);
    const claimed = [...this.#cases.values()]
      .filter(({ one }) => claimedIn(one))
      .sort((a, b) => (a.claimedOrder ?? 0) - (b.claimedOrder ?? 0) || (a.one.findingId < b.one.findingId ? -1 : 1));
    const scopes = claimed.map(({ one, records }) => ({
      findingId: one.findingId,
      byEncounter: Map.groupBy(scopeOf(records, one.dismissedLines, one.fixedFundFen), (r) => r.encounterNo),
    }));
    const claims = encounters.flatMap((encounterNo) => {
      const own = scopes.flatMap(({ findingId, byEncounter }) => {
        const records = byEncounter.get(encounterNo);
        return records ? [{ findingId, records }] : [];
      });
      return [...claimsOf(own)].map(([findingId, claim]) => ({ findingId, encounterNo, claim }));
    });
    await writer.setClaims(encounters, claims);
    const sums = await writer.claimsOfFindings([...this.#cases.keys()]);
    for (const [id, stored] of this.#cases) this.#cases.set(id, { ...stored, claim: sums.get(id) ?? noAmounts });
  }

  async #post(writer: CaseWriter, order: ReadonlyMap<string, number>): Promise<void> {
    const now = await writer.positions([...this.#cases.keys()]);
    await writer.post(
      [...this.#cases.values()].flatMap((stored) => {
        const findingId = stored.one.findingId;
        const changes = postingsBetween(now.get(findingId) ?? new Map(), positionsNow(stored));
        return changes.map((posting) => ({ ...posting, findingId, eventSerial: order.get(findingId) ?? null, at: this.#at }));
      }),
    );
  }

  async #follow(writer: CaseWriter, order: Map<string, number>): Promise<void> {
    const events: NewEvent[] = [];
    for (const [id, stored] of this.#cases) {
      const due = dueFen(positionsNow(stored));
      const action =
        stored.one.state === 'recovery' && due === 0 ? 'close' : stored.one.state === 'closed' && due !== 0 ? 'reopen' : undefined;
      if (!action || (action === 'reopen' && due < 0)) continue;
      const after = action === 'close' ? 'closed' : 'recovery';
      const why = action === 'close' ? '款项已结清' : '其他疑点撤销，本疑点的款项重新待追';
      const event: NewEvent = { findingId: id, action, before: stored.one.state, after, by: SYSTEM, why, at: this.#at, detail: null };
      const one = advance(stored.one, { ...event, serial: 0 });
      this.#cases.set(id, { ...stored, one, dueDay: this.#rules.due(after, this.#at) });
      events.push(event);
    }
    if (events.length === 0) return;
    const serials = await writer.append(events);
    events.forEach((event, i) => {
      order.set(event.findingId, serials[i] as number);
    });
    await writer.save(events.flatMap((event) => this.#cases.get(event.findingId) ?? []));
  }

  /** What the step says about the rule: a finding that became a claim was right, one dismissed for a reason of its own was not. */
  #verdict(event: NewEvent & { serial: number }) {
    const stored = this.#cases.get(event.findingId) as StoredCase;
    const cause = event.detail?.cause;
    const overturned = event.action === 'dismiss' && cause !== 'smallSum' && cause !== 'withdrawn';
    const upheld = event.after === 'confirmed' && event.before !== 'confirmed';
    if (!overturned && !upheld) return [];
    const { version, edition } = stored.finding;
    return [
      {
        findingId: event.findingId,
        version,
        ruleId: stored.ruleId,
        edition,
        verdict: upheld ? ('upheld' as const) : ('overturned' as const),
        by: event.by,
        why: event.why,
        at: event.at,
      },
    ];
  }
}

const CHUNK = 500;

/** Silence is consent: what is overdue in the states where the table knows a lapse. How many moved. */
export async function lapseOverdue(book: CaseBook, rules: LifeRules, at: Instant, today: Day): Promise<number> {
  if (!rules.silenceConsents) return 0;
  let moved = 0;
  for (;;) {
    const findingIds = await book.overdue(['feedback', 'reAppeal'], today, CHUNK);
    if (findingIds.length === 0) return moved;
    const act = { by: SYSTEM, why: '期限届满未答复，视同认可', at };
    const { done } = await takeFindingSteps(book, rules, { findingIds, action: 'lapse', act });
    moved += done.length;
    if (done.length === 0) return moved;
  }
}

/** Findings without a case get one; cases whose finding changed or is gone are told, and their money is put right. How many. */
export async function followFindings(book: CaseBook, rules: LifeRules, at: Instant): Promise<{ opened: number; changed: number }> {
  const opened = await book.open(at);
  let changed = 0;
  for (;;) {
    const ids = await book.changed(CHUNK);
    if (ids.length === 0) return { opened, changed };
    const moved = await book.change(ids, async (writer, cases) => {
      const work = new Work(rules, at);
      for (const stored of cases) reviseOne(work, stored, at);
      await work.finish(writer);
      return work.cases(ids).length;
    });
    changed += moved;
    if (moved === 0) return { opened, changed };
  }
}

function reviseOne(work: Work, stored: StoredCase, at: Instant): void {
  const { one, finding } = stored;
  const { version, evidenceHash, grossFen, fundFen } = finding;
  if (finding.pursued === (one.cause !== 'withdrawn') && (!finding.pursued || evidenceHash === one.evidenceHash)) return;
  if (!finding.pursued) work.take(stored, 'withdraw', { by: SYSTEM, why: '再次审核不再成立', at }, { version, cause: 'withdrawn' });
  else
    work.take(
      stored,
      'revise',
      { by: SYSTEM, why: one.cause === 'withdrawn' ? '再次审核又成立' : '证据已变更', at },
      { version, evidenceHash, grossFen, foundFundFen: fundFen },
    );
}
