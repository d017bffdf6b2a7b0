import type { TestUser } from '../../lib/users.ts';
import { storyCases } from './storyCases.ts';
import { type StoryAgencyId, type StoryHub, storyAgencies } from './storyHub.ts';

/** Who works with people at each agency, and who speaks for it at each level. */
export const staff = {
  harbour: { workers: ['mara', 'vera'], speakers: ['mara', 'lena', 'priya', 'eve'], cases: 66 },
  wattle: { workers: ['tess', 'tara', 'una'], speakers: ['tess', 'tom', 'mina', 'edda'], cases: 56 },
  kestrel: { workers: ['kim'], speakers: ['kim', 'kora', 'kurt', 'kaya'], cases: 54 },
  heron: { workers: ['hana'], speakers: ['hana', 'hugo', 'hope', 'hedy'], cases: 24 },
} as const satisfies Readonly<
  Record<StoryAgencyId, Readonly<{ workers: readonly TestUser[]; speakers: readonly TestUser[]; cases: number }>>
>;

/** Every agency takes in new cases; `part` scales the number it usually has. Returns some words of their notes. */
export async function takeIn(
  hub: StoryHub,
  { months, opened, part }: Readonly<{ months: readonly string[]; opened: readonly string[]; part: number }>,
): Promise<readonly string[]> {
  const texts = new Set<string>();
  for (const [nth, agency] of storyAgencies.entries()) {
    const { workers, cases } = staff[agency];
    const from = part === 1 ? 1 : 1_001;
    const made = storyCases({
      ...{ seed: 41 + nth + from, workers, cases: Math.round(cases * part), from, months, opened },
      ...{ described: 0.6, named: 0.25 },
    });
    await hub.hold(agency, made);
    for (const { notes } of made) for (const { text } of notes) texts.add(text);
  }
  return [...texts];
}
