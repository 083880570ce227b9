import type { Register } from '@hengjian/domain';
import { expect, test } from 'vitest';
import { commonEnglish } from './common-english.ts';
import { registerIn } from './register-in.ts';
import { allRegisters } from './register-of.ts';

const textsOf = ({ title, about, fields }: Register): string[] => [
  title,
  about,
  ...fields.flatMap((field) => [field.title, field.unit ?? '', field.note ?? '', ...Object.values(field.codes ?? {})]),
];

test.each(allRegisters.map((register) => [register.id, register] as const))('%s says everything in English too', (_, register) => {
  const english = registerIn(register, 'en');
  expect(textsOf(english).filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  expect(textsOf(english).filter(Boolean)).toHaveLength(textsOf(register).filter(Boolean).length);
  // names, codes and kinds stay: only what people read differs
  expect(english.fields.map(({ name, type }) => [name, type])).toEqual(register.fields.map(({ name, type }) => [name, type]));
  expect(registerIn(register, 'zh')).toBe(register);
  // nothing is translated that nobody says
  expect(Object.keys(register.english ?? {}).filter((text) => !textsOf(register).includes(text))).toEqual([]);
});

test('what stands with all registers is said by several, and not once more by one', () => {
  for (const text of Object.keys(commonEnglish)) {
    expect(allRegisters.filter((register) => textsOf(register).includes(text)).length, text).toBeGreaterThan(1);
    expect(
      allRegisters.filter(({ english }) => english && text in english).map(({ id }) => id),
      text,
    ).toEqual([]);
  }
});
