import { BadInput } from '../BadInput.ts';
import { fieldsIn, type Input, itemsIn, objectOf } from './elements.ts';

/** A resource and its path: `Consent`, or `Bundle.entry[2].resource`. */
export type Found = Readonly<{ resource: unknown; path: string }>;

/** `leftOut` lists the elements of the Bundle that were passed over, by path. */
export type Resources = Readonly<{ found: readonly Found[]; leftOut: readonly string[] }>;

/**
 * Bundles that hold resources as they are. Other types are changes to make, old versions, or documents whose cover says what
 * they are.
 */
const TYPES: readonly unknown[] = ['collection', 'searchset'];

/**
 * Returns the resources of a Bundle, or the one resource that is not in a Bundle. Throws `BadInput`, naming the element, for a
 * Bundle that is more than a collection: one that asks for a deletion, say, or is one page of several.
 */
export function resourcesIn(json: unknown): Resources {
  if (typeof json !== 'object' || json === null || Reflect.get(json, 'resourceType') !== 'Bundle')
    return { found: [{ resource: json, path: 'Consent' }], leftOut: [] };
  const leftOut: string[] = [];
  const input: Input = { value: json, path: 'Bundle', leftOut: (path) => leftOut.push(path) };
  const { type, meta, link, entry } = fieldsIn(
    input,
    ['resourceType', 'type', 'meta', 'link', 'entry'],
    ['id', 'identifier', 'language', 'timestamp', 'total'],
  );
  if (!TYPES.includes(type.value)) throw new BadInput(type.path, `should be one of ${TYPES.join(', ')}.`);
  if (meta.value !== undefined) passOverMeta(meta);
  for (const each of itemsIn(link)) refuseOtherPage(each);
  const found = itemsIn(entry).map((each) => {
    const { resource } = fieldsIn(each, ['resource'], ['fullUrl', 'search']);
    return { resource: resource.value, path: resource.path };
  });
  return { found, leftOut };
}

/**
 * Passes over `meta`, but refuses labels and tags (`meta.security`, `meta.tag`): HTEST, for example, means the resource is no
 * consent at all.
 */
export function passOverMeta(input: Input): void {
  fieldsIn(input, [], ['versionId', 'lastUpdated', 'source', 'profile']);
}

function refuseOtherPage(link: Input): void {
  if (objectOf(link).relation !== 'self')
    throw new BadInput(link.path, 'leads to another page. Accord reads only a complete Bundle.');
  link.leftOut(link.path);
}
