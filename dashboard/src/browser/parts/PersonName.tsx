import { useTranslation } from 'react-i18next';
import { nameOf } from './nameOf.ts';

type Props = Readonly<{ of: Parameters<typeof nameOf>[0] }>;

/** A person's name on one line, or that it is not shared: where a link or a row needs some word. */
export function PersonName({ of }: Props) {
  const { t } = useTranslation('frame');
  return <>{nameOf(of) ?? t('noName')}</>;
}
