/** Connects this origin's tabs only. */
const channel = 'accord.signed-in';

/** How long the requesting tab may take to reply, in milliseconds. */
const takesMs = 10_000;

/** A provider's answer passed between tabs; `taken` once the tab that requested it has used it. */
type Word = Readonly<{ asked: string; answer: string; taken: boolean }>;

/**
 * Waits until the provider's answer to a request (`asked`, its state) arrives in another tab, and passes it to `use`. What is
 * passed between tabs is not a token but a code, which is useless without this tab's verifier (RFC 7636).
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

/** Passes the provider's answer in this tab's address to the tab that requested it; false if no tab takes it. */
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
