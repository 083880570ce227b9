import { and, choose, coalesce, deepFreeze, type Expression, eq, field, gt, isNull, literal, not, param } from '@hengjian/language';
import { nationalBasis, regulation, rule } from '../../fragments.ts';

const level = field('level');
/** The cap of the provider's class; where the class is unknown, the cap that is the same for all. */
const cap: Expression = coalesce(
  choose(
    eq(level, 3),
    param('maxPrice3'),
    choose(eq(level, 2), param('maxPrice2'), choose(eq(level, 1), param('maxPrice1'), param('maxPrice0'))),
  ),
  choose(
    and(eq(param('maxPrice3'), param('maxPrice2')), eq(param('maxPrice2'), param('maxPrice1')), eq(param('maxPrice1'), param('maxPrice0'))),
    param('maxPrice0'),
    literal(null),
  ),
);

export default deepFreeze(
  rule({
    id: 'price-cap',
    code: 'GZ10000102001000',
    title: { zh: '医疗服务项目超限定单价收费', en: 'Service charged above its price cap' },
    category: '政策类/医疗服务项目政策限定类',
    certainty: 'clear',
    basis: [nationalBasis('医疗服务项目超限定单价收费'), regulation('第三十八条第（三）项')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['maxPrice0', 'maxPrice1', 'maxPrice2', 'maxPrice3'],
    // a known class for which no cap is published is out of scope
    where: choose(isNull(level), literal(true), not(isNull(cap))),
    shape: { kind: 'row', when: gt(field('unitPrice'), cap) },
    money: { kind: 'priceAbove', price: cap },
    facts: {
      price: { value: field('unitPrice'), form: 'price' },
      cap: { value: cap, form: 'price' },
      level: { value: level, form: 'level' },
    },
    explain: {
      zh: '「{subject}」收费单价 {price} 元，超过[{level}机构]最高限价 {cap} 元。',
      en: '"{subject}" was charged at {price} yuan, above the cap of {cap} yuan[ for institutions of {level}].',
    },
  }),
);
