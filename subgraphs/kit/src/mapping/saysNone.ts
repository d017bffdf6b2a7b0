/** Whether a text is what people write into a field where it does not apply, whatever the field holds otherwise: `N/A`, `none`, a dash. */
export const saysNone = (text: string): boolean => words.test(text.trim());

/** Of these what says no more than that it is not known: there may be one. */
export const saysUnknown = (text: string): boolean => unknown.test(text.trim());

// Letters with marks are letters (`nữa`), so that \W does not do.
const words =
  /^([^\p{L}\p{M}\p{N}]*(n[^\p{L}\p{M}\p{N}]?a|nil|null|none|blank|empty|nothing|unk|unknown|not (known|applicable|entered|stated)|tb[acd]|ongoing)[^\p{L}\p{M}\p{N}]*|-+|\?+|\.+)$/iu;
const unknown = /^([^\p{L}\p{M}\p{N}]*(unk|unknown|not known|tb[acd])[^\p{L}\p{M}\p{N}]*|\?+)$/iu;
