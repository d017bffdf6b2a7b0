/** An import line in a file written for an agency. */
export const importLine = (words: readonly string[], from: string): string =>
  `import { ${words.join(', ')} } from '${from}';`;

const client = ['.', 'generated', 'prisma', 'client.ts'].join('/');

export const prismaClientLine = importLine(['PrismaClient'], client);
export const prismaClientTypeLine = importLine(['PrismaClient'], client).replace('import', 'import type');
