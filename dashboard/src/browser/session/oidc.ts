import { OidcClient, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { GraphFault } from '../graph/GraphFault.ts';
import { handOver, takeOver } from './otherTab.ts';
import type { Settings } from './Settings.ts';
import { bearerOf, type Signed } from './Signed.ts';

type Provider = Extract<Settings['signIn'], { kind: 'oidc' }>;

/** The path to which the provider returns people; it never holds anything but the provider's answer. */
const backTo = '/signed-in';

/** Marks that a session ended in this tab: the next one requires signing in again, whoever is at the computer. */
const ended = 'accord.ended';

/**
 * Sign-in at an OpenID provider: authorization code with PKCE (OpenID Connect Core 3.1, RFC 7636). The token lives in this
 * tab's session storage and nowhere else.
 */
export function providerSession({ issuer, clientId, scope, parameters }: Provider) {
  const store = new WebStorageStateStore({ store: sessionStorage, prefix: 'accord.oidc.' });
  const usual = {
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${location.origin}${backTo}`,
    post_logout_redirect_uri: location.origin,
    response_type: 'code',
    scope,
    userStore: store,
    stateStore: store,
    automaticSilentRenew: false,
    loadUserInfo: false,
    extraQueryParams: parameters,
    extraTokenParams: parameters,
  };
  const manager = new UserManager(usual);
  const signed = (token: string): Signed => ({
    ...bearerOf(token),
    async token() {
      const user = await manager.getUser();
      if (user && !user.expired) return user.access_token;
      const renewed = user?.refresh_token ? await manager.signinSilent() : null;
      if (!renewed) throw new GraphFault('TOKEN_REFUSED', '');
      return renewed.access_token;
    },
    async again() {
      const { url, state } = await new OidcClient(usual).createSigninRequest({ request_type: 'si:r' });
      window.open(url, '_blank', 'noopener');
      const renewed = await takeOver(state.id, (answer) => manager.signinRedirectCallback(answer));
      if (bearerOf(renewed.access_token).user === bearerOf(token).user) return true;
      await manager.removeUser();
      return false;
    },
    async end() {
      sessionStorage.setItem(ended, 'yes');
      await manager.removeUser();
      await manager.clearStaleState();
    },
  });
  return {
    /** Redirects to the provider. */
    start: () => manager.signinRedirect(sessionStorage.getItem(ended) ? { prompt: 'login' } : {}),
    /**
     * Returns who signed in: from the provider's answer in the address, or earlier in this tab; `elsewhere` if the answer belonged
     * to another tab.
     */
    async before(): Promise<Signed | 'elsewhere' | undefined> {
      if (location.pathname === backTo) {
        const asked = new URLSearchParams(location.search).get('state') ?? '';
        if (asked && !(await store.get(asked)) && (await handOver(asked))) return 'elsewhere';
        const user = await manager.signinRedirectCallback().finally(() => history.replaceState(null, '', '/'));
        sessionStorage.removeItem(ended);
        return signed(user.access_token);
      }
      const user = await manager.getUser();
      return user && !user.expired ? signed(user.access_token) : undefined;
    },
  };
}
