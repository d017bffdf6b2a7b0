import { ageOn } from './calendar.ts';
import type { Filing } from './Filing.ts';
import type { Slots } from './fillTemplate.ts';

const pronouns = {
  '1': {
    they: 'he',
    them: 'him',
    their: 'his',
    theirs: 'his',
    was: 'was',
    has: 'has',
    is: 'is',
    s: 's',
    es: 'es',
    themself: 'himself',
  },
  '2': {
    they: 'she',
    them: 'her',
    their: 'her',
    theirs: 'hers',
    was: 'was',
    has: 'has',
    is: 'is',
    s: 's',
    es: 'es',
    themself: 'herself',
  },
  '3': {
    they: 'they',
    them: 'them',
    their: 'their',
    theirs: 'theirs',
    was: 'were',
    has: 'have',
    is: 'are',
    s: '',
    es: '',
    themself: 'themself',
  },
} as const;

/**
 * Returns the words that templates about a person may use.
 *
 * `{client}` is what this worker calls the person, and `{they} {was}` agrees with it. `{other}` is the other person in the
 * family violence: "her ex-partner" or, in shorthand, "ex-partner". `{he}`, `{him}` and `{his}` refer to `{other}`.
 */
export function wordsFor({ truth, asOf, language, random }: Filing, client = 'client', short = false): Slots {
  const own = pronouns[truth.sex];
  const other = pronouns[truth.violence?.otherSex ?? (truth.sex === '1' ? '2' : '1')];
  const relation = truth.violence?.other ?? (ageOn(truth.dateOfBirth, asOf) < 16 ? 'father' : 'partner');
  const otherWord = short ? relation : `${own.their} ${relation}`;
  return {
    client,
    Client: capital(client),
    ...own,
    They: capital(own.they),
    Their: capital(own.their),
    language,
    other: otherWord,
    Other: capital(otherWord),
    he: other.they,
    him: other.them,
    his: other.their,
    He: capital(other.they),
    His: capital(other.their),
    n: String(random.int(2, 9)),
    m: String(random.int(2, 6)),
    amount: `$${random.int(6, 94) * 10}`,
    rent: `$${random.int(24, 62) * 10}`,
    k10: String(random.int(14, 46)),
    years: String(random.int(11, 24)),
    day: random.pick(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']),
    night: random.pick(['Friday', 'Saturday', 'Sunday', 'Thursday']),
    time: `${random.int(9, 16)}.${random.pick(['00', '15', '30', '45'])}`,
    month: random.pick([
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
    ]),
    child: random.pick(['son', 'daughter', 'eldest', 'youngest', 'little one', 'child']),
    colleague: random.pick(['duty worker', 'team leader', 'co-worker', 'student on placement', 'intake worker']),
  };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
