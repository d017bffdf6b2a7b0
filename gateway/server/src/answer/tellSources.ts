import type { RequestContext } from '../RequestContext.ts';

/** `extensions.sources` of an answer, where something an agency was asked for did not come. */
export function tellSources({ sources, partners }: RequestContext): Readonly<Record<string, unknown>> {
  const missing = sources.missing(partners);
  return missing.length > 0 ? { sources: missing } : {};
}
