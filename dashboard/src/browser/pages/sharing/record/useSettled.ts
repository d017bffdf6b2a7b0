import { useEffect, useState } from 'react';

/** A value once nobody has changed it for a moment. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(value), 400);
    return () => clearTimeout(waiting);
  }, [value]);
  return settled;
}
