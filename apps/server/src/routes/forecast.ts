// 支出预测: one to three years ahead with intervals, and what last year's forecast would have said.
import type { App } from '../api.ts';
import { forecastView } from '../forecast-view.ts';
import * as shapes from '../schemas/forecast.ts';
import type { Services } from '../services.ts';

export function forecastRoutes(app: App, services: Services): void {
  app.get(
    '/api/forecast',
    { config: { may: 'decision.read' }, schema: { querystring: shapes.forecastQuery, response: { 200: shapes.forecast } } },
    ({ query }) => forecastView(services, query),
  );
}
