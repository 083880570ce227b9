// The console's API over a real embedded home: a hand-made extract of two people, one of whom is given what his sex excludes.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { allRegisters } from '@hengjian/catalog';
import { readWorkbook, writeRegister } from '@hengjian/documents';
import { parseDay } from '@hengjian/domain';
import { claimsImporter, type Home, openHome } from '@hengjian/store';
import { canonical, importClaims, sm3, verifyEvidence } from '@hengjian/workflows';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from './api.ts';
import { createApp } from './app.ts';
import { masked } from './mask.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-server-'));
let home: Home;
let app: App;
const day = (text: string) => parseDay(text) as number;

/** 非那雄胺片 is for men (starter knowledge SK-drug-sex-001); P-WOMAN is a woman, P-MAN a man. 2 × 31.50 each. */
const DRUG = 'XG04CBA170A001010190027';
const tables: Record<string, string> = {
  psn: 'psn_no,gend,brdy,insutype\n330000WOMAN01,2,1980-05-06,310\n330000MAN0002,1,1970-01-02,310\n',
  fixmedins: 'fixmedins_code,fixmedins_name,fixmedins_type,hosp_lv,admdvs\nH1,第一医院,1,2,330100\n',
  prac: 'prac_code,prac_name,fixmedins_code\nD1,某医师,H1\n',
  mdtrt:
    'mdtrt_id,psn_no,fixmedins_code,med_type,begntime,endtime\n' +
    'M1,330000WOMAN01,H1,11,2025-03-02 09:00:00,2025-03-02 10:00:00\nM2,330000MAN0002,H1,11,2025-04-02 09:00:00,2025-04-02 10:00:00\n',
  diag: 'mdtrt_id,diag_code,maindiag_flag\nM1,N40.x00,1\nM2,N40.x00,1\n',
  oprn: 'mdtrt_id,oprn_code,main_oprn_flag,oprn_time\n',
  feedetl:
    'feedetl_sn,mdtrt_id,setl_id,fee_ocur_time,med_list_codg,list_type,med_chrgitm_type,cnt,pric,det_item_fee_sumamt,inscp_amt\n' +
    `1,M1,S1,2025-03-02 09:30:00,${DRUG},101,09,2,31.5,63.00,63.00\n` +
    '2,M1,S1,2025-03-02 09:31:00,OTHER,201,05,1,10,10.00,10.00\n' +
    `1,M2,S2,2025-04-02 09:30:00,${DRUG},101,09,2,31.5,63.00,63.00\n`,
  setl:
    'setl_id,mdtrt_id,psn_no,fixmedins_code,setl_time,medfee_sumamt,fund_pay_sumamt,inscp_amt,insutype,med_type,clr_way\n' +
    'S1,M1,330000WOMAN01,H1,2025-03-02 10:00:00,73.00,36.50,73.00,310,11,1\n' +
    'S2,M2,330000MAN0002,H1,2025-04-02 10:00:00,63.00,31.50,63.00,310,11,1\n',
  trac: 'mdtrt_id,feedetl_sn,drug_trac_codg\n',
  inv: 'fixmedins_code,med_list_codg,period,begn_cnt,purc_cnt,sel_cnt,loss_cnt,end_cnt\n',
};

const get = async (url: string, headers: Record<string, string> = {}) => {
  const response = await app.inject({ url, headers });
  return { status: response.statusCode, headers: response.headers, text: response.body, json: () => response.json() };
};
const post = async (url: string, payload: object = {}, headers: Record<string, string> = {}) => {
  const response = await app.inject({ method: 'POST', url, payload, headers });
  return { status: response.statusCode, json: () => response.json() };
};

