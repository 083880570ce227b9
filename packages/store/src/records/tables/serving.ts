import type { Generated } from 'kysely';

export interface ServingTables {
  serving: { backendId: number; processId: number; machine: string; url: string; token: string; since: Generated<Date> };
}
