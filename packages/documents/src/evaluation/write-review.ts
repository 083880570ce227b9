// The finance department's review of targets as a Word file: a form with the four criteria, then every finding with its place.
import { type Day, formatDay, gradeConsequence, percentText, reviewCriterionWords, type TargetReview } from '@hengjian/domain';
import { Document, Packer, type Paragraph, type Table, TableRow } from 'docx';
import { withFontFallbacks } from '../form/font-fallbacks.ts';
import { caption, cell, fonts, footer, formMargin, formTitle, formWidth, gap, sheet, table } from './parts.ts';

const head = (text: string) => cell({ lines: [text], size: 21, font: 'head', centre: true });
const plain = (text: string, across?: number) => cell({ lines: text.split('\n'), size: 21, font: 'body', ...(across ? { across } : {}) });
const row = (children: ReturnType<typeof plain>[], height = 500) =>
  new TableRow({ children, cantSplit: true, height: { value: height, rule: 'atLeast' } });

function form(review: TargetReview, file: string): Table {
  const found = (one: TargetReview['criteria'][number]) =>
    one.errors + one.warnings === 0 ? '未发现问题' : `错误 ${one.errors} 处，提示 ${one.warnings} 处`;
  return table(
    [1500, 3800, 2300, formWidth - 7600],
    [
      row([head('填报单位'), plain(review.org ?? ''), head('年度'), plain(review.year === null ? '' : String(review.year))]),
      row([head('审核文件'), plain(file), head('指标数'), plain(String(review.indicators))]),
      row([head('审核内容'), head('审核要点'), head('检查结果'), head('审核意见')]),
      ...review.criteria.map((one) =>
        row(
          [head(reviewCriterionWords[one.criterion].zh), plain(reviewCriterionWords[one.criterion].asks), plain(found(one)), plain('')],
          900,
        ),
      ),
      row([
        head('建议等次'),
        plain(
          `${review.grade}：${gradeConsequence[review.grade]}\n（按检查结果建议：有错误的指标占 ${percentText(review.errorShare)}；由审核人决定，财预〔2015〕88号第二十五条）`,
          3,
        ),
      ]),
      row([head('审核结论'), plain('□ 优　　□ 良　　□ 中　　□ 差\n\n审核人：　　　　　　　　　　　　　　　年　　月　　日', 3)], 1400),
    ],
    formWidth,
  );
}

function findings(review: TargetReview): (Paragraph | Table)[] {
  return review.criteria.flatMap((one) =>
    one.findings.length === 0
      ? []
      : [
          caption(`${reviewCriterionWords[one.criterion].zh}（${one.findings.length} 处）`),
          table(
            [900, 1900, formWidth - 2800],
            [
              row([head('程度'), head('位置'), head('问题与修改建议')]),
              ...one.findings.map(({ severity, lines, message, suggestions }) =>
                row([
                  plain(severity === 'error' ? '错误' : '提示'),
                  plain(lines.length === 0 ? '全文' : `第 ${lines.slice(0, 4).join('、')}${lines.length > 4 ? ' 等' : ''} 行`),
                  plain([message, ...new Set(suggestions.map((mend) => `建议：${mend.message}`))].join('\n')),
                ]),
              ),
            ],
            formWidth,
          ),
        ],
  );
}

/** `writtenOn` is the date under the title; `file` the name of what was reviewed. */
export async function writeReview(review: TargetReview, given: { writtenOn: Day; file: string }): Promise<Uint8Array> {
  const document = new Document({
    title: `${review.org ?? ''}${review.year ?? ''}年度绩效目标审核意见`,
    creator: '衡鉴',
    styles: { default: { document: { run: { font: fonts.table, size: 21, language: { value: 'en-US', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: { page: { size: sheet, margin: formMargin } },
        footers: { default: footer },
        children: [
          formTitle('绩效目标审核意见表', false),
          caption(`${formatDay(given.writtenOn)}`),
          form(review, given.file),
          gap(),
          ...findings(review),
        ],
      },
    ],
  });
  return withFontFallbacks(new Uint8Array(await Packer.toBuffer(document)));
}
