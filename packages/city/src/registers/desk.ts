import type { Day, RegisterValues } from '@hengjian/domain';
import type { Random } from '../random.ts';

export interface BureauWish {
  year: number;
  seed: number;
  /** People who should be insured. */
  population: number;
  /** Institutions under agreement, as the claims have them. */
  providers: readonly { providerNo: string; name: string; kind: 'medical' | 'pharmacy' }[];
  /** Projects of the plan with their budgets in fen. */
  projects: readonly { name: string; budgetFen: number | null; overall: boolean }[];
  /** Names of indicators that are answered by the steps of a task. */
  tasks: readonly string[];
}

export interface SampleEntry {
  registerId: string;
  values: RegisterValues;
}

export interface SampleRegisters {
  entries: SampleEntry[];
  /** Registers declared complete for the whole year. */
  complete: string[];
}

/** What a maker of entries gets: its own chance, the year, and a way to add. */
export interface Desk {
  wish: BureauWish;
  random: Random;
  /** A working day of the month (1…12), never after the year's end. */
  dayIn(month: number): Day;
  monthEnd(month: number): Day;
  add(registerId: string, values: RegisterValues): void;
  /** `share` of the population, give or take a tenth. */
  about(share: number): number;
}
