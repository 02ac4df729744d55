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

type Names = Record<'counted' | 'expected' | 'goal', string>;

/** Steps for what is counted, for it rises by whole signings; the goal as a line over the whole period. */
export function burnUpOption(
  { goal, from, to, points }: BurnUpView,
  names: Names,
  colours: ChartColours,
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
      max: Math.max(goal, ...points.map(({ counted }) => counted), 1),
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
    ],
  };
}
