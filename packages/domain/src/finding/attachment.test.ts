import { expect, test } from 'vitest';
import { checkAttachment, cleanFileName } from './attachment.ts';

const text = (s: string) => Uint8Array.from(s, (c) => c.charCodeAt(0));
const pdf = text('%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n');
const code = (name: string, bytes: Uint8Array, most = 20) => {
  const checked = checkAttachment(name, bytes, most);
  return checked.ok ? `${checked.value.kind} ${checked.value.name}` : checked.issues[0]?.code;
};

test('a file is told by its bytes, and its name must agree', () => {
  expect(code('申诉书.pdf', pdf)).toBe('pdf 申诉书.pdf');
  expect(code('申诉书.PDF', pdf)).toBe('pdf 申诉书.PDF');
  expect(code('申诉书.pdf.exe', pdf)).toBe('finding.attachmentKind');
  expect(code('申诉书.pdf', text('MZ\u0090 program'))).toBe('finding.attachmentKind');
  expect(code('申诉书.png', pdf)).toBe('finding.attachmentKind');
  expect(code('申诉书', pdf)).toBe('finding.attachmentKind');
  expect(code('page.html', text('<html>'))).toBe('finding.attachmentKind');
});
test('an upload that was cut off, an empty one, one too big', () => {
  expect(code('申诉书.pdf', pdf.slice(0, 20))).toBe('finding.attachmentCutOff');
  expect(code('x.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]))).toBe('finding.attachmentCutOff');
  expect(code('x.pdf', new Uint8Array())).toBe('finding.attachmentEmpty');
  expect(code('x.pdf', Uint8Array.from([...pdf, ...new Uint8Array(2_000_000)]), 1)).toBe('finding.attachmentTooBig');
});
test('names lose paths, marks that turn the text around, and what browsers would read', () => {
  expect(cleanFileName('../../etc/passwd')).toBe('passwd');
  expect(cleanFileName('C:\\temp\\病历.pdf')).toBe('病历.pdf');
  expect(cleanFileName('病历\u202Efdp.exe')).toBe('病历_fdp.exe');
  expect(cleanFileName('<script>alert(1)</script>.pdf')).toBe('script_.pdf');
  expect([...cleanFileName(`${'长'.repeat(300)}.pdf`)]).toHaveLength(120);
});
