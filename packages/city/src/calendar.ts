import type { Day } from '@hengjian/domain';

/** The calendar of one person: which days are taken, by what. */
export class Calendar {
  readonly first: Day;
  readonly last: Day;
  private readonly taken = new Set<Day>();
  private readonly stays: [Day, Day][] = [];

  constructor(first: Day, last: Day) {
    this.first = first;
    this.last = last;
  }

  /** Nothing else happens from `first` to `last`. */
  block(first: Day, last: Day): void {
    this.stays.push([first, last]);
  }

  free(day: Day): boolean {
    return day >= this.first && day <= this.last && !this.taken.has(day) && !this.inStay(day);
  }

  freeSpan(first: Day, last: Day): boolean {
    if (first < this.first || last > this.last) return false;
    for (let day = first; day <= last; day += 1) if (!this.free(day)) return false;
    return true;
  }

  take(day: Day): void {
    this.taken.add(day);
  }

  inStay(day: Day): boolean {
    return this.stays.some(([first, last]) => day >= first && day <= last);
  }
}
