import { useState } from 'react';
import type { Asker } from './askAs.ts';

type Props = Readonly<{ onAsker: (asker: Asker) => void }>;

/**
 * Takes a token, and optionally a purpose, when there are no demonstration people. Nothing is requested until it is submitted.
 */
export function TokenForm({ onAsker }: Props) {
  const [token, setToken] = useState('');
  const [purpose, setPurpose] = useState('');
  return (
    <form
      className="accord-token"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        onAsker({ token: token.trim().replace(/^Bearer\s+/i, ''), purpose: purpose.trim() });
      }}
    >
      <label className="accord-field accord-field-wide">
        <span>Token</span>
        {/* Not a password field: browsers offer to keep those. */}
        <input
          className="accord-secret"
          value={token}
          onChange={(event) => setToken(event.target.value)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          required
        />
      </label>
      <label className="accord-field">
        <span>Purpose</span>
        <input
          value={purpose}
          onChange={(event) => setPurpose(event.target.value)}
          placeholder="from the token"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
      </label>
      <button type="submit" className="accord-button">
        Use token
      </button>
    </form>
  );
}
