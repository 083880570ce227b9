/**
 * DIP by its items (分组规范 1.0, 2.0): main diagnosis at four characters and what was done. Core items are more exact than comprehensive ones;
 * of several that fit, the one with more procedures in it, then the one nearer in cost.
 */
import type { Grouping, PaymentCase, PaymentGroup, PaymentScheme, ProcedureClass } from './scheme.ts';

const rank: Readonly<Record<ProcedureClass, number>> = { surgery: 0, therapeutic: 1, diagnostic: 2, conservative: 3, excluded: 4 };
const words: Readonly<Record<string, ProcedureClass>> = {
  手术: 'surgery',
  相关手术: 'surgery',
  治疗性操作: 'therapeutic',
  诊断性操作: 'diagnostic',
  保守治疗: 'conservative',
};

/** The class of a procedure: as the scheme's table says, by the longest beginning; else chapters 00–86 of ICD-9-CM-3 are surgery. */
function classOfProcedure(scheme: Pick<PaymentScheme, 'classes'>): (code: string) => ProcedureClass {
  const known = new Map(scheme.classes.map(({ prefix, class: own }) => [prefix, own]));
  const longest = Math.max(0, ...scheme.classes.map(({ prefix }) => prefix.length));
  return (code) => {
    for (let length = Math.min(longest, code.length); length > 0; length -= 1) {
      const own = known.get(code.slice(0, length));
      if (own) return own;
    }
    return Number(code.slice(0, 2)) <= 86 ? 'surgery' : 'therapeutic';
  };
}

interface Item {
  readonly group: PaymentGroup;
  readonly parts: readonly (readonly string[])[];
  readonly class: ProcedureClass;
}

/** `A00-A99` takes every code whose letter and two digits lie in it; anything else is a beginning. */
const takes = (pattern: string, code: string): boolean => {
  const range = /^([A-Z]\d\d)-([A-Z]\d\d)$/.exec(pattern);
  if (!range) return code.startsWith(pattern);
  const head = code.slice(0, 3);
  return head >= (range[1] as string) && head <= (range[2] as string);
};

/** What items ask of a case. */
type Asked = Pick<PaymentCase, 'mainDiagnosis' | 'mainProcedure' | 'otherProcedures' | 'costFen'>;

export function dipGrouper(scheme: Pick<PaymentScheme, 'groups' | 'classes'>): (one: Asked) => Grouping {
  const classOf = classOfProcedure(scheme);
  const highest = (codes: readonly string[]): ProcedureClass =>
    codes.map(classOf).reduce<ProcedureClass>((best, own) => (rank[own] < rank[best] ? own : best), 'conservative');
  const exact = new Map<string, Item[]>();
  const broad: Item[] = [];
  for (const group of scheme.groups) {
    if (group.kind === 'drg') continue;
    if (group.kind === 'comprehensive') {
      broad.push({ group, parts: [], class: words[group.procedures.trim()] ?? 'conservative' });
      continue;
    }
    const parts = group.procedures
      .split('+')
      .map((part) =>
        part
          .split('/')
          .map((code) => code.trim())
          .filter(Boolean),
      )
      .filter((part) => part.length > 0);
    const item = { group, parts, class: highest(parts.flat()) };
    for (const diagnosis of group.diagnoses) exact.set(diagnosis, [...(exact.get(diagnosis) ?? []), item]);
  }
  const lengths = [...new Set([...exact.keys()].map((key) => key.length))].sort((a, b) => b - a);

  const found = (one: Asked): Item | undefined => {
    const main = one.mainDiagnosis as string;
    const procedures = [...(one.mainProcedure === null ? [] : [one.mainProcedure]), ...one.otherProcedures].filter(
      (code) => classOf(code) !== 'excluded',
    );
    const own = highest(procedures);
    const candidates = lengths
      .flatMap((length) => exact.get(main.slice(0, length)) ?? [])
      .filter(({ parts }) => parts.every((part) => part.some((code) => procedures.some((done) => done.startsWith(code)))));
    const matched = ({ parts }: Item) =>
      procedures.filter((done) => parts.some((part) => part.some((code) => done.startsWith(code)))).length;
    const far = ({ group }: Item) => (group.meanFen === null ? Number.POSITIVE_INFINITY : Math.abs(one.costFen - group.meanFen));
    const [best] = candidates
      .filter((item) => item.class !== 'conservative')
      .sort(
        (a, b) =>
          rank[a.class] - rank[b.class] ||
          b.parts.length - a.parts.length ||
          matched(b) - matched(a) ||
          far(a) - far(b) ||
          (a.group.code < b.group.code ? -1 : 1),
      );
    if (best) return best;
    // longer beginnings of the diagnosis are nearer than ranges
    const near = ({ group }: Item) =>
      Math.max(...group.diagnoses.filter((d) => takes(d, main)).map((d) => (d.includes('-') ? 0 : d.length)));
    const comprehensive = (wanted: ProcedureClass) =>
      broad
        .filter((item) => item.class === wanted && item.group.diagnoses.some((d) => takes(d, main)))
        .sort((a, b) => near(b) - near(a))[0];
    return (
      (own === 'conservative' ? undefined : comprehensive(own)) ??
      candidates.filter((item) => item.class === 'conservative').sort((a, b) => far(a) - far(b))[0] ??
      comprehensive('conservative')
    );
  };

  return (one): Grouping => {
    const base = { by: 'grouper', category: null, complications: [], excluded: [] } as const;
    if (one.mainDiagnosis === null) return { ...base, code: null, adjacent: null, rule: null, why: 'no-diagnosis' };
    const item = found(one);
    if (!item) return { ...base, code: null, adjacent: null, rule: null, why: 'no-item' };
    const { code, diagnoses, procedures } = item.group;
    return { ...base, code, adjacent: diagnoses[0] ?? null, rule: `${diagnoses.join('/')} ${procedures}`.trim(), why: 'grouped' };
  };
}
