import type { Report } from '@server/reports/content/report';

type Kind = Report['tables'][number]['columns'][number]['kind'];

const WAN = 10_000;

/** A cell as it is read on the screen; figures as in the file. */
export function cellWords(cell: string | number | null, kind: Kind, locale: string): string {
  if (cell === null) return '—';
  if (typeof cell === 'string') return cell;
  if (kind === 'share') return `${(cell * 100).toFixed(1)}%`;
  const value = kind === 'money' ? cell / WAN : cell;
  return value.toLocaleString(locale, { maximumFractionDigits: 4 });
}
