import { coalesce, countDistinct, deepFreeze, field, ge, param, size, sumKnown } from '@hengjian/language';
import { nationalBasis, regulation, rule, windowKey } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'unbundled-charge',
    code: 'GZ10000102013000',
    title: { zh: '医疗服务项目分解收费', en: 'One service charged in parts' },
    category: '政策类/医疗服务项目政策限定类',
    certainty: 'clear',
    grain: 'person',
    basis: [nationalBasis('医疗服务项目分解收费'), regulation('第三十八条第（三）项')],
    knowledge: { by: 'item', role: 'parts', mode: 'each' },
    knowledgeParams: ['parts', 'bundlePrice', 'window'],
    parameters: {
      window: { type: 'text', title: { zh: '知识点未写明时的区间', en: 'Window where the point names none' }, standard: 'day' },
    },
    key: [field('person'), ...windowKey(), field('provider')],
    shape: { kind: 'group', when: ge(countDistinct(field('item')), size(param('parts'))) },
    money: { kind: 'sumLess', less: coalesce(param('bundlePrice'), 0) },
    facts: {
      parts: { value: size(param('parts')), form: 'int' },
      total: { value: sumKnown(field('amountFen')), form: 'fen' },
      price: { value: param('bundlePrice'), form: 'fen' },
      window: { value: param('window'), form: 'window' },
    },
    explain: {
      zh: '「{subject}」应按一个项目收费[（{price} 元）]，{window}拆成 {parts} 个项目分别收费，合计 {total} 元。',
      en: '"{subject}" is one service[ ({price} yuan)]; it was charged in {parts} parts in {window}, {total} yuan in all.',
    },
  }),
);
