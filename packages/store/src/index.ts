export * from './home.ts';
export * from './lake/duck.ts';
export type { Lake, LakeConnection, LakeFile, LakeSnapshot } from './lake/lake.ts';
export type { Database } from './records/database.ts';
