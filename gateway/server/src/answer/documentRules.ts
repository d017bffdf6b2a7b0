import type { ValidationRule } from 'graphql';
import { noIntrospection } from './noIntrospection.ts';
import { noKeyAlias } from './noKeyAlias.ts';
import { noUnderscoreAlias } from './noUnderscoreAlias.ts';
import { onlyRootTypes } from './onlyRootTypes.ts';

/** What a document must keep to beside the rules of the GraphQL specification, whoever runs its plan. */
export const documentRules = (development: boolean): readonly ValidationRule[] => [
  ...(development ? [] : [noIntrospection]),
  onlyRootTypes,
  noUnderscoreAlias,
  noKeyAlias,
];
