import { questionnaireIssues } from '@hengjian/domain';
import { expect, test } from 'vitest';
import { registerOf } from '../registers/register-of.ts';
import { questionnaireTemplates } from './template-of.ts';

const register = registerOf('satisfaction-surveys');
const groups = register.ok ? register.value.fields.find(({ name }) => name === 'group')?.codes : undefined;

test.each(questionnaireTemplates)('$title.zh can be asked as it is, of a group that the register knows', (template) => {
  expect(questionnaireIssues(template)).toEqual([]);
  expect(Object.keys(groups ?? {})).toContain(template.group);
});
