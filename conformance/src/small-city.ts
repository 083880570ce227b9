// A small city, imported and served, beside the rows that its institutions wrote: what a page says is added up from them.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { plants } from '@hengjian/catalog/plants.gen.ts';
import { columns, folderSink, generateCity, type Sink } from '@hengjian/city';
import { dayOfDate } from '@hengjian/domain';
import { createApp } from '@hengjian/server';
import { claimsImporter, type Home, openHome } from '@hengjian/store';
import { importClaims } from '@hengjian/workflows';

/** A row of the extract, by the names of its columns. */
export type Row = Record<string, string>;

/** The rows of one table of an extract. */
export function rowsOf(folder: string, table: keyof typeof columns): Row[] {
  const [head = '', ...lines] = readFileSync(path.join(folder, `${table}.csv`), 'utf8')
    .trim()
    .split('\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i] as string, cell])));
}

export interface SmallCity<T extends keyof typeof columns> {
  readonly home: Home;
  readonly app: Awaited<ReturnType<typeof createApp>>;
  readonly extract: Readonly<Record<T | 'setl', readonly Row[]>>;
  /** Settlements without those that were reversed, and their reversals. */
  readonly settled: readonly Row[];
  /** Takes in more rows, as a further extract. */
  take(rows: Readonly<Record<string, readonly Row[]>>): Promise<void>;
  /** What an address answers to an account (no cookie: to the machine itself); throws where that is not 200. */
  ask<A>(url: string, cookie?: string): Promise<A>;
  close(): Promise<void>;
}

/** 300 people over four months of 2025; `tables`: whose rows are asked for beside the settlements. */
export async function openSmallCity<T extends keyof typeof columns>(...tables: readonly T[]): Promise<SmallCity<T>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hengjian-small-city-'));
  const extract = Object.fromEntries([...tables, 'setl'].map((table) => [table, [] as Row[]])) as Record<T | 'setl', Row[]>;
  const files = folderSink(path.join(folder, 'extract'));
  const sink: Sink = {
    ...files,
    row(table, row) {
      files.row(table, row);
      const cells = row.split(',');
      const kept: Row[] | undefined = extract[table as T];
      kept?.push(Object.fromEntries(columns[table].split(',').map((name, i) => [name, cells[i] as string])));
    },
  };
  generateCity({ persons: 300, months: 4, seed: 11, from: dayOfDate(2025, 1, 1) }, plants, sink, () => {});
  sink.close();
  const reversed = new Set(extract.setl.flatMap((row) => (row.init_setl_id ? [row.init_setl_id, row.setl_id as string] : [])));
  const home = await openHome(path.join(folder, 'home'));
  const takeFolder = async (name: string) => {
    const imported = await importClaims(claimsImporter(home), {
      folder: path.join(folder, name),
      acceptRejects: false,
      progress: () => {},
    });
    if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
  };
  await takeFolder('extract');
  const app = await createApp({ home });
  return {
    home,
    app,
    extract,
    settled: extract.setl.filter((row) => !reversed.has(row.setl_id as string)),
    async take(rows) {
      const more = path.join(folder, 'more');
      mkdirSync(more);
      for (const [table, own] of Object.entries(rows)) {
        const names = Object.keys(own[0] as Row);
        writeFileSync(path.join(more, `${table}.csv`), [names, ...own.map((row) => names.map((name) => row[name]))].join('\n'));
      }
      await takeFolder('more');
      rmSync(more, { recursive: true });
    },
    async ask(url, cookie = '') {
      const answer = await app.inject({ url, headers: { cookie } });
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
      return answer.json();
    },
    async close() {
      await app.close();
      await home.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
