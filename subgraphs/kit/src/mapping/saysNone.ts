/** Whether a text is what people enter where a field does not apply, whatever the field is for: `N/A`, `none`, a dash. */
export const saysNone = (text: string): boolean => words.test(text.trim());

/** Whether such a text says only that the value is not known: there may be one. */
export const saysUnknown = (text: string): boolean => unknown.test(text.trim());

// Letters may have marks (`nữa`), so \W will not do.
const words =
  /^([^\p{L}\p{M}\p{N}]*(n[^\p{L}\p{M}\p{N}]?a|nil|null|none|blank|empty|nothing|unk|unknown|not (known|applicable|entered|stated)|tb[acd]|ongoing)[^\p{L}\p{M}\p{N}]*|-+|\?+|\.+)$/iu;
const unknown = /^([^\p{L}\p{M}\p{N}]*(unk|unknown|not known|tb[acd])[^\p{L}\p{M}\p{N}]*|\?+)$/iu;
