/**
 * Starts one of the editor's workers, by the language it is for.
 *
 * They are files of our own, beside the page: otherwise the editor would build them from URLs that the policy forbids.
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
