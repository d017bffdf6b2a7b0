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

/** Its words come with it: were they waited for without it, the whole page would be gone for a moment, and the focus with it. */
const LinkedCard = later(async () => (await import('./linked/LinkedCard.tsx')).LinkedCard);

export type RestClient = NonNullable<ClientRestQuery['client']>;

/** What is not for the first moment: needs, housing, periods of support, and what is not shared. */
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
