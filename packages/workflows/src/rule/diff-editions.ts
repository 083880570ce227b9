/** What changed between two editions, for people: as sentences where the tree says something else, then parameters, cases and texts. */
import { formatDay, ruleVocabulary } from '@hengjian/domain';
import { type RuleTree, sentenceParts } from '@hengjian/language';
import type { CaseFile } from './cases.ts';
import { sameContent } from './live-rules.ts';
import type { EditionContent, ParameterRow } from './ports.ts';

export interface EditionChange {
  /** sentence: what the rule asks; parameter; case; text: names, basis, explanation; tree: anything else, by its path. */
  readonly kind: 'sentence' | 'parameter' | 'case' | 'text' | 'tree';
  /** What it is about, in Chinese. */
  readonly place: string;
  /** null: was not there. */
  readonly before: string | null;
  readonly after: string | null;
}

const partTitles = {
  population: '检查对象',
  condition: '违规条件',
  exemption: '不适用的情形',
  inQuestion: '哪些记录有疑点',
  money: '涉及金额',
  where: '其中',
} as const;

const fieldTitles: { readonly [field: string]: string } = {
  title: '名称',
  code: '规则编码',
  category: '类别',
  certainty: '性质',
  grain: '对象',
  basis: '依据',
  explain: '疑点说明',
  facts: '说明里的事实',
  reads: '读取的表',
  key: '分组的键',
  knowledge: '知识点的读法',
  knowledgeParams: '知识点参数',
  parameters: '参数定义',
  shape: '形态',
  on: '适用日期',
  where: '人群',
  exemptions: '例外',
  inQuestion: '有疑点的记录',
  money: '金额',
  language: '语言版本',
};

/** `sentenceParts` may not know how to say a tree that a newer release wrote; then the paths alone tell the change. */
function sentences(tree: RuleTree): { [part: string]: string } {
  try {
    const parts = Map.groupBy(sentenceParts(tree, ruleVocabulary, 'zh'), ({ kind }) => kind);
    return Object.fromEntries([...parts].map(([kind, list]) => [kind, list.map(({ text }) => text).join('')]));
  } catch {
    return {};
  }
}

const valueText = (tree: RuleTree, { name, value, from, to }: ParameterRow): string => {
  const written = Array.isArray(value) ? value.join('、') : String(value);
  const days =
    from === null && to === null ? '' : `(${from === null ? '' : `${formatDay(from)} 起`}${to === null ? '' : `至 ${formatDay(to)}`})`;
  return `${written}${tree.parameters[name]?.unit ?? ''}${days}`;
};

function parameterChanges(before: EditionContent, after: EditionContent): EditionChange[] {
  const groups = (content: EditionContent) =>
    Object.fromEntries(
      [...Map.groupBy(content.parameters, (row) => JSON.stringify([row.name, row.region]))].map(([key, rows]) => [
        key,
        rows
          .toSorted((a, b) => (a.from ?? -1e9) - (b.from ?? -1e9))
          .map((row) => valueText(content.tree, row))
          .join('；'),
      ]),
    );
  return changed(groups(before), groups(after), 'parameter', (key) => {
    const [name, region] = JSON.parse(key) as [string, string];
    const title = after.tree.parameters[name]?.title.zh ?? before.tree.parameters[name]?.title.zh ?? name;
    return `参数 ${title}${region === '*' ? '' : `(${region})`}`;
  });
}

function changed(
  before: { [key: string]: string },
  after: { [key: string]: string },
  kind: EditionChange['kind'],
  place: (key: string) => string,
): EditionChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => before[key] !== after[key])
    .map((key) => ({ kind, place: place(key), before: before[key] ?? null, after: after[key] ?? null }));
}

const caseTexts = (file: CaseFile | null): { [name: string]: string } =>
  Object.fromEntries((file?.cases ?? []).map((one) => [one.name, JSON.stringify(one)]));

/** Leaves by their path, for whoever wants the tree itself. */
function leaves(value: unknown, path: string, into: { [path: string]: string } = {}): { [path: string]: string } {
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0)
    for (const [key, inner] of Object.entries(value)) leaves(inner, path ? `${path}.${key}` : key, into);
  else into[path] = JSON.stringify(value);
  return into;
}

const texts = ['title', 'code', 'category', 'certainty', 'basis', 'explain'] as const;

/** From `before` to `after`; empty where they say the same. */
export function diffEditions(before: EditionContent, after: EditionContent): EditionChange[] {
  const said = changed(
    sentences(before.tree),
    sentences(after.tree),
    'sentence',
    (part) => partTitles[part as keyof typeof partTitles] ?? part,
  );
  const written = (tree: RuleTree) =>
    Object.fromEntries(
      texts.map((name) => {
        const value = tree[name];
        if (name === 'title' || name === 'explain') return [name, (value as RuleTree['title']).zh];
        if (name === 'basis') return [name, tree.basis.map((b) => `${b.document}${b.article ?? ''}`).join('；')];
        return [name, String(value)];
      }),
    );
  const paths = changed(leaves(before.tree, ''), leaves(after.tree, ''), 'tree', (path) => {
    const [field = '', ...rest] = path.split('.');
    const title = field === 'parameters' && rest[0] ? (after.tree.parameters[rest[0]]?.title.zh ?? rest[0]) : undefined;
    return `${fieldTitles[field] ?? field}${title ? `「${title}」` : ''} ${path}`;
  }).filter(({ place }) => !/ (title|code|category|certainty|explain)(\.|$)| basis\./.test(place));
  const cases = sameContent(before.cases, after.cases)
    ? []
    : changed(caseTexts(before.cases), caseTexts(after.cases), 'case', (name) => `用例「${name}」`);
  return [
    ...said,
    ...parameterChanges(before, after),
    ...changed(written(before.tree), written(after.tree), 'text', (name) => fieldTitles[name] ?? name),
    ...cases,
    ...paths,
  ];
}
