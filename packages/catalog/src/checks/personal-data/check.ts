import { type Check, type Hit, hit, mend, textAt } from '../check-type.ts';
import type { DocumentView } from '../lib/view.ts';

const MOBILE = /(?<![\d.])1[3-9]\d{9}(?![\d.])/g;
const IDENTITY = /(?<!\d)[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])/g;
const LANDLINE = /(?<![\d.])(?:0\d{2,3}[-—]?)?[2-8]\d{6,7}(?![\d.])/;
// Whose telephone it is: a person's, not a hotline of the office.
const PERSON = /联系人|负责人|填[报表]人|经办人|制表人|评价人/;
const PHONE_LABEL = /电\s*话|手机|联系方式|联络方式/;

const masked = (digits: string) => `${digits.slice(0, 3)}${'*'.repeat(Math.max(0, digits.length - 5))}${digits.slice(-2)}`;

/** A label of a person and a telephone within the same few lines. Public hotlines and offices' switchboards are no one's. */
function telephones(view: DocumentView): Hit[] {
  const hits: Hit[] = [];
  for (let line = 1; line <= view.source.lines.length; line += 1) {
    const raw = view.line(line);
    const found = LANDLINE.exec(raw.replace(MOBILE, ''));
    // 20220815 is a day, not a telephone.
    if (!found || /^20[0-4]\d(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(found[0]) || /热线|传真|举报电话|监督电话|咨询电话|邮编/.test(raw))
      continue;
    const near = [0, 1, 2, 3, 4].map((back) => view.line(line - back)).filter((text) => text.length < 200);
    const together = near.join(' ');
    // The number must be called a telephone, and a person must stand beside it.
    const alone = /^\s*[\d\-—]+\s*$/.test(raw);
    const context = alone ? together : raw;
    if (!PHONE_LABEL.test(context) || !PERSON.test(context)) continue;
    const person = near.findIndex((text) => PERSON.test(text));
    hits.push(hit('PERSONAL_DATA.telephone', [line, ...(alone && person > 0 ? [line - person] : [])], { found: masked(found[0]) }));
  }
  return hits;
}

/** What must not be published is taken out; the suggestion shows no more of it than the finding. */
const removed = (one: Hit): Hit => {
  const [line] = one.lines;
  return line === undefined
    ? one
    : { ...one, mends: [mend('certain', textAt(line), [one.facts.found as string, null], 'text.remove', {})] };
};

const check: Check = {
  code: 'PERSONAL_DATA',
  severity: 'warning',
  title: { zh: '不公开个人信息', en: 'No personal data' },
  basis: { document: '中华人民共和国个人信息保护法；政府信息公开条例', article: '政府信息公开条例第十五条（涉及个人隐私的信息不得公开）' },
  find: (view) =>
    [
      ...view.source.lines.flatMap((raw, index) => [
        ...[...raw.matchAll(IDENTITY)].map(([found]) => hit('PERSONAL_DATA.identity', [index + 1], { found: masked(found) }, 'error')),
        ...[...raw.replace(IDENTITY, '').matchAll(MOBILE)].map(([found]) =>
          hit('PERSONAL_DATA.mobile', [index + 1], { found: masked(found) }),
        ),
      ]),
      ...telephones(view),
    ].map(removed),
};
export default check;
