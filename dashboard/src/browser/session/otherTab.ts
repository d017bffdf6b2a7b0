/** Between this page's tabs, and no other origin's. */
const channel = 'accord.signed-in';

/** How long the tab that asked may take to answer, in milliseconds. */
const takesMs = 10_000;

/** Says that the provider answered, where; `taken` once the tab that asked has made use of it. */
type Word = Readonly<{ asked: string; answer: string; taken: boolean }>;

/**
 * Waits until the provider's answer to a request (`asked`, its state) comes back in another tab, and gives it to `use`. What goes
 * from tab to tab is a code that opens nothing without this tab's verifier (RFC 7636), and not a token.
 */
export function takeOver<Used>(asked: string, use: (answer: string) => Promise<Used>): Promise<Used> {
  const tabs = new BroadcastChannel(channel);
  return new Promise((resolve, reject) => {
    tabs.onmessage = async ({ data }: MessageEvent<Word>) => {
      if (data.asked !== asked || data.taken) return;
      try {
        resolve(await use(data.answer));
        tabs.postMessage({ ...data, taken: true });
      } catch (error) {
        reject(error);
      } finally {
        tabs.close();
      }
    };
  });
}

/** Gives the provider's answer in this tab's address to the tab that asked for it; false where none takes it. */
export function handOver(asked: string): Promise<boolean> {
  const tabs = new BroadcastChannel(channel);
  return new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), takesMs);
    tabs.onmessage = ({ data }: MessageEvent<Word>) => {
      if (data.asked === asked && data.taken) resolve(true);
    };
    tabs.postMessage({ asked, answer: location.href, taken: false } satisfies Word);
  }).finally(() => {
    tabs.close();
    history.replaceState(null, '', '/');
  });
}
