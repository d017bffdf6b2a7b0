import { codes } from '@accord/contract/codes';
import { GraphQLError, type ValidationRule } from 'graphql';

/**
 * Refuses aliases that begin with an underscore.
 *
 * The hub's merged fields fetch their inaccessible twins (`_alerts` …) beside what the caller asked for at the same path; an alias of that
 * name would take their place.
 */
export const noUnderscoreAlias: ValidationRule = (context) => ({
  Field({ alias }) {
    if (alias?.value.startsWith('_'))
      context.reportError(
        new GraphQLError(codes.ALIAS_REFUSED, { nodes: alias, extensions: { code: 'ALIAS_REFUSED' } }),
      );
  },
});
