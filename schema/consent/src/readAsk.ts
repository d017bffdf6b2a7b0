import { ACTIONS, type Ask, type Subject, type Viewer } from './Ask.ts';
import { fieldsOf, flagOf, type Input, listOf, needed, oneOf, optional, textIfAny, textOf, whenOf } from './Input.ts';

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
 * Reads an ask as it is written. Blank text counts as nothing. Purpose and categories are taken as they are: a code the profile
 * does not know is not an error, but for `decide` to deny. Throws `BadInput` for an unknown field, a wrong type or a missing
 * instant.
 */
export function readAsk(input: Input): Ask {
  const fields = fieldsOf(input, FIELDS);
  return {
    viewer: readViewer(fields.viewer),
    purpose: needed(fields.purpose, textOf, ''),
    subjects: needed<readonly Subject[]>(fields.subjects, (list) => listOf(list, readSubject), []),
    category: optional(fields.category, textIfAny),
    derivedFrom: optional(fields.derivedFrom, (list) => listOf(list, textOf)),
    source: needed(fields.source, textOf, ''),
    record: optional(fields.record, textIfAny),
    dataDate: optional(fields.dataDate, whenOf),
    separable: optional(fields.separable, flagOf),
    relevant: optional(fields.relevant, flagOf),
    action: optional(fields.action, oneOf(ACTIONS)),
    at: whenOf(fields.at),
    breakGlass: optional(fields.breakGlass, (given) => ({
      reason: optional(fieldsOf(given, ['reason']).reason, textIfAny),
    })),
  };
}

const VIEWER_FIELDS = [
  'user',
  'agency',
  'entity',
  'volunteer',
  'agencyWorksWith',
  'canBreakGlass',
  'self',
  'suspended',
] as const;

function readViewer(input: Input): Viewer {
  const nobody: Input = { ...input, value: {} };
  const fields = fieldsOf(
    needed(input, () => input, nobody),
    VIEWER_FIELDS,
  );
  return {
    user: optional(fields.user, textIfAny),
    agency: optional(fields.agency, textIfAny),
    entity: optional(fields.entity, (list) => listOf(list, textOf)),
    volunteer: optional(fields.volunteer, flagOf),
    agencyWorksWith: needed<readonly string[]>(fields.agencyWorksWith, (list) => listOf(list, textOf), []),
    canBreakGlass: optional(fields.canBreakGlass, flagOf),
    self: optional(fields.self, textIfAny),
    suspended: optional(fields.suspended, flagOf),
  };
}

function readSubject(input: Input): Subject {
  const { person, role } = fieldsOf(input, ['person', 'role']);
  return { person: textOf(person), role: needed(role, textOf, 'CLIENT') };
}
