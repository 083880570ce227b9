// Inspections, recoveries, complaints, expert reviews, archives, incidents.
import type { Desk } from './desk.ts';

const campaigns = ['打击欺诈骗保专项整治', '诊所和村卫生室专项检查', '血液透析专项检查', '门诊统筹专项检查', '定点零售药店专项检查'];

function inspections({ wish, random, dayIn, add }: Desk): void {
  const order = random.shuffle(wish.providers);
  const inspected = order.slice(0, Math.ceil(order.length * 0.94));
  inspected.forEach((provider, index) => {
    const month = 1 + Math.floor((index / inspected.length) * 12);
    const special = random.chance(0.35);
    const rounds = random.chance(0.25) ? 2 : 1;
    for (let round = 0; round < rounds; round += 1)
      add('provider-inspections', {
        inspectedOn: dayIn(Math.min(12, month + round * 2)),
        kind: special && round === 0 ? 'special' : random.pick(['daily', 'daily', 'flying', 'cross', 'lead']),
        campaign: special && round === 0 ? (campaigns[index % campaigns.length] as string) : null,
        providerNo: provider.providerNo,
        providerName: provider.name,
        providerKind: provider.kind,
        officerCount: random.int(2, 4),
        problemFound: random.chance(0.3),
        closedOn: null,
        project: null,
        note: null,
      });
  });
}

function recoveries({ wish, random, dayIn, add, about }: Desk): void {
  const share: Record<string, number> = { recovery: 0.9, refusal: 0.5, liquidated: 0.7, fine: 0.8, selfRefund: 0.4 };
  for (const [kind, weight] of Object.entries(share))
    for (let month = 1; month <= 12; month += 1)
      for (let nth = random.int(1, 3); nth > 0; nth -= 1) {
        const provider = random.pick(wish.providers);
        add('recoveries', {
          settledOn: dayIn(month),
          kind,
          providerNo: provider.providerNo,
          providerName: provider.name,
          caseNo: null,
          amountFen: Math.round(about(0.05) * weight * (random.int(60, 140) / 100)) * 100,
          project: null,
          note: null,
        });
      }
}

function complaints({ random, dayIn, add }: Desk): void {
  for (let month = 1; month <= 12; month += 1)
    for (let nth = random.int(2, 5); nth > 0; nth -= 1) {
      const received = dayIn(month);
      const closed = received + random.int(2, 20);
      add('complaints', {
        receivedOn: received,
        kind: random.pick(['report', 'complaint', 'petition', 'hotline', 'hotline']),
        subject: random.pick(['报销比例咨询', '药店串换药品', '医院分解收费', '异地备案', '参保登记']),
        dueOn: received + 21,
        // December's last ones are still open at the year's end.
        closedOn: month === 12 && random.chance(0.25) ? null : closed,
        satisfied: random.chance(0.6) ? random.chance(0.94) : null,
        rewardFen: null,
        note: null,
      });
    }
}

function reviews({ random, dayIn, monthEnd, add }: Desk): void {
  const plan: [string, number[], string][] = [
    ['chronic', [5, 10], '慢特病鉴定'],
    ['records', [3, 6, 9, 12], '住院病历评审'],
    ['thirdParty', [4, 8, 12], '经办服务第三方考核'],
    ['admission', [6, 11], '新增定点机构评估'],
    ['benefit', [2, 5, 8, 11], '待遇评定'],
  ];
  for (const [kind, months, subject] of plan)
    for (const month of months) {
      const items = random.int(40, 260);
      add('expert-reviews', {
        heldOn: dayIn(month),
        kind,
        subject,
        expertCount: random.int(3, 9),
        itemCount: items,
        passedCount: Math.round(items * 0.9),
        project: null,
        note: null,
      });
    }
  for (const month of [6, 12])
    for (const kind of ['caseFile', 'business', 'accounting', 'documents']) {
      const due = random.int(30, 90);
      add('archives', { archivedOn: monthEnd(month), kind, dueCount: due, filedCount: due - (random.chance(0.2) ? 1 : 0), note: null });
    }
  for (const month of [2, 5, 9])
    add('system-incidents', {
      occurredOn: dayIn(month),
      level: 'general',
      system: '医保业务系统',
      downHours: random.int(2, 12) * 1000,
      repairHours: random.int(5, 18) * 1000,
      resolved: true,
      note: null,
    });
}

export function supervisionEntries(desk: Desk): void {
  inspections(desk);
  recoveries(desk);
  complaints(desk);
  reviews(desk);
}
