import type { Plant } from '../../plant.ts';
import { aged, daysOld, dropped, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 药品限新生儿使用: older in days, on the day of the fee, than the point allows. */
const drugs = ['新生儿复方氨基酸注射液', '布洛芬注射液(新生儿规格)', '前列地尔注射液(新生儿规格)', '枸橼酸咖啡因口服溶液'];
const mother = { who: { sex: 2, minAge: 24, maxAge: 38 }, diagnosis: 'O80.900', pregnant: true } as const;

const plant: Plant = {
  code: 'GZ10000101006000',
  grain: 'line',
  violations: [
    wrong(drugs, daysOld(29)),
    // Admitted on the twenty-eighth day, given on the twenty-ninth.
    wrong(drugs, daysOld(29, {}, 1)),
    // Three days at most.
    wrong('猪肺磷脂注射液', daysOld(4)),
    wrong(drugs, aged(1, 0)),
    // In the mother's bill.
    wrong(drugs, { ...mother, scene: 'maternity-inpatient', insurance: '510' }),
    wrong('猪肺磷脂注射液', { who: { minAge: 60 }, scene: 'inpatient' }),
    settledAnew('前列地尔注射液(新生儿规格)', daysOld(60)),
  ],
  nearMisses: [
    right(drugs, daysOld(28)),
    // Admitted before, given on the twenty-eighth day.
    right(drugs, daysOld(28, {}, 3)),
    right('猪肺磷脂注射液', daysOld(3)),
    // On the day of birth.
    right(drugs, daysOld(0)),
    takenBack('枸橼酸咖啡因口服溶液', { who: { minAge: 30, maxAge: 50 } }),
    dropped('布洛芬注射液(新生儿规格)', daysOld(40)),
  ],
};
export default plant;
