// Answers declared questions, each once a version of the lake.
import type { AnalysisAsk, AnalysisRow } from '@hengjian/domain';
import { askLake } from '@hengjian/store';
import type { LakeReader } from './lake-reader.ts';

export interface AnalysisDesk {
  ask(question: AnalysisAsk): Promise<readonly AnalysisRow[]>;
  /** First and last month of the claims; null while there are none. */
  months(): Promise<{ from: string; to: string } | null>;
}

/** Answers that are remembered; people ask the same few again and again. */
const REMEMBERED = 400;

export function analysisDeskOf(lake: LakeReader): AnalysisDesk {
  let known: { version: number; answers: Map<string, readonly AnalysisRow[]> } = { version: -1, answers: new Map() };
  const ask: AnalysisDesk['ask'] = (question) =>
    lake.read(async (connection, snapshot) => {
      if (snapshot.version === 0) return [];
      if (known.version !== snapshot.version) known = { version: snapshot.version, answers: new Map() };
      const key = JSON.stringify(question);
      const answer = known.answers.get(key) ?? (await askLake(connection, question));
      // the last asked stands last, so that the first goes
      known.answers.delete(key);
      known.answers.set(key, answer);
      const oldest = known.answers.keys().next().value;
      if (known.answers.size > REMEMBERED && oldest !== undefined) known.answers.delete(oldest);
      return answer;
    });
  return {
    ask,
    async months() {
      const rows = await ask({ table: 'settlement', by: ['month'], measures: ['settlements'] });
      const [first, last] = [rows[0]?.keys[0], rows[rows.length - 1]?.keys[0]];
      return first && last ? { from: first, to: last } : null;
    },
  };
}
