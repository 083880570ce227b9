/**
 * The small language that rules of a DRG pack are written in: `ZD and (ANYOP(SS1) or AGEDAY<=28)`. Atoms ask about one case and the lists
 * of the group the rule belongs to; a number that the record does not tell answers no comparison.
 */
export interface RuleScene {
  /** Main diagnosis in that list of the group. */
  mainDiagnosisIn(list: string): boolean;
  anyDiagnosisIn(list: string): boolean;
  otherDiagnosisIn(list: string): boolean;
  mainProcedureIn(list: string): boolean;
  anyProcedureIn(list: string): boolean;
  /** The main procedure is one that makes a case operated. */
  readonly operated: boolean;
  /** None of the procedures is. */
  readonly notOperated: boolean;
  readonly mcc: boolean;
  readonly cc: boolean;
  readonly numbers: Readonly<Record<'WEIGHT' | 'AGEDAY' | 'AGE' | 'LOS' | 'SEX' | 'SITES', number | null>>;
}
export type CompiledRule = (scene: RuleScene) => boolean;

const compare: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '==': (a, b) => a === b,
  '=': (a, b) => a === b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
};
const numberNames = new Set(['WEIGHT', 'AGEDAY', 'AGE', 'LOS', 'SEX', 'SITES']);
const plain: Readonly<Record<string, CompiledRule>> = {
  TRUE: () => true,
  ANY: () => true,
  ZD: (s) => s.mainDiagnosisIn('ZD'),
  ANYDX: (s) => s.anyDiagnosisIn('ZD'),
  SS: (s) => s.mainProcedureIn('SS'),
  OP_VALID: (s) => s.operated,
  NO_OP_VALID: (s) => s.notOperated,
  MCC: (s) => s.mcc,
  MCC_OR_CC: (s) => s.mcc || s.cc,
};
const onList: Readonly<Record<string, (list: string) => CompiledRule>> = {
  ANYOP: (list) => (s) => s.anyProcedureIn(list),
  ANYOTHERDX: (list) => (s) => s.otherDiagnosisIn(list),
  ANYDX: (list) => (s) => s.anyDiagnosisIn(list),
  ZD: (list) => (s) => s.mainDiagnosisIn(list),
  SS: (list) => (s) => s.mainProcedureIn(list),
};
/** How published packs put the rules of their major categories. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/primary procedure in OP_VALID( \(.*\))?/g, 'OP_VALID'],
  [/principal dx in list/g, 'ZD'],
  [/any dx in list/g, 'ANYDX'],
  [/age\(years\)/g, 'AGE'],
  [/gender/g, 'SEX'],
  [/diagnoses \(principal\+other\) hit >=2 different body sites/g, 'SITES>=2'],
];

/** Compiles a rule; what it cannot read is the answer as text: the place where it stopped. */
export function compileRule(text: string): CompiledRule | { readonly fault: string } {
  const written = phrases.reduce((rule, [phrase, word]) => rule.replace(phrase, word), text.trim());
  const tokens = written.match(/[A-Za-z_][A-Za-z_0-9]*|\d+|>=|<=|==|[=<>()]|\S/g) ?? [];
  let at = 0;
  const fault = () => ({ fault: tokens.slice(at).join(' ') || '…' });
  const rest = (): CompiledRule => {
    const terms = [both()];
    while (tokens[at]?.toLowerCase() === 'or') {
      at += 1;
      terms.push(both());
    }
    return terms.length === 1 ? (terms[0] as CompiledRule) : (s) => terms.some((term) => term(s));
  };
  const both = (): CompiledRule => {
    const terms = [one()];
    while (tokens[at]?.toLowerCase() === 'and') {
      at += 1;
      terms.push(one());
    }
    return terms.length === 1 ? (terms[0] as CompiledRule) : (s) => terms.every((term) => term(s));
  };
  const one = (): CompiledRule => {
    const token = tokens[at] ?? '';
    if (token.toLowerCase() === 'not') {
      at += 1;
      const inner = one();
      return (s) => !inner(s);
    }
    if (token === '(') {
      at += 1;
      const inner = rest();
      if (tokens[at] !== ')') throw fault();
      at += 1;
      return inner;
    }
    if (numberNames.has(token)) {
      const [test, limit] = [compare[tokens[at + 1] ?? ''], Number(tokens[at + 2])];
      if (!test || !Number.isInteger(limit)) throw fault();
      at += 3;
      return (s) => {
        const value = s.numbers[token as keyof RuleScene['numbers']];
        return value !== null && test(value, limit);
      };
    }
    const listed = onList[token];
    if (listed && tokens[at + 1] === '(') {
      const list = tokens[at + 2] ?? '';
      if (tokens[at + 3] !== ')') throw fault();
      at += 4;
      return listed(list);
    }
    const known = plain[token];
    if (!known) throw fault();
    at += 1;
    return known;
  };
  try {
    const rule = rest();
    return at === tokens.length ? rule : fault();
  } catch (stopped) {
    if (stopped && typeof stopped === 'object' && 'fault' in stopped) return stopped as { fault: string };
    throw stopped;
  }
}
