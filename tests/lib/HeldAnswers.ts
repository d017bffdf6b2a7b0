import type { Transport } from '@accord/server/exchange/Transport';

/** An answer that is held: `came` when it has come, `letGo` to send it on. */
type Held = Readonly<{ came: Promise<void>; letGo: () => void }>;

/** Holds an agency's answer on its way to the hub, so that something can happen after it was decided on and before it is told. */
export class HeldAnswers {
  readonly #agency: string;
  /** Where the next answer is held, if it is. */
  #atTheDoor: ((send: () => void) => void) | undefined;

  constructor(agency: string) {
    this.#agency = agency;
  }

  /** To stand between hub and agencies. */
  readonly disturb = (transport: Transport): Transport => ({
    ...transport,
    send: async (outgoing) => {
      const incoming = await transport.send(outgoing);
      const stop = outgoing.agency === this.#agency ? this.#atTheDoor : undefined;
      if (!stop) return incoming;
      this.#atTheDoor = undefined;
      await new Promise<void>((send) => stop(send));
      return incoming;
    },
  });

  /** Holds the next answer of the agency's. */
  next(): Held {
    let letGo = (): void => {};
    const came = new Promise<void>((resolve) => {
      this.#atTheDoor = (send) => {
        letGo = send;
        resolve();
      };
    });
    return { came, letGo: () => letGo() };
  }

  /** No answer is held any more that is not held already. */
  none(): void {
    this.#atTheDoor = undefined;
  }

  /** What is answered where this happens while the agency's answer to it is held. */
  async across<Answer>(ask: () => Promise<Answer>, happen: () => Promise<unknown>): Promise<Answer> {
    const held = this.next();
    const asked = ask();
    await held.came;
    await happen();
    held.letGo();
    return asked;
  }
}
