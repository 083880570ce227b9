/**
 * The net records of the claims lake: what rules, measures and alerts read. One row type per table; the store lays the same
 * columns out as Parquet, bucketed by person. People, institutions, items … are whole-number surrogates (dictionary-coded);
 * their published numbers stand in the dimension tables. Amounts are fen, quantities ten-thousandths, prices millionths of a
 * yuan, dates days since 1970-01-01, instants seconds of the wall clock. null is unknown. Columns after `// copied` repeat the
 * encounter, person or provider so that a review joins nothing per line.
 */
export type LakeType = 'id' | 'int' | 'text' | 'bool' | 'fen' | 'quantity' | 'price' | 'day' | 'instant';

/** Scene of care, mapped from `med_type` by a regional table. */
export type Setting = 'inpatient' | 'outpatient' | 'emergency' | 'chronic' | 'pharmacy' | 'other';
/** Mapped from `insutype` (and, for maternity and injury, from `med_type`). */
export type Insurance = 'employee' | 'resident' | 'maternity' | 'injury' | 'other';
/** Mapped from `list_type`. */
export type ItemKind = 'drug' | 'herb' | 'service' | 'consumable' | 'other';

const person = { sex: 'int', birthDay: 'day', deathDay: 'day' } as const; // sex 1 male, 2 female; deathDay null = no death recorded
const care = {
  setting: 'text',
  insurance: 'text',
  level: 'int', // class of the provider: 3 三级, 2 二级, 1 一级, 0 未定级
  providerKind: 'text', // 'medical' | 'pharmacy'
  begunAt: 'instant',
  endedAt: 'instant', // OPEN_INSTANT while open
  maternity: 'text', // matn_stas as sent
  internet: 'bool',
  outOfArea: 'bool',
} as const;

/** Kinds of fee that an encounter's cost is parted into; `<part>Fen` are its columns. */
export const feeParts = ['care', 'drug', 'exam', 'lab', 'treatment', 'consumable'] as const;
export type FeePart = (typeof feeParts)[number];

export const lakeTables = {
  line: {
    line: 'id',
    lineNo: 'text', // feedetl_sn
    encounter: 'id',
    encounterNo: 'text', // mdtrt_id: with lineNo the published key that ends every order
    settlement: 'id', // null while unsettled
    person: 'id',
    provider: 'id',
    item: 'id', // dictionary `item`: med_list_codg
    practitioner: 'id',
    occurredAt: 'instant',
    day: 'day',
    /** Period the record belongs to: settlement date, fee date where unsettled. */
    settledDay: 'day',
    kind: 'text',
    feeCategory: 'text', // med_chrgitm_type
    department: 'text',
    prescriptionNo: 'text',
    supplyDays: 'int',
    uploadDelaySeconds: 'int', // from the fee's moment to its upload; null where the extract does not tell
    singleDose: 'text', // sin_dos as sent
    frequency: 'text', // used_frqu as sent
    quantity: 'quantity', // net of refunds
    unitPrice: 'price',
    amountFen: 'fen', // net
    inScopeFen: 'fen', // net
    fundFen: 'fen', // the fund's share of this line, largest remainder over the settlement; null = undetermined (DRG/DIP) or unsettled
    originalQuantity: 'quantity',
    originalAmountFen: 'fen',
    // copied
    diseaseCode: 'text', // dise_codg of the encounter
    ...person,
    ...care,
  },
  encounter: {
    encounter: 'id',
    encounterNo: 'text', // mdtrt_id
    person: 'id',
    provider: 'id',
    practitioner: 'id',
    begunDay: 'day',
    endedDay: 'day',
    settledDay: 'day',
    settlementNos: 'text', // live settlements, ';' between, sorted
    mainDiagnosis: 'text',
    department: 'text',
    bed: 'text',
    dischargeWay: 'text',
    medicalKind: 'text', // med_type as sent
    statedStayDays: 'int', // act_ipt_days as sent
    sentGroup: 'text', // drg_codg: the group (DRG) or item (DIP) that the hospital sent on the settlement list
    birthWeightGrams: 'int', // nwb_bir_wt
    idleDays: 'int', // of a stay: the longest run of consecutive days on which nothing but care (bed, nursing, consultation) was charged
    address: 'text', // of the person
    diseaseCode: 'text', // dise_codg: the approved chronic disease the encounter is settled under
    totalFen: 'fen',
    inScopeFen: 'fen',
    fundFen: 'fen',
    // net amounts of the lines by kind of fee (regional table `feePart`); null where the kind of one line is unknown
    careFen: 'fen',
    drugFen: 'fen',
    examFen: 'fen',
    labFen: 'fen',
    treatmentFen: 'fen',
    consumableFen: 'fen',
    // copied
    ...person,
    ...care,
  },
  settlement: {
    settlement: 'id',
    settlementNo: 'text', // setl_id
    encounter: 'id',
    encounterNo: 'text',
    person: 'id',
    provider: 'id',
    settledAt: 'instant',
    settledDay: 'day',
    medicalKind: 'text',
    clearingWay: 'text',
    totalFen: 'fen',
    inScopeFen: 'fen',
    fundFen: 'fen',
    poolFen: 'fen',
    accountFen: 'fen',
    aidFen: 'fen',
    cashFen: 'fen',
    linesFen: 'fen', // what its lines add up to as they were sent, refunds included; null without lines
    // copied
    ...person,
    ...care,
  },
  diagnosis: {
    encounter: 'id',
    person: 'id',
    provider: 'id',
    code: 'text',
    main: 'bool',
    kind: 'text', // inout_diag_type
    serial: 'int',
    settledDay: 'day',
    // copied
    ...person,
    ...care,
  },
  operation: {
    encounter: 'id',
    person: 'id',
    provider: 'id',
    code: 'text',
    main: 'bool',
    occurredAt: 'instant',
    day: 'day',
    finishedAt: 'instant', // oprn_end_time
    surgeon: 'text',
    anaesthetist: 'text',
    incision: 'text',
    serial: 'int',
    settledDay: 'day',
    // copied
    mainDiagnosis: 'text', // of the encounter
    ...person,
    ...care,
  },
  /** One trace code of one line that takes part; codes given back with a refund take none. */
  trace: {
    line: 'id',
    lineNo: 'text',
    encounter: 'id',
    encounterNo: 'text',
    settlement: 'id',
    code: 'text', // drug_trac_codg
    split: 'bool', // trdn_flag: sold by the piece, so that one pack's code may be settled several times
    // copied from the line
    item: 'id',
    occurredAt: 'instant',
    day: 'day',
    settledDay: 'day',
    kind: 'text',
    quantity: 'quantity',
    unitPrice: 'price',
    amountFen: 'fen',
    fundFen: 'fen',
    person: 'id',
    provider: 'id',
    ...person,
    ...care,
  },
} as const satisfies Record<string, Record<string, LakeType>>;

