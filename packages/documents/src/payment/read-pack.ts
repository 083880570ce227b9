// A grouping pack from the files or sheets that its tables came in.
import { gunzipSync } from 'node:zlib';
import { type DrgPack, type Outcome, type PackRows, type PackTable, packOf, packTables } from '@hengjian/domain';
import { unzipSync } from 'fflate';
import { decodeText } from '../encoding.ts';
import { csvRows } from '../grid/csv.ts';
import { readWorkbook } from '../workbook/workbook.ts';

/** A table of a zip; larger ones are not looked at. */
const MOST_BYTES = 64 * 1024 * 1024;

const isTable = (name: string): name is PackTable => Object.hasOwn(packTables, name);

/** Files by name: one csv (or csv.gz) a table, a zip of those, or one workbook with a sheet a table. Names that are no table are left out. */
export async function readPack(
  head: Pick<DrgPack, 'packId' | 'title' | 'source'>,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<Outcome<DrgPack>> {
  const tables: Record<string, string[][]> = {};
  const reading = [...files];
  for (const { name, bytes } of reading) {
    try {
      // what is in a zip is read after it
      if (/\.zip$/i.test(name))
        for (const [inside, content] of Object.entries(unzipSync(bytes, { filter: ({ originalSize }) => originalSize <= MOST_BYTES })))
          reading.push({ name: inside.slice(inside.lastIndexOf('/') + 1), bytes: content });
      else if (/\.xlsx$/i.test(name)) for (const sheet of await readWorkbook(bytes)) tables[sheet.name.trim()] = sheet.rows;
      else {
        const text = decodeText(/\.gz$/i.test(name) ? gunzipSync(bytes) : bytes);
        tables[name.replace(/\.csv(\.gz)?$/i, '')] = csvRows((text ?? '').split(/\r?\n/)).map(({ cells }) => cells);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { ok: false, issues: [{ code: 'register.unreadable', severity: 'error', file: name, facts: { reason } }] };
    }
  }
  return packOf(head, Object.fromEntries(Object.entries(tables).filter(([name]) => isTable(name))) as PackRows);
}
