import { diseases } from '../diseases.ts';
import { type KnowledgePoint, type Reading, read, wait } from '../point.ts';
import { fold } from './text.ts';

/** Names of diagnoses, as given by who imports (`--icd FILE`): they widen what the reader knows (`diseases.ts`). */
export interface DiagnosisTable {
  /** Is an entry called exactly so? */
  has(name: string): boolean;
  /** Categories (three signs) of all entries whose name holds the words, sorted. */
  categoriesOf(name: string): readonly string[];
}

export interface DiagnosisName {
  code: string;
  name: string;
}

const comparable = (name: string) => fold(name).replace(/[()[\]〔〕【】,，。.-]/g, '');

/** A list of ICD-10 names (any edition) made searchable; morphology codes are left out. Pure: the caller reads the file. */
export function diagnosisTable(entries: readonly DiagnosisName[]): DiagnosisTable {
  const names = entries
    .map(({ code, name }) => ({ code: code.trim(), category: code.trim().slice(0, 3).toUpperCase(), name: comparable(name) }))
    .filter(({ code, category, name }) => /^[A-TV-Z]\d\d$/.test(category) && !code.includes('/') && name !== '');
  const exact = new Set(names.map(({ name }) => name));
  const memory = new Map<string, readonly string[]>();
  return {
    has: (name) => exact.has(comparable(name)),
    categoriesOf(name) {
      const term = comparable(name);
      const known = memory.get(term);
      if (known) return known;
      const found = [...new Set(names.filter((entry) => entry.name.includes(term)).map(({ category }) => category))].sort();
      memory.set(term, found);
      return found;
    },
  };
}

/** More categories than this, and the words of a table are too general to say who may be paid. */
const MOST_CATEGORIES = 12;
const LONGEST_NAME = 30;

/** Codes of a name: our own names first, else an entry of the given table that is called exactly so. */
function codesOf(name: string, table: DiagnosisTable | undefined): readonly string[] | undefined {
  const own = diseases.get(name);
  if (own || !table || name.length < 3 || !table.has(name)) return own;
  const names = name.endsWith('癌') ? [name, `${name.slice(0, -1)}恶性肿瘤`] : [name];
  const categories = [...new Set(names.flatMap((one) => table.categoriesOf(one)))];
  return categories.length > MOST_CATEGORIES ? undefined : categories;
}

/** A text in which every disease stands as one sign (`♦`), longest names first, beside their codes in order. */
function markDiseases(text: string, table: DiagnosisTable | undefined): { marked: string; codes: string[] } {
  let marked = '';
  const codes: string[] = [];
  for (let at = 0; at < text.length; ) {
    let length = Math.min(LONGEST_NAME, text.length - at);
    for (; length >= 2; length -= 1) {
      const found = codesOf(text.slice(at, at + length), table);
      if (!found) continue;
      codes.push(...found);
      marked += found.length > 0 ? '♦' : text.slice(at, at + length);
      break;
    }
    if (length < 2) marked += text[at];
    at += Math.max(1, length);
  }
  return { marked, codes };
}

/** Beyond a diagnosis: someone without the disease, or a purpose that no diagnosis tells. What is inherited is had before it is prevented. */
const NO_DIAGNOSIS = /保险|预防(?!遗传性)|阻断|接触者|示踪|药敏|造影|麻醉|镇静|手术中|术中|曾患|病史|疑似(?!有害)|抢救、|或抢救|等$/;
/** A sentence or clause that only adds a condition: it narrows, the diagnosis stays. */
const CONDITION =
  /^(?:且|并|需|应|须|首次|支付|单次|每|方可|但|同时|按|检测|连续|既往的?|患者|不得|住院|由|其中|仅|可与|不适用|尚未|适用于(?=成人|儿童|青少年)|不包括|安全性|对于)/;
/** A clause behind a comma that only tells how, how far or to what end. */
const NARROWS = /^(?:以(?:改善|提高|延缓|减少)|无法使用|达到|非特指[型性]|包括(?=[^♦]*(?:♦|抑制剂|调节剂|药)))/;
/** What may stand at the end of a word before the next of a list: it describes the patient or the tumour, it is no disease. */
const DESCRIBES =
  /(?:阳性|阴性|突变|缺失|置换|改变|表达|低表达|过表达|高表达|敏感|耐药|难治性?|复发性?|进展性?|进展期|持续|晚期|早期|中期|炎性|巨大肿块|失盐型|特发性|单纯性|急性|慢性|亚急性|活动性|稳定性|转移性?|不可(?:手术)?切除|无法(?:手术)?切除|局部晚期|局部|广泛期|局限期|重度|中度|轻度|中重度|轻中度|中至重度|轻至中度|中度至重度|轻度至中度|中|轻|重型|有害|高风险|高危|中危|低危|新发|新诊断|初治|成人|成年|儿童|婴幼儿|青少年|老年|女性|男性|妇女|绝经后|绝经前|妊娠|住院|透析|非透析|期|以上|及以上|以下|周?岁|伴|合并|有|伴有|的)$/;
