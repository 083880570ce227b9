import { stockPlant } from '../../stock-planting.ts';

export default stockPlant('GZ10000202001000', {
  names: ['复方血栓通胶囊', '参松养心胶囊'],
  house: 'pharmacy',
  scene: 'pharmacy',
  diagnosis: 'I25.100',
  supplyDays: 3,
});
