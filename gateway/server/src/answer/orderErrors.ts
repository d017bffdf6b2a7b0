import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../RequestContext.ts';

const placeOf = ({ path = [] }: Readonly<{ path?: readonly (string | number)[] }>): string => JSON.stringify(path);

/** Errors by their place: parts of a plan run at the same time, and which fails first would tell what takes longer. */
export const orderErrors: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body } }) {
        if (body.kind !== 'single' || !body.singleResult.errors) return;
        body.singleResult.errors = [...body.singleResult.errors].sort((a, b) =>
          placeOf(a) === placeOf(b) ? 0 : placeOf(a) < placeOf(b) ? -1 : 1,
        );
      },
    };
  },
};
