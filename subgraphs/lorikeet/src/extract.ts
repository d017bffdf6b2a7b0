import { dayAs, flag, needed, text, titled, whole } from '@accord/kit/source/csv/column';
import { type CsvFolder, csvFolder, type FolderGiven } from '@accord/kit/source/csv/csvFolder';
import { manifest } from '@accord/kit/source/csv/whole';

const day = dayAs('DD/MM/YYYY');
const yes = flag({ yes: ['Y'], no: ['N'] });

/** The columns of TreatmentBase's nightly extract. */
const clients = {
  client_no: titled('CLIENT_NO', needed(text)),
  given: titled('GIVEN', text),
  surname: titled('SURNAME', text),
  akaGiven: titled('AKA_GIVEN', text),
  akaSurname: titled('AKA_SURNAME', text),
  dob: titled('DOB', day),
  dobQuality: titled('DOB_Q', text),
  sex: titled('SEX', text),
  language: titled('LANGUAGE', text),
  culture: titled('CULTURE', text),
  phone: titled('PHONE', text),
  email: titled('EMAIL', text),
  noVoicemail: titled('NO_VOICEMAIL', needed(yes)),
  noSms: titled('NO_SMS', needed(yes)),
  noLetter: titled('NO_LETTER', needed(yes)),
  address: titled('ADDRESS', text),
  suburb: titled('SUBURB', text),
  state: titled('STATE', text),
  postcode: titled('POSTCODE', text),
  programme: titled('PROGRAM', text),
  worker: titled('WORKER', needed(text)),
  opened: titled('OPENED', needed(day)),
  closed: titled('CLOSED', day),
};
const workers = {
  login: titled('LOGIN', needed(text)),
  name: titled('NAME', needed(text)),
  role: titled('ROLE', text),
  phone: titled('PHONE', text),
};
const alerts = {
  no: titled('ALERT_NO', needed(whole)),
  client: titled('CLIENT_NO', needed(text)),
  type: titled('TYPE', needed(text)),
  basis: titled('BASIS', text),
  severity: titled('SEVERITY', whole),
  status: titled('STATUS', text),
  details: titled('DETAILS', text),
  raised: titled('RAISED', day),
  raisedBy: titled('RAISED_BY', text),
  review: titled('REVIEW', day),
  ended: titled('ENDED', day),
  reason: titled('END_REASON', text),
};
const notes = {
  no: titled('NOTE_NO', needed(whole)),
  client: titled('CLIENT_NO', needed(text)),
  written: titled('WRITTEN', day),
  author: titled('AUTHOR', text),
  topics: titled('TOPICS', text),
  body: titled('BODY', text),
};

type Columns = Readonly<{
  clients: typeof clients;
  workers: typeof workers;
  alerts: typeof alerts;
  notes: typeof notes;
}>;
export type Extract = CsvFolder<Columns>;

/** Opens TreatmentBase's extract folder. The job writes `rows.csv` last. */
export const openExtract = (
  folder: string,
  settings: Partial<Omit<FolderGiven<Columns>, 'folder' | 'files'>> = {},
): Promise<Extract> =>
  csvFolder({
    folder,
    files: {
      clients: { file: 'clients.csv', key: 'client_no', columns: clients, separator: ';' },
      workers: { file: 'workers.csv', key: 'login', columns: workers, separator: ';' },
      alerts: { file: 'alerts.csv', key: 'no', by: ['client'], columns: alerts, separator: ';' },
      notes: { file: 'notes.csv', key: 'no', by: ['client'], columns: notes, separator: ';' },
    },
    whole: manifest('rows.csv'),
    ...settings,
  });
