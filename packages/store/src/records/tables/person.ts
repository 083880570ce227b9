import type { ContactState } from '@hengjian/domain';

export interface PersonTables {
  /** What insured people ask to have changed in their contact data. */
  contactRequest: {
    requestId: string;
    personNo: string;
    accountId: string;
    telephone: string | null;
    address: string | null;
    state: ContactState;
    askedAt: number;
    decidedBy: string | null;
    decidedAt: number | null;
    answer: string | null;
  };
}
