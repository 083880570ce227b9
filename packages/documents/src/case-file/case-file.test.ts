// The file of a case: papers as Word files with every value in them; one PDF whose catalogue names the pages the papers stand on.
import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import { casePaper, type PaperContext } from '@hengjian/catalog/case-papers/index.ts';
import {
  bureauParameters,
  type CaseAction,
  caseClock,
  caseLife,
  dayOfDate,
  type EnforcementCase,
  type EnforcementWorld,
  exampleDiscretion,
  fileStanding,
  newEnforcementCase,
  nextOf,
  proposalFor,
  SECONDS_PER_DAY,
  workingCalendarOf,
} from '@hengjian/domain';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { findLibreOffice } from '../container/libre-office.ts';
import { openScan } from './bind-scans.ts';
import { caseFilePdf } from './convert-case-file.ts';
import { type FilePart, pictureSize, writeCasePaper } from './write-case-file.ts';

const officer = (name: string, certificateNo: string) => ({ name, certificateNo, unit: '执法支队', avoids: [], validTo: null });
const world: EnforcementWorld = {
  region: '*',
  number: (name) => bureauParameters[name].standard,
  calendar: workingCalendarOf([]),
  discretion: exampleDiscretion,
  roster: [officer('甲某', 'Z1'), officer('乙某', 'Z2')],
  takenFen: 0,
  missing: [],
};
const DAY = dayOfDate(2026, 3, 2);

