// Before a rule speaks, and after: trial, shadow, exemptions, decisions, replay, on real embedded stores.
// Three people are readmitted to the same institution for the same kind of diagnosis: after 5 days (P1), 12 days (P2), 20 days (P3).
// The shipped rule asks for at most 15 days: P1 and P2. An edition with 10 days says P1 alone.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rules } from '@hengjian/catalog';
import { type DismissalCause, type FindingAction, parseDay, parseInstant } from '@hengjian/domain';
import type { RuleTree } from '@hengjian/language';
import { findingLifeOf, moveFindings, replayPortsOf, reviewPortsOf, rulePortsOf, trialPortsOf } from '@hengjian/server';
import { claimsImporter, decisionBookOf, exemptionBookOf, type Home, openHome, trialShelfOf } from '@hengjian/store';
import {
  addExemption,
  calibrate,
  changeParameters,
  diffEditions,
  draftRule,
  endExemption,
  importClaims,
  judgeSample,
  keepCalibration,
  makeLive,
  plainSteps,
  proposeValue,
  qualityOf,
  type ReviewReport,
  replay,
  reviewEdition,
  runReview,
  startShadow,
  submitDraft,
  type Trial,
  takeFindingSteps,
  trialEdition,
} from '@hengjian/workflows';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeExtract } from './extract.ts';

const day = (text: string) => parseDay(text) as number;
const year = { from: day('2025-01-01'), to: day('2025-12-31') };
const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-governed-'));
let home: Home;
beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  const stay = (n: number, psn_no: string, begntime: string, endtime: string) => ({
    mdtrt: { mdtrt_id: `M${n}`, psn_no, begntime: `${begntime} 08:00:00`, endtime: `${endtime} 09:00:00`, dscg_way: '1' },
    setl: {
      setl_id: `S${n}`,
      mdtrt_id: `M${n}`,
      psn_no,
      setl_time: `${endtime} 10:00:00`,
      medfee_sumamt: n * 100,
      fund_pay_sumamt: 0,
      clr_way: '1',
    },
    feedetl: { feedetl_sn: '1', mdtrt_id: `M${n}`, setl_id: `S${n}`, fee_ocur_time: `${begntime} 09:00:00`, cnt: n * 10 },
    diag: { mdtrt_id: `M${n}`, diag_code: 'I20.000' },
  });
  const stays = [
    stay(1, 'P1', '2025-03-01', '2025-03-10'),
    stay(2, 'P1', '2025-03-15', '2025-03-20'),
    stay(3, 'P2', '2025-03-01', '2025-03-10'),
    stay(4, 'P2', '2025-03-22', '2025-04-02'),
    stay(5, 'P3', '2025-03-01', '2025-03-10'),
    stay(6, 'P3', '2025-03-30', '2025-04-05'),
  ];
  const folder = writeExtract(path.join(scratch, 'extract'), {
    psn: ['P1', 'P2', 'P3'].map((psn_no) => ({ psn_no })),
    mdtrt: stays.map((s) => s.mdtrt),
    setl: stays.map((s) => s.setl),
    feedetl: stays.map((s) => s.feedetl),
    diag: stays.map((s) => s.diag),
  });
  const done = await importClaims(claimsImporter(home), { folder, acceptRejects: true, progress: () => {} });
  expect(done.issues.filter((i) => i.severity === 'error')).toEqual([]);
});
afterAll(async () => {
  await home.close();
  rmSync(scratch, { recursive: true, force: true });
});

const T0 = parseInstant('2035-01-10 12:00:00') as number;
/** Steps of this test happen later than what the product loads by itself. */
let clock = T0;
const act = (by: string, why = '试点') => ({ by, why, at: ++clock });
const ok = <T>(outcome: { ok: true; value: T } | { ok: false; issues: { code: string; facts: unknown }[] }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
};
const review = async (): Promise<ReviewReport> =>
  ok(await runReview(await reviewPortsOf(home, { threads: 1, memoryLimitMb: 500 }), { period: year, ruleIds: ['split-stay'] }));
