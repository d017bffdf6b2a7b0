import { codes } from '@accord/contract/codes';
import { GraphQLError, type ValidationRule } from 'graphql';

/** Names under which the query plan carries values from one fetch to the next: keys (`@key`), and records to be merged (`@requires`). */
const carried: ReadonlySet<string> = new Set(['id', 'records']);

/**
 * Refuses an alias that gives another field one of the names the query plan carries.
 *
 * The planner fetches these beside what the caller asked for at the same path. Under such an alias another value would take their place,
 * and the hub would look up the wrong thing or nothing.
 */
export const noKeyAlias: ValidationRule = (context) => ({
  Field({ alias, name }) {
    if (alias && alias.value !== name.value && carried.has(alias.value))
      context.reportError(
        new GraphQLError(codes.ALIAS_REFUSED, { nodes: alias, extensions: { code: 'ALIAS_REFUSED' } }),
      );
  },
});
