import { type Check, hit, mend, textAt } from '../check-type.ts';
import { noticeOf, transferIn } from '../lib/notice.ts';

const squeeze = (text: string) => text.replace(/\s+/g, '');

const check: Check = {
  code: 'TRANSFER_NAME',
  severity: 'warning',
  title: { zh: '资金名称前后一致', en: 'The transfer has one name' },
  basis: { document: '财预〔2015〕163号', article: '绩效目标随转移支付预算同步下达，按同一专项名称填报' },
  find: (view) => {
    const notice = noticeOf(view);
    const transfer = notice ? transferIn(notice.title.text) : null;
    if (!notice || !transfer) return [];
    const { part } = transfer;
    const stem = part?.replace(/(建设|提升|补助)?部分$/, '') ?? '';
    const parts =
      part === null
        ? []
        : Array.from({ length: notice.end }, (_, n) => n + 1).flatMap((line) =>
            line <= notice.title.line
              ? []
              : [...squeeze(view.line(line)).matchAll(/[（(]([^（()）]{2,40}?部分)/g)]
                  .map((m) => m[1] ?? '')
                  // Another part of the same transfer: the same stem, another ending.
                  .filter((found) => found !== part && stem.length >= 4 && found.startsWith(stem))
                  .map((found) => ({
                    ...hit('TRANSFER_NAME.part', [line, notice.title.line], { expected: part, found }),
                    mends: [mend('certain', textAt(line), [found, part], 'cell.replace', { what: '资金名称' })],
                  })),
          );
    const expected = `${transfer.name}${part === null ? '' : `（${part}）`}`;
    const key = transfer.name.replace(/^(中央|省级|市级)*(财政)?/, '');
    const forms = view.projects.flatMap((form) => {
      const cell = form.head.find((head) => /转移支付名称|专项(资金)?名称/.test(head.label));
      const found = squeeze(cell?.value ?? '');
      if (!cell || found === '' || found.includes(key) || key.includes(found) || (stem.length >= 4 && found.includes(stem))) return [];
      const mends = [mend('possible', textAt(cell.line), [found, expected], 'cell.perhaps', { what: '转移支付名称' })];
      return [{ ...hit('TRANSFER_NAME.form', [cell.line, notice.title.line], { expected, found }), mends }];
    });
    return [...parts, ...forms];
  },
};
export default check;
