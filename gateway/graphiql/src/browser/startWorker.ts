/**
 * A worker of the editor, by the language it is for.
 *
 * They are files of our own, beside the page: the editor would otherwise build them from addresses the policy forbids.
 */
export function startWorker(_id: string, language: string): Worker {
  switch (language) {
    case 'graphql':
      return new Worker(new URL('./graphql.worker.js', import.meta.url));
    case 'json':
      return new Worker(new URL('./json.worker.js', import.meta.url));
    default:
      return new Worker(new URL('./editor.worker.js', import.meta.url));
  }
}
