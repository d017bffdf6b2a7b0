import { createHash } from 'node:crypto';
import type { Checkpoint } from '@accord/contract/checkpoint';
import { parseJson } from '../parseJson.ts';
import { partOf } from '../partOf.ts';
import type { LedgerEntry } from '../store/LedgerEntry.ts';
import { type Verification, walkLedger } from '../store/walkLedger.ts';
import type { ExportManifest } from './exportLedger.ts';

/** Returns an export's lines from its beginning, without line feeds. It is called twice. */
export type ReadLines = () => AsyncIterable<string>;

/**
 * Verifies an export (`jsonl`) on its own: that the file is the one that was made, that each entry is as it was written and, for a whole
 * ledger, that the chain and the checkpoints hold.
 *
 * Throws an `Error` that names the line where the file is not an export. Memory: constant.
 */
export async function verifyExport(
  lines: ReadLines,
  checkpoints: readonly Checkpoint[],
): Promise<Verification & Readonly<{ whole: boolean }>> {
  const { manifest, sha256, entries } = await readManifest(lines());
  const { ledger, end, whole } = manifest;
  const walked = await walkLedger(entriesOf(lines()), { ledger, end, checkpoints, ...(!whole && { extract: true }) });
  const why =
    entries !== manifest.entries
      ? `the file has ${entries} entries, but its manifest says ${manifest.entries}`
      : sha256 !== manifest.sha256
        ? 'the file is not the one that was exported: its digest differs'
        : undefined;
  if (why === undefined) return { ...walked, whole };
  const file = { seq: 0, why };
  const findings = walked.kind === 'BROKEN' ? [...walked.findings, file] : [file];
  return { kind: 'BROKEN', ...(findings[0] ?? file), findings, whole };
}

async function readManifest(lines: AsyncIterable<string>) {
  const digest = createHash('sha256');
  let entries = 0;
  let manifest: ExportManifest | undefined;
  for await (const line of lines) {
    if (manifest) throw new Error('This export continues after its manifest, so it was changed.');
    manifest = manifestIn(line);
    if (manifest) continue;
    digest.update(`${line}\n`);
    entries += 1;
  }
  if (!manifest) throw new Error('This export does not end with a manifest. It was cut short, or it is not an export.');
  return { manifest, entries, sha256: digest.digest('hex') };
}

async function* entriesOf(lines: AsyncIterable<string>): AsyncGenerator<LedgerEntry> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (manifestIn(line)) return;
    const entry = parseEntry(parseJson(line));
    if (!entry) throw new Error(`Line ${number} of this export is not a ledger entry.`);
    yield entry;
  }
}

function manifestIn(line: string): ExportManifest | undefined {
  if (!line.startsWith('{"manifest":')) return undefined;
  const found = partOf(parseJson(line), 'manifest');
  const [ledger, whole, entries, sha256] = ['ledger', 'whole', 'entries', 'sha256'].map((name) => partOf(found, name));
  const [seq, hash] = ['seq', 'hash'].map((name) => partOf(partOf(found, 'end'), name));
  if (typeof ledger !== 'string' || typeof whole !== 'boolean' || typeof entries !== 'number') return undefined;
  if (typeof sha256 !== 'string' || typeof seq !== 'number' || typeof hash !== 'string') return undefined;
  return { ledger, whole, entries, sha256, end: { seq, hash } };
}

function parseEntry(value: unknown): LedgerEntry | undefined {
  const text = (name: string): string => {
    const part = partOf(value, name);
    return typeof part === 'string' ? part : '';
  };
  const list = (name: string): readonly string[] => {
    const part = partOf(value, name);
    return Array.isArray(part) ? part.filter((item) => typeof item === 'string') : [];
  };
  const seq = partOf(value, 'seq');
  const at = new Date(text('at'));
  if (typeof seq !== 'number' || Number.isNaN(at.getTime())) return undefined;
  return {
    ...{ seq, at, requestId: text('requestId'), requester: text('requester'), role: text('role') },
    ...{ requesterAgency: text('requesterAgency'), purpose: text('purpose'), clientId: text('clientId') },
    ...{ handle: text('handle'), agencyId: text('agencyId'), categories: list('categories'), basis: list('basis') },
    ...{ operation: text('operation'), prevHash: text('prevHash'), hash: text('hash') },
  };
}
