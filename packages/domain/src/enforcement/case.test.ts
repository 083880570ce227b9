// Cases: the whole life by its table, hard conditions, the clock, the table of discretion, late fees, what belongs in the file.
import { describe, expect, test } from 'vitest';
import { type Role, roles } from '../account/account.ts';
import { may } from '../account/permissions.ts';
import { bureauParameters } from '../bureau-parameters.ts';
import { actionsOf } from '../case/life.ts';
import type { Outcome } from '../issue.ts';
import { nextOf } from '../matter/life.ts';
import { caseWords } from '../messages/case-words.ts';
import { type Day, dayOfDate, SECONDS_PER_DAY } from '../time.ts';
import { workingCalendarOf } from '../working-days.ts';
import type { EnforcementCase } from './case.ts';
import { caseCauses, caseNameOf } from './causes.ts';
import { caseClock, daysWithin, lateFeeOf } from './clock.ts';
import { exampleDiscretion, proposeDiscretion } from './discretion.ts';
import { fileStanding, missingPapers, paperKinds } from './file.ts';
import { caseLife } from './life.ts';
import { newEnforcementCase } from './new-case.ts';
import { type CaseAction, type CaseState, caseActions, caseStates, caseSteps, endedCaseStates } from './steps.ts';
import type { EnforcementWorld } from './world.ts';

const officer = (name: string, certificateNo: string) => ({ name, certificateNo, unit: '执法支队', avoids: [], validTo: null });
const 甲 = officer('甲', 'Z1');
const 乙 = officer('乙', 'Z2');
const world: EnforcementWorld = {
  region: '*',
  number: (name) => bureauParameters[name].standard,
  calendar: workingCalendarOf([]),
  discretion: exampleDiscretion,
  roster: [甲, 乙],
  takenFen: 0,
  missing: [],
};
const MONDAY = dayOfDate(2026, 3, 2);
const wish = {
  causeCode: 'AY13',
  party: { kind: 'provider', no: 'H1', name: '示例医院', licence: null, address: null, head: null, telephone: null },
  clueId: null,
  inspectionIds: [],
  findingIds: [],
  source: '线索',
  facts: '重复收费',
  lossFen: 20_000_000,
  actEndedOn: dayOfDate(2025, 12, 31),
  discoveredOn: MONDAY,
  harmed: false,
  appliedBy: '甲',
} as const;

/** Walks a case by its table; each step on its day, by whom the table says. */
class Walk {
  one: EnforcementCase = newEnforcementCase('AJ1', wish, MONDAY);
  day: Day = MONDAY;
  scene: EnforcementWorld = world;
  ask(action: CaseAction, by: string, given: Record<string, string> = {}): Outcome<EnforcementCase> {
    return nextOf(caseLife, this.one, action, { by, at: this.day * SECONDS_PER_DAY + 36_000, why: '办理', given, world: this.scene });
  }
  take(action: CaseAction, by: string, given: Record<string, string> = {}): this {
    const next = this.ask(action, by, given);
    if (!next.ok) throw new Error(`${action}: ${JSON.stringify(next.issues)}`);
    this.one = next.value;
    return this;
  }
  refused(action: CaseAction, by: string, given: Record<string, string> = {}): string[] {
    const next = this.ask(action, by, given);
    return next.ok ? [] : next.issues.map(({ code }) => code);
  }
  on(day: Day): this {
    this.day = day;
    return this;
  }
}
const sanction = { outcome: '给予行政处罚', refundFen: '200000', fineFen: '280000' };
const service = (on: string) => ({ on, way: '直接送达', receiver: '院办' });
const reported = () =>
  new Walk()
    .take('approve', '科长', { handlers: '甲、乙', filingNo: '立〔2026〕1号' })
    .take('evidence', '甲', { kind: '书证', title: '收费清单', source: '医院', collectedOn: '2026-03-02' })
    .take('report', '甲', { text: '重复收费属实', circumstances: '主动退回医保基金', ...sanction, fineFen: '220000' });
const noticed = () =>
  reported()
    .take('review', '法制', { opinion: '同意处理意见', text: '同意' })
    .take('notify', '科长', { no: '告〔2026〕1号', ...sanction });

