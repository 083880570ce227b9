/**
 * Numbers that a bureau sets by region and date (`hengjian parameter set`, page 参数, table bureau_parameter): what each means, and what counts
 * where nothing is set. Every number of days, minutes, amounts and ratios of the work of people stands here, never in code.
 */
export interface BureauParameter {
  readonly standard: number;
  /** Smaller ones are refused; 0 where absent. */
  readonly least?: number;
  /** Parts of a whole are allowed. */
  readonly fraction?: true;
  readonly odd?: true;
  /** What it is about where its name does not say so. */
  readonly about?: string;
  readonly zh: string;
  readonly en: string;
  /** Document and article in Chinese, or that the value is our own suggestion. */
  readonly source: string;
}

const own = '建议值';
// biome-ignore format: a table
export const bureauParameters = {
  overturnedPerQuarter: { standard: 3, least: 1, about: 'rule', zh: '一个季度内推翻多少条疑点后复核规则（条）', en: 'overturned findings of a quarter that put a rule up for review', source: own },
  sessionIdleMinutes: { least: 1, standard: 60, zh: '多久不操作就退出登录（分钟）', en: 'minutes without a request after which a session ends', source: own },
  sessionHours: { least: 1, standard: 12, zh: '一次登录最长多久（小时）', en: 'hours after which a session ends in any case', source: own },
  loginFailures: { least: 1, standard: 5, zh: '连续输错多少次密码后锁定（次）', en: 'wrong passwords in a row that lock an account', source: own },
  lockMinutes: { least: 1, standard: 15, zh: '锁定多久（分钟）', en: 'minutes that a locked account stays locked', source: own },
  passwordLength: { least: 1, standard: 10, zh: '密码至少多少位（位）', en: 'least length of a password', source: own },
  'finding.suspectDays': { standard: 5, zh: '初审几个工作日', en: 'working days of the first review', source: own },
  'finding.feedbackDays': { standard: 10, zh: '机构反馈、申诉几个工作日', en: 'working days an institution has to answer', source: '医保办发〔2023〕14号（据转引）' },
  'finding.secondReviewDays': { standard: 10, zh: '复审几个工作日', en: 'working days of the second review', source: '医保办发〔2023〕14号（据转引）' },
  'finding.reAppealDays': { standard: 5, zh: '再申诉几个工作日', en: 'working days to appeal again', source: '建议 5 至 10' },
  'finding.panelDays': { standard: 10, zh: '合议几个工作日', en: 'working days of the panel', source: '医保办发〔2023〕14号（据转引）' },
  'finding.finalReviewDays': { standard: 5, zh: '终审几个工作日', en: 'working days of the final review', source: own },
  'finding.confirmedDays': { standard: 5, zh: '扣款确认几个工作日', en: 'working days to confirm the deduction', source: own },
  'finding.panelSize': { standard: 3, least: 1, odd: true, zh: '合议至少几名专家（人），须为单数', en: 'experts of a panel at least; always an odd number', source: own },
  'finding.silenceConsents': { standard: 1, zh: '逾期未答复视为认可（1 是，0 否）', en: '1: no answer in time is consent; 0: it is not', source: own },
  'finding.smallSumFen': { standard: 0, zh: '低于多少为小额（分），最后分发、可按小额了结；0 为不设', en: 'sums below (fen) are handed out last and may be closed as small; 0: none is', source: own },
  'finding.escalationFen': { standard: 1_000_000, zh: '达到多少提示移交行政部门（分）', en: 'from this sum on (fen) a finding is to be handed to enforcement', source: own },
  'finding.escalationCount': { standard: 20, zh: '同一机构同一规则的疑点达到多少条提示移交行政部门（条）；0 为不提示', en: 'like findings of one institution from which they are to be handed to enforcement; 0: never', source: own },
  'finding.escalationDays': { standard: 365, least: 1, zh: '同类疑点在多少天内计数（天）', en: 'days within which like findings are counted', source: own },
  'finding.lockMinutes': { standard: 30, least: 1, zh: '领取后归一人办理多久（分钟）', en: 'minutes a finding handed out belongs to one officer', source: own },
  'finding.attachmentMegabytes': { standard: 20, least: 1, zh: '一份附件最大（MB）', en: 'biggest attachment in MB', source: own },
  'finding.recheckSize': { standard: 60, least: 1, zh: '月度复核抽取多少条（条）', en: 'findings drawn for the monthly re-review', source: own },
  'complaint.acceptDays': { standard: 5, zh: '举报投诉收到后几个工作日内决定是否受理', en: 'working days to take a complaint up', source: own },
  'complaint.reportDays': { standard: 15, zh: '举报、投诉受理后几个工作日内查明', en: 'working days to verify a report', source: '行政处罚程序暂行规定（令第4号）第十四条' },
  'complaint.petitionDays': { standard: 5, zh: '信访、热线受理后几个工作日内办理', en: 'working days to handle a petition or hotline call', source: '地方做法' },
  'complaint.extensionDays': { standard: 15, zh: '延期一次加几个工作日', en: 'working days that an extension adds', source: '行政处罚程序暂行规定（令第4号）第十四条' },
  'complaint.replyDays': { standard: 5, zh: '查明后几个工作日内答复', en: 'working days to answer once concluded', source: '举报处理暂行办法（令第5号）' },
  'complaint.pictures': { standard: 5, zh: '一件举报最多几张图片', en: 'pictures of one report at most', source: own },
  'complaint.pictureMegabytes': { standard: 5, zh: '一张图片最大（MB）', en: 'biggest picture in MB', source: own },
  'complaint.reportsPerHour': { standard: 10, zh: '同一网络地址每小时最多提交几件', en: 'reports of one address an hour at most', source: own },
  'clue.verifyDays': { standard: 15, zh: '线索几个工作日内核查', en: 'working days to verify a clue', source: '行政处罚程序暂行规定（令第4号）第十四条' },
  'clue.extensionDays': { standard: 15, zh: '线索核查延期一次加几个工作日', en: 'working days that an extension of a clue adds', source: '行政处罚程序暂行规定（令第4号）第十四条' },
  'survey.confidencePercent': { standard: 95, least: 50, fraction: true, zh: '满意度调查：置信水平（%）', en: 'confidence of a survey in per cent', source: '抽样调查通行做法' },
  'survey.marginPercent': { standard: 5, fraction: true, zh: '满意度调查：允许误差（百分点），决定需要多少份', en: 'margin of a survey in points, which decides how many answers are needed', source: '抽样调查通行做法' },
  'survey.answersPerHour': { standard: 30, least: 1, zh: '满意度调查：同一网络地址每小时最多提交几份（份）；大厅里的人常共用一个地址', en: 'answers of one network address an hour at most; people in a hall share one', source: own },
  'survey.codesAtOnce': { standard: 2000, least: 1, zh: '满意度调查：一次最多生成多少个答卷码（个）', en: 'codes made at once at most', source: own },
  'inspection.teamLeast': { standard: 2, zh: '检查组至少几人（人）', en: 'officers of a team at least', source: '医疗保障基金使用监督管理条例第二十九条' },
  'inspection.feedbackDays': { standard: 5, zh: '现场检查结束后几个工作日内听取机构意见', en: 'working days to hear the institution after the visit', source: own },
  'inspection.rectifyDays': { standard: 30, zh: '责令整改的期限（工作日）', en: 'working days to rectify', source: '飞行检查管理暂行办法（令第6号）：30 个工作日；其他检查为建议值' },
  'inspection.extensionDays': { standard: 15, zh: '整改延期一次加几个工作日', en: 'working days that an extension adds', source: own },
  'case.days': { standard: 90, zh: '立案后办案期限（天）', en: 'days of a case from its filing', source: '行政处罚程序暂行规定（令第4号）第四十五条' },
  'case.extensionDays': { standard: 30, zh: '负责人批准延长（天）', en: 'days that the head may add', source: '行政处罚程序暂行规定（令第4号）第四十五条' },
  'case.collectiveDays': { standard: 60, zh: '集体讨论再延长最多（天）', en: 'days that a collective decision may add', source: '行政处罚程序暂行规定（令第4号）第四十五条' },
  'case.limitationYears': { standard: 2, zh: '追责期限（年）', en: 'years of limitation', source: '行政处罚程序暂行规定（令第4号）第六条' },
  'case.limitationHarmYears': { standard: 5, zh: '涉及生命健康安全的追责期限（年）', en: 'years of limitation where life or health was harmed', source: '行政处罚程序暂行规定（令第4号）第六条' },
  'case.preserveDays': { standard: 7, zh: '先行登记保存后处理期限（工作日）', en: 'working days to decide on preserved things', source: '行政处罚程序暂行规定（令第4号）第二十六至二十八条' },
  'case.sealDays': { standard: 30, zh: '封存期限（天）', en: 'days of sealing', source: '行政处罚程序暂行规定（令第4号）第二十九至三十三条' },
  'case.assistDays': { standard: 15, zh: '协查期限（天）', en: 'days to answer a letter of assistance', source: '行政处罚程序暂行规定（令第4号）第三十四条' },
  'case.reviewDays': { standard: 10, zh: '法制审核期限（工作日）', en: 'working days of legal review', source: '行政处罚程序暂行规定（令第4号）第四十条' },
  'case.statementDays': { standard: 5, zh: '陈述申辩、申请听证期限（工作日）', en: 'working days to state and to ask for a hearing', source: '行政处罚法第六十四条（听证五个工作日）；陈述申辩各地不同' },
  'case.hearingNoticeDays': { standard: 7, zh: '听证几日前通知当事人（天）', en: 'days that a hearing is told before', source: '行政处罚法第六十四条' },
  'case.hearingPersonFen': { standard: 500_000, zh: '个人罚款多少可以申请听证（分）', en: 'fine of a person from which a hearing is offered (fen)', source: '地方标准示例：个人 5000 元' },
  'case.hearingUnitFen': { standard: 10_000_000, zh: '单位罚款多少可以申请听证（分）', en: 'fine of a unit from which a hearing is offered (fen)', source: '地方标准示例：单位 10 万元' },
  'case.discussPersonFen': { standard: 1_000_000, zh: '个人罚款多少须集体讨论（分）', en: 'fine of a person from which it is discussed together (fen)', source: '地方标准示例：个人 1 万元' },
  'case.discussUnitFen': { standard: 10_000_000, zh: '单位罚款多少须集体讨论（分）', en: 'fine of a unit from which it is discussed together (fen)', source: '地方标准示例：单位 10 万元' },
  'case.serveDays': { standard: 7, zh: '处罚决定送达期限（工作日）', en: 'working days to serve the decision', source: '行政处罚程序暂行规定（令第4号）第五十九条' },
  'case.payDays': { standard: 15, zh: '缴纳罚款期限（天）', en: 'days to pay', source: '行政处罚程序暂行规定（令第4号）第五十五条' },
  'case.lateFeePerMille': { standard: 30, zh: '逾期每日加处罚款（千分之）', en: 'late fee a day (per mille)', source: '行政处罚法第七十二条' },
  'case.urgeDays': { standard: 10, zh: '催告期限（天）', en: 'days after urging before the court is asked', source: '行政强制法第五十四条' },
  'case.summaryPersonFen': { standard: 20_000, zh: '简易程序对个人罚款最高（分）', en: 'highest fine of a person on the spot (fen)', source: '行政处罚法第五十一条；令第4号第四十八条' },
  'case.summaryUnitFen': { standard: 300_000, zh: '简易程序对单位罚款最高（分）', en: 'highest fine of a unit on the spot (fen)', source: '行政处罚法第五十一条；令第4号第四十八条' },
  'case.summaryReportDays': { standard: 7, zh: '当场处罚后报所属机关备案期限（工作日）', en: 'working days to report a punishment on the spot', source: '令第4号第五十一条' },
  'case.attachmentMegabytes': { standard: 20, zh: '案卷扫描件最大（MB）', en: 'biggest scan of a case file in MB', source: own },
  'arrival.usualDays': { standard: 15, zh: '停传与异常：同类日子往前看多少天（天）', en: 'earlier days of the same kind (worked or free) that make up what is usual: three weeks of working days', source: own },
  'arrival.leastDays': { standard: 5, zh: '停传与异常：至少多少天才有平常（天）', en: 'fewer days than this, and nothing is usual yet', source: own },
  'arrival.missedSettlements': { standard: 10, zh: '停传：照平常少了多少笔才提示（笔）', en: 'settlements missed by what is usual before a silence is told: with 10, chance leaves fewer than 1 in 20,000 silent', source: own },
  'arrival.score': { standard: 5, fraction: true, zh: '骤增骤减：离平常多少个离散度才提示', en: 'spreads from what is usual that make a day strange', source: own },
  'benchmark.leastStays': { standard: 30, zh: '机构对标：出院人次少于多少只列出、不评判（人次）', en: 'stays below which an institution is shown as a small number and not judged', source: own },
  'person.refillDays': { standard: 7, zh: '个人健康服务：药还够几天时提醒续配（天）', en: 'days of supply left from which a refill is due soon', source: own },
  'person.followUpDays': { standard: 90, zh: '个人健康服务：门诊慢特病多少天内应复诊（天）', en: 'days within which the next visit of an approved chronic disease is due', source: '国家基本公共卫生服务规范（第三版）：高血压、2型糖尿病每年至少随访 4 次' },
  'person.noticeDays': { standard: 14, zh: '个人健康服务：复诊、待遇到期提前几天提醒（天）', en: 'days before a follow-up or the end of benefits from which it is due soon', source: own },
  'practice.leastEncounters': { standard: 30, zh: '医师、药店画像：人次（人数）少于多少只列出、不评判', en: 'encounters (people) below which a physician or pharmacy is shown as a small number and not judged', source: own },
  'interface.messageDays': { standard: 180, zh: '事前、事中审核的报文保存多少天（天）；0 为一直保存。账目和提醒一直保存', en: 'days that messages of audits are kept; 0: for good. Accounts and reminders always are', source: own },
  'fund.excess': { standard: 15, fraction: true, zh: '累计结余超过几个月支出为过多（月）', en: 'months payable above which the balance is excessive', source: '人社部发〔2009〕67号' },
  'fund.green': { standard: 9, fraction: true, zh: '累计结余够付几个月以上为绿色（月）', en: 'months payable from which the fund is green', source: '人社部发〔2009〕67号（6 至 9 个月）' },
  'fund.blue': { standard: 6, fraction: true, zh: '累计结余够付几个月以上为蓝色（月）', en: 'months payable from which the fund is blue', source: '人社部发〔2009〕67号（6 至 9 个月）' },
  'fund.yellow': { standard: 3, fraction: true, zh: '累计结余够付几个月以上为黄色（月）', en: 'months payable from which the fund is yellow; below, it is insufficient', source: '人社部发〔2009〕67号' },
  'fund.orange': { standard: 1, fraction: true, zh: '累计结余够付几个月以上为橙色，以下为红色（月）', en: 'months payable from which the fund is orange; below, red', source: own },
  'fund.growthGap': { standard: 5, fraction: true, zh: '支出增幅连续两季超过收入增幅多少个百分点提示（点）', en: 'points by which expenditure outgrows income in two quarters that are told', source: own },
  'fund.executionAhead': { standard: 10, fraction: true, zh: '预算执行快于时间进度多少个百分点提示（点）', en: 'points by which execution may run ahead of time', source: own },
  'points.actsFrom': { standard: 20_250_101, zh: '从哪一天的行为开始记分（年月日八位）', en: 'first day of behaviour that gets points, as yyyymmdd', source: '湖南等地实施细则：2025年1月1日起' },
  'points.suspendAt': { standard: 9, zh: '自然年度内累计几分暂停支付资格（分）', en: 'points of a natural year from which the right is suspended', source: '医保发〔2024〕23号' },
  'points.endAt': { standard: 12, zh: '累计或一次性几分终止支付资格（分）', en: 'points from which the right ends', source: '医保发〔2024〕23号' },
  'points.suspendMonths9': { standard: 1, zh: '累计 9 分暂停几个月', en: 'months of suspension at 9 points', source: '医保发〔2024〕23号：1–6个月；分档为地方标准' },
  'points.suspendMonths10': { standard: 3, zh: '累计 10 分暂停几个月', en: 'months of suspension at 10 points', source: '医保发〔2024〕23号：1–6个月；分档为地方标准' },
  'points.suspendMonths11': { standard: 6, zh: '累计 11 分暂停几个月', en: 'months of suspension at 11 points', source: '医保发〔2024〕23号：1–6个月；分档为地方标准' },
  'points.endedMonths': { standard: 12, zh: '累计满分终止后几个月内不得重新登记', en: 'months without registration after the sum ended the right', source: '医保发〔2024〕23号' },
  'points.endedAtOnceMonths': { standard: 36, zh: '一次性满分终止后几个月内不得重新登记', en: 'months without registration after one event ended the right', source: '医保发〔2024〕23号' },
  'points.appealDays': { standard: 10, zh: '告知后几个工作日内可以提出异议', en: 'working days to object', source: '地方实施细则（医保办发〔2024〕34号）' },
  'points.answerDays': { standard: 10, zh: '异议几个工作日内处理', en: 'working days to answer an objection', source: own },
  'points.repairMost': { standard: 3, zh: '一人一年最多修复几分（分）', en: 'points of a person that may be repaired in a year', source: own },
  'points.staffSuspendShare': { standard: 20, zh: '机构被暂停、终止的人员占比达多少，建议暂停结算（%）', en: 'share of stopped staff from which suspending settlement is proposed', source: '地方实施细则' },
  'points.staffEndShare': { standard: 50, zh: '机构被暂停、终止的人员占比达多少，建议中止协议（%）', en: 'share of stopped staff from which suspending the agreement is proposed', source: '地方实施细则' },
  'plan.poorPercent': { standard: 30, least: 1, zh: '有错误的指标占多少，建议目标审核为差（%）', en: 'share of rows with an error from which 差 is suggested', source: own },
  'transfer.allocateDays': { standard: 30, zh: '转移支付收到后多少天内要分配下达（天）', en: 'days within which a transfer must be handed on', source: '预算法第五十二条' },
  'transfer.behindPoints': { standard: 10, zh: '转移支付支付进度落后时间进度多少个百分点要提醒（点）', en: 'points by which payment may lag behind time before it is told', source: own },
  'credit.personVisitsPerDay': { standard: 5, least: 2, zh: '参保人信用：一天普通就诊、购药达到几次算过多（次）', en: 'ordinary visits and purchases of a day that are too many for a person’s credit', source: own },
  'credit.personPlacesPerMonth': { standard: 6, least: 2, zh: '参保人信用：一个月去几家机构算过多（家）', en: 'institutions of a month that are too many for a person’s credit', source: own },
  'alert.liveDays': { standard: 7, least: 1, zh: '预警：报文到达后当天重算，最多往前几天（天）；更晚到的由下一次预警运行处理', en: 'days before today that messages judge again at once; what comes later waits for the next run', source: own },
  'alert.liveHoldDays': { standard: 60, least: 1, zh: '预警：报文发现、尚未结算入库的信号保留几天（天）', en: 'days for which a signal found from messages stands although the lake does not have its settlement yet', source: own },
  'alert.storyDays': { standard: 30, zh: '预警：同一对象相隔多少天以内的信号归为一件（天）', en: 'days within which signals about one subject are one story', source: own },
  'credit.publicDays': { standard: 5, zh: '信用评价公示几个工作日', en: 'working days that a rating is public before it takes effect', source: own },
  'credit.answerDays': { standard: 15, zh: '信用评价异议几个工作日内处理', en: 'working days to answer an objection to a rating', source: own },
  'import.reviewFollows': { standard: 1, zh: '导入或归并带来新数据后，自动审核变动的部分（1 是，0 否）', en: '1: what an import or the feed brought is reviewed by itself; 0: it is not', source: own },
  'import.alertsFollow': { standard: 1, zh: '导入或归并带来新数据后，自动重算涉及的预警（1 是，0 否）', en: '1: alerts that an import or the feed touches are judged by themselves; 0: they are not', source: own },
} as const satisfies Record<string, BureauParameter>;
export type BureauParameterName = keyof typeof bureauParameters;

/** A row by its name; undefined where there is no such parameter. */
export const bureauParameterNamed = (name: string): BureauParameter | undefined =>
  Object.hasOwn(bureauParameters, name) ? bureauParameters[name as BureauParameterName] : undefined;

/** What a parameter is about: the part of its name before the dot. */
export const parameterGroup = (name: BureauParameterName): string => {
  const { about }: BureauParameter = bureauParameters[name];
  return about ?? (name.includes('.') ? (name.split('.')[0] as string) : 'account');
};
