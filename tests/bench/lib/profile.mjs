// Preloaded into a gateway when there is `--prof DIR`: takes a CPU profile from the end of the warm-up, which a signal marks, until the
// process exits.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';

const session = new Session();
session.connect();
session.post('Profiler.enable');
process.once('SIGUSR2', () => {
  session.post('Profiler.start');
  process.once('exit', () =>
    session.post('Profiler.stop', (_, { profile }) =>
      writeFileSync(process.env.ACCORD_PROFILE, JSON.stringify(profile)),
    ),
  );
});
