import type { Hanging } from './merge.entity';
import { isRecord, type Side, type Sides } from './merge-sides';

const WAY: readonly string[] = [
  'archived',
  'withdrawn',
  'draft',
  'returned',
  'submitted',
  'published',
  'engaged',
  'closed',
];

/** How far a record has come, how much hangs on it, and how old it is: the more, the rather it stays. */
const worthOf = (side: Side, links: Readonly<Record<string, Hanging>>): number[] => [
  isRecord(side) ? WAY.indexOf(side.status) : side.uscc === null ? 0 : 1,
  Object.values(links).reduce((sum, { rows }) => sum + rows, 0),
  -side.createdAt.getTime(),
];

/** Which of the two the product would keep. */
export function betterOf(
  { from, into }: Sides,
  links: Record<'from' | 'into', Readonly<Record<string, Hanging>>>,
): 'from' | 'into' {
  const theirs = worthOf(from, links.from);
  const ours = worthOf(into, links.into);
  const decisive = theirs.findIndex((worth, at) => worth !== ours[at]);
  return decisive >= 0 && (theirs[decisive] ?? 0) > (ours[decisive] ?? 0) ? 'from' : 'into';
}
