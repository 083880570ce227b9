/** Words of inspections that forms choose from. */
export const inspectionWordLists = {
  kinds: {
    daily: { zh: '日常检查', en: 'routine' },
    special: { zh: '专项检查', en: 'special' },
    flying: { zh: '飞行检查（配合）', en: 'unannounced (joined in)' },
    cross: { zh: '交叉检查', en: 'cross' },
    lead: { zh: '线索检查', en: 'of a clue' },
    remote: { zh: '异地稽核', en: 'remote audit' },
  },
  providerKinds: {
    medical: { zh: '医疗机构', en: 'medical' },
    pharmacy: { zh: '零售药店', en: 'pharmacy' },
  },
  stratifications: {
    none: { zh: '不分层', en: 'none' },
    kind: { zh: '按机构类别', en: 'by kind' },
    level: { zh: '按机构级别', en: 'by level' },
    grade: { zh: '按信用等级', en: 'by credit grade' },
  },
  problemKinds: {
    splitStay: { zh: '分解住院、挂床住院', en: 'split or empty stays' },
    overtreatment: { zh: '过度诊疗、过度检查、超量开药', en: 'overtreatment' },
    overcharging: { zh: '重复收费、超标准收费、分解收费', en: 'overcharging' },
    swapping: { zh: '串换药品、耗材、项目', en: 'swapped items' },
    resale: { zh: '协助转卖药品', en: 'helping resale' },
    outOfScope: { zh: '不属支付范围的纳入结算', en: 'out of scope' },
    fraud: { zh: '涉嫌欺诈骗保', en: 'suspected fraud' },
    management: { zh: '内部管理、资料保存', en: 'management and records' },
    other: { zh: '其他', en: 'other' },
  },
} as const;
