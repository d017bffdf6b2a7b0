import { ACTIONS, type Ask, ENTITIES, ROLES, type Subject, type Viewer } from './Ask.ts';
import { BadInput } from './BadInput.ts';
import { fieldsOf, flagOf, type Input, listOf, oneOf, optional, textOf, whenOf } from './Input.ts';

const FIELDS = [
  'viewer',
  'purpose',
  'subjects',
  'category',
  'derivedFrom',
  'source',
  'record',
  'dataDate',
  'separable',
  'relevant',
  'action',
  'at',
  'breakGlass',
] as const;

/**
 * An ask from JSON. Throws `BadInput` with the path and a sentence without personal data. Purpose and categories are
 * taken as they are: what the profile does not know is for `decide` to deny, not an error.
 */
export function parseAsk(json: unknown): Ask {
  const fields = fieldsOf({ value: json, path: 'ask' }, FIELDS);
  return {
    viewer: viewerOf(fields.viewer),
    purpose: textOf(fields.purpose),
    subjects: listOf(fields.subjects, subjectOf),
    category: optional(fields.category, textOf),
    derivedFrom: optional(fields.derivedFrom, (list) => listOf(list, textOf)),
    source: textOf(fields.source),
    record: optional(fields.record, textOf),
    dataDate: optional(fields.dataDate, whenOf),
    separable: optional(fields.separable, flagOf),
    relevant: optional(fields.relevant, flagOf),
    action: optional(fields.action, oneOf(ACTIONS)),
    at: whenOf(fields.at),
    breakGlass: optional(fields.breakGlass, (input) => ({
      reason: optional(fieldsOf(input, ['reason']).reason, textOf),
    })),
  };
}

function viewerOf(input: Input): Viewer {
  const fields = fieldsOf(input, [
    'user',
    'agency',
    'entity',
    'volunteer',
    'agencyWorksWith',
    'canBreakGlass',
    'self',
    'suspended',
  ]);
  const viewer: Viewer = {
    user: optional(fields.user, textOf),
    agency: optional(fields.agency, textOf),
    entity: optional(fields.entity, (list) => listOf(list, oneOf(ENTITIES))),
    volunteer: optional(fields.volunteer, flagOf),
    agencyWorksWith: listOf(fields.agencyWorksWith, textOf),
    canBreakGlass: optional(fields.canBreakGlass, flagOf),
    self: optional(fields.self, textOf),
    suspended: optional(fields.suspended, flagOf),
  };
  if (viewer.self === undefined && (viewer.agency === undefined || viewer.user === undefined)) {
    throw new BadInput(input.path, 'should be a client (self), or a user of an agency (user and agency).');
  }
  return viewer;
}

function subjectOf(input: Input): Subject {
  const { person, role } = fieldsOf(input, ['person', 'role']);
  return { person: textOf(person), role: oneOf(ROLES)(role) };
}
