import { formatDay, formatInstant } from '@hengjian/domain';
import type { Field, Node } from './message.ts';
import type { NodeValue } from './read-node.ts';

type Json = string | { [key: string]: Json } | Json[];

/** Characters and not bytes or UTF-16 units: no sign is cut in two, and no half of one is sent. */
export const cut = (text: string, length: number | null): string => {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return length === null || whole.length <= length ? whole : [...whole].slice(0, length).join('');
};

/** Within the digits of the table, decimals included: N16,2 ends at 99999999999999.99. */
function writeNumber(value: number, { length, decimals }: Field): string {
  // beyond the safe integers digits would be made up
  const most = Math.min(length === null ? Number.POSITIVE_INFINITY : 10 ** (length - decimals) - 10 ** -decimals, Number.MAX_SAFE_INTEGER);
  const text = Math.min(Math.max(Number.isFinite(value) ? value : 0, -most), most).toFixed(decimals);
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}

function writeField(field: Field, value: NodeValue['fields'][string] | undefined): Json {
  const { type, length } = field;
  if (value === null || value === undefined) return type === 'number' ? writeNumber(0, field) : type === 'map' ? {} : '';
  if (typeof value === 'object') return { ...value };
  if (type === 'number') return writeNumber(Number(value), field);
  if (type === 'day') return formatDay(Number(value));
  if (type === 'instant') return formatInstant(Number(value));
  return cut(String(value), length);
}

const writeRow = (node: Node, value: NodeValue): { [key: string]: Json } => ({
  ...Object.fromEntries(node.fields.map((field) => [field.name, writeField(field, value.fields[field.name])])),
  ...writeNodes(node.nodes, value.nodes, []),
});

const writeNodes = (nodes: readonly Node[], values: NodeValue['nodes'], single: readonly string[]): { [key: string]: Json } =>
  Object.fromEntries(
    nodes.map((node) => {
      const rows = (values[node.name] ?? []).map((row) => writeRow(node, row));
      // one object for a client that reads no list; nothing found is an empty list there as well, which it takes for none
      if (node.many && single.includes(node.name)) return [node.name, rows[0] ?? []];
      return [node.name, node.many ? rows : (rows[0] ?? {})];
    }),
  );

/**
 * The `output` of an answer, strict: every field of the table is there (nothing is `""`, a number `"0.00"`), code fields are texts,
 * lists are lists, texts are cut to their length. `single` names the lists of which this institution's software reads the first row
 * as an object.
 */
export const writeOutput = (
  nodes: readonly Node[],
  values: NodeValue['nodes'],
  { single = [] }: { single?: readonly string[] } = {},
): { [key: string]: Json } => writeNodes(nodes, values, single);
