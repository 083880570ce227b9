// A scheme by which every stay, with surgery or none, is worth 1,000 points of 4 yuan: what an institution is due follows from counting.
import { dipScheme } from '@hengjian/city';
import type { PaymentScheme } from '@hengjian/domain';

export const plainScheme = (year: number): PaymentScheme => ({
  ...dipScheme(year, {}),
  groups: ['相关手术', '治疗性操作', '诊断性操作', '保守治疗'].map((procedures) => ({
    code: procedures,
    name: procedures,
    kind: 'comprehensive',
    weight: 10_000_000,
    meanFen: null,
    meanDays: null,
    lowRisk: false,
    diagnoses: ['A00-Z99'],
    procedures,
  })),
  rates: [{ insurance: null, level: null, rate: 4_000_000, budgetFen: null }],
  coefficients: [],
  outliers: [],
  auxiliary: [],
});
