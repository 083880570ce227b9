import type { Issue, Outcome } from '@hengjian/domain';
import type { ClaimsImporter, ImportReport, Progress } from './ports.ts';

/** Above this share of rejected rows in one table the folder is refused (contracts §3). */
const REJECT_LIMIT_PERCENT = 5;

export interface ImportClaims {
  folder: string;
  /** Commit the good rows however many were rejected. */
  acceptRejects: boolean;
  progress: Progress;
}

/** Reads an extract folder into the claims lake: all of it at once, or nothing. */
export async function importClaims(importer: ClaimsImporter, request: ImportClaims): Promise<Outcome<ImportReport>> {
  const staged = await importer.stage(request.folder, request.progress);
  if (!staged.ok) return staged;
  const { report } = staged.value;
  const issues: Issue[] = [];
  for (const [table, count] of Object.entries(report.tables)) {
    // Whole numbers: exactly 5 % is still accepted.
    if (count.rejected * 100 <= count.read * REJECT_LIMIT_PERCENT) continue;
    issues.push({
      code: 'claims.tooManyRejects',
      severity: request.acceptRejects ? 'warning' : 'error',
      file: count.file,
      table,
      facts: { rejected: count.rejected, read: count.read, limit: REJECT_LIMIT_PERCENT, list: report.rejectedFile },
    });
  }
  if (issues.length > 0 && !request.acceptRejects) {
    await staged.value.discard();
    return { ok: false, issues };
  }
  return { ok: true, value: await staged.value.commit(), issues: [...staged.issues, ...issues] };
}

/** Folds what daily imports left in deltas into the lake. The records stay what they are; reading them becomes cheaper. */
export async function compactClaims(importer: ClaimsImporter, progress: Progress): Promise<Outcome<ImportReport>> {
  const staged = await importer.compact(progress);
  return staged.ok ? { ok: true, value: await staged.value.commit(), issues: [] } : staged;
}
