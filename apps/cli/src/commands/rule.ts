import type { AddCommand } from '../command.ts';
import { addCalibrate } from '../rule/calibrate.ts';
import { addRegion } from '../rule/region.ts';
import { addShow } from '../rule/show.ts';
import { addSteps } from '../rule/steps.ts';
import { addTrials } from '../rule/trials.ts';

const add: AddCommand = (program, context) => {
  const rule = program.command('rule').description('规则：版本、审核、试运行、启用和停用');
  addShow(rule, context);
  addSteps(rule, context);
  addTrials(rule, context);
  addCalibrate(rule, context);
  addRegion(rule, context);
};
export default add;
