// Damage that real documents carry: what is certain is repaired and said, what is not certain stays null.
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document.ts';

const HEAD =
  '项目支出绩效目标表\n\n单位：万元\n项目名称\t巡查经费\t\t\t\t\t\n主管部门\t云溪市医疗保障局\t\t\t\t\t\n年度资金总额\t30\t\t\t\t\t\n';
const HEADER = '绩效指标\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t指标权重';

async function read(rows: string, head = HEAD, header = HEADER) {
  const outcome = await readDocument(new TextEncoder().encode(`${head}${header}\n${rows}`), 'form.txt');
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const { document } = outcome.value;
  return {
    document,
    rows: document.projects.flatMap((project) =>
      project.indicators.map((one) => [
        one.line,
        one.level1,
        one.level2,
        one.name,
        one.operator,
        one.value,
        one.unit,
        one.weight,
        one.repairs.join(' '),
      ]),
    ),
    said: document.warnings.map((warning) => `${warning.code} ${warning.line}`),
  };
}

describe('a row that moved', () => {
  it.each([
    ['to the left', '数量指标\t巡查家数\t≥\t40家\t10\t\t'],
    ['to the right', '\t\t\t数量指标\t巡查家数\t≥\t40家'],
    ['apart', '\t数量指标\t\t\t巡查家数\t≥\t40家'],
  ])('%s', async (_, moved) => {
    const { rows, said } = await read(`\t产出指标\t质量指标\t案卷合格率\t≥\t98%\t10\n${moved}\n`);
    expect(rows[1]).toEqual([9, '产出指标', '数量指标', '巡查家数', '≥', 40, '家', moved.endsWith('\t') ? 10 : null, 'row-shifted']);
    expect(said).toContain('row-shifted 9');
    expect(said.includes('weight-missing 9')).toBe(!moved.endsWith('\t'));
  });

  it('keeps the value null where the line ends before it', async () => {
    const { rows, said } = await read(
      '\t产出指标\t数量指标\t巡查家数\t≥\n\t\t\t\t效益指标\t社会效益指标\t群众知晓\n\t满意度指标\t\t满意度\t≥\t90%\t10\n',
    );
    expect(rows).toEqual([
      [8, '产出指标', '数量指标', '巡查家数', '≥', null, null, null, ''],
      [9, '效益指标', '社会效益指标', '群众知晓', 'qualitative', null, null, null, 'row-shifted'],
      [10, '满意度指标', null, '满意度', '≥', 90, '%', 10, ''],
    ]);
    expect(said).toEqual(expect.arrayContaining(['value-missing 8', 'value-missing 9', 'weight-missing 8', 'row-shifted 9']));
  });
});

describe('a row broken over lines', () => {
  it('is joined where the pieces fit exactly', async () => {
    const { rows, said } = await read(
      '\t产出指标\t数量指标\t开展定点机构\n日常巡查与\n专项检查\t≥\t40家\t10\n\t\t\t宣讲场次\t≥\t8场\t10\n',
    );
    expect(rows).toEqual([
      [8, '产出指标', '数量指标', '开展定点机构日常巡查与专项检查', '≥', 40, '家', 10, 'cell-joined'],
      [11, '产出指标', '数量指标', '宣讲场次', '≥', 8, '场', 10, ''],
    ]);
    expect(said).toEqual(['cell-joined 8']);
  });
  it('in quotes, as Excel copies it', async () => {
    const { rows } = await read('\t产出指标\t数量指标\t"开展定点机构\n日常巡查"\t≥\t40家\t10\n');
    expect(rows).toEqual([[8, '产出指标', '数量指标', '开展定点机构日常巡查', '≥', 40, '家', 10, '']]);
  });
});

describe('pages', () => {
  it('leave neither their numbers nor their headers among the indicators', async () => {
    const { rows } = await read(
      `\t产出指标\t数量指标\t巡查家数\t≥\t40家\t10\n— 3 —\n\f项目支出绩效目标表\n${HEADER}\n\t\t\t宣讲场次\t≥\t8场\t10\n第 4 页 共 9 页\n绩效指标\t效益指标\t社会效益指标\t群众知晓率\t≥\t90%\t10\n`,
    );
    expect(rows.map((row) => row.slice(1, 8))).toEqual([
      ['产出指标', '数量指标', '巡查家数', '≥', 40, '家', 10],
      ['产出指标', '数量指标', '宣讲场次', '≥', 8, '场', 10],
      ['效益指标', '社会效益指标', '群众知晓率', '≥', 90, '%', 10],
    ]);
  });
});

