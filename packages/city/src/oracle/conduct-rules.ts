/** 行为主体监管类 and extension rules of stays, visits and people, by brute force. */
import type { Oracle } from './line-rules.ts';

export const conductOracles: Record<string, Oracle> = {};
