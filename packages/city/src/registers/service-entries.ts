// Training, publicity, enrolment, surveys, handling of matters, vouchers, tasks.
import type { Desk } from './desk.ts';

const trainings: [string, string, string, number][] = [
  ['policy', '医保政策业务培训', 'mixed', 1],
  ['regulation', '基金监管条例培训', 'providers', 4],
  ['agency', '经办业务规范培训', 'grassroots', 3],
  ['supervision', '智能审核与稽核实务', 'staff', 5],
  ['payment', '支付方式改革培训', 'providers', 6],
  ['information', '信息平台与编码贯标培训', 'providers', 9],
  ['regulation', '基金监管条例培训', 'staff', 10],
  ['agency', '经办窗口服务培训', 'grassroots', 11],
];

function learning({ random, dayIn, add, about }: Desk): void {
  for (const [kind, topic, audience, month] of trainings)
    for (const at of [month, Math.min(12, month + 1)])
      add('training', {
        heldOn: dayIn(at),
        topic,
        kind,
        audience,
        attendeeCount: random.int(45, 110),
        hours: random.int(2, 8) * 10_000,
        project: null,
        note: null,
      });
  const themes = ['policy', 'supervision', 'procurement', 'regulation', 'information'] as const;
  for (let month = 1; month <= 12; month += 1) {
    const topic = month === 4 ? 'regulation' : (themes[month % themes.length] as string);
    add('publicity', {
      heldOn: dayIn(month),
      theme: '医保政策进社区',
      channel: month % 3 === 0 ? 'media' : 'materials',
      topic,
      materialCount: about(topic === 'regulation' ? 0.12 : 0.03),
      mediaCount: month % 3 === 0 ? random.int(1, 4) : null,
      articleCount: month % 3 === 0 ? random.int(8, 30) : null,
      reachCount: about(0.05),
      project: null,
      note: null,
    });
  }
  for (const month of [2, 4, 6, 9, 10, 11]) {
    const sent = about(0.15);
    add('sms', {
      sentOn: dayIn(month),
      theme: '参保缴费与待遇提醒',
      messageCount: sent,
      deliveredCount: Math.round(sent * 0.97),
      project: null,
      note: null,
    });
  }
}

function enrolment({ wish, random, monthEnd, add }: Desk): void {
  for (let month = 3; month <= 12; month += 3) {
    const due = { resident: Math.round(wish.population * 0.86), employee: Math.round(wish.population * 0.14) };
    const reached = 0.93 + month * 0.0027;
    for (const [insurance, dueCount] of Object.entries(due))
      add('enrolment-counts', {
        countedOn: monthEnd(month),
        insurance,
        group: 'all',
        enrolledCount: Math.round(dueCount * Math.min(0.995, reached + random.next() * 0.004)),
        dueCount,
        subsidisedCount: null,
        note: null,
      });
    const needy = Math.round(wish.population * 0.045);
    add('enrolment-counts', {
      countedOn: monthEnd(month),
      insurance: 'resident',
      group: 'needy',
      enrolledCount: needy,
      dueCount: needy,
      subsidisedCount: needy,
      note: null,
    });
    const users = Math.round(wish.population * (0.12 + 0.012 * month));
    add('evoucher-counts', {
      countedOn: monthEnd(month),
      activatedCount: Math.round(users * 1.6),
      userCount: users,
      providerCount: Math.round(wish.providers.length * (0.9 + 0.008 * month)),
      note: null,
    });
  }
}

function surveys({ random, dayIn, add }: Desk): void {
  const groups: [string, number, number][] = [
    ['insured', 600, 0.955],
    ['aided', 200, 0.94],
    ['providers', 150, 0.9],
    ['agencies', 40, 0.95],
    ['departments', 20, 0.95],
    ['users', 120, 0.92],
  ];
  for (const month of [6, 11])
    for (const [group, asked, share] of groups) {
      const valid = asked - random.int(0, Math.ceil(asked / 20));
      add('satisfaction-surveys', {
        surveyedOn: dayIn(month),
        group,
        subject: '医保服务满意度调查',
        validCount: valid,
        satisfiedCount: Math.min(valid, Math.round(valid * (share - 0.01 + random.next() * 0.03))),
        awareCount: group === 'insured' ? Math.round(valid * (0.91 + random.next() * 0.05)) : null,
        project: null,
        note: null,
      });
    }
}

