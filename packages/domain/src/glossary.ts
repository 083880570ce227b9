/**
 * One word for one thing. Identifiers are English, people read Chinese, pinyin never stands anywhere; wire names (`setl_id`) stand
 * only in the extract contract and the national interface. `npm run generate` writes docs/glossary.md from this table, and
 * `npm run check` fails when a word stands here and nowhere in the sources.
 */
export interface Term {
  readonly identifier: string;
  readonly zh: string;
  readonly en: string;
  /** One sentence: what it is, and what it is not. */
  readonly meaning: string;
  /** Chosen for later, not used yet: nobody may take the word for something else. */
  readonly reserved?: true;
}

export interface GlossarySection {
  readonly zh: string;
  readonly en: string;
  readonly terms: readonly Term[];
}

const term = (identifier: string, zh: string, en: string, meaning: string): Term => ({ identifier, zh, en, meaning });
const reserved = (...given: Parameters<typeof term>): Term => ({ ...term(...given), reserved: true });

export const glossary: readonly GlossarySection[] = [
  {
    zh: '机构与人',
    en: 'Bodies and people',
    terms: [
      term('bureau', '医疗保障局', 'bureau', 'The medical-security bureau that answers for the fund and uses this product.'),
      term('agency', '经办机构', 'agency', 'The body that handles enrolment, settlement and payment for the bureau.'),
      reserved('FinanceDepartment', '财政部门', 'finance department', 'Grants the budget and receives plan and self-evaluation.'),
      term('provider', '定点医药机构', 'provider', 'A designated medical institution or pharmacy (`providerKind`: medical, pharmacy).'),
      term('practitioner', '医保医师、药师', 'practitioner', 'Who ordered or dispensed; published number `prac_code`.'),
      term('person', '参保人', 'insured person', 'The insured person a record belongs to; the lake is bucketed by it.'),
      term('UserAccount', '账号', 'account', 'Who may log in: roles, institutions spoken for; its name proves who acted.'),
      term('actor', '经办人', 'actor', 'Who acts: an account, the public, or a declared name while there is no account.'),
      term('permissions', '权限', 'permissions', 'Questions by name in one table: may this actor do this to a subject in this state.'),
      term('JournalStep', '操作日志', 'journal step', 'One step of a case, of money or of an account; each hash covers the one before.'),
      term('level', '医疗机构级别', 'class', 'Class of a provider: 3, 2, 1, or 0 for none; null is unknown.'),
    ],
  },
  {
    zh: '结算数据',
    en: 'Claims',
    terms: [
      term('insurance', '险种', 'insurance kind', 'employee, resident, maternity, injury or other; mapped from `insutype`.'),
      term(
        'setting',
        '就医方式',
        'setting',
        'Scene of care: inpatient, outpatient, emergency, chronic, pharmacy, other; mapped from `med_type`.',
      ),
      term('encounter', '就诊', 'encounter', 'One visit or stay (`mdtrt_id`).'),
      term('settlement', '结算', 'settlement', 'The bill of an encounter as it was settled with the fund (`setl_id`).'),
      term('settledDay', '结算日', 'settled day', 'Decides the period a record belongs to; the fee date where nothing is settled.'),
      term(
        'line',
        '费用明细',
        'charge line',
        'One charge item of a bill; named `mdtrt_id:feedetl_sn` wherever a list may leave one encounter.',
      ),
      term('item', '目录项目', 'catalogue item', 'Drug, service or consumable, as a whole-number surrogate of its code.'),
      term('itemCode', '目录编码', 'item code', 'Published code of an item (`med_list_codg`).'),
      term('prescriptionNo', '处方号', 'prescription number', 'Lines written together on one prescription (`rx_no`).'),
      term('diagnosis', '诊断', 'diagnosis', 'A coded diagnosis of an encounter.'),
      term('operation', '手术操作', 'operation', 'A coded operation of an encounter.'),
      term('trace', '药品追溯码', 'trace code', 'The code of one package of a drug.'),
      term('inventory', '进销存', 'inventory', 'What a provider bought, sold and kept of an item in a period.'),
      term('inScopeFen', '政策范围内金额', 'amount in scope', 'The part of an amount to which the policy applies.'),
      term('fundFen', '基金支付', 'paid by the fund', 'The fund’s part; null where it is undetermined (paid by case, unsettled).'),
      term('clearingWay', '清算方式', 'clearing way', 'How the fund clears a settlement: by item, by case (DRG, DIP) …'),
      term(
        'paymentScheme',
        '支付方案',
        'payment scheme',
        'How a bureau pays stays by disease group: groups, rates, coefficients, limits; dated and regional data.',
      ),
      term('PaymentGroup', '病组（病种）', 'payment group', 'A DRG group or a DIP item, with its weight or points.'),
      term('DrgPack', '分组方案包', 'grouping pack', 'The tables by which a case comes to its DRG group.'),
      term('pointValue', '点值', 'point value', 'What one point is paid, fixed or worked out of the budget.'),
      term('coefficient', '机构系数', 'institution coefficient', 'By what a hospital’s weights are multiplied.'),
      term('OutlierBand', '高低倍率', 'outlier limits', 'From when on a case’s cost beside its standard is paid otherwise.'),
      term(
        'paymentSignals',
        '付费线索',
        'payment signals',
        'Reasons to look at a case that is paid by group (upcoding, split stays …); never findings.',
      ),
      reserved('Clearing', '清算', 'clearing', 'The payment of a provider for a period.'),
    ],
  },
  {
    zh: '数据湖',
    en: 'The lake',
    terms: [
      term('bucket', '分桶', 'bucket', 'One of 16 parts of the lake; a person’s records lie in one.'),
      term('manifest', '清单', 'manifest', 'The list of files that are the lake’s current state; switched in one transaction.'),
      term('snapshot', '快照', 'snapshot', 'One version of the lake, readable while later imports go on.'),
      term('netting', '冲抵', 'netting', 'Reversed settlements and refunds taken off once, at import; rules see net values.'),
      term('setAside', '不参与审核', 'set aside', 'Why a row takes no part: reversed, refund, refunded to nothing, empty, unmatched.'),
      term('rejected', '不合格的行', 'rejected row', 'A row that broke the contract; written to rejected.csv with its place and reason.'),
    ],
  },
  {
    zh: '规则与知识',
    en: 'Rules and knowledge',
    terms: [
      term('rule', '规则', 'rule', 'A declared question over records that yields findings; logic, not data.'),
      term('edition', '规则版本', 'edition', 'One state of a rule with its parameters: draft, shadow, live, retired.'),
      term('knowledge', '知识库', 'knowledge base', 'Rows that rules read: one row is a knowledge point.'),
      term('KnowledgePoint', '知识点', 'knowledge point', 'One published row: codes, constraint, parameters, validity, basis.'),
      term('lineage', '沿革', 'lineage', 'The chain of `supersedes`: one requirement through all its versions and product codes.'),
      term(
        'certainty',
        '明确违规 / 可疑 / 数据质量退回',
        'certainty',
        'clear: certain by the data; suspect: a person has to look; quality: goes back to be corrected.',
      ),
      term(
        'grain',
        '疑点粒度',
        'grain',
        'What a finding is about: line, prescription, encounter, settlement, person, provider, department or practitioner.',
      ),
      term('partition', '判断单元', 'partition', 'The records that one question is asked of: same key, same knowledge lineage.'),
      term('stream', '时序', 'stream', 'The records a sequence walks through, by instant and then by published key.'),
      term('fold', '累积量', 'fold', 'A value carried along a stream: previous record, last paid, stock, sliding sum …'),
      term('exemption', '豁免', 'exemption', 'A declared exception that says where it acts: population, link or finding; counted.'),
      term('notEvaluated', '无法判断', 'not evaluated', 'An input is missing. Never counted as clear.'),
    ],
  },
  {
    zh: '疑点与处理',
    en: 'Findings and cases',
    terms: [
      term('finding', '疑点', 'finding', 'A hit partition: identity by rule and key; evidence, edition and money are versions.'),
      term('inQuestion', '涉嫌违规的记录', 'in question', 'The records of a finding that violate; `related` ones are only involved.'),
      term('amountFen', '金额', 'amount', 'An amount in fen; of a finding, the amount in question (违规金额).'),
      term('withdrawn', '撤回', 'withdrawn', 'A finding that a later review did not find again; kept with its cause.'),
      reserved('upheldAmount', '认定金额', 'upheld amount', 'What is left of the amount in question after review and appeal.'),
      reserved(
        'firstReview',
        '初审',
        'first review',
        'First look by an officer; then secondReview (复审), panel (合议), finalReview (终审).',
      ),
      term('appeal', '申诉', 'appeal', 'The provider’s objection to a finding.'),
      term('refusal', '拒付', 'refusal', 'Money not paid out.'),
      term('recoveries', '追回', 'recoveries', 'Register of money recovered, refused or fined.'),
      term('inspections', '检查', 'inspections', 'On-site inspections: unannounced, special, cross, routine.'),
      term(
        'Complaint',
        '举报投诉件',
        'complaint',
        'One report, complaint, petition or hotline call with its life; its register entry follows.',
      ),
      term('RewardRule', '举报奖励标准', 'reward rule', 'One row of a region’s table of rewards: share, floor, cap, insiders.'),
      term('complaints', '举报投诉台账', 'complaints', 'Register of complaints and petitions with their outcome.'),
      term(
        'Survey',
        '满意度调查',
        'survey',
        'A questionnaire put to a group of people; closed, its result is an entry of the register of surveys, from which indicators are measured.',
      ),
      term(
        'Questionnaire',
        '问卷',
        'questionnaire',
        'Questions as data; which answers count for satisfaction and for awareness is part of it.',
      ),
      term('SurveyAnswer', '答卷', 'answer', 'One nameless sheet of a survey: the day and what was chosen, neither who nor the code used.'),
      term('Clue', '线索', 'clue', 'Something that may be a violation, from wherever it came, until it is filed, dismissed or handed on.'),
      term(
        'OpenTerm',
        '期限',
        'term',
        'A limit in working days that runs in a record; without a last day while it reaches into a year whose holidays are not published.',
      ),
      term(
        'Matter',
        '事项',
        'matter',
        'What lives by a table of steps as one sealed row: a clue, an inspection plan, an inspection, an enforcement case.',
      ),
      term('PointRecord', '支付资格记分', 'points', 'Points of one behaviour of a practitioner, after a decision against the institution.'),
      term('PointBehaviour', '记分标准', 'point behaviour', 'One row of a region’s table: behaviour, points by responsibility.'),
      term('practitionerStanding', '支付资格状态', 'standing', 'Periods in which a practitioner’s right to be paid is suspended or ended.'),
      term('EnforcementCase', '案件', 'enforcement case', 'A case of administrative enforcement, from its filing to its bound file.'),
      term(
        'InspectionPlan',
        '检查计划',
        'inspection plan',
        'What is inspected, when, how many; institutions and officers drawn by a recorded seed.',
      ),
      term('Inspection', '现场检查', 'inspection', 'One visit of one institution: team, record, problems, money returned, rectification.'),
      term('CasePaper', '执法文书', 'paper', 'One official paper of a case file, written from the case and signed.'),
      term('DiscretionRule', '裁量基准', 'discretion rule', 'One row of a region’s table: range of a fine for an article and a grade.'),
      term(
        'PracticeStanding',
        '医师、药店画像',
        'practice standing',
        'How one physician or pharmacy stands among its like, indicator by indicator; a hint, no verdict.',
      ),
      term('AlertTree', '预警', 'alert', 'A declared question over records that yields signals; it accuses nobody and stops no payment.'),
      term(
        'AlertSignal',
        '信号',
        'signal',
        'One subject in one window that is strange by an alert: value, what was expected, and the records behind it.',
      ),
      term('AlertStory', '预警事项', 'story', 'Signals about one subject on days that belong together: what people work on.'),
      term('Judgement', '判别', 'judgement', 'Which cells of an alert are signals, and why others could not be asked.'),
      term('CreditRating', '信用评价', 'credit rating', 'Rating of a provider over a period by a scheme, explained line by line.'),
      term('CreditScheme', '信用评价方案', 'credit scheme', 'Base, items, grades, vetoes and proposed consequences, as data.'),
      term('SupplierConduct', '招采失信行为', 'supplier conduct', 'A judged or punished act of a supplier, graded by kind and amount.'),
    ],
  },
  {
    zh: '绩效',
    en: 'Performance',
    terms: [
      term('plan', '绩效目标', 'plan', 'The year’s targets of a body and its projects, adopted from a form.'),
      term(
        'LibraryEntry',
        '指标库',
        'indicator library',
        'An indicator over all documents and plans: what bodies promised, and the measure people confirmed.',
      ),
      term('PlanDraft', '目标草稿', 'plan draft', 'Targets being drawn up; becomes a plan by being adopted.'),
      term('project', '项目', 'project', 'A budget project with its own targets; 部门整体支出 is the department-wide one.'),
      term('indicator', '绩效指标', 'indicator', 'A row of a plan: tiers, name, operator, target, unit, weight.'),
      term('tier', '一、二、三级指标', 'tier', 'Level of an indicator’s name (`level1`, `level2` in read forms).'),
      term('target', '指标值', 'target', 'What was promised.'),
      term('actual', '实际完成值', 'actual', 'What was reached; null is unknown, never zero.'),
      term('weight', '权重、分值', 'weight', 'Marks an indicator can earn.'),
      term('score', '得分', 'score', 'Marks it earned, two decimals; null is unknown.'),
      term('qualitative', '定性', 'qualitative', 'An indicator in words; a person judges it.'),
      term(
        'measure',
        '口径',
        'measure',
        'A declared question with a unit and a direction that answers indicators with a number and its records.',
      ),
      term('numerator', '分子', 'numerator', 'One side of a ratio; kept apart from the denominator.'),
      term('cumulative', '累计', 'cumulative', 'Counts from 1 January; `latest` takes the last day that has a record.'),
      term('execution', '预算执行', 'execution', 'Budget, adjustments, receipts and payments of a project; its ratio is scored.'),
      term('evaluation', '绩效评价', 'evaluation', 'Scoring a measured snapshot; nothing is measured again.'),
      term('monitoring', '绩效监控', 'monitoring', 'The look at mid-year.'),
      term(
        'Scorecard',
        '指标体系',
        'scorecard',
        'A framework of indicators for a whole body with formulas and, locally, points; not a plan, whose targets a body sets itself.',
      ),
      term(
        'CheckSuggestion',
        '建议',
        'suggestion',
        'How one cell or line that a check found may be mended; certain, or one possible cause and said so.',
      ),
      term('Phase', '阶段', 'phase', 'Where in the year a form stands, from declaration to report: what a check may ask of it.'),
      term('register', '台账', 'register', 'A book of typed entries for what is not in claims; appended, corrected by a new entry.'),
      term('RegisterEntry', '台账条目', 'register entry', 'One row of a register with date, source and who recorded it.'),
      term(
        'completeness',
        '齐全声明',
        'completeness',
        'A person’s word that a register has everything of a period: then no entry means none.',
      ),
      term('baseline', '上年数', 'baseline', 'A figure of the year before, where the records do not reach back.'),
    ],
  },
];
