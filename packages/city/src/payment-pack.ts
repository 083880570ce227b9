import { type DrgPack, dayOfDate, ONE, type PaymentGroup, type PaymentScheme, PRICE_SCALE } from '@hengjian/domain';

/**
 * A small grouping pack of our own for the invented city, in the shape of the published ones: enough to see how a case comes to its group.
 * Category | name | diagnoses; adjacent group | name | procedures (none: medical, of the category's diagnoses it names) | weight without and with
 * complications (one weight: not parted).
 */
const table = `
MDCE 呼吸系统疾病 J18.900 J18.000 J44.100 J20.900 C34.900
EB1 肺叶切除|32.4100|5.1
ER1 呼吸系统恶性肿瘤|C34.900|1.2,1.6
ES1 肺炎|J18.900 J18.000|0.9,1.3
ET1 慢性气道阻塞病|J44.100|1.1,1.5
EX1 其他呼吸系统疾病|J20.900|0.5
MDCF 循环系统疾病 I20.000 I21.900 I50.900 I10.x00 I83.900
FM1 冠状动脉支架置入|36.0700|4.2
FF1 下肢静脉手术|38.5900|1.7
FR1 心力衰竭|I50.900|1.2,1.7
FR2 急性心肌梗死|I21.900|1.5,2.1
FR3 心绞痛|I20.000|1
FV1 高血压|I10.x00|0.6
FV2 其他血管疾病|I83.900|0.5
MDCG 消化系统疾病 K35.900 K40.900 K64.200 K92.200 A09.900 C18.900
GB1 结肠切除|45.7300|4.9
GD1 阑尾切除|47.0100|1.9
GE1 疝修补|53.0300|1.5
GF1 肛管手术|49.4600|1.4
GS1 消化道出血|K92.200|1.1,1.6
GV1 胃肠炎|A09.900|0.5
GV2 阑尾炎|K35.900|0.6
MDCH 肝胆胰疾病 K80.100 K85.900
HC2 胆囊切除|51.2300|2.6
HT2 急性胰腺炎|K85.900|1.4,2
HU1 胆道疾患|K80.100|0.5
MDCB 神经系统疾病 I63.900 I61.900 I69.300 R42.x00
BR1 颅内出血|I61.900|2.3,3.1
BR2 脑缺血性疾患|I63.900|2,2.6
BV1 神经系统后遗症|I69.300|1.3
BX1 头晕|R42.x00|0.6
MDCI 肌肉骨骼疾病 M51.200 S72.000 M17.900 S52.500
IB1 脊柱手术|80.5100|2.8
IC1 髋膝关节置换|81.5100 81.5400|5.2
IF1 上肢骨手术|79.3200|2.5
IU1 脊柱疾患|M51.200|0.6
MDCK 内分泌疾病 E11.900 C73.x00
KD1 甲状腺手术|06.4x00|2.3
KS1 糖尿病|E11.900|0.7,0.9
MDCL 泌尿系统疾病 N20.100 N39.000
LU1 泌尿道感染|N39.000|0.6
LX1 尿路结石|N20.100|0.6
MDCR 肿瘤治疗 Z51.100
RU1 恶性肿瘤化学治疗|Z51.100|0.9
MDCJ 皮肤和皮下组织疾病 L03.100
JS1 皮肤感染|L03.100|0.5
MDCP 新生儿疾病 P22.900 P59.900
PU1 新生儿呼吸窘迫|P22.900|1.2
PV1 其他新生儿疾病|P59.900|0.6
MDCX 症状和其他就医情况 R10.400 R55.x00 R07.400 R53.x00
XS1 腹痛|R10.400|0.5
XT1 其他症状|R55.x00 R07.400 R53.x00|0.5
MDCO 妊娠分娩 O80.900 O82.900
OB1 剖宫产|74.1x00|0.9
OR1 阴道分娩|O80.900|0.5`;

