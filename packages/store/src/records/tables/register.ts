import type { RegisterValues } from '@hengjian/domain';
import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, never>;

export interface RegisterTables {
  registerEntry: {
    /** PostgreSQL sends bigint as text. */
    serial: Generated<string>;
    entryId: string;
    registerId: string;
    occurredOn: number;
    recordedAt: number;
    recordedBy: string;
    source: string;
    values: Json<RegisterValues>;
    corrects: string | null;
    withdrawn: boolean;
  };
  registerCompleteness: {
    serial: Generated<string>;
    registerId: string;
    fromDay: number;
    toDay: number;
    declaredBy: string;
    declaredAt: number;
  };
}
