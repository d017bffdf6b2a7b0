import { useTranslation } from 'react-i18next';
import { Banner } from '../../parts/Banner.tsx';
import { Button } from '../../parts/Button.tsx';
import type { PeopleShown } from './usePeopleShown.ts';

type Props = Readonly<{
  people: PeopleShown;
  /** Where the people not yet on the list begin; null: everybody is on this list or was on an earlier one. */
  next: string | null;
}>;

/** Says that a list does not cover everybody, and leads to the others: nobody must be mistaken for a person without alerts. */
export function MorePeople({ people, next }: Props) {
  const { t } = useTranslation('board');
  if (next === null && people.after === null) return null;
  return (
    <Banner kind={next === null ? 'note' : 'care'}>
      <p>{t(next === null ? 'people.last' : people.after === null ? 'people.first' : 'people.some')}</p>
      {next !== null && <p>{t('people.lacking')}</p>}
      {next !== null && <Button onPress={() => people.goOn(next)}>{t('people.next')}</Button>}
      {people.after !== null && (
        <Button kind="quiet" onPress={people.begin}>
          {t('people.begin')}
        </Button>
      )}
    </Banner>
  );
}
