import { firstDifference } from '@accord/contract/firstDifference';
import { clockToleranceSeconds } from '@accord/contract/permit';
import { contractVersions, isContractVersion, isModuleName } from '@accord/contract/subgraphs';
import { parse } from 'graphql';
import { broken, type Check, holds, verdictOn, warning } from '../Check.ts';
import { entitiesOf, inWords } from '../PlayedHub.ts';
import { questionFor } from '../Selection.ts';
import { at } from '../told.ts';

/** What the agency says it is. */
export const contractChecks: readonly Check[] = [
  {
    id: 'contract.health',
    rule: 'The agency says what it serves',
    asked: 'GET /health',
    mend: 'Serve { "status": "ok", "agency": its short name, "contract": version, "modules": […] } at /health, as the kit does.',
    async run({ hub, id }) {
      const heard = await hub.send(async () => ({ method: 'GET', path: '/health', headers: {} }));
      if (heard.kind !== 'ANSWERED' || heard.status !== 200) return broken(`/health: ${inWords(heard)}.`);
      const { agency, status, modules } = Object(heard.json);
      const amiss = [
        ...(status === 'ok' ? [] : ['"status" is not "ok"']),
        ...(agency === id ? [] : [`"agency" is not "${id}"`]),
        ...(Array.isArray(modules) && modules.every((name) => typeof name === 'string')
          ? []
          : ['"modules" is not a list of names']),
      ];
      return verdictOn(amiss, 'It does.');
    },
  },
  {
    id: 'contract.version',
    rule: 'The agency speaks a version of the contract that the partnership knows',
    asked: 'GET /health',
    mend: `Update the kit, or the doctor, which knows contract ${contractVersions.join(', ')}.`,
    async run({ health }) {
      const version = typeof health.contract === 'string' ? health.contract : 'none';
      return isContractVersion(version)
        ? holds(`It speaks ${version}.`)
        : broken(`It speaks "${version.slice(0, 20)}".`);
    },
  },
  {
    id: 'contract.sdl',
    rule: 'The schema is the contract’s, word for word',
    asked: 'GET /contract',
    mend: 'Serve the kit’s contract unchanged: nobody has agreed to what an agency adds to it.',
    async run({ served, agreed, health }) {
      if (served === undefined) return broken('It serves none.');
      const own = Array.isArray(health.modules) ? health.modules.filter((name) => !isModuleName(String(name))) : [];
      const difference = firstDifference(parse(served, { noLocation: true }), agreed.document, agreed.name);
      if (difference === null) return holds('It is.');
      // What the partnership's own modules add, only the hub knows; it compares when the agency joins.
      if (own.length > 0 && difference.endsWith(`stands here and not in ${agreed.name}`))
        return holds(`It is, with ${own.length} modules of the partnership’s own, which the hub compares.`);
      return broken(`${difference}.`);
    },
  },
  {
    id: 'contract.fields',
    rule: 'Every field of the contract and the declared modules can be asked for',
    asked: 'every field of a record, under a permit for every kind of information',
    mend: 'Serve the whole contract, with null for what the agency does not have.',
    async run({ hub, contract }) {
      const heard = await hub.ask(questionFor(contract.record), { numbers: ['0'], releases: [] });
      return entitiesOf(heard) ? holds('They can.') : broken(`The question was answered with ${inWords(heard)}.`);
    },
  },
  {
    id: 'contract.encoder',
    rule: 'The details a worker types to find somebody are encoded, the same way each time',
    asked: 'an invented person at /linkage/encode, twice',
    mend: 'Serve /linkage/encode with the kit, and set ACCORD_LINKAGE_SECRET.',
    async run({ hub }) {
      const person = { given: 'Invented', family: 'Nobody', dateOfBirth: '1980-02-03', sex: 'FEMALE' };
      const encode = () => hub.sendPermitted(JSON.stringify(person), {}, '/linkage/encode');
      const [one, two] = [await encode(), await encode()];
      if (one.kind !== 'ANSWERED' || one.status !== 200) return broken(`It answered with ${inWords(one)}.`);
      const coded = /^[\w-]{43}$/.test(String(at(one.json, 'key'))) && /^[\w-]{171}$/.test(String(at(one.json, 'clk')));
      if (!coded) return broken('It did not answer with a key and a filter.');
      return two.kind === 'ANSWERED' && two.text === one.text
        ? holds('It is.')
        : broken('The second answer was different.');
    },
  },
  {
    id: 'contract.clock',
    rule: 'The agency’s clock is right',
    asked: 'the date header of its answer',
    mend: 'Synchronise the machine’s clock (NTP): permits are valid for half a minute.',
    async run({ hub }) {
      const heard = await hub.send(async () => ({ method: 'GET', path: '/health', headers: {} }));
      const date = heard.kind === 'ANSWERED' ? Date.parse(String(heard.headers.date)) : Number.NaN;
      if (Number.isNaN(date)) return warning('It sends no date, so its clock could not be compared.');
      const apart = Math.round(Math.abs(Date.now() - date) / 1000);
      return apart <= clockToleranceSeconds
        ? holds('It is.')
        : broken(`It differs from this machine’s by ${apart} seconds.`);
    },
  },
  {
    id: 'contract.encrypted',
    rule: 'Traffic over a network is encrypted',
    asked: 'the address',
    mend: 'Put TLS (https) in front of the agency, or have it listen on this machine only.',
    async run({ url }) {
      if (url.protocol === 'https:') return holds('It is.');
      const here = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
      return here ? holds('It does not leave this machine.') : warning('It is plain http.');
    },
  },
  {
    id: 'contract.open',
    rule: 'What anybody can ask without a permit says nothing about people',
    asked: 'GET /health, and everything it says',
    mend: 'Serve at /health only what the kit does, and no counts.',
    async run({ hub }) {
      const heard = await hub.send(async () => ({ method: 'GET', path: '/health', headers: {} }));
      const known = new Set(['status', 'agency', 'contract', 'modules', 'writes', 'extract']);
      const others =
        heard.kind === 'ANSWERED' ? Object.keys(Object(heard.json)).filter((name) => !known.has(name)) : [];
      return others.length === 0
        ? holds('It does not.')
        : warning(`It says ${others.length} more things than it needs to.`);
    },
  },
];
