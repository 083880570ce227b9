/**
 * What national code values mean to rules: regional data, so a region may bring a table of its own. The values are the national
 * dictionaries (hosp_lv, med_type, insutype, list_type, gend, clr_way); leading zeros are dropped before looking up.
 * A code that stands in no row is unknown (null), counted at import, and never an error.
 */
import type { FeePart, Insurance, ItemKind, Setting } from '@hengjian/domain';

/** Parts of an encounter's cost that the lake keeps a sum of (`careFen` …). */
export { type FeePart, feeParts } from '@hengjian/domain';

export interface RegionCodes {
  /** hosp_lv → class of the provider: 3 三级, 2 二级, 1 一级, 0 未定级. */
  level: Record<string, number>;
  /** fixmedins_type → kind of provider. */
  providerKind: Record<string, 'medical' | 'pharmacy'>;
  /** med_type → scene of care. */
  setting: Record<string, Setting>;
  /** insutype → insurance. */
  insurance: Record<string, Insurance>;
  /** med_type that decides the insurance whatever insutype says (maternity care is paid by maternity insurance). */
  insuranceByMedicalKind: Record<string, Insurance>;
  /** list_type → kind of item. */
  itemKind: Record<string, ItemKind>;
  /** med_chrgitm_type → part of an encounter's cost; a code without a part counts in none. */
  feePart: Record<string, FeePart>;
  /** gend → 1 male, 2 female; null: known to be unknown. */
  sex: Record<string, 1 | 2 | null>;
  /** clr_way paid by case (DRG, DIP): the fund's share of a line is undetermined until regrouped. */
  casePaidClearingWays: readonly string[];
}

const each = <V>(value: V, codes: string): Record<string, V> => Object.fromEntries(codes.split(' ').map((code) => [code, value]));

export const national: RegionCodes = {
  // 三级特等 甲等 乙等 丙等 无等 · 二级 … · 一级 … · 无等级
  level: { ...each(3, '1 2 3 4 12'), ...each(2, '5 6 7 13'), ...each(1, '8 9 10 14'), ...each(0, '11') },
  providerKind: { '1': 'medical', '2': 'pharmacy', '3': 'medical', '4': 'medical', '5': 'medical' },
  setting: {
    // 普通门诊 门诊挂号 意外伤害门诊 生育门诊 计划生育手术 癌症筛查 门诊单病种 核酸检测 意外伤害门诊
    ...each('outpatient' as const, '11 12 19 51 53 81 1103 990101 990103 9903'),
    ...each('emergency' as const, '13 1301'),
    // 门诊慢特病 门诊慢病 门诊特病 门诊两病
    ...each('chronic' as const, '14 140104 140201 9901'),
    // 普通住院 外伤 转外诊治 急诊转住院 异地 单病种 自主就医 日间手术 生育住院 …
    ...each('inpatient' as const, '21 22 23 24 25 26 27 28 52 2101 2102 2105 2106 2107 2109 21303'),
    // 特药购药 定点药店购药
    ...each('pharmacy' as const, '18 41'),
    // 家庭病床 大病特药 照护
    ...each('other' as const, '61 71 9904'),
  },
  insurance: {
    ...each('employee' as const, '310 320 330 340 350 360 370 39905'),
    ...each('resident' as const, '380 390 391 392'),
    ...each('maternity' as const, '510'),
    ...each('other' as const, '399 410'),
  },
  insuranceByMedicalKind: each('maternity' as const, '51 52 53'),
  itemKind: {
    '101': 'drug',
    '102': 'herb',
    '103': 'drug',
    '104': 'drug',
    '105': 'other',
    '106': 'herb',
    '201': 'service',
    '301': 'consumable',
  },
  // 床位 诊察 护理 · 检查 · 化验 · 治疗 手术 · 卫生材料 · 西药 饮片 中成药; 一般诊疗、挂号、其他 belong to none
  feePart: {
    ...each('care' as const, '1 2 7'),
    ...each('exam' as const, '3'),
    ...each('lab' as const, '4'),
    ...each('treatment' as const, '5 6'),
    ...each('consumable' as const, '8'),
    ...each('drug' as const, '9 10 11'),
  },
  sex: { '1': 1, '2': 2, '0': null, '9': null },
  // DRG, DIP; 5: DRG points in some provinces' tables
  casePaidClearingWays: ['40', '50', '5'],
};
