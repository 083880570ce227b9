/** Ratings are worked out from the records, made public, objected to, repaired; nothing follows by itself. */
import {
  type CreditAction,
  type CreditRating,
  type CreditValues,
  calendarDate,
  creditGuards,
  creditStepOf,
  type Day,
  dayOf,
  type Instant,
  type Issue,
  type Outcome,
  rateCredit,
  repairedOf,
  schemesOn,
} from '@hengjian/domain';
import type { JournalStep } from '../journal/ports.ts';
import type { CreditPorts } from './ports.ts';

export interface RatingWish {
  readonly schemeId: string;
  readonly from: Day;
  readonly to: Day;
  /** What was known then; now where absent. */
  readonly asOf?: Instant | undefined;
  /** Only these; all with records where absent. */
  readonly providerNos?: readonly string[] | undefined;
  readonly by: string;
  readonly at: Instant;
}

const issue = (code: string, facts: Record<string, unknown> = {}): Issue => ({ code: `credit.${code}`, severity: 'error', facts });
const no = (code: string, facts: Record<string, unknown> = {}): Outcome<never> => ({ ok: false, issues: [issue(code, facts)] });

const stepFor = (
  one: CreditRating,
  action: string,
  before: string | null,
  act: { by: string; why: string | null; at: Instant },
): JournalStep => ({
  noun: 'credit',
  subjectId: one.ratingId,
  action,
  before,
  after: one.state,
  ...act,
  detail: { providerNo: one.providerNo, score: one.result.score, grade: one.result.grade },
  rows: [{ table: 'credit_rating/2', key: one.ratingId }],
});

export interface RatedInstitution {
  readonly providerNo: string;
  readonly values: CreditValues;
  readonly result: ReturnType<typeof rateCredit>;
}

/** The scheme as it is in force on the last day of a period. */
const schemeFor = async (book: CreditPorts['book'], schemeId: string, to: Day) =>
  schemesOn(await book.schemeVersions(), to).find((one) => one.schemeId === schemeId);

/** What a scheme says of every institution of a period, as known at an instant; keeps nothing. */
async function previewRatings({ book }: CreditPorts, wish: RatingWish): Promise<Outcome<readonly RatedInstitution[]>> {
  const scheme = await schemeFor(book, wish.schemeId, wish.to);
  if (!scheme) return no('no-scheme', { id: wish.schemeId });
  if (wish.from > wish.to || wish.to > dayOf(wish.at)) return no('period');
  const values = await book.values(scheme, wish.from, wish.to, wish.asOf ?? wish.at);
  const chosen = [...values].filter(([providerNo]) => wish.providerNos?.includes(providerNo) ?? true);
  const value = chosen.map(([providerNo, own]) => ({ providerNo, values: own, result: rateCredit(scheme, own) }));
  return { ok: true, value: value.sort((a, b) => a.result.score - b.result.score || (a.providerNo < b.providerNo ? -1 : 1)), issues: [] };
}

/** Keeps them as ratings to be decided on; how many are new. */
export async function rateInstitutions(ports: CreditPorts, wish: RatingWish): Promise<Outcome<{ added: number; known: number }>> {
  const preview = await previewRatings(ports, wish);
  if (!preview.ok) return preview;
  const scheme = await schemeFor(ports.book, wish.schemeId, wish.to);
  if (!scheme) return no('no-scheme', { id: wish.schemeId });
  const ratings: CreditRating[] = [];
  for (const { providerNo, values, result } of preview.value)
    ratings.push({
      ratingId: await ports.book.nextId(calendarDate(wish.to).year),
      providerNo,
      from: wish.from,
      to: wish.to,
      asOf: wish.asOf ?? wish.at,
      scheme,
      values,
      result,
      state: 'draft',
      madeBy: wish.by,
      publishedOn: null,
      dueDay: null,
      objection: null,
      effectiveOn: null,
      repairs: [],
    });
  const act = { by: wish.by, why: null, at: wish.at };
  const added = await ports.book.add(
    ratings,
    ratings.map((one) => stepFor(one, 'rate', null, act)),
  );
  return { ok: true, value: { added, known: ratings.length - added }, issues: [] };
}

export interface CreditStepWish {
  readonly ratingId: string;
  readonly action: CreditAction;
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
  /** Of a repair. */
  readonly points?: number | undefined;
}

/** Takes the step, or says why not. */
export async function takeCreditStep(ports: CreditPorts, wish: CreditStepWish): Promise<Outcome<CreditRating>> {
  let outcome: Outcome<CreditRating> = no('unknown', { id: wish.ratingId });
  const { action, by, why, at } = wish;
  if (why.trim() === '') return no('why');
  await ports.book.change(wish.ratingId, async (one) => {
    const step = creditStepOf(one.state, action);
    if (!step) {
      outcome = no('no-step', { state: one.state, action });
      return undefined;
    }
    const facts = { by, today: dayOf(at), points: wish.points };
    const failing = step.needs.filter((need) => !creditGuards[need](one, facts));
    if (failing.length > 0) {
      outcome = { ok: false, issues: failing.map((condition) => issue('condition', { condition })) };
      return undefined;
    }
    const rating: CreditRating = { ...one, state: step.to, ...(await writtenBy(ports, one, wish)) };
    outcome = { ok: true, value: rating, issues: [] };
    return { rating, step: stepFor(rating, action, one.state, { by, why, at }) };
  });
  return outcome;
}

async function writtenBy(
  { book, due }: CreditPorts,
  one: CreditRating,
  { action, at, why, points }: CreditStepWish,
): Promise<Partial<CreditRating>> {
  const today = dayOf(at);
  switch (action) {
    case 'publish':
      return { publishedOn: today, dueDay: due('public', today) };
    case 'object':
    case 'appeal':
      return { objection: why.trim(), dueDay: due('answer', today) };
    case 'maintain':
      return { effectiveOn: today, dueDay: null };
    case 'lapse':
      return { effectiveOn: (one.dueDay ?? today) + 1, dueDay: null };
    case 'redo': {
      const values = (await book.values(one.scheme, one.from, one.to, at)).get(one.providerNo) ?? (one.scheme.subject ? {} : one.values);
      return { effectiveOn: today, dueDay: null, asOf: at, values, result: rateCredit(one.scheme, values, repairedOf(one)) };
    }
    case 'repair': {
      const repairs = [...one.repairs, { on: today, points: points as number, why: why.trim() }];
      return { repairs, result: rateCredit(one.scheme, one.values, repairedOf({ repairs })) };
    }
    case 'drop':
      return { dueDay: null };
  }
}

/** Public ones whose term is over without objection take effect. How many. */
export async function takeDueCreditSteps(ports: CreditPorts, at: Instant): Promise<number> {
  let done = 0;
  for (const ratingId of await ports.book.lapsed(dayOf(at)))
    if ((await takeCreditStep(ports, { ratingId, action: 'lapse', by: '系统', why: '公示期满未提出异议', at })).ok) done++;
  return done;
}
