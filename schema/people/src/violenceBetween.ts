import type { Member } from './Member.ts';

/** What each person is to the other, as a worker would write it. */
export type Relation = Readonly<{ experiencingIs: string; usingIs: string }>;

/** Returns both people, the first experiencing the other's violence. */
export function violenceBetween(
  experiencing: Member,
  using: Member,
  { experiencingIs, usingIs }: Relation,
): readonly [Member, Member] {
  return [
    { ...experiencing, violence: { part: 'EXPERIENCING', other: usingIs, otherSex: writtenSex(using) } },
    { ...using, violence: { part: 'USING', other: experiencingIs, otherSex: writtenSex(experiencing) } },
  ];
}

/** Returns the person with their part in violence that involves someone outside the household. */
export function violenceApart(member: Member, part: 'EXPERIENCING' | 'USING', other: string): Member {
  return { ...member, violence: { part, other, otherSex: member.sex === '1' ? '2' : '1' } };
}

/** Returns a child who lives with a father's violence against their mother. */
export function witnessing(child: Member): Member {
  return { ...child, violence: { part: 'EXPERIENCING', other: 'father', otherSex: '1' } };
}

/** Returns the sex that sets the pronoun a worker wrote for the other person. */
function writtenSex({ sex }: Member): '1' | '2' {
  return sex === '1' ? '1' : '2';
}