describe('the table', () => {
  test('every state but the ends leads somewhere, every state is reached, every step has its words', () => {
    const reached = new Set(caseSteps.map(({ to }) => to));
    for (const state of caseStates) {
      expect(caseWords.states[state].zh).not.toBe('');
      if (state !== 'applied') expect(reached.has(state), state).toBe(true);
      if (!['archived', 'notFiled'].includes(state)) expect(actionsOf(caseSteps, state), state).not.toEqual([]);
    }
    expect(new Set(caseSteps.map(({ action }) => action))).toEqual(new Set(caseActions));
    expect(actionsOf(caseSteps, 'archived')).toEqual(['overturn']);
  });
  test('every state × action × role: only the rows of the table, and nobody approves who investigates', () => {
    const roleOf = { officer: 'enforcementOfficer', head: 'sectionHead', legal: 'legalReviewer' } as const;
    const account = (role: Role) => ({
      kind: 'account' as const,
      name: role,
      account: {
        accountId: role,
        name: role,
        roles: [role],
        providerNos: ['H1'],
        practitionerNo: null,
        personNo: null,
        verified: null,
        state: 'active' as const,
        mustChange: false,
        createdAt: 0,
      },
    });
    let asked = 0;
    for (const state of caseStates)
      for (const action of caseActions)
        for (const role of roles) {
          const rows = caseSteps.filter((step) => step.from === state && step.action === action);
          expect(rows.length).toBeLessThanOrEqual(1);
          asked += 1;
          expect([state, action, role, may(account(role), `enforcementCase.${action}`, { state }).ok]).toEqual([
            state,
            action,
            role,
            rows.some(({ who }) => roleOf[who] === role),
          ]);
        }
    expect(asked).toBe(caseStates.length * caseActions.length * roles.length);
  });
  test('an action that the table does not have in a state is refused as such, whoever asks', () => {
    for (const state of caseStates)
      for (const action of caseActions) {
        if (caseSteps.some((step) => step.from === state && step.action === action)) continue;
        const walk = new Walk();
        walk.one = { ...walk.one, state: state as CaseState };
        expect(walk.refused(action, '甲')).toEqual(['matter.noStep']);
      }
  });
});

describe('the summary procedure (行政处罚法 第五十一至五十三条)', () => {
  const onSpot = (party: 'provider' | 'person', causeCode: string) => {
    const walk = new Walk();
    const about = { ...wish.party, kind: party };
    walk.one = newEnforcementCase('AJ2', { ...wish, procedure: 'summary', causeCode, party: about, lossFen: 10_000 }, MONDAY);
    return walk;
  };
  const told = { handlers: '甲、乙', no: '当〔2026〕1号', place: '收费处', receiver: '院办', heard: '是', text: '没有公开费用' };
  test('a warning or a small fine, decided by two officers who are there; 3 000 for a unit, 200 for a person', () => {
    const walk = onSpot('provider', 'AY07');
    expect(walk.refused('decideOnSpot', '甲', { ...told, fineFen: '3000.01', mitigation: '轻微' })).toEqual(['case.overSummary']);
    expect(onSpot('person', 'AY28').refused('decideOnSpot', '甲', { ...told, fineFen: '200.01' })).toEqual(['case.overSummary']);
    expect(onSpot('person', 'AY28').refused('decideOnSpot', '甲', { ...told, fineFen: '200' })).toEqual([]); // two times of 100 yuan
    expect(walk.refused('decideOnSpot', '甲', told)).toEqual(['case.nothingOnSpot']);
    expect(walk.refused('decideOnSpot', '甲', { ...told, warning: '是', heard: '否' })).toEqual(['case.heardOnSpot']);
    expect(walk.refused('decideOnSpot', '丙', { ...told, warning: '是' })).toEqual(['case.handler']);
    expect(walk.refused('decideOnSpot', '甲', { ...told, handlers: '甲', warning: '是' })).toEqual(['case.twoOfficers']);
    expect(walk.refused('decideOnSpot', '甲', { ...told, fineFen: '3000' })).toEqual(['case.outsideLaw']); // article 39 begins at 10 000
    expect(new Walk().refused('decideOnSpot', '甲', { ...told, warning: '是' })).toEqual(['case.notSummary']);
  });
  test('in force at once; reported in seven working days; paid, closed, its own few papers', () => {
    const walk = onSpot('provider', 'AY07').take('decideOnSpot', '甲', { ...told, fineFen: '3000', mitigation: '初次且及时改正' });
    // 2 March 2026 is a Monday: seven working days end on Wednesday the 11th, fifteen days on Tuesday the 17th
    expect([walk.one.state, walk.one.dueDay, walk.one.payDue]).toEqual(['served', dayOfDate(2026, 3, 11), dayOfDate(2026, 3, 17)]);
    expect([walk.one.fineFen, walk.one.outcome, walk.one.service?.on]).toEqual([300_000, 'punish', MONDAY]);
    const due = () =>
      fileStanding(walk.one, new Map())
        .filter((paper) => paper.due)
        .map(({ kind }) => kind.id);
    expect(due()).toEqual(['source', 'certificates', 'scene', 'onSpotDecision', 'onSpotReport', 'publication']);
    walk.take('pay', '甲', { kind: '罚款', on: '2026-03-02', amountFen: '3000', voucher: 'V1' });
    expect(walk.refused('execute', '甲')).toEqual(['case.reportFirst']);
    walk.take('reportOnSpot', '甲', { no: '备1' }).take('execute', '甲').take('close', '科长', { text: '已缴清' });
    expect(walk.refused('reportOnSpot', '甲', { no: '备2' })).toEqual(['matter.noStep']);
    expect(walk.one.state).toBe('closed');
  });
  test('what turns out graver is filed and takes the ordinary procedure', () => {
    const walk = onSpot('provider', 'AY07').take('approve', '科长', { handlers: '甲、乙', filingNo: '立2' });
    expect([walk.one.procedure, walk.one.state]).toEqual(['ordinary', 'investigating']);
  });
});

