import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { loadAhead } from './frame/loadPage.ts';
import { setShade, shadeNow } from './frame/shade.ts';
import { speak } from './languages/speak.ts';
import './look.css';
import { personBefore } from './session/people.ts';
import { readSettings, type Settings } from './session/Settings.ts';
import type { Signed } from './session/Signed.ts';
import { SignedElsewhere } from './session/SignedElsewhere.tsx';
import { Unreached } from './session/Unreached.tsx';

const place = document.getElementById('page');
if (!place) throw new Error('The page has no place to be put.');
setShade(shadeNow());
const spoken = speak();
const ahead = spoken.then(() => loadAhead(location.pathname));
const [settings] = await Promise.all([readSettings().catch(() => undefined), spoken]);
// Up to here the document's own loading text fills the place.
createRoot(place).render(<StrictMode>{settings ? await pageFor(settings) : <Unreached />}</StrictMode>);

async function pageFor(settings: Settings): Promise<ReactNode> {
  const [{ before, failed }] = await Promise.all([whoWasHere(settings), ahead]);
  if (before === 'elsewhere') return <SignedElsewhere />;
  return <App settings={settings} before={before} failed={failed} />;
}

type WasHere = Readonly<{ before: Signed | 'elsewhere' | undefined; failed: boolean }>;

/** Reads who signed in in this tab before, or is just returning from the provider. */
async function whoWasHere({ signIn }: Settings): Promise<WasHere> {
  try {
    if (signIn.kind === 'people') return { before: await personBefore(), failed: false };
    const { providerSession } = await import('./session/oidc.ts');
    return { before: await providerSession(signIn).before(), failed: false };
  } catch {
    return { before: undefined, failed: true };
  }
}
