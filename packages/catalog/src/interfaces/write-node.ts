import { formatDay, formatInstant } from '@hengjian/domain';
import type { Field, Node } from './message.ts';
import type { NodeValue } from './read-node.ts';

type Json = string | { [key: string]: Json } | Json[];

/** Characters and not bytes or UTF-16 units: no sign is cut in two. */
export const cut = (text: string, length: number | null): string => {
  if (length === null || text.length <= length) return text;
  return [...text].slice(0, length).join('');
};

function writeField({ type, length, decimals }: Field, value: NodeValue['fields'][string] | undefined): Json {
  if (value === null || value === undefined) return type === 'number' ? (0).toFixed(decimals) : type === 'map' ? {} : '';
  if (typeof value === 'object') return { ...value };
  if (type === 'number') return Number(value).toFixed(decimals);
  if (type === 'day') return formatDay(Number(value));
  if (type === 'instant') return formatInstant(Number(value));
  return cut(String(value), length);
}

const writeRow = (node: Node, value: NodeValue): { [key: string]: Json } => ({
  ...Object.fromEntries(node.fields.map((field) => [field.name, writeField(field, value.fields[field.name])])),
  ...writeNodes(node.nodes, value.nodes),
});

const writeNodes = (nodes: readonly Node[], values: NodeValue['nodes']): { [key: string]: Json } =>
  Object.fromEntries(
    nodes.map((node) => {
      const rows = (values[node.name] ?? []).map((row) => writeRow(node, row));
      return [node.name, node.many ? rows : (rows[0] ?? {})];
    }),
  );

/**
 * The `output` of an answer, strict: every field of the table is there (nothing is `""`, a number `"0.00"`), code fields are texts,
 * lists are lists, texts are cut to their length.
 */
export const writeOutput = (nodes: readonly Node[], values: NodeValue['nodes']): { [key: string]: Json } => writeNodes(nodes, values);
