/** All record tables. Each noun's columns stand in tables/<noun>.ts; a new file is merged here by one line. */
import type { AccountTables } from './tables/account.ts';
import type { AlertTables } from './tables/alert.ts';
import type { AuditTables } from './tables/audit.ts';
import type { BenefitTables } from './tables/benefit.ts';
import type { ComplaintTables } from './tables/complaint.ts';
import type { ConsoleTables } from './tables/console.ts';
import type { CreditTables } from './tables/credit.ts';
import type { FeedTables } from './tables/feed.ts';
import type { FindingTables } from './tables/finding.ts';
import type { FindingLifeTables } from './tables/finding-life.ts';
import type { KnowledgeTables } from './tables/knowledge.ts';
import type { LakeTables } from './tables/lake.ts';
import type { MatterTables } from './tables/matter.ts';
import type { PaymentTables } from './tables/payment.ts';
import type { PersonTables } from './tables/person.ts';
import type { PlanTables } from './tables/plan.ts';
import type { PointTables } from './tables/points.ts';
import type { RecheckTables } from './tables/recheck.ts';
import type { RegisterTables } from './tables/register.ts';
import type { RuleTables } from './tables/rule.ts';
import type { SavedViewTables } from './tables/saved-view.ts';
import type { ServingTables } from './tables/serving.ts';
import type { SurveyTables } from './tables/survey.ts';

export interface Database
  extends AccountTables,
    AlertTables,
    AuditTables,
    BenefitTables,
    ComplaintTables,
    ConsoleTables,
    CreditTables,
    FindingLifeTables,
    FeedTables,
    FindingTables,
    KnowledgeTables,
    LakeTables,
    MatterTables,
    PaymentTables,
    PersonTables,
    PointTables,
    RecheckTables,
    RegisterTables,
    PlanTables,
    RuleTables,
    SavedViewTables,
    ServingTables,
    SurveyTables {}
