import type { App } from '../api.ts';
import type { Services } from '../services.ts';
import { accountRoutes } from './account.ts';
import { alertsRoutes } from './alerts.ts';
import { analysisRoutes } from './analysis.ts';
import { arrivalsRoutes } from './arrivals.ts';
import { auditRoutes } from './audit.ts';
import { benchmarksRoutes } from './benchmarks.ts';
import { calibrationsRoutes } from './calibrations.ts';
import { casesRoutes } from './cases.ts';
import { cluesRoutes } from './clues.ts';
import { complaintsRoutes } from './complaints.ts';
import { composerRoutes } from './composer.ts';
import { creditRoutes } from './credit.ts';
import { documentsRoutes } from './documents.ts';
import { editionsRoutes } from './editions.ts';
import { exemptionsRoutes } from './exemptions.ts';
import { findingLifeRoutes } from './finding-life.ts';
import { findingsRoutes } from './findings.ts';
import { forecastRoutes } from './forecast.ts';
import { fundRoutes } from './fund.ts';
import { healthRoutes } from './health.ts';
import { importsRoutes } from './imports.ts';
import { inspectionsRoutes } from './inspections.ts';
import { institutionsRoutes } from './institutions.ts';
import { interfaceConsoleRoutes } from './interface.ts';
import { itemsRoutes } from './items.ts';
import { jobsRoutes } from './jobs.ts';
import { knowledgeRoutes } from './knowledge.ts';
import { monthReportRoutes } from './month-report.ts';
import { overviewRoutes } from './overview.ts';
import { parametersRoutes } from './parameters.ts';
import { paymentRoutes } from './payment.ts';
import { personRoutes } from './person.ts';
import { planDraftsRoutes } from './plan-drafts.ts';
import { plansRoutes } from './plans.ts';
import { pointTableRoutes } from './point-table.ts';
import { pointsRoutes } from './points.ts';
import { policyRoutes } from './policy.ts';
import { practiceRoutes } from './practice.ts';
import { practitionersRoutes } from './practitioners.ts';
import { providersRoutes } from './providers.ts';
import { publicRoutes } from './public.ts';
import { publicSurveysRoutes } from './public-surveys.ts';
import { rechecksRoutes } from './rechecks.ts';
import { registersRoutes } from './registers.ts';
import { rulesRoutes } from './rules.ts';
import { runsRoutes } from './runs.ts';
import { signOnRoutes } from './sign-on.ts';
import { surveysRoutes } from './surveys.ts';
import { transfersRoutes } from './transfers.ts';
import { trialsRoutes } from './trials.ts';
import { workingDaysRoutes } from './working-days.ts';

/** One entry per noun. */
export const routes: readonly ((app: App, services: Services) => void)[] = [
  healthRoutes,
  accountRoutes,
  signOnRoutes,
  auditRoutes,
  publicRoutes,
  publicSurveysRoutes,
  complaintsRoutes,
  cluesRoutes,
  practitionersRoutes,
  pointsRoutes,
  pointTableRoutes,
  practiceRoutes,
  personRoutes,
  alertsRoutes,
  creditRoutes,
  inspectionsRoutes,
  casesRoutes,
  overviewRoutes,
  findingsRoutes,
  findingLifeRoutes,
  rechecksRoutes,
  institutionsRoutes,
  rulesRoutes,
  composerRoutes,
  editionsRoutes,
  trialsRoutes,
  calibrationsRoutes,
  exemptionsRoutes,
  parametersRoutes,
  workingDaysRoutes,
  providersRoutes,
  registersRoutes,
  importsRoutes,
  arrivalsRoutes,
  fundRoutes,
  forecastRoutes,
  benchmarksRoutes,
  itemsRoutes,
  analysisRoutes,
  monthReportRoutes,
  paymentRoutes,
  policyRoutes,
  interfaceConsoleRoutes,
  jobsRoutes,
  knowledgeRoutes,
  runsRoutes,
  plansRoutes,
  planDraftsRoutes,
  transfersRoutes,
  surveysRoutes,
  documentsRoutes,
];