const standing = () =>
  home.db
    .selectFrom('finding')
    .select(['findingId', 'encounterNos', 'amountFen', 'evidenceHash', 'exemptedBy'])
    .where('state', '=', 'live')
    .orderBy('amountFen')
    .execute();
const tenDays = [{ name: 'maxGapDays', region: '*', from: null, to: null, value: 10 }];
let first: Awaited<ReturnType<typeof standing>>;
let trial: Trial;

test('what is live says two', async () => {
  await review();
  first = await standing();
  expect(first.map((f) => [f.encounterNos, f.amountFen])).toEqual([
    [['M2'], 20_000],
    [['M4'], 40_000],
  ]);
});

describe('trial', () => {
  test('an edition of ten days says one of them, the other is gone; the live findings do not know of it', async () => {
    expect(ok(await changeParameters(rulePortsOf(home), 'split-stay', tenDays, act('甲', '本地口径十天')))).toMatchObject({
      edition: 2,
      problems: [],
    });
    trial = ok(await trialEdition(await trialPortsOf(home), { ruleId: 'split-stay', edition: 2, period: year, act: act('甲') }));
    expect(trial.summary).toMatchObject({
      findings: 1,
      amountFen: 20_000,
      persons: 1,
      providers: 1,
      byMonth: [{ month: '2025-03', findings: 1, amountFen: 20_000 }],
      byProvider: [{ providerNo: 'H1', findings: 1, amountFen: 20_000 }],
      change: { added: 0, gone: 1, changed: 0, same: 1, addedFen: 0, goneFen: 40_000, changedFen: 0 },
    });
    expect(trial.against).toBe(1);
    expect(await standing()).toEqual(first);
  });

  test('its findings are read by mark, with their evidence, and a sample is drawn again alike', async () => {
    const shelf = trialShelfOf(home);
    const gone = await shelf.findings(trial.trialId, { mark: 'gone' });
    expect(gone.rows.map((f) => [f.records[0]?.encounterNo, f.amountFen, f.edition])).toEqual([['M4', 40_000, 1]]);
    const [once, again] = [await shelf.findings(trial.trialId, { seed: 's' }), await shelf.findings(trial.trialId, { seed: 's' })];
    expect(once).toEqual(again);
    expect(once.total).toBe(2);
    expect(once.rows.every((f) => f.explanationZh.includes('再次入住同一机构'))).toBe(true);
  });

  test('a person judges one of them; what is not in the trial cannot be judged', async () => {
    const shelf = trialShelfOf(home);
    const [row] = (await shelf.findings(trial.trialId, { mark: 'same' })).rows;
    ok(await judgeSample(shelf, trial.trialId, row?.findingId ?? '', 'wrong', act('乙', '病情加重')));
    ok(await judgeSample(shelf, trial.trialId, row?.findingId ?? '', 'right', act('乙', '复看病历')));
    expect((await shelf.judgements(trial.trialId)).map((j) => j.verdict)).toEqual(['right']);
    expect((await judgeSample(shelf, trial.trialId, 'F0', 'right', act('乙'))).ok).toBe(false);
    expect((await judgeSample(shelf, trial.trialId, row?.findingId ?? '', 'maybe', act('乙'))).ok).toBe(false);
  });

  test('overlap: another rule that says the same of the same encounters', async () => {
    const shipped = rules['split-stay'] as RuleTree;
    const own = { ...shipped, id: 'local-readmission', code: 'NC-本局再入院', title: { zh: '本局再入院', en: 'Own' } };
    ok(await draftRule(rulePortsOf(home), { ...act('甲'), tree: own }));
    const tried = ok(await trialEdition(await trialPortsOf(home), { ruleId: own.id, edition: 1, period: year, act: act('甲') }));
    expect(tried.summary).toMatchObject({ findings: 2, change: null });
    expect(tried.summary.overlap).toEqual([{ ruleId: 'split-stay', findings: 2, amountFen: 60_000 }]);
  });

  test('what cannot run is refused before anything runs', async () => {
    const refused = await trialEdition(await trialPortsOf(home), { ruleId: 'split-stay', edition: 7, period: year, act: act('甲') });
    expect(refused).toMatchObject({ ok: false, issues: [{ code: 'rule.unknownEdition' }] });
  });
});

