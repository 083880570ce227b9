import type { Generated } from 'kysely';

export interface AccountTables {
  account: {
    accountId: string;
    name: string;
    roles: string[];
    providerNos: string[];
    practitionerNo: string | null;
    personNo: string | null;
    /** How it was made sure who the person is. */
    verified: string | null;
    passwordHash: string;
    mustChange: boolean;
    state: 'active' | 'disabled';
    createdBy: string;
    createdAt: number;
    /** Wrong passwords in a row. */
    failures: Generated<number>;
    lockedUntil: number | null;
  };
  /** Logged-in browsers; ended ones are removed. */
  accountSession: { tokenHash: string; accountId: string; address: string; begunAt: number; seenAt: number; endsAt: number };
  /** Steps of cases, money and accounts, chained. */
  journal: {
    serial: string;
    at: number;
    by: string;
    noun: string;
    subjectId: string;
    action: string;
    before: string | null;
    after: string | null;
    why: string | null;
    detail: string;
    hash: string;
  };
  journalHead: { one: Generated<boolean>; serial: string; hash: string };
}