/** Dimension tables: one file each, not bucketed. */
export const dimensionTables = {
  person: { person: 'id', personNo: 'text', ...person, insurance: 'text', personType: 'text', area: 'text', address: 'text' },
  provider: {
    provider: 'id',
    providerNo: 'text',
    name: 'text',
    kind: 'text',
    level: 'int',
    levelCode: 'text',
    area: 'text',
    beds: 'int',
    agreementFrom: 'day',
    agreementTo: 'day',
    longitude: 'text',
    latitude: 'text',
  },
  practitioner: {
    practitioner: 'id',
    practitionerNo: 'text',
    name: 'text',
    provider: 'id',
    title: 'text',
    kind: 'text',
    state: 'text',
    stateFrom: 'day',
    stateTo: 'day',
    scope: 'text', // prac_scp: code of the registered scope of practice (执业范围)
  },
  item: { item: 'id', code: 'text' },
} as const satisfies Record<string, Record<string, LakeType>>;

/**
 * Registers that stand beside the claims: one file each, not bucketed; the last content of a key counts. A pair may look them up,
 * derived records join them.
 */
export const referenceTables = {
  /** What a provider bought, sold and kept of an item in a month. */
  inventory: {
    provider: 'id',
    item: 'id',
    month: 'day', // first day of the period; null where the period is no month
    period: 'text',
    openingQuantity: 'quantity',
    purchasedQuantity: 'quantity',
    soldQuantity: 'quantity',
    lostQuantity: 'quantity',
    closingQuantity: 'quantity',
  },
  /** An item of a prescription circulated to pharmacies (电子处方流转). */
  prescription: {
    prescriptionNo: 'text',
    person: 'id',
    provider: 'id', // that issued it
    practitioner: 'id',
    item: 'id',
    issuedDay: 'day',
    validTo: 'day',
    quantity: 'quantity',
  },
  /** Devices of a provider that an item is done with, and how long their licence holds. */
  equipment: { provider: 'id', item: 'id', unitCount: 'int', licence: 'text', validFrom: 'day', validTo: 'day' },
  /** Periods in which a person may claim benefits of an insurance. */
  benefit: { person: 'id', insurance: 'text', state: 'text', validFrom: 'day', validTo: 'day' },
  /** Chronic and special diseases for which a person was approved (门诊慢特病备案), and what the fund pays for one in a year at most. */
  chronicApproval: { person: 'id', diseaseCode: 'text', quotaFen: 'fen', validFrom: 'day', validTo: 'day' },
} as const satisfies Record<string, Record<string, LakeType>>;

/** Tables that nobody imports: made of the lake and of what the bureau itself decided, when the lake is opened. */
export const madeTables = {
  /** How a practitioner's right to be paid stands: as the roster says, and one row each time that points suspended or ended it. */
  practitionerStanding: { practitioner: 'id', practitionerNo: 'text', state: 'text', stateFrom: 'day', stateTo: 'day' },
} as const satisfies Record<string, Record<string, LakeType>>;

export type ReferenceTable = keyof typeof referenceTables;
export type MadeTable = keyof typeof madeTables;
export type LakeTable = keyof typeof lakeTables;
export type DimensionTable = keyof typeof dimensionTables;
/** A net record as the closure reader sees it: column name → value. */
export type LakeRecord = Record<string, number | string | boolean | null>;
