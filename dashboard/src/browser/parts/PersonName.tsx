import { useTranslation } from 'react-i18next';
import { useLacksOwn } from './Lacking.tsx';
import { nameOf } from './nameOf.ts';

type Props = Readonly<{ of: Parameters<typeof nameOf>[0] }>;

/** A person's name on one line, or that it is withheld or was not read: for links and rows, which need some text. */
export function PersonName({ of }: Props) {
  const { t } = useTranslation('frame');
  const unread = useLacksOwn();
  return <bdi>{nameOf(of) ?? t(unread ? 'nameUnread' : 'noName')}</bdi>;
}
