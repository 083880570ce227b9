export { decodeText } from './encoding.ts';
export type { DocumentGrid, GridCell, GridRow } from './grid/grid.ts';
export { type KnowledgeFile, readDiagnosisNames, readKnowledge } from './knowledge/read-knowledge.ts';
export { type DocumentReading, gridOf, readDocument } from './read-document.ts';
