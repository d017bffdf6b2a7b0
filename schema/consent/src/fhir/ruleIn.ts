import { BadInput } from '../BadInput.ts';
import type { Effect, Rule } from '../Facts.ts';
import { oneOf, optional } from '../Input.ts';
import type { Profile } from '../Profile.ts';
import { EXTENSION, MODIFIER } from './accordUrls.ts';
import { accordCodeFor, type CodeMap } from './CodeMap.ts';
import { codingOf, conceptOf, fieldsIn, type Input, itemsIn } from './elements.ts';
import { extensionsIn, once } from './extensions.ts';
import type { FhirVersion } from './FhirVersion.ts';
import { dataSpanOf, spanOf } from './periods.ts';
import { opposite } from './provisionOf.ts';
import { type ResourceKind, targetOf } from './references.ts';

/** How the provisions of one resource are read. */
export type Reading = Readonly<{ version: FhirVersion; profile: Profile; codes: CodeMap }>;

/** A provision as it stands: `type` is what it states itself, and the marks are our own modifier extensions. */
export type Provision = Readonly<{
  type: Effect | undefined;
  marks: Marks;
  limits: Rule;
  period: Input;
  nested: readonly Input[];
}>;
type Marks = Readonly<{ root: Input | undefined; outermost: Input | undefined; requestPeriod: Input | undefined }>;

const ELEMENTS = [
  'modifierExtension',
  'period',
  'actor',
  'securityLabel',
  'purpose',
  'code',
  'dataPeriod',
  'data',
] as const;
const PARTICIPATION = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType';
const RECIPIENTS: readonly string[] = ['IRCP', 'PRCP'];
const effectOf = oneOf<Effect>(['permit', 'deny']);
/** The greatest depth a rule may have (`parseRule`). */
const MAX_DEPTH = 16;

/** Returns the exceptions that nested provisions make to a rule with the effect `around`. */
export function exceptionsIn(nested: readonly Input[], around: Effect, reading: Reading, depth = 1): readonly Rule[] {
  return nested.map((input) => exceptionIn(input, around, reading, depth));
}

function exceptionIn(input: Input, around: Effect, reading: Reading, depth: number): Rule {
  if (depth > MAX_DEPTH) throw new BadInput(input.path, `is nested more than ${MAX_DEPTH} levels deep.`);
  const { type, marks, limits, period, nested } = provisionIn(input, reading);
  const misplaced = marks.root ?? marks.outermost ?? marks.requestPeriod;
  if (misplaced !== undefined) throw new BadInput(misplaced.path, 'is only allowed on the outermost provision.');
  // A stated type is kept, as when IHE nests permits; a provision without one is an exception.
  const effect = type ?? opposite(around);
  return {
    ...limits,
    ...(effect === around && { effect }),
    ...(period.value !== undefined && { period: spanOf(period, reading.profile.timeZone) }),
    ...(nested.length > 0 && { except: exceptionsIn(nested, effect, reading, depth + 1) }),
  };
}

/** Reads one provision. Throws `BadInput`, naming the element, for anything that has no place in a rule. */
export function provisionIn(input: Input, reading: Reading): Provision {
  const fields =
    reading.version === 'R4'
      ? { ...fieldsIn(input, [...ELEMENTS, 'type', 'class', 'provision']), extension: nothingAt(input) }
      : {
          ...fieldsIn(input, [...ELEMENTS, 'extension', 'provision']),
          type: nothingAt(input),
          class: nothingAt(input),
        };
  const marked = extensionsIn(fields.modifierExtension, {
    type: { url: MODIFIER.type, value: 'valueCode' },
    root: { url: MODIFIER.root, value: 'valueBoolean' },
    actorsTogether: { url: MODIFIER.actorsTogether, value: 'valueBoolean' },
    requestPeriod: { url: MODIFIER.requestPeriod, value: 'valuePeriod' },
  });
  const { outermost } = extensionsIn(fields.extension, {
    outermost: { url: EXTENSION.outermost, value: 'valueBoolean' },
  });
  const statedInR5 = once(marked.type);
  if (statedInR5 !== undefined && reading.version === 'R4') {
    throw new BadInput(statedInR5.path, 'is only for R5. In R4, a provision has a type.');
  }
  return {
    type: statedInR5 === undefined ? optional(fields.type, effectOf) : effectOf(statedInR5),
    marks: { root: flagIn(marked.root), outermost: flagIn(outermost), requestPeriod: once(marked.requestPeriod) },
    limits: {
      ...actorsIn(fields.actor, flagIn(marked.actorsTogether)),
      ...categoriesIn([fields.securityLabel, fields.class, fields.code], reading),
      ...purposesIn(fields.purpose, reading),
      ...(fields.dataPeriod.value !== undefined && {
        dataPeriod: dataSpanOf(fields.dataPeriod, reading.profile.timeZone),
      }),
      ...sourcesIn(fields.data),
    },
    period: fields.period,
    nested: itemsIn(fields.provision),
  };
}

