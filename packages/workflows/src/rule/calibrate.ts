/**
 * A threshold before it is set: what each of several values would have named of a past period, all of them in one scan, beside what
 * became of such findings and (of a generated city) beside what is known to be wrong; of a statistic how all subjects are spread.
 * Nothing is stored here (`keep-calibration.ts` does).
 */
import type { Outcome } from '@hengjian/domain';
import { withExemptions } from '../exemption/exemption.ts';
import type { DecisionBook } from '../finding/decisions.ts';
import { type Agreement, compareWithTruth, type TruthRow } from '../review/export-findings.ts';
import { knowledgeMet, numbered, readAll, type Tally } from '../review/judge.ts';
import type { EditionFinding, Period, ReviewRule } from '../review/ports.ts';
import type { Calibrated, Candidate } from './calibration.ts';
import { parameterProblems } from './check-content.ts';
import { liveRulesOf } from './live-rules.ts';
import { measuringTree, spreadOf, statisticOf, whereValuesStand } from './statistic.ts';
import { refusal } from './take-step.ts';
import type { TrialPorts } from './trial-ports.ts';

export interface CalibrationRequest {
  readonly ruleId: string;
  /** One of the rule's parameters that are whole numbers. */
  readonly parameter: string;
  readonly values: readonly number[];
  readonly period: Period;
  /** What is known to be wrong, where a city was generated. */
  readonly truth?: readonly TruthRow[];
  readonly progress?: (done: number, total: number) => void;
}

export type CalibrationPorts = Pick<TrialPorts, 'book' | 'exemptions' | 'knowledge' | 'lake' | 'region'> & {
  readonly decisions: DecisionBook;
};

/** Refuses a rule that is not live, a parameter it has not, one that is no number or that knowledge rows give, and values out of its range. */
export async function calibrate(ports: CalibrationPorts, request: CalibrationRequest): Promise<Outcome<Calibrated>> {
  const { ruleId, parameter, period } = request;
  if (period.to < period.from) return refusal('rule.badPeriod', { ...period });
  const live = liveRulesOf(await ports.book.editions(ruleId), ports.region).at(-1);
  if (!live) return { ok: false, issues: [{ code: 'review.unknownRule', severity: 'error', facts: { rule: ruleId } }] };
  if (live.rule.knowledgeParams.includes(parameter)) return refusal('rule.parameterOfKnowledge', { name: parameter });
  const inForce = ({ name, from, to }: (typeof live.parameters)[number]) =>
    name === parameter && (from === null || from <= period.to) && (to === null || to >= period.to);
  const standing = live.parameters.find(inForce)?.value ?? live.rule.parameters[parameter]?.standard;
  const values = [...new Set([...request.values, ...(typeof standing === 'number' ? [standing] : [])])].sort((a, b) => a - b);
  const rowsOf = (value: number) => [
    { name: parameter, from: null, to: null, value },
    ...live.parameters.filter(({ name }) => name !== parameter),
  ];
  const issues = values.flatMap((value) => parameterProblems(live.rule, [{ name: parameter, region: '*', from: null, to: null, value }]));
  if (issues.length > 0) return { ok: false, issues };
  const exempt = withExemptions({ rule: live.rule, edition: 0, parameters: [] }, await ports.exemptions.rows(), ports.region).rule;
  const statistic = statisticOf(exempt, parameter);
  // candidates ride in one scan, each as an edition of the rule; behind them the one that names everybody, to see how they are spread
  const editions = [
    ...values.map((value, i) => ({ rule: exempt, edition: i, parameters: rowsOf(value) })),
    ...(statistic ? [{ rule: measuringTree(exempt), edition: values.length, parameters: live.parameters }] : []),
  ];
  const rules = numbered(editions, (await knowledgeMet(ports, editions)).knowledge);
  const read = await readOnce(ports, rules, request, (edition) => edition === values.length);
  const verdicts = new Map((await ports.decisions.standing()).map(({ findingId, verdict }) => [findingId, verdict]));
  const byEdition = Map.groupBy(
    read.named.filter(({ exemptedBy }) => exemptedBy === null),
    ({ edition }) => edition,
  );
  const truth = request.truth?.filter(({ rule_id }) => rule_id === ruleId);
  const candidates = values.map(
    (one, i): Candidate => ({ value: one, inForce: one === standing, ...counted(byEdition.get(i) ?? [], verdicts, truth) }),
  );
  const places = statistic ? whereValuesStand(exempt, statistic, parameter, values, live.parameters) : [];
  const value: Calibrated = {
    edition: live.edition,
    parameter,
    standing: typeof standing === 'number' ? standing : null,
    lakeVersion: read.lakeVersion,
    candidates,
    distribution: statistic && spreadOf(statistic, read.measured, places),
    findings: read.named,
  };
  return { ok: true, value, issues: [] };
}

