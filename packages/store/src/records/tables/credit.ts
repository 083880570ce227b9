import type { SupplierConduct } from '@hengjian/domain';
import type { Generated } from 'kysely';

export interface CreditTables {
  creditRating: {
    ratingId: string;
    /** An institution's number, or a person's. */
    subjectNo: string;
    subjectKind: Generated<string>;
    schemeId: string;
    fromDay: number;
    toDay: number;
    state: string;
    score: number;
    grade: string;
    dueDay: number | null;
    effectiveOn: number | null;
    /** The rating whole. */
    body: unknown;
  };
  creditEntry: { serial: Generated<string>; providerNo: string; fact: string; on: number; document: string; by: string; at: number };
  creditScheme: {
    serial: Generated<string>;
    schemeId: string;
    body: unknown;
    by: string;
    at: number;
    /** null: a draft. */
    fromDay: Generated<number | null>;
    enactedBy: Generated<string | null>;
  };
  supplierConduct: SupplierConduct;
}
