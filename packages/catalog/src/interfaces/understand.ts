/** Field by field what was understood of a message: for the engineer of a hospital who connects its software. */
import { formatDay, formatInstant, OPEN_DAY, OPEN_INSTANT } from '@hengjian/domain';
import type { Field, Message, Node } from './message.ts';
import { type FieldValue, type NodeValue, type Remark, readInput } from './read-node.ts';

export interface UnderstoodField {
  readonly name: string;
  readonly zh: string;
  /** As in the tables: S30, C3, N16,2, D, T, M. */
  readonly type: string;
  readonly required: boolean;
  /** What we took it for; null for nothing. */
  readonly understood: string | null;
  readonly remark: Remark['code'] | null;
}
export interface UnderstoodRow {
  /** `data.patient_dtos[0]`. */
  readonly path: string;
  readonly zh: string;
  readonly fields: readonly UnderstoodField[];
}
export interface Understanding {
  readonly rows: readonly UnderstoodRow[];
  /** Rows beyond what is shown. */
  readonly moreRows: number;
  /** Nodes of the table that did not come. */
  readonly absent: readonly { readonly path: string; readonly zh: string }[];
  /** Keys that stand in no table: passed over, and perhaps misspelt. */
  readonly unknownKeys: readonly string[];
  /** Nodes that were no object, too many rows. */
  readonly remarks: readonly Remark[];
}

const letters = { text: 'S', code: 'C', number: 'N', day: 'D', instant: 'T', map: 'M' } as const;
const typeOf = ({ type, length, decimals }: Field): string => `${letters[type]}${length ?? ''}${decimals ? `,${decimals}` : ''}`;
const MOST_ROWS = 300;
const MOST_KEYS = 100;

function shown({ type }: Field, value: FieldValue | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object') return JSON.stringify(value);
  if (type === 'day') return value === OPEN_DAY ? '9999-12-31' : formatDay(Number(value));
  if (type === 'instant') return value === OPEN_INSTANT ? '9999-12-31' : formatInstant(Number(value));
  return String(value).slice(0, 200);
}

/** Reads `input` by the table of its message, and says what became of every field. */
export function understand(message: Message, input: unknown): Understanding {
  const { nodes, remarks } = readInput(message, input);
  const remarkAt = new Map(remarks.map((remark) => [remark.path, remark]));
  const rows: UnderstoodRow[] = [];
  const absent: { path: string; zh: string }[] = [];
  const ofFields = new Set<string>();
  let moreRows = 0;
  const walk = (table: readonly Node[], values: NodeValue['nodes'], above: string) => {
    for (const node of table) {
      const place = above ? `${above}.${node.name}` : node.name;
      const list = values[node.name] ?? [];
      if (list.length === 0) absent.push({ path: place, zh: node.zh });
      list.forEach((value, i) => {
        // a list's remarks carry a number, a single object's none
        const numbered = `${place}[${i}]`;
        const own = list.length > 1 || remarks.some(({ path }) => path.startsWith(`${numbered}.`)) ? numbered : place;
        const fields = node.fields.map((field) => {
          const remark = remarkAt.get(`${own}.${field.name}`);
          if (remark) ofFields.add(remark.path);
          const { name, zh, required } = field;
          return { name, zh, type: typeOf(field), required, understood: shown(field, value.fields[name]), remark: remark?.code ?? null };
        });
        if (rows.length < MOST_ROWS) rows.push({ path: own, zh: node.zh, fields });
        else moreRows += 1;
        walk(node.nodes, value.nodes, own);
      });
    }
  };
  walk(message.input, nodes, '');
  const unknownKeys = strangers(message, input);
  return { rows, moreRows, absent: absent.slice(0, MOST_KEYS), unknownKeys, remarks: remarks.filter(({ path }) => !ofFields.has(path)) };
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`);

/** Keys of the message that its tables do not know, each place once (lists without their numbers). */
function strangers({ input: tables, names = {} }: Message, input: unknown): string[] {
  const known = (own: readonly (Node | Field)[]) =>
    new Set(own.flatMap(({ name }) => [name, ...(names[name] ? [names[name] as string] : [])]));
  const everyNode = (list: readonly Node[]): Node[] => list.flatMap((node) => [node, ...everyNode(node.nodes)]);
  const all = everyNode(tables);
  const found = new Set<string>();
  const walk = (value: unknown, allowed: ReadonlySet<string>, path: string) => {
    for (const row of Array.isArray(value) ? value.slice(0, MOST_ROWS) : [value]) {
      if (typeof row !== 'object' || row === null || found.size >= MOST_KEYS) continue;
      for (const [key, below] of Object.entries(row)) {
        const name = allowed.has(key) ? key : snake(key);
        const place = path ? `${path}.${key}` : key;
        if (!allowed.has(name)) {
          found.add(place.slice(0, 200));
          continue;
        }
        const node = all.find((one) => one.name === name || names[one.name] === name);
        if (node) walk(below, known([...node.fields, ...node.nodes]), place);
      }
    }
  };
  // the siblings form: any node may stand directly below `input`
  walk(input, known(all), '');
  return [...found].sort();
}
