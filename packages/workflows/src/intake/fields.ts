/** Fields of a node as texts of the extract; nothing where nothing was sent. */
import type { NodeValue } from '@hengjian/catalog/interfaces/read-node.ts';
import { type Fen, formatDay, formatFixed, formatInstant, formatYuan, PRICE_SCALE, QUANTITY_SCALE } from '@hengjian/domain';
import type { Part } from './feed.ts';

export type Nodes = Readonly<Record<string, readonly NodeValue[]>>;
type Value = NodeValue | undefined;

export const textOf = (value: Value, name: string): string | null => {
  const field = value?.fields[name];
  return typeof field === 'string' && field !== '' ? field : typeof field === 'number' ? String(field) : null;
};
export const numberOf = (value: Value, name: string): number | null => {
  const field = value?.fields[name];
  return typeof field === 'number' ? field : null;
};
export const fenOf = (value: Value, name: string): Fen | null => {
  const yuan = numberOf(value, name);
  return yuan === null ? null : Math.round(yuan * 100);
};

const shapes = {
  text: textOf,
  money: (value: Value, name: string) => {
    const fen = fenOf(value, name);
    return fen === null ? null : formatYuan(fen);
  },
  quantity: fixed(QUANTITY_SCALE),
  price: fixed(PRICE_SCALE),
  day: (value: Value, name: string) => {
    const day = numberOf(value, name);
    return day === null ? null : formatDay(day);
  },
  instant: (value: Value, name: string) => {
    const at = numberOf(value, name);
    return at === null ? null : formatInstant(at);
  },
  whole: (value: Value, name: string) => {
    const number = numberOf(value, name);
    return number === null ? null : String(Math.ceil(number));
  },
} as const;

function fixed(scale: number) {
  return (value: Value, name: string): string | null => {
    const number = numberOf(value, name);
    return number === null ? null : formatFixed(Math.round(number * scale), scale);
  };
}

/** `column=field:shape` separated by white space; the column's name alone where both are the same, text where no shape stands. */
export function partOf(value: Value, columns: string): Part {
  const row: Record<string, string> = {};
  for (const word of columns.split(/\s+/).filter(Boolean)) {
    const [names = '', shape = 'text'] = word.split(':');
    const [column = '', field = column] = names.split('=');
    const text = shapes[shape as keyof typeof shapes](value, field);
    if (text !== null) row[column] = text;
  }
  return row;
}
