import { type Check, hit, mend, textAt } from '../check-type.ts';
import { noticeOf } from '../lib/notice.ts';

const squeeze = (text: string) => text.replace(/\s+/g, '');
/** The kind of table a name promises: what stands at its end. */
const kindOf = (name: string) => /(分配表|明细表|绩效目标表|目标表|自评表|汇总表|清单|方案)$/.exec(name)?.[1] ?? null;

const check: Check = {
  code: 'ATTACHMENTS',
  severity: 'warning',
  title: { zh: '附件齐全', en: 'All attachments are there' },
  basis: { document: '党政机关公文处理工作条例', article: '第九条（附件说明：公文附件的顺序号和名称）' },
  find: (view) => {
    const notice = noticeOf(view);
    if (!notice || notice.listed.length === 0) return [];
    const { listed, present } = notice;
    // A notice published without any attachment says nothing about them.
    if (present.length === 0 && view.projects.every((form) => form.rows.length === 0)) return [];
    const last = listed.at(-1)?.line ?? 0;
    const after = view.source.lines.slice(last).map(squeeze);
    const missing = listed.flatMap(({ number, name, line }) => {
      if (present.some((p) => p.number === number)) return [];
      const short = name.replace(/^\d{4}年(度)?/, '');
      const at = after.findIndex(
        (text) => text !== '' && text.length < name.length + 20 && (text.includes(short) || (short.length > 4 && text.endsWith(short))),
      );
      if (at >= 0) {
        if (present.length === 0) return [];
        const mends = [mend('certain', textAt(last + 1 + at), [null, `附件${number}`], 'cell.replace', { what: '附件编号' })];
        return [{ ...hit('ATTACHMENTS.unnumbered', [last + 1 + at, line], { number, name }, 'info'), mends }];
      }
      // 3-1, 3-2 … stand for attachment 3 where they carry its name.
      const kind = kindOf(name);
      const parts = present.filter((p) => p.number.startsWith(`${number}-`));
      if (parts.length > 0 && kind && after.some((text) => text.endsWith(kind))) return [];
      return [hit('ATTACHMENTS.missing', [line], { number, name })];
    });
    const unlisted = present
      .filter((p) => !listed.some(({ number }) => number === p.number))
      .map((p) => hit('ATTACHMENTS.unlisted', [p.line], { number: p.number }));
    return [...missing, ...unlisted];
  },
};
export default check;
