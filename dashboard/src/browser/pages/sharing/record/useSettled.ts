import { useEffect, useState } from 'react';

/** A debounced value: it follows once nothing has changed for a moment. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(value), 400);
    return () => clearTimeout(waiting);
  }, [value]);
  return settled;
}
