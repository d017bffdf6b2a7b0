import { agencyDatabases } from './AgencyDatabases.ts';
import { type Answer, openPartnership } from './Partnership.ts';
import { fileFacts } from './people.ts';
import type { Asked } from './randomQuestion.ts';
import { testServer } from './TestServer.ts';
import { isUntold, type World, type WorldPair } from './worldPair.ts';

const now = () => new Date('2026-11-21T23:00:00Z');

/** Two partnerships that are asked the same questions. */
export type TwoSides = Readonly<{
  /** Each side forgets everything and becomes one of the two worlds. */
  become(pair: WorldPair): Promise<void>;
  /**
   * Asks both sides and returns their common answer, without random ids. Throws if they differ, or if the answer is one that no
   * hub may give.
   */
  ask(pair: WorldPair, asked: Asked): Promise<Answer>;
  close(): Promise<void>;
}>;

/**
 * Opens both sides. Each has its own hub, agencies and database server, so that nothing one of them caches is visible to the
 * other.
 */
export async function openTwoSides(): Promise<TwoSides> {
  const sides = await Promise.all([openSide(), openSide()]);
  const [one, other] = sides;
  return {
    async become({ worlds }) {
      await Promise.all([one.become(worlds[0]), other.become(worlds[1])]);
    },
    async ask({ as, purpose }, asked) {
      const question = { as, purpose, ...asked };
      const [left, right] = await Promise.all([one.ask(question), other.ask(question)]);
      if (left.body !== right.body || left.status !== right.status)
        throw new Error(`${told(question)}\n${difference(left, right)}`);
      const amiss = amissIn(left.body);
      if (amiss) throw new Error(`${amiss}\n${told(question)}\n${left.body}`);
      return left;
    },
    async close() {
      await Promise.all(sides.map((side) => side.close()));
    },
  };
}

async function openSide() {
  const server = await testServer();
  const databases = await agencyDatabases(server.adminUrl, server.folder);
  const store = await server.freshStore();
  const { mappings } = databases;
  const partnership = await openPartnership({ store, mappings, way: 'IN_PROCESS', now, development: true });
  return {
    async become({ rows, facts }: World): Promise<void> {
      await Promise.all([databases.hold(rows), server.forgetEverybody()]);
      await fileFacts(store, facts);
    },
    async ask(question: Parameters<typeof partnership.ask>[0]): Promise<Answer> {
      const { status, body } = await partnership.ask(question);
      return { status, body: withoutChance(body) };
    },
    async close(): Promise<void> {
      await partnership.close();
      await databases.close();
      await server.stop();
    },
  };
}

/** What is wrong with an answer: things that no answer may contain while every agency is up. */
function amissIn(body: string): string | undefined {
  if (isUntold(body)) return 'Something was told that nobody may know.';
  if (body.includes('"code":"HUB_FAULT"')) return 'The hub failed.';
  const { extensions } = JSON.parse(body);
  return extensions?.sources
    ? `The hub says that something is missing: ${JSON.stringify(extensions.sources)}`
    : undefined;
}

/** Ids of new consents and references of faults are random. */
const withoutChance = (body: string): string => body.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'random');

const told = (question: object): string => JSON.stringify(question, null, 1);

function difference(left: Answer, right: Answer): string {
  let at = 0;
  while (at < left.body.length && left.body[at] === right.body[at]) at += 1;
  const around = ({ status, body }: Answer): string => `${status} …${body.slice(Math.max(0, at - 200), at + 200)}…`;
  return `  one: ${around(left)}\nother: ${around(right)}`;
}
