// Where the parts of a plot stand at a given width: legend above, the names of its axes inside the box.
import type { ChartOption } from './chart-props.ts';

type OneOf<Axes> = Exclude<Axes, readonly unknown[]>;
type Across = OneOf<ChartOption['xAxis']>;
type Up = OneOf<ChartOption['yAxis']>;

const LEGEND = { top: 0, left: 'center', itemWidth: 14, itemHeight: 9, itemGap: 12 } as const;
/** A line of the legend with the gap under it; beyond so many lines it is leafed through. (px) */
const LINE = 24;
const MOST_LINES = 4;
/** Between the sign of a series and its name; and what the stroke makes the sign of a line wider, which a bar's has not. (px) */
const TO_NAME = 5;
const STROKE = 2;
/** On a plot as narrow as this (px) two vertical axes stand their names on end, and names of bars stand aslant: side by side they would lie over each other. */
const NARROW = 480;
/** What a vertical axis takes of the width beside its name: its numbers, the edges. (px) */
const BESIDE_NAME = 60;

const all = <T>(of: T | T[] | undefined): T[] => (of === undefined ? [] : Array.isArray(of) ? of : [of]);

/** How many lines names take that are set one after the other. `measure`: width of a text in px. */
export function linesOf(names: readonly string[], width: number, measure: (text: string) => number): number {
  let [lines, used] = [1, 0];
  for (const name of names) {
    const wide = LEGEND.itemWidth + STROKE + TO_NAME + measure(name) + LEGEND.itemGap;
    if (used > 0 && used + wide - LEGEND.itemGap > width) [lines, used] = [lines + 1, 0];
    used += wide;
  }
  return lines;
}

/** The option with legend, grid and axes laid out. `width`, in px, is that of the whole plot. */
export function fitted(option: ChartOption, width: number, measure: (text: string) => number): ChartOption {
  const [legend, grid] = [all(option.legend)[0], all(option.grid)[0]];
  const names = [...new Set(all(option.series).flatMap(({ name }) => (name === undefined ? [] : [String(name)])))];
  const lines = legend && names.length > 1 ? linesOf(names, width - 12, measure) : 0;
  const leafed = lines > MOST_LINES;
  const narrow = width < NARROW;
  const across = all(option.xAxis as Across | Across[]);
  const up = all(option.yAxis as Up | Up[]);
  const onEnd = narrow && up.length > 1;
  return {
    ...option,
    ...(legend && { legend: { show: lines > 0, ...LEGEND, type: leafed ? 'scroll' : 'plain', ...legend } }),
    grid: {
      left: 6,
      right: 8,
      bottom: 4,
      top: (leafed ? 1 : lines) * LINE + 2,
      outerBoundsMode: 'same',
      outerBoundsContain: 'all',
      ...grid,
    },
    xAxis: across.map((axis) => ({
      nameLocation: 'middle',
      nameGap: 6,
      ...axis,
      ...(narrow &&
        axis.type === 'category' &&
        axis.axisLabel?.interval === 0 && { axisLabel: { ...axis.axisLabel, rotate: 60, width: 76, overflow: 'truncate' } }),
    })) as Across[],
    yAxis: up.map((axis, i) => ({
      ...(onEnd ? { nameLocation: 'middle', nameGap: 6 } : { nameGap: 10 }),
      ...axis,
      // a long name would run out of the box
      nameTruncate: { maxWidth: onEnd ? undefined : width - BESIDE_NAME },
      nameTextStyle: { ...(!onEnd && { align: i === 0 ? 'left' : 'right' }), ...axis.nameTextStyle },
    })) as Up[],
  };
}
