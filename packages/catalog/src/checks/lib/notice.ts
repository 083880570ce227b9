import type { DocumentView } from './view.ts';

/** A notice that hands down money: its title, its list of attachments and the attachments that are there. */
export interface Notice {
  title: { text: string; line: number };
  listed: { number: string; name: string; line: number }[];
  present: { number: string; line: number }[];
  /** Last line of the letter itself, before the first attachment. */
  end: number;
}

const squeeze = (text: string) => text.replace(/\s+/g, '');

/** The notice of a document; null where it is none. */
export function noticeOf(view: DocumentView): Notice | null {
  const count = view.source.lines.length;
  let title: Notice['title'] | null = null;
  for (let line = 1; line <= Math.min(count, 40) && !title; line += 1) {
    const text = squeeze(view.line(line));
    // A title may run over two or three lines.
    const joined = squeeze([0, 1, 2].map((n) => view.line(line + n)).join(''));
    if (/关于(下达|提前下达|拨付|追加|安排|调整下达)/.test(text) && /通知/.test(joined) && !/根据|按照/.test(text) && text.length < 140)
      title = { text: /通知/.test(text) ? text : joined, line };
  }
  if (!title) return null;
  const listed: Notice['listed'] = [];
  let at = title.line;
  for (let line = title.line + 1; line <= count; line += 1) {
    const text = view.line(line).trim();
    const first = /^附件\s*[:：]\s*(?:(\d+(?:-\d+)?)\s*[.．、]\s*)?(\S.*)$/.exec(text);
    const next = listed.length > 0 && line - at <= 3 ? /^(\d+(?:-\d+)?)\s*[.．、]\s*(\S.*)$/.exec(text) : null;
    if (!listed.length ? first : next) {
      const found = (first ?? next) as RegExpExecArray;
      listed.push({ number: found[1] ?? '1', name: squeeze(found[2] ?? '').replace(/[《》]/g, ''), line });
      at = line;
    }
  }
  const present: Notice['present'] = [];
  for (let line = at + 1; line <= count; line += 1) {
    const found = /^附件\s*(\d+(?:\s*-\s*\d+)?|[一二三四五六七八九])?\s*[:：]?$/.exec(view.line(line).trim());
    if (found) present.push({ number: squeeze(found[1] ?? '1'), line });
  }
  const forms = view.projects.map((form) => form.from).filter((line) => line > at);
  return { title, listed, present, end: Math.min(count, ...present.map((p) => p.line - 1), ...forms.map((line) => line - 1)) };
}

/** `…补助资金（…建设部分）` in a title: the transfer and its part. */
export function transferIn(text: string): { name: string; part: string | null } | null {
  const found =
    /(?:下达|拨付|追加|安排)(?:\d{4}年)?(?:第.批)?((?:中央|省级|市级|财政)*[^（()）]{4,40}?(?:补助资金|专项资金|转移支付资金|补助经费|补助))\s*(?:[（(]([^（()）]{2,30}部分)[)）])?/.exec(
      squeeze(text),
    );
  return found ? { name: found[1] ?? '', part: found[2] ?? null } : null;
}
