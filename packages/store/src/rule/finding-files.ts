// Findings that are nobody's: Parquet files of trials, replays and shadow runs, written once and read by page or by sample.
import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MarkedFinding, TrialFilter, TrialFinding } from '@hengjian/workflows';
import { literal, openDuck } from '../lake/duck.ts';

const columns = {
  findingId: 'VARCHAR',
  ruleId: 'VARCHAR',
  // of a calibration: the value
  edition: 'BIGINT',
  mark: 'VARCHAR',
  subjectId: 'VARCHAR',
  periodDay: 'INTEGER',
  amountFen: 'BIGINT',
  fundFen: 'BIGINT',
  otherFen: 'BIGINT',
  exemptedBy: 'VARCHAR',
  explanationZh: 'VARCHAR',
  explanationEn: 'VARCHAR',
  evidenceHash: 'VARCHAR',
  records: 'VARCHAR',
};

const CHUNK = 2000;

const rowOf = (f: MarkedFinding) => ({
  findingId: f.findingId,
  ruleId: f.ruleId,
  edition: f.edition,
  mark: f.mark,
  subjectId: f.subjectId,
  periodDay: f.periodDay,
  amountFen: f.amountFen,
  fundFen: f.fundFen,
  otherFen: f.otherFen,
  exemptedBy: f.exemptedBy,
  explanationZh: f.explanation.zh,
  explanationEn: f.explanation.en,
  evidenceHash: f.evidenceHash,
  records: JSON.stringify(f.records),
});

/** Writes all or nothing: the file takes its name when it is whole. */
export async function writeFindings(file: string, findings: readonly MarkedFinding[]): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  const scratch = mkdtempSync(path.join(path.dirname(file), '.writing-'));
  const duck = await openDuck({ threads: 1, memoryLimitMb: 300 });
  try {
    const lines = path.join(scratch, 'findings.jsonl');
    writeFileSync(lines, '');
    for (let at = 0; at < findings.length; at += CHUNK)
      appendFileSync(
        lines,
        findings
          .slice(at, at + CHUNK)
          .map((f) => `${JSON.stringify(rowOf(f))}\n`)
          .join(''),
      );
    const typed = Object.entries(columns).map(([name, type]) => `"${name}": ${literal(type)}`);
    const rows =
      findings.length > 0
        ? `SELECT * FROM read_json(${literal(lines)}, format='newline_delimited', maximum_object_size=67108864, columns={${typed.join(', ')}})`
        : `SELECT ${Object.entries(columns).map(([name, type]) => `NULL::${type} AS "${name}"`)} WHERE FALSE`;
    const parquet = path.join(scratch, 'findings.parquet');
    await duck.run(`COPY (${rows}) TO ${literal(parquet)} (FORMAT parquet, COMPRESSION zstd)`);
    renameSync(parquet, file);
  } finally {
    duck.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** By id; with a seed in an order that the seed and the ids alone decide, so that a sample can be drawn again. */
export async function readFindings(file: string, filter: TrialFilter): Promise<{ total: number; rows: TrialFinding[] }> {
  const duck = await openDuck({ threads: 1, memoryLimitMb: 300 });
  try {
    const which = [
      ...(filter.mark ? [`mark = ${literal(filter.mark)}`] : []),
      ...(filter.ruleId ? [`"ruleId" = ${literal(filter.ruleId)}`] : []),
      ...(filter.edition === undefined ? [] : [`edition = ${filter.edition}`]),
      ...(filter.findingId ? [`"findingId" = ${literal(filter.findingId)}`] : []),
    ];
    const from = `FROM read_parquet(${literal(file)})${which.length > 0 ? ` WHERE ${which.join(' AND ')}` : ''}`;
    const [count] = await duck.rows<{ n: number }>(`SELECT count(*) AS n ${from}`);
    const order = filter.seed === undefined ? '"findingId"' : `md5(${literal(filter.seed)} || "findingId"), "findingId"`;
    const page = `LIMIT ${filter.limit ?? 100} OFFSET ${filter.offset ?? 0}`;
    const rows = await duck.rows<Omit<TrialFinding, 'records'> & { records: string }>(`SELECT * ${from} ORDER BY ${order} ${page}`);
    return { total: count?.n ?? 0, rows: rows.map((row) => ({ ...row, records: JSON.parse(row.records) })) };
  } finally {
    duck.close();
  }
}