/** After the disease: the patient, and what is done for him. */
const AFTER =
  /^(?:的)?(?:(?:成人|成年|儿童|婴幼儿|青少年|老年|女性|男性|妇女|住院|门诊|初治|透析|急性期|慢性期|加速期|活动期|急性|发作|出血|疼痛|症状|非特指型|[和及、或]|\d+周?岁|以上|及以上|以下)*(?:患者|病人|者)?)?(?:的?[^♦]*?(?:治疗|用药|抢救|使用|应用|控制|缓解|诱导|支付|方案|证据|诊断|患者|者))?$/;
/** 「♦患者的…水平」: what is done for patients who have it; 「♦且…」: and something else beside it. */
const PATIENTS = /^(?:(?:成人|成年|儿童|婴幼儿|青少年|老年)*患者的?[^♦]*(?:水平|风险)|且[^♦]*)$/;
/** 「…患者或…」: a second kind of patient behind the first. */
const ANOTHER = /(?:患者|病人)(?:或|和|及|、|以及)(?!(?:成人|成年|儿童|青少年|婴幼儿|老年|的)*患者)/;
const AGE =
  /(?:≥|≤|>|<)?(?:\d+[-~～至到])?\d+(?:\.\d+)?(?:周?岁|月龄|个月|月)(?:[(（][^()（）]*[)）])?(?:及以上|以上|及以下|以下)?(?:[-~～至到]<?\d+(?:周?岁|个月)(?:及?以[上下])?)?(?:的)?/g;
const GENOTYPE = /基因\d+(?:[、和及或]\d+)*型/g;
const WITHIN = /(?:发病|发作|起病|症状出现)(?:后)?[\d.]+(?:小时|天)(?:以)?内/g;

/**
 * 限适应症: the diagnoses under which a payable patient is coded. Read only where every alternative ends in the name of a disease
 * that is known (`diseases.ts`, or an entry of the given table); what stands before the name (stage, gene, former treatment) and
 * clauses behind it only narrow it and stay with the reviewer. The codes of all diseases of the text are taken together, so they
 * are wider than the text, never narrower. An alternative that is no diagnosis, or a name that is not known, waits.
 */
export function readIndication(point: KnowledgePoint, table: DiagnosisTable | undefined): Reading {
  const text = withoutAsides(fold(point.constraint).replace(/[[\]]/g, (sign) => (sign === '[' ? '(' : ')')));
  if (!text) return wait('noText');
  const found = new Set<string>();
  let diagnoses = 0;
  let under: Heading | undefined;
  for (const { part, numbered } of partsOf(text)) {
    // an item that is named itself ends with the next number, what introduces the numbers does not
    if (numbered && under?.numbered) under = undefined;
    if (diagnoses > 0 && CONDITION.test(part)) continue;
    const codes = codesOfPart(part, table);
    const heading = part.includes(':') ? headingOf(part, numbered, table) : undefined;
    if (heading) under = heading;
    const read = 'codes' in codes && !part.endsWith(':') ? codes : heading;
    if (!read) {
      if (under && narrowsBelow(part, numbered, under)) continue;
      return wait('diagnosisUnmatched', { name: 'unmatched' in codes ? codes.unmatched.slice(0, 40) : part.slice(0, 40) });
    }
    for (const code of read.codes) found.add(code);
    if (read.codes.length > 0) diagnoses += 1;
  }
  if (found.size === 0) return wait('noText');
  const all = [...found].sort();
  // A beginning that another one covers says nothing more.
  return read({ diagnoses: all.filter((code) => !all.some((other) => other !== code && code.startsWith(other))) });
}