describe('from filing to the archive', () => {
  test('a case walks its whole life; what is owed is paid, the file is bound', () => {
    const walk = noticed();
    expect(walk.one.notice?.hearing).toBe(true); // 28 万元 is above the 10 万元 of a unit
    walk.take('serveNotice', '甲', service('2026-03-02')).take('waive', '甲');
    expect(walk.refused('decide', '科长', { no: '决1', text: '依据', ...sanction })).toEqual(['case.discussFirst']);
    walk
      .take('discuss', '科长', { members: '科长、局长、法规', text: '一致同意' })
      .take('decide', '科长', { no: '决1', text: '依据', ...sanction });
    expect([walk.one.decidedOn, walk.one.outcome, walk.one.fineFen, walk.one.title]).toEqual([
      MONDAY,
      'punish',
      28_000_000,
      '示例医院重复收费、超标准收费、分解项目收费案',
    ]);
    walk.take('serve', '乙', service('2026-03-02'));
    expect(walk.one.payDue).toBe(dayOfDate(2026, 3, 17));
    expect(walk.refused('execute', '甲')).toEqual(['case.owing']);
    expect(walk.refused('pay', '甲', { kind: '罚款', on: '2026-03-02', amountFen: '280000.01', voucher: 'P1' })).toEqual(['case.owed']);
    walk.take('pay', '甲', { kind: '罚款', on: '2026-03-02', amountFen: '280000', voucher: 'P1' });
    // the refund came in through the ledger of findings: it is not asked for twice
    walk.scene = { ...world, takenFen: 20_000_000 };
    expect(walk.refused('pay', '甲', { kind: '退回基金', on: '2026-03-02', amountFen: '1', voucher: 'P2' })).toEqual(['case.owed']);
    walk.take('publish', '甲', { on: '2026-03-02', at: '门户网站' }).take('execute', '甲').take('close', '科长', { text: '已执行' });
    walk.scene = { ...world, missing: ['结案报告'] };
    expect(walk.refused('archive', '甲', { fileNo: '1' })).toEqual(['case.incomplete']);
    walk.scene = world;
    expect(walk.take('archive', '甲', { fileNo: '医执2026-1' }).one.state).toBe('archived');
  });
  test('two officers, each with a certificate of the register; who investigates does not approve', () => {
    const walk = new Walk();
    expect(walk.refused('approve', '科长', { handlers: '甲', filingNo: '1' })).toEqual(['case.twoOfficers']);
    expect(walk.refused('approve', '科长', { handlers: '甲、Z1', filingNo: '1' })).toEqual(['case.twoOfficers']);
    expect(walk.refused('approve', '科长', { handlers: '甲、丙', filingNo: '1' })).toEqual(['case.unknownOfficer']);
    expect(walk.refused('approve', '甲', { handlers: '甲、乙', filingNo: '1' })).toEqual(['case.notHandler']);
    walk.scene = { ...world, roster: [甲, { ...乙, validTo: MONDAY - 1 }] };
    expect(walk.refused('approve', '科长', { handlers: '甲、乙', filingNo: '1' })).toEqual(['case.unknownOfficer']);
    expect(reported().refused('review', '乙', { opinion: '同意处理意见', text: 'x' })).toEqual(['case.notHandler']);
    expect(reported().refused('sendBack', '甲', { opinion: '其他意见', text: 'x' })).toEqual(['case.notHandler']);
  });
  test('two years of limitation, five where somebody was harmed', () => {
    const walk = new Walk();
    walk.one = { ...walk.one, actEndedOn: dayOfDate(2024, 3, 1) };
    expect(walk.refused('approve', '科长', { handlers: '甲、乙', filingNo: '1' })).toEqual(['case.limitation']);
    walk.one = { ...walk.one, harmed: true };
    expect(walk.refused('approve', '科长', { handlers: '甲、乙', filingNo: '1' })).toEqual([]);
    walk.one = { ...walk.one, harmed: false, actEndedOn: dayOfDate(2024, 3, 2) };
    expect(walk.refused('approve', '科长', { handlers: '甲、乙', filingNo: '1' })).toEqual([]);
  });
  test('nothing is decided heavier than announced, in any part; within the law, or with a reason for less', () => {
    const walk = noticed()
      .take('serveNotice', '甲', service('2026-03-02'))
      .take('waive', '甲')
      .take('discuss', '科长', { members: 'a、b、c', text: 'x' });
    const decide = (more: Record<string, string>) => walk.refused('decide', '科长', { no: '1', text: 'x', ...sanction, ...more });
    expect(decide({ fineFen: '280000.01' })).toEqual(['case.overNotice']);
    expect(decide({ suspendMonths: '6' })).toEqual(['case.overNotice']);
    expect(decide({ refundFen: '200000.01' })).toEqual(['case.overNotice']);
    expect(decide({ fineFen: '199999' })).toEqual(['case.outsideLaw']);
    expect(decide({ fineFen: '199999', mitigation: '主动消除危害后果' })).toEqual([]);
    expect(decide({ outcome: '不予行政处罚' })).toEqual(['case.noFine']);
    expect(decide({})).toEqual([]);
  });
  test('a hearing that was asked for is held first, seven days after it was told, not by who investigates', () => {
    const walk = noticed().take('serveNotice', '甲', service('2026-03-02'));
    const late = noticed()
      .take('serveNotice', '甲', service('2026-03-02'))
      .on(dayOfDate(2026, 3, 10));
    expect(late.refused('askHearing', '甲')).toEqual(['case.noticeOver']);
    walk.take('askHearing', '甲').take('discuss', '科长', { members: 'a、b、c', text: 'x' }).take('waive', '甲');
    expect(walk.refused('decide', '科长', { no: '1', text: 'x', ...sanction })).toEqual(['case.hearingFirst']);
    const hearing = (noticedOn: string, heldOn: string) => ({ noticedOn, heldOn, record: '双方陈述', opinion: '维持' });
    walk.on(dayOfDate(2026, 3, 12));
    expect(walk.refused('holdHearing', '法制', hearing('2026-03-05', '2026-03-11'))).toEqual(['case.hearingNotice']);
    expect(walk.refused('holdHearing', '乙', hearing('2026-03-05', '2026-03-12'))).toEqual(['case.notHandler']);
    walk.take('holdHearing', '法制', hearing('2026-03-05', '2026-03-12'));
    // 2 to 12 March are eleven days of the hearing; the day of filing does not count anyway
    expect(caseClock(walk.one, walk.day, 90)).toMatchObject({ used: 0, excluded: 10, standing: false });
    expect(walk.refused('decide', '科长', { no: '1', text: 'x', ...sanction })).toEqual([]);
  });
  test('no statement and its time not over: not yet; five working days later it may be decided', () => {
    const walk = noticed().take('serveNotice', '甲', service('2026-03-02')).take('discuss', '科长', { members: 'a、b、c', text: 'x' });
    expect(walk.one.notice?.statementDue).toBe(dayOfDate(2026, 3, 9));
    expect(walk.on(dayOfDate(2026, 3, 9)).refused('decide', '科长', { no: '1', text: 'x', ...sanction })).toEqual(['case.statementTime']);
    expect(walk.on(dayOfDate(2026, 3, 10)).refused('decide', '科长', { no: '1', text: 'x', ...sanction })).toEqual([]);
  });
  test('electronic service needs consent and is none for a decision; the court only after urging', () => {
    const walk = noticed();
    expect(walk.refused('serveNotice', '甲', { ...service('2026-03-02'), way: '电子送达' })).toEqual(['case.eConsent']);
    walk.take('serveNotice', '甲', { ...service('2026-03-02'), way: '电子送达', consent: '是' }).take('waive', '甲');
    walk.take('discuss', '科长', { members: 'a、b、c', text: 'x' }).take('decide', '科长', { no: '1', text: 'x', ...sanction });
    expect(walk.refused('serve', '甲', { ...service('2026-03-02'), way: '电子送达', consent: '是' })).toEqual(['case.eConsent']);
    walk.take('serve', '甲', service('2026-03-02'));
    expect(walk.refused('urge', '甲')).toEqual(['case.notOverdue']);
    expect(walk.on(dayOfDate(2026, 3, 18)).refused('court', '科长', { text: 'x' })).toEqual(['case.urgeFirst']);
    walk.take('urge', '甲');
    expect(walk.on(dayOfDate(2026, 3, 30)).refused('court', '科长', { text: 'x' })).toEqual(['case.urgeFirst']); // the tenth day is a Saturday
    expect(walk.on(dayOfDate(2026, 3, 31)).refused('court', '科长', { text: 'x' })).toEqual([]);
  });
  test('what is held is released before the case ends; what goes to the police is listed; it may come back', () => {
    const walk = new Walk()
      .take('approve', '科长', { handlers: '甲、乙', filingNo: '1' })
      .take('hold', '科长', { kind: '先行登记保存', things: '病历 12 册、收费账' });
    expect(walk.one.holds[0]).toMatchObject({ things: ['病历 12 册', '收费账'], due: dayOfDate(2026, 3, 11) });
    expect(walk.refused('transfer', '科长', { kind: '公安机关（涉嫌犯罪）', to: '公安局', no: '移1', list: '证据' })).toEqual([
      'case.held',
    ]);
    walk.take('release', '甲', { no: '1', outcome: '返还' });
    expect(walk.refused('transfer', '科长', { kind: '公安机关（涉嫌犯罪）', to: '公安局', no: '移1' })).toEqual(['register.required']);
    walk.take('transfer', '科长', { kind: '公安机关（涉嫌犯罪）', to: '公安局', no: '移1', list: '调查报告、证据清单' });
    expect([walk.one.state, walk.one.transfer?.list]).toEqual(['transferred', ['调查报告', '证据清单']]);
    walk.on(MONDAY + 40).take('comeBack', '科长');
    // the forty days with the police (and the first of them) do not count
    expect(caseClock(walk.one, MONDAY + 41, 90)).toMatchObject({ used: 1, excluded: 40 });
    expect(walk.one.closedOn).toBeNull();
  });
});

