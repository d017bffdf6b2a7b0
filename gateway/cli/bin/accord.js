#!/usr/bin/env node
// Unless somebody says otherwise: elsewhere graphql-js looks twice at every type, and Prisma takes a stack trace for every statement.
process.env.NODE_ENV ??= 'production';
await import('../dist/accord.js');
