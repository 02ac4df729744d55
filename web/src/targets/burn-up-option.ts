import type { BurnUpView } from '@server/plan/progress/progress.schema';
import type { EChartsCoreOption } from 'echarts/core';

export interface ChartColours {
  counted: string;
  expected: string;
  goal: string;
  text: string;
  line: string;
  ground: string;
}

type Names = Record<'counted' | 'expected' | 'goal' | 'forecast', string>;

/** Where the number will stand at the end: between low and high, most likely at mean. */
export interface Outlook {
  until: string;
  low: number;
  mean: number;
  high: number;
}

/** Steps for what is counted, for it rises by whole signings; the goal as a line over the whole period. */
export function burnUpOption(
  { goal, from, to, points }: BurnUpView,
  names: Names,
  colours: ChartColours,
  outlook?: Outlook,
): EChartsCoreOption {
  const series = (name: string, colour: string, data: (string | number)[][], dashed = false) => ({
    name,
    data,
    type: 'line',
    step: 'end',
    symbol: 'none',
    color: colour,
    lineStyle: { width: dashed ? 1.5 : 2.5, type: dashed ? 'dashed' : 'solid' },
  });
  const ink = { color: colours.text };
  return {
    animation: false,
    grid: { left: 8, right: 16, top: 34, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 14, itemHeight: 3, textStyle: ink },
    // Drawn into the canvas: the content policy allows no markup made on the way.
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      backgroundColor: colours.ground,
      borderColor: colours.line,
      textStyle: ink,
    },
    xAxis: {
      type: 'time',
      min: from,
      max: to,
      axisLabel: { ...ink, hideOverlap: true },
      axisLine: { lineStyle: { color: colours.line } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: Math.max(goal, outlook?.high ?? 0, ...points.map(({ counted }) => counted), 1),
      minInterval: 1,
      axisLabel: ink,
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      series(
        names.counted,
        colours.counted,
        points.map(({ on, counted }) => [on, counted]),
      ),
      series(
        names.expected,
        colours.expected,
        points.map(({ on, expected }) => [on, expected]),
        true,
      ),
      series(
        names.goal,
        colours.goal,
        [
          [from, goal],
          [to, goal],
        ],
        true,
      ),
      ...bandOf(points.at(-1), outlook, names.forecast, colours),
    ],
  };
}

/** From where the curve ends today to what the forecast says: the mean as a line, low to high as a band. */
function bandOf(
  last: BurnUpView['points'][number] | undefined,
  outlook: Outlook | undefined,
  name: string,
  colours: ChartColours,
): object[] {
  if (!last || !outlook || outlook.until <= last.on) return [];
  const line = { name, type: 'line', symbol: 'none', color: colours.counted };
  const to = (value: number, now: number) => [
    [last.on, now],
    [outlook.until, value],
  ];
  const hidden = { ...line, stack: 'outlook', lineStyle: { opacity: 0 }, tooltip: { show: false } };
  return [
    { ...hidden, data: to(outlook.low, last.counted) },
    { ...hidden, data: to(outlook.high - outlook.low, 0), areaStyle: { opacity: 0.16 } },
    { ...line, data: to(outlook.mean, last.counted), lineStyle: { width: 1.5, type: 'dotted' } },
  ];
}
