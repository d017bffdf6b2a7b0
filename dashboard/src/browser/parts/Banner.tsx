import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Banner.module.css';

type Props = Readonly<{ kind?: 'note' | 'care' | 'done'; children: ReactNode }>;

const icons = { note: Info, care: TriangleAlert, done: CircleCheck } as const;

/** A sentence above what it refers to. A `done` banner is read out when it appears. */
export function Banner({ kind = 'note', children }: Props) {
  const Icon = icons[kind];
  return (
    <div {...(kind === 'done' && { role: 'status' })} className={`${styles.banner} ${styles[kind]}`}>
      <Icon aria-hidden size={20} />
      <div>{children}</div>
    </div>
  );
}
