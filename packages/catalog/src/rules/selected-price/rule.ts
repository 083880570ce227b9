import { and, choose, coalesce, deepFreeze, field, gt, isNull, literal, not, param } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

/** One price for all classes of institution; a point that gives several is read by its highest class. */
const selectedPrice = coalesce(param('maxPrice3'), param('maxPrice2'), param('maxPrice1'), param('maxPrice0'));

export default deepFreeze(
  rule({
    id: 'selected-price',
    code: 'DF-46',
    title: { zh: '集采中选产品超价', en: 'Selected product above its selected price' },
    category: '扩展/药品监管类',
    certainty: 'clear',
    basis: [
      { document: '国务院办公厅关于推动药品集中带量采购工作常态化制度化开展的意见（国办发〔2021〕2号）' },
      regulation('第三十八条第（三）项'),
    ],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['selected', 'maxPrice0', 'maxPrice1', 'maxPrice2', 'maxPrice3'],
    where: and(choose(isNull(param('selected')), literal(false), param('selected')), not(isNull(selectedPrice))),
    shape: { kind: 'row', when: gt(field('unitPrice'), selectedPrice) },
    money: { kind: 'priceAbove', price: selectedPrice },
    facts: {
      day: { value: field('day'), form: 'day' },
      price: { value: field('unitPrice'), form: 'price' },
      selected: { value: selectedPrice, form: 'price' },
    },
    explain: {
      zh: '「{subject}」{day} 收费单价 {price} 元，高于中选价 {selected} 元。',
      en: '"{subject}" was charged at {price} yuan on {day}, above the selected price of {selected} yuan.',
    },
  }),
);
