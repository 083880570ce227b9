/** A lasting disease and its regular drugs. */
export interface Chronic {
  icd: string;
  /** National 门诊慢特病 code; empty where the city approves none. */
  approval: string;
  department: string;
  /** Share of people with it by age. */
  share: (age: number, sex: 1 | 2) => number;
  /** One of each group, kept for the whole period. */
  drugs: readonly (readonly string[])[];
  /** Now and then, one each: never sooner than the interval of the knowledge base. */
  tests?: readonly { name: string; everyDays: number }[];
  /** Bought at clinics only: the drug asks for the diagnosis. */
  clinicOnly?: boolean;
}

const from =
  (age: number, share: number, more = 0) =>
  (years: number) =>
    years < age ? 0 : Math.min(0.65, share + (years - age) * more);

export const chronics: readonly Chronic[] = [
  {
    icd: 'I10.x00',
    approval: 'M03900',
    department: 'A03.04',
    share: from(38, 0.05, 0.012),
    drugs: [['苯磺酸氨氯地平片', '硝苯地平控释片', '缬沙坦胶囊', '厄贝沙坦片', '氯沙坦钾片', '培哚普利叔丁胺片', '吲达帕胺片']],
    tests: [
      { name: '常规心电图', everyDays: 150 },
      { name: '电解质六项', everyDays: 180 },
    ],
  },
  {
    icd: 'E11.900',
    approval: 'M01600',
    department: 'A03.07',
    share: from(38, 0.02, 0.0045),
    drugs: [['盐酸二甲双胍片'], ['阿卡波糖片', '格列美脲片', '磷酸西格列汀片', '甘精胰岛素注射液', '达格列净片', '瑞格列奈片']],
    tests: [
      { name: '糖化血红蛋白测定', everyDays: 90 },
      { name: '空腹血糖', everyDays: 25 },
    ],
  },
  {
    icd: 'I25.100',
    approval: 'M04600',
    department: 'A03.04',
    share: from(50, 0.02, 0.004),
    drugs: [
      ['阿司匹林肠溶片', '硫酸氢氯吡格雷片'],
      ['阿托伐他汀钙片', '瑞舒伐他汀钙片'],
      ['美托洛尔缓释片', '富马酸比索洛尔片'],
      ['单硝酸异山梨酯缓释片', '曲美他嗪片', '通心络胶囊'],
    ],
    tests: [
      { name: '血脂六项', everyDays: 180 },
      { name: '心脏彩色多普勒超声', everyDays: 300 },
    ],
  },
  {
    icd: 'J44.900',
    approval: 'M05300',
    department: 'A03.01',
    share: from(52, 0.012, 0.0015),
    drugs: [['布地奈德福莫特罗粉吸入剂', '噻托溴铵粉吸入剂'], ['茶碱缓释片']],
    tests: [{ name: '肺功能检查', everyDays: 170 }],
  },
  {
    icd: 'I69.300',
    approval: 'M04803',
    department: 'A03.03',
    share: from(55, 0.01, 0.0025),
    drugs: [['硫酸氢氯吡格雷片'], ['阿托伐他汀钙片', '瑞舒伐他汀钙片'], ['脑心通胶囊', '华佗再造丸', '天麻素胶囊']],
  },
  {
    icd: 'G40.900',
    approval: 'M02500',
    department: 'A03.03',
    share: () => 0.002,
    drugs: [['丙戊酸钠缓释片', '左乙拉西坦片', '卡马西平片']],
  },
  { icd: 'G20.x00', approval: 'M02300', department: 'A03.03', share: from(60, 0.006), drugs: [['多巴丝肼片'], ['盐酸普拉克索片']] },
  { icd: 'F32.900', approval: '', department: 'A15', share: from(18, 0.008), drugs: [['盐酸舍曲林片', '草酸艾司西酞普兰片']] },
  { icd: 'F20.900', approval: 'M02103', department: 'A15', share: from(20, 0.004), drugs: [['奥氮平片', '利培酮片']] },
  {
    icd: 'M06.900',
    approval: 'M06900',
    department: 'A03',
    share: from(30, 0.004),
    drugs: [['甲氨蝶呤片'], ['塞来昔布胶囊', '托法替布片']],
    tests: [{ name: '类风湿因子测定', everyDays: 120 }],
    clinicOnly: true,
  },
  {
    icd: 'E03.900',
    approval: '',
    department: 'A03.07',
    share: (age, sex) => (age < 25 ? 0 : sex === 2 ? 0.02 : 0.005),
    drugs: [['左甲状腺素钠片']],
    tests: [{ name: '甲状腺功能五项', everyDays: 120 }],
  },
  {
    icd: 'M81.900',
    approval: '',
    department: 'A04.03',
    share: (age, sex) => (age < 60 ? 0 : sex === 2 ? 0.06 : 0.01),
    drugs: [['阿仑膦酸钠片', '骨化三醇软胶囊'], ['碳酸钙D3片']],
  },
  {
    icd: 'N40.x00',
    approval: '',
    department: 'A04.04',
    share: (age, sex) => (sex === 2 || age < 55 ? 0 : 0.06 + (age - 55) * 0.004),
    drugs: [['非那雄胺片', '盐酸坦索罗辛缓释胶囊', '度他雄胺软胶囊', '前列舒通胶囊']],
    tests: [
      { name: '前列腺特异抗原测定', everyDays: 180 },
      { name: '前列腺超声', everyDays: 200 },
    ],
  },
  {
    icd: 'B18.100',
    approval: 'M00201',
    department: 'A03.02',
    share: from(25, 0.006),
    drugs: [['恩替卡韦分散片']],
    tests: [
      { name: '乙肝病毒DNA定量', everyDays: 170 },
      { name: '肝功能十一项', everyDays: 90 },
    ],
    clinicOnly: true,
  },
  {
    icd: 'G30.900',
    approval: '',
    department: 'A03.03',
    share: from(72, 0.02, 0.002),
    drugs: [['盐酸多奈哌齐片', '盐酸美金刚片']],
    clinicOnly: true,
  },
  {
    icd: 'M10.900',
    approval: '',
    department: 'A03.07',
    share: (age, sex) => (age < 30 ? 0 : sex === 1 ? 0.015 : 0.003),
    drugs: [['非布司他片', '别嘌醇片']],
  },
  {
    icd: 'N18.900',
    approval: '',
    department: 'A03.06',
    share: from(45, 0.008),
    drugs: [
      ['百令胶囊', '黄葵胶囊', '尿毒清颗粒'],
      ['碳酸司维拉姆片', '罗沙司他胶囊'],
    ],
    tests: [{ name: '尿常规分析', everyDays: 80 }],
    clinicOnly: true,
  },
  {
    icd: 'C50.900',
    approval: '',
    department: 'A19',
    share: (age, sex) => (sex === 2 && age > 38 ? 0.004 : 0),
    drugs: [['来曲唑片', '枸橼酸他莫昔芬片']],
    clinicOnly: true,
  },
  {
    icd: 'C61.x00',
    approval: '',
    department: 'A04.04',
    share: (age, sex) => (sex === 1 && age > 62 ? 0.005 : 0),
    drugs: [['比卡鲁胺片']],
    tests: [{ name: '前列腺特异抗原测定', everyDays: 80 }],
    clinicOnly: true,
  },
];
