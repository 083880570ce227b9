/**
 * Tables whose rows the journal may seal, and which of their columns. Columns added later are not sealed until the entry names them
 * under a new name (`finding_case/2`): old steps keep the meaning they had.
 */
export interface SealedTable {
  readonly table: string;
  readonly key: string;
  readonly columns: readonly string[];
}

export const sealedTables: Readonly<Record<string, SealedTable>> = {
  account: {
    table: 'account',
    key: 'account_id',
    columns: ['account_id', 'name', 'roles', 'provider_nos', 'practitioner_no', 'password_hash', 'must_change', 'state'],
  },
};
