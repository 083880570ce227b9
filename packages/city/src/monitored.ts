// What the bureau of the city watches: drugs that are on lists of drugs to be monitored (重点监控合理用药药品目录) everywhere.
import { dayOfDate } from '@hengjian/domain';
import { itemNamed } from './catalogue/catalogue.ts';
import type { SampleEntry } from './registers/desk.ts';

const names = ['注射用奥美拉唑钠', '依达拉奉注射液', '注射用胸腺法新'];

export const monitoredEntries = (year: number): SampleEntry[] =>
  names.flatMap((name) =>
    itemNamed(name).codes.map((codePrefix) => ({
      registerId: 'monitored-items',
      values: { fromOn: dayOfDate(year, 1, 1), toOn: null, codePrefix, name, batch: '演示', note: null },
    })),
  );
