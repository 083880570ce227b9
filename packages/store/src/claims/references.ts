// Staged rows get surrogates; a row whose reference is missing (or was rejected) is rejected with it.
import { type WireTable, type WireTableName, wireTables } from '@hengjian/catalog';
import type { Issue } from '@hengjian/domain';
import type { ImportContext } from './context.ts';
import { extend, loadDictionaries, mergeDimension } from './dictionaries.ts';
import { dropDuplicates, rejectWhere, stageEmpty, stageTable } from './stage.ts';

/** Tables staged whole; charge lines and trace codes are streamed (lines.ts). */
const STAGED: readonly WireTableName[] = [
  'psn',
  'fixmedins',
  'prac',
  'mdtrt',
  'setl',
  'diag',
  'oprn',
  'inv',
  'rx',
  'equip',
  'benefit',
  'opsp',
];

/** Per wire table: how many rows were added, changed, or were known already. */
export interface Merged {
  added: number;
  changed: number;
  skipped: number;
}

/** Stages the small tables, numbers them and checks their references. Returns damage that refuses the folder. */
export async function stageReferences(context: ImportContext): Promise<{ damage: Issue[]; merged: Map<WireTableName, Merged> }> {
  const { duck, sources, progress } = context;
  const damage: Issue[] = [];
  for (const [at, table] of STAGED.entries()) {
    progress('stage', at, STAGED.length);
    const source = sources.get(table);
    const fault = source ? await stageTable(duck, source) : await stageEmpty(duck, table);
    if (fault) damage.push(fault);
  }
  const merged = new Map<WireTableName, Merged>();
  if (damage.length > 0) return { damage, merged };
  await loadDictionaries(context);

  const unique = (table: WireTableName) => {
    const declared: WireTable = wireTables[table];
    return dropDuplicates(
      duck,
      table,
      `s_${table}`,
      declared.key,
      declared.columns.map((c) => c.name),
    );
  };
  const needs = (table: WireTableName, column: string, noun: string) =>
    rejectWhere(duck, table, `s_${table}`, `NOT EXISTS (SELECT 1 FROM dict_${noun} d WHERE d.no = s.${column})`, 'reference', column);

  await unique('psn');
  await extend(context, 'person', 'SELECT psn_no AS no FROM s_psn');
  merged.set('psn', await mergeDimension(context, 'person'));

  await unique('fixmedins');
  await extend(context, 'provider', 'SELECT fixmedins_code AS no FROM s_fixmedins');
  merged.set('fixmedins', await mergeDimension(context, 'provider'));

  await needs('prac', 'fixmedins_code', 'provider');
  await unique('prac');
  await extend(context, 'practitioner', 'SELECT prac_code AS no FROM s_prac');
  merged.set('prac', await mergeDimension(context, 'practitioner'));
  await extend(context, 'practitioner', 'SELECT DISTINCT dr_codg AS no FROM s_mdtrt');

  await needs('mdtrt', 'psn_no', 'person');
  await needs('mdtrt', 'fixmedins_code', 'provider');
  await unique('mdtrt');
  // An encounter's records stand in its person's bucket: another person under the same number is another encounter.
  await rejectWhere(
    duck,
    'mdtrt',
    's_mdtrt',
    `EXISTS (SELECT 1 FROM dict_encounter e JOIN dict_person p ON p.id = e.person WHERE e.no = s.mdtrt_id AND p.no <> s.psn_no)`,
    'otherPerson',
    'psn_no',
  );
  await extend(
    context,
    'encounter',
    `SELECT mdtrt_id AS no, p.id AS person, v.id AS provider FROM s_mdtrt m JOIN dict_person p ON p.no = m.psn_no JOIN dict_provider v ON v.no = m.fixmedins_code`,
    ['person', 'provider'],
  );

  await needs('setl', 'mdtrt_id', 'encounter');
  const encounterOf =
    'EXISTS (SELECT 1 FROM dict_encounter e JOIN dict_person p ON p.id = e.person JOIN dict_provider v ON v.id = e.provider WHERE e.no = s.mdtrt_id';
  await rejectWhere(duck, 'setl', 's_setl', `${encounterOf} AND p.no <> s.psn_no)`, 'mismatch', 'psn_no');
  await rejectWhere(duck, 'setl', 's_setl', `${encounterOf} AND v.no <> s.fixmedins_code)`, 'mismatch', 'fixmedins_code');
  await unique('setl');
  await rejectWhere(
    duck,
    'setl',
    's_setl',
    'EXISTS (SELECT 1 FROM dict_settlement t JOIN dict_encounter e ON e.id = t.encounter WHERE t.no = s.setl_id AND e.no <> s.mdtrt_id)',
    'mismatch',
    'mdtrt_id',
  );
  await extend(context, 'settlement', 'SELECT setl_id AS no, e.id AS encounter FROM s_setl s JOIN dict_encounter e ON e.no = s.mdtrt_id', [
    'encounter',
  ]);

  for (const table of ['diag', 'oprn'] as const) {
    await needs(table, 'mdtrt_id', 'encounter');
    await unique(table);
  }
  for (const table of ['inv', 'rx', 'equip'] as const) await needs(table, 'fixmedins_code', 'provider');
  for (const table of ['rx', 'benefit', 'opsp'] as const) await needs(table, 'psn_no', 'person');
  for (const table of ['inv', 'rx', 'equip', 'benefit', 'opsp'] as const) await unique(table);
  progress('stage', STAGED.length, STAGED.length);
  return { damage, merged };
}
