import { plants } from '@hengjian/catalog/plants.gen.ts';
import { type CityWish, generateCity } from '../generate.ts';
import { columns, type ExtractTable } from '../writer.ts';

/** Generates a city into memory (for tests): the rows of each table, without their headers. */
export function collect(wish: CityWish): Record<ExtractTable, string[]> {
  const tables = Object.fromEntries(Object.keys(columns).map((table) => [table, []])) as unknown as Record<ExtractTable, string[]>;
  generateCity(wish, plants, { row: (table, row) => tables[table].push(row), close: () => {}, abandon: () => {} });
  return tables;
}
