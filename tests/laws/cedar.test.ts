import { auVic } from '@accord/consent/auVic';
import { compile } from '@accord/consent/compile';
import { decide } from '@accord/consent/decide';
import fc from 'fast-check';
import { consentsInCedar } from '../lib/consentsInCedar.mjs';

// For the rules that can be expressed in Cedar, a policy engine written by others must agree with ours. A failure prints its
// seed; ACCORD_SEED sets it.

const agencies = ['harbour', 'kestrel', 'wattle'];
const purposes = ['SERVICE_COORDINATION', 'EMERGENCY', 'EVALUATION'];
const categories = [...auVic.categories.keys()];
const some = (codes: readonly string[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 }), { nil: undefined });
const named = fc.record({ agencies: some(agencies), purposes: some(purposes), categories: some(categories) });
const consents = fc
  .array(fc.tuple(named, fc.constantFrom<'active' | 'refused'>('active', 'active', 'active', 'refused')), {
    maxLength: 5,
  })
  .map((rules) =>
    rules.map(([rule, status], n) => ({
      ...{ id: `c${n}`, subject: 'ada', status, base: 'deny' as const, effective: {} },
      rule: status === 'refused' ? rule : { except: [rule] },
    })),
  );

const seed = process.env.ACCORD_SEED === undefined ? {} : { seed: Number(process.env.ACCORD_SEED) };
const at = '2026-07-01T09:30:00+10:00';

test('decide and the compiled table permit exactly what Cedar allows', () => {
  let sets = 0;
  fc.assert(
    fc.property(consents, fc.constantFrom(...agencies), fc.constantFrom(...purposes), (onFile, agency, purpose) => {
      sets += 1;
      const allows = consentsInCedar(`law-${sets % 8}`, onFile, auVic);
      const asker = {
        ...{ viewer: { agency, user: 'mara', agencyWorksWith: [] }, purpose, at },
        subjects: [{ person: 'ada', role: 'CLIENT' }],
      };
      const table = compile({ consents: onFile }, asker, auVic);
      const ours = (category: string) => [
        decide({ consents: onFile }, { ...asker, category, source: 'quay' }, auVic).effect === 'permit',
        table.answer({ category, source: 'quay' }).effect === 'permit',
      ];
      for (const category of categories) {
        const allowed = allows(agency, purpose, category);
        expect([category, ...ours(category)]).toEqual([category, allowed, allowed]);
      }
    }),
    { numRuns: 300, ...seed },
  );
});
