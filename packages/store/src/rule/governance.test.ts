// The life of editions in a real embedded PostgreSQL: from a draft to live, followed, retired; and everything that must be refused.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rules } from '@hengjian/catalog';
import { ruleCases } from '@hengjian/catalog/cases.gen.ts';
import { dayOfDate, type Outcome } from '@hengjian/domain';
import type { RuleTree } from '@hengjian/language';
import {
  type CaseFile,
  changeParameters,
  draftRule,
  editDraft,
  liveRulesOf,
  makeLive,
  pointsOfRule,
  type RulePorts,
  retireEdition,
  reviewEdition,
  startShadow,
  submitDraft,
} from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Home, openHome } from '../home.ts';
import { openCaseEngine } from './case-readers.ts';
import { editionBookOf } from './edition-book.ts';

let home: Home;
let folder: string;
let ports: RulePorts;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hengjian-rule-'));
  home = await openHome(folder);
  const shippedCases = (id: string) => (ruleCases[id] ? (JSON.parse(ruleCases[id]) as CaseFile) : undefined);
  ports = { book: editionBookOf(home.db), openEngine: openCaseEngine, shippedCases };
});
afterAll(async () => {
  await home.close();
  rmSync(folder, { recursive: true, force: true });
});

let clock = 1_700_000_000;
const act = (by: string, why = '试点') => ({ by, why, at: ++clock });
const codes = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.issues.map((issue) => issue.code));

const shipped = rules['split-stay'] as RuleTree;
/** A rule of the bureau's own, cut from the shipped one. */
const own: RuleTree = {
  ...shipped,
  id: 'local-readmission',
  code: 'NC-七日内再入院',
  title: { zh: '七日内再入院', en: 'Readmission within seven days' },
  category: '本局规则',
  parameters: { ...shipped.parameters, maxGapDays: { ...shipped.parameters.maxGapDays, standard: 7, minimum: 1, maximum: 60 } as never },
};
const stay = (begunAt: string, endedAt: string) => ({ mainDiagnosis: 'I20.000', begunAt, endedAt, dischargeWay: '1', total: '1000.00' });
const cases: CaseFile = {
  cases: [
    {
      name: '第八天',
      kind: 'clean',
      encounters: { E1: stay('2025-03-01 08:00', '2025-03-10 10:00'), E2: stay('2025-03-18 08:00', '2025-03-20 10:00') },
      expect: { clear: 2 },
    },
    {
      name: '第七天',
      kind: 'violating',
      encounters: { E1: stay('2025-03-01 08:00', '2025-03-10 10:00'), E2: stay('2025-03-17 08:00', '2025-03-20 10:00') },
      expect: { hits: [{ encounters: ['E2'], amount: '1000.00' }], clear: 1 },
    },
  ],
};

async function toShadow(ruleId: string, edition: number): Promise<void> {
  expect(codes(await submitDraft(ports, ruleId, edition, act('甲')))).toBe('ok');
  for (const [by, kind] of [
    ['乙', 'policy'],
    ['丙', 'clinical'],
    ['丁', 'technical'],
  ] as const)
    expect(codes(await reviewEdition(ports, ruleId, edition, { kind, verdict: 'approve' }, act(by)))).toBe('ok');
  expect(codes(await startShadow(ports, ruleId, edition, act('甲')))).toBe('ok');
}
/** A trial is another verb; here only its mark. */
const mark = (ruleId: string, edition: number) =>
  ports.book.change(ruleId, (writer) =>
    writer.append({ ...act('甲'), edition, action: 'trial', stateBefore: 'shadow', stateAfter: 'shadow', detail: null }),
  );

test('the first look loads every shipped rule as live edition 1, with its event', async () => {
  const all = await ports.book.all();
  expect(all.filter((e) => e.state === 'live' && e.edition === 1 && e.origin === 'shipped').length).toBe(Object.keys(rules).length);
  expect((await ports.book.events('split-stay')).map((e) => [e.action, e.stateAfter, e.by])).toEqual([['load', 'live', '系统']]);
});

