import { expect, it } from 'vitest';
import type { RegisterEntry } from '../register/register.ts';
import { areaNamesOf, areaWord } from './area.ts';

const entry = (occurredOn: number, values: RegisterEntry['values'], registerId = 'areas'): RegisterEntry => ({
  entryId: `E${occurredOn}`,
  registerId,
  occurredOn,
  values,
  source: '测试',
  corrects: null,
  withdrawn: false,
  recordedBy: '测试',
  recordedAt: 0,
});

it('calls an area by the name in force last, in whatever order it was entered', () => {
  const names = areaNamesOf([entry(200, { code: '990101', name: '新区' }), entry(100, { code: '990101', name: '旧县' })]);
  expect(areaWord(names, '990101')).toBe('新区 990101');
});

it('leaves a code that nobody named, and reads no other register', () => {
  const names = areaNamesOf([entry(1, { code: '990101', name: '某单位' }, 'populations'), entry(1, { code: '990102', name: null })]);
  expect(areaWord(names, '990101')).toBe('990101');
  expect(areaWord(names, '990102')).toBe('990102');
});
