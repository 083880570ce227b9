/**
 * A threshold before it is set: what each of several values would have named of a past period, all of them in one scan, beside what
 * became of such findings and (of a generated city) beside what is known to be wrong. Nothing is stored.
 */
import type { Fen, Outcome } from '@hengjian/domain';
import { withExemptions } from '../exemption/exemption.ts';
import type { DecisionBook } from '../finding/decisions.ts';
import { type Agreement, compareWithTruth, type TruthRow } from '../review/export-findings.ts';
import { judgeEditions, knowledgeMet, numbered } from '../review/judge.ts';
import type { EditionFinding, Period } from '../review/ports.ts';
import { parameterProblems } from './check-content.ts';
import { liveRulesOf } from './live-rules.ts';
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

export interface Candidate {
  readonly value: number;
  /** The one in force. */
  readonly inForce: boolean;
  readonly findings: number;
  readonly providers: number;
  /** Encounters in question; 0 of a statistic about institutions. */
  readonly encounters: number;
  readonly amountFen: Fen;
  /** Of its findings, those that were decided. */
  readonly upheld: number;
  readonly overturned: number;
  readonly truth: Pick<Agreement, 'planted' | 'matched' | 'confirmed' | 'precision' | 'recall'> | null;
}

type Ports = Pick<TrialPorts, 'book' | 'exemptions' | 'knowledge' | 'lake' | 'region'> & { readonly decisions: DecisionBook };

/** Refuses a rule that is not live, a parameter it has not, and values out of its range. Candidates stand by value. */
export async function calibrate(ports: Ports, request: CalibrationRequest): Promise<Outcome<readonly Candidate[]>> {
  const { ruleId, parameter, period } = request;
  if (period.to < period.from) return refusal('rule.badPeriod', { ...period });
  const live = liveRulesOf(await ports.book.editions(ruleId), ports.region).at(-1);
  if (!live) return { ok: false, issues: [{ code: 'review.unknownRule', severity: 'error', facts: { rule: ruleId } }] };
  const standing = live.parameters.find(({ name }) => name === parameter)?.value ?? live.rule.parameters[parameter]?.standard;
  const values = [...new Set([...request.values, ...(typeof standing === 'number' ? [standing] : [])])].sort((a, b) => a - b);
  const rowsOf = (value: number) => [
    { name: parameter, from: null, to: null, value },
    ...live.parameters.filter(({ name }) => name !== parameter),
  ];
  const issues = values.flatMap((value) => parameterProblems(live.rule, [{ name: parameter, region: '*', from: null, to: null, value }]));
  if (issues.length > 0) return { ok: false, issues };
  const exempt = withExemptions({ rule: live.rule, edition: 0, parameters: [] }, await ports.exemptions.rows(), ports.region).rule;
  // candidates ride in one scan, each as an edition of the rule
  const editions = values.map((value, i) => ({ rule: exempt, edition: i, parameters: rowsOf(value) }));
  const rules = numbered(editions, (await knowledgeMet(ports, editions)).knowledge);
  const { findings } = await judgeEditions(ports.lake, rules, period, request.progress);
  const verdicts = new Map((await ports.decisions.standing()).map(({ findingId, verdict }) => [findingId, verdict]));
  const byEdition = Map.groupBy(
    findings.filter(({ exemptedBy }) => exemptedBy === null),
    ({ edition }) => edition,
  );
  const truth = request.truth?.filter(({ rule_id }) => rule_id === ruleId);
  const value = values.map(
    (one, i): Candidate => ({ value: one, inForce: one === standing, ...counted(byEdition.get(i) ?? [], verdicts, truth) }),
  );
  return { ok: true, value, issues: [] };
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
