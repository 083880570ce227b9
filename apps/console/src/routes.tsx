// Every page and its address.
import { createRootRoute, createRoute, createRouter, Link, lazyRouteComponent } from '@tanstack/react-router';
import { Shell } from './shell.tsx';
import { texts, useTexts } from './texts/index.ts';
import { type Params, parseSearch, stringifySearch } from './ui/address.ts';
import { Nothing, Page, Problem } from './ui/page.tsx';

function NotFound() {
  const t = useTexts();
  return (
    <Page title={t(texts.common.notFound)}>
      <Nothing title={t(texts.common.notFound)} help={t(texts.common.notFoundHelp)}>
        <Link to="/">{t(texts.common.home)}</Link>
      </Nothing>
    </Page>
  );
}

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  validateSearch: (search: Record<string, unknown>): Params => search as Params,
});
const page = <P extends string>(path: P, load: () => Promise<unknown>, name: string) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load as never, name as never) });

const tree = root.addChildren([
  page('/', () => import('./features/overview/overview-page.tsx'), 'OverviewPage'),
  page('/findings', () => import('./features/findings/findings-page.tsx'), 'FindingsPage'),
  page('/findings/$finding', () => import('./features/findings/finding-page.tsx'), 'FindingPage'),
  page('/work', () => import('./features/finding-life/work-page.tsx'), 'WorkPage'),
  page('/rechecks', () => import('./features/rechecks/rechecks-page.tsx'), 'RechecksPage'),
  page('/institutions/$provider', () => import('./features/finding-life/institution-page.tsx'), 'InstitutionPage'),
  page('/alerts', () => import('./features/alerts/alerts-page.tsx'), 'AlertsPage'),
  page('/alerts/$story', () => import('./features/alerts/story-page.tsx'), 'StoryPage'),
  page('/alert-week', () => import('./features/alerts/week-page.tsx'), 'AlertWeekPage'),
  page('/alert-thresholds', () => import('./features/alerts/thresholds-page.tsx'), 'ThresholdsPage'),
  page('/rules', () => import('./features/rules/rules-page.tsx'), 'RulesPage'),
  page('/rules/$rule', () => import('./features/rules/rule-page.tsx'), 'RulePage'),
  page('/rules/$rule/editions', () => import('./features/governance/editions-page.tsx'), 'EditionsPage'),
  page('/rules/$rule/calibration', () => import('./features/governance/calibration-page.tsx'), 'CalibrationPage'),
  page('/exemptions', () => import('./features/governance/exemptions-page.tsx'), 'ExemptionsPage'),
  page('/rule-quality', () => import('./features/governance/quality-page.tsx'), 'QualityPage'),
  page('/composer', () => import('./features/composer/composer-page.tsx'), 'ComposerPage'),
  page('/composer/$rule', () => import('./features/composer/composer-page.tsx'), 'ComposerPage'),
  page('/knowledge', () => import('./features/knowledge/knowledge-page.tsx'), 'KnowledgePage'),
  page('/registers', () => import('./features/registers/registers-page.tsx'), 'RegistersPage'),
  page('/registers/$register', () => import('./features/registers/registers-page.tsx'), 'RegistersPage'),
  page('/plans', () => import('./features/plans/plans-page.tsx'), 'PlansPage'),
  page('/plans/$plan', () => import('./features/plans/plans-page.tsx'), 'PlansPage'),
  page('/indicator-library', () => import('./features/plan-drafts/library-page.tsx'), 'LibraryPage'),
  page('/plan-drafts', () => import('./features/plan-drafts/drafts-page.tsx'), 'DraftsPage'),
  page('/plan-drafts/$draft', () => import('./features/plan-drafts/draft-page.tsx'), 'DraftPage'),
  page('/transfers', () => import('./features/transfers/transfers-page.tsx'), 'TransfersPage'),
  page('/transfers/$transfer', () => import('./features/transfers/transfer-page.tsx'), 'TransferPage'),
  page('/documents', () => import('./features/documents/documents-page.tsx'), 'DocumentsPage'),
  page('/documents/$document', () => import('./features/documents/document-page.tsx'), 'DocumentPage'),
  page('/surveys', () => import('./features/surveys/surveys-page.tsx'), 'SurveysPage'),
  page('/surveys/$survey', () => import('./features/surveys/survey-page.tsx'), 'SurveyPage'),
  page('/surveys/$survey/print', () => import('./features/surveys/print-page.tsx'), 'PrintPage'),
  page('/survey/$survey', () => import('./features/surveys/answer-page.tsx'), 'AnswerPage'),
  page('/report', () => import('./features/complaints/report-page.tsx'), 'ReportPage'),
  page('/complaints', () => import('./features/complaints/complaints-page.tsx'), 'ComplaintsPage'),
  page('/clues', () => import('./features/clues/clues-page.tsx'), 'CluesPage'),
  page('/credit', () => import('./features/credit/credit-page.tsx'), 'CreditPage'),
  page('/credit-schemes', () => import('./features/credit/schemes-page.tsx'), 'SchemesPage'),
  page('/suppliers', () => import('./features/credit/suppliers-page.tsx'), 'SuppliersPage'),
  page('/practitioners', () => import('./features/points/practitioners-page.tsx'), 'PractitionersPage'),
  page('/physicians', () => import('./features/practice/practices-page.tsx'), 'PhysiciansPage'),
  page('/physicians/$no', () => import('./features/practice/practice-page.tsx'), 'PhysicianPage'),
  page('/pharmacies', () => import('./features/practice/practices-page.tsx'), 'PharmaciesPage'),
  page('/pharmacies/$no', () => import('./features/practice/practice-page.tsx'), 'PharmacyPage'),
  page('/persons', () => import('./features/person/people-page.tsx'), 'PeoplePage'),
  page('/contact-requests', () => import('./features/person/people-page.tsx'), 'ContactRequestsPage'),
  page('/parameters', () => import('./features/parameters/parameters-page.tsx'), 'ParametersPage'),
  page('/inspection-plans', () => import('./features/inspections/plans-page.tsx'), 'InspectionPlansPage'),
  page('/inspections', () => import('./features/inspections/inspections-page.tsx'), 'InspectionsPage'),
  page('/inspections/$inspection', () => import('./features/inspections/inspection-page.tsx'), 'InspectionPage'),
  page('/discretion', () => import('./features/cases/discretion-page.tsx'), 'DiscretionPage'),
  page('/cases', () => import('./features/cases/cases-page.tsx'), 'CasesPage'),
  page('/cases/$case', () => import('./features/cases/case-page.tsx'), 'CasePage'),
  page('/working-days', () => import('./features/working-days/working-days-page.tsx'), 'WorkingDaysPage'),
  page('/accounts', () => import('./features/accounts/accounts-page.tsx'), 'AccountsPage'),
  page('/audit', () => import('./features/accounts/audit-page.tsx'), 'AuditPage'),
  page('/decision', () => import('./features/decision/fund-page.tsx'), 'FundPage'),
  page('/decision/forecast', () => import('./features/decision/forecast-page.tsx'), 'ForecastPage'),
  page('/decision/items', () => import('./features/decision/items-page.tsx'), 'ItemsPage'),
  page('/decision/benchmarks', () => import('./features/decision/benchmarks-page.tsx'), 'BenchmarksPage'),
  page('/decision/month', () => import('./features/decision/month-page.tsx'), 'MonthPage'),
  page('/decision/ask', () => import('./features/decision/analysis-page.tsx'), 'AnalysisPage'),
  page('/wall', () => import('./features/decision/wall-page.tsx'), 'WallPage'),
  page('/decision/payment', () => import('./features/decision/payment-page.tsx'), 'PaymentPage'),
  page('/decision/payment/$trial', () => import('./features/decision/payment-trial-page.tsx'), 'PaymentTrialPage'),
  page('/decision/policy', () => import('./features/decision/policy-page.tsx'), 'PolicyPage'),
  page('/decision/policy/$whatIf', () => import('./features/decision/what-if-page.tsx'), 'WhatIfPage'),
  page('/arrivals', () => import('./features/arrivals/arrivals-page.tsx'), 'ArrivalsPage'),
  page('/interface', () => import('./features/interface/traffic-page.tsx'), 'TrafficPage'),
  page('/interface/messages', () => import('./features/interface/messages-page.tsx'), 'MessagesPage'),
  page('/interface/check', () => import('./features/interface/check-page.tsx'), 'CheckPage'),
  page('/imports', () => import('./features/imports/imports-page.tsx'), 'ImportsPage'),
]);

export const router = createRouter({
  routeTree: tree,
  parseSearch,
  stringifySearch,
  defaultPreload: false,
  scrollRestoration: true,
  defaultErrorComponent: ({ error }) => (
    <main className="page">
      <Problem error={error} />
    </main>
  ),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