describe('the clock', () => {
  const one = (more: Partial<EnforcementCase>) => ({ ...newEnforcementCase('AJ1', wish, 0), filedOn: 0, ...more });
  test('90 days; 30 and 60 more once each; a day in two spans is left out once', () => {
    expect(caseClock(one({}), 10, 90)).toMatchObject({ used: 10, excluded: 0, due: 90 });
    const spans = { suspensions: [{ from: 11, to: 20, why: '' }], exclusions: [{ kind: 'testing' as const, from: 16, to: 25, why: '' }] };
    expect(caseClock(one(spans), 30, 90)).toMatchObject({ used: 15, excluded: 15, due: 105 });
    const open = { suspensions: [{ from: 80, to: null, why: '' }] };
    expect(caseClock(one(open), 100, 90)).toMatchObject({ used: 79, excluded: 21, due: 111, standing: true });
    const walk = new Walk().take('approve', '科长', { handlers: '甲、乙', filingNo: '1' });
    expect(walk.refused('extendCollective', '科长')).toEqual(['case.extendFirst']);
    walk.take('extend', '科长');
    expect([walk.one.dueDay, walk.refused('extend', '科长')]).toEqual([MONDAY + 120, ['case.extended']]);
    expect(walk.refused('extendCollective', '科长', { days: '61' })).toEqual(['case.extendDays']);
    expect(walk.take('extendCollective', '科长').one.dueDay).toBe(MONDAY + 180);
  });
  test('days within spans, against counting them one by one', () => {
    let seed = 7;
    const random = (n: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % n;
    };
    for (let round = 0; round < 300; round++) {
      const spans = Array.from({ length: random(5) }, () => {
        const from = random(40);
        return { from, to: random(4) === 0 ? null : from + random(15) };
      });
      const [first, last] = [random(20), 20 + random(20)];
      let counted = 0;
      for (let day = first; day <= last; day++) if (spans.some(({ from, to }) => from <= day && day <= (to ?? last))) counted += 1;
      expect(daysWithin(spans, first, last)).toBe(counted);
    }
  });
  test('3 % a day after the last day, never more than the fine', () => {
    expect([10, 11, 43, 44, 200].map((day) => lateFeeOf(100_00, 10, day, 30))).toEqual([0, 300, 9900, 10_000, 10_000]);
  });
});

