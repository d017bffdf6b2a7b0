import type { CategoryCode } from '@accord/contract/vocabulary';
import { tokenOf } from './concepts.ts';
import type { Resource } from './r4.ts';

/**
 * What a label adds to the kinds of information a resource discloses, by `system|code`. A resource with a label that is not
 * listed is released to nobody.
 */
export type SecurityLabels = Readonly<Record<string, readonly CategoryCode[]>>;

const confidentiality = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
const actCode = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

const sensitivity = {
  ETH: ['AOD'],
  ETHUD: ['AOD'],
  OPIOIDUD: ['AOD'],
  SUD: ['AOD'],
  PSY: ['MENTAL_HEALTH'],
  MH: ['MENTAL_HEALTH'],
  SDV: ['FV_RISK'],
  HIV: ['SEXUAL_HEALTH'],
  STD: ['SEXUAL_HEALTH'],
  SEX: ['SEXUAL_HEALTH'],
} as const satisfies SecurityLabels;

/**
 * The usual labels: unrestricted to normal add nothing, sensitivity codes add their kind. Restricted (R) and very
 * restricted (V) are not listed, because they do not say what is sensitive: an agency that uses them says what each adds,
 * or the resource is released to nobody.
 *
 * https://hl7.org/fhir/R4/v3/Confidentiality/cs.html, https://hl7.org/fhir/R4/v3/InformationSensitivityPolicy/vs.html
 */
export const usualLabels: SecurityLabels = {
  ...Object.fromEntries(['U', 'L', 'M', 'N'].map((code) => [`${confidentiality}|${code}`, []])),
  ...Object.fromEntries(Object.entries(sensitivity).map(([code, adds]) => [`${actCode}|${code}`, adds])),
  // Older codes in R4's Confidentiality with the same meaning.
  ...Object.fromEntries(
    (['ETH', 'PSY', 'SDV', 'HIV'] as const).map((code) => [`${confidentiality}|${code}`, sensitivity[code]]),
  ),
};

/** The token of a confidentiality code, such as `confidentialityOf('R')`. */
export const confidentialityOf = (code: 'R' | 'V'): string => `${confidentiality}|${code}`;

/** What a resource's labels add to the kinds it discloses; null where one of them is unknown, and the resource must be withheld. */
export function addedBy({ meta }: Resource, labels: SecurityLabels): readonly CategoryCode[] | null {
  const added = (meta?.security ?? []).map((label) =>
    Object.hasOwn(labels, tokenOf(label)) ? labels[tokenOf(label)] : undefined,
  );
  return added.some((adds) => adds === undefined) ? null : added.flatMap((adds) => adds ?? []);
}

/** Whether a resource whose kinds cannot be extended may be served: only if its labels add nothing. */
export const isPlain = (resource: Resource, labels: SecurityLabels): boolean => addedBy(resource, labels)?.length === 0;

/** All kinds that an item discloses. Empty, and so released to nobody, where its own code has no meaning or a label is unknown. */
export function aboutWith(
  own: readonly CategoryCode[],
  resource: Resource,
  labels: SecurityLabels,
): readonly CategoryCode[] {
  const added = addedBy(resource, labels);
  return own.length === 0 || added === null ? [] : [...new Set([...own, ...added])];
}
