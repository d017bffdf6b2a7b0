/** What every view of the page gets: the hub's date, the words for needs, and the rule sets on file, the newest first. */
export type Given = Readonly<{
  day: string;
  needs: readonly Readonly<{ code: string; label: string }>[];
  ruleSets: readonly RuleSetName[];
}>;

export type RuleSetName = Readonly<{ id: string; name: string; version: string; alerts: readonly string[] }>;
