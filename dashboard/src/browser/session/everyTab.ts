/** Tells the other tabs of this browser that a session ended; a tab does not hear itself. */
const tabs = new BroadcastChannel('accord.ended');

/** Stands for whoever is signed in: who leaves at once leaves with every tab. */
const anybody = '';

/** Ends in every other tab too what ended in this one: of a person (by their sign-in name), or of whoever is signed in there. */
export const endElsewhere = (user: string = anybody): void => tabs.postMessage(user);

/** Calls `end` when a person's session ended in another tab; gives what no longer listens. */
export function onEndElsewhere(user: string, end: () => void): () => void {
  const hear = ({ data }: MessageEvent<unknown>): void => {
    if (data === user || data === anybody) end();
  };
  tabs.addEventListener('message', hear);
  return () => tabs.removeEventListener('message', hear);
}
