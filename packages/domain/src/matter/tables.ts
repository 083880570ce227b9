/** Where each kind of matter is kept, and how its numbers begin. */
export const matterTables = {
  clue: 'clue',
  inspectionPlan: 'inspection_plan',
  inspection: 'inspection',
  enforcementCase: 'enforcement_case',
  survey: 'survey',
} as const;
export const matterPrefixes = {
  clue: 'XS',
  inspectionPlan: 'JH',
  inspection: 'JC',
  enforcementCase: 'AJ',
  survey: 'DC',
} as const satisfies Record<keyof typeof matterTables, string>;
