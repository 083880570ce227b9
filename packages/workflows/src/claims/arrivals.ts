/** What came from the institutions of a period: signals by day, and control totals against the clearing statements. */
import {
  type ArrivalDay,
  type ArrivalParameters,
  type ArrivalSignal,
  arrivalSignals,
  currentEntries,
  type Day,
  formatDay,
  type ProviderMonth,
  type RegisterEntry,
  reconcile,
  type Tie,
  type WorkingCalendar,
} from '@hengjian/domain';

/** The register that the statements are entered into (packages/catalog/src/registers/clearing-statements). */
export const CLEARING_STATEMENTS = 'clearing-statements';

export interface ArrivalPorts {
  days(from: Day, to: Day): Promise<ArrivalDay[]>;
  months(from: Day, to: Day): Promise<ProviderMonth[]>;
  /** Entries of the register of clearing statements, replaced ones too: a correction may move one to another month. */
  statements(): Promise<readonly RegisterEntry[]>;
  calendar(): Promise<WorkingCalendar>;
  parameters(on: Day): Promise<ArrivalParameters>;
}

export interface ArrivalReport {
  readonly signals: readonly ArrivalSignal[];
  readonly ties: readonly Tie[];
}

/**
 * Period in whole days; both months that it cuts are compared as far as they lie in it, so whole months make sense. Days before the
 * period are no part of what is usual.
 */
export async function arrivalReport(ports: ArrivalPorts, { from, to }: { from: Day; to: Day }): Promise<ArrivalReport> {
  const [calendar, parameters] = [await ports.calendar(), await ports.parameters(to)];
  const days = await ports.days(from, to);
  // after the last day on which anything came the import is behind, not one institution silent
  const last = days.reduce((latest, { day }) => Math.max(latest, day), from);
  const signals = [...Map.groupBy(days, ({ providerNo }) => providerNo).values()].flatMap((own) =>
    arrivalSignals(own, { from, to: last, calendar, parameters }),
  );
  const stated = currentEntries(await ports.statements())
    .filter(({ occurredOn }) => from <= occurredOn && occurredOn <= to)
    .map(statementOf);
  return {
    signals: signals.sort((a, b) => b.toDay - a.toDay || b.usualCount - a.usualCount),
    ties: reconcile(await ports.months(from, to), stated),
  };
}

const statementOf = ({ occurredOn, values }: RegisterEntry): ProviderMonth => ({
  providerNo: String(values.providerNo),
  month: formatDay(occurredOn).slice(0, 7),
  settlementCount: Number(values.settlementCount),
  personCount: values.personCount === null || values.personCount === undefined ? null : Number(values.personCount),
  totalFen: Number(values.totalFen),
  fundFen: Number(values.fundFen),
});
