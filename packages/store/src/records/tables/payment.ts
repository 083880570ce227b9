import type { DrgPack, PaymentLever, PaymentScheme } from '@hengjian/domain';
import type { PaymentResult } from '@hengjian/workflows';
import type { ColumnType } from 'kysely';

export interface PaymentTables {
  paymentPack: {
    packId: string;
    title: string;
    source: string;
    body: ColumnType<DrgPack, string, never>;
    recordedBy: string;
    recordedAt: number;
  };
  paymentScheme: {
    schemeId: string;
    method: string;
    region: string;
    fromDay: number;
    toDay: number | null;
    title: string;
    body: ColumnType<PaymentScheme, string, never>;
    recordedBy: string;
    recordedAt: number;
  };
  paymentTrial: {
    trialId: string;
    title: string;
    schemeId: string;
    year: number;
    levers: ColumnType<PaymentLever[], string, never>;
    lakeVersion: number;
    seconds: number;
    result: ColumnType<PaymentResult, string, never>;
    triedBy: string;
    triedAt: number;
  };
}
