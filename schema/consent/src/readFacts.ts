import type { Block, Facts, LegalBasis, Person, ProxyListing } from './Facts.ts';
import {
  dayOf,
  entriesOf,
  fieldsOf,
  flagOf,
  type Input,
  listOf,
  needed,
  oneOf,
  optional,
  spanOf,
  textOf,
} from './Input.ts';
import type { Span } from './instants.ts';
import { readConsent } from './readConsent.ts';

/**
 * Reads facts as they are written. Nothing that is not understood is dropped: an unknown field or a wrong type throws
 * `BadInput`. Whether the facts may be put on file is for `faultsIn` to say.
 */
export function readFacts(input: Input): Facts {
  const fields = fieldsOf(input, ['consents', 'bases', 'blocks', 'people']);
  return {
    consents: optional(fields.consents, (list) => listOf(list, readConsent)),
    bases: optional(fields.bases, (list) => listOf(list, readLegalBasis)),
    blocks: optional(fields.blocks, (list) => listOf(list, readBlock)),
    people: optional(fields.people, (people) =>
      Object.fromEntries(entriesOf(people).map(([id, person]) => [id, readPerson(person)])),
    ),
  };
}

const LEGAL_BASIS_FIELDS = [
  'id',
  'kind',
  'about',
  'categories',
  'period',
  'assertedBy',
  'reason',
  'consultedViews',
] as const;

const texts = (list: Input) => optional(list, (each) => listOf(each, textOf));

function readLegalBasis(input: Input): LegalBasis {
  const fields = fieldsOf(input, LEGAL_BASIS_FIELDS);
  return {
    id: textOf(fields.id),
    kind: textOf(fields.kind),
    about: texts(fields.about),
    categories: texts(fields.categories),
    period: needed<Span>(fields.period, spanOf, {}),
    assertedBy: optional(fields.assertedBy, textOf),
    reason: optional(fields.reason, textOf),
    // Some entries say what was heard, others only whether anything was.
    consultedViews: optional(fields.consultedViews, (each) =>
      typeof each.value === 'boolean' ? each.value : textOf(each),
    ),
  };
}

function readBlock(input: Input): Block {
  const fields = fieldsOf(input, ['id', 'kind', 'person', 'categories', 'records', 'against']);
  return {
    id: textOf(fields.id),
    kind: oneOf(['SAFETY_BLOCK', 'EXCLUDED_INFORMATION', 'COURT_SUPPRESSION'])(fields.kind),
    person: optional(fields.person, textOf),
    categories: texts(fields.categories),
    records: texts(fields.records),
    against: texts(fields.against),
  };
}

function readPerson(input: Input): Person {
  const fields = fieldsOf(input, ['dob', 'matureMinor', 'proxies']);
  return {
    dob: optional(fields.dob, dayOf),
    matureMinor: optional(fields.matureMinor, flagOf),
    proxies: optional(fields.proxies, (list) => listOf(list, readProxy)),
  };
}

function readProxy(input: Input): ProxyListing {
  const fields = fieldsOf(input, ['person', 'capacity', 'period', 'scope', 'personUsingViolence']);
  return {
    person: textOf(fields.person),
    capacity: oneOf(['parent', 'guardian', 'attorney'])(fields.capacity),
    period: optional(fields.period, spanOf),
    scope: texts(fields.scope),
    personUsingViolence: optional(fields.personUsingViolence, flagOf),
  };
}
