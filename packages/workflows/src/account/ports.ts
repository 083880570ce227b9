import type { Instant, UserAccount } from '@hengjian/domain';
import type { JournalStep } from '../journal/ports.ts';

/** An account with what only logging in needs. */
export interface KeptAccount extends UserAccount {
  readonly passwordHash: string;
  readonly failures: number;
  readonly lockedUntil: Instant | null;
}

export type NewAccount = Omit<KeptAccount, 'failures' | 'lockedUntil'> & { readonly createdBy: string };
export type AccountChange = Partial<Pick<KeptAccount, 'passwordHash' | 'mustChange' | 'state' | 'failures' | 'lockedUntil'>>;

export interface AccountStore {
  all(): Promise<UserAccount[]>;
  find(accountId: string): Promise<KeptAccount | undefined>;
  /** With its step in the journal; false where account or name is taken. */
  add(account: NewAccount, step: JournalStep): Promise<boolean>;
  /** With its step in the journal; `endSessions` logs every browser of it out. */
  change(accountId: string, change: AccountChange, step: JournalStep, endSessions: boolean): Promise<void>;
  /** One more wrong password; answers how many in a row. Counted in the database, so that guesses at once all count. */
  countFailure(accountId: string): Promise<number>;
  /** The right password: counting begins anew. */
  clearFailures(accountId: string): Promise<void>;
  openSession(session: NewSession): Promise<void>;
  endSession(tokenHash: string): Promise<void>;
  /** `governed`: there is an administrator, so everybody logs in. Whose session is this? A session seen too long ago, ended or of a disabled account is none. */
  standing(tokenHash: string | null, now: Instant, idleSeconds: number): Promise<{ governed: boolean; account: UserAccount | null }>;
}

export interface NewSession {
  readonly tokenHash: string;
  readonly accountId: string;
  readonly address: string;
  readonly begunAt: Instant;
  readonly endsAt: Instant;
}

/** Passwords are hashed at the edge. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
}

/** The bureau's numbers on the day in question. */
export interface AccountLimits {
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  readonly loginFailures: number;
  readonly lockMinutes: number;
  readonly passwordLength: number;
}

export interface AccountPorts {
  readonly accounts: AccountStore;
  readonly passwords: PasswordHasher;
  readonly limits: AccountLimits;
}
