import type { ReactNode } from 'react';

/** Links to the parts of a screen; the one that is open has `aria-current="page"`. On a telephone they scroll. */
export function Tabs({ name, children }: { name: string; children: ReactNode }) {
  return <Tabs name={name}>{children}</Tabs>;
}
