import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../RequestContext.ts';

/** Adds `extensions.sources`, where something an agency was asked for did not come. */
export const tellSources: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        const sources = contextValue.sources.missing(contextValue.partners);
        if (sources.length > 0 && response.body.kind === 'single')
          response.body.singleResult.extensions = { ...response.body.singleResult.extensions, sources };
      },
    };
  },
};
