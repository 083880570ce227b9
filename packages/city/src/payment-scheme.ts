import {
  dayOfDate,
  type GroupKind,
  type Insurance,
  ONE,
  type PaymentGroup,
  type PaymentScheme,
  PRICE_SCALE,
  parseFixed,
} from '@hengjian/domain';

/** Mean cost of a stay in the city that points are relative to: an item at it has 1,000 points. */
const MEAN_YUAN = 3_400;

/** DIP items of the invented city: code, name, diagnoses, procedures, mean cost in yuan, mean days; `*`: deaths are watched, `=`: basic. */
const core = `
J18.9-0 肺炎，保守治疗|J18.9||3600|8.4|
J18.0-0 支气管肺炎，保守治疗|J18.0||1950|6.4|*
J44.1-0 慢性阻塞性肺疾病急性加重，保守治疗|J44.1||4300|9.3|
J20.9-0 急性支气管炎，保守治疗|J20.9||1500|5|*=
I63.9-0 脑梗死，保守治疗|I63.9||7200|11.4|
I61.9-0 脑内出血，保守治疗|I61.9||8200|15|
I20.0-0 不稳定性心绞痛，保守治疗|I20.0||3500|7|
I21.9-1 急性心肌梗死，冠状动脉支架置入|I21.9|36.07/36.06|14500|9|
I21.9-0 急性心肌梗死，保守治疗|I21.9||4800|7|
I50.9-0 心力衰竭，保守治疗|I50.9||4200|8.4|
I10.x-0 高血压，保守治疗|I10.x||1600|5.9|*=
E11.9-0 2 型糖尿病，保守治疗|E11.9||2300|7|*=
K92.2-0 消化道出血，保守治疗|K92.2||3900|6.6|
K85.9-0 急性胰腺炎，保守治疗|K85.9||4600|9|
K35.9-1 急性阑尾炎，阑尾切除|K35.9|47.0|6200|6.4|*
K35.9-0 急性阑尾炎，保守治疗|K35.9||1500|5.2|*
K80.1-1 胆囊结石伴胆囊炎，腹腔镜胆囊切除|K80.1|51.23|8900|7.6|
K80.1-2 胆囊结石伴胆囊炎，胆囊切除合并阑尾切除|K80.1|51.2+47.0|9900|8|
K80.1-0 胆囊结石伴胆囊炎，保守治疗|K80.1||1400|4.6|
K40.9-1 单侧腹股沟疝，疝修补|K40.9|53.0|5200|6|*
K64.2-1 痔，切除或套扎|K64.2|49.4|4500|6.6|*=
N20.1-0 输尿管结石，保守治疗|N20.1||1900|4.6|*
N39.0-0 泌尿道感染，保守治疗|N39.0||1900|5.6|*=
A09.9-0 胃肠炎，保守治疗|A09.9||1500|4|*=
R42.x-0 头晕，保守治疗|R42.x||2100|6|*
M51.2-1 腰椎间盘突出，椎间盘切除|M51.2|80.5|9300|10|
M51.2-0 腰椎间盘突出，保守治疗|M51.2||1900|6|*=
I83.9-1 下肢静脉曲张，高位结扎剥脱|I83.9|38.59/38.5|5500|6.6|
I83.9-0 下肢静脉曲张，保守治疗|I83.9||1300|4|*
C18.9-1 结肠恶性肿瘤，结肠切除|C18.9|45.7|16500|13|
C34.9-1 肺恶性肿瘤，肺叶切除|C34.9|32.4|17500|12|
C34.9-0 肺恶性肿瘤，保守治疗|C34.9||4600|6|
C73.x-1 甲状腺恶性肿瘤，甲状腺切除|C73.x|06.4/06.2|7700|7|
Z51.1-0 恶性肿瘤化学治疗|Z51.1||3300|2.5|
S72.0-1 股骨颈骨折，髋关节置换|S72.0|81.51/81.52|17800|13|
M17.9-1 膝关节病，膝关节置换|M17.9|81.54|17200|11.5|
S52.5-1 桡骨下端骨折，切开复位内固定|S52.5|79.32|8300|9|*
H25.9-1 老年性白内障，超声乳化|H25.9|13.41|4600|3|*
H25.9-0 老年性白内障，保守治疗|H25.9||1100|4|*
J35.0-1 慢性扁桃体炎，扁桃体切除|J35.0|28.2/28.3|5100|5|*
N40.x-1 前列腺增生，经尿道电切|N40.x|60.2|7200|8.6|
D25.9-1 子宫平滑肌瘤，子宫切除|D25.9|68.4|7600|8|
D25.9-2 子宫平滑肌瘤，肌瘤剔除|D25.9|68.29|6900|7|
N83.2-1 卵巢囊肿，剥除|N83.2|65.2|6100|6.4|*
F20.9-0 精神分裂症，保守治疗|F20.9||4800|24|
P59.9-0 新生儿黄疸，保守治疗|P59.9||2100|5|*
P22.9-0 新生儿呼吸窘迫，保守治疗|P22.9||4100|7|
O80.9-1 单胎顺产|O80|73.5/73.6/72|1800|3.6|*=
O82.9-1 剖宫产|O82|74|3100|5.6|*
I69.3-0 脑梗死后遗症，康复|I69.3||4300|21|
L03.1-0 四肢蜂窝织炎，保守治疗|L03.1||1300|5|*
R10.4-0 腹痛，保守治疗|R10.4||1500|4.6|*`;

