import type { CodeMap, CodeRow } from './CodeMap.ts';

const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const ACT_REASON = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';

const category = (accord: string, code: string, display: string): CodeRow => ({
  kind: 'category',
  accord,
  system: ACT_CODE,
  code,
  display,
});
const purpose = (accord: string, code: string, display: string): CodeRow => ({
  kind: 'purpose',
  accord,
  system: ACT_REASON,
  code,
  display,
});

/**
 * The concept map of profile `au-vic`: an editable example, like the profile.
 *
 * HL7's sensitivity codes are coarse, and each sender draws their edges differently. A pair here says that the partners agree
 * to use one for the other. DVD is left out on purpose: it means developmental disability, not domestic violence. No HL7
 * purpose means family-violence assessment or protection, or child safety, so these keep the partnership's own codes.
 */
export const auVicCodes: CodeMap = [
  category('FV_RISK', 'SDV', 'sexual assault, abuse, or domestic violence information sensitivity'),
  category('SERVICE_USE', 'SSP', 'sensitive service provider information sensitivity'),
  category('ADDRESS', 'LOCIS', 'location information sensitivity'),
  category('AOD', 'ETH', 'substance abuse information sensitivity'),
  category('MENTAL_HEALTH', 'PSY', 'psychiatry disorder information sensitivity'),
  category('SEXUAL_HEALTH', 'SEX', 'sexuality and reproductive health information sensitivity'),
  purpose('SERVICE_COORDINATION', 'COC', 'coordination of care'),
  purpose('EMERGENCY', 'BTG', 'break the glass'),
  purpose('EMERGENCY', 'THREAT', 'threat'),
  purpose('QUALITY_IMPROVEMENT', 'HQUALIMP', 'health quality improvement'),
  purpose('EVALUATION', 'HPRGRP', 'health program reporting'),
  purpose('CLIENT_ACCESS', 'PATRQT', 'patient requested'),
];
