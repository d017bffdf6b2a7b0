import { codes } from '@accord/contract/codes';
import { GraphQLError, type ValidationRule } from 'graphql';

/** What the query plan carries from one fetch to the next by these names: keys (`@key`), and records to be merged (`@requires`). */
const carried: ReadonlySet<string> = new Set(['id', 'records']);

/**
 * No other field goes by the name of one the query plan carries.
 *
 * The planner fetches it beside what the caller asked at the same path; under its name another value would take its place, and
 * the wrong thing, or nothing, would be looked up.
 */
export const noKeyAlias: ValidationRule = (context) => ({
  Field({ alias, name }) {
    if (alias && alias.value !== name.value && carried.has(alias.value))
      context.reportError(
        new GraphQLError(codes.ALIAS_REFUSED, { nodes: alias, extensions: { code: 'ALIAS_REFUSED' } }),
      );
  },
});
