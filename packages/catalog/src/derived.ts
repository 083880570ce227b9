/**
 * Derived records that rules read like tables (`reads: 'stockedLine'`). A register that nobody keeps must not look like one that says
 * nothing: `…Reported…` columns are known where the institution (or anybody) keeps it at all.
 */
import { and, choose, type Derived, deepFreeze, eq, field, inList, isNull, le, lt, monthStart, not, subtract } from '@hengjian/language';

const OPEN_DAY = 2_932_896; // 9999-12-31

export const derivedRecords: { readonly [table: string]: Derived } = deepFreeze({
  /** Goods charged, beside what the institution's register says of that item in that month. */
  stockedLine: {
    from: 'line',
    where: inList(field('kind'), 'drug', 'consumable'),
    beside: [
      {
        reads: 'inventory',
        link: [
          [field('provider'), 'provider'],
          [field('item'), 'item'],
          [monthStart(field('day')), 'month'],
        ],
        take: {
          stockMonth: 'month',
          openingQuantity: 'openingQuantity',
          purchasedQuantity: 'purchasedQuantity',
          lostQuantity: 'lostQuantity',
          closingQuantity: 'closingQuantity',
        },
      },
      {
        reads: 'inventory',
        link: [
          [field('provider'), 'provider'],
          [monthStart(field('day')), 'month'],
        ],
        take: { stockReportedMonth: 'month' },
      },
    ],
  },
  /** Trace codes settled, beside what the institution's register says of that item in that month. */
  stockedTrace: {
    from: 'trace',
    where: not(isNull(field('provider'))),
    beside: [
      {
        reads: 'inventory',
        link: [
          [field('provider'), 'provider'],
          [field('item'), 'item'],
          [monthStart(field('day')), 'month'],
        ],
        take: { stockMonth: 'month', openingQuantity: 'openingQuantity', purchasedQuantity: 'purchasedQuantity' },
      },
    ],
  },
  /** Encounters of people whose benefits are on the register at all. */
  insuredEncounter: {
    from: 'encounter',
    where: not(isNull(field('begunDay'))),
    beside: [{ reads: 'benefit', link: [[field('person'), 'person']], take: { insuredPerson: 'person' } }],
  },
  /** Encounters settled under a chronic disease, beside what the person was approved for (of several approvals the first one's quota). */
  approvedEncounter: {
    from: 'encounter',
    where: and(eq(field('setting'), 'chronic'), not(isNull(field('diseaseCode'))), not(isNull(field('begunDay')))),
    beside: [
      {
        reads: 'chronicApproval',
        link: [
          [field('person'), 'person'],
          [field('diseaseCode'), 'diseaseCode'],
        ],
        take: { approvedPerson: 'person', quotaFen: 'quotaFen' },
      },
    ],
  },
  /** Services charged, beside the devices the institution has for them. */
  equippedLine: {
    from: 'line',
    where: eq(field('kind'), 'service'),
    beside: [
      {
        reads: 'equipment',
        link: [
          [field('provider'), 'provider'],
          [field('item'), 'item'],
        ],
        take: {
          equippedProvider: 'provider',
          unitCount: 'unitCount',
          licence: 'licence',
          licensedFrom: 'validFrom',
          licensedTo: 'validTo',
        },
      },
      { reads: 'equipment', link: [[field('provider'), 'provider']], take: { equipmentReportedProvider: 'provider' } },
    ],
  },
  /** Sales on a prescription at pharmacies, beside the register of circulated prescriptions, with how many a practitioner has in all. */
  dispensedLine: {
    from: 'line',
    where: and(eq(field('setting'), 'pharmacy'), not(isNull(field('prescriptionNo')))),
    beside: [
      {
        reads: 'prescription',
        link: [
          [field('prescriptionNo'), 'prescriptionNo'],
          [field('item'), 'item'],
        ],
        take: {
          issuedNo: 'prescriptionNo',
          issuedDay: 'issuedDay',
          issuedTo: 'validTo',
          issuedPerson: 'person',
          issuedQuantity: 'quantity',
        },
      },
      { reads: 'prescription', link: [], take: { prescriptionReportedNo: 'prescriptionNo' } },
    ],
  },
  /** Charges at pharmacies that name who prescribed them, with how many of that practitioner there are in the year. */
  prescribedLine: {
    from: 'line',
    where: and(eq(field('setting'), 'pharmacy'), not(isNull(field('practitioner')))),
    counted: { column: 'practitionerLineCount', by: [field('practitioner'), { op: 'yearStart', args: [field('day')] }] },
    beside: [],
  },
  /** A bed taken for a night: one record a day of a stay, the day of discharge not counted (计入不计出). */
  stayDay: {
    from: 'encounter',
    where: and(eq(field('setting'), 'inpatient'), lt(field('endedDay'), OPEN_DAY)),
    spread: {
      column: 'day',
      first: field('begunDay'),
      last: choose(le(field('endedDay'), field('begunDay')), field('begunDay'), subtract(field('endedDay'), 1)),
    },
    beside: [{ reads: 'provider', link: [[field('provider'), 'provider']], take: { beds: 'beds' } }],
  },
});
