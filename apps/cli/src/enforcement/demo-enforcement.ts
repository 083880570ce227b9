/** The demonstration's supervision on the spot: a plan drawn, an inspection, and a case from its clue to its complete file. Invented. */

import { crc32, deflateSync } from 'node:zlib';
import {
  type CaseAction,
  type ClueAction,
  dayOfDate,
  type InspectionAction,
  type InspectionPlanAction,
  type Instant,
  type Outcome,
  SECONDS_PER_DAY,
} from '@hengjian/domain';
import { caseStanding, drawPortsOf, type MatterSource } from '@hengjian/server';
import { type Home, keepScan, registerStoreOf } from '@hengjian/store';
import {
  draftInspectionPlan,
  sampleClaims,
  takeCaseStep,
  takeClueStep,
  takeInspectionStep,
  takePlanOfInspectionsStep,
} from '@hengjian/workflows';

const OFFICERS = ['陈稽查', '刘执法', '赵检查', '孙监管', '周审计', '吴核查'];
const [HEAD, LEGAL] = ['王科长', '李法规'];

/** Everything of this happens on two days of the spring after the year shown; nothing is counted in that year. */
export async function demoEnforcement(source: MatterSource & { readonly home: Home }): Promise<void> {
  const { home } = source;
  const ports = drawPortsOf(home, source.names);
  const start = dayOfDate(2026, 3, 2);
  let at: Instant = start * SECONDS_PER_DAY + 9 * 3600;
  const tick = () => (at += 60);
  const day = '2026-03-02';
  await registerStoreOf(home.db).append(
    OFFICERS.map((name, i) => ({
      entryId: `inspectors-demo-${i + 1}`,
      registerId: 'inspectors',
      occurredOn: start - 700,
      recordedAt: at,
      recordedBy: HEAD,
      source: '演示',
      values: {
        certifiedOn: start - 700,
        name,
        certificateNo: `ZF2024${String(i + 1).padStart(3, '0')}`,
        unit: '医保基金监管科',
        validTo: start + 1100,
        avoids: null,
        note: null,
      },
      corrects: null,
      withdrawn: false,
    })),
  );
  const plan = must(
    await draftInspectionPlan(ports, {
      by: HEAD,
      at,
      given: {
        title: '2026年第一季度定点医疗机构专项检查',
        kind: 'special',
        campaign: '违法违规使用医保基金专项治理',
        basis: '年度监督检查计划',
        from: day,
        to: '2026-04-30',
        providerKind: 'medical',
        institutionCount: '3',
        teamSize: '2',
        stratify: 'level',
      },
    }),
  );
  const onPlan = (action: InspectionPlanAction, given = {}) =>
    takePlanOfInspectionsStep(ports, { matterId: plan.matterId, action, given, by: HEAD, at: tick(), why: '按计划实施' });
  must(await onPlan('draw', { seed: '20260302' }));
  must(await onPlan('publish'));
  const [visit] = await ports.book.inspectionsOf(plan.matterId);
  if (!visit) return;
  const leader = visit.team[0]?.name as string;
  const population = await source.encounters(visit.providerNo, dayOfDate(2025, 1, 1), dayOfDate(2025, 12, 31));
  if (population.length > 0)
    must(
      await sampleClaims(ports, {
        matterId: visit.matterId,
        from: dayOfDate(2025, 1, 1),
        to: dayOfDate(2025, 12, 31),
        size: 30,
        seed: 20_260_302,
        population,
        by: leader,
        at: tick(),
      }),
    );
  const onVisit = async (action: InspectionAction, given: Record<string, string> = {}, by = leader) =>
    must(await takeInspectionStep(ports, { matterId: visit.matterId, action, given, by, at: tick(), why: '现场检查' }));
  await onVisit('start', { noticeNo: '医检〔2026〕1号', place: '住院部、收费处', present: '医保办主任', shown: '是' });
  await onVisit('note', { text: '查阅收费系统和抽取的 30 份病历；外科病区护理记录与收费不一致。\n询问收费处负责人。' });
  await onVisit('problem', {
    kind: 'overcharging',
    amountFen: '86400',
    text: '同日重复收取Ⅰ级护理费，抽查病历中 18 例，全年推算 432 例次。',
  });
  await onVisit('problem', { kind: 'management', text: '部分检查报告单没有签名。' });
  await onVisit('finish');
  await onVisit('statement', { statement: '对重复收取护理费没有异议，已停止收取。' });
  await onVisit('selfReturn', { on: day, amountFen: '12600', voucher: 'ZT-20260302', problemNo: '1' });
  const referred = await onVisit('refer', { problemNo: '1' });
  await onVisit('order', { rectification: '停止重复收费，完善收费审核；一个月内补齐检查报告签名。' }, HEAD);

  const clueId = referred.problems[0]?.clueId as string;
  const [first, second] = [visit.team[0]?.name as string, visit.team[1]?.name as string];
  const onClue = async (action: ClueAction, given: Record<string, string>) =>
    must(await takeClueStep(ports, { matterId: clueId, action, given, by: first, at: tick(), why: '核查' }));
  await onClue('verify', { verification: '调取 2025 年收费明细和护理记录，重复收取护理费属实。', grounded: '是', amountFen: '73800' });
  const { caseId } = await onClue('file', { causeCode: 'AY13', actEndedOn: '2025-12-31' });
  const onCase = async (action: CaseAction, by: string, given: Record<string, string> = {}) =>
    must(await takeCaseStep(ports, { matterId: caseId as string, action, given, by, at: tick(), why: '按程序办理' }));
  const sanction = { outcome: 'punish', refundFen: '73800', fineFen: '81180' };
  const service = { on: day, way: 'direct', receiver: '医保办' };
  await onCase('approve', HEAD, { handlers: `${first}、${second}`, filingNo: '医立〔2026〕1号' });
  await onCase('record', first, {
    kind: 'scene',
    on: day,
    place: '收费处',
    person: '医保办主任',
    text: '在收费系统中调取 2025 年护理收费明细，共 432 条重复。',
  });
  await onCase('record', first, {
    kind: 'inquiry',
    on: day,
    place: '医院会议室',
    person: '收费处负责人',
    text: '问：为什么同日收两次护理费？\n答：系统套餐设置错误，没有核对。',
  });
  await onCase('evidence', first, {
    kind: 'electronic',
    title: '2025年护理收费明细',
    source: '结算系统',
    collectedOn: day,
    pageCount: '24',
  });
  await onCase('evidence', second, { kind: 'document', title: '护理记录单', source: '当事人提供', collectedOn: day, pageCount: '36' });
  await onCase('report', first, {
    text: '当事人于2025年1月至12月同日重复收取Ⅰ级护理费 432 次，造成医保基金损失 73800.00 元。',
    lossFen: '73800',
    circumstances: '主动退回医保基金',
    ...sanction,
  });
  await onCase('review', LEGAL, { opinion: 'agree', text: '管辖正确，事实清楚，证据充分，程序合法，裁量适当。' });
  await onCase('notify', HEAD, { no: '医罚告〔2026〕1号', ...sanction });
  await onCase('serveNotice', first, service);
  await onCase('statement', first, {
    on: day,
    text: '已停止重复收费并主动退款，请求从轻处罚。',
    answer: '已作为从轻情节考虑，维持拟处罚意见。',
  });
  await onCase('decide', HEAD, { no: '医罚〔2026〕1号', text: '当事人主动退回部分医保基金，依法从轻处罚。', ...sanction });
  await onCase('serve', second, service);
  await onCase('measure', first, { kind: 'talk', text: '约谈主要负责人' });
  await onCase('pay', first, { kind: 'refund', on: day, amountFen: '73800', voucher: 'JK-20260302-1' });
  await onCase('pay', first, { kind: 'fine', on: day, amountFen: '81180', voucher: 'JK-20260302-2' });
  await onCase('publish', first, { on: day, at: '市医疗保障局门户网站' });
  await onCase('execute', first);
  const closed = await onCase('close', HEAD, { text: '基金损失和罚款已全部缴清，整改到位，予以结案。' });
  const { papers } = await caseStanding({ home }, closed, start);
  for (const { kind, lacks } of papers)
    if (lacks !== null)
      await keepScan(
        home.db,
        { noun: 'enforcementCase', matterId: closed.matterId, paper: kind.id },
        { name: `${kind.zh}-扫描件.png`, kind: 'png' },
        PICTURE,
        { by: first, at: tick() },
      );
  await onCase('archive', first, { fileNo: '医执〔2026〕1号' });
}

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.issues.map(({ code, facts }) => `${code} ${JSON.stringify(facts)}`).join('; '));
  return outcome.value;
}

/** A blank sheet with a frame, 420 × 594, in place of what a scanner would give. */
const PICTURE = blankSheet(420, 594);
function blankSheet(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width + 1) * height, 255);
  for (let y = 0; y < height; y++) {
    rows[y * (width + 1)] = 0;
    for (let x = 0; x < width; x++) if (x < 2 || y < 2 || x >= width - 2 || y >= height - 2) rows[y * (width + 1) + 1 + x] = 160;
  }
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