test('diff: the parameter in words, who changed nothing else', async () => {
  const [second, firstEdition] = await rulePortsOf(home).book.editions('split-stay');
  if (!second || !firstEdition) throw new Error('two editions');
  expect(diffEditions(firstEdition, second)).toEqual([
    { kind: 'parameter', place: '参数 出院后多少天内再入院', before: '15天', after: '10天' },
  ]);
  const other = {
    ...second,
    tree: {
      ...second.tree,
      where: {
        op: 'eq',
        args: [
          { op: 'field', name: 'setting' },
          { op: 'literal', value: 'emergency' },
        ],
      },
    },
  };
  const kinds = diffEditions(second, other as typeof second).map((c) => c.kind);
  expect(kinds).toContain('sentence');
  expect(diffEditions(second, second)).toEqual([]);
});

describe('shadow', () => {
  test('runs in the same scan and is compared; nothing of it is said', async () => {
    const ports = rulePortsOf(home);
    // cases run with the tree's standard values: a parameter row of the edition does not change what they ask
    ok(await submitDraft(ports, 'split-stay', 2, act('甲')));
    for (const [by, kind] of [
      ['乙', 'policy'],
      ['丙', 'clinical'],
      ['丁', 'technical'],
    ] as const)
      ok(await reviewEdition(ports, 'split-stay', 2, { kind, verdict: 'approve' }, act(by, '同意')));
    ok(await startShadow(ports, 'split-stay', 2, act('甲')));
    const report = await review();
    expect(report.rules.map((r) => [r.ruleId, r.edition, r.hit])).toEqual([['split-stay', 1, 2]]);
    expect(report.shadow.map((r) => [r.edition, r.against, r.hit, r.change.gone, r.change.same])).toEqual([[2, 1, 1, 1, 1]]);
    expect(report.stored).toMatchObject({ added: 0, changed: 0, unchanged: 2, withdrawn: 0 });
    expect(await standing()).toEqual(first);
    expect(await trialShelfOf(home).shadowRuns('split-stay')).toMatchObject([{ edition: 2, against: 1, narrowed: false }]);
  });
});

describe('exemptions', () => {
  const exempt = async (given: object, why = '病例讨论') =>
    ok(
      await addExemption(
        { exemptions: exemptionBookOf(home.db), book: rulePortsOf(home).book },
        { kind: 'specialCase', title: '特例单议', ruleIds: ['split-stay'], acts: 'finding', codes: ['M2'], from: null, to: null, ...given },
        act('甲', why),
      ),
    );
  const end = async (exemptionId: string, to: number) =>
    ok(await endExemption({ exemptions: exemptionBookOf(home.db) }, exemptionId, to, act('甲', '到期')));

  test('on a finding: said, not pursued, counted; ended before its day it does nothing', async () => {
    const { exemptionId } = await exempt({});
    const report = await review();
    expect(report.rules[0]?.exempted).toEqual({ 'planned-cycle': 0, [`X-${exemptionId}`]: 1 });
    expect((await standing()).map((f) => f.exemptedBy)).toEqual([`X-${exemptionId}`, null]);
    expect(report.stored.money.amountFen).toBe(40_000);
    await end(exemptionId, day('2025-03-14'));
    const after = await review();
    expect(after.rules[0]?.exempted[`X-${exemptionId}`] ?? 0).toBe(0);
    expect((await standing()).map((f) => f.exemptedBy)).toEqual([null, null]);
  });

  test('on the population: takes no part, on the days of its validity only', async () => {
    const { exemptionId } = await exempt({ acts: 'population', codes: ['M2', 'M4'], from: day('2025-03-20'), to: day('2025-03-31') });
    const report = await review();
    // M4 began on 22 March: within; M2 on the 15th: before
    expect(report.rules[0]?.exempted[`X-${exemptionId}`]).toBe(1);
    expect((await standing()).map((f) => f.encounterNos)).toEqual([['M2']]);
    await end(exemptionId, day('2025-03-20'));
    await review();
    expect((await standing()).length).toBe(2);
  });

  test('what fits no rule, names no reason or no encounters is refused', async () => {
    const ports = { exemptions: exemptionBookOf(home.db), book: rulePortsOf(home).book };
    const given = { kind: 'specialCase', title: '特例', ruleIds: ['split-stay'], acts: 'finding', codes: ['M2'], from: null, to: null };
    const codes = async (more: object, why = '理由') => {
      const outcome = await addExemption(ports, { ...given, ...more }, act('甲', why));
      return outcome.ok ? 'ok' : outcome.issues.map((i) => i.code);
    };
    expect(await codes({}, '')).toEqual(['rule.noReason']);
    expect(await codes({ kind: 'love' })).toEqual(['exemption.badKind']);
    expect(await codes({ acts: 'all' })).toEqual(['exemption.badScope']);
    expect(await codes({ codes: [] })).toEqual(['exemption.noEncounters']);
    expect(await codes({ acts: 'link' })).toEqual(['exemption.misfit']);
    expect(await codes({ ruleIds: ['nowhere'] })).toEqual(['rule.unknown']);
    expect(await codes({ from: 10, to: 9 })).toEqual(['rule.badPeriod']);
    const condition = {
      op: 'eq',
      args: [
        { op: 'field', name: 'nowhere' },
        { op: 'literal', value: 1 },
      ],
    };
    expect(await codes({ kind: 'other', condition })).toEqual(['exemption.misfit']);
    expect(await codes({ kind: 'other' })).toEqual(['exemption.noCondition']);
  });
});

