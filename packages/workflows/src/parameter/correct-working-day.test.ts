import { parseDay, workingCalendarOf } from '@hengjian/domain';
import { expect, test } from 'vitest';
import { correctWorkingDay, type WorkingDayRow, type WorkingDayWish } from './correct-working-day.ts';

const day = (text: string) => parseDay(text) as number;
const act = { by: '甲', why: '市政府通知', at: 1_800_000_000 };
const none: WorkingDayWish = { day: null, worked: null, declaredYear: null };
const kept: WorkingDayRow[] = [];
const book = { calendar: async () => workingCalendarOf([]), add: async (row: WorkingDayRow) => void kept.push(row) };

// Wednesday 4 March 2026 is worked; 17 February 2026 is Spring Festival (国办发明电〔2025〕7号)
test.each<[string, Partial<WorkingDayWish>, Partial<typeof act>, string[]]>([
  ['a worked day made free', { day: day('2026-03-04'), worked: false }, {}, []],
  ['a holiday worked', { day: day('2026-02-17'), worked: true }, {}, []],
  ['a day of a year nobody knows', { day: day('2031-03-03'), worked: true }, {}, []],
  ['a year declared', { declaredYear: 2031 }, {}, []],
  ['as it is already', { day: day('2026-03-04'), worked: true }, {}, ['parameter.sameDay']],
  ['nothing', {}, {}, ['parameter.noDay']],
  ['a day and a year', { day: day('2026-03-04'), worked: false, declaredYear: 2026 }, {}, ['parameter.noDay']],
  ['a day, neither worked nor free', { day: day('2026-03-04') }, {}, ['parameter.noDay']],
  ['no such year', { declaredYear: 31 }, {}, ['parameter.badYear']],
  ['nobody, for no reason', { declaredYear: 2031 }, { by: ' ', why: '' }, ['rule.noName', 'rule.noReason']],
])('%s', async (_, wish, who, codes) => {
  kept.length = 0;
  const outcome = await correctWorkingDay(book, { ...none, ...wish }, { ...act, ...who });
  expect(outcome.issues.map((issue) => issue.code)).toEqual(codes);
  expect(kept).toEqual(codes.length > 0 ? [] : [{ ...none, ...wish, ...act }]);
});
