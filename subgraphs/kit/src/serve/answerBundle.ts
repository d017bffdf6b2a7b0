import type { Refusal } from '../guard/permitGate.ts';
import type { Operation } from '../guard/readOperation.ts';
import type { Answer } from './answerOperations.ts';

/**
 * Answers the operations of a bundle concurrently. Each gets the status and answer it would have had on its own; the order
 * is kept.
 *
 * An operation that is refused or fails does not affect the others.
 */
export async function answerBundle(
  operations: readonly (Operation | Refusal)[],
  answer: (operation: Operation) => Promise<Answer>,
  refused: (refusal: Refusal) => Answer,
): Promise<Answer> {
  const answers = await Promise.all(
    operations.map((one) => (one.kind === 'REFUSED' ? refused(one) : answer(one).catch(() => failed))),
  );
  return {
    status: 200,
    body: `[${answers.map(({ status, body }) => `{"status":${status},"answer":${body}}`).join(',')}]`,
    partial: answers.some(({ partial }) => partial === true),
  };
}

const failed: Answer = {
  status: 500,
  body: JSON.stringify({ errors: [{ message: 'The agency could not answer.' }] }),
  partial: true,
};
