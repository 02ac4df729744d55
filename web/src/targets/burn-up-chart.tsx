import type { BurnUpView } from '@server/plan/progress/progress.schema';
import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useMessages } from '../i18n/use-messages';
import { burnUpOption, type ChartColours, type Outlook } from './burn-up-option';
import styles from './burn-up.module.css';

use([LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const colourOf = (style: CSSStyleDeclaration, name: string): string =>
  style.getPropertyValue(`--ant-color-${name}`).trim();

const coloursOf = (element: HTMLElement): ChartColours => {
  const style = getComputedStyle(element);
  return {
    counted: colourOf(style, 'primary'),
    expected: colourOf(style, 'warning'),
    goal: colourOf(style, 'text-tertiary'),
    text: colourOf(style, 'text-secondary'),
    line: colourOf(style, 'border-secondary'),
    ground: colourOf(style, 'bg-elevated'),
  };
};

/** The curve of a target; what it shows is also said in words beside it, for those who cannot see it. */
export default function BurnUpChart({
  burnUp,
  outlook,
}: {
  burnUp: BurnUpView;
  outlook: Outlook | undefined;
}) {
  const { say } = useMessages();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const chart = init(element);
    const names = {
      counted: say('goals.burnUpCounted'),
      expected: say('goals.burnUpExpected'),
      goal: say('goals.burnUpGoal'),
      forecast: say('goals.forecast'),
    };
    chart.setOption(burnUpOption(burnUp, names, coloursOf(element), outlook));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [burnUp, outlook, say]);
  return <div ref={place} className={styles.chart} aria-hidden />;
}
