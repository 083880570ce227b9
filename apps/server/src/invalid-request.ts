// What is wrong with a field of a request, in the language of who asked: the schema library speaks English only where it names types.
import type { Language } from '@hengjian/domain';

/** A problem of validation as the schema library tells it. */
export interface InvalidField {
  readonly keyword: string;
  readonly message?: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
}

const kinds: Readonly<Record<string, string>> = {
  number: '数字',
  int: '整数',
  string: '文字',
  boolean: '是或否',
  array: '列表',
  object: '一组字段',
  date: '日期',
};
const bounds: Readonly<Record<string, (word: '至少' | '最多', limit: unknown) => string>> = {
  string: (word, limit) => (word === '至少' && limit === 1 ? '不能为空' : `${word} ${limit} 个字`),
  array: (word, limit) => `${word} ${limit} 项`,
};
const bound = (word: '至少' | '最多', origin: unknown, limit: unknown): string =>
  bounds[String(origin)]?.(word, limit) ?? (word === '至少' ? `不能小于 ${limit}` : `不能大于 ${limit}`);

const chinese: Readonly<Record<string, (params: InvalidField['params']) => string>> = {
  invalid_type: ({ expected }) => `应为${kinds[String(expected)] ?? String(expected)}`,
  too_small: ({ origin, minimum }) => bound('至少', origin, minimum),
  too_big: ({ origin, maximum }) => bound('最多', origin, maximum),
  invalid_value: ({ values }) => `应为 ${(values as unknown[]).join('、')} 之一`,
  invalid_format: () => '格式不对',
  unrecognized_keys: ({ keys }) => `多出 ${(keys as string[]).join('、')}`,
  invalid_union: () => '不是允许的写法',
};

/** `应为数字`; which field it is stands beside. */
export const invalidReason = ({ keyword, message = '', params }: InvalidField, language: Language): string =>
  (language === 'zh' && chinese[keyword]?.(params)) || message;
