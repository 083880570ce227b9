/** What several values of a parameter come to, side by side. */
import type { Fen } from '@hengjian/domain';
import type { Agreement } from '../review/export-findings.ts';
import type { EditionFinding } from '../review/ports.ts';
import type { Distribution } from './statistic.ts';

export interface Candidate {
  readonly value: number;
  /** The one in force. */
  readonly inForce: boolean;
  readonly findings: number;
  readonly providers: number;
  /** Encounters in question; 0 of a statistic about institutions. */
  readonly encounters: number;
  readonly amountFen: Fen;
  /** Of its findings, those that were decided. */
  readonly upheld: number;
  readonly overturned: number;
  readonly truth: Pick<Agreement, 'planted' | 'matched' | 'confirmed' | 'precision' | 'recall'> | null;
}

export interface Calibrated {
  /** The live edition whose parameter it is. */
  readonly edition: number;
  readonly parameter: string;
  /** Its value on the last day of the period. */
  readonly standing: number | null;
  readonly lakeVersion: number;
  /** By value. */
  readonly candidates: readonly Candidate[];
  /** Of a comparison with peers: how all subjects stand, not only those named; null where the parameter is no threshold of it. */
  readonly distribution: Distribution | null;
  /** What each value names (`edition`: the candidate's place). */
  readonly findings: readonly EditionFinding[];
}
