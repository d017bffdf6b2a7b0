/** What the hub tells every page before anybody has signed in (`GET /settings.json`). */
export type Settings = Readonly<{
  /** `people`: the demonstration's, who are chosen; `oidc`: an OpenID provider, by authorization code and PKCE. */
  signIn:
    | Readonly<{ kind: 'people' }>
    | Readonly<{
        kind: 'oidc';
        issuer: string;
        clientId: string;
        scope: string;
        /** What the provider wants beside, to give a token for the hub: `resource`, `audience`. */
        parameters: Readonly<Record<string, string>>;
      }>;
  /** Minutes without a key or a touch after which the session ends. */
  idleMinutes: number;
  /** Where "Leave now" goes: a page that says nothing of why somebody was here. */
  leaveTo: string;
}>;

/** Asks the hub for the page's settings. Throws where it does not answer. */
export async function readSettings(): Promise<Settings> {
  // The page's head has asked for it already (`preload`); the hub says that it is not to be kept.
  const response = await fetch('/settings.json');
  if (!response.ok) throw new Error(`The settings could not be read: status ${response.status}.`);
  return response.json();
}
