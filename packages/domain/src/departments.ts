/** 诊疗科目 as claims name them: codes of 《医疗机构诊疗科目名录》 (卫医发〔1994〕27号 and its amendments) with the letter that medical security puts before them. */
type Words = { readonly zh: string; readonly en: string };
const d = (zh: string, en: string): Words => ({ zh, en });

// biome-ignore format: a table
export const departments: Readonly<Record<string, Words>> = {
  A01: d('预防保健科', 'preventive care'), A02: d('全科医疗科', 'general practice'),
  A03: d('内科', 'internal medicine'), 'A03.01': d('呼吸内科', 'respiratory medicine'), 'A03.02': d('消化内科', 'gastroenterology'), 'A03.03': d('神经内科', 'neurology'), 'A03.04': d('心血管内科', 'cardiology'), 'A03.05': d('血液内科', 'haematology'), 'A03.06': d('肾病学', 'nephrology'), 'A03.07': d('内分泌', 'endocrinology'), 'A03.08': d('免疫学', 'immunology'), 'A03.09': d('变态反应', 'allergology'), 'A03.10': d('老年病', 'geriatrics'),
  A04: d('外科', 'surgery'), 'A04.01': d('普通外科', 'general surgery'), 'A04.02': d('神经外科', 'neurosurgery'), 'A04.03': d('骨科', 'orthopaedics'), 'A04.04': d('泌尿外科', 'urology'), 'A04.05': d('胸外科', 'thoracic surgery'), 'A04.06': d('心脏大血管外科', 'cardiac surgery'), 'A04.07': d('烧伤科', 'burns'), 'A04.08': d('整形外科', 'plastic surgery'),
  A05: d('妇产科', 'obstetrics and gynaecology'), 'A05.01': d('妇科', 'gynaecology'), 'A05.02': d('产科', 'obstetrics'), 'A05.03': d('计划生育', 'family planning'), 'A05.04': d('优生学', 'eugenics'), 'A05.05': d('生殖健康与不孕症', 'reproductive medicine'),
  A06: d('妇女保健科', 'women’s health'), A07: d('儿科', 'paediatrics'), A08: d('小儿外科', 'paediatric surgery'), A09: d('儿童保健科', 'child health'), A10: d('眼科', 'ophthalmology'), A11: d('耳鼻咽喉科', 'ENT'), A12: d('口腔科', 'dentistry'), A13: d('皮肤科', 'dermatology'), A14: d('医疗美容科', 'aesthetic medicine'), A15: d('精神科', 'psychiatry'), A16: d('传染科', 'infectious diseases'), A17: d('结核病科', 'tuberculosis'), A18: d('地方病科', 'endemic diseases'), A19: d('肿瘤科', 'oncology'), A20: d('急诊医学科', 'emergency medicine'), A21: d('康复医学科', 'rehabilitation'), A22: d('运动医学科', 'sports medicine'), A23: d('职业病科', 'occupational medicine'), A24: d('临终关怀科', 'hospice care'), A25: d('特种医学与军事医学科', 'special medicine'), A26: d('麻醉科', 'anaesthesiology'), A27: d('疼痛科', 'pain medicine'), A28: d('重症医学科', 'intensive care'),
  A30: d('医学检验科', 'laboratory medicine'), A31: d('病理科', 'pathology'), A32: d('医学影像科', 'radiology'), A50: d('中医科', 'Chinese medicine'), A51: d('民族医学科', 'ethnic medicine'), A52: d('中西医结合科', 'integrated medicine'),
};

/** The department's name; its code where the list names none. */
export const departmentWord = (code: string, language: 'zh' | 'en'): string => departments[code]?.[language] ?? code;
