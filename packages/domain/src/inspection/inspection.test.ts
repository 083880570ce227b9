// Inspections: a draw that can be made again, teams of two, keeping away, problems, money returned, rectification.
import { describe, expect, test } from 'vitest';
import { bureauParameters } from '../bureau-parameters.ts';
import { nextOf } from '../matter/life.ts';
import { dayOfDate, SECONDS_PER_DAY } from '../time.ts';
import { workingCalendarOf } from '../working-days.ts';
import { drawInstitutions, drawTeams, type FrameUnit, type Officer, placesOf } from './draw.ts';
import {
  type Inspection,
  type InspectionAction,
  inspectionActions,
  inspectionLife,
  inspectionStates,
  inspectionSteps,
  newInspection,
  selfReturnedFen,
} from './inspection.ts';
import { frameOf } from './plan.ts';

const unit = (i: number, stratum = '', weight = 1): FrameUnit => ({
  providerNo: `H${i}`,
  name: `医院${i}`,
  kind: 'medical',
  stratum,
  weight,
});
const officer = (i: number, avoids: string[] = []): Officer => ({
  name: `员${i}`,
  certificateNo: `Z${i}`,
  unit: '支队',
  avoids,
  validTo: null,
});
const MONDAY = dayOfDate(2026, 3, 2);

describe('双随机', () => {
  const frame = Array.from({ length: 100 }, (_, i) => unit(i, i < 20 ? '三级' : '一级'));
  test('the same seed draws the same, in whatever order the frame comes; another seed another', () => {
    const drawn = drawInstitutions(frame, 10, 5);
    expect(drawInstitutions([...frame].reverse(), 10, 5)).toEqual(drawn);
    expect(drawInstitutions(frame, 10, 6)).not.toEqual(drawn);
    expect(new Set(drawn.map(({ providerNo }) => providerNo)).size).toBe(10);
    expect(drawn.filter(({ stratum }) => stratum === '三级')).toHaveLength(2);
  });
  test('places: by weight, largest remainder, never more than there are, all places given', () => {
    expect(
      placesOf(
        [
          { size: 20, weight: 20 },
          { size: 80, weight: 80 },
        ],
        10,
      ),
    ).toEqual([2, 8]);
    // the few of three-fold weight: 60 of 140, 10 × 60 ÷ 140 = 4.29, 5.71
    expect(
      placesOf(
        [
          { size: 20, weight: 60 },
          { size: 80, weight: 80 },
        ],
        10,
      ),
    ).toEqual([4, 6]);
    expect(
      placesOf(
        [
          { size: 1, weight: 100 },
          { size: 9, weight: 9 },
        ],
        5,
      ),
    ).toEqual([1, 4]);
    expect(
      placesOf(
        [
          { size: 2, weight: 2 },
          { size: 2, weight: 2 },
        ],
        9,
      ),
    ).toEqual([2, 2]);
    for (let wanted = 0; wanted <= 30; wanted++) {
      const strata = [
        { size: 3, weight: 9 },
        { size: 20, weight: 5 },
        { size: 7, weight: 70 },
      ];
      expect(placesOf(strata, wanted).reduce((a, b) => a + b, 0)).toBe(wanted);
    }
  });
  test('over many seeds every institution comes as often as its weight says', () => {
    const heavy = Array.from({ length: 10 }, (_, i) => unit(i, '', i === 0 ? 3 : 1));
    const counts = new Map<string, number>();
    const ROUNDS = 6000;
    for (let seed = 0; seed < ROUNDS; seed++) {
      const [one] = drawInstitutions(heavy, 1, seed);
      counts.set(one?.providerNo ?? '', (counts.get(one?.providerNo ?? '') ?? 0) + 1);
    }
    // 3 of 12 and 1 of 12; four standard deviations of a share p of 6000 are 4·√(p(1−p)/6000)
    const share = (no: string) => (counts.get(no) ?? 0) / ROUNDS;
    expect(Math.abs(share('H0') - 3 / 12)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / ROUNDS));
    for (let i = 1; i < 10; i++) expect(Math.abs(share(`H${i}`) - 1 / 12)).toBeLessThan(4 * Math.sqrt(((1 / 12) * (11 / 12)) / ROUNDS));
  });
  test('teams of two different officers, nobody where he keeps away, the work evenly shared', () => {
    const officers = [officer(1, ['H0']), officer(2), officer(3), officer(4)];
    const teams = drawTeams(frame.slice(0, 10), officers, 2, 9);
    const load = new Map<string, number>();
    for (const { unit: one, team, reserves } of teams) {
      expect(new Set(team.map(({ certificateNo }) => certificateNo)).size).toBe(2);
      expect(team.concat(reserves).some(({ avoids }) => avoids.includes(one.providerNo))).toBe(false);
      for (const { name } of team) load.set(name, (load.get(name) ?? 0) + 1);
    }
    expect([...load.values()].every((n) => n === 5)).toBe(true);
  });
  test('credit grades weigh as often as their scheme proposes to inspect, where the plan does not say', () => {
    const unit = (providerNo: string) => ({ providerNo, name: providerNo, kind: 'medical' as const });
    const world = {
      institutions: ['H1', 'H2', 'H3'].map(unit),
      strata: { none: {}, kind: {}, level: {}, grade: { H1: 'A+', H2: 'D' } },
      gradeWeights: { 'A+': 0.5, D: 4 },
      roster: [],
      freshSeed: 1,
      openInspections: 0,
      teamLeast: 2,
    };
    const weights = (given: Record<string, number>) =>
      frameOf({ providerKind: null, stratify: 'grade', weights: given }, world).map(({ stratum, weight }) => [stratum, weight]);
    expect(weights({})).toEqual([
      ['A+', 0.5],
      ['D', 4],
      ['未定', 1],
    ]);
    expect(weights({ D: 2, 未定: 3 })).toEqual([
      ['A+', 0.5],
      ['D', 2],
      ['未定', 3],
    ]);
  });
});

