/** Acute troubles that bring people to a clinic. Codes: ICD-10 national version. No item here is in the knowledge base except by its right use. */
export interface Acute {
  icd: string;
  department: string;
  ages: readonly [number, number];
  sex?: 1 | 2;
  weight: number;
  /** Factor by month 1…12; default 1. */
  season?: 'winter' | 'summer' | 'spring';
  /** One of each group is prescribed. */
  drugs: readonly (readonly string[])[];
  /** For children under 14 instead of `drugs`. */
  childDrugs?: readonly (readonly string[])[];
  /** One of them, with the chance given. */
  tests?: readonly string[];
  testChance?: number;
  treatments?: readonly string[];
}

const season = {
  winter: [1.7, 1.5, 1.2, 0.9, 0.7, 0.6, 0.6, 0.6, 0.8, 1, 1.3, 1.7],
  summer: [0.5, 0.5, 0.7, 0.9, 1.1, 1.5, 1.9, 1.9, 1.5, 1, 0.7, 0.5],
  spring: [0.7, 1, 1.6, 1.8, 1.5, 1, 0.7, 0.7, 0.9, 0.9, 0.7, 0.6],
} as const;

export const seasonFactor = (acute: Acute, month: number): number => (acute.season ? (season[acute.season][month - 1] as number) : 1);

const cold = ['感冒清热颗粒', '连花清瘟胶囊', '板蓝根颗粒', '银黄颗粒'];
const antibiotic = ['阿莫西林胶囊', '头孢呋辛酯片', '罗红霉素胶囊', '头孢克肟分散片', '阿奇霉素片'];
const childCold = ['小儿豉翘清热颗粒', '小儿柴桂退热颗粒', '小儿氨酚黄那敏颗粒'];