const nothingAt = ({ path, leftOut }: Input): Input => ({ value: undefined, path, leftOut });

function flagIn(values: readonly Input[]): Input | undefined {
  const found = once(values);
  if (found !== undefined && found.value !== true) throw new BadInput(found.path, 'should be true or left out.');
  return found;
}

/**
 * Agencies and people that may receive. FHIR lists them as alternatives; a rule with both needs one of each to match, so it
 * must carry our mark.
 */
function actorsIn(input: Input, together: Input | undefined): Rule {
  const actors = itemsIn(input).map((item) => {
    const { role, reference } = fieldsIn(item, ['role', 'reference']);
    const { system, code, path } = conceptOf(role);
    if (system !== PARTICIPATION || !RECIPIENTS.includes(code)) {
      throw new BadInput(path, 'is not a role that Accord accepts. An actor here is a recipient (IRCP).');
    }
    const target = targetOf(reference, ['Organization', 'Practitioner']);
    refuseAny(target.extension);
    return target;
  });
  const idsOf = (kind: ResourceKind) => actors.filter((actor) => actor.kind === kind).map(({ id }) => id);
  const [agencies, users] = [idsOf('Organization'), idsOf('Practitioner')];
  const both = agencies.length > 0 && users.length > 0;
  if (both && together === undefined) {
    throw new BadInput(
      input.path,
      'names agencies and people, and FHIR takes either as enough. An Accord rule needs both to match.',
    );
  }
  if (together !== undefined && !both)
    throw new BadInput(together.path, 'needs both agencies and people among the actors.');
  return { ...(agencies.length > 0 && { agencies }), ...(users.length > 0 && { users }) };
}

function categoriesIn([label, ...others]: readonly [Input, Input, Input], { profile, codes }: Reading): Rule {
  const [classes, concepts] = others;
  const given = [label, ...others].filter(({ value }) => value !== undefined);
  const [first, second] = given;
  if (first === undefined) return {};
  if (second !== undefined) {
    throw new BadInput(
      second.path,
      'limits the information in a second way, and both would have to match. Accord accepts one list.',
    );
  }
  const codings = [
    ...[label, classes].flatMap((list) => itemsIn(list)).map(codingOf),
    ...itemsIn(concepts).map(conceptOf),
  ];
  return { categories: unique(codings.map((coding) => accordCodeFor('category', coding, codes, profile.categories))) };
}

function purposesIn(input: Input, { profile, codes }: Reading): Rule {
  const codings = itemsIn(input).map(codingOf);
  if (codings.length === 0) return {};
  return { purposes: unique(codings.map((coding) => accordCodeFor('purpose', coding, codes, profile.purposes))) };
}

/** Whose records: data that an agency is the author of. Other meanings name single records, which a consent here cannot. */
function sourcesIn(input: Input): Rule {
  const sources = itemsIn(input).map((item) => {
    const { meaning, reference } = fieldsIn(item, ['meaning', 'reference']);
    oneOf(['authoredby'])(meaning);
    const target = targetOf(reference, ['Organization']);
    refuseAny(target.extension);
    return target.id;
  });
  return sources.length > 0 ? { sources } : {};
}

function refuseAny(extension: Input): void {
  if (extension.value !== undefined) throw new BadInput(extension.path, 'has no place in an Accord consent.');
}

const unique = (list: readonly string[]): readonly string[] => [...new Set(list)];
