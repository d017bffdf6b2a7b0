import styles from '../client.module.css';
import type { OneAlert } from '../holds.ts';
import { CorrectAlert } from './CorrectAlert.tsx';
import { EndAlert } from './EndAlert.tsx';
import { ExtendAlert } from './ExtendAlert.tsx';
import { ReviewAlert } from './ReviewAlert.tsx';

type Props = Readonly<{ one: OneAlert; mayDo: readonly string[] }>;

/** The actions a worker may take on an alert, each with its own dialog. */
export const OwnActs = ({ one, mayDo }: Props) => (
  <div className={styles.acts}>
    {mayDo.includes('reviewAlert') && <ReviewAlert one={one} />}
    {mayDo.includes('extendAlert') && <ExtendAlert one={one} />}
    {mayDo.includes('endAlert') && <EndAlert one={one} />}
    {mayDo.includes('correctAlert') && <CorrectAlert one={one} />}
  </div>
);
