/** True where `--name` was said. */
export const said = (name) => process.argv.includes(`--${name}`);

/** What was said after `--name`; undefined where it was not said. */
export const option = (name) => (said(name) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : undefined);
