export { claimsImporter, type ImporterOptions } from './claims/import.ts';
export * from './home.ts';
export { knowledgeStoreOf } from './knowledge/knowledge-store.ts';
export * from './lake/duck.ts';
export type { Lake, LakeConnection, LakeFile, LakeSnapshot } from './lake/lake.ts';
export { duckMeasureReader, recordsBehind } from './measure/duck-reader.ts';
export { planStoreOf } from './plan/plan-store.ts';
export type { Database } from './records/database.ts';
export { registerStoreOf } from './register/register-store.ts';
