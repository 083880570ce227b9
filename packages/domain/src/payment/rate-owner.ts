import { insuranceWords } from '../analysis/tables.ts';
import type { Words } from '../messages.ts';
import { valueWords } from '../rule-words.ts';
import type { PaymentRate } from './scheme.ts';

const everyInsurance: Words = { zh: '全部险种', en: 'all insurances' };
const otherInsurances: Words = { zh: '其余险种', en: 'all other insurances' };
const unknown: Words = { zh: '未知', en: 'unknown' };

/**
 * Whose rate or point value it is: of an insurance and a class of institutions, or, where there are several, of all that have none of their
 * own.
 */
export function rateOwnerWords({ insurance, level }: Pick<PaymentRate, 'insurance' | 'level'>, several: boolean): Words {
  const whole = several && level === null ? otherInsurances : everyInsurance;
  const parts = [insurance === null ? whole : insuranceWords[insurance], ...(level === null ? [] : [valueWords.level?.[level] ?? unknown])];
  const joined = (language: keyof Words) => parts.map((part) => part[language]).join(' · ');
  return { zh: joined('zh'), en: joined('en') };
}
