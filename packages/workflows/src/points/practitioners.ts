/** 登记备案 and 服务承诺: who is registered, the commitment signed, an ended right registered anew. */
import { type Day, dayOf, type Instant, type Outcome, type RegisteredPractitioner, stoppedPeriods } from '@hengjian/domain';
import type { JournalStep } from '../journal/ports.ts';
import type { PointPorts } from './ports.ts';
import { pointIssue } from './propose-points.ts';

interface Act {
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
}

const stepOf = (practitionerNo: string, action: string, { by, why, at }: Act, detail: Record<string, unknown> = {}): JournalStep => ({
  noun: 'practitioner',
  subjectId: practitionerNo,
  action,
  before: null,
  after: null,
  by,
  why,
  at,
  detail,
  rows: [{ table: 'practitioner_registration', key: practitionerNo }],
});

/** Registers people; those registered already stay as they are. How many are new. */
export const registerPractitioners = (
  { book }: PointPorts,
  people: readonly Omit<RegisteredPractitioner, 'registeredOn' | 'returnedOn'>[],
  act: Act,
): Promise<number> =>
  book.register(
    people.map((one) => ({ ...one, registeredOn: dayOf(act.at), returnedOn: [] })),
    people.map((one) => stepOf(one.practitionerNo, 'register', act, { providerNos: one.providerNos })),
  );

/** The commitment was signed on a day. */
export const commitPractitioner = (ports: PointPorts, practitionerNo: string, committedOn: Day, act: Act): Promise<Outcome<null>> =>
  changed(ports, practitionerNo, (person) => ({
    ok: true,
    value: { person: { ...person, committedOn }, step: stepOf(practitionerNo, 'commit', act, { committedOn }) },
    issues: [],
  }));

/** Registers an ended right anew, once the months without registration are over. */
export const returnPractitioner = (ports: PointPorts, practitionerNo: string, act: Act): Promise<Outcome<null>> =>
  changed(ports, practitionerNo, (person, ended) => {
    const today = dayOf(act.at);
    if (!ended) return { ok: false, issues: [pointIssue('not-ended')] };
    if (today < (ended.returnFrom ?? today)) return { ok: false, issues: [pointIssue('too-soon', { from: ended.returnFrom })] };
    const next = { ...person, returnedOn: [...person.returnedOn, today] };
    return { ok: true, value: { person: next, step: stepOf(practitionerNo, 'return', act) }, issues: [] };
  });

async function changed(
  { book, rules }: PointPorts,
  practitionerNo: string,
  work: (
    person: RegisteredPractitioner,
    ended: { returnFrom: Day | null } | undefined,
  ) => Outcome<{ person: RegisteredPractitioner; step: JournalStep }>,
): Promise<Outcome<null>> {
  let outcome: Outcome<null> = { ok: false, issues: [pointIssue('no-practitioner', { id: practitionerNo })] };
  await book.change(practitionerNo, async ({ person, records }) => {
    const last = stoppedPeriods(records, rules.standing, person.returnedOn).at(-1);
    const done = work(person, last?.state === 'ended' && last.to === null ? last : undefined);
    outcome = done.ok ? { ok: true, value: null, issues: [] } : done;
    if (!done.ok) return undefined;
    const next = done.value.person;
    return { person: next, stopped: stoppedPeriods(records, rules.standing, next.returnedOn), steps: [done.value.step] };
  });
  return outcome;
}
