/** What a reader says of a case's records, in a form that two readers can be compared in. */
import {
  type CompiledRule,
  marksOf,
  type PartitionAnswer,
  type Point,
  type RuleTree,
  readWithClosures,
  withMarks,
} from '@hengjian/language';
import type { CaseWorld } from './cases.ts';

export interface CaseReading {
  readonly answers: PartitionAnswer[];
  /** Keys of partitions, sorted. */
  readonly hit: string[];
  readonly notEvaluated: string[];
  readonly clear: number;
}

const nameOf = (answer: PartitionAnswer) => JSON.stringify(answer.key);

/** `partitions`: how many there are where only those that are not clear were handed over. */
export function caseReadingOf(answers: PartitionAnswer[], partitions?: number): CaseReading {
  const named = (which: PartitionAnswer['answer']) =>
    answers
      .filter((a) => a.answer === which)
      .map(nameOf)
      .sort();
  const [hit, notEvaluated] = [named('hit'), named('notEvaluated')];
  const clear =
    partitions === undefined ? answers.filter((a) => a.answer === 'clear').length : partitions - hit.length - notEvaluated.length;
  return { answers, hit, notEvaluated, clear };
}

/** The closure reader over all records of a case. */
export const byClosures = (compiled: CompiledRule, points: readonly Point[], world: CaseWorld): CaseReading =>
  caseReadingOf(readWithClosures(compiled, points, withMarks(world.tables, marksOf([compiled.rule]))));

/** The other reader: SQL over a case's records, in an engine that the store owns. */
export interface CaseEngine {
  read(rules: readonly { rule: RuleTree; points: readonly Point[] }[], world: CaseWorld): Promise<CaseReading[]>;
  close(): void;
}
