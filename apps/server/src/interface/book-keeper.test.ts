// Books of a source that changes or fails: whoever asks after a silence gets the newest.
import type { Standings } from '@hengjian/store';
import type { AuditBook } from '@hengjian/workflows';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type BookSource, bookKeeperOf } from './book-keeper.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Books that are told apart by their names; what they hold is no affair of the keeper. */
class Changing implements BookSource {
  now = 'first';
  away = false;
  opened = 0;
  private readonly still: Standings = { stamp: '', records: new Map() };
  readonly stamp = async () => {
    if (this.away) throw new Error('away');
    return this.now;
  };
  readonly open = async () => {
    this.opened += 1;
    return { stamp: this.now, book: { names: new Map([['book', this.now]]) } as unknown as AuditBook };
  };
  readonly standings = async () => this.still;
}
const nameOf = (book: AuditBook) => (book.names as unknown as Map<string, string>).get('book');
const second = () => vi.advanceTimersByTimeAsync(1000);

test('a change is in the first answer after a silence, and a book that stays is opened once', async () => {
  const source = new Changing();
  const keeper = bookKeeperOf(source);
  expect(nameOf(await keeper.book())).toBe('first');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(source.opened).toBe(1);
  source.now = 'second';
  await second();
  expect(nameOf(await keeper.book())).toBe('second');
  expect(source.opened).toBe(2);
  await keeper.close();
  source.now = 'third';
  await vi.advanceTimersByTimeAsync(5000);
  expect(nameOf(await keeper.book())).toBe('second');
});

test('records that are away: the book of before goes on, the alarm ends by itself once they are there', async () => {
  const source = new Changing();
  const alarms = { raise: vi.fn(), end: vi.fn() };
  const keeper = bookKeeperOf(source, alarms);
  await keeper.book();
  [source.away, source.now] = [true, 'second'];
  await second();
  expect(nameOf(await keeper.book())).toBe('first');
  expect(alarms.raise).toHaveBeenLastCalledWith('knowledge', '规则或知识无法读取，沿用先前的版本：away');
  source.away = false;
  alarms.end.mockClear();
  await second();
  expect(alarms.end).toHaveBeenCalledWith('knowledge');
  expect(nameOf(await keeper.book())).toBe('second');
  await keeper.close();
});

test('records that are away from the beginning are not asked with every message', async () => {
  const source = new Changing();
  source.away = true;
  const asked = vi.spyOn(source, 'stamp');
  const keeper = bookKeeperOf(source);
  for (let n = 0; n < 20; n += 1) await expect(keeper.book()).rejects.toThrow('away');
  expect(asked).toHaveBeenCalledTimes(1);
  source.away = false;
  await second();
  expect(nameOf(await keeper.book())).toBe('first');
  await keeper.close();
});
