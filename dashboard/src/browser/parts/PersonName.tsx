import { useTranslation } from 'react-i18next';
import { useLacksOwn } from './Lacking.tsx';
import { nameOf } from './nameOf.ts';

type Props = Readonly<{ of: Parameters<typeof nameOf>[0] }>;

/** A person's name on one line, or that it is not shared, or was not read: where a link or a row needs some word. */
export function PersonName({ of }: Props) {
  const { t } = useTranslation('frame');
  const unread = useLacksOwn();
  return <bdi>{nameOf(of) ?? t(unread ? 'nameUnread' : 'noName')}</bdi>;
}