beforeAll(async () => {
  const extract = path.join(scratch, 'extract');
  mkdirSync(extract);
  for (const [table, text] of Object.entries(tables)) writeFileSync(path.join(extract, `${table}.csv`), text);
  home = await openHome(path.join(scratch, 'home'));
  app = await createApp({ home });
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

describe('before anything is imported', () => {
  test('every list answers and says that there is nothing', async () => {
    expect((await get('/api/overview')).json()).toMatchObject({ lake: null, review: null, findings: { count: 0 } });
    expect((await get('/api/findings')).json()).toMatchObject({ count: 0, rows: [] });
    expect((await get('/api/lake')).json()).toMatchObject({ version: 0, versions: [] });
    expect((await get('/api/plans')).json()).toEqual([]);
    expect((await get('/api/documents')).json()).toEqual([]);
    const rules = (await get('/api/rules')).json() as { ruleId: string; lastRun: unknown }[];
    expect(rules.find((rule) => rule.ruleId === 'drug-sex')).toMatchObject({ lastRun: null, findings: 0 });
  });
  test('a review of nothing is refused', async () => {
    const refused = await post('/api/runs', { fromDay: day('2025-01-01'), toDay: day('2025-12-31') });
    expect(refused.status).toBe(409);
    expect(refused.json().issues[0]).toMatchObject({ code: 'review.empty' });
  });
});

describe('a reviewed year', () => {
  beforeAll(async () => {
    const imported = await importClaims(claimsImporter(home), {
      folder: path.join(scratch, 'extract'),
      acceptRejects: false,
      progress: () => {},
    });
    expect(imported.issues).toEqual([]);
    expect((await post('/api/runs', { fromDay: day('2025-01-01'), toDay: day('2025-12-31') })).status).toBe(202);
    for (let wait = 0; wait < 300; wait += 1) {
      const { current } = (await get('/api/runs')).json();
      if (current === null) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const { runs, failure } = (await get('/api/runs')).json();
    expect(failure).toBeNull();
    expect(runs[0]).toMatchObject({ state: 'done', lines: 3 });
  });

  const found = async () => (await get('/api/findings?rule=drug-sex')).json();

  test('the woman’s line is a finding of 63.00 yuan, the man’s is none', async () => {
    const page = await found();
    expect(page).toMatchObject({ count: 1 });
    const sums = (await get('/api/finding-sums?rule=drug-sex')).json();
    expect(sums).toEqual({ count: 1, amountFen: 6300, fundFen: 3150, providerCount: 1, personCount: 1 });
    expect(page.rows[0]).toMatchObject({ certainty: 'clear', standing: 'live', periodDay: day('2025-03-02'), amountFen: 6300 });
    expect(page.rows[0].providers).toEqual([{ providerNo: 'H1', name: '第一医院' }]);
  });

  test('filters narrow: date, amount, institution, words, person', async () => {
    const counts = async (query: string) => (await get(`/api/findings?rule=drug-sex&${query}`)).json().count;
    expect(await counts(`fromDay=${day('2025-03-02')}&toDay=${day('2025-03-02')}`)).toBe(1);
    expect(await counts(`fromDay=${day('2025-03-03')}`)).toBe(0);
    expect(await counts('leastFen=6300&mostFen=6300')).toBe(1);
    expect(await counts('leastFen=6301')).toBe(0);
    expect(await counts('provider=H2')).toBe(0);
    expect(await counts('text=M1')).toBe(1);
    expect(await counts(`text=${encodeURIComponent('%')}`)).toBe(0);
    expect(await counts('person=330000WOMAN01')).toBe(1);
    expect(await counts('person=330000MAN0002')).toBe(0);
    expect(await counts('standing=withdrawn')).toBe(0);
  });

  test('a finding opens into its basis, its line and its care', async () => {
    const [{ findingId }] = (await found()).rows;
    const file = (await get(`/api/findings/${findingId}`)).json();
    expect(file).toMatchObject({
      edition: 1,
      category: '医疗类/药品合理使用类',
      point: { pointId: 'SK-drug-sex-001', subject: '非那雄胺片' },
    });
    expect(file.records).toHaveLength(1);
    expect(file.records[0]).toMatchObject({ role: 'inQuestion', encounterNo: 'M1', lineNo: '1', itemCode: DRUG, amountFen: 6300 });
    const packed = (await get(`/api/findings/${findingId}/evidence`)).json();
    expect(packed.sm3).toBe(sm3(canonical(packed.content)));
    expect(packed.content).toMatchObject({
      case: { state: 'suspect' },
      rule: { ruleId: 'drug-sex', edition: 1 },
      steps: [],
      import: { version: 1 },
    });
    expect(packed.content.ledger.map((row: { account: string; fundFen: number }) => [row.account, row.fundFen])).toEqual([
      ['source', -3150],
      ['open', 3150],
    ]);
    expect(JSON.stringify(packed)).not.toContain('330000WOMAN01');
    // decided again from the package alone
    expect(verifyEvidence(JSON.stringify(packed))).toMatchObject({ findingId, issues: [], decided: { amountFen: 6300, fundFen: 3150 } });
    const changed = (change: (content: typeof packed.content) => void, sealed = true) => {
      const content = structuredClone(packed.content);
      change(content);
      return verifyEvidence(JSON.stringify({ content, sm3: sealed ? sm3(canonical(content)) : packed.sm3 })).issues.map(
        ({ code, facts }) => `${code} ${facts.what ?? ''}`,
      );
    };
    expect(changed((content) => content.steps.push({}), false)).toEqual(['evidence.seal ']);
    // one row changed, and sealed again by who changed it: the drug was given to a man, or cost less
    expect(changed(({ decidedFrom }) => Object.assign(decidedFrom.members[0].record, { sex: 1 }))).toEqual(['evidence.notFound ']);
    expect(changed(({ decidedFrom }) => Object.assign(decidedFrom.members[0].record, { amountFen: 100 }))).toEqual([
      'evidence.differs amountFen',
      'evidence.differs records',
      'evidence.differs evidenceHash',
    ]);
    expect(changed((content) => Object.assign(content.finding, { amountFen: 9900 }))).toEqual(['evidence.differs amountFen']);
    expect(changed((content) => Object.assign(content, { decidedFrom: null }))).toEqual(['evidence.nothing ']);
    expect(verifyEvidence('{}').issues.map(({ code }) => code)).toEqual(['evidence.noPackage']);
    const care = (await get(`/api/findings/${findingId}/care`)).json();
    expect(care.encounters).toHaveLength(1);
    expect(care.encounters[0]).toMatchObject({ encounterNo: 'M1', sex: 2, age: 44, providerName: '第一医院' });
    expect(care.encounters[0]).not.toHaveProperty('birthDay');
    expect(care.lines.map((line: { lineNo: string }) => line.lineNo)).toEqual(['1', '2']);
    expect(care.lines[0]).toMatchObject({ itemName: '非那雄胺片', amountFen: 6300 });
    expect(care.settlements).toEqual([
      {
        encounterNo: 'M1',
        settlementNo: 'S1',
        settledAt: expect.any(Number),
        totalFen: 7300,
        fundFen: 3650,
        cashFen: null,
        setAside: null,
      },
    ]);
    const near = (await get(`/api/findings/${findingId}/neighbours?rule=drug-sex`)).json();
    expect(near).toEqual({ previous: null, next: null, position: 1, total: 1, more: false });
  });

  test('nobody’s number leaves the server unmasked, except by a recorded request', async () => {
    const [{ findingId }] = (await found()).rows;
    const before = (await home.db.selectFrom('personalDataAccess').selectAll().execute()).length;
    for (const url of [
      '/api/findings',
      `/api/findings/${findingId}`,
      `/api/findings/${findingId}/care`,
      '/api/findings/export',
      '/api/overview',
    ])
      expect((await get(url)).text).not.toContain('330000WOMAN01');
    expect((await post(`/api/findings/${findingId}/unmasking`, { why: ' ' })).json().issues[0].code).toBe('account.why');
    expect((await get('/api/findings/export?whole=true')).status).toBe(422);
    const shown = await post(`/api/findings/${findingId}/unmasking`, { why: '核对病历' }, { 'x-operator': encodeURIComponent('王经办') });
    expect(shown.json()).toEqual({ personNos: ['330000WOMAN01'] });
    expect((await get('/api/findings/export?whole=true&why=check&person=330000WOMAN01')).text).toContain('330000WOMAN01');
    const log = await home.db.selectFrom('personalDataAccess').selectAll().orderBy('serial').execute();
    expect(log.slice(before)).toMatchObject([
      { operator: '王经办', purpose: 'view', subject: `finding:${findingId}`, why: '核对病历' },
      { operator: '控制台', purpose: 'export', why: 'check' },
    ]);
    expect(JSON.stringify(log)).not.toContain('330000WOMAN01');
  });

  test('export writes the filter as CSV and as a workbook', async () => {
    const csv = await get('/api/findings/export?rule=drug-sex');
    expect(csv.headers['content-type']).toContain('text/csv');
    const [head, row, rest] = csv.text.replace('\uFEFF', '').split('\r\n');
    expect(head?.split(',')[0]).toBe('疑点编号');
    expect(row).toContain(',63.00,31.50,');
    expect(rest).toBe('');
    const response = await app.inject({ url: '/api/findings/export?rule=drug-sex&format=xlsx' });
    const [sheet] = await readWorkbook(response.rawPayload);
    expect(sheet?.rows).toHaveLength(3);
    expect(sheet?.rows[2]).toContain('63');
  });

  test('rules tell the last run and their knowledge', async () => {
    const rule = (await get('/api/rules/drug-sex')).json();
    expect(rule.lastRun).toMatchObject({ hit: 1, clear: 1, notEvaluated: 0, amountFen: 6300 });
    expect(rule.findings).toBe(1);
    const knowledge = (await get(`/api/knowledge?ruleKey=${rule.code}&text=${encodeURIComponent('非那雄胺')}`)).json();
    expect(knowledge.rows.map((row: { pointId: string }) => row.pointId)).toContain('SK-drug-sex-001');
    expect((await get('/api/rules/no-such')).status).toBe(404);
  });

  test('the overview adds up', async () => {
    const overview = (await get('/api/overview')).json();
    expect(overview.lake).toMatchObject({ settlements: 2, lines: 3, persons: 2, totalFen: 13600, fundFen: 6800 });
    expect(overview.byRule.find((row: { ruleId: string }) => row.ruleId === 'drug-sex')).toMatchObject({ count: 1, amountFen: 6300 });
    expect(overview.byMonth.map((row: { month: string; fundPaidFen: number }) => [row.month, row.fundPaidFen])).toEqual([
      ['2025-03', 3650],
      ['2025-04', 3150],
    ]);
    expect(overview.review).toMatchObject({ lines: 3, outdated: false });
  });
});

describe('registers', () => {
  const training = allRegisters.find(({ id }) => id === 'training');
  const cells = { heldOn: '2025-03-05', topic: '智能审核', kind: 'policy', audience: 'staff', attendeeCount: '40' };
  const dateCell = () => ({ ...cells, [training?.dateField ?? 'heldOn']: '2025-03-05' });
  const entries = async (query = '') => (await get(`/api/registers/training/entries${query}`)).json();

  test('a bad entry is refused field by field, a good one kept, a correction replaces it', async () => {
    const bad = await post('/api/registers/training/entries', { cells: { ...dateCell(), attendeeCount: 'many', topic: '' } });
    expect(bad.status).toBe(422);
    expect(
      bad
        .json()
        .issues.map((issue: { column: string }) => issue.column)
        .sort(),
    ).toEqual(['attendeeCount', 'topic']);
    expect((await entries()).total).toBe(0);
    expect((await post('/api/registers/training/entries', { cells: dateCell() })).json()).toMatchObject({ added: 1 });
    expect((await post('/api/registers/training/entries', { cells: dateCell() })).json()).toMatchObject({ added: 0, known: 1 });
    const [entry] = (await entries()).rows;
    const change = { cells: { ...dateCell(), attendeeCount: '45' }, reason: '漏记 5 人' };
    const url = `/api/registers/training/entries/${entry.entryId}/correction`;
    expect((await post(url, change)).status).toBe(200);
    expect((await post(url, change)).json().issues[0].code).toBe('register.already-replaced');
    expect(await entries()).toMatchObject({ total: 1, sums: { attendeeCount: 45 } });
    expect((await entries('?history=true')).total).toBe(2);
  });

  test('a sheet goes in whole or not at all, with the place of each fault', async () => {
    if (!training) throw new Error('no register training');
    const values = { heldOn: day('2025-06-01'), topic: '复审', kind: 'policy', audience: 'staff', attendeeCount: 12 };
    const good = await writeRegister(training, [{ values: { ...values, [training.dateField]: day('2025-06-01') } }]);
    const send = (bytes: Uint8Array) =>
      app.inject({
        method: 'POST',
        url: `/api/registers/training/sheet?file=${encodeURIComponent('培训.xlsx')}`,
        payload: Buffer.from(bytes),
        headers: { 'content-type': 'application/octet-stream' },
      });
    expect((await send(good)).json()).toMatchObject({ read: 1, added: 1 });
    const refused = await send(await writeRegister(training, [{ values: { ...values, topic: '' } as never }]));
    expect(refused.statusCode).toBe(422);
    expect(refused.json().issues[0]).toMatchObject({ file: '培训.xlsx', row: 4 });
    expect((await send(Buffer.from('no workbook'))).json().issues[0].code).toBe('register.unreadable');
  });
});

describe('documents and plans', () => {
  const form = [
    '某市医疗保障局2025年部门整体支出绩效目标表',
    '部门名称\t某市医疗保障局\t年度\t2025',
    '年度预算（万元）\t100',
    '一级指标\t二级指标\t三级指标\t运算符\t指标值\t单位\t权重',
    '产出指标\t数量指标\t培训人次\t≥\t50\t人次\t90',
  ].join('\n');

  test('a form is read, kept, adopted, measured and written', async () => {
    const sent = await app.inject({
      method: 'POST',
      url: '/api/documents?file=targets.txt',
      payload: Buffer.from(form),
      headers: { 'content-type': 'application/octet-stream' },
    });
    const { documentId } = sent.json();
    const file = (await get(`/api/documents/${documentId}`)).json();
    expect(file.lines[4]).toContain('培训人次');
    expect(file.projects[0].indicators[0]).toMatchObject({ name: '培训人次', operator: '≥', value: 50, unit: '人次', line: 5 });
    const adopted = (await post(`/api/documents/${documentId}/adoption`, { year: 2025 })).json();
    expect(adopted).toMatchObject({ indicators: 1, withMeasure: 1 });
    const plan = async () => (await get(`/api/plans/${adopted.planId}`)).json();
    const [row] = (await plan()).projects[0].indicators;
    expect(row).toMatchObject({ met: null, actual: null, link: { state: 'suggested', measureId: 'training-attendance' } });
    expect((await post(`/api/indicators/${row.indicatorId}/measure`, { measureId: row.link.measureId })).status).toBe(200);
    expect((await post(`/api/plans/${adopted.planId}/measurement`, { asOf: day('2025-12-31') })).json()).toMatchObject({ known: 1 });
    // 45 after the correction above, and 12 from the sheet.
    expect((await plan()).projects[0].indicators[0]).toMatchObject({ actual: 57, met: true, score: 90, link: { state: 'confirmed' } });
    const records = (await get(`/api/indicators/${row.indicatorId}/records`)).json();
    expect(records).toMatchObject({ kind: 'register', registerId: 'training', more: false });
    expect(records.rows).toHaveLength(2);
    const english = (await get(`/api/indicators/${row.indicatorId}/records`, { 'accept-language': 'en' })).json();
    expect(english.columns.map(({ title }: { title: string }) => title).join('')).not.toMatch(/\p{Script=Han}/u);
    expect(english.rows).toHaveLength(2);
    const docx = await app.inject({ url: `/api/plans/${adopted.planId}/report.docx` });
    expect(docx.statusCode).toBe(200);
    expect(docx.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  test('what is no document is refused with its file and not kept', async () => {
    const before = (await get('/api/documents')).json().length;
    const refused = await app.inject({
      method: 'POST',
      url: '/api/documents?file=note.txt',
      payload: Buffer.from('今天天气很好'),
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(refused.statusCode).toBe(422);
    expect(refused.json().issues[0].message).toContain('note.txt');
    expect((await get('/api/documents')).json()).toHaveLength(before);
  });
});

describe('the door', () => {
  test('OpenAPI tells every route', async () => {
    const { paths } = (await get('/api/openapi.json')).json();
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/findings', '/api/registers/{register}/entries', '/api/plans/{plan}']));
  });
  test('what does not fit a schema is refused by name', async () => {
    const refused = await get('/api/findings?size=9999');
    expect(refused.status).toBe(400);
    expect(refused.json().issues[0]).toMatchObject({
      code: 'server.invalid',
      column: 'size',
      message: expect.stringMatching(/请求有误：不能大于 \d+$/),
    });
    const untyped = (await get('/api/findings?size=x')).json().issues[0];
    expect(untyped.message).toBe('“size”列：请求有误：应为数字');
    expect((await get('/api/nothing')).json().issues[0].code).toBe('server.no-such-page');
  });
  test('another site may not write, and a foreign name does not reach a server of this machine', async () => {
    expect((await post('/api/runs', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const local = await createApp({ home, loopbackOnly: true });
    expect((await local.inject({ url: '/api/health', headers: { host: 'evil.example' } })).statusCode).toBe(403);
    expect((await local.inject({ url: '/api/health', headers: { host: '127.0.0.1:8080' } })).statusCode).toBe(200);
    await local.close();
  });
  test('sentences follow the language asked for', async () => {
    expect((await get('/api/rules/x', { 'accept-language': 'en' })).json().issues[0].message).toMatch(/^no /);
  });
});

test.each([
  ['330000199001011234', '3300************34'],
  ['12345678', '12****78'],
  ['123', '***'],
])('%s is shown as %s', (number, shown) => expect(masked(number)).toBe(shown));

describe('a reading corrected by hand', () => {
  const form = (name: string, ...rows: string[]) =>
    `2024年项目支出绩效目标表\n项目名称\t${name}\n主管部门\t云溪市医疗保障局\n年度资金总额（万元）\t30\n一级指标\t二级指标\t三级指标\t指标值\t考核分数\n${rows.join('\n')}\n`;
  const upload = async (file: string, text: string) => {
    const response = await app.inject({
      method: 'POST',
      url: `/api/documents?file=${encodeURIComponent(file)}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from(text),
    });
    return (response.json() as { documentId: string }).documentId;
  };
  const rowsOf = async (documentId: string) => (await get(`/api/documents/${documentId}`)).json().projects[0].indicators;

  test('it stays with its reason, teaches the layout, and is what a plan and the library take', async () => {
    const first = await upload('甲.txt', form('巡查经费', '产出指标\t数量指标\t巡查家数\t力争40家\t90'));
    expect((await rowsOf(first))[0]).toMatchObject({ operator: '=', value: 40, weight: null, corrected: [] });
    const wish = { line: 6, name: '巡查家数', changes: { operator: '≥', weight: '90' }, why: '与盖章原件核对', remember: true };
    const made = await post(`/api/documents/${first}/corrections`, wish);
    expect(made.json().taught).toEqual([
      { layout: 'project-targets', kind: 'operator', word: '力争', meaning: '≥' },
      { layout: 'project-targets', kind: 'column', word: '考核分数', meaning: 'weight' },
    ]);
    expect((await post(`/api/documents/${first}/corrections`, { ...wish, changes: { value: '45' } })).status).toBe(200);
    // What was taught reads the row by itself now; the figure stays a person's word.
    expect((await rowsOf(first))[0]).toMatchObject({
      operator: '≥',
      value: 45,
      weight: 90,
      corrected: [{ field: 'value', read: 40, why: '与盖章原件核对' }],
    });
    const next = await upload('乙.txt', form('走访经费', '产出指标\t数量指标\t走访户数\t力争8户\t90'));
    expect((await rowsOf(next))[0]).toMatchObject({ operator: '≥', value: 8, weight: 90, corrected: [] });
    const library = (await get('/api/indicator-library?text=%E5%B7%A1%E6%9F%A5%E5%AE%B6%E6%95%B0')).json();
    expect(library.rows[0]).toMatchObject({ name: '巡查家数', targets: { median: 45 } });
    const { planId } = (await post(`/api/documents/${first}/adoption`, { year: 2024 })).json();
    expect((await get(`/api/plans/${planId}`)).json().projects[0].indicators[0]).toMatchObject({ target: 45, operator: '≥' });
  });
  test('what cannot stand in a cell, and a row that is not there, are refused; a habit is forgotten', async () => {
    const [{ documentId }] = (await get('/api/documents')).json();
    const wish = { line: 6, name: '走访户数', changes: { weight: '很多' }, why: '核对', remember: false };
    expect((await post(`/api/documents/${documentId}/corrections`, wish)).status).toBe(422);
    expect((await post(`/api/documents/${documentId}/corrections`, { ...wish, line: 99 })).status).toBe(409);
    expect((await post(`/api/documents/${documentId}/corrections`, { ...wish, why: ' ' })).status).toBe(400);
    await post('/api/reading-habits', { layout: 'project-targets', kind: 'operator', word: '力争', meaning: null, why: '误会' });
    expect((await get('/api/reading-habits')).json().map(({ word }: { word: string }) => word)).toEqual(['考核分数']);
    expect((await rowsOf(documentId))[0]).toMatchObject({ operator: '=', weight: 90 });
  });
});
