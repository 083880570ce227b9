/** What the clock did by itself, in the history of whatever is due. */
export const termActions = { setLastDay: { zh: '补算期限', en: 'set the last day' } } as const;
