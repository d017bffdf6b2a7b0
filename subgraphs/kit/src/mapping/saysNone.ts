/** Whether a text is what people write into a field where it does not apply, whatever the field holds otherwise: `N/A`, `none`, a dash. */
export const saysNone = (text: string): boolean => words.test(text.trim());

const words =
  /^(\W*(n\W?a|nil|null|none|blank|empty|nothing|unk|unknown|not (known|applicable|entered|stated)|tb[acd]|ongoing)\W*|-+|\?+|\.+)$/i;
