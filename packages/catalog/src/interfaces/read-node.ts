import { type Day, type Instant, OPEN_DAY, OPEN_INSTANT, parseDay, parseInstant } from '@hengjian/domain';
import type { Field, Message, Node } from './message.ts';

/** A field as we understand it: text, number, day or instant (as the field's type says), a map; null where nothing was sent. */
export type FieldValue = string | number | Readonly<Record<string, string>> | null;

export interface NodeValue {
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly nodes: Readonly<Record<string, readonly NodeValue[]>>;
}

/** What a reader noticed; none of it stops a message by itself. */
export interface Remark {
  code: 'missing' | 'tooLong' | 'outOfRange' | 'notNumber' | 'notDate' | 'notText' | 'notNode';
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
/** Rows of a message at most: it is 40,000 characters by the specification, a tolerant limit guards the rest. */
const MOST_ROWS = 50_000;
/** Longer texts are cut: the longest of any table are 2,000 characters. */
const MOST_TEXT = 8_000;
const MOST_DIGITS = 40;

/** Beyond it a number is a slip: a billion yuan or pieces in one line; what is below stays exact in fixed point. */
const MOST = 1e9;

interface Reading {
  readonly root: Bag;
  readonly names: Readonly<Record<string, string>>;
  readonly remarks: Remark[];
  rows: number;
}

/**
 * Reads the nodes below `input` as real clients send them: objects or arrays, numbers or their texts, `""`, `null` and `"-"` for
 * nothing, keys left out, child nodes inside their parent or beside it, camelCase for snake_case, a region's own names; unknown keys
 * are passed over.
 */
export function readInput({ input: nodes, names = {} }: Pick<Message, 'input' | 'names'>, input: unknown): ReadInput {
  const reading: Reading = { root: isBag(input) ? input : {}, names, remarks: [], rows: 0 };
  return { nodes: readNodes(nodes, reading.root, '', reading, true), remarks: reading.remarks };
}

function readNodes(nodes: readonly Node[], parent: Bag, path: string, reading: Reading, alone: boolean): NodeValue['nodes'] {
  const { root, names, remarks } = reading;
  const read: Record<string, NodeValue[]> = {};
  for (const node of nodes) {
    const own = at(parent, node.name, names);
    // The siblings form: children stand beside `data`, directly below `input`; of two parents nobody could say whose they are.
    const sent = nothing(own) && parent !== root && alone ? at(root, node.name, names) : own;
    const place = path ? `${path}.${node.name}` : node.name;
    const rows = Array.isArray(sent) ? sent : nothing(sent) ? [] : [sent];
    const taken = rows.slice(0, MOST_ROWS - reading.rows);
    if (taken.length < rows.length) remarks.push({ code: 'outOfRange', path: place, zh: node.zh });
    reading.rows += taken.length;
    read[node.name] = taken.flatMap((row, i) => {
      const here = Array.isArray(sent) ? `${place}[${i}]` : place;
      if (nothing(row)) return [];
      if (isBag(row)) return [readRow(node, row, here, reading, alone && rows.length === 1)];
      remarks.push({ code: 'notNode', path: here, zh: node.zh });
      return [];
    });
  }
  return read;
}

function readRow(node: Node, row: Bag, path: string, reading: Reading, alone: boolean): NodeValue {
  const fields: Record<string, FieldValue> = {};
  for (const field of node.fields) {
    const place = `${path}.${field.name}`;
    const sent = at(row, field.name, reading.names);
    const value = nothing(sent) ? null : readField(field, sent, place, reading.remarks);
    if (value === null && field.required && nothing(sent)) reading.remarks.push({ code: 'missing', path: place, zh: field.zh });
    fields[field.name] = value;
  }
  return { fields, nodes: readNodes(node.nodes, row, path, reading, alone) };
}

/** Own keys only, so that no key of the prototype is taken for data. */
function at(bag: Bag, name: string, names: Reading['names']): unknown {
  const other = Object.hasOwn(names, name) ? names[name] : undefined;
  for (const own of other === undefined ? [name] : [name, other]) {
    if (Object.hasOwn(bag, own)) return bag[own];
    const camel = own.replace(/_([a-z0-9])/g, (_, sign: string) => sign.toUpperCase());
    if (Object.hasOwn(bag, camel)) return bag[camel];
  }
  return undefined;
}

const nothing = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.length < 100 && /^\s*(?:-|null)?\s*$/i.test(value));

function readField(field: Field, sent: unknown, path: string, remarks: Remark[]): FieldValue {
  const remark = (code: Remark['code']) => {
    remarks.push({ code, path, zh: field.zh });
    return null;
  };
  if (field.type === 'map') return isBag(sent) ? mapOf(sent) : remark('notNode');
  if (typeof sent === 'object') return Array.isArray(sent) && sent.length === 0 ? null : (listText(sent) ?? remark('notText'));
  // a NUL is no sign of any text, and PostgreSQL keeps none
  const text = String(sent).slice(0, MOST_TEXT).replaceAll('\0', '').trim();
  if (field.type === 'number') {
    const digits = text.replaceAll(',', '');
    const number =
      text !== '' && text.length <= MOST_DIGITS && /^[+-]?[\d.]+(?:e[+-]?\d{1,3})?$/i.test(digits) ? Number(digits) : Number.NaN;
    if (Number.isNaN(number)) return remark('notNumber');
    return Math.abs(number) < MOST ? number : remark('outOfRange');
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