describe('money', () => {
  it.each([
    ['单位：元\n', '年度资金总额\t300000', 30],
    ['', '年度资金总额（元）\t300,000.00', 30],
    ['', '年度资金总额\t30万元', 30],
    ['金额单位：人民币万元\n', '年度资金总额：\t30.00', 30],
    ['单位：万元\n', '年度资金总额\t', null],
    ['单位：万元\n', '项目资金总额\t90\n年度资金总额\t30', 30],
  ])('%s%s', async (unit, budget, wan) => {
    const { document } = await read(
      '\t产出指标\t数量指标\t巡查家数\t≥\t40家\t10\n',
      `项目支出绩效目标表\n${unit}项目名称\t巡查经费\n${budget}\n`,
    );
    expect(document.projects[0]?.budgetWan).toBe(wan);
  });
  it('says when no unit is declared, and when two are', async () => {
    expect(
      (await read('\t产出指标\t数量指标\t巡查家数\t≥\t40家\t10\n', '项目支出绩效目标表\n项目名称\t巡查经费\n年度资金总额\t30\n')).said,
    ).toEqual(['unit-undeclared 3']);
    expect(
      (
        await read(
          '\t产出指标\t数量指标\t巡查家数\t≥\t40家\t10\n',
          '项目支出绩效目标表\n单位：万元\n项目名称\t巡查经费\n年度资金总额（元）\t30\n',
        )
      ).said,
    ).toEqual(['unit-conflict 4']);
  });
});

describe('narrow cells', () => {
  it('that broke the words of the form are put together, one cell a line', async () => {
    const { rows, document } = await read(
      '产出\n指标\n数量\n指标\n巡查家数\n≥40家\n10\n效益\n指标\n可持续影\n响指标\n制度健全\n持续完善\n20\n',
      '项目支出绩效目标表\n项目\n名称\n巡查经费\n年度\n目标\n查遍全市\n',
      '一级\n指标\n二级\n指标\n三级\n指标\n年度\n指标值\n分值',
    );
    expect(document.projects[0]).toMatchObject({ name: '巡查经费', goals: ['查遍全市'] });
    expect(rows.map((row) => row.slice(1, 8))).toEqual([
      ['产出指标', '数量指标', '巡查家数', '≥', 40, '家', 10],
      ['效益指标', '可持续影响指标', '制度健全', 'qualitative', '持续完善', null, 20],
    ]);
  });
});

describe('sign, figure and unit in cells of their own below 指标值', () => {
  const wanted = [
    ['产出指标', '数量指标', '巡查家数', '≥', 40, '家', null],
    ['产出指标', '质量指标', '案卷合格率', '=', 100, '%', null],
  ];
  it.each([
    [
      'one cell a line',
      '产出指标\n数量指标\n巡查家数\n≥\n40\n家\n质量指标\n案卷合格率\n=\n100\n%\n',
      '一级指标\n二级指标\n三级指标\n绩效指标值',
    ],
    [
      'between tabs',
      '产出指标\t数量指标\t巡查家数\t≥\t40\t家\n\t质量指标\t案卷合格率\t=\t100\t%\n',
      '一级指标\t二级指标\t三级指标\t绩效指标值\t\t',
    ],
  ])('%s', async (_, body, header) => {
    const { rows } = await read(body, '项目支出绩效目标表\n', header);
    expect(rows.map((row) => row.slice(1, 8))).toEqual(wanted);
  });
});

