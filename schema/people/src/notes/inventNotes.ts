import type { Category } from '../Category.ts';
import { ageOn } from '../calendar.ts';
import { dayOnFile, type Filing } from '../Filing.ts';
import { fillTemplate } from '../fillTemplate.ts';
import type { InventedNote } from '../InventedPerson.ts';
import { wordsFor } from '../wordsFor.ts';
import {
  childExperiencing,
  experiencing,
  experiencingFromPartner,
  infantExperiencing,
  safetyPlan,
  using,
} from './notesOfViolence.ts';
import { childSoundsLikeViolence, longPast, soundsLikeViolence } from './notesThatSoundLikeViolence.ts';
import { openings, plans } from './openings.ts';
import type { Sentence } from './Sentence.ts';
import { topicsFor } from './topicsFor.ts';

const INFANT = 4;
const ADULT = 18;
/** Age from which violence in the person's past can lie far back. */
const LONG_LIFE = 40;
/** How often a note that describes no family violence sounds as if it did. */
const HARD_NEGATIVES = 0.09;

/** How workers refer to the person. A name in the text is itself information. */
type Voice = 'NAME' | 'CLIENT' | 'SHORTHAND';

/** Returns the notes of one record, oldest first, in the style of whoever wrote them. */
export function inventNotes(filing: Filing): readonly InventedNote[] {
  const { agency, random, tells } = filing;
  const wanted = random.weighted([
    [0, 14],
    [1, 22],
    [2, 24],
    [3, 18],
    [4, 11],
    [5, 7],
    [7, 4],
  ]);
  const count = tells ? Math.max(1, wanted) : wanted;
  // A specialist service writes about little else; elsewhere it appears in one note among several.
  const told = new Set(
    random
      .shuffled(Array.from({ length: count }, (_, place) => place))
      .slice(0, !tells ? 0 : agency === 'wattle' ? Math.ceil(count * 0.6) : random.int(1, 2)),
  );
  return Array.from({ length: count }, () => dayOnFile(filing))
    .sort()
    .map((writtenOn, place) => noteOf(filing, writtenOn, told.has(place)));
}

function noteOf(filing: Filing, writtenOn: string, describes: boolean): InventedNote {
  const { random, worker, staff, truth } = filing;
  const voice = random.weighted<Voice>([
    ['NAME', 4],
    ['CLIENT', 4],
    ['SHORTHAND', 2],
  ]);
  const client = { NAME: truth.given, CLIENT: 'client', SHORTHAND: 'ct' }[voice];
  const words = wordsFor(filing, client, voice === 'SHORTHAND');
  const chosen = describes ? describing(filing) : plain(filing);
  const text = chosen.map((sentence) => fillTemplate(sentence.text, words, random)).join(' ');
  const names = voice === 'NAME' && text.includes(truth.given);
  const about = new Set<Category>(chosen.flatMap((sentence) => sentence.about));
  if (names) about.add('IDENTITY');
  return {
    id: filing.nextId('note'),
    writtenOn,
    writtenBy: random.chance(0.85) ? worker.login : random.pick(staff).login,
    text,
    // Even text without a topic reveals that someone works with the person.
    about: about.size === 0 ? ['SERVICE_USE'] : [...about],
    describesFamilyViolence: describes,
  };
}

function describing(filing: Filing): readonly Sentence[] {
  const { random, agency, truth } = filing;
  const bank = violenceBank(filing);
  const told = random.shuffled(bank).slice(
    0,
    random.weighted([
      [1, 6],
      [2, 3],
    ]),
  );
  const plan =
    agency === 'wattle' && truth.violence?.part === 'EXPERIENCING' && random.chance(0.45)
      ? [random.pick(safetyPlan)]
      : [];
  const beside = random.chance(0.4) ? [random.pick(random.weighted(topicsFor(filing)))] : [];
  return [...opening(filing, 0.5), ...random.shuffled([...told, ...beside]), ...plan, ...closing(filing, 0.4)].slice(
    0,
    5,
  );
}

function violenceBank({ truth, asOf }: Filing): readonly Sentence[] {
  if (truth.violence?.part === 'USING') return using;
  const age = ageOn(truth.dateOfBirth, asOf);
  if (age < INFANT) return infantExperiencing;
  if (age < ADULT) return childExperiencing;
  const partner = /partner|husband|wife/.test(truth.violence?.other ?? '');
  return partner ? [...experiencing, ...experiencingFromPartner] : experiencing;
}

function nearMisses({ truth, asOf }: Filing): readonly Sentence[] {
  const age = ageOn(truth.dateOfBirth, asOf);
  if (age < ADULT) return childSoundsLikeViolence;
  return age < LONG_LIFE ? soundsLikeViolence : [...soundsLikeViolence, ...longPast];
}

function plain(filing: Filing): readonly Sentence[] {
  const { random } = filing;
  const topic = random.weighted(topicsFor(filing));
  const body = random.shuffled(topic).slice(
    0,
    random.weighted([
      [1, 5],
      [2, 4],
      [3, 1],
    ]),
  );
  const beside = random.chance(0.35) ? [random.pick(random.weighted(topicsFor(filing)))] : [];
  const near = random.chance(HARD_NEGATIVES) ? [random.pick(nearMisses(filing))] : [];
  const sentences = [...body, ...beside.filter((one) => !body.includes(one)), ...near];
  return [...opening(filing, 0.55), ...sentences, ...closing(filing, 0.4)].slice(0, 5);
}

function opening({ random }: Filing, share: number): readonly Sentence[] {
  return random.chance(share) ? [random.pick(openings)] : [];
}

function closing({ random }: Filing, share: number): readonly Sentence[] {
  return random.chance(share) ? [random.pick(plans)] : [];
}
