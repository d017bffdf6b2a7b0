import { AgencyName } from '../../parts/AgencyName.tsx';
import { Day } from '../../parts/Day.tsx';
import { RoleWord } from '../../parts/RoleWord.tsx';
import styles from './client.module.css';
import type { ClientNotesQuery } from './generated/client.ts';

type NotedRecord = NonNullable<ClientNotesQuery['client']>['records'][number];

/** The notes of one record, the newest first. */
export const Notes = ({ of: { agency, notes } }: Readonly<{ of: NotedRecord }>) => (
  <section>
    <h3>
      <AgencyName of={agency} />
    </h3>
    <ul className={styles.list}>
      {(notes ?? []).map(({ id, writtenOn, writtenBy, text }) => (
        <li key={id}>
          <p className={styles.small}>
            <Day of={writtenOn} />
            {writtenBy && (
              <>
                {' · '}
                <RoleWord of={writtenBy} />
              </>
            )}
          </p>
          <p className={styles.note}>{text}</p>
        </li>
      ))}
    </ul>
  </section>
);
