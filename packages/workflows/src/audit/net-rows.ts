/** Net records as the lake has them, made of what a message or a history says: what is copied to every record of an encounter, and a line. */
import { dayOf } from '@hengjian/domain';
import type { Row } from '@hengjian/language';
import type { Fact } from './history-state.ts';

/** Facts by name; an absent one is not known. */
export type Bag = { readonly [name: string]: Fact };

/** What the lake copies to every record of an encounter. Published numbers stand for surrogates. */
export function copiesOf(personNo: string | null, encounterNo: string, e: Bag, endedAt: Fact) {
  return {
    encounter: encounterNo,
    encounterNo,
    person: personNo,
    personNo,
    provider: e.providerNo ?? null,
    providerNo: e.providerNo ?? null,
    sex: e.sex ?? null,
    birthDay: e.birthDay ?? null,
    deathDay: null,
    setting: e.setting ?? null,
    insurance: e.insurance ?? null,
    level: e.level ?? null,
    providerKind: e.providerKind ?? null,
    begunAt: e.begunAt ?? null,
    endedAt,
    maternity: e.maternity ?? null,
    internet: e.internet ?? null,
    outOfArea: e.outOfArea ?? null,
    settlement: null as Fact,
    settlementNo: null as Fact,
  };
}
export type Copies = ReturnType<typeof copiesOf>;

export const dayAt = (at: Fact): number | null => (typeof at === 'number' ? dayOf(at) : null);

/** The encounter itself; `counted`: what its lines and settlements add up to. */
export const encounterRow = (own: Copies, e: Bag, counted: Row): Row => ({
  ...own,
  practitioner: e.practitionerNo ?? null,
  begunDay: dayAt(own.begunAt),
  endedDay: dayAt(own.endedAt),
  mainDiagnosis: e.mainDiagnosis ?? null,
  department: e.department ?? null,
  bed: e.bed ?? null,
  dischargeWay: e.dischargeWay ?? null,
  medicalKind: e.medicalKind ?? null,
  diseaseCode: e.diseaseCode ?? null,
  fundFen: null,
  ...counted,
});

/**
 * A line; one that is not settled counts on the day it occurred. Written out, and not as copies laid over each other: as many lines a
 * message as a person has had in two years, and every one of the same shape.
 */
export function lineRow(own: Copies, line: Bag, settledAt: number | undefined, diseaseCode: Fact): Row {
  const day = dayAt(line.occurredAt ?? null);
  return {
    encounter: own.encounter,
    encounterNo: own.encounterNo,
    person: own.person,
    personNo: own.personNo,
    provider: own.provider,
    providerNo: own.providerNo,
    sex: own.sex,
    birthDay: own.birthDay,
    deathDay: own.deathDay,
    setting: own.setting,
    insurance: own.insurance,
    level: own.level,
    providerKind: own.providerKind,
    begunAt: own.begunAt,
    endedAt: own.endedAt,
    maternity: own.maternity,
    internet: own.internet,
    outOfArea: own.outOfArea,
    settlement: line.settlementNo ?? null,
    settlementNo: line.settlementNo ?? null,
    uploadDelaySeconds: null,
    fundFen: line.fundFen ?? null,
    line: `${own.encounterNo}:${line.lineNo}`,
    lineNo: line.lineNo as string,
    item: line.itemCode ?? null,
    itemCode: line.itemCode ?? null,
    practitioner: line.practitionerNo ?? null,
    practitionerNo: line.practitionerNo ?? null,
    occurredAt: line.occurredAt ?? null,
    day,
    settledDay: settledAt === undefined ? day : dayOf(settledAt),
    kind: line.itemKind ?? null,
    feeCategory: line.feeCategory ?? null,
    department: line.department ?? null,
    prescriptionNo: line.prescriptionNo ?? null,
    supplyDays: line.supplyDays ?? null,
    singleDose: line.singleDose ?? null,
    frequency: line.frequency ?? null,
    quantity: line.quantity ?? null,
    unitPrice: line.unitPrice ?? null,
    amountFen: line.amountFen ?? null,
    inScopeFen: line.inScopeFen ?? null,
    originalQuantity: line.originalQuantity ?? line.quantity ?? null,
    originalAmountFen: line.originalAmountFen ?? line.amountFen ?? null,
    diseaseCode,
    /** For the sentence: what the hospital's software calls it. */
    itemName: line.itemName ?? null,
    /** Whether the doctor is writing it now; everything else is context. */
    current: line.current ?? false,
  };
}
