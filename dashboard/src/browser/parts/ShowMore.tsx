import { useTranslation } from 'react-i18next';
import { useShownAgain } from '../frame/useShownAgain.ts';
import type { Asked } from '../graph/useAsk.ts';
import { Button } from './Button.tsx';

type Props<Data> = Readonly<{
  of: Asked<Data>;
  page: Readonly<{ hasNextPage: boolean; endCursor: string | null }>;
  /** The list's name, including everything that filters it, and how many rows are shown: as many are shown again on return. */
  list: Readonly<{ name: string; shown: number }>;
  /** Appends the next page to what there is. */
  merge: (before: Data, next: Data) => Data;
  /** The button's text, if not "Show more". */
  word?: string;
}>;

/** A button that loads the next page of a list; renders nothing on the last page. */
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
