import { amount, entries, measure, sumOf } from '../fragments.ts';

export default measure({
  id: 'media-articles',
  title: { zh: '媒体宣传条数', en: 'Media articles' },
  about: '本年各类媒体刊发的政务信息条数合计，按宣传台账计',
  unit: '条',

  shape: amount(entries('publicity', '稿件条数', '条', sumOf('articleCount'))),
  answers: { names: ['*媒体宣传*讯息', '*媒体*稿件*', '*政务讯息*', '*媒体*报道*条*'], not: ['短信'] },
});
