// Loaded before a gateway where `--prof DIR` is said: a CPU profile from the signal that the warm-up is over to the end.
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
