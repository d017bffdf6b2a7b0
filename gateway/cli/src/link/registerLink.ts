import type { Command } from 'commander';
import { registerEvaluate } from './registerEvaluate.ts';
import { registerParticipation } from './registerParticipation.ts';
import { registerRoll } from './registerRoll.ts';
import { registerStatus } from './registerStatus.ts';

/**
 * `accord link …`: how agencies' records are announced and compared, at the hub at DATABASE_URL or at the demonstration that
 * runs here.
 */
export function registerLink(program: Command): void {
  const link = program.command('link').description('manage how records of the same person are linked');
  registerStatus(link);
  registerParticipation(link);
  registerRoll(link);
  registerEvaluate(link);
}
