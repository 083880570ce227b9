// Cases of a rule as an officer could write them (cases.yaml): what such a file may hold.
export type CaseValue = number | string | boolean | null | readonly (number | string)[];

/** A knowledge row of a case, as the readers of rules take it (language's `Point`). */
export interface CasePoint {
  readonly index: number;
  readonly pointId: string;
  readonly lineage: string;
  readonly subject: string;
  readonly constraint: string;
  readonly basis: string;
  readonly from: number;
  readonly to: number;
  readonly codes: { readonly [role: string]: readonly string[] };
  readonly params: { readonly [name: string]: CaseValue };
}

/** What of a rule the points need. */
export interface CaseRule {
  readonly parameters: { readonly [name: string]: { readonly standard: CaseValue } };
}

export type CaseFields = { [field: string]: unknown };

export interface CaseFile {
  knowledge?: CaseFields[];
  parameters?: CaseFields;
  cases: RuleCase[];
}

export interface RuleCase {
  name: string;
  kind: 'clean' | 'violating' | 'edge';
  knowledge?: CaseFields[];
  parameters?: CaseFields;
  persons?: { [no: string]: CaseFields };
  providers?: { [no: string]: CaseFields };
  practitioners?: { [no: string]: CaseFields };
  /** Times in which a practitioner's right was suspended or ended by points, beside what the roster says. */
  standings?: CaseFields[];
  encounters?: { [no: string]: CaseFields };
  lines?: CaseFields[];
  diagnoses?: CaseFields[];
  operations?: CaseFields[];
  settlements?: { [no: string]: CaseFields };
  /** Trace codes: `line` names the line they came with. */
  traces?: CaseFields[];
  inventory?: CaseFields[];
  prescriptions?: CaseFields[];
  equipment?: CaseFields[];
  benefits?: CaseFields[];
  /** Chronic diseases a person was approved for. */
  approvals?: CaseFields[];
  expect: {
    hits?: { lines?: string[]; encounters?: string[]; settlements?: string[]; amount?: number | string; related?: string[] }[];
    notEvaluated?: number;
    clear?: number;
  };
}
