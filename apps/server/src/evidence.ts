// 证据包: everything a finding stands on, in one file with a hash over it: its records and the care they come from, the import they came
// with, the rule's tree and the knowledge row as they spoke, the values, the steps, the money, and the hashes of what was attached.
// Personal numbers are masked.
import { attachmentsOf, casesOf, type Home, ledgerOfFinding, stepsTaken } from '@hengjian/store';
import { canonical, sm3 } from '@hengjian/workflows';
import type { CareJson, FindingFileJson } from './schemas/findings.ts';
import type { Services } from './services.ts';

export interface EvidencePackage {
  /** SM3 of the canonical JSON of `content` (keys in order, no white space). */
  readonly sm3: string;
  readonly content: unknown;
}

/** The import that made the lake as it was read, with its report (files and their counts). */
async function importOf(home: Home, version: number): Promise<unknown> {
  const row = await home.db
    .selectFrom('lakeVersion')
    .select(['version', 'recordedAt', 'report'])
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? { version: row.version, recordedAt: row.recordedAt.toISOString(), report: row.report } : null;
}

/** The package of a finding, of its file and its care as the console shows them. */
export async function evidencePackage({ home, names }: Services, file: FindingFileJson, care: CareJson): Promise<EvidencePackage> {
  const { findingId, ruleId, edition, runId } = file;
  const run = await home.db
    .selectFrom('reviewRun')
    .select(['runId', 'lakeVersion', 'fromDay', 'toDay'])
    .where('runId', '=', runId)
    .executeTakeFirst();
  const [stored] = await casesOf(home.db, [findingId]);
  const content = {
    format: 1,
    finding: file,
    care,
    run: run ?? null,
    import: run ? await importOf(home, run.lakeVersion) : null,
    rule: { ruleId, edition, tree: (await names.rule(ruleId, edition)) ?? null },
    case: stored?.one ?? null,
    steps: await stepsTaken(home.db, findingId),
    ledger: await ledgerOfFinding(home.db, findingId),
    attachments: await attachmentsOf(home.db, findingId),
  };
  const plain = JSON.parse(JSON.stringify(content)) as unknown;
  return { sm3: sm3(canonical(plain)), content: plain };
}
