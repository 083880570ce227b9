/**
 * Causes of cases (案由): who, and what (after the list of Suzhou, 苏医保督〔2024〕1号: 4 subjects, 35 situations; the article is that of
 * 医疗保障基金使用监督管理条例 unless another law is named).
 */
export const partyKinds = ['agency', 'provider', 'person', 'other'] as const;
export type PartyKind = (typeof partyKinds)[number];

export interface CaseCause {
  readonly code: string;
  readonly party: PartyKind;
  readonly article: string;
  readonly zh: string;
  readonly en: string;
}
const cause = (no: number, party: PartyKind, article: string, zh: string, en: string): CaseCause => ({
  code: `AY${String(no).padStart(2, '0')}`,
  party,
  article,
  zh,
  en,
});

// biome-ignore format: a table
export const caseCauses: readonly CaseCause[] = [
  cause(1, 'agency', '37', '伪造、变造、隐匿、涂改、销毁有关资料骗取医疗保障基金', 'fraud by forged documents (agency)'),
  cause(2, 'agency', '37', '虚构医药服务项目等骗取医疗保障基金', 'fraud by fictitious services (agency)'),
  cause(3, 'provider', '39', '未建立医疗保障基金使用内部管理制度或者没有专门机构、人员', 'no internal system or staff'),
  cause(4, 'provider', '39', '未按照规定保管财务账目、会计凭证、处方、病历等资料', 'records not kept'),
  cause(5, 'provider', '39', '未按照规定通过医疗保障信息系统传送医疗保障基金使用有关数据', 'data not sent'),
  cause(6, 'provider', '39', '未按照规定向医疗保障行政部门报告有关信息', 'information not reported'),
  cause(7, 'provider', '39', '未按照规定向社会公开医药费用、费用结构等信息', 'fees not published'),
  cause(8, 'provider', '39', '提供支付范围以外的服务未经参保人员同意', 'no consent for what is out of scope'),
  cause(9, 'provider', '39', '拒绝医疗保障等行政部门监督检查或者提供虚假情况', 'refusing inspection'),
  cause(10, 'provider', '39', '以支付政策为由拒收、推诿参保人员', 'refusing patients because of payment'),
  cause(11, 'provider', '38', '分解住院、挂床住院', 'split or empty stays'),
  cause(12, 'provider', '38', '过度诊疗、过度检查、分解处方、超量开药、重复开药', 'overtreatment'),
  cause(13, 'provider', '38', '重复收费、超标准收费、分解项目收费', 'overcharging'),
  cause(14, 'provider', '38', '串换药品、医用耗材、诊疗项目和服务设施', 'swapped items'),
  cause(15, 'provider', '38', '为参保人员转卖药品等提供便利', 'helping resale'),
  cause(16, 'provider', '38', '将不属于支付范围的医药费用纳入医疗保障基金结算', 'out of scope settled'),
  cause(17, 'provider', '38', '为非定点或者中止协议的机构结算费用', 'settling for others'),
  cause(18, 'provider', '38', '高套病种、转嫁住院费用', 'up-coding, shifting cost'),
  cause(19, 'provider', '38', '造成医疗保障基金损失的其他违法行为', 'other loss'),
  cause(20, 'provider', '40', '诱导、协助他人冒名或者虚假就医、购药骗取医疗保障基金', 'inducing or helping impersonation'),
  cause(21, 'provider', '40', '提供虚假证明材料骗取医疗保障基金', 'false proof'),
  cause(22, 'provider', '40', '串通他人虚开费用单据骗取医疗保障基金', 'false bills'),
  cause(23, 'provider', '40', '伪造、变造、隐匿、涂改、销毁医学文书等资料骗取医疗保障基金', 'forged records'),
  cause(24, 'provider', '40', '虚构医药服务项目骗取医疗保障基金', 'fictitious services'),
  cause(25, 'provider', '40', '以骗取医疗保障基金为目的实施第三十八条行为', 'acts of article 38 with fraud purpose'),
  cause(26, 'provider', '40', '其他骗取医疗保障基金支出的行为', 'other fraud'),
  cause(27, 'person', '41', '将本人的医疗保障凭证交由他人冒名使用', 'lending the certificate'),
  cause(28, 'person', '41', '重复享受医疗保障待遇', 'benefits taken twice'),
  cause(29, 'person', '41', '转卖药品、接受返还现金实物或者获得其他非法利益', 'reselling drugs'),
  cause(30, 'person', '41', '使用他人医疗保障凭证冒名就医、购药骗取医疗保障基金', 'using another’s certificate'),
  cause(31, 'person', '41', '伪造、变造资料骗取医疗保障基金', 'fraud by forged documents'),
  cause(32, 'person', '41', '虚构医药服务项目等骗取医疗保障基金', 'fraud by fictitious services'),
  cause(33, 'person', '社会保险法88', '骗取社会保险待遇', 'fraud on benefits'),
  cause(34, 'person', '社会救助68', '骗取医疗救助', 'fraud on medical aid'),
  cause(35, 'other', '', '其他违反医疗保障法律法规的行为', 'other'),
];
export const causeOf = (code: string): CaseCause | undefined => caseCauses.find((one) => one.code === code);
/** 当事人 + 涉嫌 + 案由 + 案; 涉嫌 falls away with the decision. */
export const caseNameOf = (partyName: string, causeText: string, decided: boolean): string =>
  `${partyName}${decided ? '' : '涉嫌'}${causeText}案`;
