export { decodeText } from './encoding.ts';
export { provenanceRows } from './evaluation/provenance.ts';
export { writeEvaluation } from './evaluation/write-docx.ts';
export { writeEvaluationWorkbook } from './evaluation/write-xlsx.ts';
export type { DocumentGrid, GridCell, GridRow } from './grid/grid.ts';
export { type KnowledgeFile, readDiagnosisNames, readKnowledge } from './knowledge/read-knowledge.ts';
export { type DocumentReading, gridOf, readDocument } from './read-document.ts';
export { type ReadRow, type RegisterReading, readRegister, writeRegister, writeTemplate } from './register/register-sheet.ts';
export * from './workbook/workbook.ts';
