import { SECONDS_PER_DAY } from '@hengjian/domain';
import type { Visit } from './visit.ts';

/** What every outpatient visit bills: one consultation. A pharmacy bills none. */
export function routineOf(visit: Visit): void {
  if (visit.kind === '41') return;
  if (visit.internet) visit.add('互联网复诊诊查费');
  else if (visit.kind === '13') visit.add('急诊诊查费');
  else if (visit.provider.level === 0) visit.add('一般诊疗费');
  else visit.add('普通门诊诊查费');
}

/**
 * What every day of a stay bills once: bed, nursing, consultation. The day of discharge counts only where it is also the day of
 * admission (计入不计出). A stay still open is billed to the last day of the period.
 */
export function dailyCare(
  visit: Visit,
  without: readonly ('bed' | 'nursing' | 'consultation')[],
  nursing = '二级护理',
  bed = '三人间床位费',
): void {
  const last = visit.ends === null ? visit.last : Math.max(visit.first, visit.last - 1);
  for (let day = visit.first; day <= last; day += 1) {
    const hour = day === visit.first ? Math.min(23, Math.floor((visit.begins % SECONDS_PER_DAY) / 3600) + 1) : 8;
    if (!without.includes('bed')) visit.add(bed, { on: day, hour });
    if (!without.includes('nursing')) visit.add(nursing, { on: day, hour });
    if (!without.includes('consultation')) visit.add('住院诊查费', { on: day, hour });
    visit.add('静脉输液', { on: day, hour });
    visit.add('氯化钠注射液', { on: day, hour, quantity: 2 });
  }
}