/** One scan over all of them. Of the rule that names everybody only the number is kept: subjects may be a year's stays of a city. */
async function readOnce(
  ports: CalibrationPorts,
  rules: readonly ReviewRule[],
  { period, parameter, progress }: CalibrationRequest,
  measures: (edition: number) => boolean,
) {
  const statistic = rules[0] && statisticOf(rules[0].rule, parameter);
  const named: EditionFinding[] = [];
  const measured: number[] = [];
  const reader = await ports.lake.open(rules, period);
  try {
    const tallies: Tally[] = [];
    const say = (findings: readonly EditionFinding[]) => {
      for (const one of findings) {
        if (!measures(one.edition)) named.push(one);
        else if (statistic) {
          const value = one.explanation.facts[statistic.fact]?.value;
          if (typeof value === 'number') measured.push(value);
        }
      }
    };
    await readAll(reader, rules, { period, ...(progress && { progress }) }, { tallies, say });
    return { named, measured, lakeVersion: reader.lakeVersion };
  } finally {
    reader.close();
  }
}

function counted(
  findings: readonly EditionFinding[],
  verdicts: ReadonlyMap<string, string>,
  truth: readonly TruthRow[] | undefined,
): Omit<Candidate, 'value' | 'inForce'> {
  const own = findings.flatMap(({ records }) => records.filter(({ role }) => role === 'inQuestion'));
  const decided = (verdict: string) => findings.filter(({ findingId }) => verdicts.get(findingId) === verdict).length;
  const [agreement] = truth ? compareWithTruth(findings.map(rowOf), truth) : [];
  return {
    findings: findings.length,
    providers: new Set(findings.flatMap(({ providerNos, records }) => providerNos ?? records.map(({ providerNo }) => providerNo))).size,
    encounters: new Set(own.map(({ encounterNo }) => encounterNo)).size,
    amountFen: findings.reduce((sum, { amountFen }) => sum + amountFen, 0),
    upheld: decided('upheld'),
    overturned: decided('overturned'),
    truth: agreement ? numbersOf(agreement) : null,
  };
}

const numbersOf = ({ planted, matched, confirmed, precision, recall }: Agreement): NonNullable<Candidate['truth']> => ({
  planted,
  matched,
  confirmed,
  precision,
  recall,
});

/** As `findings export` writes it, as far as it is compared. */
function rowOf({ ruleId, subjectId, records }: EditionFinding): TruthRow {
  const own = records.filter(({ role }) => role === 'inQuestion');
  const list = (names: readonly (string | null)[]) => [...new Set(names.filter((name) => name !== null))].join(';');
  return {
    rule_id: ruleId,
    subject_id: subjectId,
    mdtrt_id: list(own.map(({ encounterNo }) => encounterNo)),
    setl_id: list(own.map(({ settlementNo }) => settlementNo)),
    feedetl_sns: list(own.map(({ encounterNo, lineNo }) => lineNo && `${encounterNo}:${lineNo}`)),
  };
}
