// Texts that explain themselves: a note under the table, a remark in the row. What is explained is no finding.
import type { Hit } from '../check-type.ts';
import type { DocumentView, ProjectView } from './view.ts';

const NOTE = /^[（(]?\s*(?:备?注|说明|情况说明|补充说明|编制说明|特别说明)\s*\d?\s*[:：]\s*\S/;
// What the form asks of the one who fills it in explains nothing: 未达到90%的需说明原因.
const GUIDANCE =
  /请(?:在此)?(?:处)?(?:简要)?(?:说明|填写)|填写说明|可不填|如没有|(?:需|应|须|要)(?:要|当|逐项|简要|在)?[^。；;，,]{0,6}(?:说明|分析|注明|填写)/;

/** Notes of a form: its lines (or cells) that begin with 注, 备注 or 说明, with the numbered lines right below. */
function notesOf(view: DocumentView, { from, to }: Pick<ProjectView, 'from' | 'to'>): string[] {
  const notes: string[] = [];
  let open = false;
  for (let line = from; line <= to; line += 1) {
    const cells = view.cells(line).filter((cell) => cell !== '');
    const at = cells.findIndex((cell) => NOTE.test(cell) || (/^(?:备?注|说明|情况说明)[:：]?$/.test(cell) && cells.length === 2));
    const more: boolean = open && cells.length === 1 && /^(?:\d+[.、．]|[（(]\d+[)）])/.test(cells[0] ?? '');
    open = at >= 0 || more;
    const text = cells.slice(Math.max(0, at)).join(' ');
    if (open) notes.push(...text.split(/(?<=[。；;])/).filter((sentence) => !GUIDANCE.test(sentence)));
  }
  return notes;
}

/** Does a remark of a hit's row or a note of its form say these words? A hit outside every form looks at the notes of the document. */
export function isExplained(view: DocumentView, { lines }: Hit, words: RegExp): boolean {
  const rows = view.rows.filter((row) => lines.includes(row.indicator.line));
  if (rows.some((row) => words.test(row.indicator.remark ?? ''))) return true;
  const forms = view.projects.filter(({ from, to }) => lines.some((line) => line >= from && line <= to));
  const places = forms.length > 0 ? forms : [{ from: 1, to: view.source.lines.length }];
  return places.some((place) => notesOf(view, place).some((note) => words.test(note)));
}
