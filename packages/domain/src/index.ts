export * from './issue.ts';
export * from './lake.ts';
export * from './messages.ts';
export * from './money.ts';
export * from './plan/read-document.ts';
export * from './time.ts';
