// Answers declared questions, each once a version of the lake.
import type { AnalysisAsk, AnalysisRow } from '@hengjian/domain';
import { askLake, type LakeConnection, type LakeSnapshot } from '@hengjian/store';
import type { LakeReader } from './lake-reader.ts';

export interface AnalysisDesk {
  ask(question: AnalysisAsk): Promise<readonly AnalysisRow[]>;
  /** Whatever else is worked out of the lake alone; `key` tells one question from another. */
  remember<T>(key: string, work: (lake: LakeConnection, snapshot: LakeSnapshot) => Promise<T>): Promise<T>;
  /** First and last month of the claims; null while there are none. */
  months(): Promise<{ from: string; to: string } | null>;
}

/** Answers that are remembered; people ask the same few again and again. */
const REMEMBERED = 400;

export function analysisDeskOf(lake: LakeReader): AnalysisDesk {
  let known: { version: number; answers: Map<string, unknown> } = { version: -1, answers: new Map() };
  const remember: AnalysisDesk['remember'] = (key, work) =>
    lake.read(async (connection, snapshot) => {
      if (known.version !== snapshot.version) known = { version: snapshot.version, answers: new Map() };
      const answer = (known.answers.get(key) as Awaited<ReturnType<typeof work>> | undefined) ?? (await work(connection, snapshot));
      // the last asked stands last, so that the first goes
      known.answers.delete(key);
      known.answers.set(key, answer);
      const oldest = known.answers.keys().next().value;
      if (known.answers.size > REMEMBERED && oldest !== undefined) known.answers.delete(oldest);
      return answer;
    });
  const ask: AnalysisDesk['ask'] = (question) =>
    remember(JSON.stringify(question), async (connection, { version }) => (version === 0 ? [] : askLake(connection, question)));
  return {
    ask,
    remember,
    async months() {
      const rows = await ask({ table: 'settlement', by: ['month'], measures: ['settlements'] });
      const [first, last] = [rows[0]?.keys[0], rows[rows.length - 1]?.keys[0]];
      return first && last ? { from: first, to: last } : null;
    },
  };
}
