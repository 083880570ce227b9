// The table walked: every state × action, and every condition with what it lets through and what it refuses.
import { describe, expect, test } from 'vitest';
import { parseDay } from '../time.ts';
import { advance, type FindingCase, foldCase, newCase, receivedFen } from './case.ts';
import { failing, type StepScene } from './guards.ts';
import { type FindingState, findingActions, findingActionsOf, findingStates, findingStepOf, findingSteps } from './steps.ts';

const DAY = 86_400;
const at = (text: string, seconds = 12 * 3600) => (parseDay(text) as number) * DAY + seconds;

/** 线上初审 → 机构申诉 → 复审 → 再申诉 → 合议 → 终审 (医保办发〔2023〕14号), then 扣款确认 → 追回; written down by hand. */
const ways: Record<FindingState, string[]> = {
  suspect: ['uphold→feedback', 'dismiss→dismissed', 'declare→recovery'],
  feedback: ['accept→confirmed', 'appeal→secondReview', 'lapse→confirmed'],
  secondReview: ['maintain→reAppeal', 'dismiss→dismissed'],
  reAppeal: ['accept→confirmed', 'appeal→panel', 'lapse→confirmed'],
  panel: ['seat→panel', 'vote→panel', 'conclude→finalReview'],
  finalReview: ['uphold→confirmed', 'dismiss→dismissed'],
  confirmed: ['feedbackAgain→feedback', 'reAppealAgain→reAppeal', 'confirm→recovery'],
  recovery: ['refuse→recovery', 'offset→recovery', 'payBack→recovery', 'writeOff→recovery', 'close→closed', 'giveBack→recovery'],
  closed: ['reopen→recovery', 'giveBack→closed'],
  dismissed: ['reopen→suspect', 'giveBack→dismissed'],
};
const everywhere = ['revise', 'withdraw', 'escalate', 'note'];

test('every state × action is there or is not', () => {
  for (const state of findingStates)
    for (const action of findingActions) {
      const wanted = ways[state].find((way) => way.startsWith(`${action}→`))?.split('→')[1];
      const step = findingStepOf(state, action);
      if (wanted) expect(step?.to, `${state} ${action}`).toBe(wanted);
      else if (everywhere.includes(action))
        expect(step?.to, `${state} ${action}`).toBe(action === 'revise' ? 'suspect' : action === 'withdraw' ? 'dismissed' : state);
      else expect(step, `${state} ${action}`).toBeUndefined();
    }
  expect(findingActionsOf('confirmed')).toEqual(['feedbackAgain', 'reAppealAgain', 'confirm', ...everywhere]);
});

test('only the institution answers, only finance takes money, a dismissal and the last word are people’s', () => {
  const who = (action: string) => [...new Set(findingSteps.filter((s) => s.action === action).map((s) => s.who))];
  expect(who('appeal')).toEqual(['institution']);
  expect(who('accept')).toEqual(['institution']);
  expect(who('offset')).toEqual(['finance']);
  expect(who('writeOff')).toEqual(['head']);
  for (const action of ['lapse', 'feedbackAgain', 'reAppealAgain']) expect(who(action)).toEqual(['system']);
  expect(new Set(who('dismiss'))).toEqual(new Set(['reviewer', 'secondReviewer', 'head']));
});

const born = newCase({ findingId: 'F1', version: 1, evidenceHash: 'e', grossFen: 10_000, foundFundFen: 7_000 }, at('2026-03-02'));
const scene = (one: FindingCase, more: Partial<StepScene>): StepScene => ({
  one,
  action: 'note',
  by: '甲',
  at: at('2026-03-02'),
  detail: null,
  due: null,
  stands: true,
  silenceConsents: true,
  panelSize: 3,
  dueFen: 0,
  lines: ['M1:1', 'M1:2'],
  ...more,
});
const codes = (
  state: FindingState,
  action: Parameters<typeof findingStepOf>[1],
  one: Partial<FindingCase>,
  more: Partial<StepScene> = {},
) => {
  const step = findingStepOf(state, action);
  if (!step) throw new Error('no such step');
  return failing(step, scene({ ...born, state, ...one }, { action, ...more })).map((issue) => issue.code.replace('finding.', ''));
};

