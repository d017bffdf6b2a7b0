import { Pool } from 'undici';
import { InputFault } from '../../command/InputFault.ts';
import { FhirFault } from './FhirFault.ts';
import { fhirRequests } from './fhirRequests.ts';
import { idIn, isFhirId, type Reference, type Resources, type ResourceType } from './r4.ts';
import { type Page, readBundle } from './readBundle.ts';

/** Search parameters: several values are alternatives (`_id=a,b`). */
export type Parameters = Readonly<Record<string, string | number | readonly string[]>>;

/** A FHIR R4 server, as far as a mapping reads it. */
export type FhirServer = Readonly<{
  /** Everything that matches, all pages of it. Throws a `FhirFault` where not all of it came. */
  search<Type extends ResourceType>(type: Type, parameters: Parameters): Promise<readonly Resources[Type][]>;
  /** Everything whose `parameter` is one of `values`, however many: so many values a request, each request all its pages. */
  searchMany<Type extends ResourceType>(
    type: Type,
    given: Readonly<{ parameter: string; values: readonly string[]; and?: Parameters }>,
  ): Promise<readonly Resources[Type][]>;
  /** One page; the next under the address it gives. */
  page<Type extends ResourceType>(type: Type, from: Parameters | string): Promise<Page<Type>>;
  /** How many match (`_summary=count`). */
  count(type: ResourceType, parameters: Parameters): Promise<number>;
  /** The id in a reference to a resource of this type on this server; null where it refers to something else. */
  idIn(reference: Reference | undefined, type: ResourceType): string | null;
  close(): Promise<void>;
}>;

export type FhirServerGiven = Readonly<{
  /** Where resources are found, such as `https://ehr.example/fhir`. Plain HTTP is taken on this machine only. */
  baseUrl: string;
  /** The header of each request, such as `Bearer …`; asked each time, so that it may be renewed. */
  authorization?: () => Promise<string>;
  /** Values of one request. */
  valuesAtOnce?: number;
  /** Resources of one page (`_count`); servers may give fewer. */
  pageSize?: number;
  /** Pages of one search; more is a fault. */
  mostPages?: number;
  /** For one search, all its pages and second tries together, in milliseconds. */
  deadlineMs?: number;
  /** Of one page. */
  mostBytes?: number;
  connections?: number;
  /** Searches with longer addresses are sent as POST; with 0 all of them are, so that no proxy logs whose they are. */
  longestUrl?: number;
}>;

/**
 * A client of one FHIR R4 server. https://hl7.org/fhir/R4/http.html#search, https://hl7.org/fhir/R4/http.html#paging
 *
 * A list is whole or an error: what came of a list that broke off would read as "no alert". Next pages are followed on the same
 * server under the same path only, because the authorization goes with them. Throws where the address is none.
 */
export function fhirServer(given: FhirServerGiven): FhirServer {
  const { valuesAtOnce = 100, pageSize = 1000, mostPages = 50, deadlineMs = 4_000 } = given;
  const base = baseOf(given.baseUrl);
  const pool = new Pool(base.origin, { connections: given.connections ?? 4, connect: { timeout: 2_000 } });
  const ask = fhirRequests({
    ...{ pool, base, authorization: given.authorization },
    ...{ mostBytes: given.mostBytes ?? 20_000_000, longestUrl: given.longestUrl ?? 1_800 },
  });
  const deadline = () => AbortSignal.timeout(deadlineMs);

  const pageOf = async <Type extends ResourceType>(type: Type, from: URL, signal: AbortSignal): Promise<Page<Type>> => {
    const page = readBundle(await ask(from, type, signal), type);
    return { ...page, next: page.next === null ? null : withinBase(page.next, base).href };
  };

  const search = async <Type extends ResourceType>(type: Type, parameters: Parameters) => {
    const signal = deadline();
    const found = new Map<string, Resources[Type]>();
    const visited = new Set<string>();
    let total: number | null = null;
    for (let from: string | null = searchUrl(base, type, { _count: pageSize, ...parameters }).href; from !== null; ) {
      if (visited.has(from) || visited.size === mostPages)
        throw new FhirFault('FHIR_INCOMPLETE', `A search of ${type} did not end within ${mostPages} pages.`);
      visited.add(from);
      const page: Page<Type> = await pageOf(type, new URL(from), signal);
      for (const resource of page.resources) found.set(resource.id, resource);
      total ??= page.total;
      from = page.next;
    }
    if (total !== null && found.size < total)
      throw new FhirFault('FHIR_INCOMPLETE', `A search of ${type} found ${total} but returned ${found.size}.`);
    return [...found.values()];
  };

  return {
    search,
    async searchMany(type, { parameter, values, and = {} }) {
      const wanted = [...new Set(values)];
      const chunks = Array.from({ length: Math.ceil(wanted.length / valuesAtOnce) }, (_, at) =>
        wanted.slice(at * valuesAtOnce, (at + 1) * valuesAtOnce),
      );
      const found = await Promise.all(chunks.map((chunk) => search(type, { ...and, [parameter]: chunk })));
      return found.flat();
    },
    page: (type, from) =>
      pageOf(type, typeof from === 'string' ? withinBase(from, base) : searchUrl(base, type, from), deadline()),
    async count(type, parameters) {
      const answer = await ask(searchUrl(base, type, { ...parameters, _summary: 'count' }), type, deadline());
      const { total } = readBundle(answer, type);
      if (total === null) throw new FhirFault('FHIR_UNREADABLE', `A count of ${type} has no total.`);
      return total;
    },
    idIn: (reference, type) => idIn(reference, type, base),
    close: () => pool.close(),
  };
}

/** Ids as a server has them; what is no id is left out, so that a comma or a bar in a record number asks for nothing else. */
export const fhirIds = (numbers: readonly string[]): readonly string[] => numbers.filter(isFhirId);

function baseOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text.replace(/\/+$/, '')) : null;
  const local = url !== null && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && local)) return url;
  throw new InputFault(`"${text}" is not the address of a FHIR server. Use https://…, or http:// on this machine.`);
}

/** https://hl7.org/fhir/R4/search.html */
function searchUrl(base: URL, type: ResourceType, parameters: Parameters): URL {
  const url = new URL(`${base.href.replace(/\/$/, '')}/${type}`);
  for (const [name, value] of Object.entries(parameters))
    url.searchParams.set(name, typeof value === 'object' ? value.join(',') : String(value));
  return url;
}

/** Relative addresses are under the base. Throws for another server or path. */
function withinBase(text: string, base: URL): URL {
  const under = base.href.endsWith('/') ? base.href : `${base.href}/`;
  const url = URL.canParse(text, under) ? new URL(text, under) : null;
  const path = base.pathname.replace(/\/$/, '');
  if (url?.origin === base.origin && (url.pathname === path || url.pathname.startsWith(`${path}/`))) return url;
  throw new FhirFault('FHIR_STRAYED', 'The next page of a search is not under the address of the FHIR server.');
}
