import type { Transport } from '@accord/server/exchange/Transport';

/** An answer that is held back: `came` resolves when it arrives, `letGo` sends it on. */
type Held = Readonly<{ came: Promise<void>; letGo: () => void }>;

/** Holds an agency's answer on its way to the hub, so that something can happen between the decision and the disclosure. */
export class HeldAnswers {
  readonly #agency: string;
  /** Takes the next answer, if it is to be held. */
  #atTheDoor: ((send: () => void) => void) | undefined;

  constructor(agency: string) {
    this.#agency = agency;
  }

  /** Goes between hub and agencies. */
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

  /** Holds the agency's next answer. */
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

  /** Holds no further answers; those already held stay held. */
  none(): void {
    this.#atTheDoor = undefined;
  }

  /** The answer to `ask` when `happen` takes place while the agency's part of it is held. */
  async across<Answer>(ask: () => Promise<Answer>, happen: () => Promise<unknown>): Promise<Answer> {
    const held = this.next();
    const asked = ask();
    await held.came;
    await happen();
    held.letGo();
    return asked;
  }
}
