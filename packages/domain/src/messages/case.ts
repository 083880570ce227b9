import { sentence } from '../messages.ts';

export const caseMessages = {
  'case.discretionMissing': sentence<{ line: number }>(
    ({ line }) => `第 ${line} 行：条款和出处不能为空`,
    ({ line }) => `row ${line}: article and source are needed`,
  ),
  'case.discretionOrder': sentence<{ line: number }>(
    ({ line }) => `第 ${line} 行：下限不能大于上限，生效日不能晚于失效日`,
    ({ line }) => `row ${line}: least above most, or from after until`,
  ),
  'case.discretionTwice': sentence<{ line: number; other: number }>(
    ({ line, other }) => `第 ${line} 行和第 ${other} 行是同一条款、同一档次，日期重叠`,
    ({ line, other }) => `rows ${line} and ${other} are the same article and grade on the same days`,
  ),
  'case.discretionUnits': sentence<{ line: number; other: number }>(
    ({ line, other }) => `第 ${line} 行和第 ${other} 行同一条款，计算方式不同`,
    ({ line, other }) => `rows ${line} and ${other}: one article, two units`,
  ),
  'case.notSummary': sentence(
    () => '本案适用普通程序，不能当场处罚',
    () => 'this case takes the ordinary procedure',
  ),
  'case.overSummary': sentence<{ fine: string; most: string }>(
    ({ fine, most }) => `罚款 ${fine} 元超过简易程序的上限 ${most} 元，应当立案适用普通程序（行政处罚法第五十一条）`,
    ({ fine, most }) => `a fine of ${fine} is above the ${most} of the summary procedure`,
  ),
  'case.nothingOnSpot': sentence(
    () => '当场处罚应当是警告或者罚款',
    () => 'a warning or a fine',
  ),
  'case.heardOnSpot': sentence(
    () => '应当先当场告知当事人并听取陈述申辩（令第4号第四十九条）',
    () => 'the party is told and heard first',
  ),
  'case.reportFirst': sentence(
    () => '当场处罚还没有报所属机关备案（令第4号第五十一条）',
    () => 'the punishment on the spot is not reported yet',
  ),
  'case.reportedAlready': sentence(
    () => '已经报备案',
    () => 'reported already',
  ),
  'case.twoOfficers': sentence<{ count: number }>(
    ({ count }) => `承办人应当不少于两人且执法证号各不相同，现在是 ${count} 人（令第4号第十六条）`,
    ({ count }) => `two officers with certificates of their own are needed, there are ${count}`,
  ),
  'case.unknownOfficer': sentence<{ name: string }>(
    ({ name }) => `执法检查人员名录里没有“${name}”或证件已过期`,
    ({ name }) => `${name} is not in the register of officers, or the certificate has expired`,
  ),
  'case.limitation': sentence<{ until: string }>(
    ({ until }) => `违法行为已超过追责期限（至 ${until}，令第4号第六条）`,
    ({ until }) => `the limitation ended on ${until}`,
  ),
  'case.noActDay': sentence(
    () => '请先写明违法行为终了之日，才能判断追责期限',
    () => 'the last day of the act is missing',
  ),
  'case.handler': sentence<{ by: string; handlers: string }>(
    ({ by, handlers }) => `${by}不是本案承办人（${handlers}）`,
    ({ by, handlers }) => `${by} does not handle this case (${handlers})`,
  ),
  'case.notHandler': sentence<{ by: string }>(
    ({ by }) => `${by}是本案承办人，不能自己审批、审核、听证或者决定`,
    ({ by }) => `${by} handles the case and may not approve, review, hear or decide it`,
  ),
  'case.noEvidence': sentence(
    () => '还没有证据，不能调查终结',
    () => 'there is no evidence yet',
  ),
  'case.clockStands': sentence(
    () => '期限已经在扣除中',
    () => 'the clock stands already',
  ),
  'case.clockRuns': sentence(
    () => '期限没有在扣除',
    () => 'the clock is running',
  ),
  'case.extended': sentence(
    () => '办案期限已经延长过',
    () => 'it was extended already',
  ),
  'case.extendFirst': sentence(
    () => '应当先由负责人批准延长，再由集体讨论决定是否继续延长',
    () => 'the head extends first, then a collective decision',
  ),
  'case.extendDays': sentence<{ most: number }>(
    ({ most }) => `延长天数应在 1 到 ${most} 天之间`,
    ({ most }) => `between 1 and ${most} days`,
  ),
  'case.noLoss': sentence(
    () => '处罚按基金损失的倍数计算，请先填写基金损失',
    () => 'the loss is missing: the fine is a multiple of it',
  ),
  'case.noBounds': sentence<{ article: string }>(
    ({ article }) => `裁量基准里没有第 ${article} 条，请先录入`,
    ({ article }) => `the table of discretion has no article ${article}`,
  ),
  'case.outsideLaw': sentence<{ fine: string; least: string; most: string }>(
    ({ fine, least, most }) => `罚款 ${fine} 元不在法定幅度 ${least}～${most} 元内；低于下限的，应写明减轻处罚的理由`,
    ({ fine, least, most }) => `a fine of ${fine} is outside ${least}–${most}; below, mitigation needs a reason`,
  ),
  'case.noFine': sentence(
    () => '不予处罚或违法事实不成立的，不能有罚款和暂停期限',
    () => 'without punishment there is no fine',
  ),
  'case.moreThanLoss': sentence(
    () => '责令退回的金额不能超过基金损失',
    () => 'the refund is more than the loss',
  ),
  'case.noticeNotServed': sentence(
    () => '事先告知书还没有送达',
    () => 'the announcement is not served yet',
  ),
  'case.noticeOver': sentence<{ due: string }>(
    ({ due }) => `申请听证的期限已到（${due}）`,
    ({ due }) => `the time to ask for a hearing ended on ${due}`,
  ),
  'case.noHearing': sentence(
    () => '本案未达到听证标准',
    () => 'the case is below the threshold of a hearing',
  ),
  'case.hearingNotAsked': sentence(
    () => '当事人没有申请听证，或者已经举行、撤回',
    () => 'no hearing is open',
  ),
  'case.hearingAskedAlready': sentence(
    () => '已经申请过听证',
    () => 'a hearing was asked for already',
  ),
  'case.hearingNotice': sentence<{ days: number; first: string }>(
    ({ days, first }) => `应当在听证 ${days} 日前通知当事人，最早 ${first} 举行`,
    ({ days, first }) => `the party is told ${days} days before: not before ${first}`,
  ),
  'case.statementTime': sentence<{ due: string }>(
    ({ due }) => `陈述申辩期限到 ${due}，当事人还没有陈述也没有放弃`,
    ({ due }) => `the statement may be made until ${due}`,
  ),
  'case.hearingFirst': sentence(
    () => '当事人申请了听证，应当先举行听证再作决定',
    () => 'a hearing was asked for: hold it before the decision',
  ),
  'case.discussFirst': sentence<{ from: string }>(
    ({ from }) => `处罚较重（罚款 ${from} 元以上或者责令暂停服务），应当先经集体讨论（令第4号第四十四条）`,
    ({ from }) => `from ${from} yuan on it is discussed together first`,
  ),
  'case.discussMembers': sentence(
    () => '集体讨论应当不少于三人',
    () => 'at least three discuss',
  ),
  'case.overNotice': sentence<{ what: string; decided: string; noticed: string }>(
    ({ what, decided, noticed }) => `${what}${decided}重于告知的${noticed}，不得因陈述申辩加重；确需加重的应补充调查后重新告知`,
    ({ what, decided, noticed }) => `${what}: ${decided} is more than the announced ${noticed}`,
  ),
  'case.held': sentence<{ count: number }>(
    ({ count }) => `还有 ${count} 项保存或封存没有解除`,
    ({ count }) => `${count} things are still held`,
  ),
  'case.noHold': sentence<{ no: number }>(
    ({ no }) => `没有第 ${no} 项在保存或封存`,
    ({ no }) => `nothing is held under ${no}`,
  ),
  'case.noAssistance': sentence<{ no: number }>(
    ({ no }) => `没有第 ${no} 份待复的协查函`,
    ({ no }) => `no open letter ${no}`,
  ),
  'case.eConsent': sentence(
    () => '电子送达须有当事人签署的同意书，处罚决定书应当送达原件',
    () => 'electronic service needs signed consent',
  ),
  'case.owed': sentence<{ most: string }>(
    ({ most }) => `超过应缴的 ${most} 元`,
    ({ most }) => `more than the ${most} owed`,
  ),
  'case.notOverdue': sentence<{ due: string }>(
    ({ due }) => `缴款期限到 ${due}，没有逾期`,
    ({ due }) => `payment is due on ${due}`,
  ),
  'case.urgeFirst': sentence(
    () => '应当先催告，催告期满仍不履行的才能申请强制执行',
    () => 'urge first, and wait until its time is over',
  ),
  'case.owing': sentence<{ refund: string; fine: string }>(
    ({ refund, fine }) => `还欠退回基金 ${refund} 元、罚款 ${fine} 元`,
    ({ refund, fine }) => `still owed: refund ${refund}, fine ${fine}`,
  ),
  'case.incomplete': sentence<{ missing: string }>(
    ({ missing }) => `案卷不完整，缺：${missing}`,
    ({ missing }) => `the file lacks: ${missing}`,
  ),
  'case.noOffice': sentence(
    () => '这台机器没有安装 LibreOffice，不能合成 PDF；请导出 Word 全卷，或者装好后再试',
    () => 'LibreOffice is not installed here: take the file as Word',
  ),
  'case.officeFailed': sentence(
    () => 'LibreOffice 没有能合成 PDF，请导出 Word 全卷',
    () => 'LibreOffice could not make the PDF: take the file as Word',
  ),
  'case.scanLocked': sentence(
    ({ file }: { file: string }) => `${file} 设有密码，不能装订；请去掉密码另存后重新上传`,
    ({ file }: { file: string }) => `${file} wants a password and cannot be bound: save it without one and attach it again`,
  ),
  'case.scanBroken': sentence(
    ({ file }: { file: string }) => `${file} 不是完好的 PDF，不能装订；请重新扫描或者另存后再上传`,
    ({ file }: { file: string }) => `${file} is no sound PDF and cannot be bound: scan or save it again`,
  ),
  'case.archivedFile': sentence(
    () => '案卷已经归档，不能再增减材料',
    () => 'the file is bound: nothing is added or taken out',
  ),
  'case.amount': sentence(
    () => '金额应当大于 0',
    () => 'the amount must be above 0',
  ),
  'case.dates': sentence(
    () => '日期不能早于前一步，也不能晚于今天',
    () => 'the day is before the step before, or after today',
  ),
  'case.partyCause': sentence(
    () => '案由与当事人类别不符',
    () => 'the cause does not fit the party',
  ),
  'case.unknownCause': sentence<{ code: string }>(
    ({ code }) => `没有案由 ${code}`,
    ({ code }) => `no cause ${code}`,
  ),
} as const;