describe('the table of discretion', () => {
  const ask = (more: object) =>
    proposeDiscretion(exampleDiscretion, { region: '310000', article: '38', circumstances: [], baseFen: 1_000_00, day: 0, ...more });
  test('light, normal and heavy; both ways is for people to weigh; the bounds are the law’s', () => {
    expect(ask({})).toMatchObject({
      grade: 'normal',
      lowFen: 1_200_00,
      highFen: 1_600_00,
      leastFen: 1_000_00,
      mostFen: 2_000_00,
      mixed: false,
    });
    expect(ask({ circumstances: ['returned'] })).toMatchObject({ grade: 'light', lowFen: 1_000_00, highFen: 1_200_00 });
    expect(ask({ circumstances: ['repeated', 'destroyed'] })).toMatchObject({ grade: 'heavy', lowFen: 1_600_00, highFen: 2_000_00 });
    expect(ask({ circumstances: ['repeated', 'returned'] })).toMatchObject({ grade: 'normal', mixed: true });
    expect(ask({ article: '39' })).toMatchObject({ leastFen: 1_000_000, mostFen: 5_000_000 });
    expect(ask({ article: '40' })).toMatchObject({ leastFen: 2_000_00, mostFen: 5_000_00 });
    expect(ask({ article: '99' })).toBeUndefined();
  });
  test('a region’s own rows come before everywhere’s, on their days', () => {
    const own = {
      source: '本地',
      region: '310000',
      article: '38',
      grade: 'normal',
      unit: 'hundredths',
      low: 110,
      high: 130,
      fromDay: 100,
      toDay: null,
    } as const;
    const asked = (day: Day) =>
      proposeDiscretion([...exampleDiscretion, own], { region: '310000', article: '38', circumstances: [], baseFen: 100, day });
    expect([asked(99)?.highFen, asked(100)?.highFen]).toEqual([160, 130]);
  });
});