describe("a rule of the bureau's own", () => {
  test('what is no tree, names nobody, or gives no reason is refused and leaves nothing', async () => {
    expect(codes(await draftRule(ports, { ...act('甲'), tree: { id: 'x' } }))).toEqual(['rule.notATree']);
    expect(codes(await draftRule(ports, { ...act(' '), tree: own }))).toEqual(['rule.noName']);
    expect(codes(await draftRule(ports, { ...act('甲', ''), tree: own }))).toEqual(['rule.noReason']);
    expect(await ports.book.editions(own.id)).toEqual([]);
  });

  test('a draft with faults is kept and says them; it cannot be submitted', async () => {
    const faulty = {
      ...own,
      where: {
        op: 'eq',
        args: [
          { op: 'field', name: 'nowhere' },
          { op: 'literal', value: 'x' },
        ],
      },
    };
    const kept = await draftRule(ports, { ...act('甲'), tree: faulty, cases });
    expect(kept).toMatchObject({ ok: true, value: { edition: 1 } });
    expect(kept.ok && kept.value.problems.map((issue) => issue.code)).toEqual(['rule.check.noField']);
    expect(codes(await submitDraft(ports, own.id, 1, act('甲')))).toEqual(['rule.check.noField']);
    expect(codes(await draftRule(ports, { ...act('甲'), tree: own }))).toEqual(['rule.draftExists']);
  });

  test('without a violating case, or with a case that does not hold, it stays a draft', async () => {
    await editDraft(ports, { ...act('甲'), tree: own, cases: { cases: cases.cases.slice(0, 1) } });
    expect(codes(await submitDraft(ports, own.id, 1, act('甲')))).toEqual(['rule.noCases']);
    const wrong = { cases: [...cases.cases, { ...(cases.cases[1] as CaseFile['cases'][number]), name: '错', expect: { clear: 2 } }] };
    await editDraft(ports, { ...act('甲'), tree: own, cases: wrong });
    const refused = await submitDraft(ports, own.id, 1, act('甲'));
    expect(codes(refused)).toContain('rule.caseFails');
    expect((await ports.book.editions(own.id))[0]?.state).toBe('draft');
    expect(codes(await editDraft(ports, { ...act('戊'), tree: own, cases }))).toBe('ok');
  });

  test('three reviews by three persons who did not write it; a return voids them', async () => {
    expect(codes(await submitDraft(ports, own.id, 1, act('甲')))).toBe('ok');
    const give = (by: string, kind: string, verdict: 'approve' | 'return' = 'approve') =>
      reviewEdition(ports, own.id, 1, { kind, verdict }, act(by, '同意')).then(codes);
    expect(await give('甲', 'policy')).toEqual(['rule.reviewerDrafted']);
    expect(await give('戊', 'policy')).toEqual(['rule.reviewerDrafted']);
    expect(await give('乙', 'legal')).toEqual(['rule.badKind']);
    expect(await give('乙', 'policy')).toBe('ok');
    expect(await give('丙', 'policy')).toEqual(['rule.reviewGiven']);
    expect(await give('乙', 'clinical')).toEqual(['rule.reviewerTwice']);
    expect(codes(await startShadow(ports, own.id, 1, act('甲')))).toEqual(['rule.reviewsMissing']);
    expect(await give('丙', 'clinical', 'return')).toBe('ok');
    expect((await ports.book.editions(own.id))[0]?.state).toBe('draft');
    expect(codes(await startShadow(ports, own.id, 1, act('甲')))).toEqual(['rule.noStep']);
    await toShadow(own.id, 1);
  });

  test('it goes live only when tried, and then cannot be edited, by nobody', async () => {
    const from = dayOfDate(2025, 7, 1);
    expect(codes(await makeLive(ports, own.id, 1, { from }, act('甲')))).toEqual(['rule.notTried']);
    await mark(own.id, 1);
    expect(codes(await makeLive(ports, own.id, 1, { from, to: from - 1 }, act('甲')))).toEqual(['rule.badPeriod']);
    expect(codes(await makeLive(ports, own.id, 1, { from }, act('甲')))).toBe('ok');
    expect(codes(await editDraft(ports, { ...act('甲'), tree: own, edition: 1 }))).toEqual(['rule.noStep']);
    await expect(sql`update rule_edition set tree = '{}' where rule_id = ${own.id} and edition = 1`.execute(home.db)).rejects.toThrow(
      /cannot be edited/,
    );
    await expect(sql`delete from rule_parameter where rule_id = ${own.id}`.execute(home.db)).rejects.toThrow(/cannot change/);
    await expect(sql`delete from rule_event where rule_id = ${own.id}`.execute(home.db)).rejects.toThrow(/append-only/);
  });

  test('other parameters are another edition; the live one ends the day before and judges earlier days', async () => {
    const rows = [{ name: 'maxGapDays', region: '*', from: null, to: null, value: 10 }];
    expect(codes(await changeParameters(ports, own.id, [{ ...rows[0], name: 'gap' } as never], act('甲')))).toEqual([
      'rule.unknownParameter',
    ]);
    expect(codes(await changeParameters(ports, own.id, [{ ...rows[0], value: 'x' } as never], act('甲')))).toEqual(['rule.badParameter']);
    expect(codes(await changeParameters(ports, own.id, [{ ...rows[0], value: 61 } as never], act('甲')))).toEqual(['rule.parameterRange']);
    expect(codes(await changeParameters(ports, own.id, [{ ...rows[0], value: 7 } as never], act('甲')))).toEqual(['rule.nothingChanged']);
    expect(await changeParameters(ports, own.id, rows, act('甲', '统一为十天'))).toMatchObject({
      ok: true,
      // seven days are part of the fifteen that the shipped rule asks: worth a look, no fault
      value: { edition: 2, problems: [{ code: 'rule.check.containedIn', severity: 'warning', facts: { rule: 'split-stay' } }] },
    });
    const tenDays = { parameters: { maxGapDays: 7 }, ...cases };
    await editDraft(ports, { ...act('甲'), tree: own, cases: tenDays, parameters: [...rows, plannedRow()] });
    await toShadow(own.id, 2);
    await mark(own.id, 2);
    const [first, second] = [dayOfDate(2025, 7, 1), dayOfDate(2026, 1, 1)];
    expect(codes(await makeLive(ports, own.id, 2, { from: null }, act('甲')))).toEqual(['rule.twoLive']);
    expect(codes(await makeLive(ports, own.id, 2, { from: first }, act('甲')))).toEqual(['rule.twoLive']);
    expect(codes(await makeLive(ports, own.id, 2, { from: second }, act('甲')))).toBe('ok');
    const editions = (await ports.book.editions(own.id)).map(({ edition, state, from, to }) => ({ edition, state, from, to }));
    expect(editions).toEqual([
      { edition: 2, state: 'live', from: second, to: null },
      { edition: 1, state: 'live', from: first, to: second - 1 },
    ]);
    await expect(sql`update rule_edition set from_day = null where rule_id = ${own.id} and edition = 2`.execute(home.db)).rejects.toThrow(
      /two live editions/,
    );
    const gapOn = (day: number) =>
      liveRulesOf(editionsNow, '*')
        .flatMap((live) => pointsOfRule(live, [], 0))
        .filter((p) => p.from <= day && day <= p.to)
        .map((p) => p.params.maxGapDays);
    const editionsNow = await ports.book.editions(own.id);
    expect([gapOn(first - 1), gapOn(first), gapOn(second - 1), gapOn(second)]).toEqual([[], [7], [7], [10]]);
  });

  const plannedRow = () => ({ name: 'plannedDiagnoses', region: '*', from: null, to: null, value: ['Z51', 'Z49'] });

  test('what was retired says nothing any more, and the whole way stands in events', async () => {
    expect(codes(await retireEdition(ports, own.id, 1, act('甲', '不再需要')))).toBe('ok');
    expect(liveRulesOf(await ports.book.editions(own.id), '*').map((live) => live.edition)).toEqual([2]);
    expect(codes(await retireEdition(ports, own.id, 1, act('甲')))).toEqual(['rule.noStep']);
    const events = await ports.book.events(own.id);
    const path = events.filter((e) => e.edition === 1).map((e) => e.action);
    expect(path).toEqual(
      'draft edit edit edit submit approve return submit approve approve approve startShadow trial makeLive follow retire'.split(' '),
    );
    for (const [i, event] of events.entries()) {
      const before = events.slice(0, i).findLast((e) => e.edition === event.edition);
      expect([event.by === '', event.why === '', event.stateBefore]).toEqual([false, false, before?.stateAfter ?? null]);
    }
    const edit = events.find((e) => e.action === 'edit');
    expect(edit?.detail?.before?.tree.where).not.toEqual(edit?.detail?.after?.tree.where);
  });
});

