// A synthetic city's year up to the day before its last, and that day, as two extracts.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { plants } from '@hengjian/catalog/plants.gen.ts';
import { folderSink, generateCity } from '@hengjian/city';
import { type Day, formatDay } from '@hengjian/domain';
import { claimsImporter, type Home, openDuck } from '@hengjian/store';
import { importClaims } from '@hengjian/workflows';

/** By settlement, everything else with its encounter. */
export async function yearAndDay(scratch: string, persons: number, from: Day, last: Day): Promise<[string, string]> {
  const city = path.join(scratch, 'city');
  const sink = folderSink(city);
  generateCity({ persons, months: 12, seed: 7, from }, plants, sink, () => {});
  sink.close();
  const [before, day] = [path.join(scratch, 'before'), path.join(scratch, 'day')] as const;
  mkdirSync(before);
  mkdirSync(day);
  const duck = await openDuck({ memoryLimitMb: 1500 });
  const read = (table: string) => `read_csv('${path.join(city, `${table}.csv`)}', header = true, all_varchar = true)`;
  const copy = (table: string, folder: string, where: string) =>
    duck.run(`COPY (SELECT * FROM ${read(table)} t ${where}) TO '${path.join(folder, `${table}.csv`)}' (HEADER)`);
  await duck.run(`CREATE TABLE settled AS SELECT setl_id, mdtrt_id, substr(setl_time, 1, 10) AS day FROM ${read('setl')}`);
  await duck.run(`CREATE TABLE first AS SELECT mdtrt_id, min(day) AS day FROM settled GROUP BY ALL`);
  const text = formatDay(last);
  for (const [folder, which] of [
    [before, `< '${text}'`],
    [day, `= '${text}'`],
  ] as const) {
    for (const table of ['setl', 'feedetl'])
      await copy(table, folder, `SEMI JOIN (FROM settled WHERE day ${which}) s ON s.setl_id = t.setl_id`);
    for (const table of ['mdtrt', 'diag', 'oprn'])
      await copy(table, folder, `SEMI JOIN (FROM first WHERE day ${which}) s ON s.mdtrt_id = t.mdtrt_id`);
  }
  for (const table of ['psn', 'fixmedins', 'prac']) await copy(table, before, '');
  duck.close();
  rmSync(city, { recursive: true });
  return [before, day];
}

/** Imports an extract; how many charge items came in. */
export async function take(home: Home, folder: string): Promise<number> {
  const done = await importClaims(claimsImporter(home), { folder, acceptRejects: true, progress: () => {} });
  if (!done.ok) throw new Error(JSON.stringify(done.issues));
  return done.value.tables.feedetl?.added ?? 0;
}
