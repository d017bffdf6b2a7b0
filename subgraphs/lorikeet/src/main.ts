import { InputFault } from '@accord/kit/command/InputFault';
import { runAgency } from '@accord/kit/serve/runAgency';
import { lorikeet } from './agency.ts';
import { openExtract } from './extract.ts';

await runAgency(async () => {
  const folder = process.env.ACCORD_EXTRACT_FOLDER;
  if (!folder)
    throw new InputFault('Set ACCORD_EXTRACT_FOLDER: the folder into which the nightly job writes its files.');
  const extract = await openExtract(folder);
  return { mapping: lorikeet(extract), close: () => extract.close() };
});
