// The bureau in which the story of supervision happens: its plan, its books, its people, and a finding that is worked out by hand.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dayOfDate, type Instant, type RegisterEntry } from '@hengjian/domain';
import { accountPortsOf, matterSourceOf } from '@hengjian/server';
import { type Home, registerStoreOf } from '@hengjian/store';
import { addAccount } from '@hengjian/workflows';

/** Monday, 2026-03-02, ten o’clock. */
export const DAY = dayOfDate(2026, 3, 2);
export const TODAY = '2026-03-02';
export const PASSWORD = 'a-password-of-its-own';
export const [OFFICERS, EXPERTS] = [
  ['甲执法', '乙执法', '丙执法'],
  ['专家一', '专家二', '专家三'],
];

/** What the bureau promised for the year; each line is answered by a measure of these records. */
export const planText = `部门整体支出绩效目标申报表

预算年度：2026
部门（单位）名称：云溪市医疗保障局
单位：万元

资金情况（万元）\t年度资金总额：\t100
年度总体目标\t加强基金监管，追回违规基金，规范执法案卷，办好群众举报。
一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t权重
产出指标\t数量指标\t检查定点医药机构家数\t≥\t1\t家\t10
产出指标\t数量指标\t监督检查次数\t≥\t1\t次\t10
产出指标\t数量指标\t举报投诉办结件数\t≥\t1\t件\t10
产出指标\t质量指标\t行政执法案卷归档率\t=\t100\t%\t10
产出指标\t时效指标\t举报投诉办结率\t≥\t90\t%\t10
效益指标\t经济效益指标\t追回、拒付医保基金金额\t≥\t5\t万元\t15
效益指标\t经济效益指标\t追回医保基金及罚没款\t≥\t5\t万元\t15
效益指标\t经济效益指标\t行政罚款\t≥\t5\t万元\t10
效益指标\t经济效益指标\t自查自纠退回金额\t≥\t0.1\t万元\t10
`;

export const must = <T>(outcome: { ok: true; value: T } | { ok: false; issues: unknown }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
};
const fenOf = (yuan: string | undefined): number => Math.round(Number(yuan) * 100);

const entry = (registerId: string, entryId: string, occurredOn: number, values: RegisterEntry['values']): RegisterEntry => ({
  entryId,
  registerId,
  occurredOn,
  recordedAt: 0,
  recordedBy: 'test',
  source: 'test',
  values,
  corrects: null,
  withdrawn: false,
});

/** What stood in the books before: money of another case, a case not yet filed, a complaint not yet answered. */
export async function openBooks(home: Home): Promise<void> {
  await registerStoreOf(home.db).append([
    ...OFFICERS.map((name, i) =>
      entry('inspectors', `inspectors-${i}`, DAY - 400, {
        certifiedOn: DAY - 400,
        name,
        certificateNo: `ZF00${i}`,
        unit: '执法支队',
        validTo: null,
        avoids: null,
        note: null,
      }),
    ),
    entry('recoveries', 'recoveries-before', DAY - 20, {
      settledOn: DAY - 20,
      kind: 'recovery',
      providerNo: null,
      providerName: null,
      caseNo: 'before',
      amountFen: 12_345,
      project: null,
      note: null,
    }),
    entry('archives', 'archives-before', DAY - 20, { archivedOn: DAY - 20, kind: 'caseFile', dueCount: 1, filedCount: 0, note: null }),
    entry('complaints', 'complaints-before', DAY - 20, {
      receivedOn: DAY - 20,
      kind: 'report',
      subject: '其他',
      dueOn: DAY + 20,
      closedOn: null,
      workingDayCount: null,
      satisfied: null,
      rewardFen: null,
      note: null,
    }),
  ]);
}

