import { stockPlant } from '../../stock-planting.ts';

export default stockPlant('GZ10000203001000', {
  names: ['一次性使用胰岛素笔用针头', '泡沫敷料'],
  house: 'community',
  scene: 'outpatient',
  diagnosis: 'E11.900',
  supplyDays: null,
});
