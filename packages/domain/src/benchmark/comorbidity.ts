/**
 * 查尔森合并症指数: how severe a case is beside its main diagnosis. Groups of ICD-10 codes of Quan and others (Medical Care 2005;43:1130) with
 * the weights of Charlson and others (J Chronic Dis 1987;40:373). Where two groups are degrees of one disease the heavier one counts.
 */
export interface ComorbidityGroup {
  /** Degrees of one disease share a family. */
  readonly family: string;
  readonly weight: number;
  readonly prefixes: readonly string[];
}

const words = (text: string) => text.split(' ');
/** Codes from `first` to `last`, both of one letter and two digits. */
const range = (first: string, last: string): string[] =>
  Array.from(
    { length: Number(last.slice(1)) - Number(first.slice(1)) + 1 },
    (_, n) => `${first[0]}${String(Number(first.slice(1)) + n).padStart(2, '0')}`,
  );
const diabetes = (digits: string) => range('E10', 'E14').flatMap((code) => [...digits].map((digit) => `${code}.${digit}`));

// biome-ignore format: a table
export const comorbidityGroups: readonly ComorbidityGroup[] = [
  { family: 'infarction', weight: 1, prefixes: words('I21 I22 I25.2') },
  { family: 'heart', weight: 1, prefixes: words('I09.9 I11.0 I13.0 I13.2 I25.5 I42.0 I42.5 I42.6 I42.7 I42.8 I42.9 I43 I50 P29.0') },
  { family: 'vessels', weight: 1, prefixes: words('I70 I71 I73.1 I73.8 I73.9 I77.1 I79.0 I79.2 K55.1 K55.8 K55.9 Z95.8 Z95.9') },
  { family: 'brain', weight: 1, prefixes: [...words('G45 G46 H34.0'), ...range('I60', 'I69')] },
  { family: 'dementia', weight: 1, prefixes: words('F00 F01 F02 F03 F05.1 G30 G31.1') },
  { family: 'lung', weight: 1, prefixes: [...words('I27.8 I27.9 J68.4 J70.1 J70.3'), ...range('J40', 'J47'), ...range('J60', 'J67')] },
  { family: 'rheuma', weight: 1, prefixes: words('M05 M06 M31.5 M32 M33 M34 M35.1 M35.3 M36.0') },
  { family: 'ulcer', weight: 1, prefixes: range('K25', 'K28') },
  { family: 'liver', weight: 1, prefixes: words('B18 K70.0 K70.1 K70.2 K70.3 K70.9 K71.3 K71.4 K71.5 K71.7 K73 K74 K76.0 K76.2 K76.3 K76.4 K76.8 K76.9 Z94.4') },
  { family: 'liver', weight: 3, prefixes: words('I85.0 I85.9 I86.4 I98.2 K70.4 K71.1 K72.1 K72.9 K76.5 K76.6 K76.7') },
  { family: 'diabetes', weight: 1, prefixes: diabetes('01689') },
  { family: 'diabetes', weight: 2, prefixes: diabetes('23457') },
  { family: 'palsy', weight: 2, prefixes: words('G04.1 G11.4 G80.1 G80.2 G81 G82 G83.0 G83.1 G83.2 G83.3 G83.4 G83.9') },
  { family: 'kidney', weight: 2, prefixes: words('I12.0 I13.1 N03.2 N03.3 N03.4 N03.5 N03.6 N03.7 N05.2 N05.3 N05.4 N05.5 N05.6 N05.7 N18 N19 N25.0 Z49.0 Z49.1 Z49.2 Z94.0 Z99.2') },
  { family: 'cancer', weight: 2, prefixes: [...range('C00', 'C26'), ...range('C30', 'C34'), ...range('C37', 'C41'), 'C43', ...range('C45', 'C58'), ...range('C60', 'C76'), ...range('C81', 'C85'), 'C88', ...range('C90', 'C97')] },
  { family: 'cancer', weight: 6, prefixes: range('C77', 'C80') },
  { family: 'immune', weight: 6, prefixes: words('B20 B21 B22 B24') },
];

/** Bands that cases are compared in: none, 1–2, 3–4, 5 and more. */
export const comorbidityBands = [1, 3, 5] as const;

/** The index of a case's other diagnoses. */
export function comorbidityIndex(otherDiagnoses: readonly string[]): number {
  const families = new Map<string, number>();
  for (const { family, weight, prefixes } of comorbidityGroups)
    if (otherDiagnoses.some((code) => prefixes.some((prefix) => code.startsWith(prefix))))
      families.set(family, Math.max(weight, families.get(family) ?? 0));
  return [...families.values()].reduce((sum, weight) => sum + weight, 0);
}
