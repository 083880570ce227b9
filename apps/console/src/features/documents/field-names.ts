// What the fields of a row are called that a person may correct.
import type { DocumentFileJson } from '@hengjian/server/schemas/documents.ts';
import { texts } from '../../texts/index.ts';
import type { Text } from '../../texts/text.ts';

const text = texts.documents;
export type Field = DocumentFileJson['projects'][number]['indicators'][number]['corrected'][number]['field'];

export const fieldNames: Readonly<Record<Field, Text>> = {
  level1: text.level1,
  level2: text.level2,
  name: text.indicator,
  operator: text.operator,
  value: text.target,
  unit: text.unit,
  weight: text.weight,
  actual: text.actual,
  score: text.score,
};
