// Where every page is found: rooms in the bar, the pages of a room in the strip below it.
import { type Text, texts } from './texts/index.ts';

export interface PlaceOf {
  readonly to: string;
  readonly name: Text;
  /** The question that must be answered with yes to be shown it. */
  readonly asks: string;
  /** Addresses that belong to it besides its own. */
  readonly also?: RegExp;
  /** Only noise before there is any account. */
  readonly accountsOnly?: true;
}

export interface Room {
  readonly name: Text;
  readonly pages: readonly PlaceOf[];
}

const { alerts, nav, credit, governance, arrivals, decision, drafts, rules, interfaceTexts, parameters, practice, transfers } = texts;

// biome-ignore format: a table
export const rooms: readonly Room[] = [
  { name: nav.overview, pages: [{ to: '/', name: nav.overview, asks: 'overview.read' }] },
  {
    name: nav.decision,
    pages: [
      { to: '/decision', name: decision.fund, asks: 'decision.read' },
      { to: '/decision/forecast', name: texts.forecast.title, asks: 'decision.read' },
      { to: '/decision/policy', name: texts.policy.title, asks: 'decision.read' },
      { to: '/decision/payment', name: texts.payment.title, asks: 'decision.read' },
      { to: '/decision/items', name: texts.items.title, asks: 'decision.read' },
      { to: '/decision/benchmarks', name: texts.benchmarks.title, asks: 'decision.read' },
      { to: '/decision/month', name: texts.monthReport.title, asks: 'decision.read' },
      { to: '/decision/ask', name: texts.analysis.title, asks: 'decision.read' },
    ],
  },
  {
    name: nav.alerts,
    pages: [
      { to: '/alerts', name: nav.alerts, asks: 'alert.read' },
      { to: '/alert-week', name: alerts.week, asks: 'alert.read' },
      { to: '/alert-thresholds', name: alerts.thresholds, asks: 'alert.read' },
    ],
  },
  {
    name: nav.supervision,
    pages: [
      { to: '/findings', name: nav.findings, asks: 'finding.read', also: /^\/institutions/ },
      { to: '/work', name: nav.work, asks: 'finding.work' },
      { to: '/rechecks', name: texts.rechecks.title, asks: 'recheck.read' },
      { to: '/clues', name: nav.clues, asks: 'clue.read' },
      { to: '/inspection-plans', name: texts.enforcement.plans, asks: 'inspectionPlan.read' },
      { to: '/inspections', name: texts.enforcement.inspections, asks: 'inspection.read' },
      { to: '/cases', name: texts.enforcement.cases, asks: 'enforcementCase.read' },
      { to: '/discretion', name: texts.enforcement.discretionTitle, asks: 'enforcementCase.read' },
      { to: '/complaints', name: nav.complaints, asks: 'complaint.read' },
      { to: '/practitioners', name: nav.practitioners, asks: 'points.read' },
      { to: '/credit', name: credit.title, asks: 'credit.read' },
      { to: '/credit-schemes', name: credit.schemesTitle, asks: 'credit.rate' },
      { to: '/suppliers', name: credit.suppliers, asks: 'credit.supplier' },
    ],
  },
  {
    name: practice.room,
    pages: [
      { to: '/physicians', name: practice.physicians, asks: 'practice.read' },
      { to: '/pharmacies', name: practice.pharmacies, asks: 'practice.read' },
      { to: '/persons', name: texts.person.lookUp, asks: 'person.read' },
      { to: '/contact-requests', name: texts.person.requests, asks: 'contact.read' },
    ],
  },
  {
    name: nav.rules,
    pages: [
      { to: '/rules', name: nav.rules, asks: 'rule.read', also: /^\/composer/ },
      { to: '/knowledge', name: rules.allKnowledge, asks: 'rule.read' },
      { to: '/exemptions', name: governance.exemptions, asks: 'exemption.read' },
      { to: '/rule-quality', name: governance.quality, asks: 'rule.read' },
    ],
  },
  {
    name: nav.performance,
    pages: [
      { to: '/plans', name: nav.plans, asks: 'plan.read' },
      { to: '/plan-drafts', name: drafts.drafting, asks: 'plan.read' },
      { to: '/indicator-library', name: drafts.library, asks: 'plan.read' },
      { to: '/transfers', name: transfers.title, asks: 'transfer.read' },
      { to: '/surveys', name: texts.surveys.title, asks: 'survey.read' },
      { to: '/documents', name: nav.documents, asks: 'document.read' },
      { to: '/registers', name: nav.registers, asks: 'register.read' },
    ],
  },
  {
    name: nav.imports,
    pages: [
      { to: '/imports', name: nav.imports, asks: 'claims.read' },
      { to: '/arrivals', name: arrivals.title, asks: 'claims.read' },
    ],
  },
  {
    name: nav.interface,
    pages: [
      { to: '/interface', name: nav.interface, asks: 'interface.read' },
      { to: '/interface/messages', name: interfaceTexts.messages, asks: 'interface.read' },
      { to: '/interface/check', name: interfaceTexts.check, asks: 'interface.read' },
    ],
  },
  {
    name: nav.system,
    pages: [
      { to: '/accounts', name: nav.accounts, asks: 'account.manage', accountsOnly: true },
      { to: '/parameters', name: parameters.title, asks: 'parameter.read' },
      { to: '/working-days', name: texts.workingDays.title, asks: 'parameter.read' },
      { to: '/audit', name: nav.audit, asks: 'access.read', accountsOnly: true },
    ],
  },
];

/** The page an address belongs to: the one with the longest address that it begins with. */
export function placeOf(pathname: string, shown: readonly Room[]): { room: Room; page: PlaceOf } | undefined {
  let best: { room: Room; page: PlaceOf; length: number } | undefined;
  for (const room of shown)
    for (const page of room.pages) {
      const own = pathname === page.to || (page.to !== '/' && pathname.startsWith(`${page.to}/`));
      const length = own ? page.to.length : page.also?.test(pathname) ? 1 : -1;
      if (length > (best?.length ?? -1)) best = { room, page, length };
    }
  return best;
}
