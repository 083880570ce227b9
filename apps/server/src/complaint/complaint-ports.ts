import type { Instant } from '@hengjian/domain';
import { complaintBookOf, complaintRulesOf, type Home, sealerOf } from '@hengjian/store';
import type { ComplaintPorts } from '@hengjian/workflows';
import { regionOf } from '../review-ports.ts';

export const complaintPortsOf = async (home: Pick<Home, 'db' | 'folder'>, now: Instant): Promise<ComplaintPorts> => ({
  book: complaintBookOf(home.db),
  sealer: sealerOf(home.folder),
  rules: await complaintRulesOf(home.db, regionOf(), now),
});
