// 证据包: everything a finding stands on, in one file with a hash over it: its records and the care they come from, the import they came
// with, the rule's tree and the knowledge rows as they spoke, the rows the closures read, the steps, the money, and the hashes of what was
// attached. Personal numbers are masked; `hengjian evidence verify` decides it again from the file alone.
import type { Day } from '@hengjian/domain';
import { attachmentsOf, casesOf, type Home, ledgerOfFinding, stepsTaken } from '@hengjian/store';
import {
  canonical,
  type DecidedFrom,
  decideAgain,
  decidedFrom,
  decisionOf,
  type EvidencePackage,
  type Period,
  sm3,
} from '@hengjian/workflows';
import { masked } from './mask.ts';
import { reviewPortsOf } from './review-ports.ts';
import type { CareJson, FindingFileJson } from './schemas/findings.ts';
import type { Services } from './services.ts';

/** The import that made the lake as it was read, with its report (files and their counts). */
async function importOf(home: Home, version: number): Promise<unknown> {
  const row = await home.db
    .selectFrom('lakeVersion')
    .select(['version', 'recordedAt', 'report'])
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? { version: row.version, recordedAt: row.recordedAt.toISOString(), report: row.report } : null;
}

/** The rows without whole personal numbers; what is decided from them is the same but for ids and hashes. */
function withMaskedPeople(read: DecidedFrom): DecidedFrom {
  const row = <R extends object>(record: R): R =>
    'personNo' in record ? { ...record, personNo: masked(String(record.personNo)) } : record;
  return {
    ...read,
    members: read.members.map((member) => ({ ...member, record: row(member.record) })),
    rights: read.rights.map(row),
    peers: read.peers.map((peer) => ({ ...peer, top: peer.top.map(row) })),
  };
}

/** The rows a finding was decided from, and what they say; nulls where they do not say it (any more). */
async function decisionAgain(home: Home, finding: { findingId: string; ruleId: string; edition: number; periodDay: Day }, within?: Period) {
  const read = await decidedFrom(await reviewPortsOf(home), finding, within);
  if (!read) return { read: null, decision: null };
  const at = decideAgain(read).findIndex(({ findingId }) => findingId === finding.findingId);
  const shown = withMaskedPeople(read);
  const decided = decideAgain(shown)[at];
  return { read: shown, decision: decided ? decisionOf(decided) : null };
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
  const { read, decision } = await decisionAgain(home, file, run && { from: run.fromDay, to: run.toDay });
  const { rule, ...rows } = read ?? { rule: (await names.rule(ruleId, edition)) ?? null };
  const content = {
    format: 2,
    finding: file,
    care,
    run: run ?? null,
    import: run ? await importOf(home, run.lakeVersion) : null,
    rule: { ruleId, edition, tree: rule },
    decidedFrom: read ? rows : null,
    decision,
    case: stored?.one ?? null,
    steps: await stepsTaken(home.db, findingId),
    ledger: await ledgerOfFinding(home.db, findingId),
    attachments: await attachmentsOf(home.db, findingId),
  };
  const plain = JSON.parse(JSON.stringify(content)) as EvidencePackage['content'];
  return { sm3: sm3(canonical(plain)), content: plain };
}
