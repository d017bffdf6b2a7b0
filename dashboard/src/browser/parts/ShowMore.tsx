import { useTranslation } from 'react-i18next';
import { useShownAgain } from '../frame/useShownAgain.ts';
import type { Asked } from '../graph/useAsk.ts';
import { Button } from './Button.tsx';

type Props<Data> = Readonly<{
  of: Asked<Data>;
  page: Readonly<{ hasNextPage: boolean; endCursor: string | null }>;
  /** What the list is called and how many of it are shown: as many are shown again where one comes back to the page. */
  list?: Readonly<{ name: string; shown: number }>;
  /** Puts the next page behind what there is. */
  merge: (before: Data, next: Data) => Data;
}>;

const unnamed = { name: '', shown: 0 };

/** Asks for the next page of a list, where there is one. */
export function ShowMore<Data>({ of, page, list = unnamed, merge }: Props<Data>) {
  const { t } = useTranslation('frame');
  const more = () => of.more({ after: page.endCursor }, merge);
  useShownAgain({ ...list, more: page.hasNextPage && !of.asking ? more : undefined });
  if (!page.hasNextPage) return null;
  return (
    <Button isDisabled={of.asking} onPress={more}>
      {t('more')}
    </Button>
  );
}