/** 综合病种: diagnosis, class of procedure, mean cost, mean days. */
const comprehensive = `
A00-B99|保守治疗|1900|5
C00-D48|相关手术|13500|11
C00-D48|保守治疗|4100|6
D50-E90|保守治疗|2200|6
F00-F99|保守治疗|3900|18
G00-H95|相关手术|4900|4
G00-H95|保守治疗|2300|6
I00-I99|相关手术|11500|9
I00-I99|保守治疗|3600|7
J00-J99|相关手术|6300|7
J00-J99|保守治疗|2300|6
K00-K93|相关手术|6500|7
K00-K93|保守治疗|2100|5
L00-N99|相关手术|7100|8
L00-N99|保守治疗|2000|6
O00-P96|相关手术|3600|5
O00-P96|保守治疗|1900|5
Q00-R99|相关手术|4300|6
Q00-R99|保守治疗|1500|5
S00-T98|相关手术|9300|10
S00-T98|保守治疗|2500|6
Z00-Z99|保守治疗|1700|4`;

const rows = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|'));
const weightOf = (yuan: string) => Math.round((Number(yuan) * 1000 * ONE) / MEAN_YUAN);

function dipGroups(): PaymentGroup[] {
  const group = (code: string, name: string, kind: GroupKind, own: readonly string[], procedures: string, marks: string): PaymentGroup => ({
    code,
    name,
    kind,
    weight: weightOf(own[1] as string),
    meanFen: Number(own[1]) * 100,
    meanDays: parseFixed(own[2] as string, ONE) ?? null,
    lowRisk: marks.includes('*'),
    diagnoses: [own[0] as string],
    procedures,
  });
  return [
    ...rows(core).map(([head = '', dx = '', procedures = '', yuan = '', days = '', marks = '']) => {
      const space = head.indexOf(' ');
      return group(
        head.slice(0, space),
        head.slice(space + 1),
        marks.includes('=') ? 'basic' : 'core',
        [dx, yuan, days],
        procedures,
        marks,
      );
    }),
    ...rows(comprehensive).map(([dx = '', done = '', yuan = '', days = '']) =>
      group(`${dx}-${done === '相关手术' ? '1' : '0'}`, `综合病种 ${dx}，${done}`, 'comprehensive', [dx, yuan, days], done, ''),
    ),
  ];
}

/** The city's DIP scheme of a year, as its bureau would write it down; budgets in fen by insurance. */
export function dipScheme(year: number, budgets: Readonly<Partial<Record<Insurance, number>>>): PaymentScheme {
  return {
    schemeId: `city-dip-${year}`,
    title: `${year} 年住院费用按病种分值付费（DIP，演示）`,
    method: 'dip',
    region: '*',
    fromDay: dayOfDate(year, 1, 1),
    toDay: null,
    source: '演示数据',
    packId: null,
    settings: {
      standard: 'mean',
      low: 'ratio',
      high: 'excess',
      highShare: 500,
      ungrouped: 7_000,
      longDays: 60,
      dayCaseDays: null,
      dayCase: ONE,
      reserve: 300,
      splitDays: 15,
      lowStandard: 2_000,
      overlong: 30_000,
      trust: 'grouper',
    },
    groups: dipGroups(),
    rates: [
      ...Object.entries(budgets).map(([insurance, budgetFen]) => ({
        insurance: insurance as Insurance,
        level: null,
        rate: null,
        budgetFen,
      })),
      { insurance: null, level: null, rate: 3.2 * PRICE_SCALE, budgetFen: null },
    ],
    coefficients: [
      { providerNo: null, level: 3, coefficient: 10_800, assessment: 9_950 },
      { providerNo: null, level: 2, coefficient: 9_800, assessment: 9_900 },
      { providerNo: null, level: 1, coefficient: 8_800, assessment: ONE },
      { providerNo: null, level: null, coefficient: 9_200, assessment: ONE },
    ],
    outliers: [{ fromWeight: 0, high: 30_000, low: 3_000 }],
    auxiliary: [
      { groupCode: null, title: '年龄 66 岁及以上', minAge: 66, maxAge: null, diagnoses: [], minDays: null, coefficient: 10_600 },
      { groupCode: null, title: '年龄 1 至 6 岁', minAge: 1, maxAge: 6, diagnoses: [], minDays: null, coefficient: 10_400 },
      {
        groupCode: null,
        title: '合并呼吸衰竭、休克或脓毒症',
        minAge: null,
        maxAge: null,
        diagnoses: ['J96', 'R57', 'A41'],
        minDays: 3,
        coefficient: 14_000,
      },
    ],
    classes: [
      { prefix: '39.95', class: 'therapeutic' },
      { prefix: '86.22', class: 'therapeutic' },
      { prefix: '85.11', class: 'diagnostic' },
      { prefix: '89', class: 'diagnostic' },
      { prefix: '99.83', class: 'excluded' },
    ],
    exceptions: [],
  };
}