describe('the file', () => {
  test('papers in their order; what is missing is named; nothing that never happened is asked for', () => {
    const walk = noticed().take('serveNotice', '甲', service('2026-03-02')).take('waive', '甲');
    const standing = fileStanding(walk.one, new Map([['filing', 1]]));
    const ids = paperKinds.map(({ id }) => id as string);
    expect(standing.map(({ kind }) => kind.id)).toEqual(
      [...standing].sort((a, b) => ids.indexOf(a.kind.id) - ids.indexOf(b.kind.id)).map(({ kind }) => kind.id),
    );
    expect(standing.find(({ kind }) => kind.id === 'filing')?.lacks).toBeNull();
    expect(standing.some(({ kind }) => ['hold', 'urging', 'transfer', 'hearing'].includes(kind.id))).toBe(false);
    expect(missingPapers(walk.one, new Map())).toEqual([
      '立案审批表（签字扫描件）',
      '执法人员证件复印件',
      '陈述申辩笔录及复核意见（签字扫描件）',
    ]);
  });
  test('35 causes of four kinds of party; a name loses 涉嫌 with the decision', () => {
    expect(caseCauses.map(({ code }) => code)).toEqual(Array.from({ length: 35 }, (_, i) => `AY${String(i + 1).padStart(2, '0')}`));
    expect(Object.entries(Object.groupBy(caseCauses, ({ party }) => party)).map(([party, all]) => [party, all?.length])).toEqual([
      ['agency', 2],
      ['provider', 24],
      ['person', 8],
      ['other', 1],
    ]);
    expect([caseNameOf('某院', '挂床', false), caseNameOf('某院', '挂床', true)]).toEqual(['某院涉嫌挂床案', '某院挂床案']);
    expect(endedCaseStates.every((state) => !caseSteps.some((step) => step.from === state && step.to === 'executed'))).toBe(true);
  });
});
