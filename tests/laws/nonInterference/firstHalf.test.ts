import { nonInterference } from '../../lib/nonInterference.ts';

// Two partnerships that differ only in what the requester may not know. Two files, so that two cores can share the work.

nonInterference({ number: 0, of: 2 });
