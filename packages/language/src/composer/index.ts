export * from './compose.ts';
export * from './fields.ts';
export * from './form.ts';
export * from './propose.ts';
export { formOf, type Lists } from './read-back.ts';
export { composerFacts, hasField, workedOut, workedOutUnit } from './tables.ts';
export { fieldWord, proposedExplanation } from './words.ts';
