import type { Command } from 'commander';
import { registerDecide } from './registerDecide.ts';
import { registerExport } from './registerExport.ts';
import { registerImport } from './registerImport.ts';

/** `accord consent …`: a partnership's consents and the rules that read them. */
export function registerConsent(program: Command): void {
  const consent = program.command('consent').description("clients' consents, and the rules that read them");
  registerDecide(consent);
  registerExport(consent);
  registerImport(consent);
}
