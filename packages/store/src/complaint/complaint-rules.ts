import { type BureauParameterName, type Day, dayOf, dueDay, type Instant, workingDaysBetween } from '@hengjian/domain';
import type { ComplaintRules } from '@hengjian/workflows';
import type { Kysely } from 'kysely';
import { workingCalendar } from '../finding/life-rules.ts';
import type { Database } from '../records/database.ts';
import { bureauParameter } from '../rule/decision-book.ts';

const limits = {
  accept: 'complaint.acceptDays',
  report: 'complaint.reportDays',
  petition: 'complaint.petitionDays',
  extension: 'complaint.extensionDays',
  reply: 'complaint.replyDays',
} as const satisfies Record<string, BureauParameterName>;

/** The bureau's numbers on the day, and its working days. */
export async function complaintRulesOf(db: Kysely<Database>, region: string, now: Instant): Promise<ComplaintRules> {
  const calendar = await workingCalendar(db);
  const today = dayOf(now);
  const numberOf = async (name: BureauParameterName) => (await bureauParameter(db, name, region))(today);
  const days = Object.fromEntries(
    await Promise.all(Object.entries(limits).map(async ([key, name]) => [key, await numberOf(name)] as const)),
  );
  return {
    region,
    due: (name, from: Day) => dueDay(from, days[name] ?? 0, calendar),
    workingDays: (from, to) => workingDaysBetween(from, to, calendar),
    pictures: await numberOf('complaint.pictures'),
    pictureBytes: (await numberOf('complaint.pictureMegabytes')) * 1024 * 1024,
    reportsPerHour: await numberOf('complaint.reportsPerHour'),
  };
}
