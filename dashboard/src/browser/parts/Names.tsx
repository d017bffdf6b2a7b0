import { Fragment } from 'react';

/** Several names on one line, each with its own text direction: otherwise names beside an Arabic one would change places. */
export const Names = ({ of }: Readonly<{ of: readonly string[] }>) => (
  <>
    {of.map((name, index) => (
      <Fragment key={name}>
        {index > 0 && '\u00a0· '}
        <bdi>{name}</bdi>
      </Fragment>
    ))}
  </>
);
