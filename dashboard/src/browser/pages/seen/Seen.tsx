import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../../frame/Page.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ButtonLink } from '../../parts/ButtonLink.tsx';
import { Covered } from '../../parts/Covered.tsx';
import { useSession } from '../../session/Session.tsx';
import { SeenDocument } from './generated/seen.ts';
import { SeenList } from './SeenList.tsx';

/**
 * Who saw what about a person: for the client, from every record; for a worker, from their own agency's. A client's own list is
 * covered until they ask to see it: the agencies and kinds of information it names would show anyone beside them where they found
 * help.
 */
export default function Seen() {
  const { client = '' } = useParams();
  // Load all words first: if a part of the page waited for some, the whole page would disappear for a moment.
  const { t } = useTranslation(['seen', 'terms']);
  const { signed, purpose } = useSession();
  const isSelf = signed.role === 'CLIENT';
  const asked = useAsk(SeenDocument, { variables: { client } });
  return (
    <Page
      key={`${client} ${purpose}`}
      title={t(isSelf ? 'titleSelf' : 'title')}
      lead={isSelf ? t('leadSelf') : `${t('lead')} ${t('whose')}`}
      actions={<ButtonLink to={isSelf ? '/mine' : `/people/${client}`}>{t(isSelf ? 'backSelf' : 'back')}</ButtonLink>}
    >
      <Answer of={asked}>
        {(data) =>
          isSelf && data.client ? (
            <Covered word={t('titleSelf')}>
              <SeenList asked={asked} data={data} isSelf />
            </Covered>
          ) : (
            <SeenList asked={asked} data={data} isSelf={isSelf} />
          )
        }
      </Answer>
    </Page>
  );
}
