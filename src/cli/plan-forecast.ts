import { ForecastService } from '../plan/forecast/forecast.service';
import type { ForecastView } from '../plan/forecast/forecast.schema';
import type { Product } from './product';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

export const forecastOf = ({ app, actor }: Product, code: string): Promise<ForecastView> =>
  app.get(ForecastService).of(actor, code);

/** A line a target: where it stands, where it will end and how likely the goal is. */
export const forecastTable = ({ plan, asOf, interval, targets }: ForecastView): string =>
  [
    `${plan}  ${asOf}  区间 ${percent(interval)}`,
    '',
    ...targets.map(
      ({ code, counted, goal, due, open, mean, low, high, reaches, until }) =>
        `${code}  ${counted}/${goal}  应达 ${due}  在谈 ${open}  预计 ${mean.toFixed(1)} [${low}–${high}]  完成概率 ${percent(reaches)}  至 ${until}`,
    ),
    '',
  ].join('\n');
