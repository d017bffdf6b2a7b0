/** Tells this browser's other tabs that a session has ended; a tab does not receive its own messages. */
const tabs = new BroadcastChannel('accord.ended');

/** Stands for anyone who is signed in: "Leave now" ends the session in every tab. */
const anybody = '';

/** Ends the session in every other tab too: that of one person (by sign-in name), or of anyone who is signed in there. */
export const endElsewhere = (user: string = anybody): void => tabs.postMessage(user);

/** Calls `end` when this person's session has ended in another tab; returns the function that stops listening. */
export function onEndElsewhere(user: string, end: () => void): () => void {
  const hear = ({ data }: MessageEvent<unknown>): void => {
    if (data === user || data === anybody) end();
  };
  tabs.addEventListener('message', hear);
  return () => tabs.removeEventListener('message', hear);
}
