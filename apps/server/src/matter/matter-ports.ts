import { bureauRegion, type Home, matterBookOf, matterLimits } from '@hengjian/store';
import type { MatterPorts } from '@hengjian/workflows';

export const matterPortsOf = ({ db }: Pick<Home, 'db'>): MatterPorts => ({
  book: matterBookOf(db),
  limits: async (day) => matterLimits(db, await bureauRegion(db), day),
});
