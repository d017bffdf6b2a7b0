import { createRoot } from 'react-dom/client';
import { readDemonstration } from './readDemonstration.ts';
import { startWorker } from './startWorker.ts';
import { Workbench } from './Workbench.tsx';

window.MonacoEnvironment = { getWorker: startWorker };

const place = document.getElementById('page');
if (!place) throw new Error('page.html has no element "page" to draw in.');
const root = createRoot(place);
root.render(<p className="accord-wait">Opening…</p>);
root.render(<Workbench demonstration={await readDemonstration()} />);
