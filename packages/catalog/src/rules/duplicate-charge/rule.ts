import { and, choose, coalesce, deepFreeze, eq, field, literal, param, right } from '@hengjian/language';
import { inSameWindow, nationalBasis, regulation, rule, windowKey } from '../../fragments.ts';

/** Doubling is meant within one provider unless the point says otherwise. */
const within = coalesce(param('sameProvider'), literal(true));

export default deepFreeze(
  rule({
    id: 'duplicate-charge',
    code: 'GZ10000102012000',
    title: { zh: '医疗服务项目重复收费', en: 'Service charged that another one contains' },
    category: '政策类/医疗服务项目政策限定类',
    certainty: 'clear',
    grain: 'person',
    basis: [nationalBasis('医疗服务项目重复收费'), regulation('第三十八条第（三）项')],
    knowledge: { by: 'item', role: 'included', mode: 'each' },
    knowledgeParams: ['window', 'sameProvider'],
    parameters: {
      window: { type: 'text', title: { zh: '知识点未写明时的区间', en: 'Window where the point names none' }, standard: 'day' },
    },
    key: [field('person'), ...windowKey(), choose(within, field('provider'), literal(0))],
    shape: {
      kind: 'pair',
      want: 'present',
      right: { reads: 'line', role: 'including' },
      link: [[field('person'), field('person')]],
      on: and(inSameWindow, choose(within, eq(field('provider'), right('provider')), literal(true))),
    },
    facts: {
      window: { value: param('window'), form: 'window' },
      day: { value: field('day'), form: 'day' },
      other: { value: right('lineNo'), form: 'line' },
    },
    explain: {
      zh: '「{subject}」[（{constraint}）]：{day} {window}已收取包含本项目的项目（{other}），又单独收取本项目。',
      en: '"{subject}"[ ({constraint})]: on {day} an item that contains this one was charged in {window} ({other}), and this one as well.',
    },
  }),
);
