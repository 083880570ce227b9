// What the registers and the transfers say for the cells of a plan's forms that no target fills.
import {
  calendarDate,
  type Day,
  dayOfDate,
  type FormRecords,
  formRecords,
  type ManagedRow,
  managedFunds,
  type Plan,
  transferOf,
  transferProgress,
} from '@hengjian/domain';
import type { RegisterStore } from '../register/ports.ts';
import type { TransferStore } from '../transfer/ports.ts';

export async function recordsOfForms(
  ports: { registers: RegisterStore; transfers: TransferStore },
  plan: Plan,
  asOf: Day,
): Promise<FormRecords> {
  const { year } = calendarDate(asOf);
  const told = formRecords(plan, await ports.registers.entries({ fromDay: dayOfDate(year, 1, 1), toDay: asOf }), asOf);
  const limits = await ports.transfers.limits();
  const transfers = [...(await ports.transfers.histories())].flatMap(([id, events]) => transferOf(id, events) ?? []);
  const managed = new Map<number, ManagedRow[]>();
  for (const transfer of transfers) {
    const progress = transferProgress(transfer, asOf, limits);
    for (const { projectNo } of plan.projects) {
      const form = { planId: plan.planId, projectNo };
      const rows = managedFunds(transfer, progress, form, { local: told.funds.get(projectNo)?.local ?? null, limits });
      if (rows) managed.set(projectNo, rows);
    }
  }
  return { ...told, managed };
}