/** Alternatives in order, and whether a number stands before them. */
function partsOf(text: string): { part: string; numbered: boolean }[] {
  return text
    .replace(/(?<=^|[:。;限])\d{1,2}\.(?!\d)/g, ';#')
    .split(/[。;]/)
    .map((part) => ({
      part: part.replace(/^#?(?:限|适用于|用于|以下情况方可支付|以下情况|治疗)*[::]?/, ''),
      numbered: part.startsWith('#'),
    }))
    .filter(({ part }) => part !== '' && !/^支付不超过/.test(part));
}

/** Words before a colon, over what follows. Without codes they name no disease: then each part below has to name its own. */
interface Heading {
  readonly codes: readonly string[];
  readonly numbered: boolean;
  /** Nothing stands behind the colon but the numbered parts. */
  readonly introduces: boolean;
}

function headingOf(part: string, numbered: boolean, table: DiagnosisTable | undefined): Heading | undefined {
  const at = part.indexOf(':');
  if (at < 0 || NO_DIAGNOSIS.test(part.slice(at))) return undefined;
  const introduces = at === part.length - 1;
  const head = part
    .slice(0, at)
    .replace(/^以下/, '')
    .replace(/,?包括$/, '')
    .replace(/以下情况方[可予]支付$/, '');
  const named = codesOfPart(head, table);
  // what follows narrows; the diseases it names count as well
  if ('codes' in named) return { codes: markDiseases(part, table).codes, numbered, introduces };
  const list = /[下如]列|以下|如下/.test(head) || /(?:基础上|支付|不超过\d+个月)$/.test(head);
  if (!list) return undefined;
  if (introduces) return { codes: [], numbered, introduces };
  const below = codesOfPart(part.slice(at + 1), table);
  return 'codes' in below ? { codes: below.codes, numbered, introduces: false } : undefined;
}

/** Words of a disease. */
const DISEASE = /(?<!疾)[病症炎癌瘤]|感染|综合征/;

/** Under words that name the disease: a numbered part they introduce, or how the drug is used; one that names a disease we do not know is neither. */
function narrowsBelow(part: string, numbered: boolean, { codes, introduces }: Heading): boolean {
  if (codes.length === 0 || NO_DIAGNOSIS.test(part) || DISEASE.test(part)) return false;
  return (introduces && numbered) || /^(?:与|联合|单药|作为)/.test(part) || /时$/.test(part);
}

/** Brackets explain (abbreviations, stages, exclusions: they narrow); those that add something make the reader see their words. */
function withoutAsides(text: string): string {
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/\(([^()]*)\)/g, (_, aside: string) => {
      const more = /^(?:包括|包含|含(?!有)|及|和|或)(.*)$/.exec(aside)?.[1];
      // A stop behind it: what is included in a disease is an alternative of its own.
      return more && /[\u4e00-\u9fff]{3}/.test(more) && !/(?:抑制剂|药|治疗)/.test(more) ? `、${more}` : '';
    });
  }
  return text;
}

function codesOfPart(part: string, table: DiagnosisTable | undefined): { codes: string[] } | { unmatched: string } {
  const refused = NO_DIAGNOSIS.exec(part)?.[0];
  if (refused) return { unmatched: refused };
  const { marked, codes } = markDiseases(part.replace(AGE, '').replace(GENOTYPE, '').replace(WITHIN, ''), table);
  const all = marked.split(',').filter((clause) => clause !== '');
  const [tail = '', before = ''] = [...all].reverse();
  // 「既往…治疗,且…的♦患者」: who it is stands in the last clause, whatever joins it
  const alone = /^[且并]/.test(tail) && !all.slice(0, -1).some((clause) => clause.includes('♦'));
  const joined = endsInDisease(tail) && (alone || /的$/.test(before));
  const clauses = joined ? all : all.filter((clause, i) => !(i > 0 && (CONDITION.test(clause) || NARROWS.test(clause))));
  const [last, ...earlier] = clauses.reverse();
  if (last === undefined) return { unmatched: part };
  if (!endsInDisease(last)) {
    // 「乳腺癌患者,与某药联合使用…」: the disease may stand first, what follows tells how the drug is used
    const first = earlier.at(-1);
    if (!first || !endsInDisease(first) || !/^(?:与|联合|单药|作为|用于|在)/.test(last)) return { unmatched: last.replaceAll('♦', '…') };
  }
  const strange = earlier.find(
    (clause) =>
      !endsInDisease(clause) &&
      !/接受|治疗|经|联合|使用|存在|单药|携带|具有|不耐受|不宜|出现|进展|基础上|适用于|用于|与|对|在|(?:阴性|阳性|未知)的$/.test(clause),
  );
  return strange ? { unmatched: strange.replaceAll('♦', '…') } : { codes };
}

/** A list of diseases at the end of a clause, each described or not, and nothing else beside them in that list. */
function endsInDisease(clause: string): boolean {
  const at = clause.lastIndexOf('♦');
  if (at < 0) return false;
  const after = clause.slice(at + 1);
  if (/^[、和或及与/]/.test(after) || ANOTHER.test(after) || !(AFTER.test(after) || PATIENTS.test(after))) return false;
  const before = clause.slice(0, at);
  // The list begins behind the last 的: what stands before it describes.
  const list = before.slice(before.lastIndexOf('的') + 1);
  return (
    list
      .split(/、|或|和|及|与|\/|伴/)
      .slice(0, -1)
      .every(
        (word) =>
          word === '' ||
          /♦(?:成人|儿童)?(?:患者|症)?$/.test(word) ||
          DESCRIBES.test(word) ||
          /(?:联合|用于|治疗|类|药物|化疗|^单[独药]$)/.test(word),
      ) && !/(?:无|不伴|非)$/.test(list)
  );
}

/**
 * 限二线使用: which drugs are the first line no sentence tells by code, but many name the disease; without such a diagnosis the drug
 * is not payable, whatever was tried before.
 */
export function readSecondLine(point: KnowledgePoint, table: DiagnosisTable | undefined): Reading {
  const reading = readIndication(point, table);
  return reading.ok ? reading : wait('codesNeeded', { name: 'firstLine' });
}
