// Budget receipts and payments, adjustments, subsidies, medical aid, procurement.
import type { Desk } from './desk.ts';

const yuan = (fen: number) => Math.round(fen / 100) * 100;

function budgets({ wish, random, dayIn, monthEnd, add }: Desk): void {
  const projects = wish.projects.filter((project) => !project.overall && project.budgetFen !== null);
  const inProjects = projects.reduce((sum, project) => sum + (project.budgetFen ?? 0), 0);
  const overall = wish.projects.find((project) => project.overall)?.budgetFen ?? null;
  // What the department has beyond its projects pays salaries and the office.
  const rest = overall === null ? 0 : overall - inProjects;
  const all = [...projects, ...(rest > 0 ? [{ name: '基本支出', budgetFen: rest, overall: false }] : [])];
  for (const project of all) {
    const budget = project.budgetFen as number;
    const parts = budget > 300_000_000 ? 4 : 2;
    let received = 0;
    for (let part = 1; part <= parts; part += 1) {
      const amount = part === parts ? budget - received : yuan(budget / parts);
      received += amount;
      const month = Math.min(11, part * Math.floor(10 / parts));
      const receivedOn = dayIn(month);
      add('budget-receipts', {
        receivedOn,
        project: project.name,
        origin: part === 1 ? 'city' : 'county',
        fundSource: 'general',
        documentNo: null,
        amountFen: amount,
        note: null,
      });
      // The last instalment of a small project comes late.
      add('funding-schedule', {
        dueOn: part === parts && parts === 2 ? receivedOn - 12 : receivedOn,
        project: project.name,
        amountFen: amount,
        receivedOn,
        note: null,
      });
    }
    if (project.name !== '基本支出' && !/补助|救助/.test(project.name))
      add('output-costs', {
        finishedOn: monthEnd(11),
        project: project.name,
        output: '年度工作任务',
        plannedFen: yuan(budget * 0.4),
        actualFen: yuan(budget * 0.38),
        evidence: '合同和结算单',
        note: null,
      });
    // Most projects spend nearly all of their money, one in five is late.
    const spent = yuan(budget * (random.chance(0.2) ? 0.74 + random.next() * 0.1 : 0.94 + random.next() * 0.06));
    let paid = 0;
    const months = [3, 5, 7, 9, 11, 12];
    months.forEach((month, index) => {
      const amount = index === months.length - 1 ? spent - paid : yuan(spent / months.length);
      paid += amount;
      const paidOn = dayIn(month);
      const pay = (kind: string, purpose: string, amountFen: number) =>
        add('budget-payments', {
          paidOn,
          project: project.name,
          kind,
          fundSource: 'general',
          origin: 'county',
          carriedOver: false,
          purpose,
          economicCode: null,
          amountFen,
          voucherNo: null,
          note: null,
        });
      if (project.name === '基本支出') {
        const staff = yuan(amount * 0.85);
        pay('staff', '人员经费', staff);
        pay('office', '公用经费', amount - staff);
      } else pay('project', '项目支出', amount);
    });
  }
}

function subsidies({ wish, random, dayIn, add }: Desk): void {
  for (const project of wish.projects.filter(({ name, overall }) => !overall && /补助/.test(name))) {
    const each = yuan((project.budgetFen ?? 100_000_000) / 12);
    const persons = Math.max(60, Math.round(each / 70_000));
    for (let month = 1; month <= 12; month += 1)
      add('subsidy-payments', {
        paidOn: dayIn(month),
        project: project.name,
        visitCount: random.int(Math.floor(persons / 8), Math.ceil(persons / 4)),
        personCount: month === 1 ? persons : random.int(0, Math.ceil(persons / 12)),
        amountFen: each,
        handlingHours: random.int(20, 220) * 1000,
        transferHours: random.int(20, 260) * 1000,
        note: null,
      });
  }
}

function aid({ random, dayIn, add, about }: Desk): void {
  for (let month = 1; month <= 12; month += 1) {
    const visits = about(0.0012);
    const kinds = { inpatient: visits, outpatient: Math.round(visits * 0.9), critical: Math.round(visits * (0.75 + random.next() * 0.3)) };
    for (const [kind, count] of Object.entries(kinds)) {
      const self = count * random.int(1500, 2600) * 100;
      add('medical-assistance', {
        paidOn: dayIn(month),
        kind,
        personCount: Math.ceil(count * 0.8),
        visitCount: count,
        selfPaidFen: self,
        aidFen: yuan(self * (0.69 + random.next() * 0.06)),
        keyTarget: true,
        project: null,
        note: null,
      });
    }
  }
}

function procurement({ wish, random, monthEnd, add, about }: Desk): void {
  for (let product = 1; product <= 118; product += 1)
    for (const month of [6, 12]) {
      const contracted = random.int(200, 4000) * 10_000;
      add('procurement-volumes', {
        countedOn: monthEnd(month),
        batch: `第${['一', '二', '三', '四', '五'][product % 5]}批`,
        product: `集采品种${String(product).padStart(3, '0')}`,
        kind: product % 6 === 0 ? 'consumable' : 'drug',
        contractedQuantity: contracted,
        purchasedQuantity: Math.round(contracted * (0.9 + random.next() * 0.3)),
        amountFen: random.int(5, 60) * 100_000,
        savedFen: Math.round((wish.population / 500_000) * about(0.00001) * random.int(8, 12) * 100_000),
        note: null,
      });
    }
}

export function moneyEntries(desk: Desk): void {
  budgets(desk);
  subsidies(desk);
  aid(desk);
  procurement(desk);
}
