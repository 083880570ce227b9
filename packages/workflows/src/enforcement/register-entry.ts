/** Registers follow a case: what is paid in the register of recoveries, its file in the register of archives. */
import { causeOf, type EnforcementCase, type Instant, type Payment, type RegisterEntry } from '@hengjian/domain';
import { nextEntryId } from '../matter/take-matter-step.ts';

const kinds = { refund: 'recovery', fine: 'fine', lateFee: 'fine', liquidated: 'liquidated' } as const;

export const paymentEntry = (one: EnforcementCase, payment: Payment, by: string, at: Instant): RegisterEntry => ({
  entryId: `recoveries-${one.matterId}-p${payment.no}`,
  registerId: 'recoveries',
  occurredOn: payment.on,
  recordedAt: at,
  recordedBy: by,
  source: `案件 ${one.matterId}`,
  values: {
    settledOn: payment.on,
    kind: kinds[payment.kind],
    providerNo: one.providerNo,
    providerName: one.providerNo === null ? null : one.party.name,
    caseNo: one.decision?.no ?? one.matterId,
    amountFen: payment.amountFen,
    project: null,
    note: `${causeOf(one.causeCode)?.zh ?? ''} ${payment.voucher}`.trim(),
  },
  corrects: null,
  withdrawn: false,
});

/**
 * A case that has ended is a file that is due; once it is filed away it is filed. It keeps the day of its ending, so that the rate of
 * a year is not changed by when the file was bound.
 */
export function archiveEntry(one: EnforcementCase, by: string, at: Instant): RegisterEntry {
  const endedOn = one.closedOn ?? one.archivedOn ?? one.openedOn;
  return {
    entryId: nextEntryId('archives', one, one.registerEntry),
    registerId: 'archives',
    occurredOn: endedOn,
    recordedAt: at,
    recordedBy: by,
    source: `案件 ${one.matterId}`,
    values: {
      archivedOn: endedOn,
      kind: 'caseFile',
      dueCount: 1,
      filedCount: one.archivedOn === null ? 0 : 1,
      note: [one.matterId, one.fileNo].filter(Boolean).join(' '),
    },
    corrects: one.registerEntry,
    withdrawn: false,
  };
}
/** A case that came back from elsewhere is open again: its file is not due. */
export const reopenedEntry = (one: EnforcementCase, by: string, at: Instant): RegisterEntry => ({
  ...archiveEntry(one, by, at),
  withdrawn: true,
});