function decidedCase(): EnforcementCase {
  let one = newEnforcementCase(
    'AJ2026-000001',
    {
      causeCode: 'AY13',
      party: {
        kind: 'provider',
        no: 'H1',
        name: '示例<医院> & 分院',
        licence: '91000000',
        address: '一路 1 号',
        head: '丙某',
        telephone: null,
      },
      clueId: null,
      inspectionIds: [],
      findingIds: [],
      source: '线索 XS2026-000001',
      facts: '重复收费',
      lossFen: 1_000_000,
      actEndedOn: DAY - 30,
      discoveredOn: DAY,
      harmed: false,
      appliedBy: '甲某',
    },
    DAY,
  );
  const take = (action: CaseAction, by: string, given: Record<string, string> = {}) => {
    const next = nextOf(caseLife, one, action, { by, at: DAY * SECONDS_PER_DAY + 36_000, why: '办理', given, world });
    if (!next.ok) throw new Error(`${action} ${JSON.stringify(next.issues)}`);
    one = next.value;
  };
  const sanction = { outcome: '给予行政处罚', refundFen: '10000', fineFen: '11000' };
  const service = { on: '2026-03-02', way: '直接送达', receiver: '院办' };
  take('approve', '科长', { handlers: '甲某、乙某', filingNo: '医立〔2026〕1号' });
  take('record', '甲某', { kind: '询问笔录', on: '2026-03-02', place: '会议室', person: '丁某', text: '问：何时起？\n答：去年。' });
  take('evidence', '甲某', { kind: '电子数据', title: '收费明细', source: '结算系统', collectedOn: '2026-03-02', pageCount: '12' });
  take('report', '甲某', { text: '查明重复收费 36 笔。', circumstances: '主动退回医保基金', ...sanction });
  take('review', '法制', { opinion: '同意处理意见', text: '事实清楚' });
  take('notify', '科长', { no: '医告〔2026〕1号', ...sanction });
  take('serveNotice', '甲某', service);
  take('statement', '甲某', { on: '2026-03-02', text: '请求从轻', answer: '已考虑' });
  take('decide', '科长', { no: '医罚〔2026〕1号', text: '罚当其过。', ...sanction });
  take('serve', '乙某', service);
  take('pay', '甲某', { kind: '罚款', on: '2026-03-02', amountFen: '11000', voucher: 'P-1' });
  take('pay', '甲某', { kind: '退回基金', on: '2026-03-02', amountFen: '10000', voucher: 'P-2' });
  take('publish', '甲某', { on: '2026-03-02', at: '门户网站' });
  take('execute', '甲某');
  take('close', '科长', { text: '已全部执行。' });
  return one;
}
const one = decidedCase();
const context: PaperContext = {
  bureau: '某市医疗保障局',
  today: DAY,
  clock: caseClock(one, DAY, 90),
  discretion: proposalFor(one, world, DAY),
  takenFen: 0,
};
/** A PNG of so many pixels, one colour: real enough to be laid out. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEANl9ngAAAAABJRU5ErkJggg==', 'base64');

const wordText = async (bytes: Uint8Array) => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;

describe('papers', () => {
  test('the decision says what was decided, why, and what can be done against it', async () => {
    const paper = casePaper('decision', one, context);
    const text = await wordText(await writeCasePaper(paper as NonNullable<typeof paper>, context.bureau));
    for (const said of [
      '医罚〔2026〕1号',
      '示例<医院> & 分院',
      '91000000',
      '第三十八条',
      '退回造成损失的医疗保障基金 10000.00 元',
      '罚款 11000.00 元',
      '行政复议',
      '行政诉讼',
      '2026年3月2日',
      '罚当其过。',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('涉嫌');
    expect(text).not.toMatch(/undefined|null|NaN/);
  });
  test('every paper that is ready can be written, and says nothing undefined', async () => {
    const standing = fileStanding(one, new Map());
    let written = 0;
    for (const { kind, ready } of standing) {
      const paper = casePaper(kind.id, one, context);
      expect([kind.id, paper !== undefined]).toEqual([kind.id, ready]);
      if (!paper) continue;
      written += 1;
      const text = await wordText(await writeCasePaper(paper, context.bureau));
      expect(text).toContain(kind.zh);
      expect(text, kind.id).not.toMatch(/undefined|null|NaN|\[object/);
    }
    expect(written).toBeGreaterThan(12);
  });
  test('the report weighs the circumstances by the table', async () => {
    const paper = casePaper('report', one, context);
    const text = await wordText(await writeCasePaper(paper as NonNullable<typeof paper>, context.bureau));
    expect(text).toContain('主动退回医保基金');
    expect(text).toContain('10000.00 元至 12000.00 元');
  });
  test('pictures are measured; what is none is not', () => {
    expect(pictureSize(PNG)).toEqual({ width: 1, height: 1 });
    expect(pictureSize(Buffer.from('%PDF-1.4 nothing here but text'))).toBeNull();
  });
});

/** Three pages: upright with a seal as an annotation, turned by its dictionary, and wide. */
async function scannedPdf(): Promise<PDFDocument> {
  const made = await PDFDocument.create();
  const [upright, turned, wide] = [made.addPage([595, 842]), made.addPage([842, 595]), made.addPage([842, 595])];
  upright.drawText('UPRIGHT', { x: 60, y: 760, size: 30 });
  turned.setRotation(degrees(90));
  turned.drawText('TURNED', { x: 60, y: 500, size: 30 });
  wide.drawText('WIDE', { x: 60, y: 500, size: 30 });
  for (const page of [upright, turned, wide])
    page.drawRectangle({ x: 5, y: 5, width: page.getWidth() - 10, height: page.getHeight() - 10, borderWidth: 2, opacity: 0 });
  const font = made.context.register(made.context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' }));
  const look = made.context.stream('q 1 0 0 RG 2 w 1 1 98 38 re S Q BT /F1 18 Tf 10 12 Td (SEALED) Tj ET', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 100, 40],
    Resources: { Font: { F1: font } },
  });
  const seal = { Type: 'Annot', Subtype: 'Stamp', Rect: [300, 100, 500, 180], AP: { N: made.context.register(look) }, F: 4 };
  upright.node.addAnnot(made.context.register(made.context.obj(seal)));
  return made;
}

