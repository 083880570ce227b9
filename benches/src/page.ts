// The page of measurements: a heading a bench, what it printed beneath it. Benches take from seconds to half an hour, so each can be
// measured by itself; what stands of the others stays.

/** What one bench printed, and when and on which machine it did. */
export interface Section {
  readonly title: string;
  readonly body: string;
}

const HEADING = '## ';

/** The sections of a page as `pageOf` writes it; what stands before the first heading belongs to none. */
export function sectionsOf(page: string): Section[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((text) => {
      const end = text.indexOf('\n');
      return { title: text.slice(0, end), body: text.slice(end).trim() };
    });
}

/**
 * The page with what was measured now instead of what stood there under the same heading, in the order of `titles`; sections of which
 * neither says anything are left out, headings that are no longer measured go.
 */
export function pageOf(head: string, titles: readonly string[], old: string, measured: readonly Section[]): string {
  const known = new Map([...sectionsOf(old), ...measured].map((section) => [section.title, section]));
  const kept = titles.flatMap((title) => known.get(title) ?? []);
  return `${[head.trim(), ...kept.map(({ title, body }) => `${HEADING}${title}\n\n${body.trim()}`)].join('\n\n')}\n`;
}
