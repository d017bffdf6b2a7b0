import type { Category } from './Category.ts';
import { addDays, ageOn } from './calendar.ts';
import type { AgencyKey, Day, InventedConsent } from './InventedPerson.ts';
import type { Random } from './random.ts';
import type { Truth } from './Truth.ts';

/** What a person may say on a consent form. The weights follow how common each is among people known to several agencies. */
type Shape =
  | 'NONE'
  | 'OPT_IN'
  | 'OPT_IN_ALL_CATEGORIES'
  | 'SENSITIVE_NAMED'
  | 'BROAD'
  | 'BROAD_WITH_EXCEPTION'
  | 'BROAD_AND_REFUSAL'
  | 'REPLACED'
  | 'REFUSAL_REPLACED'
  | 'REFUSED'
  | 'EXPIRED'
  | 'WITHDRAWN'
  | 'NOT_YET'
  | 'DRAFT';

const shapes: readonly (readonly [Shape, number])[] = [
  ['NONE', 25],
  ['OPT_IN', 24],
  ['OPT_IN_ALL_CATEGORIES', 4],
  ['SENSITIVE_NAMED', 7],
  ['BROAD', 5],
  ['BROAD_WITH_EXCEPTION', 4],
  ['BROAD_AND_REFUSAL', 3],
  ['REPLACED', 3],
  ['REFUSAL_REPLACED', 2],
  ['REFUSED', 7],
  ['EXPIRED', 6],
  ['WITHDRAWN', 5],
  ['NOT_YET', 2],
  ['DRAFT', 3],
];

/** Lists of categories that people commonly agree to, the simplest first. */
const bundles: readonly (readonly [readonly Category[], number])[] = [
  [['HOUSING'], 8],
  [['IDENTITY', 'CONTACT'], 6],
  [['IDENTITY', 'CONTACT', 'SERVICE_USE'], 10],
  [['IDENTITY', 'SERVICE_USE', 'HOUSING'], 10],
  [['IDENTITY', 'CONTACT', 'SERVICE_USE', 'HOUSING', 'FINANCE'], 7],
  [['IDENTITY', 'SERVICE_USE', 'FV_RISK', 'SAFETY_PLAN'], 8],
  [['IDENTITY', 'SERVICE_USE', 'HEALTH'], 6],
  [['HEALTH', 'MEDICATION'], 4],
  [['IDENTITY', 'SERVICE_USE', 'CHILD_WELLBEING', 'FV_RISK'], 4],
  [['WORKER_SAFETY', 'CONTACT'], 2],
];

const sensitive: readonly Category[] = [
  'MENTAL_HEALTH',
  'AOD',
  'ADDRESS',
  'LEGAL',
  'CULTURAL_IDENTITY',
  'SEXUAL_HEALTH',
];
const broadList: readonly Category[] = [
  'IDENTITY',
  'CONTACT',
  'SERVICE_USE',
  'HOUSING',
  'FINANCE',
  'FV_RISK',
  'CHILD_WELLBEING',
  'HEALTH',
  'WORKER_SAFETY',
];

/** A parent consents for anyone under this age; from it on, a person speaks for themself. */
const OWN_WORD_FROM = 15;

/**
 * Returns the consents on file for one person. `known` are the agencies that have a record; `language` is the one the form was
 * read in.
 */
export function inventConsents(
  truth: Truth,
  {
    known,
    since,
    asOf,
    language,
    random,
  }: Readonly<{ known: readonly AgencyKey[]; since: Day; asOf: Day; language: string; random: Random }>,
): readonly InventedConsent[] {
  const young = ageOn(truth.dateOfBirth, asOf) < OWN_WORD_FROM;
  if (young && truth.parent === undefined) return [];
  // With one agency there is nobody to share with yet, and forms are seldom filled in ahead of time.
  const shape = known.length === 1 && !random.chance(0.12) ? 'NONE' : random.weighted(shapes);

  let count = 0;
  const start = addDays(since, random.int(0, 30));
  // Early enough for the consent to have ended or been replaced since.
  const from = start < addDays(asOf, -10) ? start : since;
  const form = (rest: Partial<InventedConsent>): InventedConsent => {
    count += 1;
    return {
      id: `c-${truth.id}-${count}`,
      status: 'active',
      base: 'deny',
      from,
      recordedBy: random.pick(known),
      evidence: random.weighted<InventedConsent['evidence']>([
        ['signed', 5],
        ['verbal', 3],
        ['in-person', 3],
      ]),
      language,
      ...(young && truth.parent !== undefined ? { givenByParent: truth.parent } : {}),
      ...rest,
    };
  };
  const optIn = (): Partial<InventedConsent> => ({
    agencies: random.chance(0.7) ? [random.pick(known)] : known,
    purposes: random.chance(0.85) ? ['SERVICE_COORDINATION'] : ['SERVICE_COORDINATION', 'FV_PROTECTION'],
    categories: random.weighted(bundles),
    ...(random.chance(0.4) ? { to: addDays(asOf, random.int(20, 700)) } : {}),
  });
  const ago = (least: number, most: number): Day => {
    const day = addDays(asOf, -random.int(least, most));
    return day > from ? day : addDays(from, 1);
  };

  switch (shape) {
    case 'NONE':
      return [];
    case 'OPT_IN':
      return random.chance(0.15) ? [form(optIn()), form(optIn())] : [form(optIn())];
    case 'OPT_IN_ALL_CATEGORIES': {
      const { categories: _, ...rest } = optIn();
      return [form(rest)];
    }
    case 'SENSITIVE_NAMED':
      return [
        form({
          ...optIn(),
          agencies: known,
          categories: [...broadList, ...random.shuffled(sensitive).slice(0, random.int(1, 2))],
        }),
      ];
    case 'BROAD':
      return [form({ base: 'permit' })];
    case 'BROAD_WITH_EXCEPTION':
      return [
        form({
          base: 'permit',
          except: [random.chance(0.3) ? { agencies: [random.pick(known)] } : { categories: [random.pick(sensitive)] }],
        }),
      ];
    case 'BROAD_AND_REFUSAL':
      return [
        form({ base: 'permit' }),
        form({ status: 'refused', categories: [random.pick(sensitive)], agencies: [random.pick(known)] }),
      ];
    case 'REPLACED': {
      const old = form(optIn());
      return [old, form({ ...optIn(), from: ago(10, 90), supersedes: [old.id] })];
    }
    case 'REFUSAL_REPLACED': {
      const old = form({ status: 'refused' });
      return [old, form({ ...optIn(), from: ago(10, 90), supersedes: [old.id] })];
    }
    case 'REFUSED':
      return [form(random.chance(0.6) ? { status: 'refused' } : { status: 'refused', agencies: [random.pick(known)] })];
    case 'EXPIRED':
      return [form({ ...optIn(), to: ago(3, 300) })];
    case 'WITHDRAWN':
      return [form({ ...optIn(), withdrawnOn: ago(2, 300) })];
    case 'NOT_YET':
      return [
        form({
          agencies: known,
          purposes: ['SERVICE_COORDINATION'],
          categories: random.weighted(bundles),
          from: addDays(asOf, random.int(5, 60)),
        }),
      ];
    case 'DRAFT':
      return [form({ ...optIn(), status: 'draft' })];
    default:
      return shape satisfies never;
  }
}
