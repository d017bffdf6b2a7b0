import { Fragment } from 'react';

/** Several names on one line, each in its own direction: beside one in Arabic the others would change places. */
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
