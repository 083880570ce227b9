/**
 * National messages (定点医药机构接口规范): a folder a message, its nodes as tables. One row a field:
 * `name|中文|type|R`, where type is `S30` text of so many characters, `C3` a code, `N16,2` a number, `D` a day, `T` an instant,
 * `M` a map of texts, and R marks what the national table requires.
 */

export type FieldType = 'text' | 'code' | 'number' | 'day' | 'instant' | 'map';

export interface Field {
  readonly name: string;
  readonly zh: string;
  readonly type: FieldType;
  /** Characters at most; of a number its digits. Unlimited where the table has none. */
  readonly length: number | null;
  /** Decimals of a number. */
  readonly decimals: number;
  readonly required: boolean;
}

export interface Node {
  readonly name: string;
  readonly zh: string;
  /** 多行数据: an array in what we send; either form is taken. */
  readonly many: boolean;
  readonly fields: readonly Field[];
  readonly nodes: readonly Node[];
}

export interface Message {
  readonly infno: string;
  readonly zh: string;
  /** Number of the national message that this region's one is another name of; who answers that one answers this. */
  readonly like?: string;
  /** Our names of nodes and fields → what the region writes instead; the national name is taken as well. */
  readonly names?: Readonly<Record<string, string>>;
  /** Nodes below `input`. */
  readonly input: readonly Node[];
  /** Nodes below `output`. */
  readonly output: readonly Node[];
}

const types: Record<string, FieldType> = { S: 'text', C: 'code', N: 'number', D: 'day', T: 'instant', M: 'map' };

/** Throws on a row that is none: a declaration is written by us. */
function fieldOf(row: string): Field {
  const [name = '', zh = '', shape = '', required = ''] = row.trim().split('|');
  const match = /^([SCNDTM])(\d+)?(?:,(\d+))?$/.exec(shape);
  const type = types[match?.[1] ?? ''];
  if (!name || !zh || !type || !/^R?$/.test(required)) throw new Error(`interfaces: ${row}`);
  return { name, zh, type, length: match?.[2] ? Number(match[2]) : null, decimals: Number(match?.[3] ?? 0), required: required === 'R' };
}

const node =
  (many: boolean) =>
  (name: string, zh: string, table: string, ...nodes: Node[]): Node => ({
    name,
    zh,
    many,
    fields: table
      .trim()
      .split('\n')
      .filter((row) => row.trim() !== '')
      .map(fieldOf),
    nodes,
  });
/** 单行数据. */
export const single = node(false);
/** 多行数据. */
export const several = node(true);

/** The message as far as somebody reads it: fields of other names are left out, nodes stay. */
export function onlyFields(message: Message, names: ReadonlySet<string>): Message {
  const narrowed = (one: Node): Node => ({
    ...one,
    fields: one.fields.filter(({ name }) => names.has(name)),
    nodes: one.nodes.map(narrowed),
  });
  return { ...message, input: message.input.map(narrowed) };
}
