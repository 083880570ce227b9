import type { BenefitScheme, Lever, WhatIf } from '@hengjian/domain';
import type { ColumnType } from 'kysely';

export interface BenefitTables {
  benefitScheme: {
    schemeId: string;
    region: string;
    fromDay: number;
    toDay: number | null;
    title: string;
    body: ColumnType<BenefitScheme, string, never>;
    recordedBy: string;
    recordedAt: number;
  };
  whatIf: {
    whatIfId: string;
    title: string;
    schemeId: string;
    year: number;
    levers: ColumnType<Lever[], string, never>;
    lakeVersion: number;
    seconds: number;
    result: ColumnType<WhatIf, string, never>;
    triedBy: string;
    triedAt: number;
  };
}