const rowsOf = (extract: string, table: string): Record<string, string>[] => {
  const [head = '', ...lines] = readFileSync(path.join(extract, `${table}.csv`), 'utf8')
    .trim()
    .split('\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i] as string, cell])));
};

export interface Chosen {
  hospital: { providerNo: string; name: string };
  /** The finding that is argued, its fund share by the test's own arithmetic, and the doctor who treated. */
  argued: { findingId: string; inScopeFen: number; fundFen: number; doctor: string };
}

/**
 * The hospital with most findings worth money, and one of them to argue: on whole lines of one settlement paid by item, alone on its
 * encounter. Its fund share is what the fund paid of the settlement, spread over the amounts in scope by largest remainder.
 */
export async function chooseHospital(home: Home, extract: string): Promise<Chosen> {
  const { providerNo } = await home.db
    .selectFrom('findingCase')
    .select(({ fn }) => ['providerNo', fn.countAll().as('n')])
    .where('worthFen', '>', 0)
    .where('providerNo', 'like', 'H%')
    .groupBy('providerNo')
    .orderBy('n', 'desc')
    .executeTakeFirstOrThrow();
  const source = matterSourceOf(home);
  const hospital = { providerNo: providerNo as string, name: (await source.names.providers()).get(providerNo as string)?.name ?? '' };
  await source.close();
  const found = await home.db
    .selectFrom('findingRecord as r')
    .innerJoin('finding as f', 'f.findingId', 'r.findingId')
    .select(['r.findingId', 'r.encounterNo', 'r.lineNo', 'f.amountFen', 'f.providerNos'])
    .where('r.role', '=', 'inQuestion')
    .where('f.state', '=', 'live')
    .execute();
  const [settlements, lines, stays] = [rowsOf(extract, 'setl'), rowsOf(extract, 'feedetl'), rowsOf(extract, 'mdtrt')];
  const findings = Map.groupBy(found, (row) => row.findingId);
  for (const [findingId, records] of findings) {
    const encounterNo = records[0]?.encounterNo as string;
    const others = found.some((row) => row.findingId !== findingId && row.encounterNo === encounterNo);
    const [settled, ...more] = settlements.filter((one) => one.mdtrt_id === encounterNo);
    if (records[0]?.providerNos[0] !== hospital.providerNo || others || !settled || more.length > 0) continue;
    const own = lines
      .filter((line) => line.mdtrt_id === encounterNo)
      .sort((a, b) => ((a.feedetl_sn as string) < (b.feedetl_sn as string) ? -1 : 1));
    if (settled.clr_way !== '1' || own.some((line) => Number(line.cnt) <= 0) || records.some((row) => row.lineNo === null)) continue;
    const shares = largestRemainder(
      fenOf(settled.fund_pay_sumamt),
      own.map((line) => fenOf(line.inscp_amt)),
    );
    const asked = own
      .map((line, i) => ({ line, share: shares[i] as number }))
      .filter(({ line }) => records.some((row) => row.lineNo === line.feedetl_sn));
    const whole = asked.reduce((sum, { line }) => sum + fenOf(line.det_item_fee_sumamt), 0);
    const fundFen = asked.reduce((sum, { share }) => sum + share, 0);
    const inScopeFen = asked.reduce((sum, { line }) => sum + fenOf(line.inscp_amt), 0);
    const doctor = stays.find((stay) => stay.mdtrt_id === encounterNo)?.dr_codg;
    if (asked.length !== records.length || whole !== records[0]?.amountFen || fundFen === 0 || !doctor) continue;
    return { hospital, argued: { findingId, inScopeFen, fundFen, doctor } };
  }
  throw new Error('no finding of the city can be worked out by hand');
}

function largestRemainder(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / all));
  const rest = weights.map((weight, i) => [(total * weight) % all, -i] as const);
  const order = rest.map((_, i) => i).sort((a, b) => (rest[b]?.[0] ?? 0) - (rest[a]?.[0] ?? 0) || a - b);
  for (const i of order.slice(0, total - parts.reduce((a, b) => a + b, 0))) parts[i] = (parts[i] as number) + 1;
  return parts;
}

/** Accounts of everybody in the story, with passwords of their own already. */
export async function addPeople(home: Home, { hospital, argued }: Chosen, clock: Instant): Promise<void> {
  const ports = await accountPortsOf(home, clock);
  const people: [name: string, role: string, of?: { providerNos?: string[]; practitionerNo?: string }][] = [
    ['李管理', 'administrator'],
    ['钱初审', 'reviewer'],
    ['孙复审', 'secondReviewer'],
    ['周科长', 'sectionHead'],
    ['吴财务', 'financeOfficer'],
    ['郑法制', 'legalReviewer'],
    ...EXPERTS.map((name): [string, string] => [name, 'panelExpert']),
    ...OFFICERS.map((name): [string, string] => [name, 'enforcementOfficer']),
    ['院医保办', 'insuranceOffice', { providerNos: [hospital.providerNo] }],
    ['医师本人', 'practitioner', { practitionerNo: argued.doctor }],
  ];
  // one password for all is hashed once: what is tested here is not the hashing
  let hash: string | undefined;
  const passwords = { ...ports.passwords, hash: async (password: string) => (hash ??= await ports.passwords.hash(password)) };
  for (const [i, [name, role, { providerNos = [], practitionerNo = null } = {}]] of people.entries()) {
    const accountId = `a${i}`;
    const wish = { accountId, name, roles: [role], providerNos, practitionerNo, password: PASSWORD };
    must(await addAccount({ ...ports, passwords }, wish, { by: 'test', at: clock }));
    const rows = [{ table: 'account/2', key: accountId }];
    const step = {
      noun: 'account',
      subjectId: accountId,
      action: 'changePassword',
      before: 'active',
      after: 'active',
      by: name,
      why: null,
      rows,
    };
    await ports.accounts.change(accountId, { mustChange: false }, { ...step, at: clock }, false);
  }
}
