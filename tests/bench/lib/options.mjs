/** True if `--name` is among the arguments. */
export const said = (name) => process.argv.includes(`--${name}`);

/** The argument after `--name`; undefined without it. */
export const option = (name) => (said(name) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : undefined);
