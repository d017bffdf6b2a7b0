/**
 * How long tests wait for an agency or a page, in milliseconds. A busy machine is late, and no test is about that. Tests of
 * timeliness set a deadline themselves.
 */
export const patienceMs = 60_000;
