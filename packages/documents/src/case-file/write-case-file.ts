// Papers of a case as Word files, and the whole file as one: cover, catalogue with page numbers, every paper and scan in its order.
import type { CasePaper, PaperBlock } from '@hengjian/catalog/case-papers/index.ts';
import {
  AlignmentType,
  Bookmark,
  Document,
  type FileChild,
  ImageRun,
  LineRuleType,
  NumberFormat,
  Packer,
  PageReference,
  Paragraph,
  SectionType,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
} from 'docx';
import { cell, fonts, footer, gap, page, row, sheet, table } from '../evaluation/parts.ts';
import { withFontFallbacks } from '../form/font-fallbacks.ts';
import { placeOf } from './bind-scans.ts';

/** A scan: a picture stands in the file, a PDF is bound into the one PDF; what is neither is named, and goes beside it. */
export interface FileScan {
  readonly file: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
}
/** One entry of the catalogue. */
export interface FilePart {
  readonly title: string;
  readonly number: string | null;
  readonly paper: CasePaper | undefined;
  readonly scans: readonly FileScan[];
}
export interface CaseFileContent {
  readonly bureau: string;
  /** Lines of the cover: name of the case, party, number, days. */
  readonly cover: readonly (readonly [label: string, value: string])[];
  readonly title: string;
  readonly parts: readonly FilePart[];
}

const SIZE = 28; // 四号: papers with forms; the margins are those of official papers
const paragraph = (
  text: string,
  more: { centre?: boolean; right?: boolean; indent?: boolean; head?: boolean; keep?: boolean; size?: number } = {},
) =>
  new Paragraph({
    alignment: more.centre ? AlignmentType.CENTER : more.right ? AlignmentType.RIGHT : AlignmentType.LEFT,
    spacing: { line: 480, lineRule: LineRuleType.AT_LEAST },
    ...(more.indent ? { indent: { firstLine: SIZE * 20 } } : {}),
    ...(more.head || more.keep ? { keepNext: true } : {}),
    children: [new TextRun({ text, size: more.size ?? SIZE, font: more.head ? fonts.head : fonts.body })],
  });

const LONG = 300;
/** `keep`: signatures or the seal follow, which never stand on a page without text. */
function drawn(block: PaperBlock, keep: boolean): FileChild[] {
  switch (block.kind) {
    case 'text':
      return [paragraph(block.text, { indent: true, keep })];
    case 'address':
      return [paragraph(block.text)];
    case 'head':
      return [paragraph(block.text, { head: true, indent: true })];
    case 'form':
      return [
        table(
          [26, 74],
          block.rows.map(([label, value]) =>
            row(
              [
                { text: label, font: 'head', centre: true, size: 24 },
                { lines: value.split('\n'), font: 'body', size: 24 },
              ],
              {
                height: 480,
                whole: value.length < LONG,
              },
            ),
          ),
        ),
        gap(6),
      ];
    case 'table':
      return [
        table(block.widths, [
          row(
            block.heads.map((text) => ({ text, font: 'head' as const, centre: true, size: 22 })),
            { header: true, height: 440 },
          ),
          ...block.rows.map((cells) =>
            row(
              cells.map((text) => ({ text, font: 'body' as const, size: 22 })),
              { height: 420, whole: cells.every((text) => text.length < LONG) },
            ),
          ),
        ]),
        gap(6),
      ];
    case 'sign':
      return [gap(8, keep), ...block.lines.map((text, i) => paragraph(text, { size: 26, keep: keep || i < block.lines.length - 1 }))];
    case 'seal':
      return [gap(20, true), ...block.lines.map((text, i) => paragraph(`${text}　　`, { right: true, keep: i < block.lines.length - 1 }))];
  }
}

/** A run that the catalogue can refer to. */
const marked = (run: TextRun, mark: string | undefined) => (mark ? new Bookmark({ id: mark, children: [run] }) : run);

const titled = (text: string, mark?: string) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 160 },
    children: [marked(new TextRun({ text, size: 44, font: fonts.title }), mark)],
  });

const paperBody = ({ title, number, blocks }: CasePaper, bureau: string, mark?: string): FileChild[] => [
  paragraph(bureau, { centre: true, size: 32 }),
  titled(title, mark),
  ...(number ? [paragraph(number, { right: true, size: 26 })] : []),
  ...blocks.flatMap((block, i) => drawn(block, ['sign', 'seal'].includes(blocks[i + 1]?.kind ?? ''))),
];

const styles = { default: { document: { run: { font: fonts.body, size: SIZE, language: { value: 'en-US', eastAsia: 'zh-CN' } } } } };
const packed = async (document: Document) => withFontFallbacks(new Uint8Array(await Packer.toBuffer(document)));

/** One paper: A4, 仿宋 and 黑体 with fallbacks. */
export const writeCasePaper = (paper: CasePaper, bureau: string): Promise<Uint8Array> =>
  packed(
    new Document({
      title: paper.title,
      creator: '衡鉴',
      styles,
      sections: [
        { properties: { page: { size: sheet, margin: page.margin } }, footers: { default: footer }, children: paperBody(paper, bureau) },
      ],
    }),
  );

const pictures: Readonly<Record<string, 'png' | 'jpg'>> = { png: 'png', jpeg: 'jpg' };

/** Width and height of a PNG or JPEG in pixels; null where they cannot be told. */
export function pictureSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0x89 && bytes.length > 24) return { width: view.getUint32(16), height: view.getUint32(20) };
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Scans bring margins of their own and get more of the sheet. */
const scanMargin = { top: 850, bottom: 1134, left: 720, right: 720, header: 567, footer: 567 };
// the area in dots, 96 an inch, a little less for the line above
const AREA = {
  width: Math.floor((page.width - scanMargin.left - scanMargin.right) / 15),
  height: Math.floor((page.height - scanMargin.top - scanMargin.bottom) / 15) - 60,
};

