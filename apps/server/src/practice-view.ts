// 医师、药店画像: everybody among its like, once a version of the lake; and one of them with all that is known.
import {
  type AnalysisAsk,
  type AnalysisRow,
  comparePractice,
  dayOf,
  indicatorsOfScene,
  type Language,
  monthsBetween,
  type PracticeBoard,
  type PracticeIndicatorName,
  type PracticeKind,
  scenesOf,
} from '@hengjian/domain';
import {
  bureauParameter,
  bureauRegion,
  diagnosisNames,
  encountersTreatedBy,
  type FindingFilter,
  findingsAtProviders,
  findingsByMonth,
  findingsByRule,
  findingsOfTreated,
  type MonthSpan,
  type PracticeTotal,
  pageOfFindings,
  practiceCells,
  practiceTotals,
  shownPractitioners,
  storyPage,
  subjectsOfCodes,
  sumFindings,
} from '@hengjian/store';
import { alertShelf } from '@hengjian/workflows';
import type { PracticePageJson, PracticePartJson } from './schemas/practice.ts';
import type { Services } from './services.ts';

/** Who reads: their institutions (null: all), their own number, and whether alerts are shown to them. */
export interface PracticeReader {
  readonly scope: readonly string[] | null;
  readonly own: string | null;
  readonly alerts: boolean;
  readonly language: Language;
}

export interface Practices {
  readonly board: PracticeBoard;
  readonly totals: ReadonlyMap<string, PracticeTotal>;
  readonly least: number;
}

/** The months asked for within those that are known; null while there are no claims. */
export async function practiceSpan(
  { analysis }: Pick<Services, 'analysis'>,
  asked: { from?: string | undefined; to?: string | undefined },
): Promise<{ known: MonthSpan; period: MonthSpan } | null> {
  const known = await analysis.months();
  return known && { known, period: { from: asked.from ?? known.from, to: asked.to ?? known.to } };
}

export async function practicesOf({ home, analysis, now }: Services, kind: PracticeKind, span: MonthSpan): Promise<Practices> {
  const least = (await bureauParameter(home.db, 'practice.leastEncounters', await bureauRegion(home.db)))(dayOf(now()));
  return analysis.remember(`practice ${kind} ${span.from} ${span.to} ${least}`, async (lake) => ({
    board: comparePractice(await practiceCells(lake, kind, span), least),
    totals: new Map((await practiceTotals(lake, kind, span)).map((row) => [row.no, row])),
    least,
  }));
}

/** Encounters of one physician. */
export const treatedBy = async ({ lake }: Pick<Services, 'lake'>, practitionerNo: string): Promise<string[]> =>
  (await lake.read((connection) => encountersTreatedBy(connection, [practitionerNo]))).map(({ encounterNo }) => encounterNo);

/** Findings that concern one. */
const findingsOfPractice = async (
  services: Pick<Services, 'lake'>,
  kind: PracticeKind,
  no: string,
  scope: readonly string[] | null,
): Promise<FindingFilter> => ({
  standing: 'live',
  scope,
  ...(kind === 'pharmacy' ? { providerNos: [no] } : { treatedIn: await treatedBy(services, no) }),
});

/** How many findings concern each; of care in the reader's institutions, and all of his own. */
export async function findingCounts(
  { home, lake }: Pick<Services, 'home' | 'lake'>,
  kind: PracticeKind,
  nos: readonly string[],
  { scope, own }: PracticeReader,
): Promise<Map<string, number>> {
  if (kind === 'pharmacy') return findingsAtProviders(home.db, nos);
  const treated = await lake.read((connection) => encountersTreatedBy(connection, nos));
  const mine = treated.filter(({ no }) => no === own);
  const others = treated.filter(({ no }) => no !== own);
  return new Map([...(await findingsOfTreated(home.db, others, scope)), ...(await findingsOfTreated(home.db, mine, null))]);
}

const SHOWN = 15;
const LATEST = 10;

/** A row of `[count, people, fen]`. */
const partOf = ({ keys, parts }: AnalysisRow): PracticePartJson => ({
  key: keys[0] ?? null,
  name: null,
  n: parts[0]?.of ?? 0,
  people: parts[1]?.of ?? 0,
  fen: parts[2]?.of ?? 0,
});
const volume = ['encounters', 'people', 'total', 'fund'];
const nothing = { encounters: 0, people: 0, totalFen: 0, fundFen: 0 as number | null };
/** A row of `volume`; what no claim determines of the fund is not known. */
const volumeOf = ({ parts: [encounters, people, total, fund] }: AnalysisRow): typeof nothing => ({
  encounters: encounters?.of ?? 0,
  people: people?.of ?? 0,
  totalFen: total?.of ?? 0,
  fundFen: fund?.of ?? null,
});
const largest = (rows: readonly AnalysisRow[]): PracticePartJson[] => rows.map(partOf).sort((a, b) => b.fen - a.fen || b.n - a.n);

