import { nameOf } from '../../parts/nameOf.ts';
import { useSession } from '../../session/Session.tsx';

type Props = Readonly<{ title: string; of: Parameters<typeof nameOf>[0] }>;

/** A page's title with the person's name, since a consent on the wrong person's file may harm them. A client's own page needs no name. */
export function Titled({ title, of }: Props) {
  const isSelf = useSession().signed.role === 'CLIENT';
  const name = isSelf ? null : nameOf(of);
  return name ? (
    <>
      {title}: <bdi>{name}</bdi>
    </>
  ) : (
    title
  );
}
