import type { Instant } from '@hengjian/domain';
import { bureauRegion, complaintBookOf, complaintRulesOf, type Home, sealerOf } from '@hengjian/store';
import type { ComplaintPorts } from '@hengjian/workflows';

export const complaintPortsOf = async (home: Pick<Home, 'db' | 'folder'>, now: Instant): Promise<ComplaintPorts> => ({
  book: complaintBookOf(home.db),
  sealer: sealerOf(home.folder),
  rules: await complaintRulesOf(home.db, await bureauRegion(home.db), now),
});
