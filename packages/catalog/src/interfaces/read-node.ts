import { type Day, type Instant, OPEN_DAY, OPEN_INSTANT, parseDay, parseInstant } from '@hengjian/domain';
import type { Field, Node } from './message.ts';

/** A field as we understand it: text, number, day or instant (as the field's type says), a map; null where nothing was sent. */
export type FieldValue = string | number | Readonly<Record<string, string>> | null;

export interface NodeValue {
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly nodes: Readonly<Record<string, readonly NodeValue[]>>;
}

/** What a reader noticed; none of it stops a message by itself. */
export interface Remark {
  code: 'missing' | 'tooLong' | 'notNumber' | 'notDate' | 'notText' | 'notNode';
  /** Place in the message: `patient_dtos[0].fsi_order_dtos[3].cnt`. */
  path: string;
  /** 中文 of the field or node. */
  zh: string;
}

export interface ReadInput {
  readonly nodes: Readonly<Record<string, readonly NodeValue[]>>;
  readonly remarks: readonly Remark[];
}

type Bag = Record<string, unknown>;
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Rows of one node at most: a message is 40,000 characters by the specification, a tolerant limit guards the rest. */
const MOST_ROWS = 20_000;

/**
 * Reads the nodes below `input` as real clients send them: objects or arrays, numbers or their texts, `""`, `null` and `"-"` for
 * nothing, keys left out, child nodes inside their parent or beside it, camelCase for snake_case; unknown keys are passed over.
 */
export function readInput(nodes: readonly Node[], input: unknown): ReadInput {
  const remarks: Remark[] = [];
  const root = isBag(input) ? input : {};
  return { nodes: readNodes(nodes, root, root, '', remarks), remarks };
}

function readNodes(nodes: readonly Node[], parent: Bag, root: Bag, path: string, remarks: Remark[]): NodeValue['nodes'] {
  const read: Record<string, NodeValue[]> = {};
  for (const node of nodes) {
    const own = at(parent, node.name);
    // The siblings form: children stand beside `data`, directly below `input`.
    const sent = nothing(own) && parent !== root ? at(root, node.name) : own;
    const place = path ? `${path}.${node.name}` : node.name;
    const rows = Array.isArray(sent) ? sent : nothing(sent) ? [] : [sent];
    read[node.name] = rows.slice(0, MOST_ROWS).flatMap((row, i) => {
      const here = Array.isArray(sent) ? `${place}[${i}]` : place;
      if (nothing(row)) return [];
      if (isBag(row)) return [readRow(node, row, root, here, remarks)];
      remarks.push({ code: 'notNode', path: here, zh: node.zh });
      return [];
    });
  }
  return read;
}

function readRow(node: Node, row: Bag, root: Bag, path: string, remarks: Remark[]): NodeValue {
  const fields: Record<string, FieldValue> = {};
  for (const field of node.fields) {
    const place = `${path}.${field.name}`;
    const sent = at(row, field.name);
    const value = nothing(sent) ? null : readField(field, sent, place, remarks);
    if (value === null && field.required && nothing(sent)) remarks.push({ code: 'missing', path: place, zh: field.zh });
    fields[field.name] = value;
  }
  return { fields, nodes: readNodes(node.nodes, row, root, path, remarks) };
}

/** Own keys only, so that no key of the prototype is taken for data. */
function at(bag: Bag, name: string): unknown {
  if (Object.hasOwn(bag, name)) return bag[name];
  const camel = name.replace(/_([a-z0-9])/g, (_, sign: string) => sign.toUpperCase());
  return Object.hasOwn(bag, camel) ? bag[camel] : undefined;
}

const nothing = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && /^\s*(?:-|null)?\s*$/i.test(value));

function readField(field: Field, sent: unknown, path: string, remarks: Remark[]): FieldValue {
  const remark = (code: Remark['code']) => {
    remarks.push({ code, path, zh: field.zh });
    return null;
  };
  if (field.type === 'map') return isBag(sent) ? mapOf(sent) : remark('notNode');
  if (typeof sent === 'object') return Array.isArray(sent) && sent.length === 0 ? null : (listText(sent) ?? remark('notText'));
  const text = String(sent).trim();
  if (field.type === 'number') {
    const number = Number(text.replaceAll(',', ''));
    return text !== '' && Number.isFinite(number) ? number : remark('notNumber');
  }
  if (field.type === 'day') return dayOf(text) ?? remark('notDate');
  if (field.type === 'instant') return instantOf(text) ?? remark('notDate');
  if (field.length !== null && [...text].length > field.length) remarks.push({ code: 'tooLong', path, zh: field.zh });
  return text;
}

/** A list of plain values as one text, `,` between (`rule_ids`). */
const listText = (sent: object | null): string | undefined =>
  Array.isArray(sent) && sent.every((one) => typeof one === 'string' || typeof one === 'number') ? sent.map(String).join(',') : undefined;

const mapOf = (sent: Bag): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sent).flatMap(([key, value]) => (nothing(value) || typeof value === 'object' ? [] : [[key, String(value).trim()]])),
  );

/** `yyyy-MM-dd`, `yyyy-MM-dd HH:mm:ss`, `yyyyMMdd` or `yyyyMMddHHmmss`; the year 9999 is open, not missing. */
function instantOf(text: string): Instant | undefined {
  const compact = /^(\d{8})(\d{2})(\d{2})(\d{2})$/.exec(text);
  const instant = parseInstant(compact ? `${compact[1]} ${compact[2]}:${compact[3]}:${compact[4]}` : text);
  return instant !== undefined && instant >= OPEN_INSTANT - 366 * 86_400 ? OPEN_INSTANT : instant;
}

function dayOf(text: string): Day | undefined {
  const instant = instantOf(text);
  if (instant === OPEN_INSTANT) return OPEN_DAY;
  return instant === undefined ? parseDay(text) : Math.floor(instant / 86_400);
}
