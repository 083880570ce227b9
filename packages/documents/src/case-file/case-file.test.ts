// The file of a case: papers as Word files with every value in them; one PDF whose catalogue names the pages the papers stand on.
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
import { caseFilePdf } from './convert-case-file.ts';
import { type FilePart, pictureSize, writeCaseFile, writeCasePaper } from './write-case-file.ts';

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

describe.skipIf(findLibreOffice() === null)('the whole file', () => {
  test('one PDF: cover, catalogue, papers in order; each begins on the page that the catalogue names', { timeout: 120_000 }, async () => {
    const parts: FilePart[] = fileStanding(one, new Map([['certificates', 1]])).map(({ kind }) => ({
      title: kind.zh,
      number: casePaper(kind.id, one, context)?.number ?? null,
      paper: casePaper(kind.id, one, context),
      scans: kind.id === 'certificates' ? [{ file: '证件.png', kind: 'png', bytes: PNG }] : [],
    }));
    const docx = await writeCaseFile({ bureau: context.bureau, title: one.title, cover: [['案件名称', one.title]], parts });
    const made = await caseFilePdf(docx);
    if (!made.ok) throw new Error(made.reason);
    const folder = process.env.HENGJIAN_PICTURES;
    if (folder) await (await import('node:fs/promises')).writeFile(`${folder}/case-file.pdf`, made.bytes);
    const { text } = await extractText(await getDocumentProxy(made.bytes), { mergePages: false });
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
  });
});
