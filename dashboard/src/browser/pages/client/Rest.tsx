import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { later } from '../../parts/later.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import type { ClientRestQuery } from './generated/client.ts';
import { ClientRestDocument } from './generated/client.ts';
import { NeedsCard } from './NeedsCard.tsx';
import { NotesCard } from './NotesCard.tsx';
import { SupportCard } from './SupportCard.tsx';
import type { FirstClient } from './WhoCard.tsx';
import { WithheldCard } from './WithheldCard.tsx';

/** Loaded together with its words: if it waited for them when rendered, the whole page, and the focus, would be gone for a moment. */
const LinkedCard = later(async () => (await import('./linked/LinkedCard.tsx')).LinkedCard);

export type RestClient = NonNullable<ClientRestQuery['client']>;

/** What can follow later: needs, housing, periods of support, and what is withheld. */
export function Rest({ first: { id, name } }: Readonly<{ first: FirstClient }>) {
  const asked = useAsk(ClientRestDocument, { variables: { client: id } });
  return (
    <Answer of={asked}>
      {({ client }) =>
        client && (
          <>
            <NeedsCard client={client} />
            <SupportCard client={client} />
            <NotesCard client={id} />
            <WithheldCard client={client} />
            <LinkedCard client={id} about={<PersonName of={name} />} />
          </>
        )
      }
    </Answer>
  );
}
