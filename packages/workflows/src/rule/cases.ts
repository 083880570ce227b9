// Cases stand in the domain (case/case-world.ts), so that the console reads them by the same code; their knowledge rows are numbered here.
import { derivedRecords, knowledgeParameters, type ParamName, ruleSchema } from '@hengjian/catalog';
import {
  type CaseFile,
  type CaseWorld,
  casePoints,
  caseTables,
  PRICE_SCALE,
  parseFixed,
  parseYuan,
  QUANTITY_SCALE,
  type RuleCase,
} from '@hengjian/domain';
import { deriveRecords, orderPoints, type Point, type RuleTree } from '@hengjian/language';

export type { CaseFile, CaseWorld, RuleCase } from '@hengjian/domain';

/** The case's records as net tables with the records derived from them. */
export function worldOf(one: RuleCase): CaseWorld {
  const world = caseTables(one);
  const derived = Object.entries(derivedRecords).map(
    ([table, record]) => [table, deriveRecords(record, ruleSchema, world.tables)] as const,
  );
  return { ...world, tables: { ...world.tables, ...Object.fromEntries(derived) } };
}

/** Knowledge rows of a case in the order both readers number them. */
export const pointsOf = (rule: RuleTree, file: CaseFile, one: RuleCase): Point[] => orderPoints(casePoints(rule, file, one, paramOf));

/** Quantities in ten-thousandths, prices in millionths, ratios in ten-thousandths, amounts in fen (packages/catalog/src/schema.ts). */
function paramOf(name: string, value: unknown): Point['params'][string] {
  if (value === null || Array.isArray(value) || typeof value === 'boolean') return value as Point['params'][string];
  if (name.startsWith('maxPrice')) return parseFixed(String(value), PRICE_SCALE) as number;
  const type = name in knowledgeParameters ? knowledgeParameters[name as ParamName].type : undefined;
  if (type === 'quantity' || type === 'ratio') return parseFixed(String(value), QUANTITY_SCALE) as number;
  if (type === 'yuan') return parseYuan(String(value)) as number;
  return value as number | string;
}
