import type { GeneratedAlways } from 'kysely';

/** What every matter's table has: the content, and what is generated from it. */
export interface MatterTable {
  matterId: string;
  content: unknown;
  state: GeneratedAlways<string>;
  title: GeneratedAlways<string>;
  providerNo: GeneratedAlways<string | null>;
  openedOn: GeneratedAlways<number>;
  dueDay: GeneratedAlways<number | null>;
  closedOn: GeneratedAlways<number | null>;
}

export interface MatterTables {
  clue: MatterTable & {
    source: GeneratedAlways<string>;
    sourceRef: GeneratedAlways<string | null>;
    object: GeneratedAlways<string>;
    objectNo: GeneratedAlways<string | null>;
  };
}
