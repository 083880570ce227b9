// Words and marks of a finding's life.
import { type Account, type DismissalCause, type FindingAction, type FindingState, findingWords } from '@hengjian/domain';
import { Tag } from 'antd';
import { useSpeech } from '../../texts/index.ts';

const colours: Partial<Record<FindingState, string>> = {
  suspect: 'blue',
  feedback: 'gold',
  secondReview: 'blue',
  reAppeal: 'gold',
  panel: 'purple',
  finalReview: 'blue',
  confirmed: 'orange',
  recovery: 'red',
  closed: 'green',
};

export function useLifeWords() {
  const { language } = useSpeech();
  return {
    state: (of: FindingState) => findingWords.states[of][language],
    action: (of: FindingAction) => findingWords.actions[of][language],
    cause: (of: DismissalCause) => findingWords.causes[of][language],
    account: (of: Account) => findingWords.accounts[of][language],
  };
}

export function LifeState({ of }: { of: FindingState }) {
  const words = useLifeWords();
  return <Tag color={colours[of] ?? 'default'}>{words.state(of)}</Tag>;
}