/** Diagnoses that make a case dearer; those of the main diagnosis's own table do not count. */
const severe: readonly (readonly [string, string])[] = [
  ['J96.000', '1'],
  ['R57.900', '2'],
  ['A41.900', '3'],
  ['J80.x00', '1'],
];
const lesser: readonly (readonly [string, string])[] = [
  ['I50.900', '4'],
  ['E11.900', '5'],
  ['N18.500', '6'],
  ['E43.x00', '7'],
  ['K21.000', '8'],
];
const excludedBy: readonly (readonly [string, string])[] = [
  ['I50.900', '4'],
  ['E11.900', '5'],
  ['J18.900', '1'],
];

const rows = table.trim().split('\n');
const isCategory = (row: string) => row.startsWith('MDC');

function read() {
  const pack = {
    categories: [] as { code: string; name: string; rule: string }[],
    categoryDiagnoses: [] as { category: string; site: string; code: string }[],
    adjacent: [] as { category: string; code: string; name: string; rule: string }[],
    adjacentCodes: [] as { adjacent: string; list: string; code: string }[],
    groups: [] as { adjacent: string; code: string; name: string; rule: string }[],
    operations: [] as string[],
  };
  const weights = new Map<string, number>();
  let category = '';
  for (const row of rows) {
    if (isCategory(row)) {
      const [code = '', name = '', ...diagnoses] = row.split(' ');
      category = code;
      pack.categories.push({ code, name, rule: 'ZD' });
      pack.categoryDiagnoses.push(...diagnoses.map((diagnosis) => ({ category, site: '', code: diagnosis })));
      continue;
    }
    const [head = '', codes = '', weighed = ''] = row.split('|');
    const [code = '', name = ''] = head.split(' ');
    const surgical = /^[A-J]/.test(code[1] ?? '') || code[1] === 'M';
    const list = surgical ? 'SS' : 'ZD';
    pack.adjacent.push({ category, code, name, rule: list });
    for (const one of codes.split(' ')) {
      pack.adjacentCodes.push({ adjacent: code, list, code: one });
      if (surgical) pack.operations.push(one);
    }
    const [plain = '', dear] = weighed.split(',');
    const group = (suffix: string, title: string, rule: string, weight: string) => {
      pack.groups.push({ adjacent: code, code: `${code}${suffix}`, name: title, rule });
      weights.set(`${code}${suffix}`, Math.round(Number(weight) * ONE));
    };
    if (dear === undefined) group('9', name, 'ANY', plain);
    else {
      group('1', `${name}，伴并发症或合并症`, 'MCC_OR_CC', dear);
      group('5', `${name}，不伴并发症或合并症`, 'ANY', plain);
    }
  }
  return { pack, weights };
}

export function drgPack(): DrgPack {
  return {
    packId: 'city-drg',
    title: '演示分组方案（DRG）',
    source: '演示数据',
    ...read().pack,
    mcc: severe,
    cc: lesser,
    exclusions: excludedBy,
  };
}

/** The city paid by DRG instead: the same stays, a rate for a weight of 1. */
export function drgScheme(year: number, base: PaymentScheme): PaymentScheme {
  const { pack, weights } = read();
  return {
    ...base,
    schemeId: `city-drg-${year}`,
    title: `${year} 年住院费用按病组付费（DRG，演示）`,
    method: 'drg',
    fromDay: dayOfDate(year, 1, 1),
    packId: 'city-drg',
    settings: { ...base.settings, standard: 'payment', low: 'cost', ungrouped: ONE, trust: 'grouper' },
    groups: pack.groups.map(
      ({ code, name }): PaymentGroup => ({
        code,
        name,
        kind: 'drg',
        weight: weights.get(code) ?? 0,
        meanFen: null,
        meanDays: null,
        lowRisk: false,
        diagnoses: [],
        procedures: '',
      }),
    ),
    rates: base.rates.map((row) => ({ ...row, rate: 3_400 * PRICE_SCALE })),
    auxiliary: [],
    classes: [],
  };
}