describe('scans that cannot be bound', () => {
  const refused = (bytes: Uint8Array) =>
    caseFilePdf({
      bureau: '',
      title: '',
      cover: [],
      parts: [{ title: '证件', number: null, paper: undefined, scans: [{ file: '证件.pdf', kind: 'pdf', bytes }] }],
    });
  test('a PDF that wants a password is refused with its name', async () => {
    const locked = await scannedPdf();
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'other' });
    expect(await refused(await locked.save())).toEqual({ ok: false, reason: 'locked', file: '证件.pdf' });
  });
  test('one that only forbids editing is opened', async () => {
    const guarded = await scannedPdf();
    guarded.encrypt({ userPassword: '', ownerPassword: 'other' });
    expect(await openScan(await guarded.save())).toMatchObject({ ok: true, pages: 3 });
  });
  test('a broken one is refused with its name', async () => {
    const whole = await (await scannedPdf()).save();
    for (const bytes of [whole.slice(0, 300), Buffer.from('%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n')])
      expect(await refused(bytes)).toEqual({ ok: false, reason: 'broken', file: '证件.pdf' });
  });
});

describe.skipIf(findLibreOffice() === null)('the whole file', () => {
  test('one PDF: cover, catalogue, papers in order; each begins on the page that the catalogue names', { timeout: 120_000 }, async () => {
    const scanned = await (await scannedPdf()).save();
    const parts: FilePart[] = fileStanding(one, new Map([['certificates', 1]])).map(({ kind }) => ({
      title: kind.zh,
      number: casePaper(kind.id, one, context)?.number ?? null,
      paper: casePaper(kind.id, one, context),
      scans:
        kind.id === 'certificates'
          ? [
              { file: '证件.png', kind: 'png', bytes: PNG },
              { file: '证件二.pdf', kind: 'pdf', bytes: scanned },
            ]
          : [],
    }));
    const content = { bureau: context.bureau, title: one.title, cover: [['案件名称', one.title]] as const, parts };
    const made = await caseFilePdf(content);
    if (!made.ok) throw new Error(made.reason);
    const folder = process.env.HENGJIAN_PICTURES;
    if (folder) await (await import('node:fs/promises')).writeFile(`${folder}/case-file.pdf`, made.bytes);
    const { text } = await extractText(await getDocumentProxy(made.bytes.slice()), { mergePages: false });
    const pages = text.map((page) => page.replaceAll(/\s/g, ''));
    expect(pages[0]).toContain('行政执法案卷');
    expect(pages[1]).toContain('卷内目录');
    // the papers' first page is numbered 1; cover and catalogue have none
    const first = pages.findIndex((page, i) => i > 1 && page.includes('案件来源登记表'));
    const catalogue = pages.slice(1, first).join('');
    let found = 0;
    let at = first;
    for (const part of parts) {
      const page = pages.findIndex((content, i) => i >= at && content.includes(part.title.replaceAll(/\s/g, '')));
      if (!part.paper && part.scans.length === 0) {
        expect(catalogue, part.title).toContain(`${part.title}缺`);
        continue;
      }
      expect(pages[page]).toContain(`—${page - first + 1}—`);
      expect(catalogue, part.title).toContain(`${part.title}${part.number ?? ''}${page - first + 1}`);
      at = page;
      found += 1;
    }
    expect(found).toBeGreaterThan(12);
    expect(catalogue).not.toContain('Error');
    // the scans stand whole on pages of their own, one after the other, numbered like every page; the seal of an annotation is there
    const bound = pages.findIndex((page) => page.includes('UPRIGHT'));
    expect(pages[bound]).toContain('证件二.pdf，第1页，共3页');
    expect(pages.slice(bound, bound + 3).map((page) => /UPRIGHT|TURNED|WIDE/.exec(page)?.[0])).toEqual(['UPRIGHT', 'TURNED', 'WIDE']);
    for (const i of [0, 1, 2]) expect(pages[bound + i]).toContain(`—${bound + i - first + 1}—`);
    expect(pages[bound]).toContain('SEALED');
    const file = await PDFDocument.load(made.bytes);
    expect(new Set(file.getPages().map((page) => page.getSize().width.toFixed(0)))).toEqual(new Set(['595']));
    const links = file.getPages().flatMap((page) => page.node.Annots()?.asArray() ?? []);
    expect(links.map(String).filter((link) => link.includes('scan.invalid'))).toEqual([]);
  });
});
