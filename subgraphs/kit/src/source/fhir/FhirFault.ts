/** How a FHIR server failed to answer. */
export type FhirFaultCode =
  | 'FHIR_REFUSED'
  | 'FHIR_BUSY'
  | 'FHIR_TIMED_OUT'
  | 'FHIR_UNREACHABLE'
  | 'FHIR_UNREADABLE'
  | 'FHIR_INCOMPLETE'
  | 'FHIR_STRAYED';

/** A FHIR server's answer was missing or incomplete. The message holds no content: servers quote personal data in theirs. */
export class FhirFault extends Error {
  override readonly name = 'FhirFault';
  readonly code: FhirFaultCode;

  constructor(code: FhirFaultCode, message: string) {
    super(message);
    this.code = code;
  }
}
