import { type Sentence, sentence } from '../messages.ts';

// Sentences of the linter of published performance documents: one for each way in which a check can fail.
// Amounts are in 万元 unless the sentence says otherwise; `gap` is how far expected and found are apart.
type Money = { expected: number; found: number; gap: number };
type Named = { name: string };
/** Where an indicator stands in the targets in force. */
type PlanPlace = { approved: boolean; planId: string; source: string; project: string; row: number };
const ofPlan = ({ approved }: Pick<PlanPlace, 'approved'>) => (approved ? '批复的目标' : '采用的目标（尚未批复）');
const placeInPlan = ({ planId, source, project, row }: PlanPlace) => `${source}，“${project}”第${row}行，计划 ${planId}`;
const placeIn = ({ planId, source, project, row }: PlanPlace) => `${source}, "${project}", row ${row}, plan ${planId}`;

export const checkSentences = {
  'SUM_PARTS.total': sentence<Money & { parts: number[] }>(
    (f) => `基本支出加项目支出为${f.found}万元，与总额${f.expected}万元不符，相差${f.gap}万元。`,
    (f) => `Basic plus project expenditure is ${f.found}, the total says ${f.expected} (万元).`,
  ),
  'SUM_PARTS.sources': sentence<Money & Named & { parts: number[] }>(
    (f) => `${f.name}为${f.expected}万元，各资金来源合计${f.found}万元，相差${f.gap}万元。`,
    (f) => `${f.name} is ${f.expected}, its sources sum to ${f.found} (万元).`,
  ),
  'SUM_PARTS.sentence': sentence<Money & { parts: number[]; unit: string }>(
    (f) => `文中写明${f.expected}${f.unit}，所列各项合计${f.found}${f.unit}，相差${f.gap}${f.unit}。`,
    (f) => `The text says ${f.expected}${f.unit}, its parts sum to ${f.found}${f.unit}.`,
  ),
  'SUM_PARTS.goals': sentence<Money & { parts: number[] }>(
    (f) => `目标中所列各子项目合计${f.found}万元，与预算${f.expected}万元不符，相差${f.gap}万元。`,
    (f) => `The sub-projects in the goals sum to ${f.found}, the budget is ${f.expected} (万元).`,
  ),
  'SUM_PARTS.costs': sentence<Money & { parts: number[] }>(
    (f) => `各目标的成本指标合计${f.found}万元，与项目支出${f.expected}万元不符，相差${f.gap}万元。`,
    (f) => `The cost indicators of the goals sum to ${f.found}, project expenditure is ${f.expected} (万元).`,
  ),
  'SUM_PARTS.overBudget': sentence<Money & { parts: number[] }>(
    (f) => `各项成本指标合计${f.found}万元，超过本项目预算${f.expected}万元，多出${f.gap}万元。`,
    (f) => `The cost indicators sum to ${f.found}, more than the budget of ${f.expected} (万元).`,
  ),
  'SUM_PARTS.column': sentence<Money & { table: string; column: number; parts: number[] }>(
    (f) => `“${f.table}”第${f.column}列：汇总数${f.expected}，各单位相加${f.found}，相差${f.gap}。`,
    (f) => `"${f.table}", column ${f.column}: the total row says ${f.expected}, the rows sum to ${f.found}.`,
  ),
  'SUM_PARTS.row': sentence<Money & { table: string; row: string; total: string; parts: number[] }>(
    (f) => `“${f.table}”${f.row}：${f.total}为${f.expected}，其组成各项相加${f.found}，相差${f.gap}。`,
    (f) => `"${f.table}", ${f.row}: ${f.total} is ${f.expected}, its parts sum to ${f.found}.`,
  ),
  'SUM_PARTS.balance': sentence<Money>(
    (f) => `收入合计${f.found}万元，与支出合计${f.expected}万元不符，相差${f.gap}万元。`,
    (f) => `Income is ${f.found}, expenditure ${f.expected} (万元).`,
  ),
  PROJECTS_SUM: sentence<Money & { forms: number }>(
    (f) => `${f.forms}张项目绩效表金额合计${f.found}万元，与项目支出${f.expected}万元不符，相差${f.gap}万元。`,
    (f) => `${f.forms} project forms sum to ${f.found}, project expenditure is ${f.expected} (万元).`,
  ),
  'AMOUNT_TWO_VALUES.task': sentence<Named & Money>(
    (f) => `“${f.name}”在任务表中为${f.expected}万元，在本项目绩效表中为${f.found}万元，相差${f.gap}万元。`,
    (f) => `"${f.name}" is ${f.expected} in the list of tasks and ${f.found} in its own form (万元).`,
  ),
  'AMOUNT_TWO_VALUES.text': sentence<Named & Money>(
    (f) => `“${f.name}”文字写明${f.expected}万元，表中预算为${f.found}万元，相差${f.gap}万元。`,
    (f) => `"${f.name}": the text says ${f.expected}, the form ${f.found} (万元).`,
  ),
  'AMOUNT_TWO_VALUES.cost': sentence<Named & Money>(
    (f) => `成本指标“${f.name}”为${f.expected}万元，本项目预算为${f.found}万元，相差${f.gap}万元。`,
    (f) => `The cost indicator "${f.name}" is ${f.expected}, the project's budget ${f.found} (万元).`,
  ),
  'AMOUNT_TWO_VALUES.table': sentence<Named & Money>(
    (f) => `文中写${f.name}${f.found}万元，表中没有这个数（最接近的是${f.expected}万元，相差${f.gap}万元）。`,
    (f) => `The text gives ${f.name} as ${f.found}, no row of the tables has it (nearest ${f.expected}, 万元).`,
  ),
  'AMOUNT_TWO_VALUES.overall': sentence<Named & { project: string } & Money>(
    (f) => `整体表成本指标“${f.name}”为${f.expected}万元，项目“${f.project}”预算为${f.found}万元，相差${f.gap}万元。`,
    (f) => `The overall form's "${f.name}" is ${f.expected}, the form of "${f.project}" says ${f.found} (万元).`,
  ),
  PROJECT_NAME: sentence<{ expected: string; found: string; amount: number }>(
    (f) => `任务表中的“${f.expected}”与绩效表的“${f.found}”金额同为${f.amount}万元，名称不一致，请核对是否同一项目。`,
    (f) => `The task "${f.expected}" and the form "${f.found}" both have ${f.amount} (万元): one project with two names?`,
  ),
  QUANTITY_PRICE: sentence<Money & { quantity: number; quantityUnit: string; price: number }>(
    (f) => `数量${f.quantity}${f.quantityUnit}乘以单价${f.price}元等于${f.expected}万元，与所列金额${f.found}万元不符，相差${f.gap}万元。`,
    (f) => `${f.quantity}${f.quantityUnit} × ${f.price} 元 = ${f.expected}, the amount given is ${f.found} (万元).`,
  ),
  'UNIT_CONFLICT.head': sentence<{ expected: string; found: string }>(
    (f) => `表头单位为“${f.expected}”，表内又标为“${f.found}”，金额单位不一致。`,
    (f) => `The form's unit is ${f.expected}, its table says ${f.found}.`,
  ),
  'UNIT_CONFLICT.cell': sentence<{ expected: string; found: string; value: number }>(
    (f) => `表头单位为“${f.expected}”，单元格写成${f.value}${f.found}。`,
    (f) => `The form's unit is ${f.expected}, the cell says ${f.value}${f.found}.`,
  ),
  'UNIT_CONFLICT.text': sentence<{ value: number; expected: string; found: string }>(
    (f) => `${f.value}在文中为“${f.found}”，在表中为“${f.expected}”，单位不一致。`,
    (f) => `${f.value} is ${f.found} in the text and ${f.expected} in the table.`,
  ),
  'UNIT_CONFLICT.name': sentence<Named & { expected: string; found: string }>(
    (f) => `“${f.name}”名称中的单位是“${f.expected}”，指标值的单位是“${f.found}”。`,
    (f) => `The name "${f.name}" says ${f.expected}, its value ${f.found}.`,
  ),
  WEIGHT_SUM: sentence<Named & Money>(
    (f) => `“${f.name}”各指标权重合计${f.found}，应为${f.expected}，相差${f.gap}。`,
    (f) => `The weights of "${f.name}" sum to ${f.found}, not ${f.expected}.`,
  ),
  'WEIGHT_SUM.unknown': sentence<Named & { found: number; missing: number }>(
    (f) => `“${f.name}”有${f.missing}行没有权重，其余合计${f.found}，无法核对。`,
    (f) => `${f.missing} rows of "${f.name}" have no weight, the others sum to ${f.found}: cannot be checked.`,
  ),
  SCORE_SUM: sentence<Named & Money>(
    (f) => `“${f.name}”各项得分合计${f.found}分，总分写为${f.expected}分，相差${f.gap}分。`,
    (f) => `The scores of "${f.name}" sum to ${f.found}, the total says ${f.expected}.`,
  ),
  'SCORE_FIT.missed': sentence<Named & { target: number; actual: number; weight: number; score: number }>(
    (f) => `“${f.name}”目标${f.target}，实际${f.actual}，未达到目标却得满分${f.score}分。`,
    (f) => `"${f.name}": target ${f.target}, actual ${f.actual}, missed but given the full ${f.score} points.`,
  ),
  'SCORE_FIT.met': sentence<Named & { target: number; actual: number; weight: number; score: number }>(
    (f) => `“${f.name}”目标${f.target}，实际${f.actual}，已达到目标却只得${f.score}分（满分${f.weight}分），未说明原因。`,
    (f) => `"${f.name}": target ${f.target}, actual ${f.actual}, met but given ${f.score} of ${f.weight} without a reason.`,
  ),
  'SCORE_FIT.over': sentence<Named & { weight: number; score: number }>(
    (f) => `“${f.name}”得分${f.score}分，不在0至满分${f.weight}分之间。`,
    (f) => `"${f.name}" scores ${f.score}, not between 0 and ${f.weight}.`,
  ),
  'SCORE_FIT.ratio': sentence<Named & { target: number; actual: number; expected: number; found: number; gap: number }>(
    (f) => `“${f.name}”目标${f.target}，实际${f.actual}，按完成比例应得${f.expected}分，却得${f.found}分。`,
    (f) => `"${f.name}": target ${f.target}, actual ${f.actual}, worth ${f.expected} points by proportion, given ${f.found}.`,
  ),
  'SCORE_FIT.execution': sentence<{ percent: number; weight: number; expected: number; found: number; gap: number }>(
    (f) => `预算执行率${f.percent}%，按${f.weight}分计应得${f.expected}分，却得${f.found}分。`,
    (f) => `Execution of ${f.percent}% is worth ${f.expected} of ${f.weight} points, given ${f.found}.`,
  ),
  EXECUTION_BEHIND: sentence<{ months: number; expected: number; found: number; gap: number }>(
    (f) => `1—${f.months}月预算执行率${f.found}%，低于序时进度${f.expected}%，差${f.gap}个百分点。`,
    (f) => `Execution in months 1-${f.months} is ${f.found}%, the share of the year gone ${f.expected}%.`,
  ),
  'FORECAST_FIT.sure': sentence<Named & { target: number; forecast: number; chance: string }>(
    (f) => `“${f.name}”目标${f.target}，全年预计${f.forecast}，达不到目标却填“${f.chance}”。`,
    (f) => `"${f.name}": target ${f.target}, forecast ${f.forecast}, missed and yet "${f.chance}".`,
  ),
  'FORECAST_FIT.reason': sentence<Named & { target: number; forecast: number }>(
    (f) => `“${f.name}”目标${f.target}，全年预计${f.forecast}，达不到目标而没有分析原因。`,
    (f) => `"${f.name}": target ${f.target}, forecast ${f.forecast}, missed without a reason.`,
  ),
  GRADE_FIT: sentence<{ score: number; found: string; expected: string }>(
    (f) => `总分${f.score}分应为“${f.expected}”，评价等次却写为“${f.found}”。`,
    (f) => `${f.score} points are "${f.expected}", the grade says "${f.found}".`,
  ),
  SAME_INDICATOR_TWO_VALUES: sentence<Named & { expected: string; found: string }>(
    (f) => `“${f.name}”有两个指标值：${f.expected}和${f.found}。`,
    (f) => `"${f.name}" has two targets: ${f.expected} and ${f.found}.`,
  ),
  'SAME_INDICATOR_TWO_VALUES.wider': sentence<{ name: string; wider: string; expected: string; found: string }>(
    (f) => `“${f.name}”为${f.expected}，“${f.wider}”为${f.found}，口径相近而数值不一，请核对。`,
    (f) => `"${f.name}" is ${f.expected} and "${f.wider}" is ${f.found}: nearly the same, with two values.`,
  ),
  'SAME_INDICATOR_TWO_VALUES.goal': sentence<Named & { expected: string; found: string }>(
    (f) => `目标文字中“${f.name}”为${f.expected}，指标表中为${f.found}。`,
    (f) => `The goal says ${f.expected} for "${f.name}", its row ${f.found}.`,
  ),
  SAME_INDICATOR_TWO_LEVELS: sentence<Named & { levels: string[] }>(
    (f) => `“${f.name}”同时列在${f.levels.join('、')}之下。`,
    (f) => `"${f.name}" stands under ${f.levels.join(', ')}.`,
  ),
  'LEVEL_TREE.tier': sentence<Named & { expected: string; found: string; level2: string; rows: number }>(
    (f) => `“${f.name}”${f.rows > 1 ? `等${f.rows}项` : ''}的二级指标“${f.level2}”列在一级指标“${f.found}”之下，应属“${f.expected}”。`,
    (f) => `"${f.name}" (${f.rows} rows): ${f.level2} stands under ${f.found}, it belongs to ${f.expected}.`,
  ),
  'LEVEL_TREE.percent': sentence<Named & { level2: string }>(
    (f) => `“${f.name}”以百分比计量，不宜列为${f.level2}。`,
    (f) => `"${f.name}" is measured in per cent and no ${f.level2}.`,
  ),
  'LEVEL_TREE.rate': sentence<Named & { level2: string }>(
    (f) => `“${f.name}”是比率，不宜列为${f.level2}。`,
    (f) => `"${f.name}" is a rate and no ${f.level2}.`,
  ),
  'LEVEL_TREE.count': sentence<Named & { level2: string }>(
    (f) => `“${f.name}”以次数计量，属数量指标，却列为${f.level2}。`,
    (f) => `"${f.name}" is a count and no ${f.level2}.`,
  ),
  'LEVEL_TREE.time': sentence<Named & { level2: string }>(
    (f) => `“${f.name}”以时间计量，属时效指标，却列为${f.level2}。`,
    (f) => `"${f.name}" is a time and no ${f.level2}.`,
  ),
  'SHARE_OVER_100.over': sentence<Named & { found: number }>(
    (f) => `“${f.name}”是部分占整体的比率，${f.found}%超过了100%。`,
    (f) => `"${f.name}" is a share of a whole, ${f.found}% is over 100%.`,
  ),
  'SHARE_OVER_100.least': sentence<Named & { found: number }>(
    (f) => `“${f.name}”是部分占整体的比率，不会超过100%，“≥100%”应写为“=100%”。`,
    (f) => `"${f.name}" is a share of a whole: "≥100%" should read "=100%".`,
  ),
  'SHARE_OVER_100.doubt': sentence<Named & { found: number }>(
    (f) => `“${f.name}”写为“≥100%”，如为部分占整体的比率，应写为“=100%”。`,
    (f) => `"${f.name}" is "≥100%": a share of a whole should read "=100%".`,
  ),
  RATIO_AS_FRACTION: sentence<Named & { found: number; expected: string }>(
    (f) => `“${f.name}”写成小数${f.found}，应写为${f.expected}。`,
    (f) => `"${f.name}" is written ${f.found}, it should read ${f.expected}.`,
  ),
  RATE_WITHOUT_PERCENT: sentence<Named & { found: number }>(
    (f) => `“${f.name}”是比率，指标值${f.found}没有写“%”。`,
    (f) => `"${f.name}" is a rate, ${f.found} has no %.`,
  ),
  RATE_WITH_TEXT: sentence<Named & { found: string }>(
    (f) => `“${f.name}”是比率，指标值却是文字“${f.found}”。`,
    (f) => `"${f.name}" is a rate, its value is the text "${f.found}".`,
  ),
  MISSING_SIGN: sentence<Named & { found: string }>(
    (f) => `“${f.name}”的指标值“${f.found}”没有写明≥、≤或=。`,
    (f) => `"${f.name}": "${f.found}" has no sign.`,
  ),
  'MISSING_UNIT.none': sentence<Named & { found: number }>(
    (f) => `“${f.name}”的指标值${f.found}没有计量单位。`,
    (f) => `"${f.name}": ${f.found} has no unit.`,
  ),
  'MISSING_UNIT.half': sentence<Named & { found: string }>(
    (f) => `“${f.name}”的指标值“${f.found}”计量单位不完整。`,
    (f) => `"${f.name}": the unit of "${f.found}" is incomplete.`,
  ),
  SEVERAL_NUMBERS_IN_CELL: sentence<Named & { found: string[] }>(
    (f) => `“${f.name}”一格里有${f.found.length}个指标值（${f.found.join('；')}），应分行填列。`,
    (f) => `"${f.name}" has ${f.found.length} targets in one cell.`,
  ),
  'NOT_MEASURABLE.words': sentence<Named & { found: string }>(
    (f) => `“${f.name}”的指标值“${f.found}”没有可衡量的标准。`,
    (f) => `"${f.name}": "${f.found}" cannot be measured.`,
  ),
  'NOT_MEASURABLE.percent': sentence<Named & { found: string }>(
    (f) => `“${f.name}”不是比率，“${f.found}”无法衡量。`,
    (f) => `"${f.name}" is no rate, "${f.found}" cannot be measured.`,
  ),
  'NOT_MEASURABLE.sign': sentence<Named & { found: string }>(
    (f) => `“${f.name}”的指标值“${f.found}”有符号而没有数字，无法衡量。`,
    (f) => `"${f.name}": "${f.found}" has a sign and no number.`,
  ),
  NO_BASELINE: sentence<Named & { found: string }>(
    (f) => `“${f.name}”的指标值“${f.found}”没有写明与什么时候相比。`,
    (f) => `"${f.name}": "${f.found}" does not say compared with when.`,
  ),
  MISSING_LEVEL: sentence<Named & { missing: string }>(
    (f) => `“${f.name}”没有${f.missing}指标。`,
    (f) => `"${f.name}" has no ${f.missing} indicator.`,
  ),
  'MISSING_LEVEL.cost': sentence<Named & { missing: string }>(
    (f) => `“${f.name}”含采购、建设或修缮内容，没有成本指标。`,
    (f) => `"${f.name}" buys, builds or repairs and has no cost indicator.`,
  ),
  'ROW_BROKEN.lost': sentence<Named & { missing: string[] }>(
    (f) => `“${f.name}”一行破损，${f.missing.join('、')}丢失。`,
    (f) => `The row "${f.name}" is broken: ${f.missing.join(', ')} lost.`,
  ),
  'ROW_BROKEN.shifted': sentence<Named & { rows: number }>(
    (f) => `“${f.name}”${f.rows > 1 ? `等${f.rows}行` : '一行'}的单元格错位，读取时已按表头复原，请核对原表。`,
    (f) => `The cells of "${f.name}" (${f.rows} rows) are shifted; they were put back under their heads.`,
  ),
  'ROW_BROKEN.matrix': sentence<{ expected: number; found: number; cells: number[] }>(
    (f) => `按表头，“合计”列为${f.found}，与其后各来源不符；该数恰为各块合计之和，${f.cells.join('、')}等数字整体错开一列，应右移对齐。`,
    (f) => `By the heads the first 合计 is ${f.found}, which is the total of all blocks: the numbers are shifted by one column.`,
  ),
  NAME_CUT: sentence<Named & { ending: string }>(
    (f) => `指标名称“${f.name}”到“${f.ending}”处中断，名称不完整。`,
    (f) => `The name "${f.name}" breaks off.`,
  ),
  'NAME_CUT.length': sentence<Named & { length: number; others: number }>(
    (f) => `指标名称“${f.name}”恰为${f.length}个字，与同一文件中另外${f.others}个被截断的名称等长，可能不完整。`,
    (f) => `The name "${f.name}" has ${f.length} characters, like ${f.others} names that are cut: it may be incomplete.`,
  ),
  'NAME_CUT.doubt': sentence<Named>(
    (f) => `指标名称“${f.name}”可能不完整，请核对原表。`,
    (f) => `The name "${f.name}" may be incomplete.`,
  ),
  APPROVED_TARGET: sentence<Named & PlanPlace & { expected: string; found: string }>(
    (f) => `“${f.name}”的指标值为${f.found}，${ofPlan(f)}为${f.expected}（${placeInPlan(f)}）。`,
    (f) => `"${f.name}" has the target ${f.found} here, ${f.expected} in the ${f.approved ? 'approved' : 'adopted'} plan (${placeIn(f)}).`,
  ),
  'APPROVED_TARGET.weight': sentence<Named & PlanPlace & { expected: number; found: number }>(
    (f) => `“${f.name}”的权重为${f.found}，${ofPlan(f)}为${f.expected}（${placeInPlan(f)}）。`,
    (f) => `"${f.name}" weighs ${f.found} here, ${f.expected} in the ${f.approved ? 'approved' : 'adopted'} plan (${placeIn(f)}).`,
  ),
  'APPROVED_TARGET.missing': sentence<Named & PlanPlace & { expected: string }>(
    (f) => `${ofPlan(f)}有“${f.name}”（${f.expected}，${placeInPlan(f)}），本表没有。`,
    (f) => `The ${f.approved ? 'approved' : 'adopted'} plan has "${f.name}" (${f.expected}, ${placeIn(f)}), this form has not.`,
  ),
  'APPROVED_TARGET.added': sentence<Named & Pick<PlanPlace, 'approved' | 'planId' | 'source'>>(
    (f) => `“${f.name}”不在${ofPlan(f)}中（${f.source}，${f.planId}）。`,
    (f) => `"${f.name}" is not in the ${f.approved ? 'approved' : 'adopted'} plan (${f.source}, ${f.planId}).`,
  ),
  DUPLICATE_ROW: sentence<Named & { value: string }>(
    (f) => `“${f.name}”（${f.value}）重复填列。`,
    (f) => `The row "${f.name}" (${f.value}) stands twice.`,
  ),
  'YEAR_CONFLICT.title': sentence<{ expected: number; found: number }>(
    (f) => `文件年度为${f.expected}年，本表标题写为${f.found}年。`,
    (f) => `The document is of ${f.expected}, this form's title says ${f.found}.`,
  ),
  'YEAR_CONFLICT.goal': sentence<{ expected: number; found: number }>(
    (f) => `${f.expected}年度的绩效目标写的是${f.found}年的工作。`,
    (f) => `A goal of ${f.expected} speaks of the work of ${f.found}.`,
  ),
  'YEAR_CONFLICT.deadline': sentence<Named & { expected: number; found: number }>(
    (f) => `“${f.name}”的完成时间在${f.found}年，不在${f.expected}年度之内。`,
    (f) => `"${f.name}" is due in ${f.found}, outside ${f.expected}.`,
  ),
  RATIO_CONTRADICTS: sentence<{ part: number; whole: number; expected: number; found: number; gap: number; what: string }>(
    (f) => `${f.what}写为${f.expected}%，按所列数字（${f.part}÷${f.whole}）应为${f.found}%。`,
    (f) => `${f.what} is given as ${f.expected}%, its own numbers (${f.part} ÷ ${f.whole}) give ${f.found}%.`,
  ),
  'HEADCOUNT.retired': sentence<{ found: number; expected: number; active: number; retired: number }>(
    (f) => `实有人数${f.found}人含退休${f.retired}人；在职${f.active}人，计算在职人员控制率应以在职人数为准。`,
    (f) => `${f.found} people include ${f.retired} retired; ${f.active} are at work.`,
  ),
  'HEADCOUNT.differs': sentence<{ found: number; expected: number }>(
    (f) => `实有人数${f.found}人，与文中在职${f.expected}人不一致。`,
    (f) => `${f.found} people in the table, ${f.expected} at work in the text.`,
  ),
  'HEADCOUNT.over': sentence<{ found: number; expected: number }>(
    (f) => `在职${f.found}人，超过编制${f.expected}人。`,
    (f) => `${f.found} at work, more than the ${f.expected} posts.`,
  ),
  'ATTACHMENTS.missing': sentence<{ number: string; name: string }>(
    (f) => `列出了附件${f.number}《${f.name}》，文中没有这份附件。`,
    (f) => `Attachment ${f.number} (${f.name}) is listed and not there.`,
  ),
  'ATTACHMENTS.unlisted': sentence<{ number: string }>(
    (f) => `文中的“附件${f.number}”不在附件清单内。`,
    (f) => `Attachment ${f.number} is there and not listed.`,
  ),
  'ATTACHMENTS.unnumbered': sentence<{ number: string; name: string }>(
    (f) => `附件${f.number}《${f.name}》在文中没有标注附件编号。`,
    (f) => `Attachment ${f.number} (${f.name}) is there without its number.`,
  ),
  'TRANSFER_NAME.part': sentence<{ expected: string; found: string }>(
    (f) => `资金名称前后不一：标题为“${f.expected}”，此处为“${f.found}”。`,
    (f) => `The transfer is "${f.expected}" in the title and "${f.found}" here.`,
  ),
  'TRANSFER_NAME.form': sentence<{ expected: string; found: string }>(
    (f) => `通知下达的是“${f.expected}”，本表转移支付名称却写为“${f.found}”。`,
    (f) => `The notice is about "${f.expected}", the form names "${f.found}".`,
  ),
  'NOTICE_AMOUNT.missing': sentence<{ found: number | null }>(
    (f) => `下达金额空缺，“万元”前没有数字${f.found === null ? '' : `（各绩效目标表合计${f.found}万元）`}。`,
    (f) => `The amount handed down is blank${f.found === null ? '' : `; the goal tables sum to ${f.found} (万元)`}.`,
  ),
  'NOTICE_AMOUNT.differs': sentence<Money>(
    (f) => `通知下达${f.expected}万元，各绩效目标表合计${f.found}万元，相差${f.gap}万元。`,
    (f) => `The notice hands down ${f.expected}, the goal tables sum to ${f.found} (万元).`,
  ),
  'REASON_MISSING.missed': sentence<Named & { target: number; actual: number }>(
    (f) => `“${f.name}”目标${f.target}，实际${f.actual}，未完成而没有说明原因和改进措施。`,
    (f) => `"${f.name}": target ${f.target}, actual ${f.actual}, missed without a reason.`,
  ),
  'REASON_MISSING.far': sentence<Named & { target: number; actual: number; ratio: number }>(
    (f) => `“${f.name}”目标${f.target}，实际${f.actual}，完成率${f.ratio}%，远超目标，应分析目标是否偏低。`,
    (f) => `"${f.name}": target ${f.target}, actual ${f.actual} (${f.ratio}%), far above target: was the target too low?`,
  ),
  'REASON_MISSING.execution': sentence<{ found: number }>(
    (f) => `预算执行率${f.found}%，偏低而没有说明原因。`,
    (f) => `Execution is ${f.found}%, low without a reason.`,
  ),
  'PERSONAL_DATA.mobile': sentence<{ found: string }>(
    (f) => `公开文件中有手机号码（${f.found}），公开前应删除。`,
    (f) => `A mobile number (${f.found}) is published.`,
  ),
  'PERSONAL_DATA.telephone': sentence<{ found: string }>(
    (f) => `公开文件中有个人姓名和电话（${f.found}），公开前应删除。`,
    (f) => `A person's name and telephone (${f.found}) are published.`,
  ),
  'PERSONAL_DATA.identity': sentence<{ found: string }>(
    (f) => `公开文件中有身份证号码（${f.found}），公开前必须删除。`,
    (f) => `An identity number (${f.found}) is published.`,
  ),
  HTML_REST: sentence<{ found: string; count: number }>(
    (f) => `文字中残留网页标记${f.found}等${f.count}处，应清除。`,
    (f) => `${f.count} web page marks such as ${f.found} are left in the text.`,
  ),
  'TEMPLATE_TEXT.guidance': sentence<{ found: string }>(
    (f) => `模板的填写说明“${f.found}”没有删除。`,
    (f) => `Guidance of the template is left: "${f.found}".`,
  ),
  'TEMPLATE_TEXT.blank': sentence<{ found: string }>(
    (f) => `模板的占位内容“${f.found}”没有填写或删除。`,
    (f) => `A placeholder of the template is left: "${f.found}".`,
  ),
  'EMPTY_FORM.rows': sentence<Named>(
    (f) => `“${f.name}”没有填写任何绩效指标。`,
    (f) => `"${f.name}" has no indicators.`,
  ),
  'EMPTY_FORM.values': sentence<Named & { rows: number }>(
    (f) => `“${f.name}”的${f.rows}项指标都没有填写指标值。`,
    (f) => `None of the ${f.rows} indicators of "${f.name}" has a target.`,
  ),
  'EMPTY_FORM.actuals': sentence<Named & { rows: number }>(
    (f) => `“${f.name}”是自评表，${f.rows}项指标都没有填写实际完成情况。`,
    (f) => `None of the ${f.rows} indicators of "${f.name}" has an actual value.`,
  ),
  'EMPTY_FORM.some': sentence<Named & { missing: number }>(
    (f) => `“${f.name}”有${f.missing}项指标没有填写实际完成情况。`,
    (f) => `${f.missing} indicators of "${f.name}" have no actual value.`,
  ),
  SUBJECT_MISMATCH: sentence<Named & { expected: string; found: string; value: string }>(
    (f) => `“${f.name}”说的是${f.expected}，指标值“${f.value}”说的是${f.found}。`,
    (f) => `"${f.name}" is about ${f.expected}, its value about ${f.found}.`,
  ),
  ACTUAL_UNIT: sentence<Named & { expected: string; found: string }>(
    (f) => `“${f.name}”的指标值以“${f.expected}”计，完成值以“${f.found}”计，无法比较。`,
    (f) => `"${f.name}": the target is in ${f.expected}, the actual in ${f.found}.`,
  ),
  UNIT_FITS_NAME: sentence<Named & { expected: string; found: string }>(
    (f) => `“${f.name}”按名称是${f.expected}，计量单位却是“${f.found}”。`,
    (f) => `"${f.name}" is by its name no number of ${f.found}.`,
  ),
  MISSING_DATE: sentence<Named & { found: string }>(
    (f) => `“${f.name}”的指标值“${f.found}”没有写明日期。`,
    (f) => `"${f.name}": "${f.found}" names no date.`,
  ),
  MONITORING_INCOMPLETE: sentence<Named & { missing: string; rows: number }>(
    (f) => `“${f.name}”监控表有${f.rows}项没有填写${f.missing}。`,
    (f) => `${f.rows} rows of the monitoring form "${f.name}" lack ${f.missing}.`,
  ),
  'MONITORING_INCOMPLETE.all': sentence<Named & { rows: number }>(
    (f) => `“${f.name}”是监控表，${f.rows}项指标都没有填写执行情况和全年预计。`,
    (f) => `None of the ${f.rows} rows of the monitoring form "${f.name}" is filled in.`,
  ),
  SCORE_MISSING: sentence<Named & { rows: number }>(
    (f) => `“${f.name}”有${f.rows}项指标有分值而没有得分。`,
    (f) => `${f.rows} weighted rows of "${f.name}" have no score.`,
  ),
  MISSING_BUDGET: sentence<Named>(
    (f) => `“${f.name}”没有填写资金总额。`,
    (f) => `"${f.name}" does not say its money.`,
  ),
  'MISSING_BUDGET.given': sentence<Named>(
    (f) => `“${f.name}”随批复或下达通知印发，却没有金额。`,
    (f) => `"${f.name}" is approved or handed down without an amount.`,
  ),
  REVIEW_OPINION: sentence<{ what: string }>(
    (f) => `审核表的“${f.what}”没有填写。`,
    (f) => `"${f.what}" of the review is empty.`,
  ),
  REPORT_OUTLINE: sentence<{ missing: string[] }>(
    (f) => `自评报告没有写${f.missing.join('、')}。`,
    (f) => `The report lacks: ${f.missing.join(', ')}.`,
  ),
} as const;

export type CheckSentence = keyof typeof checkSentences;
/** The facts that a sentence needs. */
export type CheckFacts<K extends CheckSentence> = (typeof checkSentences)[K] extends Sentence<infer F> ? F : never;
