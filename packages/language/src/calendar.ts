/** The calendar arithmetic of the operators; the language imports nothing of ours, so it stands here too. */
export function calendarOf(day: number): { year: number; month: number; date: number } {
  const time = new Date(day * 86_400_000);
  return { year: time.getUTCFullYear(), month: time.getUTCMonth() + 1, date: time.getUTCDate() };
}
/** Days since 1970-01-01; months and dates beyond their end run over. */
export const dayOfDate = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date) / 86_400_000;