test('what became of findings makes the rate of wrong ones', async () => {
  const [one, two] = await standing();
  await moveFindings(home, ++clock);
  const { book, rules: life } = await findingLifeOf(home, clock);
  const step = async (findingId: string | undefined, action: FindingAction, by: string, cause?: DismissalCause) => {
    const request = { findingIds: [findingId ?? ''], action, act: act(by, '认真看过'), ...(cause && { detail: { cause } }) };
    const { done, refused } = await takeFindingSteps(book, life, request);
    expect(refused).toEqual([]);
    expect(done).toHaveLength(1);
  };
  // accepted by the institution, and so right; upheld at first, dismissed at the second look, and so wrong
  await step(one?.findingId, 'uphold', '乙');
  await step(one?.findingId, 'accept', '医保办');
  await step(two?.findingId, 'uphold', '乙');
  await step(two?.findingId, 'appeal', '医保办');
  await step(two?.findingId, 'dismiss', '丙', 'ruleError');
  const quality = qualityOf(await decisionBookOf(home.db).standing(), () => 1, new Map([['split-stay', 1]]));
  expect(quality).toMatchObject([
    { ruleId: 'split-stay', edition: 1, decided: 2, upheld: 1, overturned: 1, falsePositiveRatio: 0.5, toReview: true },
  ]);
});

test('calibration: what each of several thresholds names, beside what was decided and what is known', async () => {
  const ports = { ...(await trialPortsOf(home)), decisions: decisionBookOf(home.db) };
  const truth = [{ rule_id: 'split-stay', subject_id: '', mdtrt_id: 'M2', setl_id: 'S2', feedetl_sns: '' }];
  const request = { ruleId: 'split-stay', parameter: 'maxGapDays', values: [20, 4, 10], period: year, truth };
  const { candidates } = ok(await calibrate(ports, request));
  // readmitted after 5, 12 and 20 days, of 200, 400 and 600 yuan; the first was upheld, the second overturned
  expect(
    candidates.map((c) => [
      c.value,
      c.inForce,
      c.findings,
      c.encounters,
      c.providers,
      c.amountFen,
      c.upheld,
      c.overturned,
      c.truth?.precision,
    ]),
  ).toEqual([
    [4, false, 0, 0, 0, 0, 0, 0, null],
    [10, false, 1, 1, 1, 20_000, 1, 0, 1],
    [15, true, 2, 2, 1, 60_000, 1, 1, 1 / 2],
    [20, false, 3, 3, 1, 120_000, 1, 1, 1 / 3],
  ]);
  expect(candidates.map((c) => c.truth?.recall)).toEqual([0, 1, 1, 1]);
  expect((await calibrate(ports, { ...request, parameter: 'nothing' })).ok).toBe(false);
  expect((await calibrate(ports, { ...request, ruleId: 'nowhere' })).ok).toBe(false);
  expect((await standing()).length).toBe(2);
});