export async function practicePageView(
  services: Services,
  kind: PracticeKind,
  no: string,
  { known, period, indicator }: { known: MonthSpan; period: MonthSpan; indicator?: PracticeIndicatorName | undefined },
  reader: PracticeReader,
): Promise<Omit<PracticePageJson, 'no' | 'name' | 'providers'>> {
  const { home, analysis, names } = services;
  const { board, totals, least } = await practicesOf(services, kind, period);
  const total = totals.get(no);
  const standing = board.standings.get(no);
  const whole = reader.scope === null || reader.own === no;
  const where = {
    [kind === 'physician' ? 'practitioner' : 'provider']: [no],
    ...(whole || kind === 'pharmacy' ? {} : { provider: [...(reader.scope ?? [])] }),
  };
  const ask = (table: AnalysisAsk['table'], by: string, measures: string[]) =>
    analysis.ask({ table, by: [by], measures, ...period, where });
  const byMonth = new Map((await ask('encounter', 'month', volume)).map((row) => [row.keys[0], volumeOf(row)]));
  const [all] = (await analysis.ask({ table: 'encounter', by: [], measures: volume, ...period, where })).map(volumeOf);
  const items = largest(await ask('line', 'item', ['lines', 'people', 'amount'])).slice(0, SHOWN);
  const subjects = await subjectsOfCodes(
    home.db,
    items.flatMap(({ key }) => key ?? []),
  );
  const diagnoses = largest(await ask('encounter', 'mainDiagnosis', ['encounters', 'people', 'total']))
    .sort((a, b) => b.n - a.n)
    .slice(0, SHOWN);
  const called = await diagnosisNames(
    home.db,
    diagnoses.flatMap(({ key }) => key ?? []),
  );
  const filter = await findingsOfPractice(services, kind, no, whole ? null : reader.scope);
  const sums = await sumFindings(home.db, filter);
  const found = new Map((await findingsByMonth(home.db, filter)).map((row) => [row.month, row]));
  const titleOf = async (ruleId: string) => (await names.rule(ruleId))?.title[reader.language] ?? ruleId;
  const latest = await pageOfFindings(home.db, filter, { by: 'periodDay', descending: true }, { offset: 0, limit: LATEST });
  const seesPeers = whole || (total?.providerNos ?? []).every((place) => reader.scope?.includes(place));
  return {
    department: standing?.department ?? null,
    level: standing?.level ?? null,
    known,
    period,
    totals: total && all ? { ...all, lastDay: total.lastDay } : null,
    months: monthsBetween(period.from, period.to).map((month) => {
      const { count = 0, amountFen = 0 } = found.get(month) ?? {};
      return { month, ...(byMonth.get(month) ?? nothing), findings: count, findingFen: amountFen };
    }),
    settings: largest(await ask('encounter', 'setting', ['encounters', 'people', 'total'])),
    kinds: largest(await ask('line', 'itemKind', ['lines', 'people', 'amount'])),
    items: items.map((item) => ({ ...item, name: subjects.get(item.key ?? '') ?? null })),
    diagnoses: diagnoses.map((row) => ({ ...row, name: called.get(row.key ?? '') ?? null })),
    peers: standing && seesPeers ? peersView(kind, no, { board, totals, least }, indicator, reader) : null,
    findings: {
      count: sums.count,
      amountFen: sums.amountFen,
      fundFen: sums.fundFen,
      byRule: await Promise.all(
        (await findingsByRule(home.db, filter)).map(async ({ ruleId, count, amountFen }) => ({
          ruleId,
          title: await titleOf(ruleId),
          count,
          amountFen,
        })),
      ),
      latest: await Promise.all(
        latest.map(async (row) => ({
          findingId: row.findingId,
          day: row.periodDay,
          ruleTitle: await titleOf(row.ruleId),
          explanation: reader.language === 'zh' ? row.explanationZh : row.explanationEn,
          amountFen: row.amountFen,
          fundFen: row.fundFen,
        })),
      ),
    },
    points: kind === 'physician' ? await pointsView(services, no) : null,
    alerts: reader.alerts ? await alertsView(services, no, reader.language) : null,
  };
}

function peersView(
  kind: PracticeKind,
  no: string,
  { board, totals, least }: Practices,
  asked: PracticeIndicatorName | undefined,
  reader: PracticeReader,
): PracticePageJson['peers'] {
  const standing = board.standings.get(no);
  if (!standing) return null;
  // in the order of the declaration, where the page lists them
  const order = scenesOf[kind].flatMap(indicatorsOfScene);
  const marks = [...standing.marks].sort((a, b) => order.indexOf(a.indicator) - order.indexOf(b.indicator));
  const indicator = asked && marks.some((mark) => mark.indicator === asked) ? asked : standing.marks[0]?.indicator;
  const funnel = indicator && board.funnel(no, indicator);
  return {
    count: standing.peers,
    least,
    marks,
    funnel: funnel
      ? {
          indicator,
          centre: funnel.centre,
          spread: funnel.spread,
          overdispersion: funnel.overdispersion,
          rows: funnel.rows.map(({ no: other, n, value, mark }) => {
            const named = reader.scope === null || other === no;
            return { no: named ? other : null, name: named ? (totals.get(other)?.name ?? null) : null, own: other === no, n, value, mark };
          }),
        }
      : null,
  };
}

async function pointsView({ home, now }: Services, no: string): Promise<PracticePageJson['points']> {
  const [one] = await shownPractitioners(home.db, [no], dayOf(now()));
  if (!one) return null;
  const { n } = await home.db
    .selectFrom('pointRecord')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('practitionerNo', '=', no)
    .executeTakeFirstOrThrow();
  return { points: one.points, standing: one.standing, records: Number(n), openCount: one.openCount };
}

async function alertsView({ home }: Services, no: string, language: Language): Promise<NonNullable<PracticePageJson['alerts']>> {
  const { rows } = await storyPage(home.db, { subjectNo: no, sort: '-toDay', offset: 0, limit: 20 });
  return rows.map(({ storyId, alertIds, fromDay, toDay, signalCount, state }) => ({
    storyId,
    titles: alertIds.map((id) => alertShelf[id]?.title[language] ?? id),
    fromDay,
    toDay,
    signalCount,
    state,
  }));
}
