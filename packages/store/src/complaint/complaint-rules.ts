import { type BureauParameterName, bureauParameters, dayOf, dueDay, type Instant, workingDaysBetween } from '@hengjian/domain';
import type { ComplaintRules } from '@hengjian/workflows';
import type { Kysely } from 'kysely';
import { workingCalendar } from '../finding/life-rules.ts';
import type { Database } from '../records/database.ts';
import { bureauParametersOf } from '../rule/decision-book.ts';

const names = (Object.keys(bureauParameters) as BureauParameterName[]).filter((name) => name.startsWith('complaint.'));

/** The bureau's numbers on the day, and its working days. */
export async function complaintRulesOf(db: Kysely<Database>, region: string, now: Instant): Promise<ComplaintRules> {
  const calendar = await workingCalendar(db);
  const today = dayOf(now);
  const values = await bureauParametersOf(db, names, region);
  const numberOf = (name: BureauParameterName) => values(name, today);
  return {
    region,
    due: (limit, from) => dueDay(from, numberOf(limit), calendar),
    workingDays: (from, to) => workingDaysBetween(from, to, calendar),
    pictures: numberOf('complaint.pictures'),
    pictureBytes: numberOf('complaint.pictureMegabytes') * 1024 * 1024,
    reportsPerHour: numberOf('complaint.reportsPerHour'),
  };
}
