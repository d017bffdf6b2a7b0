import type { Judge, Unit } from './Judge.ts';

/** A link is followed only if its Dice exceeds that of its rivals by this much. */
const RIVAL_MARGIN = 0.02;

type Candidate = Readonly<{ one: Unit; other: Unit; dice: number }>;

/**
 * Joins units by their automatic links until none may be followed any more. The most alike are joined first, measured by their
 * least alike pair (complete linkage); ties follow the order of the units, which is that of their ids.
 */
export function joinAlike(units: readonly Unit[], judge: Judge): readonly Unit[] {
  let clusters = units;
  for (;;) {
    const fitting = fittingPairs(clusters, judge);
    const best = fitting.find((candidate) => !fitting.some((rival) => isRival(rival, candidate, judge)));
    if (best === undefined) return clusters;
    const joined = [...best.one, ...best.other].sort();
    clusters = [...clusters.filter((unit) => unit !== best.one && unit !== best.other), joined];
  }
}

function fittingPairs(units: readonly Unit[], judge: Judge): readonly Candidate[] {
  const candidates = units.flatMap((one, place) =>
    units.slice(place + 1).flatMap((other): readonly Candidate[] => {
      const dice = judge.diceOf(one, other);
      if (dice === undefined || judge.holdOf(one, other) !== undefined) return [];
      return [{ one, other, dice }];
    }),
  );
  return candidates.sort((a, b) => b.dice - a.dice);
}

/**
 * True if another link, about as good, would join one of the candidate's units with a third unit that cannot be the same person
 * as the other: known to be somebody else, or on file at the same agency. If twins are both at one agency, which of them is the
 * record at the other?
 */
function isRival(rival: Candidate, candidate: Candidate, judge: Judge): boolean {
  if (rival === candidate || rival.dice < candidate.dice - RIVAL_MARGIN) return false;
  const own = [candidate.one, candidate.other];
  const theirs = [rival.one, rival.other];
  const left = own.find((unit) => !theirs.includes(unit));
  const third = theirs.find((unit) => !own.includes(unit));
  const share = theirs.some((unit) => own.includes(unit));
  return share && left !== undefined && third !== undefined && judge.apart(left, third) !== undefined;
}
