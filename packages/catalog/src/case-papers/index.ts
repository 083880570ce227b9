export * from './paper.ts';
export * from './papers.ts';
export { longDay, type PaperContext } from './parts.ts';
