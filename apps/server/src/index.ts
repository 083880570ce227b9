export type { App } from './api.ts';
export { type AppOptions, createApp } from './app.ts';
export { reviewPortsOf } from './review-ports.ts';
export { isLoopback, type ServeOptions, type Serving, serve } from './serve.ts';
export { wallClock } from './wall-clock.ts';
