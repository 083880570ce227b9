export * from './paper.ts';
export * from './papers.ts';
