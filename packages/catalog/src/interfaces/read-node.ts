import { type Day, type Instant, OPEN_DAY, OPEN_INSTANT, parseDay, parseInstant, plainInstant } from '@hengjian/domain';
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
export function readInput({ input: nodes, names = NO_NAMES }: Pick<Message, 'input' | 'names'>, input: unknown): ReadInput {
  const reading: Reading = { root: isBag(input) ? input : {}, names, remarks: [], rows: 0 };
  return { nodes: readNodes(nodes, reading.root, '', reading, true), remarks: reading.remarks };
}

function readNodes(nodes: readonly Node[], parent: Bag, path: string, reading: Reading, alone: boolean): NodeValue['nodes'] {
  const { root, names, remarks } = reading;
  const read: Record<string, NodeValue[]> = {};
  for (const node of nodes) {
    const own = at(parent, node.name, names);
    // The siblings form: children stand beside `data`, directly below `input`; of two parents nobody could say whose they are.
    // Where `data` itself was left out, `input` is it.
    const bare = nothing(own) && parent === root && node.nodes.some((child) => !nothing(at(root, child.name, names)));
    const sent = bare ? root : nothing(own) && parent !== root && alone ? at(root, node.name, names) : own;
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

const readRow = (node: Node, row: Bag, path: string, reading: Reading, alone: boolean): NodeValue => ({
  fields: fieldsOf(node)(row, path, reading),
  nodes: readNodes(node.nodes, row, path, reading, alone),
});

type ReadFields = (row: Bag, path: string, reading: Reading) => NodeValue['fields'];
const rowReaders = new WeakMap<Node, ReadFields>();

/**
 * The reader of a node's fields, written out field by field: a message has sixty rows of one form, and the compiler knows then which
 * column is meant. The names are those of our own declarations, and none of them is a key of every object.
 */
function fieldsOf(node: Node): ReadFields {
  const known = rowReaders.get(node);
  if (known) return known;
  const parts = node.fields.map(({ name, type }, i) => {
    const key = JSON.stringify(name);
    return `${key}: row[${key}] === undefined ? elsewhere(fields[${i}], row, path, reading) : ${type}(fields[${i}], row[${key}], path, reading.remarks)`;
  });
  const make = new Function('fields', 'elsewhere', ...Object.keys(readers), `return (row, path, reading) => ({${parts.join(',')}})`);
  const made = make(node.fields, elsewhere, ...Object.values(readers)) as ReadFields;
  rowReaders.set(node, made);
  return made;
}

/** A field that is not under its own name. */
function elsewhere(field: Field, row: Bag, path: string, { names, remarks }: Reading): FieldValue {
  return readField(field, at(row, field.name, names), path, remarks);
}

/** Own keys only, so that no key of the prototype is taken for data. */
function at(bag: Bag, name: string, names: Reading['names']): unknown {
  const value = bag[name];
  if (value !== undefined && Object.hasOwn(bag, name)) return value;
  const other = names === NO_NAMES || !Object.hasOwn(names, name) ? undefined : names[name];
  for (const own of other === undefined ? [name] : [name, other]) {
    if (Object.hasOwn(bag, own)) return bag[own];
    const camel = camelOf(own);
    if (Object.hasOwn(bag, camel)) return bag[camel];
  }
  return undefined;
}

const NO_NAMES: Reading['names'] = {};
/** Names of declarations only: they are few. */
const camels = new Map<string, string>();
function camelOf(name: string): string {
  const known = camels.get(name);
  if (known !== undefined) return known;
  const made = name.replace(/_([a-z0-9])/g, (_, sign: string) => sign.toUpperCase());
  camels.set(name, made);
  return made;
}

/** `""`, `"-"`, `"null"` and nothing at all; most texts are known by their first sign to be more. */
function nothing(value: unknown): boolean {
  if (typeof value !== 'string') return value === null || value === undefined;
  const first = value.charCodeAt(0);
  if (first > 0x20 && first < 0x80 && first !== 0x2d && first !== 0x4e && first !== 0x6e) return false;
  return value.length < 100 && /^\s*(?:-|null)?\s*$/i.test(value);
}

/** Notes it; nothing was understood. */
function remark(code: Remark['code'], { name, zh }: Field, path: string, remarks: Remark[]): null {
  remarks.push({ code, path: `${path}.${name}`, zh });
  return null;
}

type ReadField = (field: Field, sent: unknown, path: string, remarks: Remark[]) => FieldValue;

/** By type: what nearly every client sends is taken as it stands, the rest is looked at by `readField`. */
const readers: Readonly<Record<Field['type'], ReadField>> = {
  text: (field, sent, path, remarks) => (isPlainText(field, sent) ? sent : readField(field, sent, path, remarks)),
  code: (field, sent, path, remarks) => (isPlainText(field, sent) ? sent : readField(field, sent, path, remarks)),
  number(field, sent, path, remarks) {
    const plain = plainNumber(sent);
    return plain === undefined ? readField(field, sent, path, remarks) : plain;
  },
  instant(field, sent, path, remarks) {
    const plain = typeof sent === 'string' ? plainInstant(sent) : undefined;
    return plain === undefined || plain >= OPEN_FROM ? readField(field, sent, path, remarks) : plain;
  },
  day: (field, sent, path, remarks) => readField(field, sent, path, remarks),
  map: (field, sent, path, remarks) => readField(field, sent, path, remarks),
};

/** Neither blank at an end nor the beginning of a word for nothing. */
const solid = (sign: number): boolean => (sign > 0x20 && sign < 0x7f) || (sign >= 0x4e00 && sign <= 0x9fff);
const nothingBegins = (sign: number): boolean => sign === 0x2d || sign === 0x4e || sign === 0x6e;

function isPlainText({ length }: Field, sent: unknown): sent is string {
  if (typeof sent !== 'string' || sent.length === 0 || sent.length > (length ?? MOST_TEXT)) return false;
  const first = sent.charCodeAt(0);
  return solid(first) && !nothingBegins(first) && solid(sent.charCodeAt(sent.length - 1)) && !sent.includes('\0');
}

/** Up to nine digits, and up to six behind a dot; undefined where it is another. */
function plainNumber(sent: unknown): number | undefined {
  if (typeof sent === 'number') return Math.abs(sent) < MOST ? sent + 0 : undefined; // -0 is 0
  if (typeof sent !== 'string' || sent.length === 0 || sent.length > 16) return undefined;
  let [digits, scale, dot] = [0, 1, -1];
  for (let i = 0; i < sent.length; i += 1) {
    const digit = sent.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      if (dot >= 0) scale *= 10;
    } else if (digit === -2 && dot < 0 && i > 0) dot = i;
    else return undefined;
  }
  if ((dot < 0 ? sent.length : dot) > 9 || (dot >= 0 && (scale === 1 || scale > 1e6))) return undefined;
  // both are whole and exact: their quotient is the number nearest to what was written
  return digits / scale;
}

/** What was sent, of any form; null where that is nothing, with a remark where something is required. */
function readField(field: Field, sent: unknown, path: string, remarks: Remark[]): FieldValue {
  if (nothing(sent)) return field.required ? remark('missing', field, path, remarks) : null;
  return understood(field, sent, path, remarks);
}

function understood(field: Field, sent: unknown, path: string, remarks: Remark[]): FieldValue {
  const note = (code: Remark['code']) => remark(code, field, path, remarks);
  if (field.type === 'map') return isBag(sent) ? mapOf(sent) : note('notNode');
  if (typeof sent === 'object') return Array.isArray(sent) && sent.length === 0 ? null : (listText(sent) ?? note('notText'));
  // a NUL is no sign of any text, and PostgreSQL keeps none
  const text = (typeof sent === 'string' && sent.length <= MOST_TEXT && !sent.includes('\0') ? sent : cleaned(sent)).trim();
  if (field.type === 'number') {
    const plain = plainNumber(text);
    if (plain !== undefined) return plain;
    const digits = text.replaceAll(',', '');
    const number =
      text !== '' && text.length <= MOST_DIGITS && /^[+-]?[\d.]+(?:e[+-]?\d{1,3})?$/i.test(digits) ? Number(digits) : Number.NaN;
    if (Number.isNaN(number)) return note('notNumber');
    return Math.abs(number) < MOST ? number : note('outOfRange');
  }
  if (field.type === 'day') return dayOf(text) ?? note('notDate');
  if (field.type === 'instant') return instantOf(text) ?? note('notDate');
  if (field.length !== null && text.length > field.length && [...text].length > field.length) note('tooLong');
  return text;
}

const cleaned = (sent: unknown): string => String(sent).slice(0, MOST_TEXT).replaceAll('\0', '');

/** A list of plain values as one text, `,` between (`rule_ids`). */
const listText = (sent: object | null): string | undefined =>
  Array.isArray(sent) && sent.every((one) => typeof one === 'string' || typeof one === 'number') ? sent.map(String).join(',') : undefined;

function mapOf(sent: Bag): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const key in sent) {
    const value = sent[key];
    // a key of that name would be no key
    if (key === '__proto__' || !Object.hasOwn(sent, key) || nothing(value) || typeof value === 'object') continue;
    texts[key] = typeof value === 'string' ? value.trim() : String(value);
  }
  return texts;
}

/** The year 9999. */
const OPEN_FROM = OPEN_INSTANT - 366 * 86_400;

/** `yyyy-MM-dd`, `yyyy-MM-dd HH:mm:ss`, `yyyyMMdd` or `yyyyMMddHHmmss`; the year 9999 is open, not missing. */
function instantOf(text: string): Instant | undefined {
  const compact = text.length === 14 ? /^(\d{8})(\d{2})(\d{2})(\d{2})$/.exec(text) : null;
  const instant = parseInstant(compact ? `${compact[1]} ${compact[2]}:${compact[3]}:${compact[4]}` : text);
  return instant !== undefined && instant >= OPEN_FROM ? OPEN_INSTANT : instant;
}

function dayOf(text: string): Day | undefined {
  const instant = instantOf(text);
  if (instant === OPEN_INSTANT) return OPEN_DAY;
  return instant === undefined ? parseDay(text) : Math.floor(instant / 86_400);
}
