// 个人健康服务: one insured person's record as that person reads it; the same for staff who looked it up with a reason.
import { type SheetCell, type SheetPage, writeWorkbook } from '@hengjian/documents';
import {
  ageYears,
  approvalsOf,
  type BenefitScheme,
  type BureauParameterName,
  benefitYear,
  calendarDate,
  contactWords,
  type Day,
  dayOf,
  followUpsOf,
  formatDay,
  formatInstant,
  refillsOf,
  ruleOf,
  settingWords,
  settle,
  termState,
} from '@hengjian/domain';
import {
  benefitStoreOf,
  bureauParameter,
  bureauRegion,
  contactRequestsOf,
  diagnosisNames,
  disownedVisits,
  type PersonRecord,
  type PersonSettlement,
  personRecord,
  subjectsOfCodes,
} from '@hengjian/store';
import type { PersonLinesJson, PersonRecordJson } from './schemas/person.ts';
import type { Services } from './services.ts';

const sum = <T>(rows: readonly T[], of: (row: T) => number | null): number => rows.reduce((total, row) => total + (of(row) ?? 0), 0);

async function numbersOf({ home, now }: Pick<Services, 'home' | 'now'>) {
  const region = await bureauRegion(home.db);
  const on = dayOf(now());
  const value = async (name: BureauParameterName) => (await bureauParameter(home.db, name, region))(on);
  return {
    refillDays: await value('person.refillDays'),
    followUpDays: await value('person.followUpDays'),
    notice: await value('person.noticeDays'),
  };
}

/** What the lake holds, with the last day that it knows of; undefined: nobody of this number. */
export const recordOf = ({ lake, now }: Pick<Services, 'lake' | 'now'>, personNo: string) =>
  lake.read(async (connection, snapshot) => {
    const record = await personRecord(connection, snapshot, personNo);
    return record && { record, asOf: Math.min(dayOf(now()), snapshot.range()?.toDay ?? dayOf(now())) };
  });

export async function personView(
  services: Services,
  personNo: string,
  { record, asOf }: { record: PersonRecord; asOf: Day },
): Promise<PersonRecordJson> {
  const { home } = services;
  const { person, visits, settlements, lines } = record;
  const numbers = await numbersOf(services);
  const drugs = lines.filter(({ kind, day }) => (kind === 'drug' || kind === 'herb') && day !== null);
  const diseases = [...visits, ...record.approvals].flatMap(({ diseaseCode }) => diseaseCode ?? []);
  const names = await subjectsOfCodes(home.db, [...new Set([...drugs.map(({ itemCode }) => itemCode), ...diseases])]);
  const called = await diagnosisNames(
    home.db,
    visits.flatMap(({ mainDiagnosis }) => mainDiagnosis ?? []),
  );
  const nameOf = (code: string) => names.get(code) ?? null;
  const disowned = new Map(
    (
      await disownedVisits(
        home.db,
        visits.map(({ encounterNo }) => encounterNo),
      )
    ).map((row) => [row.encounterNo, row]),
  );
  const paid = Map.groupBy(settlements, ({ encounterNo }) => encounterNo);
  const requests = await contactRequestsOf(home.db, personNo);
  const accepted = requests.filter(({ state }) => state === 'accepted').sort((a, b) => (b.decidedAt ?? 0) - (a.decidedAt ?? 0));
  return {
    person: {
      personNo: person.personNo,
      sex: person.sex,
      age: person.birthDay === null ? null : ageYears(person.birthDay, asOf),
      insurance: person.insurance,
      area: person.area,
    },
    contact: {
      telephone: accepted.find(({ telephone }) => telephone !== null)?.telephone ?? null,
      address: accepted.find(({ address }) => address !== null)?.address ?? person.address,
    },
    requests: requests.map(({ personNo: _, accountId: _account, ...request }) => request),
    asOf,
    visits: visits.map(({ providerNo, providerName, settledDay: _, ...visit }) => {
      const own = paid.get(visit.encounterNo) ?? [];
      const part = (of: (one: PersonSettlement) => number | null) => (own.length === 0 ? null : sum(own, of));
      const clue = disowned.get(visit.encounterNo);
      return {
        ...visit,
        diagnosisName: called.get(visit.mainDiagnosis ?? '') ?? null,
        providerName: providerName ?? providerNo,
        fundFen: part((one) => one.fundFen),
        poolFen: part((one) => one.poolFen),
        accountFen: part((one) => one.accountFen),
        aidFen: part((one) => one.aidFen),
        cashFen: part((one) => one.cashFen),
        notMe: clue ? { clueId: clue.clueId, state: clue.state as 'open', openedOn: clue.openedOn, closedOn: clue.closedOn } : null,
      };
    }),
    years: [...Map.groupBy(settlements, ({ settledDay }) => calendarDate(settledDay).year)]
      .sort(([a], [b]) => b - a)
      .map(([year, own]) => ({
        year,
        settlements: own.length,
        totalFen: sum(own, (one) => one.totalFen),
        inScopeFen: sum(own, (one) => one.inScopeFen),
        poolFen: sum(own, (one) => one.poolFen),
        aidFen: sum(own, (one) => one.aidFen),
        accountFen: sum(own, (one) => one.accountFen),
        cashFen: sum(own, (one) => one.cashFen),
        otherFundFen: sum(own, (one) => (one.fundFen ?? 0) - (one.poolFen ?? 0) - (one.aidFen ?? 0)),
      })),
    drugs: [...Map.groupBy(drugs, ({ itemCode }) => itemCode)]
      .map(([itemCode, own]) => {
        const last = own.at(-1) as (typeof own)[number];
        const amountFen = sum(own, (one) => one.amountFen);
        return { itemCode, name: nameOf(itemCode), times: own.length, lastDay: last.day as Day, supplyDays: last.supplyDays, amountFen };
      })
      .sort((a, b) => b.lastDay - a.lastDay || (a.itemCode < b.itemCode ? -1 : 1)),
    refills: refillsOf(
      drugs.map(({ itemCode, day, supplyDays, setting }) => ({ itemCode, day: day as Day, supplyDays, chronic: setting === 'chronic' })),
      asOf,
      numbers.refillDays,
    ).map((one) => ({ ...one, name: nameOf(one.itemCode) })),
    followUps: followUpsOf(
      visits.flatMap(({ setting, diseaseCode, begunDay }) =>
        setting === 'chronic' && begunDay !== null ? [{ diseaseCode, day: begunDay }] : [],
      ),
      asOf,
      { every: numbers.followUpDays, notice: numbers.notice },
    ).map((one) => ({ ...one, name: nameOf(one.diseaseCode) })),
    benefits: record.benefits.map((one) => ({ ...one, due: termState(one, asOf, numbers.notice) })),
    approvals: approvalsOf(record.approvals, asOf, numbers.notice).map((one) => ({
      ...one,
      name: nameOf(one.diseaseCode),
      usedFen: paidFor(one.diseaseCode, record, calendarDate(asOf).year),
    })),
    quotas: await quotasOf(services, settlements, asOf),
  };
}