describe('guards', () => {
  test('a dismissal says its cause, and `withdrawn` is not a person’s to give', () => {
    expect(codes('suspect', 'dismiss', {})).toEqual(['noCause']);
    expect(codes('suspect', 'dismiss', {}, { detail: { cause: 'withdrawn' } })).toEqual(['noCause']);
    expect(codes('suspect', 'dismiss', {}, { detail: { cause: 'ruleError' } })).toEqual([]);
  });
  test('second reviewer ≠ first, last word by neither', () => {
    expect(codes('secondReview', 'maintain', { firstBy: '甲' })).toEqual(['samePerson']);
    expect(codes('secondReview', 'maintain', { firstBy: '乙' })).toEqual([]);
    expect(codes('secondReview', 'dismiss', { firstBy: '甲' }, { detail: { cause: 'ruleError' } })).toEqual(['samePerson']);
    for (const own of [{ firstBy: '甲' }, { secondBy: '甲' }]) expect(codes('finalReview', 'uphold', own)).toEqual(['samePerson']);
    expect(codes('finalReview', 'uphold', { firstBy: '乙', secondBy: '丙' })).toEqual([]);
  });
  test('an appeal counts until the last second of its last day', () => {
    const due = parseDay('2026-03-16') as number;
    const last = at('2026-03-16', DAY - 1);
    expect(codes('feedback', 'appeal', {}, { due, at: last })).toEqual([]);
    expect(codes('feedback', 'lapse', {}, { due, at: last })).toEqual(['notOverdue']);
    expect(codes('feedback', 'appeal', {}, { due, at: last + 1 })).toEqual(['tooLate']);
    expect(codes('feedback', 'lapse', {}, { due, at: last + 1 })).toEqual([]);
    // where silence is no consent, a late answer still counts
    expect(codes('feedback', 'appeal', {}, { due, at: last + 1, silenceConsents: false })).toEqual([]);
    expect(codes('feedback', 'lapse', {}, { due, at: last + 1, silenceConsents: false })).toEqual(['silenceIsNoConsent']);
    // holidays not published: nobody loses a right by it
    expect(codes('feedback', 'appeal', {}, { due: null, at: last + 1 })).toEqual([]);
    expect(codes('feedback', 'lapse', {}, { due: null, at: last + 1 })).toEqual(['notOverdue']);
  });
  test('a panel is odd, large enough, of different people who did not review', () => {
    const seat = (experts: string[], one: Partial<FindingCase> = {}) => codes('panel', 'seat', one, { detail: { experts } });
    expect(seat(['一', '二', '三'])).toEqual([]);
    expect(seat(['一', '二'])).toEqual(['badPanel']);
    expect(seat(['一', '二', '三', '四'])).toEqual(['badPanel']);
    expect(seat(['一'])).toEqual(['badPanel']);
    expect(seat(['一', '二', '二'])).toEqual(['badPanel']);
    expect(seat(['一', '二', ' '])).toEqual(['badPanel']);
    expect(seat(['一', '二', '三'], { secondBy: '二' })).toEqual(['expertReviewed']);
    expect(seat(['一', '二', '三'], { votes: [{ by: '一', verdict: 'uphold', why: '' }] })).toEqual(['panelVoting']);
  });
  test('each expert votes once, with a verdict; the panel ends with the last vote', () => {
    const experts = ['一', '二', '甲'];
    const one = { experts, votes: [{ by: '一', verdict: 'uphold' as const, why: '' }] };
    expect(codes('panel', 'vote', {}, { detail: { verdict: 'uphold' } })).toEqual(['noPanel']);
    expect(codes('panel', 'vote', one, { by: '丁', detail: { verdict: 'uphold' } })).toEqual(['noSeat']);
    expect(codes('panel', 'vote', one, { by: '一', detail: { verdict: 'uphold' } })).toEqual(['votedAlready']);
    expect(codes('panel', 'vote', one)).toEqual(['noVerdict']);
    expect(codes('panel', 'vote', one, { detail: { verdict: 'dismiss' } })).toEqual([]);
    expect(codes('panel', 'conclude', one)).toEqual(['votesMissing']);
  });
  test('money: not without the fund’s share, not more than is due', () => {
    expect(codes('confirmed', 'confirm', { foundFundFen: null })).toEqual(['fundOpen']);
    expect(codes('confirmed', 'confirm', { foundFundFen: null }, { detail: { fundFen: 10_001 } })).toEqual(['badFund']);
    expect(codes('confirmed', 'confirm', { foundFundFen: null }, { detail: { fundFen: 6_000 } })).toEqual([]);
    expect(codes('recovery', 'offset', {}, { dueFen: 500, detail: { amountFen: 501 } })).toEqual(['overDue']);
    expect(codes('recovery', 'offset', {}, { dueFen: 500, detail: { amountFen: 0 } })).toEqual(['noAmount']);
    expect(codes('recovery', 'offset', {}, { dueFen: 500, detail: { amountFen: 0.5 } })).toEqual(['noAmount']);
    expect(codes('recovery', 'offset', {}, { dueFen: 500, detail: { amountFen: 500 } })).toEqual([]);
    expect(codes('recovery', 'close', {}, { dueFen: 1 })).toEqual(['stillDue']);
    expect(codes('dismissed', 'giveBack', {}, { dueFen: -300, detail: { amountFen: 301 } })).toEqual(['overOwed']);
    expect(codes('closed', 'reopen', {}, { dueFen: 0 })).toEqual(['notDue']);
  });
  test('partial upholding leaves a line, and names lines that are there', () => {
    expect(codes('secondReview', 'maintain', {}, { detail: { dismissedLines: ['M1:1'] } })).toEqual([]);
    expect(codes('secondReview', 'maintain', { dismissedLines: ['M1:2'] }, { detail: { dismissedLines: ['M1:1'] } })).toEqual([
      'nothingLeft',
    ]);
    expect(codes('suspect', 'uphold', {}, { detail: { dismissedLines: ['M9:1'] } })).toEqual(['unknownLine']);
  });
  test('what changed meanwhile is decided by nobody', () => {
    for (const [state, action] of [
      ['suspect', 'uphold'],
      ['feedback', 'accept'],
      ['reAppeal', 'lapse'],
    ] as const)
      expect(codes(state, action, {}, { stands: false, due: 0 })).toEqual(['changedMeanwhile']);
  });
});

