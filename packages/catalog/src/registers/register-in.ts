import type { Language, Register, RegisterField } from '@hengjian/domain';
import { commonEnglish } from './common-english.ts';

/** The register as a page of this language shows it: titles, notes, units and codes. Sheets stay Chinese: they are read again. */
export function registerIn(register: Register, language: Language): Register {
  if (language === 'zh') return register;
  const say = (text: string) => register.english?.[text] ?? commonEnglish[text] ?? text;
  const sayField = ({ title, unit, note, codes, ...field }: RegisterField): RegisterField => ({
    ...field,
    title: say(title),
    ...(unit !== undefined && { unit: say(unit) }),
    ...(note !== undefined && { note: say(note) }),
    ...(codes && { codes: Object.fromEntries(Object.entries(codes).map(([code, text]) => [code, say(text)])) }),
  });
  return { ...register, title: say(register.title), about: say(register.about), fields: register.fields.map(sayField) };
}
