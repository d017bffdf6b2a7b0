import { kindsUnder } from './kindsUnder.ts';
import type { NeverKind, Policy } from './Policy.ts';

/** A policy in plain words, a sentence each: what it keeps back, and how that looks to others. */
export function tellPolicy(policy: Policy): readonly string[] {
  const { off, aggregateOnly, consentedOnly, figures, never } = policy;
  if (off)
    return [
      `Off${off.reason === null ? '' : ` (${off.reason})`}: no request is answered, and a sync announces nothing. The hub says that a source is missing, but not why.`,
    ];
  const { before, after } = never;
  const sentences = [
    ...(aggregateOnly
      ? [
          'Only de-identified figures: requests about records are not answered, and the hub says that a source is missing. The next sync takes all records back.',
        ]
      : []),
    ...(consentedOnly
      ? [
          'Only what the person’s own consent allows is released, not what a law or an emergency opens. Your own workers see your records.',
        ]
      : []),
    ...(figures ? [] : ['No figures.']),
    ...never.kinds.map((kind) => `${withParts(kind.category)} is never released ${toWhom(kind)}.`),
    ...(never.records.size > 0
      ? [
          `${never.records.size === 1 ? 'One record is' : `${never.records.size} records are`} never released, as if not on file, and taken back at the next sync: ${[...never.records].join(', ')}. In figures they still count.`,
        ]
      : []),
    ...(before === null && after === null
      ? []
      : [
          `Nothing dated ${[before && `before ${before}`, after && `after ${after}`].filter(Boolean).join(' or ')} is released: no entry with such a date or without a date, and no record of a person with whom you did not work then.`,
        ]),
  ];
  return sentences.length > 0 ? sentences : ['Nothing is kept back: everything that a permit allows is released.'];
}

function toWhom({ agencies, purposes, roles }: NeverKind): string {
  const limits = [
    ...(agencies.length > 0 ? [`agency ${agencies.join(' or ')}`] : []),
    ...(roles.length > 0 ? [`role ${roles.join(' or ')}`] : []),
    ...(purposes.length > 0 ? [`purpose ${purposes.join(' or ')}`] : []),
  ];
  return limits.length > 0 ? `to ${limits.join(' with ')}` : 'to anybody';
}

function withParts(category: string): string {
  const [, ...parts] = kindsUnder(category);
  return parts.length > 0 ? `${category} (with ${parts.join(', ')})` : category;
}
