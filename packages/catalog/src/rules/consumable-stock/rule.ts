import { deepFreeze } from '@hengjian/language';
import { stockRule } from '../../window-families.ts';

export default deepFreeze(
  stockRule(
    {
      id: 'consumable-stock',
      code: 'GZ10000203001000',
      title: { zh: '医用耗材进销存异常', en: 'More of a consumable settled than the stock register accounts for' },
      category: '管理类/医用耗材监管类',
      explain: {
        zh: '「{subject}」{month} 月结算 {settled}，进销存只能说明 {accounted}：期初 {opening}、购进 {purchased}、损耗 {lost}、期末 {closing}。',
        en: '{settled} of "{subject}" were settled in {month}, the stock register accounts for {accounted}: opening {opening}, purchased {purchased}, lost {lost}, closing {closing}.',
      },
    },
    'consumable',
  ),
);
