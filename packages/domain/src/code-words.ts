/** Names of national codes that stand in the sentences of rules: whoever reads them knows the department and not its number. */

type Words = { readonly zh: string; readonly en: string };

/** `drord_dr_profttl`, the title of a prescriber (national interface specification, code tables). */
export const titleWords: Readonly<Record<string, Words>> = {
  231: { zh: '主任医师', en: 'chief physician' },
  232: { zh: '副主任医师', en: 'associate chief physician' },
  233: { zh: '主诊医师', en: 'attending physician' },
  234: { zh: '医师', en: 'physician' },
  235: { zh: '医士', en: 'assistant physician' },
};

/** `dept` of the same tables: those of hospitals and of their pharmacies, laboratories and wards. */
const departments = `
  A01 预防保健科|A02 全科医疗科|A03 内科|A03.01 呼吸内科专业|A03.02 消化内科专业|A03.03 神经内科专业|A03.04 心血管内科专业|A03.05 血液内科专业|A03.06 肾病学专业|
  A03.07 内分泌专业|A03.08 免疫学专业|A03.09 变态反应专业|A03.10 老年病专业|A03.11 其他|A04 外科|A04.01 普通外科专业|A04.01.01 肝脏移植项目|
  A04.01.02 胰腺移植项目|A04.01.03 小肠移植项目|A04.02 神经外科专业|A04.03 骨科专业|A04.04 泌尿外科专业|A04.04.01 肾脏移植项目|A04.05 胸外科专业|
  A04.05.01 肺脏移植项目|A04.06 心脏大血管外科专业|A04.06.01 心脏移植项目|A04.07 烧伤科专业|A04.08 整形外科专业|A04.09 其他|A05 妇产科|A05.01 妇科专业|
  A05.02 产科专业|A05.03 计划生育专业|A05.04 优生学专业|A05.05 生殖健康与不孕症专业|A05.06 其他|A06 妇女保健科|A06.01 青春期保健专业|A06.02 围产期保健专业|
  A06.03 更年期保健专业|A06.04 妇女心理卫生专业|A06.05 妇女营养专业|A06.06 其他|A07 儿科|A07.01 新生儿专业|A07.02 小儿传染病专业|A07.03 小儿消化专业|
  A07.04 小儿呼吸专业|A07.05 小儿心脏病专业|A07.06 小儿肾病专业|A07.07 小儿血液病专业|A07.08 小儿神经病学专业|A07.09 小儿内分泌专业|A07.10 小儿遗传病专业|
  A07.11 小儿免疫专业|A07.12 其他|A08 小儿外科|A08.01 小儿普通外科专业|A08.02 小儿骨科专业|A08.03 小儿泌尿外科专业|A08.04 小儿胸心外科专业|A08.05 小儿神经外科专业|
  A08.06 其他|A09 儿童保健科|A09.01 儿童生长发育专业|A09.02 儿童营养专业|A09.03 儿童心理卫生专业|A09.04 儿童五官保健专业|A09.05 儿童康复专业|A09.06 其他|
  A10 眼科|A11 耳鼻咽喉科|A11.01 耳科专业|A11.02 鼻科专业|A11.03 咽喉科专业|A11.04 其他|A12 口腔科|A12.01 牙体牙髓病专业|A12.02 牙周病专业|
  A12.03 口腔黏膜病专业|A12.04 儿童口腔专业|A12.05 口腔颌骨外科专业|A12.06 口腔修复专业|A12.07 口腔正畸专业|A12.08 口腔种植专业|A12.09 口腔麻醉专业|
  A12.10 口腔颌面医学影像专业|A13 皮肤科|A13.01 皮肤病专业|A13.02 性传播疾病专业|A13.03 其他|A14 医疗美容科|A15 精神科|A15.01 精神病专业|A15.02 精神卫生专业|
  A15.03 药物依赖专业|A15.04 精神康复专业|A15.05 社区防治专业|A15.06 临床心理专业|A15.07 司法精神专业|A15.08 其他|A16 传染科|A16.01 肠道传染病专业|
  A16.02 呼吸道传染病专业|A16.03 肝炎专业|A16.04 虫媒传染病专业|A16.05 动物源性传染病专业|A16.06 蠕虫病专业|A16.07 其他|A17 结核病科|A18 地方病科|A19 肿瘤科|
  A20 急诊医学科|A21 康复医学科|A22 运动医学科|A23 职业病科|A23.01 职业中毒专业|A23.02 尘肺专业|A23.03 放射病专业|A23.04 物理因素损伤专业|A23.05 职业健康监护专业|
  A23.06 其他|A24 临终关怀科|A25 特种医学与军事医学科|A26 麻醉科|A27 疼痛科|A28 重症医学科|A30 医学检验科|A30.01 临床体液、血液专业|A30.02 临床微生物学专业|
  A30.03 临床生化检验专业|A30.04 临床免疫、血清学专业|A30.05 临床细胞分子遗传学专业|A30.06 其他|A31 病理科|A32 医学影像科|A32.01 X线诊断专业|A32.02 CT诊断专业|
  A32.03 磁共振成像诊断专业|A32.04 核医学专业|A32.05 超声诊断专业|A32.06 心电诊断专业|A32.07 脑电及脑血流图诊断专业|A32.08 神经肌肉电图专业|A32.09 介入放射学专业|
  A32.10 放射治疗专业|A32.11 其他|A50 中医科|A50.01 内科专业|A50.02 外科专业|A50.03 妇产科专业|A50.04 儿科专业|A50.05 皮肤科专业|A50.06 眼科专业|
  A50.07 耳鼻咽喉科专业|A50.08 口腔科专业|A50.09 肿瘤科专业|A50.10 骨伤科专业|A50.11 肛肠科专业|A50.12 老年病科专业|A50.13 针灸科专业|A50.14 推拿科专业|
  A50.15 康复医学专业|A50.16 急诊科专业|A50.17 预防保健科专业|A50.18 其他|A51 民族医学科|A51.01 维吾尔医学|A51.02 藏医学|A51.03 蒙医学|A51.04 彝医学|
  A51.05 傣医学|A51.06 其他|A52 中西医结合科|A69 其他业务科室|D71 护理部|D72 药剂科（药房）|D73 感染科|D74 输血科（血库）`;

/** In 中医科 and 民族医学科 the parts bear names of other departments, and 其他 says nothing without its whole. */
const partly = (code: string, name: string, whole: string | undefined): string =>
  whole !== undefined && (name === '其他' || /^A5[01]\./.test(code)) ? `${whole}（${name}）` : name;

/** By code: a department, or a part of one. There are no English names: there the code stands. */
export const departmentWords: Readonly<Record<string, Words>> = (() => {
  const named = new Map(
    departments.split('|').map((row) => {
      const [code = '', ...name] = row.trim().split(' ');
      return [code, name.join(' ')] as const;
    }),
  );
  return Object.fromEntries(
    [...named].map(([code, name]) => [code, { zh: partly(code, name, named.get(code.slice(0, code.lastIndexOf('.')))), en: code }]),
  );
})();
