import { type Example, parseExamples } from './parseExamples.ts';
import { type Person, parsePeople } from './parsePeople.ts';

/** What the hub offers for trying it out; both lists are empty if it is not a demonstration. */
export type Demonstration = Readonly<{
  people: readonly Person[];
  examples: readonly Example[];
  /** A sentence if something was there but could not be read; otherwise empty. */
  trouble: string;
}>;

/**
 * The demonstration's people and operations.
 *
 * A hub that is not a demonstration answers 404, which is no fault: the page then asks for a token. It never rejects.
 */
export async function readDemonstration(send: typeof fetch = fetch): Promise<Demonstration> {
  const [people, operations] = await Promise.all([
    read('/demonstration/people', send),
    read('/demonstration/operations', send),
  ]);
  return {
    people: parsePeople(people.json),
    examples: parseExamples(operations.json),
    trouble: people.trouble || operations.trouble,
  };
}

type Reading = Readonly<{ json: unknown; trouble: string }>;

async function read(path: string, send: typeof fetch): Promise<Reading> {
  try {
    const response = await send(path, {
      cache: 'no-store',
      credentials: 'omit',
      headers: { accept: 'application/json' },
    });
    if (response.status === 404) return { json: null, trouble: '' };
    if (response.ok) return { json: await response.json(), trouble: '' };
    return { json: null, trouble: `${path} returned status ${response.status}.` };
  } catch {
    return { json: null, trouble: `${path} could not be read.` };
  }
}
