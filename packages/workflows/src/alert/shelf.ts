/** The shipped alerts by id, as everybody above the catalogue sees them. */
import { alerts } from '@hengjian/catalog';
import type { AlertTree as Tree } from '@hengjian/language';

export type AlertTree = Tree;
export const alertShelf: Readonly<Record<string, AlertTree>> = alerts;