/** Where the pages of a PDF go: the number of its document among all that are bound, and how many pages it has. */
export type BoundPages = ReadonlyMap<Uint8Array, { readonly first: number; readonly count: number }>;

/** One scan on its pages; `mark` names the first for the catalogue, `follows` begins a new page. */
function scanBody(scan: FileScan, title: string, bound: BoundPages, mark: string | undefined, follows: boolean): FileChild[] {
  const { file, kind, bytes } = scan;
  const type = pictures[kind];
  const measured = type ? pictureSize(bytes) : null;
  const line = (text: string, mark: string | undefined, fresh: boolean, place?: string) => {
    const look = { size: 20, font: fonts.table };
    // bookmarks hold text: an empty one may come to lie on the page before
    const [name, of] = [new TextRun({ text: title, ...look }), new TextRun({ text: `（扫描件：${file}${text}）`, ...look })];
    return new Paragraph({ alignment: AlignmentType.CENTER, pageBreakBefore: fresh, children: [marked(name, mark), marked(of, place)] });
  };
  const pages = bound.get(bytes);
  if (pages)
    return Array.from({ length: pages.count }, (_, i) =>
      line(
        pages.count === 1 ? '' : `，第 ${i + 1} 页，共 ${pages.count} 页`,
        i === 0 ? mark : undefined,
        follows || i > 0,
        placeOf(pages.first, i),
      ),
    );
  const head = line('', mark, follows);
  if (!type || !measured) return [head, gap(30), paragraph(`${file} 不能排入本文件，原件另附，在案卷页单独下载。`, { centre: true })];
  const scale = Math.min(1, AREA.width / measured.width, AREA.height / measured.height);
  const transformation = {
    width: Math.max(1, Math.round(measured.width * scale)),
    height: Math.max(1, Math.round(measured.height * scale)),
  };
  const altText = { name: file, title, description: title };
  return [
    head,
    new Paragraph({ alignment: AlignmentType.CENTER, children: [new ImageRun({ type, data: bytes, transformation, altText })] }),
  ];
}

/**
 * The whole file as one Word file; the catalogue's page numbers are references, filled when it is laid out. For scans in `bound` empty
 * pages are kept, onto which `bindScans` lays them; as Word alone they are named.
 */
export function writeCaseFile({ bureau, cover, title, parts }: CaseFileContent, bound: BoundPages = new Map()): Promise<Uint8Array> {
  const marks = parts.map((_, i) => `part${i + 1}`);
  const catalogue = table(
    [8, 52, 26, 14],
    [
      row(
        ['序号', '文书名称', '文号', '页号'].map((text) => ({ text, font: 'head' as const, centre: true, size: 24 })),
        { header: true, height: 480 },
      ),
      ...parts.map((part, i) => catalogueRow(i, part, marks[i] as string)),
    ],
  );
  return packed(
    new Document({
      title,
      creator: '衡鉴',
      styles,
      features: { updateFields: true },
      sections: [
        {
          properties: { page: { size: sheet, margin: page.margin } },
          children: [
            gap(60),
            paragraph(bureau, { centre: true, size: 36 }),
            gap(20),
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ text: '行政执法案卷', size: 72, font: fonts.title })],
            }),
            gap(60),
            table(
              [28, 72],
              cover.map(([label, value]) =>
                row(
                  [
                    { text: label, font: 'head', centre: true, size: 28 },
                    { text: value, font: 'body', size: 28 },
                  ],
                  { height: 720 },
                ),
              ),
            ),
          ],
        },
        {
          properties: { type: SectionType.NEXT_PAGE, page: { size: sheet, margin: page.margin } },
          children: [titled('卷内目录'), catalogue, gap(6)],
        },
        ...parts
          .flatMap((part, i) => bodiesOf(part, bureau, marks[i] as string, bound))
          .map(({ margin, children }, at) => ({
            properties: {
              type: SectionType.NEXT_PAGE,
              page: { size: sheet, margin, pageNumbers: { formatType: NumberFormat.DECIMAL, ...(at === 0 ? { start: 1 } : {}) } },
            },
            footers: { default: footer },
            children,
          })),
      ],
    }),
  );
}

/** The paper, then its scans: each with the margins it wants, on pages of its own. */
function bodiesOf({ title, paper, scans }: FilePart, bureau: string, mark: string, bound: BoundPages) {
  const written = paper ? [{ margin: page.margin, children: paperBody(paper, bureau, mark) }] : [];
  const scanned = scans.flatMap((scan, i) => scanBody(scan, title, bound, paper || i > 0 ? undefined : mark, i > 0));
  return scanned.length > 0 ? [...written, { margin: scanMargin, children: scanned }] : written;
}

/** What is missing has a line in the catalogue and no page. */
const hasPages = ({ paper, scans }: FilePart): boolean => paper !== undefined || scans.length > 0;

/** Its page is a reference to where the paper begins. */
const catalogueRow = (i: number, part: FilePart, mark: string): TableRow =>
  new TableRow({
    cantSplit: true,
    height: { value: 460, rule: 'atLeast' },
    children: [
      cell({ text: String(i + 1), font: 'body', centre: true, size: 24 }),
      cell({ text: part.title, font: 'body', size: 24 }),
      cell({ text: part.number ?? '', font: 'body', size: 24 }),
      new TableCell({
        verticalAlign: VerticalAlignTable.CENTER,
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [hasPages(part) ? new PageReference(mark) : new TextRun({ text: '缺', size: 24, font: fonts.head })],
          }),
        ],
      }),
    ],
  });
