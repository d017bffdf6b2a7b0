// Preloaded into a process under test: records every address it connects to.
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';

const connect = Socket.prototype.connect;
Socket.prototype.connect = function (...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const to =
    typeof first === 'object' && first !== null
      ? (first.path ?? `${first.host ?? 'localhost'}:${first.port}`)
      : `${typeof second === 'string' ? second : 'localhost'}:${first}`;
  appendFileSync(process.env.ACCORD_CONNECTIONS, `${process.argv[1]} ${to}\n`);
  return connect.apply(this, args);
};
