import { drugs } from './drugs.ts';
import { type Item, readConsumable, readDrug, readHerb, readService, readTable } from './items.ts';
import { consumables, herbs } from './materials.ts';
import { services } from './services.ts';
import { supervisedConsumables, supervisedDrugs, supervisedServices } from './supervised.ts';

/** Everything that can be billed in the city. */
export const items: readonly Item[] = [
  ...readTable({ rows: drugs, read: readDrug }),
  ...readTable({ rows: services, read: readService }),
  ...readTable({ rows: consumables, read: readConsumable }),
  ...readTable({ rows: herbs, read: readHerb }),
  ...readTable({ rows: supervisedDrugs, read: (fields, serial) => readDrug(fields, 500 + serial) }),
  ...readTable({ rows: supervisedServices, read: readService }),
  ...readTable({ rows: supervisedConsumables, read: (fields, serial) => readConsumable(fields, 500 + serial) }),
];

const byName = new Map<string, Item>();
for (const item of items) {
  if (byName.has(item.name)) throw new Error(`catalogue: ${item.name} twice`);
  byName.set(item.name, item);
}

/** The item of that name; a fault when the catalogue has none, so that a slip of the pen cannot silently bill nothing. */
export function itemNamed(name: string): Item {
  const item = byName.get(name);
  if (!item) throw new Error(`catalogue: no item ${name}`);
  return item;
}
