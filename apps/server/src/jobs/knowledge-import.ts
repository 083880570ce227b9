import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { diagnosisTable, type ReadingAids } from '@hengjian/catalog/knowledge/index.ts';
import { readDiagnosisNames, readKnowledge } from '@hengjian/documents/knowledge/read-knowledge.ts';
import { streamable, streamKnowledge } from '@hengjian/documents/knowledge/stream-knowledge.ts';
import type { Issue } from '@hengjian/domain';
import { knowledgeStoreOf } from '@hengjian/store';
import { importKnowledge, type KnowledgeAccount, type KnowledgeImport } from '@hengjian/workflows';
import { z } from 'zod';
import { wallClock } from '../wall-clock.ts';
import { asWriter, type Job } from './job.ts';

/** An absolute path on this machine, and the name under which problems are told. */
const place = z.object({ path: z.string(), name: z.string() });
const request = z.object({
  /** In the order in which they count. */
  files: z.array(place),
  /** Table of diagnosis names (code, name), for indications. */
  diagnoses: place.optional(),
  by: z.string(),
  /** Say what would change, and change nothing. */
  preview: z.boolean().optional(),
});

/** Reads knowledge files into the library. */
export const knowledgeImport: Job<z.infer<typeof request>, KnowledgeAccount> = {
  name: 'knowledge import',
  request,
  async run(home, given, progress) {
    const files: KnowledgeImport['files'][number][] = [];
    for (const [done, file] of given.files.entries()) {
      progress({ step: 'read', done, total: given.files.length });
      files.push(await readOne(file));
    }
    const aids = given.diagnoses === undefined ? {} : readAids(given.diagnoses);
    if ('issue' in aids) return { ok: false, issues: [aids.issue] };
    const rows = (done: number) => progress({ step: 'write', done, total: 0 });
    const wish = { files, aids, by: given.by, now: wallClock(), progress: rows };
    if (given.preview) return importKnowledge(knowledgeStoreOf(home.db), { ...wish, preview: true });
    progress({ step: 'write', done: 0, total: 0 });
    return asWriter(home, 'knowledge import', 'knowledge.busy', () => importKnowledge(knowledgeStoreOf(home.db), wish));
  },
};

/** Bytes of a file beyond which it is read in pieces, and of a piece. */
const LARGE = 8_000_000;
const PIECE = 1 << 20;

async function readOne({ path, name: file }: z.infer<typeof place>): Promise<KnowledgeImport['files'][number]> {
  if (!existsSync(path)) {
    const issues: Issue[] = [{ code: 'knowledge.notFound', severity: 'error', file, facts: {} }];
    return { file, rows: [], issues, damaged: true };
  }
  if (streamable(file) && statSync(path).size > LARGE) return streamKnowledge(file, () => createReadStream(path, { highWaterMark: PIECE }));
  return readKnowledge(readFileSync(path), file);
}

function readAids({ path, name: file }: z.infer<typeof place>): ReadingAids | { issue: Issue } {
  const at = { severity: 'error' as const, file, facts: {} };
  if (!existsSync(path)) return { issue: { code: 'knowledge.notFound', ...at } };
  const names = readDiagnosisNames(readFileSync(path));
  return names.length === 0 ? { issue: { code: 'knowledge.icdEmpty', ...at } } : { diagnoses: diagnosisTable(names) };
}
