// A city's extract as it would have come day by day: stays still open, lines before their settlement, late files, corrections.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readCsv } from '@hengjian/catalog/knowledge/index.ts';

type Row = Record<string, string>;
type Table = 'psn' | 'fixmedins' | 'prac' | 'mdtrt' | 'diag' | 'oprn' | 'feedetl' | 'trac' | 'setl';

const read = (folder: string, table: Table): Row[] => {
  const [header, ...rest] = readCsv(readFileSync(path.join(folder, `${table}.csv`), 'utf8')).records;
  return rest.map(({ cells }) => Object.fromEntries((header?.cells ?? []).map((name, at) => [name, cells[at] ?? ''])));
};
const write = (folder: string, table: string, rows: readonly Row[]): void => {
  const header = Object.keys(rows[0] as Row);
  writeFileSync(
    path.join(folder, `${table}.csv`),
    [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))]
      .map((r) => r.join(','))
      .join('\n')
      .concat('\n'),
  );
};

const dayOf = (instant: string) => instant.slice(0, 10);
const addDays = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
/** Spreads numbers evenly enough to choose every n-th. */
const every = (n: number, no: string) => Number(no.slice(-6)) % n === 0;

/**
 * Writes one folder a day below `to` and returns them in order. A settlement comes on its day with its lines, diagnoses and operations;
 * every third stay is sent on its first day, open and with its lines unsettled; every seventh encounter comes five days late; people
 * are known from the first day (deaths only when they happen), one institution's level is corrected and every fifth practitioner
 * registered half way through.
 */
export function splitIntoDays(folder: string, to: string): string[] {
  const days = new Map<string, Map<Table, Row[]>>();
  const send = (day: string, table: Table, rows: readonly Row[]) => {
    const tables = days.get(day) ?? new Map<Table, Row[]>();
    days.set(day, tables);
    tables.set(table, [...(tables.get(table) ?? []), ...rows]);
  };
  const by = (rows: readonly Row[]) => Map.groupBy(rows, (row) => row.mdtrt_id as string);
  const [lines, traces, diagnoses, operations, settlements] = (['feedetl', 'trac', 'diag', 'oprn', 'setl'] as const).map((t) =>
    by(read(folder, t)),
  ) as Map<string, Row[]>[];
  for (const encounter of read(folder, 'mdtrt')) {
    const no = encounter.mdtrt_id as string;
    const own = (settlements?.get(no) ?? []).toSorted((a, b) => ((a.setl_time as string) < (b.setl_time as string) ? -1 : 1));
    const late = every(7, no) ? 5 : 0;
    const begun = addDays(dayOf(encounter.begntime as string), late);
    const ofEncounter = lines?.get(no) ?? [];
    const first = own[0] ? addDays(dayOf(own[0].setl_time as string), late) : begun;
    if (every(3, no) && begun < first) {
      send(begun, 'mdtrt', [{ ...encounter, endtime: '9999-12-31 00:00:00', dscg_way: '' }]);
      // only what the first settlement settles: it is the same line then
      for (const line of ofEncounter)
        if (line.setl_id === own[0]?.setl_id && Number(line.cnt) > 0)
          send(addDays(dayOf(line.fee_ocur_time as string), late), 'feedetl', [{ ...line, setl_id: '' }]);
    }
    send(first, 'mdtrt', [encounter]);
    send(first, 'diag', diagnoses?.get(no) ?? []);
    send(first, 'oprn', operations?.get(no) ?? []);
    send(
      first,
      'feedetl',
      ofEncounter.filter((line) => !line.setl_id),
    );
    for (const settlement of own) {
      const day = addDays(dayOf(settlement.setl_time as string), late);
      send(day, 'setl', [settlement]);
      send(
        day,
        'feedetl',
        ofEncounter.filter((line) => line.setl_id === settlement.setl_id),
      );
    }
    send(addDays(own.at(-1) ? dayOf(own.at(-1)?.setl_time as string) : begun, late), 'trac', traces?.get(no) ?? []);
  }
  const order = [...days.keys()].toSorted();
  const [firstDay, middle] = [order[0] as string, order[order.length >> 1] as string];
  for (const person of read(folder, 'psn')) {
    send(firstDay, 'psn', [{ ...person, death_date: '' }]);
    if (person.death_date) send(order.find((day) => day >= (person.death_date as string)) ?? (order.at(-1) as string), 'psn', [person]);
  }
  const providers = read(folder, 'fixmedins');
  send(
    firstDay,
    'fixmedins',
    providers.map((p, i) => (i === 0 ? { ...p, hosp_lv: '9' } : p)),
  );
  send(middle, 'fixmedins', providers.slice(0, 1));
  const practitioners = read(folder, 'prac');
  send(
    firstDay,
    'prac',
    practitioners.filter((_, i) => i % 5 !== 0),
  );
  send(
    middle,
    'prac',
    practitioners.filter((_, i) => i % 5 === 0),
  );
  return order.map((day) => {
    const target = path.join(to, day);
    mkdirSync(target, { recursive: true });
    for (const [table, rows] of days.get(day) as Map<Table, Row[]>) if (rows.length > 0) write(target, table, unsettledOnce(table, rows));
    return target;
  });
}

/** A line whose fee day is its settlement's day comes once, settled. */
const unsettledOnce = (table: Table, rows: readonly Row[]): readonly Row[] => {
  if (table === 'mdtrt') return [...new Map(rows.map((row) => [row.mdtrt_id, row])).values()];
  if (table !== 'feedetl') return rows;
  const settled = new Set(rows.filter((row) => row.setl_id).map((row) => `${row.mdtrt_id} ${row.feedetl_sn}`));
  return rows.filter((row) => row.setl_id || !settled.has(`${row.mdtrt_id} ${row.feedetl_sn}`));
};
