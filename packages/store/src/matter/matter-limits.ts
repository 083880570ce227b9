import { type BureauParameterName, bureauParameters, type Day, type Limits } from '@hengjian/domain';
import type { Kysely } from 'kysely';
import { workingCalendar } from '../finding/life-rules.ts';
import type { Database } from '../records/database.ts';
import { bureauParameter } from '../rule/decision-book.ts';

const OURS = /^(clue|inspection|case|survey)\./;
const names = (Object.keys(bureauParameters) as BureauParameterName[]).filter((name) => OURS.test(name));

/** The bureau's numbers of matters on a day, and its working days. */
export async function matterLimits(db: Kysely<Database>, region: string, day: Day): Promise<Limits> {
  const calendar = await workingCalendar(db);
  const found = await Promise.all(names.map(async (name) => [name, (await bureauParameter(db, name, region))(day)] as const));
  const numbers = new Map<string, number>(found);
  return { region, calendar, number: (name) => numbers.get(name) ?? bureauParameters[name].standard };
}
