import { formatWan } from '../../common/money';
import type { Cell, ColumnKind } from '../content/report';

/** A cell as people read it; '—' where there is nothing. */
export function cellText(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return '—';
  if (typeof cell === 'string') return cell;
  if (kind === 'money') return formatWan(cell);
  if (kind === 'share') return `${(cell * 100).toFixed(1)}%`;
  return String(cell);
}
