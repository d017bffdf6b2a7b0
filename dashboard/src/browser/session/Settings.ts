/** Settings that the hub gives every page before anybody has signed in (`GET /settings.json`). */
export type Settings = Readonly<{
  /** `people`: one of the demonstration's people is chosen; `oidc`: an OpenID provider, by authorization code and PKCE. */
  signIn:
    | Readonly<{ kind: 'people' }>
    | Readonly<{
        kind: 'oidc';
        issuer: string;
        clientId: string;
        scope: string;
        /** Extra parameters that the provider needs to issue a token for the hub: `resource`, `audience`. */
        parameters: Readonly<Record<string, string>>;
      }>;
  /** Minutes without a key press or a touch after which the session ends. */
  idleMinutes: number;
  /** Where "Leave now" goes: a page that reveals nothing about why somebody was here. */
  leaveTo: string;
}>;

/** Fetches the page's settings from the hub. Throws if it does not answer. */
export async function readSettings(): Promise<Settings> {
  // The page's head already preloads this; the hub forbids caching it.
  const response = await fetch('/settings.json');
  if (!response.ok) throw new Error(`The settings could not be read: status ${response.status}.`);
  return response.json();
}
