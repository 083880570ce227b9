import { z } from 'zod';
import type { App } from '../api.ts';
import * as shapes from '../schemas/providers.ts';
import type { Services } from '../services.ts';

export function providersRoutes(app: App, { names }: Services): void {
  app.get('/api/providers', { config: { may: 'provider.read' }, schema: { response: { 200: z.array(shapes.provider) } } }, async () => [
    ...(await names.providers()).values(),
  ]);
  app.get('/api/areas', { config: { may: 'provider.read' }, schema: { response: { 200: z.array(shapes.area) } } }, async () =>
    [...(await names.areas())].map(([code, name]) => ({ code, name })),
  );
}
