import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Button } from '../../parts/Button.tsx';
import { Card } from '../../parts/Card.tsx';
import styles from './client.module.css';
import { ClientNotesDocument, type ClientNotesQuery } from './generated/client.ts';
import { Notes } from './Notes.tsx';

const page = 5;

/** Case notes, queried only when somebody asks for them: nothing is disclosed that nobody needs to read. */
export function NotesCard({ client }: Readonly<{ client: string }>) {
  const { t } = useTranslation(['client', 'frame']);
  const [wanted, setWanted] = useState(false);
  const [pages, setPages] = useState(1);
  const asked = useAsk(ClientNotesDocument, { variables: { client, skip: 0 }, skip: !wanted });
  if (!wanted)
    return (
      <Card title={t('notes.title')}>
        <p>{t('notes.text')}</p>
        <div>
          <Button onPress={() => setWanted(true)}>{t('notes.show')}</Button>
        </div>
      </Card>
    );
  const more = async () => {
    await asked.more({ skip: pages * page }, joined);
    setPages(pages + 1);
  };
  return (
    <Card title={t('notes.title')}>
      <Answer of={asked}>
        {({ client }) => {
          const records = (client?.records ?? []).filter(({ notes }) => notes && notes.length > 0);
          // A record that returned as many notes as requested may have more.
          const mayBeMore = records.some(({ notes }) => (notes?.length ?? 0) >= pages * page);
          return (
            <div className={styles.column}>
              {records.length === 0 && <p>{t('notes.none')}</p>}
              {records.map((record) => (
                <Notes key={record.id} of={record} />
              ))}
              {mayBeMore && (
                <div>
                  <Button isDisabled={asked.asking} onPress={more}>
                    {t('frame:more')}
                  </Button>
                </div>
              )}
            </div>
          );
        }}
      </Answer>
    </Card>
  );
}

/** Appends each record's next notes to those before. */
function joined(before: ClientNotesQuery, next: ClientNotesQuery): ClientNotesQuery {
  if (!before.client) return before;
  const nextOf = new Map(next.client?.records.map(({ id, notes }) => [id, notes ?? []]));
  const records = before.client.records.map((record) => ({
    ...record,
    notes: [...(record.notes ?? []), ...(nextOf.get(record.id) ?? [])],
  }));
  return { ...before, client: { ...before.client, records } };
}