/** What the fund paid in a year for visits under a chronic disease: what rule `chronic-quota` holds against the quota. */
function paidFor(diseaseCode: string, { visits, settlements }: PersonRecord, year: number): number {
  const own = new Set(visits.flatMap((one) => (one.setting === 'chronic' && one.diseaseCode === diseaseCode ? one.encounterNo : [])));
  return sum(
    settlements.filter(({ encounterNo, settledDay }) => own.has(encounterNo) && calendarDate(settledDay).year === year),
    ({ fundFen }) => fundFen,
  );
}

/** Yearly limits of the scheme in force, and what the records say was used of them. */
async function quotasOf(
  { home }: Pick<Services, 'home'>,
  settlements: readonly PersonSettlement[],
  asOf: Day,
): Promise<PersonRecordJson['quotas']> {
  const region = await bureauRegion(home.db);
  const inForce = (scheme: BenefitScheme) =>
    scheme.fromDay <= asOf && (scheme.toDay === null || scheme.toDay >= asOf) && (scheme.region === region || scheme.region === '*');
  const scheme = (await benefitStoreOf(home).schemes()).find(inForce);
  if (!scheme) return null;
  const { year } = calendarDate(asOf);
  const own = settlements.filter(({ settledDay }) => calendarDate(settledDay).year === year);
  const paid = scheme.rules.map(() => 0);
  const worked = benefitYear(scheme);
  for (const one of own) {
    const rule = ruleOf(scheme, one);
    if (rule < 0) continue;
    paid[rule] = (paid[rule] as number) + (one.poolFen ?? 0);
    // the deductible already borne is no field of a settlement: worked out as the scheme says
    if (one.totalFen !== null && one.inScopeFen !== null)
      settle(scheme, rule, { ...one, totalFen: one.totalFen, inScopeFen: one.inScopeFen, aided: false }, worked);
  }
  const rows: NonNullable<PersonRecordJson['quotas']>['rows'] = [];
  if (scheme.capFen !== null) rows.push({ kind: 'cap', settings: [], limitFen: scheme.capFen, usedFen: sum(own, (one) => one.poolFen) });
  scheme.rules.forEach((rule, i) => {
    const met = own.some((one) => ruleOf(scheme, one) === i);
    if (!met) return;
    if (rule.capFen !== null)
      rows.push({ kind: 'ruleCap', settings: [...rule.setting], limitFen: rule.capFen, usedFen: paid[i] as number });
    if (rule.deductiblePer === 'year' && rule.deductibleFen > 0)
      rows.push({ kind: 'deductible', settings: [...rule.setting], limitFen: rule.deductibleFen, usedFen: worked.deducted[i] as number });
  });
  return { year, title: scheme.title, source: scheme.source, rows };
}

