import { z } from 'zod';
import type { App } from '../api.ts';
import type { Services } from '../services.ts';

/** `mostBytes`: the biggest body that is read. */
const health = z.object({ ok: z.literal(true), lakeVersion: z.number(), mostBytes: z.number() });

export function healthRoutes(app: App, { home }: Services): void {
  app.get('/api/health', { config: { may: 'health.read' }, schema: { response: { 200: health } } }, async () => {
    const { version } = await home.lake.snapshot();
    return { ok: true as const, lakeVersion: version, mostBytes: app.initialConfig.bodyLimit ?? 0 };
  });
}
