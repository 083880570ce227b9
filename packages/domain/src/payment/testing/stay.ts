/** A week's stay of class 3 that tests change as they need: 1 fen, paid by the fund whole. */
import type { PaymentCase } from '../scheme.ts';

export const plainStay: PaymentCase = {
  encounterNo: 'E',
  person: 1,
  providerNo: 'H1',
  level: 3,
  insurance: 'employee',
  sex: 1,
  ageYears: 50,
  ageDays: 18_300,
  weightGrams: null,
  begunDay: 100,
  endedDay: 107,
  days: 7,
  died: false,
  mainDiagnosis: 'J18.900',
  otherDiagnoses: [],
  mainProcedure: null,
  otherProcedures: [],
  costFen: 1,
  fundFen: 1,
  sentGroup: null,
};
