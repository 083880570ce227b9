/** The filter of findings as it stands in the address ↔ as the server takes it. */
import type { FindingQuery } from '@hengjian/server/schemas/findings.ts';
import { dayFrom, fenFrom } from '../../format.ts';
import { many, one, type Params } from '../../ui/address.ts';

/** Names in the address. `from`, `to` are dates, `least`, `most` yuan. */
export const filterNames = [
  'text',
  'rule',
  'certainty',
  'provider',
  'person',
  'peopleOf',
  'practitioner',
  'from',
  'to',
  'least',
  'most',
  'standing',
] as const;

export function queryOf(params: Params): FindingQuery {
  const text = (name: string) => one(params[name]);
  return {
    text: text('text'),
    rule: many(params.rule),
    certainty: text('certainty') as FindingQuery['certainty'],
    provider: many(params.provider),
    person: text('person'),
    peopleOf: text('peopleOf'),
    practitioner: text('practitioner'),
    fromDay: dayFrom(text('from')),
    toDay: dayFrom(text('to')),
    leastFen: fenFrom(text('least')),
    mostFen: fenFrom(text('most')),
    standing: (text('standing') ?? 'live') as FindingQuery['standing'],
    sort: (text('sort') ?? '-amountFen') as FindingQuery['sort'],
  };
}

/** What the list and its neighbours share, without page and size. */
export const listParams = (params: Params): Params =>
  Object.fromEntries([...filterNames, 'sort'].flatMap((name) => (params[name] === undefined ? [] : [[name, params[name]]])));
