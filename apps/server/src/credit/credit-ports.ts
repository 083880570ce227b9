import { dayOf, dueDay, type Instant } from '@hengjian/domain';
import { bureauParameter, bureauRegion, creditBookOf, type Home, personVisits, settledFunds, workingCalendar } from '@hengjian/store';
import { type CreditPorts, takeDueCreditSteps } from '@hengjian/workflows';
import type { Services } from '../services.ts';

export async function creditPortsOf({ home, lake }: Pick<Services, 'home' | 'lake'>, now: Instant): Promise<CreditPorts> {
  const region = await bureauRegion(home.db);
  const days = async (name: 'credit.publicDays' | 'credit.answerDays') => (await bureauParameter(home.db, name, region))(dayOf(now));
  const [publicDays, answerDays, calendar] = [
    await days('credit.publicDays'),
    await days('credit.answerDays'),
    await workingCalendar(home.db),
  ];
  return {
    book: creditBookOf(home.db, {
      settled: (from, to) => lake.read((connection) => settledFunds(connection, from, to)),
      visits: async (from, to) => {
        const limit = async (name: 'credit.personVisitsPerDay' | 'credit.personPlacesPerMonth') =>
          (await bureauParameter(home.db, name, region))(to);
        const [visitsPerDay, placesPerMonth] = [await limit('credit.personVisitsPerDay'), await limit('credit.personPlacesPerMonth')];
        return lake.read((connection) => personVisits(connection, { from, to, visitsPerDay, placesPerMonth }));
      },
    }),
    due: (name, from) => dueDay(from, name === 'public' ? publicDays : answerDays, calendar),
  };
}

/** Ratings whose term is over take effect; nothing is worked out anew, so nothing is read from the lake. */
export const moveRatings = (home: Pick<Home, 'db'>, now: Instant): Promise<number> =>
  takeDueCreditSteps({ book: creditBookOf(home.db, { settled: async () => new Map(), visits: async () => [] }), due: () => null }, now);
