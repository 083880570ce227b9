import { eq, field } from '@hengjian/language';
import { amount, distinct, entries, measure } from '../fragments.ts';

export default measure({
  id: 'equipment-recorder-kinds',
  title: { zh: '执法音像设备类数', en: 'Kinds of recording equipment' },
  about: '本年验收的执法音像设备种类数，同一名称只计一类，按装备购置台账计',
  unit: '类',

  shape: amount(entries('equipment', '执法音像设备', '类', distinct('name'), { where: eq(field('kind'), 'recorder') })),
  answers: { names: ['*执法音像设备', '执法音像设备*'] },
});