describe('a region of its own', () => {
  test('judges its dates there with its edition; elsewhere and otherwise everywhere’s edition does', async () => {
    const id = 'frequent-stays';
    const [live] = await ports.book.editions(id);
    expect(await draftRule(ports, { ...act('甲'), tree: live?.tree })).toMatchObject({ ok: true, value: { edition: 2, problems: [] } });
    await toShadow(id, 2);
    await mark(id, 2);
    const [from, to] = [dayOfDate(2025, 1, 1), dayOfDate(2025, 12, 31)];
    expect(codes(await makeLive(ports, id, 2, { region: '610100', from, to }, act('甲')))).toBe('ok');
    const editions = await ports.book.editions(id);
    expect(liveRulesOf(editions, '*').map((e) => [e.edition, e.inForce])).toEqual([[1, undefined]]);
    expect(liveRulesOf(editions, '610100').map((e) => [e.edition, e.inForce])).toEqual([
      [
        1,
        [
          { from: null, to: from - 1 },
          { from: to + 1, to: null },
        ],
      ],
      [2, [{ from, to }]],
    ]);
  });
});

describe('a newer release whose rule reads otherwise', () => {
  /** As if an older release had loaded another tree: only a hand at the database can do this. */
  const older = async (ruleId: string) => {
    await sql`alter table rule_edition disable trigger guard_rule_edition`.execute(home.db);
    await sql`update rule_edition set tree = jsonb_set(tree, '{category}', '"旧"') where rule_id = ${ruleId} and origin = 'shipped'`.execute(
      home.db,
    );
    await sql`alter table rule_edition enable trigger guard_rule_edition`.execute(home.db);
  };
  const afterRestart = async (ruleId: string) => {
    const again = await openHome(folder);
    try {
      return (await editionBookOf(again.db).editions(ruleId)).map(({ edition, origin, state }) => [edition, origin, state]);
    } finally {
      await again.close();
    }
  };

  test('is live at once where the shipped one is in use; the old one retires', async () => {
    await older('drug-sex');
    expect(await afterRestart('drug-sex')).toEqual([
      [2, 'shipped', 'live'],
      [1, 'shipped', 'retired'],
    ]);
    const events = await ports.book.events('drug-sex');
    expect(events.map((e) => [e.edition, e.action])).toEqual([
      [1, 'load'],
      [1, 'retire'],
      [2, 'load'],
    ]);
    // nothing more happens when it is opened once more
    expect((await afterRestart('drug-sex')).length).toBe(2);
  });

  test('is a draft where the bureau has its own in use', async () => {
    await older('frequent-stays'); // edition 2 of the bureau is live in one region
    expect(await afterRestart('frequent-stays')).toEqual([
      [3, 'shipped', 'draft'],
      [2, 'bureau', 'live'],
      [1, 'shipped', 'live'],
    ]);
  });
});
