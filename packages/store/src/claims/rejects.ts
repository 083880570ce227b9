// rejected.csv: every row that was not taken, with its place and the reason in words.

import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { csvCell } from '@hengjian/catalog/knowledge/index.ts';
import { rejectReason } from '@hengjian/domain';
import { quoted } from '../lake/duck.ts';
import type { ImportContext } from './context.ts';

interface Rejected {
  tbl: string;
  record: number;
  code: string;
  col: string | null;
  subject: string | null;
  fact: string | null;
}

/** Rejected rows of every table, numbered as in the file (the header is row 1), malformed records included. */
const rejectedRows = `SELECT r.tbl, r.r + 1 + (SELECT count(*) FROM numbered n WHERE n.tbl = r.tbl AND n.gap <= r.r) AS record, code, col, subject,
    CAST(CAST(fact AS BIGINT) + 1 + (SELECT count(*) FROM numbered n WHERE n.tbl = r.tbl AND n.gap <= CAST(r.fact AS BIGINT)) AS VARCHAR) AS fact FROM reject r
  UNION ALL SELECT tbl, record, code, NULL, NULL, NULL FROM malformed ORDER BY tbl, record`;

/** Writes the list and returns the number of rejected rows a table. Where there are none, an earlier import's list goes. */
export async function writeRejects(context: ImportContext, file: string): Promise<Map<string, number>> {
  const { duck, sources } = context;
  // Good rows are counted without the malformed records: the i-th of them at record b shifts every good row from b − i on.
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE numbered AS SELECT tbl, record - row_number() OVER (PARTITION BY tbl ORDER BY record) AS gap FROM malformed`,
  );
  const counts = await duck.rows<{ tbl: string; n: number }>(`SELECT tbl, count(DISTINCT record) AS n FROM (${rejectedRows}) GROUP BY tbl`);
  rmSync(file, { force: true });
  if (counts.length === 0) return new Map();
  const descriptor = openSync(file, 'w');
  try {
    writeSync(descriptor, '\uFEFFfile,row,column,reason,code,subject\n');
    const stream = await duck.connection.stream(`SELECT * FROM (${rejectedRows}) ORDER BY ${quoted('tbl')}, record`);
    for await (const rows of stream.yieldRowObjectJson()) {
      const lines = (rows as unknown as Rejected[]).map((row) => {
        const source = [...sources.values()].find((s) => s.table === row.tbl);
        const reason = rejectReason(row.code, { column: row.col ?? '', row: row.fact });
        return [source?.file ?? row.tbl, row.record, row.col, reason, row.code, row.subject].map(field).join(',');
      });
      writeSync(descriptor, `${lines.join('\n')}\n`);
    }
  } finally {
    closeSync(descriptor);
  }
  return new Map(counts.map(({ tbl, n }) => [tbl, n]));
}

const field = (value: unknown): string => csvCell(value === null || value === undefined ? '' : String(value));
