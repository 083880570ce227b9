export type { App } from './api.ts';
export { type AppOptions, createApp } from './app.ts';
export { claimsImport } from './jobs/claims-import.ts';
export { knowledgeImport } from './jobs/knowledge-import.ts';
export { perform } from './jobs/perform.ts';
export { reviewRun } from './jobs/review-run.ts';
export { reviewPortsOf } from './review-ports.ts';
export { isLoopback, type ServeOptions, type Serving, serve } from './serve.ts';
export { wallClock } from './wall-clock.ts';