test('a calibration is kept with who and why; a value it tried goes into a draft, and never into force by itself', async () => {
  const ports = { ...(await trialPortsOf(home)), decisions: decisionBookOf(home.db) };
  const asked = { ruleId: 'split-stay', parameter: 'maxGapDays', values: [4, 10, 20], period: year };
  expect((await keepCalibration(ports, { ...asked, act: act('', '') })).ok).toBe(false);
  const kept = ok(await keepCalibration(ports, { ...asked, act: act('甲', '本地口径') }));
  const shelf = trialShelfOf(home);
  expect(await shelf.calibrations('split-stay')).toEqual([kept]);
  expect([kept.standing, kept.edition, kept.distribution]).toEqual([15, 1, null]);
  // beside the fifteen days in force: at ten one is gone, at twenty one is added
  const marks = async (edition: number) =>
    (await shelf.findings(kept.trialId, { edition })).rows.map((f) => `${f.mark} ${f.records[0]?.encounterNo}`).sort();
  expect(await marks(10)).toEqual(['gone M4', 'same M2']);
  expect(await marks(15)).toEqual(['same M2', 'same M4']);
  expect(await marks(20)).toHaveLength(3);
  const [row] = (await shelf.findings(kept.trialId, { edition: 10, mark: 'gone' })).rows;
  ok(await judgeSample(shelf, kept.trialId, row?.findingId ?? '', 'wrong', act('乙', '看过病历')));

  expect((await proposeValue(ports, kept.trialId, 12, act('甲', '没有试过'))).ok).toBe(false);
  const before = await ports.book.editions('split-stay');
  const draft = ok(await proposeValue(ports, kept.trialId, 20, act('甲', '按校准')));
  const after = await ports.book.editions('split-stay');
  const made = after.find((e) => e.edition === draft.edition);
  expect([made?.state, made?.parameters.find((p) => p.name === 'maxGapDays')?.value]).toEqual(['draft', 20]);
  // the draft that was open is changed, or one more is made; what is live is as it was
  expect(after.filter((e) => e.state === 'live')).toEqual(before.filter((e) => e.state === 'live'));
  expect((await standing()).length).toBe(2);
  ok(await plainSteps.retire(ports, 'split-stay', draft.edition, act('甲', '收回')));
});

test('replay: a past day’s editions, exemptions and knowledge find that day’s findings, whatever came later', async () => {
  const ports = rulePortsOf(home);
  ok(await makeLive(ports, 'split-stay', 2, { from: day('2025-03-16') }, act('甲')));
  await review();
  // from 16 March on ten days count: M2 began on the 15th (five days, edition 1), M4 on the 22nd (twelve days, edition 2)
  expect((await standing()).map((f) => f.encounterNos)).toEqual([['M2']]);
  const before = await replay(await replayPortsOf(home, T0), {
    asKnownAt: T0,
    period: year,
    ruleIds: ['split-stay'],
    act: act('甲', '核对'),
  });
  const essence = (list: readonly { findingId: string; amountFen: number; evidenceHash: string }[]) =>
    list
      .map(({ findingId, amountFen, evidenceHash }) => ({ findingId, amountFen, evidenceHash }))
      .sort((a, b) => a.amountFen - b.amountFen);
  expect(essence(ok(before).findings)).toEqual(essence(first));
  const now = ok(
    await replay(await replayPortsOf(home, clock), { asKnownAt: clock, period: year, ruleIds: ['split-stay'], act: act('甲', '核对') }),
  );
  expect(essence(now.findings)).toEqual(essence(await standing()));
  expect((await standing()).length).toBe(1);
});
