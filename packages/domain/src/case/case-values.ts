// Days and times as people write them in cases; what cannot be read is a fault of the file.
import { parseDay, parseInstant } from '../time.ts';

export const day = (value: unknown): number | null => (value === null ? null : fail(parseDay(String(value)), `no date: ${value}`));
export const instant = (value: unknown): number | null => (value === null ? null : fail(parseInstant(String(value)), `no time: ${value}`));
export function fail<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw new Error(message);
  return value;
}
