// A city's extract as it would have come day by day: stays still open, lines before their settlement, late files, corrections.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readCsv } from '@hengjian/catalog/knowledge/index.ts';

type Row = Record<string, string>;
const registers = ['inv', 'rx', 'equip', 'benefit', 'opsp'] as const;
type Table = (typeof registers)[number] | 'psn' | 'fixmedins' | 'prac' | 'mdtrt' | 'diag' | 'oprn' | 'feedetl' | 'trac' | 'setl';

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
 * registered two days after, every second row of the registers three days after. The first days come `together` in one folder: what a bureau has when it begins.
 */
export function splitIntoDays(folder: string, to: string, together = 1): string[] {
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
  const [firstDay, middle] = [order[0] as string, order[together + 2] as string];
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
  for (const table of registers) {
    const rows = existsSync(path.join(folder, `${table}.csv`)) ? read(folder, table) : [];
    send(
      firstDay,
      table,
      rows.filter((_, i) => i % 2 === 0),
    );
    send(
      order[together + 3] as string,
      table,
      rows.filter((_, i) => i % 2 === 1),
    );
  }
  const groups = [order.slice(0, together), ...order.slice(together).map((day) => [day])];
  return groups.map((group) => {
    const target = path.join(to, group.at(-1) as string);
    mkdirSync(target, { recursive: true });
    for (const table of [...registers, 'psn', 'fixmedins', 'prac', 'mdtrt', 'diag', 'oprn', 'feedetl', 'trac', 'setl'] as const) {
      const rows = group.flatMap((day) => days.get(day)?.get(table) ?? []);
      if (rows.length > 0) write(target, table, asOneFile(table, rows));
    }
    return target;
  });
}

/** Of one file the last content of a key; a line whose settlement is in the same file comes once, settled. */
const asOneFile = (table: Table, rows: readonly Row[]): readonly Row[] => {
  const key = { psn: 'psn_no', mdtrt: 'mdtrt_id', fixmedins: 'fixmedins_code' }[table as string];
  if (key) return [...new Map(rows.map((row) => [row[key], row])).values()];
  if (table !== 'feedetl') return rows;
  const settled = new Set(rows.filter((row) => row.setl_id).map((row) => `${row.mdtrt_id} ${row.feedetl_sn}`));
  return rows.filter((row) => row.setl_id || !settled.has(`${row.mdtrt_id} ${row.feedetl_sn}`));
};
