// What the calendar of arrivals reads: the lake, the register of clearing statements, the bureau's working days and parameters.
import { type ArrivalParameters, arrivalParameterNames } from '@hengjian/domain';
import { arrivalDays, arrivalMonths, bureauParameter, bureauRegion, type Home, registerStoreOf, workingCalendar } from '@hengjian/store';
import { type ArrivalPorts, CLEARING_STATEMENTS } from '@hengjian/workflows';
import type { LakeReader } from './lake-reader.ts';

export const arrivalPortsOf = ({ db }: Pick<Home, 'db'>, lake: LakeReader): ArrivalPorts => ({
  days: (from, to) => lake.read((connection) => arrivalDays(connection, from, to)),
  months: (from, to) => lake.read((connection) => arrivalMonths(connection, from, to)),
  statements: () => registerStoreOf(db).entries({ registerId: CLEARING_STATEMENTS }),
  calendar: () => workingCalendar(db),
  parameters: async (on) =>
    Object.fromEntries(
      await Promise.all(
        arrivalParameterNames.map(async (name) => [name, (await bureauParameter(db, name, await bureauRegion(db)))(on)] as const),
      ),
    ) as unknown as ArrivalParameters,
});
