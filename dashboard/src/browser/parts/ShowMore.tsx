import { useTranslation } from 'react-i18next';
import type { Asked } from '../graph/useAsk.ts';
import { Button } from './Button.tsx';

type Props<Data> = Readonly<{
  of: Asked<Data>;
  page: Readonly<{ hasNextPage: boolean; endCursor: string | null }>;
  /** Puts the next page behind what there is. */
  merge: (before: Data, next: Data) => Data;
}>;

/** Asks for the next page of a list, where there is one. */
export function ShowMore<Data>({ of, page, merge }: Props<Data>) {
  const { t } = useTranslation('frame');
  if (!page.hasNextPage) return null;
  return (
    <Button isDisabled={of.asking} onPress={() => of.more({ after: page.endCursor }, merge)}>
      {t('more')}
    </Button>
  );
}
