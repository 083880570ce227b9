// The sample fits the declared registers: every field known, typed, required ones filled, dates within the year; same wish, same entries.
import { registers } from '@hengjian/catalog/registers.gen.ts';
import { dayOfDate, type Register, readValues, writeCell } from '@hengjian/domain';
import { describe, expect, test } from 'vitest';
import type { BureauWish } from './desk.ts';
import { sampleRegisters } from './sample-registers.ts';

const wish: BureauWish = {
  year: 2025,
  seed: 7,
  population: 600_000,
  providers: Array.from({ length: 80 }, (_, i) => ({
    providerNo: `H${i}`,
    name: `机构${i}`,
    kind: i % 3 ? ('medical' as const) : ('pharmacy' as const),
  })),
  projects: [
    { name: '部门整体支出', budgetFen: 6_000_000_000, overall: true },
    { name: '医疗补助', budgetFen: 1_000_000_000, overall: false },
  ],
  tasks: ['视频会议系统建设'],
};

describe('sample registers', () => {
  const { entries, complete } = sampleRegisters(wish);
  test('the same wish gives the same entries', () => expect(sampleRegisters(wish).entries).toEqual(entries));
  test('at least fourteen registers are filled', () =>
    expect(new Set(entries.map((entry) => entry.registerId)).size).toBeGreaterThanOrEqual(14));
  test('completeness is declared for known registers', () => expect(complete.every((id) => id in registers)).toBe(true));
  test('every entry reads back through its register', () => {
    for (const { registerId, values } of entries) {
      const register = (registers as Record<string, Register>)[registerId] as Register;
      expect(Object.keys(values).filter((name) => !register.fields.some((field) => field.name === name))).toEqual([]);
      const cells = Object.fromEntries(register.fields.map((field) => [field.name, writeCell(field, values[field.name])]));
      expect(readValues(register, cells), registerId).toMatchObject({ ok: true, values });
      const day = values[register.dateField] as number;
      // Changes are reckoned from the year before.
      const from = ['three-public', 'carry-overs'].includes(registerId) ? 2024 : 2025;
      expect(day >= dayOfDate(from, 1, 1) && day <= dayOfDate(2025, 12, 31)).toBe(true);
    }
  });
  test('payments never pass what was received', () => {
    const sum = (id: string) => entries.filter((e) => e.registerId === id).reduce((total, e) => total + Number(e.values.amountFen), 0);
    expect(sum('budget-payments')).toBeLessThanOrEqual(sum('budget-receipts'));
    expect(sum('budget-receipts')).toBe(6_000_000_000);
  });
});
