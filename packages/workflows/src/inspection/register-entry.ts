/** Registers follow an inspection: one entry an inspection, corrected as it goes; one a sum that the institution returned by itself. */
import { dayOf, type Inspection, type Instant, type RegisterEntry, type SelfReturn } from '@hengjian/domain';
import { nextEntryId } from '../matter/take-matter-step.ts';

/** From the visit on; a visit that was never made is no inspection. */
export function inspectionEntry(one: Inspection, by: string, at: Instant): RegisterEntry | null {
  if (one.startedAt === null) return null;
  const inspectedOn = dayOf(one.startedAt);
  return {
    entryId: nextEntryId('provider-inspections', one, one.registerEntry),
    registerId: 'provider-inspections',
    occurredOn: inspectedOn,
    recordedAt: at,
    recordedBy: by,
    source: `检查 ${one.matterId}`,
    values: {
      inspectedOn,
      kind: one.kind,
      campaign: one.campaign,
      providerNo: one.providerNo,
      providerName: one.providerName,
      providerKind: one.providerKind === 'pharmacy' ? 'pharmacy' : 'medical',
      officerCount: one.team.length,
      thirdParty: one.thirdParty !== null,
      problemFound: one.problems.some(({ state }) => state !== 'dropped'),
      closedOn: one.closedOn,
      project: null,
      note: one.matterId,
    },
    corrects: one.registerEntry,
    withdrawn: false,
  };
}

export const selfReturnEntry = (one: Inspection, returned: SelfReturn, by: string, at: Instant): RegisterEntry => ({
  entryId: `recoveries-${one.matterId}-r${returned.no}`,
  registerId: 'recoveries',
  occurredOn: returned.on,
  recordedAt: at,
  recordedBy: by,
  source: `检查 ${one.matterId}`,
  values: {
    settledOn: returned.on,
    kind: 'selfRefund',
    providerNo: one.providerNo,
    providerName: one.providerName,
    caseNo: one.matterId,
    amountFen: returned.amountFen,
    project: null,
    note: `自查退回 ${returned.voucher}`,
  },
  corrects: null,
  withdrawn: false,
});
