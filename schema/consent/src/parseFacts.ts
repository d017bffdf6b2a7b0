import { BadInput } from './BadInput.ts';
import type { Block, Facts, LegalBasis, Person, ProxyListing } from './Facts.ts';
import {
  codeIn,
  dayOf,
  entriesOf,
  fieldsOf,
  filledListOf,
  flagOf,
  type Input,
  listOf,
  oneOf,
  optional,
  spanOf,
  textOf,
} from './Input.ts';
import type { Profile } from './Profile.ts';
import { consentOf } from './parseConsent.ts';

/**
 * Facts from JSON. Throws `BadInput` with the path and a sentence without personal data; nothing that is not understood
 * is dropped, because a limit or a block that is lost opens.
 */
export function parseFacts(json: unknown, profile: Profile): Facts {
  const fields = fieldsOf({ value: json, path: 'facts' }, ['consents', 'bases', 'blocks', 'people']);
  return {
    consents: optional(fields.consents, (list) => listOf(list, (item) => consentOf(item, profile))),
    bases: optional(fields.bases, (list) => listOf(list, (item) => legalBasisOf(item, profile))),
    blocks: optional(fields.blocks, (list) => listOf(list, (item) => blockOf(item, profile))),
    people: optional(fields.people, (people) =>
      Object.fromEntries(entriesOf(people).map(([id, person]) => [id, personOf(person)])),
    ),
  };
}

function legalBasisOf(input: Input, profile: Profile): LegalBasis {
  const fields = fieldsOf(input, [
    'id',
    'kind',
    'about',
    'categories',
    'period',
    'assertedBy',
    'reason',
    'consultedViews',
  ]);
  return {
    id: textOf(fields.id),
    kind: oneOf(['SERIOUS_THREAT', 'FV_CHILD_AT_RISK', 'CISS_THRESHOLD'])(fields.kind),
    about: filledListOf(fields.about, textOf),
    categories: optional(fields.categories, (list) => filledListOf(list, codeIn(profile.categories, profile.id))),
    period: spanOf(fields.period),
    assertedBy: textOf(fields.assertedBy),
    reason: textOf(fields.reason),
    consultedViews: optional(fields.consultedViews, textOf),
  };
}

function blockOf(input: Input, profile: Profile): Block {
  const fields = fieldsOf(input, ['id', 'kind', 'person', 'categories', 'records', 'against']);
  const block: Block = {
    id: textOf(fields.id),
    kind: oneOf(['SAFETY_BLOCK', 'EXCLUDED_INFORMATION', 'COURT_SUPPRESSION'])(fields.kind),
    person: optional(fields.person, textOf),
    categories: optional(fields.categories, (list) => filledListOf(list, codeIn(profile.categories, profile.id))),
    records: optional(fields.records, (list) => filledListOf(list, textOf)),
    against: optional(fields.against, (list) => filledListOf(list, textOf)),
  };
  if (block.person === undefined && block.categories === undefined && block.records === undefined) {
    throw new BadInput(input.path, 'would block everything; name a person, categories or records.');
  }
  return block;
}

function personOf(input: Input): Person {
  const fields = fieldsOf(input, ['dob', 'matureMinor', 'proxies']);
  return {
    dob: optional(fields.dob, dayOf),
    matureMinor: optional(fields.matureMinor, flagOf),
    proxies: optional(fields.proxies, (list) => listOf(list, proxyOf)),
  };
}

function proxyOf(input: Input): ProxyListing {
  const fields = fieldsOf(input, ['person', 'capacity', 'period', 'scope', 'personUsingViolence']);
  return {
    person: textOf(fields.person),
    capacity: oneOf(['parent', 'guardian', 'attorney'])(fields.capacity),
    period: optional(fields.period, spanOf),
    scope: optional(fields.scope, (list) => listOf(list, textOf)),
    personUsingViolence: optional(fields.personUsingViolence, flagOf),
  };
}
