// The self-evaluation as a Word file: cover, overall report, one official form per project, the appendix of sources.
import { type CarriedProblem, type Day, type Evaluation, type FormRecords, formatDay } from '@hengjian/domain';
import { Document, NumberFormat, Packer, SectionType } from 'docx';
import { withFontFallbacks } from '../form/font-fallbacks.ts';
import { cover, overview } from './overview.ts';
import { fonts, footer, formMargin, page, sheet } from './parts.ts';
import { projectForm } from './project-form.ts';
import { provenance } from './provenance.ts';
import { isTransferForm, transferForm } from './transfer-form.ts';

/** `writtenOn` is the date on the cover, `carried` what the evaluation of the year before found. */
export async function writeEvaluation(
  evaluation: Evaluation,
  given: {
    writtenOn: Day;
    titleOf: (measureId: string) => string;
    carried?: readonly CarriedProblem[];
    /** What the registers say beside targets and measures; absent: those cells stay empty. */
    records?: FormRecords | undefined;
  },
): Promise<Uint8Array> {
  const { year, month, date } = dateParts(given.writtenOn);
  const document = new Document({
    title: `${evaluation.plan.org ?? ''}${evaluation.plan.year}年度绩效自评报告`,
    creator: '衡鉴',
    styles: {
      default: { document: { run: { font: fonts.table, size: 21, language: { value: 'en-US', eastAsia: 'zh-CN' } } } },
    },
    sections: [
      { properties: { page: { size: sheet, margin: page.margin } }, children: cover(evaluation, `${year}年${month}月${date}日`) },
      {
        properties: { page: { size: sheet, margin: page.margin, pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL } } },
        footers: { default: footer },
        children: overview(evaluation, given.carried ?? [], given.records),
      },
      {
        properties: { type: SectionType.NEXT_PAGE, page: { size: sheet, margin: formMargin } },
        footers: { default: footer },
        children: [
          ...evaluation.projects.flatMap((one, index) =>
            (isTransferForm(one) ? transferForm : projectForm)(evaluation, one, index > 0, given.records),
          ),
          ...provenance(evaluation, given.titleOf),
        ],
      },
    ],
  });
  return withFontFallbacks(new Uint8Array(await Packer.toBuffer(document)));
}

function dateParts(day: Day) {
  const [year, month, date] = formatDay(day).split('-').map(Number) as [number, number, number];
  return { year, month, date };
}