describe('one inspection', () => {
  const world = {
    region: '*',
    number: (name: keyof typeof bureauParameters) => bureauParameters[name].standard,
    calendar: workingCalendarOf([]),
    teamLeast: 2,
    clueId: 'XS1',
  };
  let one: Inspection;
  const begin = () => {
    one = newInspection({
      matterId: 'JC1',
      planId: 'JH1',
      kind: 'special',
      campaign: null,
      basis: '年度计划',
      providerNo: 'H1',
      providerName: '医院1',
      providerKind: 'medical',
      thirdParty: null,
      team: [officer(1), officer(2)],
      reserves: [officer(3, ['H1']), officer(4)],
      clueIds: [],
      openedOn: MONDAY,
      dueDay: MONDAY + 30,
    });
  };
  const ask = (action: InspectionAction, by: string, given: Record<string, string> = {}) =>
    nextOf(inspectionLife, one, action, { by, at: MONDAY * SECONDS_PER_DAY + 36_000, why: '办理', given, world });
  const take = (action: InspectionAction, by: string, given: Record<string, string> = {}) => {
    const next = ask(action, by, given);
    if (!next.ok) throw new Error(`${action} ${JSON.stringify(next.issues)}`);
    one = next.value;
  };
  const codes = (action: InspectionAction, by: string, given: Record<string, string> = {}) => {
    const next = ask(action, by, given);
    return next.ok ? [] : next.issues.map(({ code }) => code);
  };
  const start = { noticeNo: '检1', place: '门诊楼', present: '医保办', shown: '是' };

  test('who keeps away is replaced by the next who need not; fewer than two is no team', () => {
    begin();
    take('recuse', '科长', { certificateNo: '员1' });
    expect([one.team.map(({ name }) => name), one.recused[0]?.replacedBy]).toEqual([['员4', '员2'], '员4']);
    expect(codes('recuse', '科长', { certificateNo: '员2' })).toEqual(['inspection.noReserve']);
    expect(codes('start', '员1', start)).toEqual(['inspection.notTeam']);
    one = { ...one, team: [officer(2), officer(2)] };
    expect(codes('start', '员2', start)).toEqual(['inspection.twoOfficers']);
    begin();
    expect(codes('start', '员1', { ...start, shown: '否' })).toEqual(['inspection.notShown']);
  });
  test('from the visit to the check: record, problems, money, rectification', () => {
    begin();
    take('start', '员1', start);
    expect(codes('finish', '员1')).toEqual(['inspection.noRecord']);
    take('note', '员2', { text: '查看病区，空床 3 张' });
    take('problem', '员1', { kind: '分解住院、挂床住院', text: '挂床 2 例', amountFen: '3000' });
    take('problem', '员1', { kind: '其他', text: '疑点核实', findingIds: 'F1、F2' });
    take('finish', '员1');
    expect([one.state, one.dueDay]).toEqual(['feedback', dayOfDate(2026, 3, 9)]);
    expect(codes('close', '科长')).toEqual(['inspection.openProblems']);
    expect(codes('selfReturn', '员1', { on: '2026-03-02', amountFen: '100', voucher: 'V', problemNo: '2' })).toEqual([
      'inspection.returnAtFinding',
    ]);
    take('selfReturn', '员1', { on: '2026-03-02', amountFen: '2500.50', voucher: 'V1', problemNo: '1' });
    take('selfReturn', '员1', { on: '2026-03-02', amountFen: '499.50', voucher: 'V2' });
    expect(selfReturnedFen(one)).toBe(300_000);
    take('refer', '员1', { problemNo: '1' });
    expect(codes('refer', '员1', { problemNo: '1' })).toEqual(['inspection.referred']);
    take('order', '科长', { rectification: '完善床位管理', due: '2026-03-20' });
    expect(codes('passCheck', '员1', { text: '已整改' })).toEqual(['inspection.noReport']);
    take('report', '员1', { on: '2026-03-02', text: '已整改' });
    take('failCheck', '员1', { text: '仍有空床', due: '2026-03-27' });
    expect([one.state, one.dueDay, one.report]).toEqual(['rectifying', dayOfDate(2026, 3, 27), null]);
    take('extend', '科长');
    expect(codes('extend', '科长')).toEqual(['inspection.extended']);
    take('report', '员1', { on: '2026-03-02', text: '再次整改' });
    take('passCheck', '员1', { text: '已整改到位' });
    expect([one.state, one.problems.map(({ state }) => state), one.closedOn]).toEqual(['closed', ['rectified', 'rectified'], MONDAY]);
  });
  test('an action that the table does not have in a state is refused, whoever asks', () => {
    for (const state of inspectionStates)
      for (const action of inspectionActions) {
        if (inspectionSteps.some((step) => step.from === state && step.action === action)) continue;
        begin();
        one = { ...one, state };
        expect(codes(action, '员1')).toEqual(['matter.noStep']);
      }
  });
});
