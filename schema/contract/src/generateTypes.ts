import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import { parse } from 'graphql';

/** Returns the text of a TypeScript file with the types of a schema's objects, enums and inputs. */
export async function generateTypes(sdl: string): Promise<string> {
  const types = await codegen({
    filename: 'api.ts',
    schema: parse(sdl),
    documents: [],
    config: {},
    plugins: [
      {
        typescript: {
          enumsAsTypes: true,
          immutableTypes: true,
          skipTypename: true,
          maybeValue: 'T | null | undefined',
          scalars: {
            ID: 'string',
            Date: 'string',
            DateTime: 'string',
            CategoryCode: 'string',
            AlertCode: 'string',
            NeedCode: 'string',
            PurposeCode: 'string',
          },
        },
      },
    ],
    pluginMap: { typescript },
  });
  return `// Made from the SDL by \`npm run compose\`; edit the SDL.\n${types}`;
}
