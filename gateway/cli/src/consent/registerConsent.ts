import type { Command } from 'commander';
import { registerDecide } from './registerDecide.ts';
import { registerExport } from './registerExport.ts';
import { registerImport } from './registerImport.ts';

/** `accord consent …`: a partnership's consents and the rules that read them. */
export function registerConsent(program: Command): void {
  const consent = program.command('consent').description('try out the consent rules; import and export consents');
  registerDecide(consent);
  registerExport(consent);
  registerImport(consent);
}
