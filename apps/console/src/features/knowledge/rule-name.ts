import type { RuleSummary } from '@hengjian/server/schemas/rules.ts';
import { useGet } from '../../api.ts';
import { useSpeech } from '../../texts/index.ts';

/** What the rule of a point is called: as published; in English by the title of the rule with its code, which nobody published. */
export function useRuleName(): (row: { readonly ruleKey: string; readonly ruleName: string | null }) => string {
  const { language } = useSpeech();
  const rules = useGet<RuleSummary[]>('/api/rules');
  return ({ ruleKey, ruleName }) => {
    const title = language === 'en' ? rules.data?.find(({ code }) => code === ruleKey)?.title : undefined;
    return title ?? ruleName ?? ruleKey;
  };
}
