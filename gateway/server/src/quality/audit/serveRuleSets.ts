import type { FastifyInstance } from 'fastify';
import type { RuleSets } from '../../store/ruleSets.ts';
import { rulesOnFile } from './ruleSets.ts';

/**
 * Serves the partnership's rule sets to agencies, and to anybody else: how notes are read is no secret. Whoever fetches one can
 * compare the hash in its identity with what they read.
 */
export function serveRuleSets(http: FastifyInstance, ruleSets: RuleSets): void {
  http.get('/rules', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return (await rulesOnFile(ruleSets)).map(({ id, name, version }) => ({ id, name, version }));
  });

  http.get<{ Params: Readonly<{ name: string; version: string }> }>('/rules/:name/:version', async (request, reply) => {
    const { name, version } = request.params;
    const found = (await rulesOnFile(ruleSets)).find((one) => one.name === name && one.version === version);
    if (!found) return reply.code(404).send({ errors: [{ message: 'There is no such rule set on file.' }] });
    return reply.header('cache-control', 'no-store').type('application/yaml').send(found.text);
  });
}
