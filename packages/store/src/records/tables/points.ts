import type { PointRecord, RegisteredPractitioner } from '@hengjian/domain';
import type { ColumnType, Generated } from 'kysely';

export interface PointTables {
  practitionerRegistration: {
    [K in keyof RegisteredPractitioner]: RegisteredPractitioner[K] extends readonly (infer T)[] ? T[] : RegisteredPractitioner[K];
  };
  pointRecord: Omit<PointRecord, 'repairs' | 'conduct'> & {
    conduct: string[];
    repairs: ColumnType<PointRecord['repairs'], string, string>;
  };
  practitionerStanding: {
    serial: Generated<string>;
    practitionerNo: string;
    state: 'suspended' | 'ended';
    fromDay: number;
    toDay: number | null;
    points: number;
    pointId: string;
    returnFrom: number | null;
    recordedAt: number;
    replacedAt: number | null;
  };
  pointBehaviour: {
    serial: Generated<string>;
    region: string;
    code: string;
    title: string;
    general: number;
    important: number;
    main: number;
    article: string | null;
    source: string;
    fromDay: number | null;
    toDay: number | null;
    by: string;
    at: number;
    ended: Generated<boolean>;
  };
}
