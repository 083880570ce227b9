import { type KnowledgePoint, type Reading, read, wait } from '../point.ts';
import { findNumbers, fold } from './text.ts';

const words: [RegExp, string][] = [
  [/住院/, 'inpatient'],
  [/门诊(?!慢|特)|门\(急\)诊|门急诊/, 'outpatient'],
  [/急诊|门\(急\)诊|抢救/, 'emergency'],
  [/门慢|门特|慢特病|门诊慢|门诊特/, 'chronic'],
  [/药店|购药/, 'pharmacy'],
];

/** 限就医方式: the scenes of care that the text allows. Other conditions in it (营养风险筛查 …) are not a matter of the scene. */
export function readSettings(point: KnowledgePoint): Reading {
  const text = fold(point.constraint);
  if (!text) return wait('noText');
  if (/(?:不得|不予|不能|除外|非)[^,。;]{0,8}(?:住院|门诊|急诊)|(?:住院|门诊|急诊)[^,。;]{0,4}(?:除外|不予|不得)/.test(text))
    return wait('settingNotFound');
  // Only places that say who may be paid: 限…患者, …患者方予支付, …方可支付.
  const allowed = text
    .split(/[。;]/)
    .filter((part) => /限|方予支付|方可支付|方可使用|方可开具/.test(part) && words.some(([word]) => word.test(part)));
  if (allowed.length !== 1) return wait('settingNotFound');
  const settings = words.filter(([word]) => word.test(allowed[0] as string)).map(([, setting]) => setting);
  return read({ settings });
}

const levels: Record<string, number> = { 一: 1, 二: 2, 三: 3, '1': 1, '2': 2, '3': 3 };

/** 限医疗机构级别. A level asked only for the first prescription, or one that depends on the kind of hospital, waits. */
export function readLevel(point: KnowledgePoint): Reading {
  const text = fold(point.constraint);
  if (!text) return wait('noText');
  if (/(?:首次|初次|首诊)[^。;]*级/.test(text)) return wait('levelFirstOnly');
  if (/不予|不得|除外|级(?:及其?)?以下|非[一二三]级/.test(text)) return wait('levelNotFound');
  const plain = text.replace(/([一二三])级(?:及|或)\1级(?=以上)/g, '$1级及').replace(/\(含\)(?=以上)|\(含[一二三]级\)/g, '');
  const found = [...plain.matchAll(/([一二三123])级(甲等|乙等)?(及其?以上|以上)?([^,。;]{0,12}?)(?:医疗机构|医院|定点)/g)];
  if (found.length === 0) return wait('levelNotFound');
  if (found.length > 1 || /专科|眼科|综合/.test(found[0]?.[0] ?? '') || found[0]?.[2]) return wait('levelBySpecialty');
  const [, digit, , above, between] = found[0] as RegExpMatchArray;
  const level = levels[digit as string] as number;
  if (between) return wait('levelBySpecialty');
  if (!above && level !== 3) return wait('levelNotFound'); // 「限二级医疗机构」: and a third-class one?
  return read({ minLevel: level });
}

/** 限工伤, 限生育: the rule names the insurance; a text that adds an alternative waits. */
const readInsurance =
  (word: RegExp, insurance: string) =>
  (point: KnowledgePoint): Reading => {
    const text = fold(point.constraint);
    if (text && (!word.test(text) || /或|除外|不/.test(text))) return wait('insuranceUnclear');
    return read({ insurance });
  };
export const readInjury = readInsurance(/工伤/, 'injury');
export const readMaternity = readInsurance(/生育/, 'maternity');

/** 重复收费: the window where the text names it; else the rule's parameter decides. The first code contains the second. */
export function readPair(point: KnowledgePoint): Reading {
  const named = point.codes.length > 0 && point.counterCodes.length > 0;
  if (!named && (point.codes.length !== 2 || point.codes[0] === point.codes[1])) return wait('pairCodes', { count: point.codes.length });
  const text = fold(point.constraint);
  const included = fold(point.subject).split('×')[1];
  const without = text.split(/[。;]/).filter((part) => part.startsWith('不含'));
  if (included && included.length > 1 && without.some((part) => part.includes(included)))
    return wait('pairContradicted', { name: included });
  if (/同日|当日|同一天|同一日|单日/.test(text)) return read({ window: 'day' });
  if (/同次手术|同一手术|同台手术|同一次手术/.test(text)) return read({ window: 'operation' });
  if (/当次住院|单次住院|同次住院|同一次住院|住院期间/.test(text)) return read({ window: 'encounter' });
  return read();
}

/** 手术折价: the group is the constraint itself. */
export function readGroup(point: KnowledgePoint): Reading {
  const group = fold(point.constraint).replace(/[。;,]$/, '');
  const percent = findNumbers(group, '(?:按|的)#%');
  if (!group || group.length > 20 || percent.length > 0) return wait('groupNotFound');
  return read({ group });
}
