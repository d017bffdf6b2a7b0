import type { RequestContext } from '../RequestContext.ts';

/** Returns `extensions.sources` of an answer, where something asked of an agency did not come. */
export function tellSources({ sources, partners }: RequestContext): Readonly<Record<string, unknown>> {
  const missing = sources.missing(partners);
  return missing.length > 0 ? { sources: missing } : {};
}
