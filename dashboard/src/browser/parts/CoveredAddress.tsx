import { Covered } from './Covered.tsx';
import { Said } from './Said.tsx';
import { type Source, sourced } from './sourced.ts';
import { Withheld } from './Withheld.tsx';

type Address = Readonly<{ line: string | null; suburb: string | null; state: string | null; postcode: string | null }>;

type Records = readonly (Source & Readonly<{ address: Address | null }>)[];

type Props = Readonly<{
  /** Its label on the page. */
  word: string;
  records: Records;
}>;

/** Where somebody lives, according to their records; covered until somebody asks to see it. */
export function CoveredAddress({ word, records }: Props) {
  const said = addressesOf(records);
  if (said.length === 0) return <Withheld />;
  return (
    <Covered word={word}>
      <Said of={said} />
    </Covered>
  );
}

/** Where somebody lives, according to their records; for use where everything around it is covered already. */
export const Addresses = ({ of }: Readonly<{ of: Records }>) => <Said of={addressesOf(of)} />;

const addressesOf = (records: Records) =>
  sourced(records, ({ address }) =>
    [address?.line, address?.suburb, address?.state, address?.postcode].filter((part) => part).join(', '),
  );
