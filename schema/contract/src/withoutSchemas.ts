/**
 * For Fastify's `schemaController`, at the hub and at agencies: nothing they take or send is checked against a JSON schema.
 * Fastify would otherwise load what compiles such schemas, which is a tenth of the time that a server takes to start. A route
 * with one makes the start fail.
 */
export const withoutSchemas = {
  compilersFactory: { buildValidator: () => refuse, buildSerializer: () => refuse },
} as const;

function refuse(): never {
  throw new Error('A route has a JSON schema, but this server checks none (withoutSchemas.ts).');
}