function service({ random, dayIn, monthEnd, add, about }: Desk): void {
  for (let month = 1; month <= 12; month += 1) {
    for (const [matter, share] of Object.entries({ reimbursement: 0.0008, enrolment: 0.002, remote: 0.0012, transfer: 0.0003 })) {
      const received = about(share);
      const late = random.int(0, Math.ceil(received / 60));
      const rated = Math.floor(received / 3);
      add('service-matters', {
        countedOn: monthEnd(month),
        matter,
        receivedCount: received,
        onTimeCount: received - late,
        qualifiedCount: Math.max(0, received - late - random.int(0, Math.ceil(received / 80))),
        errorCount: random.int(0, 1),
        ratedCount: rated,
        goodCount: Math.max(0, rated - random.int(0, Math.ceil(rated / 40))),
        note: null,
      });
    }
    const reviewed = about(0.01);
    add('bill-reviews', {
      countedOn: monthEnd(month),
      reviewedCount: reviewed,
      recheckedCount: Math.round(reviewed * (0.88 + random.next() * 0.1)),
      correctedCount: Math.round(reviewed / 90),
      note: null,
    });
    const due = monthEnd(month) - 5;
    add('price-monitoring', {
      dueOn: due,
      subject: '药品价格信息监测',
      itemCount: 120,
      submittedOn: due - random.int(0, 3),
      ledgerKept: true,
      note: null,
    });
  }
  for (const month of [3, 8])
    add('service-matters', {
      countedOn: monthEnd(month),
      matter: 'priceItem',
      receivedCount: 4,
      onTimeCount: 4,
      qualifiedCount: 4,
      errorCount: 0,
      ratedCount: null,
      goodCount: null,
      note: null,
    });
  for (const month of [5, 10]) {
    const checked = random.int(80, 160);
    add('agency-audits', {
      auditedOn: dayIn(month),
      agency: '医疗保障服务中心',
      checkedCount: checked,
      compliantCount: Math.round(checked * 0.95),
      note: null,
    });
  }
  add('equipment', {
    acceptedOn: dayIn(4),
    kind: 'recorder',
    name: '执法记录仪',
    quantityCount: 6,
    amountFen: 1_800_000,
    project: null,
    note: null,
  });
  add('equipment', {
    acceptedOn: dayIn(4),
    kind: 'recorder',
    name: '摄像机',
    quantityCount: 1,
    amountFen: 650_000,
    project: null,
    note: null,
  });
  add('equipment', {
    acceptedOn: dayIn(5),
    kind: 'computer',
    name: '笔记本电脑',
    quantityCount: 1,
    amountFen: 560_000,
    project: null,
    note: null,
  });
  add('policy-documents', { issuedOn: dayIn(6), title: '医疗救助实施细则', kind: 'benefit', documentNo: null, note: null });
  add('policy-documents', { issuedOn: dayIn(9), title: '行政执法流程规范', kind: 'supervision', documentNo: null, note: null });
}

/** Every task goes through the same four steps; now and then the last one is not done by the year's end. */
function tasks({ wish, random, dayIn, add }: Desk): void {
  for (const task of wish.tasks) {
    const done = !random.chance(0.2);
    ['制定方案', '组织实施', '中期检查', '总结验收'].forEach((step, index) => {
      const dueOn = dayIn([2, 6, 9, 12][index] as number);
      const late = index === 3 && !done;
      add('key-tasks', {
        dueOn,
        task,
        step,
        doneOn: late ? null : Math.max(dueOn - random.int(0, 9), 0),
        qualified: late ? null : true,
        evidence: late ? null : `${step}记录`,
        project: null,
        note: null,
      });
    });
  }
}

export function serviceEntries(desk: Desk): void {
  learning(desk);
  enrolment(desk);
  surveys(desk);
  service(desk);
  tasks(desk);
}
