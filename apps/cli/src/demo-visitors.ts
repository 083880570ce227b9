// Accounts with which a visitor of the demonstration sees what those outside the bureau see. Whoever they speak for is invented.
import { accountRoleWords, demoMessages, type Language, type Outcome, type Role } from '@hengjian/domain';
import { accountPortsOf, randomPassword } from '@hengjian/server';
import type { Home, LakeConnection } from '@hengjian/store';
import { type AccountWish, addAccount } from '@hengjian/workflows';
import { textTable } from './text-table.ts';

export interface Visitor {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
}

/** Somebody with a lasting disease, a stay and a visit now and then, as most people who look into their record are. */
const patient = `SELECT p."personNo" AS no FROM encounter e JOIN person p USING (person) GROUP BY p."personNo"
  ORDER BY count(*) FILTER (WHERE e.setting = 'inpatient') BETWEEN 1 AND 2 DESC, count(*) FILTER (WHERE e.setting = 'chronic') >= 4 DESC,
    abs(count(*) - 24), p."personNo" LIMIT 1`;
const busiest = (kind: string) => `SELECT v."providerNo" AS no FROM encounter e JOIN provider v USING (provider)
  WHERE ${kind} GROUP BY v."providerNo" ORDER BY count(*) DESC, v."providerNo" LIMIT 1`;

const first = async (lake: LakeConnection, sql: string) => (await lake.rows<{ no: string }>(sql))[0]?.no;

/** The institution that most findings were put to; null: none was. */
async function charged(home: Home): Promise<string | undefined> {
  const row = await home.db
    .selectFrom('findingCase')
    .select('providerNo')
    .where('state', '!=', 'suspect')
    .where('providerNo', 'is not', null)
    .groupBy('providerNo')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('providerNo')
    .limit(1)
    .executeTakeFirst();
  return row?.providerNo ?? undefined;
}

/** One account of each kind that stands outside the bureau. The console itself stays open on this machine: there is no administrator. */
export async function admitVisitors(home: Home, at: number): Promise<Outcome<readonly Visitor[]>> {
  const lake = await (await home.lake.snapshot()).connect({ memoryLimitMb: 300 });
  const [person, pharmacy, hospital] = await (async () => [
    await first(lake, patient),
    await first(lake, busiest(`v.kind = 'pharmacy'`)),
    (await charged(home)) ?? (await first(lake, busiest(`v.kind <> 'pharmacy'`))),
  ])().finally(() => lake.close());
  // who was given points has more to see than others
  const pointed = await home.db
    .selectFrom('pointRecord as r')
    .innerJoin('practitionerRegistration as p', 'p.practitionerNo', 'r.practitionerNo')
    .select(['p.practitionerNo', 'p.name'])
    .where('r.state', '=', 'notified')
    .orderBy('r.pointId')
    .limit(1)
    .executeTakeFirst();
  const wanted: readonly [string, Role, string, Partial<AccountWish> | undefined][] = [
    ['patient', 'insuredPerson', '钱小满', person ? { personNo: person, verified: '演示' } : undefined],
    ['doctor', 'practitioner', pointed?.name ?? '', pointed ? { practitionerNo: pointed.practitionerNo } : undefined],
    ['pharmacy', 'pharmacyManager', '周立秋', pharmacy ? { providerNos: [pharmacy] } : undefined],
    ['hospital', 'insuranceOffice', '吴惊蛰', hospital ? { providerNos: [hospital] } : undefined],
  ];
  const ports = await accountPortsOf(home, at);
  const visitors: Visitor[] = [];
  for (const [accountId, role, name, bound] of wanted) {
    if (!bound) continue;
    const visitor: Visitor = { accountId, name, role, password: randomPassword() };
    const wish = { ...visitor, roles: [role], providerNos: [], practitionerNo: null, visitor: true as const, ...bound };
    const added = await addAccount(ports, wish, { by: '演示', at });
    if (!added.ok) return added;
    visitors.push(visitor);
  }
  return { ok: true, value: visitors, issues: [] };
}

/** How to log in as each, for the terminal. */
export const visitorsText = (visitors: readonly Visitor[], language: Language): string =>
  [
    demoMessages['demo.visitors'][language]({}),
    textTable(
      visitors.map(({ accountId, name, role, password }) => [`  ${accountRoleWords[role][language]}`, name, accountId, password]),
      4,
    ),
  ].join('\n');
