// Alerts over the records of a case: a DuckDB of its own in memory with the same tables.
import type { AlertLake, CaseWorld } from '@hengjian/workflows';
import { fillWorld, openWorld } from '../rule/case-world.ts';
import { alertLakeOf } from './alert-lake.ts';

export interface AlertCaseEngine {
  lake(world: CaseWorld): Promise<AlertLake>;
  close(): void;
}

export async function openAlertCases(): Promise<AlertCaseEngine> {
  const duck = await openWorld();
  return {
    async lake(world) {
      await fillWorld(duck, world);
      return alertLakeOf(duck);
    },
    close: () => duck.close(),
  };
}
