import { useEffect, useId, useRef, useState } from 'react';
import styles from './Chart.module.css';
import type { ChartProps } from './Chart.tsx';
import * as marks from './plotMarks.ts';

/**
 * A picture as SVG, as wide as there is room and drawn anew when that changes. It stands still, and takes its colours from the
 * page's. Whoever cannot see it has its title and description, and the table that `Figure` puts beside it.
 */
export function Drawn({ title, description, draw }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watching = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    if (box.current) watching.observe(box.current);
    return () => watching.disconnect();
  }, []);
  useEffect(() => {
    if (width === 0) return;
    const room = Math.max(width, leastWidth);
    const drawn = marks.plot({ style: look, ...draw(marks, { width: room, id }), width: room });
    // One picture with one name: what its parts are called inside is nothing to read out.
    for (const part of drawn.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', title);
    drawn.prepend(named('title', title, `${id}-title`), named('desc', description, `${id}-desc`));
    drawn.setAttribute('aria-describedby', `${id}-desc`);
    box.current?.replaceChildren(drawn);
  }, [width, id, title, description, draw]);
  return <div ref={box} className={styles.chart} />;
}

/** Narrower than this nothing is drawn: it is made smaller as a whole. */
const leastWidth = 300;

const look = { fontFamily: 'inherit', fontSize: '13px', background: 'transparent', color: 'var(--ink)' } as const;

function named(tag: 'title' | 'desc', text: string, id: string): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  made.id = id;
  made.textContent = text;
  return made;
}
