import { FhirFault } from './FhirFault.ts';
import { isFhirId, type Resources, type ResourceType } from './r4.ts';

/** One page of a search. */
export type Page<Type extends ResourceType> = Readonly<{
  resources: readonly Resources[Type][];
  /** The next page's URL as the server wrote it; null on the last page. */
  next: string | null;
  /** How many match in all, where the server says so. */
  total: number | null;
}>;

/** Issue codes that mean matches were left out, whatever their severity. https://hl7.org/fhir/R4/valueset-issue-type.html */
const leftOut: ReadonlySet<unknown> = new Set(['incomplete', 'too-costly', 'timeout', 'throttled', 'suppressed']);

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * Reads a searchset. https://hl7.org/fhir/R4/bundle.html#searchset
 *
 * Throws where it is anything else, and where an OperationOutcome among the entries says that matches are missing: the rest
 * would read as if there were no more.
 */
export function readBundle<Type extends ResourceType>(text: string, type: Type): Page<Type> {
  const bundle = parse(text);
  if (!isObject(bundle) || bundle.resourceType !== 'Bundle' || bundle.type !== 'searchset')
    throw new FhirFault('FHIR_UNREADABLE', `A search of ${type} was not answered with a searchset.`);
  if (bundle.entry !== undefined && !Array.isArray(bundle.entry))
    throw new FhirFault('FHIR_UNREADABLE', `A searchset of ${type} has no list of entries.`);
  const resources = listOf(bundle.entry).flatMap((entry) => resourceIn<Type>(entry, type));
  const total = typeof bundle.total === 'number' ? bundle.total : null;
  return { resources, next: nextIn(bundle), total };
}

/** The issues in an OperationOutcome, by severity and code. https://hl7.org/fhir/R4/operationoutcome.html */
export function issuesIn(outcome: unknown): readonly Readonly<{ severity: string; code: string }>[] {
  if (!isObject(outcome) || outcome.resourceType !== 'OperationOutcome') return [];
  return listOf(outcome.issue)
    .filter(isObject)
    .map(({ severity, code }) => ({ severity: wordOf(severity), code: wordOf(code) }));
}

/** Codes only: a server may write anything there, and it would be logged. */
const wordOf = (value: unknown): string => (typeof value === 'string' && /^[a-z-]{1,30}$/.test(value) ? value : '?');

export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FhirFault(
      'FHIR_UNREADABLE',
      'The FHIR server answered with something that is not JSON, or is incomplete.',
    );
  }
}

function resourceIn<Type extends ResourceType>(entry: unknown, type: Type): readonly Resources[Type][] {
  const resource = isObject(entry) ? entry.resource : undefined;
  const mode = isObject(entry) && isObject(entry.search) ? entry.search.mode : undefined;
  if (isObject(resource) && resource.resourceType === 'OperationOutcome') {
    const amiss = issuesIn(resource).find(
      ({ severity, code }) => severity === 'fatal' || severity === 'error' || leftOut.has(code),
    );
    if (amiss)
      throw new FhirFault(
        'FHIR_INCOMPLETE',
        `A search of ${type} did not find everything (${amiss.severity}, ${amiss.code}).`,
      );
    return [];
  }
  if (mode === 'include') return [];
  if (!isOf(resource, type))
    throw new FhirFault('FHIR_UNREADABLE', `A searchset of ${type} holds an entry that is not a ${type} with an id.`);
  return [resource];
}

/** The only place where a resource is taken to be of the type it claims. */
const isOf = <Type extends ResourceType>(resource: unknown, type: Type): resource is Resources[Type] =>
  isObject(resource) && resource.resourceType === type && isFhirId(resource.id);

function nextIn(bundle: Loose): string | null {
  const next = listOf(bundle.link)
    .filter(isObject)
    .find(({ relation }) => relation === 'next');
  if (!next) return null;
  if (typeof next.url === 'string') return next.url;
  throw new FhirFault('FHIR_UNREADABLE', 'A searchset has a next page without an address.');
}
