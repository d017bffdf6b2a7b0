#!/usr/bin/env node
// The default, because otherwise graphql-js checks every type twice and Prisma takes a stack trace for every statement.
process.env.NODE_ENV ??= 'production';
await import('../dist/accord.js');
