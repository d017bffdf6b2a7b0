// The load of `workers`: the view of one client after another, several at a time.
import { connections } from '../scale/partnership.mjs';

const query = `query C($id: ID!) { client(id: $id) { records { identity { name { given family } dateOfBirth } contact { phone }
  involvement { programme worker { name phone } } needs { code identifiedOn } alerts { code severity text raisedOn } } } }`;

/** Asks a hub `count` times, over `atOnce` connections. Returns how long each answer took, in milliseconds. */
export async function askAll(partnership, url, { count, atOnce }) {
  const { clients } = partnership;
  const headers = partnership.headersOf('mara');
  const line = connections(url, atOnce);
  const times = [];
  let left = count;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) {
        const body = { query, variables: { id: clients[(left * 7) % clients.length] } };
        const { status, said, ms } = await line.ask(headers, body);
        if (status !== 200 || said.includes('"errors"')) throw new Error(said.slice(0, 300));
        times.push(ms);
      }
    }),
  );
  await line.close();
  return times;
}
