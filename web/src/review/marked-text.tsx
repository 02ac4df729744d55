import { type Range, segmentsOf } from './highlight';
import styles from './marked-text.module.css';

interface Props {
  source: string;
  hits: readonly Range[];
  missing?: readonly Range[];
}

/** A text with what both sides say marked, and underlined what the other side lacks. */
export function MarkedText({ source, hits, missing = [] }: Props) {
  return (
    <>
      {segmentsOf(source, hits, missing).map(({ text, emphasis, at }) =>
        emphasis === null ? (
          <span key={at}>{text}</span>
        ) : (
          <mark key={at} className={emphasis === 'hit' ? styles.hit : styles.missing}>
            {text}
          </mark>
        ),
      )}
    </>
  );
}
