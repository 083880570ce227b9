// A letter of the bureau as a Word file: title, number, whom it is to, text, a table of facts, who signs, and a slip of receipt.
import { type Day, formatDay } from '@hengjian/domain';
import { AlignmentType, Document, LineRuleType, Packer, Paragraph, type Table, TextRun } from 'docx';
import { fonts, gap, page, row, small, table } from '../evaluation/parts.ts';
import { withFontFallbacks } from '../form/font-fallbacks.ts';

export interface Letter {
  readonly title: string;
  /** 文号 or the number of the record; stands on the right. */
  readonly number: string;
  readonly to: string;
  readonly paragraphs: readonly string[];
  /** Name and content, a row each. */
  readonly facts: readonly (readonly [string, string])[];
  /** After the table. */
  readonly closing: readonly string[];
  readonly from: string;
  readonly day: Day;
  /** Lines to be filled in by hand by who receives it. */
  readonly receipt: readonly string[];
}

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];

/** A little closer than a report, so that the slip still stands on the letter's page. */
const LINE = { line: 500, lineRule: LineRuleType.EXACT } as const;
const plain = (text: string, alignment: Alignment): Paragraph =>
  new Paragraph({ alignment, spacing: LINE, children: [new TextRun({ text, size: 32, font: fonts.body })] });
const said = (text: string): Paragraph =>
  new Paragraph({ spacing: LINE, indent: { firstLine: 640 }, children: [new TextRun({ text, size: 32, font: fonts.body })] });

/** Lines that are cut off together: they stand on one page. */
const slip = (lines: readonly (readonly [text: string, alignment: Alignment])[]): Paragraph[] =>
  lines.map(
    ([text, alignment], i) =>
      new Paragraph({
        alignment,
        keepNext: i < lines.length - 1,
        spacing: { before: 60, after: 60 },
        children: [new TextRun({ text, size: 21, font: fonts.table })],
      }),
  );

export const dayInWords = (day: Day): string => {
  const [year, month, date] = formatDay(day).split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

export async function writeLetter(letter: Letter): Promise<Uint8Array> {
  const children: (Paragraph | Table)[] = [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 0, after: 160 },
      children: [new TextRun({ text: letter.title, size: 44, font: fonts.title })],
    }),
    small(letter.number, AlignmentType.RIGHT),
    plain(`${letter.to}：`, AlignmentType.LEFT),
    ...letter.paragraphs.map(said),
    ...(letter.facts.length === 0
      ? []
      : [
          gap(6),
          table(
            [1, 3],
            letter.facts.map(([name, text]) =>
              row(
                [
                  { text: name, head: true, size: 24 },
                  { text, size: 24, font: 'body' },
                ],
                { height: 440 },
              ),
            ),
          ),
          gap(6),
        ]),
    ...letter.closing.map(said),
    plain(letter.from, AlignmentType.RIGHT),
    plain(dayInWords(letter.day), AlignmentType.RIGHT),
    ...(letter.receipt.length === 0
      ? []
      : slip([
          ['┄'.repeat(44), AlignmentType.CENTER],
          ['送达回执', AlignmentType.CENTER],
          ...letter.receipt.map((text) => [text, AlignmentType.LEFT] as const),
        ])),
  ];
  const document = new Document({
    title: letter.title,
    creator: '衡鉴',
    styles: { default: { document: { run: { font: fonts.table, size: 21, language: { value: 'en-US', eastAsia: 'zh-CN' } } } } },
    sections: [{ properties: { page: { size: { width: page.width, height: page.height }, margin: page.margin } }, children }],
  });
  return withFontFallbacks(new Uint8Array(await Packer.toBuffer(document)));
}
