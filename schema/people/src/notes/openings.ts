import { type Sentence, sentences } from './Sentence.ts';

/** How the contact came about. Reveals only that someone spoke with someone. */
export const openings: readonly Sentence[] = sentences(
  [],
  [
    '[Phoned|Rang|Called] {client} [at {time}|as agreed|this morning|this afternoon|to follow up].',
    '{Client} [phoned|rang|called] [in tears|sounding flat|sounding well|between appointments|from the bus|from the library].',
    'Met with {client} [at the office|at the library|in the park|at a café {they} chose|on outreach].',
    'T/c [from|to] {client}, [{n} min|brief|about half an hour].',
    'P/c with {client} {time}.',
    'F/u call [as per plan|after missed appt|re last week].',
    'Home visit with [{colleague}|a colleague|student on placement]. [All calm.|Warm welcome.|Short visit.]',
    '{Client} [dropped in|came in] without an appointment [and was happy to wait|and was seen by the {colleague}|].',
    '[Second|Third|Fourth] attempt to reach {client} [today|this week]; [got through at {time}|{they} rang back].',
    'Seen for [{n}0 minutes|a full hour|a quick check-in].',
    'Video call, [camera off|poor line|good connection].',
    '[Long|Good|Hard|Quiet] [conversation|talk|session] today.',
    'Joint visit with {colleague}.',
    '{Client} [arrived early|was on time|was {n}0 minutes late, buses].',
    'Handover from {colleague}: read file, then spoke with {client}.',
    'Review meeting [held|brought forward|moved from {day}].',
    '[Intake completed|Initial assessment completed|Assessment updated] [over two calls|in person|by phone].',
    'Voicemail not left. [Rang again at {time}.|Tried once more {day}.]',
    'Contact note, {day}.',
    'Drove {client} to [the appointment|the interview|an inspection]; talked on the way.',
  ],
);

/** What happens next. Reveals only the work itself. */
export const plans: readonly Sentence[] = sentences(
  [],
  [
    'Plan: [call {day}|see again in {m} weeks|check in by phone next week].',
    'Next [contact|appt|catch-up] {day} [{time}|morning|afternoon].',
    '{Client} will [ring|text|come in] [when {they} {is} ready|by {day}|once the letter comes].',
    'I will [chase the paperwork|write the support letter|call back] [before {day}|this week|tomorrow].',
    'To discuss in [supervision|team meeting|case review] [{day}|this week].',
    'F/u {day}.',
    'Nil further at this stage.',
    '{Client} set the goal for next time: [one form at a time|opening the mail together|making the call {themself}].',
    'Agreed on [small steps|two things to do|who rings whom].',
    '{They} asked [for a copy of this note|that we go slower|that I not ring on {day}s].',
    'Will [review|look again] in {m} weeks.',
    '{Client} knows how to reach [us|duty] [after hours|before then].',
    'Left it with {client} to [think over|talk over with family|decide].',
    'Closed with [a plan in {their} own words|{their} three strengths|what worked this week].',
  ],
);
