import { type Check, hit } from '../check-type.ts';
import { addsUp, numberCell } from '../lib/numbers.ts';
import { lineOfAmount } from '../lib/view.ts';

const squeeze = (text: string) => text.replace(/[\s“”"《》（）()]/g, '');
const pairsOf = (text: string) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** Share of two-character pieces that two names have in common (Dice), 0 to 1. */
function alike(a: string, b: string): number {
  const [x, y] = [pairsOf(squeeze(a)), pairsOf(squeeze(b))];
  const common = [...x].filter((piece) => y.has(piece)).length;
  return x.size + y.size === 0 ? 0 : (2 * common) / (x.size + y.size);
}

const check: Check = {
  code: 'PROJECT_NAME',
  severity: 'warning',
  title: { zh: '项目名称前后一致', en: 'A project has one name' },
  basis: { document: '财预〔2015〕88号', article: '绩效目标审核“完整性”：整体目标表与项目目标表按同一项目名称填报' },
  find: (view) => {
    const overall = view.projects.find((form) => form.project.kind === 'overall');
    const forms = view.projects.filter((form) => form.project.kind === 'project' && form.project.budgetWan !== null);
    if (!overall || forms.length === 0) return [];
    const names = new Set(forms.map((form) => squeeze(form.project.name)));
    const printed = view.printedRows(overall.from, overall.headLines.at(-1) ?? overall.from);
    const tasks = printed.flatMap(({ line, cells }) => {
      const amounts = cells.map(numberCell).filter((value) => value !== null && value >= 1);
      const [amount] = amounts;
      const name = cells.find((cell) => /[一-龥]{6,}/.test(cell) && cell.length <= 50);
      return amounts.length === 1 && amount !== undefined && amount !== null && name ? [{ line, name, amount }] : [];
    });
    const known = new Set(tasks.map((task) => squeeze(task.name)));
    return tasks.flatMap((task) => {
      if (names.has(squeeze(task.name))) return [];
      const same = forms.filter(
        (form) =>
          !known.has(squeeze(form.project.name)) &&
          addsUp(task.amount, [form.project.budgetWan as number]) &&
          alike(task.name, form.project.name) >= 0.5,
      );
      const [form] = same;
      if (!form || same.length !== 1) return [];
      return [
        hit(
          'PROJECT_NAME',
          [
            task.line,
            ...form.head.filter((cell) => /名称/.test(cell.label)).map((cell) => cell.line),
            lineOfAmount(view, task.amount, form.from, form.to),
          ],
          {
            expected: task.name,
            found: form.project.name,
            amount: task.amount,
          },
        ),
      ];
    });
  },
};
export default check;
