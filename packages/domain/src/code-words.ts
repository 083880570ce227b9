/** Names of national codes that stand in the sentences of rules: whoever reads them knows the department and not its number. */
import type { Words } from './messages.ts';

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
  A01 预防保健科=preventive health care|A02 全科医疗科=general practice|A03 内科=internal medicine|A03.01 呼吸内科专业=respiratory medicine|
  A03.02 消化内科专业=gastroenterology|A03.03 神经内科专业=neurology|A03.04 心血管内科专业=cardiology|A03.05 血液内科专业=haematology|
  A03.06 肾病学专业=nephrology|A03.07 内分泌专业=endocrinology|A03.08 免疫学专业=immunology|A03.09 变态反应专业=allergology|
  A03.10 老年病专业=geriatrics|A03.11 其他=other|A04 外科=surgery|A04.01 普通外科专业=general surgery|
  A04.01.01 肝脏移植项目=liver transplantation|A04.01.02 胰腺移植项目=pancreas transplantation|
  A04.01.03 小肠移植项目=small-bowel transplantation|A04.02 神经外科专业=neurosurgery|A04.03 骨科专业=orthopaedics|A04.04 泌尿外科专业=urology|
  A04.04.01 肾脏移植项目=kidney transplantation|A04.05 胸外科专业=thoracic surgery|A04.05.01 肺脏移植项目=lung transplantation|
  A04.06 心脏大血管外科专业=cardiovascular surgery|A04.06.01 心脏移植项目=heart transplantation|A04.07 烧伤科专业=burns|
  A04.08 整形外科专业=plastic surgery|A04.09 其他=other|A05 妇产科=obstetrics and gynaecology|A05.01 妇科专业=gynaecology|
  A05.02 产科专业=obstetrics|A05.03 计划生育专业=family planning|A05.04 优生学专业=prenatal and genetic health|
  A05.05 生殖健康与不孕症专业=reproductive health and infertility|A05.06 其他=other|A06 妇女保健科=women’s health|
  A06.01 青春期保健专业=adolescent health|A06.02 围产期保健专业=perinatal health|A06.03 更年期保健专业=menopausal health|
  A06.04 妇女心理卫生专业=women’s mental health|A06.05 妇女营养专业=women’s nutrition|A06.06 其他=other|A07 儿科=paediatrics|
  A07.01 新生儿专业=neonatology|A07.02 小儿传染病专业=paediatric infectious diseases|A07.03 小儿消化专业=paediatric gastroenterology|
  A07.04 小儿呼吸专业=paediatric respiratory medicine|A07.05 小儿心脏病专业=paediatric cardiology|A07.06 小儿肾病专业=paediatric nephrology|
  A07.07 小儿血液病专业=paediatric haematology|A07.08 小儿神经病学专业=paediatric neurology|A07.09 小儿内分泌专业=paediatric endocrinology|
  A07.10 小儿遗传病专业=paediatric genetics|A07.11 小儿免疫专业=paediatric immunology|A07.12 其他=other|A08 小儿外科=paediatric surgery|
  A08.01 小儿普通外科专业=paediatric general surgery|A08.02 小儿骨科专业=paediatric orthopaedics|A08.03 小儿泌尿外科专业=paediatric urology|
  A08.04 小儿胸心外科专业=paediatric cardiothoracic surgery|A08.05 小儿神经外科专业=paediatric neurosurgery|A08.06 其他=other|
  A09 儿童保健科=child health|A09.01 儿童生长发育专业=child growth and development|A09.02 儿童营养专业=child nutrition|
  A09.03 儿童心理卫生专业=child mental health|A09.04 儿童五官保健专业=child eye, ear, nose and mouth care|
  A09.05 儿童康复专业=child rehabilitation|A09.06 其他=other|A10 眼科=ophthalmology|A11 耳鼻咽喉科=otorhinolaryngology|A11.01 耳科专业=otology|
  A11.02 鼻科专业=rhinology|A11.03 咽喉科专业=laryngology|A11.04 其他=other|A12 口腔科=stomatology|A12.01 牙体牙髓病专业=endodontics|
  A12.02 牙周病专业=periodontology|A12.03 口腔黏膜病专业=oral mucosal diseases|A12.04 儿童口腔专业=paediatric dentistry|
  A12.05 口腔颌骨外科专业=oral and maxillofacial surgery|A12.06 口腔修复专业=prosthodontics|A12.07 口腔正畸专业=orthodontics|
  A12.08 口腔种植专业=oral implantology|A12.09 口腔麻醉专业=dental anaesthesia|A12.10 口腔颌面医学影像专业=oral and maxillofacial imaging|
  A13 皮肤科=dermatology|A13.01 皮肤病专业=skin diseases|A13.02 性传播疾病专业=sexually transmitted diseases|A13.03 其他=other|
  A14 医疗美容科=aesthetic medicine|A15 精神科=psychiatry|A15.01 精神病专业=mental illness|A15.02 精神卫生专业=mental health|
  A15.03 药物依赖专业=drug dependence|A15.04 精神康复专业=psychiatric rehabilitation|A15.05 社区防治专业=community psychiatry|
  A15.06 临床心理专业=clinical psychology|A15.07 司法精神专业=forensic psychiatry|A15.08 其他=other|A16 传染科=infectious diseases|
  A16.01 肠道传染病专业=intestinal infections|A16.02 呼吸道传染病专业=respiratory infections|A16.03 肝炎专业=hepatitis|
  A16.04 虫媒传染病专业=insect-borne infections|A16.05 动物源性传染病专业=zoonoses|A16.06 蠕虫病专业=helminthiases|A16.07 其他=other|
  A17 结核病科=tuberculosis|A18 地方病科=endemic diseases|A19 肿瘤科=oncology|A20 急诊医学科=emergency medicine|
  A21 康复医学科=rehabilitation medicine|A22 运动医学科=sports medicine|A23 职业病科=occupational diseases|
  A23.01 职业中毒专业=occupational poisoning|A23.02 尘肺专业=pneumoconiosis|A23.03 放射病专业=radiation sickness|
  A23.04 物理因素损伤专业=injuries by physical factors|A23.05 职业健康监护专业=occupational health surveillance|A23.06 其他=other|
  A24 临终关怀科=hospice care|A25 特种医学与军事医学科=special and military medicine|A26 麻醉科=anaesthesiology|A27 疼痛科=pain medicine|
  A28 重症医学科=intensive care|A30 医学检验科=laboratory medicine|A30.01 临床体液、血液专业=body fluids and blood|
  A30.02 临床微生物学专业=clinical microbiology|A30.03 临床生化检验专业=clinical biochemistry|
  A30.04 临床免疫、血清学专业=clinical immunology and serology|A30.05 临床细胞分子遗传学专业=clinical cytogenetics and molecular genetics|
  A30.06 其他=other|A31 病理科=pathology|A32 医学影像科=medical imaging|A32.01 X线诊断专业=X-ray|A32.02 CT诊断专业=CT|
  A32.03 磁共振成像诊断专业=magnetic resonance imaging|A32.04 核医学专业=nuclear medicine|A32.05 超声诊断专业=ultrasound|
  A32.06 心电诊断专业=electrocardiography|A32.07 脑电及脑血流图诊断专业=electroencephalography and rheoencephalography|
  A32.08 神经肌肉电图专业=electromyography|A32.09 介入放射学专业=interventional radiology|A32.10 放射治疗专业=radiotherapy|A32.11 其他=other|
  A50 中医科=Chinese medicine|A50.01 内科专业=internal medicine|A50.02 外科专业=surgery|A50.03 妇产科专业=obstetrics and gynaecology|
  A50.04 儿科专业=paediatrics|A50.05 皮肤科专业=dermatology|A50.06 眼科专业=ophthalmology|A50.07 耳鼻咽喉科专业=otorhinolaryngology|
  A50.08 口腔科专业=stomatology|A50.09 肿瘤科专业=oncology|A50.10 骨伤科专业=orthopaedics and traumatology|A50.11 肛肠科专业=proctology|
  A50.12 老年病科专业=geriatrics|A50.13 针灸科专业=acupuncture|A50.14 推拿科专业=tuina|A50.15 康复医学专业=rehabilitation|
  A50.16 急诊科专业=emergency medicine|A50.17 预防保健科专业=preventive care|A50.18 其他=other|A51 民族医学科=ethnic medicine|
  A51.01 维吾尔医学=Uyghur medicine|A51.02 藏医学=Tibetan medicine|A51.03 蒙医学=Mongolian medicine|A51.04 彝医学=Yi medicine|
  A51.05 傣医学=Dai medicine|A51.06 其他=other|A52 中西医结合科=integrated Chinese and Western medicine|A69 其他业务科室=other services|
  D71 护理部=nursing|D72 药剂科（药房）=pharmacy|D73 感染科=infection control|D74 输血科（血库）=blood transfusion`;

/** In 中医科 and 民族医学科 the parts bear names of other departments, and 其他 says nothing without its whole. */
const needsWhole = (code: string, zh: string): boolean => zh === '其他' || /^A5[01]\./.test(code);

/** By code: a department, or a part of one. The tables have no English names; those here are ours. */
export const departmentWords: Readonly<Record<string, Words>> = (() => {
  const named = new Map(
    departments.split('|').map((row) => {
      const [, code = '', zh = '', en = ''] = /^(\S+) (.+)=(.+)$/.exec(row.trim()) ?? [];
      return [code, { zh, en }] as const;
    }),
  );
  const partly = (code: string, part: Words): Words => {
    const whole = needsWhole(code, part.zh) ? named.get(code.slice(0, code.lastIndexOf('.'))) : undefined;
    return whole ? { zh: `${whole.zh}（${part.zh}）`, en: `${whole.en} (${part.en})` } : part;
  };
  return Object.fromEntries([...named].map(([code, part]) => [code, partly(code, part)]));
})();
