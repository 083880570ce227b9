/** Where each kind of matter is kept, and how its numbers begin. */
export const matterTables = {
  clue: 'clue',
} as const;
export const matterPrefixes = {
  clue: 'XS',
} as const satisfies Record<keyof typeof matterTables, string>;
