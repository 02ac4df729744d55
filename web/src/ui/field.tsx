import { type ReactNode, useId } from 'react';
import layout from './layout.module.css';

interface Props {
  label: string;
  hint?: string;
  wide?: boolean;
  /** Receives the id that the label points to. */
  children: (id: string) => ReactNode;
}

/** A labelled field outside a form of antd's. */
export function Field({ label, hint, wide, children }: Props) {
  const id = useId();
  return (
    <div className={wide ? layout.wide : undefined}>
      <label htmlFor={id} className={layout.label}>
        {label}
      </label>
      {children(id)}
      {hint && <small className={layout.hint}>{hint}</small>}
    </div>
  );
}
