/** Two versions of a grouping scheme side by side: what their tables changed, and which cases would go elsewhere. */
import type { Fen } from '../money.ts';
import type { DrgPack } from './drg-grouper.ts';
import type { Grouper, PaymentCase } from './scheme.ts';

export interface PackGroup {
  readonly code: string;
  readonly name: string;
}
export interface PackChanges {
  /** Rows of either, by table. */
  readonly counts: readonly {
    readonly table: PackPart;
    readonly a: number;
    readonly b: number;
    readonly added: number;
    readonly removed: number;
  }[];
  readonly added: readonly PackGroup[];
  readonly removed: readonly PackGroup[];
  readonly renamed: readonly { readonly code: string; readonly before: string; readonly after: string }[];
}
export const packParts = ['categories', 'adjacent', 'groups', 'mcc', 'cc', 'exclusions', 'operations'] as const;
export type PackPart = (typeof packParts)[number];

const keysOf = (pack: DrgPack, part: PackPart): ReadonlySet<string> =>
  new Set(pack[part].map((row) => (typeof row === 'string' ? row : Array.isArray(row) ? String(row[0]) : (row as PackGroup).code)));

const apart = (own: ReadonlySet<string>, other: ReadonlySet<string>) => [...own].filter((key) => !other.has(key)).length;

export function changesOfPacks(a: DrgPack, b: DrgPack): PackChanges {
  const counts = packParts.map((table) => {
    const [was, is] = [keysOf(a, table), keysOf(b, table)];
    return { table, a: was.size, b: is.size, added: apart(is, was), removed: apart(was, is) };
  });
  const [was, is] = [new Map(a.groups.map(({ code, name }) => [code, name])), new Map(b.groups.map(({ code, name }) => [code, name]))];
  const only = (own: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): PackGroup[] =>
    [...own].flatMap(([code, name]) => (other.has(code) ? [] : [{ code, name }]));
  return {
    counts,
    added: only(is, was),
    removed: only(was, is),
    renamed: [...was].flatMap(([code, before]) => {
      const after = is.get(code);
      return after === undefined || after === before ? [] : [{ code, before, after }];
    }),
  };
}

/** null: no group. */
export interface CaseShift {
  readonly from: string | null;
  readonly to: string | null;
  readonly cases: number;
  readonly costFen: Fen;
}
export interface CaseShifts {
  readonly cases: number;
  readonly moved: number;
  readonly groupedBefore: number;
  readonly groupedAfter: number;
  /** Cases that change their group, most first. */
  readonly shifts: readonly CaseShift[];
  readonly byInstitution: readonly { readonly providerNo: string; readonly cases: number; readonly moved: number }[];
}

export function shiftsOf(cases: readonly PaymentCase[], a: Grouper, b: Grouper): CaseShifts {
  const shifts = new Map<string, { from: string | null; to: string | null; cases: number; costFen: Fen }>();
  const institutions = new Map<string, { providerNo: string; cases: number; moved: number }>();
  let [moved, groupedBefore, groupedAfter] = [0, 0, 0];
  for (const one of cases) {
    const [from, to] = [a(one).code, b(one).code];
    const own = institutions.get(one.providerNo) ?? { providerNo: one.providerNo, cases: 0, moved: 0 };
    institutions.set(one.providerNo, own);
    own.cases += 1;
    if (from !== null) groupedBefore += 1;
    if (to !== null) groupedAfter += 1;
    if (from === to) continue;
    moved += 1;
    own.moved += 1;
    const key = `${from} ${to}`;
    const shift = shifts.get(key) ?? { from, to, cases: 0, costFen: 0 };
    shifts.set(key, shift);
    shift.cases += 1;
    shift.costFen += one.costFen;
  }
  const text = (value: string | null) => value ?? '';
  return {
    cases: cases.length,
    moved,
    groupedBefore,
    groupedAfter,
    shifts: [...shifts.values()].sort((x, y) => y.cases - x.cases || (text(x.from) + text(x.to) < text(y.from) + text(y.to) ? -1 : 1)),
    byInstitution: [...institutions.values()].sort((x, y) => y.moved - x.moved || (x.providerNo < y.providerNo ? -1 : 1)),
  };
}
