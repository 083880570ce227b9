import { field } from '@hengjian/language';
import { count, measure, percent, settlements } from '../fragments.ts';

export default measure({
  id: 'out-of-area-share',
  title: { zh: '异地就医占比', en: 'Share of care out of the area' },
  about: '本年异地就医结算笔数 ÷ 结算笔数',
  unit: '%',
  direction: 'less',
  shape: percent(settlements('异地结算', '笔', count, { where: field('outOfArea') }), settlements('结算', '笔', count)),
  answers: { names: ['异地就医*占比', '转外就医率', '*异地就医率'], not: ['直接结算'] },
});
