export * from './kinds.ts';
export * from './lineage.ts';
export { parseNumeral } from './numeral.ts';
export * from './parameters.ts';
export type { CodeRole, KnowledgePoint, Params, ParamValue, Reading, WaitingCode, WaitingReason } from './point.ts';
export { type ReadingAids, readConstraint } from './read-constraint/index.ts';
export { type DiagnosisName, type DiagnosisTable, diagnosisTable } from './read-constraint/indication.ts';
export * from './structure-point.ts';
