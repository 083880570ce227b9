export * from './arrival.ts';
export * from './care.ts';
export * from './doctors.ts';
export * from './findings.ts';
export * from './items.ts';
export * from './knowledge.ts';
export * from './knowledge-coverage.ts';
export * from './overview.ts';
