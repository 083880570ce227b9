import type { BarSeriesOption, LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

type Option = ComposeOption<
  BarSeriesOption | LineSeriesOption | ScatterSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

/** An axis says its quantity and unit: one without a name does not compile. */
type Named<Axis> = Axis extends readonly (infer One)[] ? Named<One>[] : Axis & { name: string };

/** `legend: {}` asks for one where there is more than one series; where it stands, and the room for it and for the axes' names, is the chart's business. */
export type ChartOption = Option & {
  xAxis: Named<NonNullable<Option['xAxis']>>;
  yAxis: Named<NonNullable<Option['yAxis']>>;
};

export interface ChartProps {
  option: ChartOption;
  height: number;
  /** Says what the plot shows to those who do not see it. */
  label: string;
  /** Name of the category (or bar) clicked. */
  onPick?: (name: string, index: number) => void;
}