test('the case of a past day is the fold of its events until then', () => {
  const event = (serial: number, action: never, before: FindingState, after: FindingState, more = {}) =>
    ({
      serial,
      findingId: 'F1',
      action,
      before,
      after,
      by: `人${serial}`,
      why: '试',
      at: at('2026-03-02') + serial * DAY,
      detail: null,
      ...more,
    }) as const;
  const events = [
    event(1, 'uphold' as never, 'suspect', 'feedback'),
    event(2, 'accept' as never, 'feedback', 'confirmed'),
    event(3, 'confirm' as never, 'confirmed', 'recovery'),
    event(4, 'offset' as never, 'recovery', 'recovery', { detail: { amountFen: 3_000 } }),
    event(5, 'payBack' as never, 'recovery', 'recovery', { detail: { amountFen: 4_000 } }),
    event(6, 'close' as never, 'recovery', 'closed'),
  ];
  const now = foldCase(born, events);
  expect(now).toMatchObject({ state: 'closed', firstBy: '人1', taken: { offsetFen: 3_000, paidBackFen: 4_000 } });
  expect(receivedFen(now)).toBe(7_000);
  expect(foldCase(born, events.slice(0, 4))).toMatchObject({ state: 'recovery', enteredAt: at('2026-03-02') + 3 * DAY });
  // other evidence: judged from the beginning, but what was taken stays known
  const again = advance(
    now,
    event(7, 'revise' as never, 'closed', 'suspect', { detail: { version: 2, evidenceHash: 'e2', grossFen: 5_000, foundFundFen: 3_000 } }),
  );
  expect(again).toMatchObject({ state: 'suspect', firstBy: null, version: 2, grossFen: 5_000, taken: { offsetFen: 3_000 } });
});
