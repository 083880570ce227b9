// What a correction teaches is read in the next document of the layout, and only there.
import { corrected, type ReadIndicator, type ReadingHabit } from '@hengjian/domain';
import { expect, test } from 'vitest';
import { readDocument } from '../read-document.ts';
import { habitsFrom } from './habits.ts';

const form = (head: string, ...rows: string[]) =>
  `项目支出绩效目标表\n项目名称\t巡查经费\n主管部门\t云溪市医疗保障局\n一级指标\t二级指标\t三级指标\t${head}\n${rows.join('\n')}\n`;
const read = async (text: string, habits: readonly ReadingHabit[] = []) =>
  readDocument(new TextEncoder().encode(text), '表.txt', 'zh', habits);
const rowsOf = async (text: string, habits: readonly ReadingHabit[] = []): Promise<ReadIndicator[]> => {
  const outcome = await read(text, habits);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value.document.projects.flatMap((project) => project.indicators);
};
const told = ({ operator, value, unit, weight }: ReadIndicator) => [operator, value, unit, weight];

test('a header word: the points stood under a word nobody knew', async () => {
  const head = '指标值\t考核分数';
  const [row] = await rowsOf(form(head, '产出指标\t数量指标\t巡查家数\t≥40家\t25'));
  expect(row && told(row)).toEqual(['≥', 40, '家', null]);
  const habits = habitsFrom('project-targets', row as ReadIndicator, { weight: 25 });
  expect(habits).toEqual([{ layout: 'project-targets', kind: 'column', word: '考核分数', meaning: 'weight' }]);
  const next = form(head, '产出指标\t数量指标\t走访户数\t≥8户\t30', '效益指标\t社会效益指标\t知晓率\t≥90%\t60');
  expect((await rowsOf(next, habits)).map(told)).toEqual([
    ['≥', 8, '户', 30],
    ['≥', 90, '%', 60],
  ]);
  const elsewhere = habits.map((habit) => ({ ...habit, layout: 'monitoring' }));
  expect((await rowsOf(next, elsewhere)).map(told)[0]).toEqual(['≥', 8, '户', null]);
});

test('a form whose values stand under an unknown word is refused by its words, and read once they are taught', async () => {
  const text = form('今年要做到', '产出指标\t数量指标\t巡查家数\t≥40家');
  const refused = await read(text);
  expect(refused).toMatchObject({ ok: false, issues: [{ code: 'reading.no-form', lines: [4], facts: { strange: '今年要做到' } }] });
  const rows = await rowsOf(text, [{ layout: 'project-targets', kind: 'column', word: '今年要做到', meaning: 'value' }]);
  expect(rows.map(told)).toEqual([['≥', 40, '家', null]]);
});

test('a word for a sign, before the figure or in its own column', async () => {
  const [before] = await rowsOf(form('指标值', '产出指标\t数量指标\t巡查家数\t力争40家'));
  expect(before && told(before)).toEqual(['=', 40, '家', null]);
  const habits = habitsFrom('project-targets', before as ReadIndicator, { operator: '≥' });
  expect(habits).toEqual([{ layout: 'project-targets', kind: 'operator', word: '力争', meaning: '≥' }]);
  expect((await rowsOf(form('指标值', '产出指标\t数量指标\t走访户数\t力争8户'), habits)).map(told)).toEqual([['≥', 8, '户', null]]);

  // In a table with real cells, where a strange word keeps its column.
  const line = (cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const head = ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位'];
  const own = `<html><body><p>项目支出绩效目标表</p><table>${line(head)}${line(['产出指标', '时效指标', '办理时长', '越低越好', '5', '天'])}</table></body></html>`;
  const [column] = await rowsOf(own);
  const taught = habitsFrom('project-targets', column as ReadIndicator, { operator: '≤' });
  expect(taught).toEqual([{ layout: 'project-targets', kind: 'operator', word: '越低越好', meaning: '≤' }]);
  expect((await rowsOf(own, taught)).map(told)).toEqual([['≤', 5, '天', null]]);
});

test('a word for a unit', async () => {
  const head = '指标性质\t指标值\t度量单位';
  const [row] = await rowsOf(form(head, '产出指标\t数量指标\t培训人次\t≥\t300\t员次'));
  expect(row?.unit).toBe('员次');
  const habits = habitsFrom('project-targets', row as ReadIndicator, { unit: '人次' });
  expect(habits).toEqual([{ layout: 'project-targets', kind: 'unit', word: '员次', meaning: '人次' }]);
  expect((await rowsOf(form(head, '产出指标\t数量指标\t宣讲人次\t≥\t50\t员次'), habits)).map(told)).toEqual([['≥', 50, '人次', null]]);
});

test('a wrong figure, and a level that was only misplaced, teach nothing', async () => {
  const [row] = await rowsOf(form('指标值', '产出指标\t数量指标\t巡查家数\t≥40家'));
  expect(habitsFrom('project-targets', row as ReadIndicator, { value: 45, level2: '质量指标', name: '巡查户数' })).toEqual([]);
});

test('a correction finds its row in the reading made anew', async () => {
  const text = form('指标值', '产出指标\t数量指标\t巡查家数\t≥40家', '产出指标\t质量指标\t合格率\t≥95%');
  const outcome = await read(text);
  if (!outcome.ok) throw new Error('unread');
  const correction = { documentId: 'D', line: 5, name: '巡查家数', changes: { value: 45 }, why: '原件盖章页为45', by: '甲', at: 1 };
  const again = corrected(((await read(text)) as typeof outcome).value.document, [correction]);
  expect(again.document.projects[0]?.indicators.map(told)).toEqual([
    ['≥', 45, '家', null],
    ['≥', 95, '%', null],
  ]);
});
