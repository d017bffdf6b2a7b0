import { word } from './word.ts';

export type SectionName = 'alerts' | 'needs' | 'notes' | 'episodes';

export const sectionNames: readonly SectionName[] = ['alerts', 'notes', 'episodes', 'needs'];

export const sectionWords: Readonly<Record<SectionName, RegExp>> = {
  alerts: word(
    'alerts?',
    'alrts?',
    'flags?',
    'warnings?',
    'warn',
    'risks?',
    'hazards?',
    'cautions?',
    'safety',
    'danger',
    'hinweise?',
    'warnung(en)?',
  ),
  notes: word(
    'notes?',
    'nt',
    'nts',
    'case notes?',
    'casenotes?',
    'progress',
    'prog note',
    'narratives?',
    'journals?',
    'diary',
    'jnl',
    'notizen',
    'file ?notes?',
    'contact notes?',
  ),
  episodes: word(
    ...[
      'episodes?',
      'epis?',
      'ep',
      'support periods?',
      'periods?',
      'enrol?lments?',
      'enrol',
      'referrals?',
      'refl',
      'intakes?',
      'admissions?',
      'stays?',
    ],
    ...[
      'engagements?',
      'placements?',
      'involvements?',
      'spells?',
      'service (periods?|episodes?)',
      'svc',
      'cases?',
      'case files?',
    ],
  ),
  needs: word(
    'needs?',
    'nd',
    'reasons?',
    'rsn',
    'presenting',
    'issues?',
    'problems?',
    'prob',
    'concerns?',
    'bedarfe?',
    'goals?',
  ),
};

/** Words for tables that may hold a section although their names mean something narrower. */
export const widerSectionWords: Readonly<Partial<Record<SectionName, RegExp>>> = {
  alerts: word('allerg(y|ies)', 'precautions?', 'intolerances?'),
  episodes: word('encounters?', 'visits?', 'consultations?', 'attendances?'),
  needs: word('diagnos(is|es)', 'conditions?'),
};
