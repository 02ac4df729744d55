import { type RefObject, useEffect, useState } from 'react';

/** Rows drawn above and below what is seen, so that scrolling meets no blank. */
const SPARE = 20;
/** Shorter lists are drawn whole: find-in-page and printing then reach every row. */
const WHOLE = 150;

export interface Window {
  first: number;
  /** One after the last. */
  last: number;
}

/** Which of `count` rows of `height` px below `top` are near a screen of `screen` px. */
export function windowOf(count: number, height: number, top: number, screen: number): Window {
  if (count <= WHOLE) return { first: 0, last: count };
  const first = Math.floor(-top / height) - SPARE;
  const last = Math.ceil((screen - top) / height) + SPARE;
  return { first: Math.min(Math.max(0, first), count), last: Math.max(0, Math.min(count, last)) };
}

/** The rows to draw of a list that scrolls with the page, or with whatever it stands in. */
export function useWindow(body: RefObject<HTMLElement | null>, count: number, height: number): Window {
  const [shown, setShown] = useState(() => windowOf(count, height, 0, globalThis.innerHeight));
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const top = body.current?.getBoundingClientRect().top ?? 0;
      const next = windowOf(count, height, top, window.innerHeight);
      setShown((now) => (now.first === next.first && now.last === next.last ? now : next));
    };
    const later = () => (frame ||= requestAnimationFrame(look));
    look();
    document.addEventListener('scroll', later, { capture: true, passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('scroll', later, { capture: true });
      window.removeEventListener('resize', later);
    };
  }, [body, count, height]);
  return shown;
}
