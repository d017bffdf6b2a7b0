import { useTranslation } from 'react-i18next';
import { useShownAgain } from '../frame/useShownAgain.ts';
import type { Asked } from '../graph/useAsk.ts';
import { Button } from './Button.tsx';

type Props<Data> = Readonly<{
  of: Asked<Data>;
  page: Readonly<{ hasNextPage: boolean; endCursor: string | null }>;
  /** What the list is called, with all that is chosen of it, and how many are shown: as many are shown again where one comes back. */
  list: Readonly<{ name: string; shown: number }>;
  /** Puts the next page behind what there is. */
  merge: (before: Data, next: Data) => Data;
  /** Said on the button, where it is not "Show more". */
  word?: string;
}>;

/** Asks for the next page of a list, where there is one. */
export const ShowMore = <Data,>(props: Props<Data>) => <OfOneList key={props.list.name} {...props} />;

function OfOneList<Data>({ of, page, list, merge, word }: Props<Data>) {
  const { t } = useTranslation('frame');
  const more = () => of.more({ after: page.endCursor }, merge);
  useShownAgain({ ...list, more: page.hasNextPage && !of.asking ? more : undefined });
  if (!page.hasNextPage) return null;
  return (
    <div>
      <Button isDisabled={of.asking} onPress={more}>
        {word ?? t('more')}
      </Button>
      <p className="on-paper">{t('goesOn')}</p>
    </div>
  );
}
