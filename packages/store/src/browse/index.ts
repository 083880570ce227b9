export * from './care.ts';
export * from './findings.ts';
export * from './knowledge.ts';
export * from './overview.ts';
