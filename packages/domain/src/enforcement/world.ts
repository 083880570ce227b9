/** What a step of a case is judged by. */
import type { Officer } from '../inspection/draw.ts';
import type { Scene } from '../matter/life.ts';
import type { Limits } from '../matter/limits.ts';
import type { Fen } from '../money.ts';
import type { EnforcementCase } from './case.ts';
import type { DiscretionRule } from './discretion.ts';

export interface EnforcementWorld extends Limits {
  readonly discretion: readonly DiscretionRule[];
  readonly roster: readonly Officer[];
  /** Taken at the findings of the case already (their ledger), so that it is not asked for twice. */
  readonly takenFen: Fen;
  /** Papers that the file still lacks. */
  readonly missing: readonly string[];
}

export type Asked = Scene<EnforcementCase, EnforcementWorld>;
