import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'publicity-activities',
  title: { zh: '宣传活动次数', en: 'Publicity activities' },
  about: '本年宣传活动次数，按宣传台账一次一条计',
  unit: '次',

  shape: amount(entries('publicity', '宣传活动次数', '次', count)),
  answers: {
    names: ['宣传次数', '宣传活动次数', '*政策宣传', '*宣传活动', '开展*宣传活动*'],
    not: ['短信', '信息化', '长护', '份', '条例', '常态化', '知晓', '资料', '媒体', '基金监管', '带量采购'],
    unitRequired: true,
  },
});