export const acutes: readonly Acute[] = [
  { icd: 'J06.900', department: 'A03.01', ages: [0, 110], weight: 34, season: 'winter', drugs: [cold, ['对乙酰氨基酚片', '布洛芬缓释胶囊', '复方甘草片']], childDrugs: [childCold, ['布洛芬混悬液']], tests: ['血细胞分析', 'C反应蛋白测定'], testChance: 0.45 },
  { icd: 'J20.900', department: 'A03.01', ages: [0, 110], weight: 14, season: 'winter', drugs: [antibiotic, ['氨溴索口服溶液', '急支糖浆', '乙酰半胱氨酸颗粒']], childDrugs: [['头孢克肟颗粒'], ['小儿肺热咳喘颗粒', '小儿化痰止咳颗粒', '小儿消积止咳口服液']], tests: ['血细胞分析', '胸部正侧位X线摄影'], testChance: 0.6, treatments: ['雾化吸入'] },
  { icd: 'J02.900', department: 'A11', ages: [3, 110], weight: 10, season: 'winter', drugs: [['蓝芩口服液', '蒲地蓝消炎片', '西瓜霜润喉片']], childDrugs: [['小儿豉翘清热颗粒']], tests: ['血细胞分析'], testChance: 0.3 },
  { icd: 'J03.900', department: 'A11', ages: [3, 60], weight: 5, season: 'winter', drugs: [antibiotic, ['蓝芩口服液']], childDrugs: [['头孢克肟颗粒']], tests: ['血细胞分析'], testChance: 0.6 },
  { icd: 'J11.100', department: 'A03.01', ages: [2, 110], weight: 5, season: 'winter', drugs: [['奥司他韦胶囊'], ['连花清瘟胶囊', '布洛芬缓释胶囊']], childDrugs: [['布洛芬混悬液'], childCold], tests: ['病毒抗原联合检测'], testChance: 0.9 },
  { icd: 'J30.400', department: 'A11', ages: [6, 80], weight: 7, season: 'spring', drugs: [['氯雷他定片', '西替利嗪片'], ['糠酸莫米松鼻喷雾剂']], childDrugs: [['糠酸莫米松鼻喷雾剂']] },
  { icd: 'A09.900', department: 'A03.02', ages: [0, 110], weight: 8, season: 'summer', drugs: [['蒙脱石散', '诺氟沙星胶囊'], ['口服补液盐散', '藿香正气口服液']], childDrugs: [['蒙脱石散'], ['口服补液盐散']], tests: ['粪便常规'], testChance: 0.6 },
  { icd: 'K29.500', department: 'A03.02', ages: [15, 110], weight: 11, drugs: [['奥美拉唑肠溶胶囊', '雷贝拉唑钠肠溶片', '铝碳酸镁咀嚼片'], ['胃苏颗粒', '香砂养胃丸', '枸橼酸莫沙必利片']], tests: ['幽门螺杆菌呼气试验', '腹部彩色多普勒超声'], testChance: 0.35 },
  { icd: 'K21.900', department: 'A03.02', ages: [20, 110], weight: 5, drugs: [['奥美拉唑肠溶胶囊', '雷贝拉唑钠肠溶片'], ['多潘立酮片', '枸橼酸莫沙必利片']] },
  { icd: 'K59.000', department: 'A03.02', ages: [1, 110], weight: 3, drugs: [['乳果糖口服溶液'], ['双歧杆菌三联活菌胶囊']], childDrugs: [['乳果糖口服溶液']] },
  { icd: 'N39.000', department: 'A04.04', ages: [15, 110], weight: 5, drugs: [['左氧氟沙星片', '呋喃妥因片']], tests: ['尿常规分析'], testChance: 0.95 },
  { icd: 'M54.500', department: 'A04.03', ages: [18, 110], weight: 10, drugs: [['双氯芬酸钠缓释片', '塞来昔布胶囊'], ['盐酸乙哌立松片', '腰痹通胶囊', '活血止痛膏']], tests: ['腰椎磁共振平扫', '四肢X线摄影'], testChance: 0.2, treatments: ['中频脉冲电治疗', '红外线治疗'] },
  { icd: 'M47.800', department: 'A04.03', ages: [28, 90], weight: 6, drugs: [['布洛芬缓释胶囊', '塞来昔布胶囊'], ['甲钴胺片', '活血止痛膏']], treatments: ['超声波治疗', '红外线治疗'] },
  { icd: 'M17.900', department: 'A04.03', ages: [50, 110], weight: 7, drugs: [['硫酸氨基葡萄糖胶囊'], ['塞来昔布胶囊', '活血止痛膏']], tests: ['四肢X线摄影'], testChance: 0.4 },
  { icd: 'S93.400', department: 'A04.03', ages: [8, 75], weight: 3, drugs: [['云南白药气雾剂', '活血止痛膏']], childDrugs: [['云南白药气雾剂']], tests: ['四肢X线摄影'], testChance: 0.7 },
  { icd: 'S61.900', department: 'A04', ages: [5, 80], weight: 2, drugs: [['头孢呋辛酯片', '阿莫西林胶囊']], childDrugs: [['头孢克肟颗粒']], treatments: ['清创(小)', '换药(小)'] },
  { icd: 'L30.900', department: 'A13', ages: [0, 110], weight: 7, drugs: [['糠酸莫米松乳膏'], ['西替利嗪片', '氯雷他定片']], childDrugs: [['炉甘石洗剂']] },
  { icd: 'L50.900', department: 'A13', ages: [6, 80], weight: 4, season: 'summer', drugs: [['氯雷他定片', '西替利嗪片'], ['炉甘石洗剂']], childDrugs: [['炉甘石洗剂']] },
  { icd: 'B35.300', department: 'A13', ages: [18, 80], weight: 3, season: 'summer', drugs: [['联苯苄唑乳膏']] },
  { icd: 'B02.900', department: 'A13', ages: [40, 100], weight: 2, drugs: [['阿昔洛韦片'], ['甲钴胺片'], ['夫西地酸乳膏']] },
  { icd: 'H10.900', department: 'A10', ages: [1, 110], weight: 4, season: 'spring', drugs: [['左氧氟沙星滴眼液', '妥布霉素滴眼液']], childDrugs: [['妥布霉素滴眼液']] },
  { icd: 'H04.100', department: 'A10', ages: [20, 110], weight: 4, drugs: [['玻璃酸钠滴眼液']], tests: ['眼底检查', '眼压检查'], testChance: 0.5 },
  { icd: 'H66.900', department: 'A11', ages: [2, 80], weight: 2, season: 'winter', drugs: [antibiotic], childDrugs: [['头孢克肟颗粒']], tests: ['听力筛查'], testChance: 0.3 },
  { icd: 'K04.000', department: 'A12', ages: [14, 90], weight: 6, drugs: [['甲硝唑片', '阿莫西林胶囊']], treatments: ['牙体充填术', '根管治疗'] },
  { icd: 'K05.200', department: 'A12', ages: [18, 90], weight: 4, drugs: [['甲硝唑口颊片'], ['阿莫西林胶囊']] },
  { icd: 'G47.000', department: 'A03.03', ages: [25, 110], weight: 6, drugs: [['艾司唑仑片', '佐匹克隆片']] },
  { icd: 'R42.x00', department: 'A03.03', ages: [30, 110], weight: 7, drugs: [['盐酸倍他司汀片', '天麻素胶囊']], tests: ['头颅CT平扫', '颈部血管彩色多普勒超声'], testChance: 0.35 },
  { icd: 'R07.400', department: 'A03.04', ages: [30, 110], weight: 5, drugs: [['速效救心丸', '复方丹参滴丸', '稳心颗粒']], tests: ['常规心电图', '心脏彩色多普勒超声'], testChance: 0.9 },
  { icd: 'E04.900', department: 'A03.07', ages: [20, 80], weight: 3, drugs: [], tests: ['甲状腺彩色多普勒超声', '甲状腺功能五项'], testChance: 1 },
  { icd: 'D50.900', department: 'A03', ages: [16, 90], weight: 2, drugs: [['维生素C注射液']], tests: ['血细胞分析'], testChance: 1 },
  { icd: 'F41.900', department: 'A15', ages: [18, 80], weight: 3, drugs: [['草酸艾司西酞普兰片', '盐酸舍曲林片']] },
  { icd: 'K80.200', department: 'A04', ages: [30, 90], weight: 3, drugs: [['消炎利胆片', '熊去氧胆酸胶囊']], tests: ['腹部彩色多普勒超声'], testChance: 0.9 },
  { icd: 'N76.000', department: 'A05', ages: [18, 60], sex: 2, weight: 7, drugs: [['保妇康栓', '克霉唑阴道片', '硝呋太尔阴道软膏']], tests: ['阴道分泌物检查'], testChance: 0.9 },
  { icd: 'N92.600', department: 'A05', ages: [15, 52], sex: 2, weight: 5, drugs: [['黄体酮胶囊', '地屈孕酮片', '益母草颗粒', '乌鸡白凤丸']], tests: ['妇科超声'], testChance: 0.6 },
  { icd: 'N73.900', department: 'A05', ages: [18, 55], sex: 2, weight: 4, drugs: [['妇科千金片', '桂枝茯苓胶囊'], ['甲硝唑片']], tests: ['妇科超声'], testChance: 0.5 },
  { icd: 'N60.100', department: 'A04', ages: [20, 60], sex: 2, weight: 3, drugs: [], tests: ['乳腺彩色多普勒超声'], testChance: 1 },
  { icd: 'N95.100', department: 'A05', ages: [45, 60], sex: 2, weight: 2, drugs: [['戊酸雌二醇片']] },
  { icd: 'N41.100', department: 'A04.04', ages: [22, 60], sex: 1, weight: 4, drugs: [['前列舒通胶囊', '癃闭舒胶囊'], ['左氧氟沙星片']], tests: ['前列腺超声'], testChance: 0.5 },
  { icd: 'N47.x00', department: 'A04.04', ages: [6, 40], sex: 1, weight: 1, drugs: [], childDrugs: [], treatments: ['包皮分离术'] },
  { icd: 'J45.900', department: 'A07', ages: [3, 13], weight: 3, season: 'spring', drugs: [], childDrugs: [['孟鲁司特钠咀嚼片'], ['布地奈德混悬液']] },
  { icd: 'R62.800', department: 'A07', ages: [1, 5], weight: 2, drugs: [], childDrugs: [['小儿碳酸钙D3颗粒', '醒脾养儿颗粒']] },
  { icd: 'K02.900', department: 'A12', ages: [4, 11], weight: 4, drugs: [], childDrugs: [], treatments: ['儿童窝沟封闭', '乳牙拔除术'] },
  { icd: 'K30.x00', department: 'A50', ages: [2, 6], weight: 3, drugs: [], childDrugs: [['醒脾养儿颗粒']], treatments: ['小儿推拿', '小儿捏脊治疗'] },
];

/** What the counters of pharmacies sell over the year without a clinic. */
export const overTheCounter: readonly string[] = [
  '感冒清热颗粒', '连花清瘟胶囊', '板蓝根颗粒', '对乙酰氨基酚片', '布洛芬缓释胶囊', '复方甘草片', '氯雷他定片', '蒙脱石散', '香砂养胃丸', '多潘立酮片', '活血止痛膏', '云南白药气雾剂', '西瓜霜润喉片', '玻璃酸钠滴眼液', '急支糖浆', '银黄颗粒', '藿香正气口服液', '联苯苄唑乳膏', '速效救心丸', '双歧杆菌三联活菌胶囊',
];
