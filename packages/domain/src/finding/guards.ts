/** The conditions of the table of steps. Pure: everything they look at is in the scene. */
import type { Issue } from '../issue.ts';
import { type Day, dayOf, formatDay, type Instant } from '../time.ts';
import { type FindingCase, fundOf, type StepDetail } from './case.ts';
import { type FindingAction, type FindingCondition, type FindingStep, givenCauses } from './steps.ts';

export interface StepScene {
  readonly one: FindingCase;
  readonly action: FindingAction;
  readonly by: string;
  readonly at: Instant;
  readonly detail: StepDetail | null;
  /** Last day of the state; null: none, or holidays not published. */
  readonly due: Day | null;
  /** The finding as it stands: live, pursued, and in the version that the case judges. */
  readonly stands: boolean;
  readonly silenceConsents: boolean;
  readonly panelSize: number;
  /** Fund money still due (positive), or owed back (negative). */
  readonly dueFen: number;
  /** Keys of the lines of the finding, whatever was let go. */
  readonly lines: readonly string[];
}

const issue = (code: string, facts: Record<string, unknown> = {}): Issue[] => [{ code: `finding.${code}`, severity: 'error', facts }];
const none: Issue[] = [];

const reviewers = (one: FindingCase): string[] => [one.firstBy, one.secondBy].filter((name) => name !== null);

const findingGuards: { readonly [condition in FindingCondition]: (scene: StepScene) => Issue[] } = {
  causeGiven: ({ detail }) => (givenCauses.some((cause) => cause === detail?.cause) ? none : issue('noCause')),
  anotherPerson: ({ one, by }) => (reviewers(one).includes(by) ? issue('samePerson', { by, state: one.state }) : none),
  inTime: ({ at, due, silenceConsents }) =>
    silenceConsents && due !== null && dayOf(at) > due ? issue('tooLate', { due: formatDay(due) }) : none,
  silent: ({ at, due, silenceConsents }) =>
    !silenceConsents
      ? issue('silenceIsNoConsent')
      : due === null || dayOf(at) <= due
        ? issue('notOverdue', { due: due === null ? null : formatDay(due) })
        : none,
  oddPanel: ({ one, detail, panelSize }) => {
    const experts = detail?.experts ?? [];
    const distinct = new Set(experts.map((name) => name.trim()).filter(Boolean));
    if (one.votes.length > 0) return issue('panelVoting');
    if (distinct.size !== experts.length || experts.length % 2 === 0 || experts.length < panelSize)
      return issue('badPanel', { count: experts.length, least: panelSize });
    const own = experts.find((name) => reviewers(one).includes(name));
    return own === undefined ? none : issue('expertReviewed', { by: own });
  },
  ownSeat: ({ one, by, detail }) => {
    if (one.experts.length === 0) return issue('noPanel');
    if (!one.experts.includes(by)) return issue('noSeat', { by });
    if (one.votes.some((vote) => vote.by === by)) return issue('votedAlready', { by });
    return detail?.verdict === 'uphold' || detail?.verdict === 'dismiss' ? none : issue('noVerdict');
  },
  allVoted: ({ one }) =>
    one.experts.length > 0 && one.votes.length === one.experts.length
      ? none
      : issue('votesMissing', { count: one.experts.length - one.votes.length }),
  fundKnown: ({ one, detail }) => {
    const fund = detail?.fundFen ?? fundOf(one);
    if (fund === null) return issue('fundOpen');
    return fund < 0 || fund > one.grossFen || !Number.isSafeInteger(fund) ? issue('badFund', { amount: fund, most: one.grossFen }) : none;
  },
  something: ({ one, detail, lines }) => {
    const given = detail?.dismissedLines ?? [];
    const unknown = given.find((key) => !lines.includes(key));
    if (unknown !== undefined) return issue('unknownLine', { line: unknown });
    const gone = new Set([...one.dismissedLines, ...given]);
    return lines.some((key) => !gone.has(key)) ? none : issue('nothingLeft');
  },
  withinDue: ({ detail, dueFen }) => amountIssues(detail, dueFen, 'overDue'),
  nothingDue: ({ dueFen }) => (dueFen === 0 ? none : issue('stillDue', { amount: dueFen })),
  dueAgain: ({ dueFen }) => (dueFen > 0 ? none : issue('notDue')),
  withinOwed: ({ detail, dueFen }) => amountIssues(detail, -dueFen, 'overOwed'),
  stands: ({ stands, one }) => (stands ? none : issue('changedMeanwhile', { version: one.version })),
};

function amountIssues(detail: StepDetail | null, most: number, code: string): Issue[] {
  const amount = detail?.amountFen;
  if (amount === undefined || !Number.isSafeInteger(amount) || amount <= 0) return issue('noAmount');
  return amount > most ? issue(code, { amount, most: Math.max(0, most) }) : none;
}

/** The first condition of a step that does not hold, with its reasons. */
export function failing(step: FindingStep, scene: StepScene): Issue[] {
  for (const need of step.needs) {
    const issues = findingGuards[need](scene);
    if (issues.length > 0) return issues;
  }
  return none;
}
