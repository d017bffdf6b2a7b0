import { nameOf } from '../../parts/nameOf.ts';
import { useSession } from '../../session/Session.tsx';

type Props = Readonly<{ title: string; of: Parameters<typeof nameOf>[0] }>;

/** A page's title with whom it is about: what is put on file for the wrong person may harm them. A person's own page needs no name. */
export function Titled({ title, of }: Props) {
  const isSelf = useSession().signed.role === 'CLIENT';
  const name = isSelf ? null : nameOf(of);
  return name ? (
    <>
      {title}: <bdi>{name}</bdi>
    </>
  ) : (
    <>{title}</>
  );
}
