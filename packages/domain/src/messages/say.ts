import type { Issue } from '../issue.ts';
import type { Language, Sentence } from '../messages.ts';

// biome-ignore lint/suspicious/noExplicitAny: a table holds sentences of many facts
export type SentenceTable = Readonly<Record<string, Sentence<any>>>;

/** The sentence of an issue with its place in front: file, sheet, row and column as far as they are known. */
export function sayIssue(issue: Issue, table: SentenceTable, language: Language): string {
  const place =
    language === 'zh'
      ? [
          issue.file,
          issue.sheet && `工作表“${issue.sheet}”`,
          issue.table && `表“${issue.table}”`,
          issue.row && `第 ${issue.row} 行`,
          issue.column && `“${issue.column}”列`,
        ]
      : [
          issue.file,
          issue.sheet && `sheet ${issue.sheet}`,
          issue.table,
          issue.row && `row ${issue.row}`,
          issue.column && `column ${issue.column}`,
        ];
  const text = table[issue.code]?.[language](issue.facts) ?? `${issue.code} ${JSON.stringify(issue.facts)}`;
  const where = place.filter(Boolean).join(language === 'zh' ? ' ' : ', ');
  return where ? `${where}${language === 'zh' ? '：' : ': '}${text}` : text;
}