describe('a page flattened into one line', () => {
  it('is read word by word', async () => {
    const { rows, document } = await read(
      '',
      '',
      '项目支出绩效自评表 (2022年度) 项目名称 巡查经费 主管部门 云溪市医疗保障局 年度总体目标 查遍全市 绩效指标 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 产出指标(50分) 数量指标 巡查家数 ≥40家 41 25 25 质量指标 案卷合格率 ≥98% 97% 25 24 效益指标(30分) 社会效益指标 群众知晓度 效果明显 达成预期指标 30 30 总分 80 79',
    );
    expect(document).toMatchObject({ org: '云溪市医疗保障局', kind: 'self-evaluation' });
    expect(rows.map((row) => row.slice(1, 8))).toEqual([
      ['产出指标', '数量指标', '巡查家数', '≥', 40, '家', 25],
      ['产出指标', '质量指标', '案卷合格率', '≥', 98, '%', 25],
      ['效益指标', '社会效益指标', '群众知晓度', 'qualitative', '效果明显', null, 30],
    ]);
  });
});

describe('columns of spaces', () => {
  /** Cells padded to places as an editor shows them: a Chinese letter is two wide. */
  const printed = (...cells: string[]): string =>
    cells
      .map((cell) => cell + ' '.repeat(Math.max(2, 20 - [...cell].reduce((sum, letter) => sum + (letter > '⺀' ? 2 : 1), 0))))
      .join('')
      .trimEnd();

  it('a name over two lines is one name', async () => {
    const { rows, document } = await read(
      [
        printed('产出指标', '数量指标', '开展定点医药机构', '≥40家', '10'),
        printed('', '', '日常巡查'),
        printed('', '质量指标', '案卷合格率', '≥98%', '20'),
      ].join('\n'),
      `项目支出绩效目标表\n单位：万元\n${printed('项目名称', '巡查经费', '主管部门', '云溪市医疗保障局')}\n${printed('年度资金总额', '30')}\n`,
      printed('一级指标', '二级指标', '三级指标', '指标值', '分值'),
    );
    expect(document).toMatchObject({ org: '云溪市医疗保障局', projects: [{ name: '巡查经费', budgetWan: 30 }] });
    expect(rows).toEqual([
      [6, '产出指标', '数量指标', '开展定点医药机构日常巡查', '≥', 40, '家', 10, 'cell-joined'],
      [8, '产出指标', '质量指标', '案卷合格率', '≥', 98, '%', 20, ''],
    ]);
  });
  it('levels, labels and headers over lines, places counted by letters', async () => {
    const { rows, document } = await read(
      '        产出指标   数量指标    定点机构   ≥      320      家      10\n                       巡查家数\n        满意度指   服务对象    参保群众   ≥      92       %      20\n        标      满意度指    满意度\n                标\n',
      '项目支出绩效目标表\n单位：万元\n        项目名称   巡查经费\n        总体绩效   查遍全市\n        目标\n',
      '绩效指标    一级指标   二级指标    三级指标  指标性质 指标值    度量单位 权重',
    );
    expect(document.projects[0]).toMatchObject({ name: '巡查经费', goals: ['查遍全市'] });
    expect(rows.map((row) => row.slice(1, 8))).toEqual([
      ['产出指标', '数量指标', '定点机构巡查家数', '≥', 320, '家', 10],
      ['满意度指标', '服务对象满意度指标', '参保群众满意度', '≥', 92, '%', 20],
    ]);
  });
});

describe('two tables side by side, printed one cell a line', () => {
  const cells = (text: string) => text.split(' ').join('\n');
  const head = `项目支出绩效目标表\n单位：万元\n${cells('项目名称 巡查经费 主管部门 云溪市医疗保障局 年度资金总额 30')}\n`;
  it('says that its rows may be read wrong', async () => {
    const { said } = await read(
      `${cells('产出指标 数量指标 巡查家数 ≥120家 数量指标 巡查家数 ≥40家 效益指标 社会效益指标 群众知晓率 ≥90% 社会效益指标 群众知晓率 ≥80%')}\n`,
      head,
      cells('一级指标 二级指标 三级指标 指标值 二级指标 三级指标 指标值'),
    );
    expect(said).toContain('side-by-side 14');
  });
  it('says nothing of one table', async () => {
    const { said } = await read(
      `${cells('产出指标 数量指标 巡查家数 ≥40家 效益指标 社会效益指标 群众知晓率 ≥80%')}\n`,
      head,
      cells('一级指标 二级指标 三级指标 指标值'),
    );
    expect(said.filter((one) => one.startsWith('side-by-side'))).toEqual([]);
  });
});
