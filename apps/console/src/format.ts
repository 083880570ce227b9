/** Numbers and times as people read them. Money comes as whole fen, days and instants as the domain counts them. */
import { formatDay, formatFixed, formatInstant, OPEN_INSTANT, PRICE_SCALE, parseDay, QUANTITY_SCALE } from '@hengjian/domain';

export const DASH = '—';
type Maybe<T> = T | null | undefined;
const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const groupedDecimal = (text: string): string => {
  const [whole = '', fraction] = text.split('.');
  return fraction === undefined ? grouped(whole) : `${grouped(whole)}.${fraction}`;
};

/** 1234567 → 12,345.67 */
export const yuan = (fen: Maybe<number>): string => (fen === null || fen === undefined ? DASH : groupedDecimal((fen / 100).toFixed(2)));
/** In 万元 with two decimals. */
export const wan = (fen: Maybe<number>): string =>
  fen === null || fen === undefined ? DASH : groupedDecimal((fen / 1_000_000).toFixed(2));
export const count = (value: Maybe<number>): string => (value === null || value === undefined ? DASH : groupedDecimal(String(value)));
/** A count that may have stopped there. */
export const atLeast = (value: number, more: boolean): string => `${count(value)}${more ? '+' : ''}`;
export const quantity = (value: Maybe<number>): string =>
  value === null || value === undefined ? DASH : groupedDecimal(formatFixed(value, QUANTITY_SCALE));
export const price = (value: Maybe<number>): string =>
  value === null || value === undefined ? DASH : groupedDecimal(formatFixed(value, PRICE_SCALE, 2));
export const share = (part: Maybe<number>, decimals = 1): string =>
  part === null || part === undefined || !Number.isFinite(part) ? DASH : `${(part * 100).toFixed(decimals)}%`;
/** At most `decimals`, without closing zeros. */
export const number = (value: Maybe<number>, decimals = 4): string =>
  value === null || value === undefined ? DASH : groupedDecimal(String(Number(value.toFixed(decimals))));

export const day = (value: Maybe<number>): string => (value === null || value === undefined ? DASH : formatDay(value));
export const instant = (value: Maybe<number>): string => (value === null || value === undefined ? DASH : formatInstant(value).slice(0, 16));
export const isOpen = (value: Maybe<number>): boolean => value !== null && value !== undefined && value >= OPEN_INSTANT;
/** The day where the browser stands, which is not the day of Greenwich before eight in the morning of China. */
export const today = (): string => new Date().toLocaleDateString('sv');
/** A date in an address or a field; undefined when it is none. */
export const dayFrom = (text: Maybe<string>): number | undefined => (text ? parseDay(text) : undefined);

const two = (value: number) => String(value).padStart(2, '0');
/** An ISO time of the server in the local clock. */
export function localTime(iso: Maybe<string>): string {
  if (!iso) return DASH;
  const at = new Date(iso);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
export const bytes = (value: number): string =>
  value < 1_000_000 ? `${(value / 1000).toFixed(0)} KB` : value < 1e9 ? `${(value / 1e6).toFixed(1)} MB` : `${(value / 1e9).toFixed(2)} GB`;

/** Yuan as typed → fen; undefined when it is no amount. */
export function fenFrom(text: Maybe<string>): number | undefined {
  const match = /^\s*(\d{1,12})(?:\.(\d{1,2}))?\s*$/.exec((text ?? '').replaceAll(',', ''));
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0') || '0') : undefined;
}

/** A number as text, its thousands parted. */
export const digits = (text: string): string => (/^-?\d+(\.\d+)?$/.test(text) ? groupedDecimal(text) : text);
