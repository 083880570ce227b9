import { describe, expect, test } from 'vitest';
import { pageOf, sectionsOf } from './page.ts';

const titles = ['Review', 'Audit', 'Forms'];
const old = '# Head\n\nwords\n\n## Review\n\n| a |\n|---|\n| 1 |\n\n### Within\n\nmore\n\n## Gone\n\nx\n\n## Audit\n\n2\n';

describe('the page of measurements', () => {
  test('keeps what was not measured now, drops what is no longer measured, in the order given', () => {
    const page = pageOf('# New head\n', titles, old, [{ title: 'Forms', body: '3\n' }]);
    expect(sectionsOf(page)).toEqual([
      { title: 'Review', body: '| a |\n|---|\n| 1 |\n\n### Within\n\nmore' },
      { title: 'Audit', body: '2' },
      { title: 'Forms', body: '3' },
    ]);
  });

  test('a section keeps headings within it', () => {
    expect(sectionsOf(old)[0]?.body).toBe('| a |\n|---|\n| 1 |\n\n### Within\n\nmore');
  });

  test('measured twice, the later stands; written twice, the same page', () => {
    const once = pageOf('# H', titles, old, [{ title: 'Review', body: 'new' }]);
    expect(once).toBe('# H\n\n## Review\n\nnew\n\n## Audit\n\n2\n');
    expect(pageOf('# H', titles, once, [])).toBe(once);
  });

  test('of a page that is not there only what was measured stands', () => {
    expect(pageOf('# H', titles, '', [{ title: 'Audit', body: 'x' }])).toBe('# H\n\n## Audit\n\nx\n');
  });
});
