import { field, inList } from '@hengjian/language';
import { amount, distinct, entries, measure } from '../fragments.ts';

export default measure({
  id: 'media-outlets',
  title: { zh: '宣传媒体家数', en: 'Media outlets' },
  about: '本年刊发宣传的媒体家数，同一家只计一次，按宣传台账计',
  unit: '家',
  shape: amount(entries('publicity', '媒体家数', '家', distinct('outlet'), { where: inList(field('channel'), 'media', 'online') })),
  answers: { names: ['*媒体推广', '*媒体家数', '*宣传媒体数量'], wordings: ['*；*媒体推广*'], unitRequired: true },
});
