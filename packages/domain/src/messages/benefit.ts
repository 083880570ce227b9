/** Refusals of decision support: what-ifs, benefit schemes, reports. */
import { sentence } from '../messages.ts';

export const benefitMessages = {
  'report.no-pdf': sentence(
    () => '没有安装 LibreOffice（或转换失败），不能生成 PDF；请下载 Word 版',
    () => 'LibreOffice is not installed (or failed): no PDF, please take the Word document',
  ),
  'benefit.unknown-scheme': sentence<{ id: string }>(
    (f) => `没有这份待遇政策：${f.id}`,
    (f) => `no such benefit scheme: ${f.id}`,
  ),
  'benefit.scheme-exists': sentence<{ id: string }>(
    (f) => `编号 ${f.id} 的待遇政策已经有了，请换一个编号`,
    (f) => `there is a benefit scheme ${f.id} already: give it another id`,
  ),
  'benefit.no-settlements': sentence<{ year: number }>(
    (f) => `${f.year} 年没有结算数据，无法测算`,
    (f) => `no settlements of ${f.year}: nothing to try on`,
  ),
  'benefit.unknown-what-if': sentence<{ id: string }>(
    (f) => `没有这次测算：${f.id}`,
    (f) => `no such what-if: ${f.id}`,
  ),
};
