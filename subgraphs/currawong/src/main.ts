import { InputFault } from '@accord/kit/command/InputFault';
import { runAgency } from '@accord/kit/serve/runAgency';
import { fhirServer } from '@accord/kit/source/fhir/fhirServer';
import { currawong } from './agency.ts';

await runAgency(async () => {
  const { CURRAWONG_FHIR_URL: baseUrl, CURRAWONG_FHIR_TOKEN: token } = process.env;
  if (!baseUrl)
    throw new InputFault('Set CURRAWONG_FHIR_URL: the address of the FHIR server, such as https://ehr.example/fhir.');
  const server = fhirServer({ baseUrl, ...(token && { authorization: async () => `Bearer ${token}` }) });
  return { mapping: currawong(server), close: () => server.close() };
});
