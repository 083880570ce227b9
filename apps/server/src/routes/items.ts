// 项目与重点药品.
import type { App } from '../api.ts';
import { itemsView, itemUseView } from '../items-view.ts';
import * as shapes from '../schemas/items.ts';
import type { Services } from '../services.ts';

export function itemsRoutes(app: App, services: Services): void {
  app.get(
    '/api/items',
    { config: { may: 'decision.read' }, schema: { querystring: shapes.itemsQuery, response: { 200: shapes.items } } },
    ({ query }) => itemsView(services, query),
  );
  app.get(
    '/api/items/use',
    { config: { may: 'decision.records' }, schema: { querystring: shapes.itemsQuery, response: { 200: shapes.itemUse } } },
    ({ query }) => itemUseView(services, query),
  );
}
