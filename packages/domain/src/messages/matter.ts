import { sentence } from '../messages.ts';
import { clueWords } from './clue.ts';

type Word = Readonly<Record<string, { zh: string; en: string }>>;
/** States and actions of every noun that lives as a matter. */
export const matterWords: Readonly<
  Record<string, { readonly noun: { zh: string; en: string }; readonly states: Word; readonly actions: Word }>
> = {
  clue: { noun: { zh: '线索', en: 'clue' }, ...clueWords },
};
const said = (noun: string, kind: 'states' | 'actions', code: string, language: 'zh' | 'en') =>
  matterWords[noun]?.[kind][code]?.[language] ?? code;

export const matterMessages = {
  'matter.noStep': sentence<{ noun: string; state: string; action: string }>(
    ({ noun, state, action }) => `“${said(noun, 'states', state, 'zh')}”时不能“${said(noun, 'actions', action, 'zh')}”`,
    ({ noun, state, action }) => `cannot ${said(noun, 'actions', action, 'en')} while ${said(noun, 'states', state, 'en')}`,
  ),
  'matter.why': sentence(
    () => '请写明理由或意见',
    () => 'say why',
  ),
  'matter.unknown': sentence<{ noun: string; id: string }>(
    ({ noun, id }) => `没有编号为 ${id} 的${matterWords[noun]?.noun.zh ?? noun}`,
    ({ noun, id }) => `no ${matterWords[noun]?.noun.en ?? noun} ${id}`,
  ),
} as const;
