export * from './kinds.ts';
export * from './lineage.ts';
export * from './numeral.ts';
export * from './parameters.ts';
export * from './point.ts';
export * from './read-constraint/index.ts';
export { type DiagnosisName, type DiagnosisTable, diagnosisTable } from './read-constraint/indication.ts';
export * from './structure-point.ts';
