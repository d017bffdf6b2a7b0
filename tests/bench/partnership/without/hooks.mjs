const inPlaceOf = {
  permits: {
    'gateway/server/dist/exchange/signPermit.js': './unsignedPermit.mjs',
    'subgraphs/kit/dist/guard/permitGate.js': './openGate.mjs',
  },
  ledger: { 'gateway/server/dist/store/ledger.js': './noLedger.mjs' },
  consent: { 'gateway/server/dist/release/decideRelease.js': './releaseAll.mjs' },
};
let replaced = {};

export function initialize(without) {
  replaced = inPlaceOf[without] ?? {};
}

export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  // A stand-in for a module may itself use that module.
  if (context.parentURL?.includes('/partnership/without/')) return found;
  const [, other] = Object.entries(replaced).find(([path]) => found.url.endsWith(path)) ?? [];
  return other ? next(other, { ...context, parentURL: import.meta.url }) : found;
}