export async function personLinesView(
  { home }: Pick<Services, 'home'>,
  record: PersonRecord,
  encounterNo: string,
): Promise<PersonLinesJson> {
  const own = record.lines.filter((line) => line.encounterNo === encounterNo);
  const names = await subjectsOfCodes(home.db, [...new Set(own.map(({ itemCode }) => itemCode))]);
  return own.map(({ encounterNo: _, setting: _setting, ...line }) => ({ ...line, name: names.get(line.itemCode) ?? null }));
}

const yuanCell = (fen: number | null): SheetCell | null => (fen === null ? null : { value: fen / 100, kind: 'number', format: '#,##0.00' });
const textCell = (value: string | number | null): SheetCell | null => (value === null ? null : { value });

/** 本人就医记录 as a workbook: visits, charge items, drugs. */
export async function personWorkbook(services: Services, view: PersonRecordJson, record: PersonRecord): Promise<Uint8Array> {
  const names = await subjectsOfCodes(services.home.db, [...new Set(record.lines.map(({ itemCode }) => itemCode))]);
  const dayText = (day: Day | null) => (day === null ? null : formatDay(day));
  const settingText = (setting: string | null) =>
    setting === null ? null : ((settingWords as Readonly<Record<string, { zh: string }>>)[setting]?.zh ?? setting);
  const page = (name: string, heads: readonly [string, number][], rows: (SheetCell | null)[][]): SheetPage => ({
    name,
    widths: heads.map(([, width]) => width),
    rows: [heads.map(([value]) => ({ value, kind: 'head' as const })), ...rows],
    headRows: 1,
    landscape: true,
  });
  const made = `截至 ${formatDay(view.asOf)}，${formatInstant(services.now()).slice(0, 16)} 生成`;
  return writeWorkbook([
    page(
      '就诊',
      [
        ['日期', 12],
        ['机构', 28],
        ['方式', 12],
        ['诊断', 24],
        ['诊断编码', 12],
        ['总费用（元）', 13],
        ['统筹支付', 12],
        ['医疗救助', 12],
        ['个人账户', 12],
        ['个人现金', 12],
        ['就诊编号', 22],
      ],
      [
        ...view.visits.map((one) => [
          textCell(dayText(one.begunDay)),
          textCell(one.providerName),
          textCell(settingText(one.setting)),
          textCell(one.diagnosisName),
          textCell(one.mainDiagnosis),
          yuanCell(one.totalFen),
          yuanCell(one.poolFen),
          yuanCell(one.aidFen),
          yuanCell(one.accountFen),
          yuanCell(one.cashFen),
          textCell(one.encounterNo),
        ]),
        [textCell(made)],
      ],
    ),
    page(
      '费用明细',
      [
        ['日期', 12],
        ['项目', 30],
        ['编码', 26],
        ['数量', 10],
        ['金额（元）', 12],
        ['用药天数', 10],
        ['就诊编号', 22],
      ],
      record.lines.map((line) => [
        textCell(dayText(line.day)),
        textCell(names.get(line.itemCode) ?? null),
        textCell(line.itemCode),
        line.quantity === null ? null : { value: line.quantity / 10_000 },
        yuanCell(line.amountFen),
        textCell(line.supplyDays),
        textCell(line.encounterNo),
      ]),
    ),
    page(
      '联系方式申请',
      [
        ['申请', 14],
        ['提出时间', 18],
        ['电话', 16],
        ['地址', 40],
        ['状态', 12],
        ['答复', 30],
      ],
      view.requests.map((one) => [
        textCell(one.requestId),
        textCell(formatInstant(one.askedAt).slice(0, 16)),
        textCell(one.telephone),
        textCell(one.address),
        textCell(contactWords.states[one.state].zh),
        textCell(one.answer),
      ]),
    ),
  ]);
}
