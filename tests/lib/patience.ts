/**
 * How long tests wait for an agency or a page, in milliseconds: a machine under load is late, which no test is about. Whether somebody is
 * in time is tested where a deadline is given.
 */
export const patienceMs = 60_000;
