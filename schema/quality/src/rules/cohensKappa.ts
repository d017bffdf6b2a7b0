/**
 * Returns Cohen's kappa of two raters who labelled the same things in the same order: agreement beyond what chance would give,
 * at most 1. NaN if both gave everything the same single label.
 */
export function cohensKappa(first: readonly string[], second: readonly string[]): number {
  const number = first.length;
  const agreed = first.filter((label, place) => label === second[place]).length / number;
  const shareOf = (labels: readonly string[], label: string) => labels.filter((each) => each === label).length / number;
  const byChance = [...new Set([...first, ...second])]
    .map((label) => shareOf(first, label) * shareOf(second, label))
    .reduce((sum, share) => sum + share, 0);
  return (agreed - byChance) / (1 - byChance);
}
