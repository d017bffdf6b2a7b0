import { useEffect, useId, useRef, useState } from 'react';
import styles from './Chart.module.css';
import type { ChartProps } from './Chart.tsx';
import * as marks from './plotMarks.ts';

/**
 * A chart as SVG, as wide as there is room, and redrawn when that changes. It is not interactive, and uses the page's colours.
 * People who cannot see it have its title and description, and the table that `Figure` puts beside it.
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
    // The chart is one image with one name; the labels of its parts are not to be read out.
    for (const part of drawn.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', title);
    drawn.prepend(named('title', title, `${id}-title`), named('desc', description, `${id}-desc`));
    drawn.setAttribute('aria-describedby', `${id}-desc`);
    box.current?.replaceChildren(drawn);
  }, [width, id, title, description, draw]);
  return <div ref={box} className={styles.chart} />;
}

/** The least width that is drawn, in pixels; below it, the finished chart is scaled down. */
const leastWidth = 300;

const look = { fontFamily: 'inherit', fontSize: '13px', background: 'transparent', color: 'var(--ink)' } as const;

function named(tag: 'title' | 'desc', text: string, id: string): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  made.id = id;
  made.textContent = text;
  return made;
}
