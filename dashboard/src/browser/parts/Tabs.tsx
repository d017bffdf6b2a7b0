import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import styles from './Tabs.module.css';

type Props<Id extends string> = Readonly<{
  label: string;
  /** Only the open one is asked for and shown. */
  tabs: readonly Readonly<{ id: Id; title: string; of: () => ReactNode }>[];
  value: Id;
  onChange: (id: Id) => void;
}>;

/** Views of one page, one at a time. */
export function Tabs<Id extends string>({ label, tabs, value, onChange }: Props<Id>) {
  const choose = (key: unknown) => {
    const chosen = tabs.find(({ id }) => id === key);
    if (chosen) onChange(chosen.id);
  };
  return (
    // Chosen by Enter or Space: each view asks every agency anew.
    <AriaTabs selectedKey={value} onSelectionChange={choose} keyboardActivation="manual" className={styles.tabs ?? ''}>
      <TabList aria-label={label} className={styles.list ?? ''}>
        {tabs.map(({ id, title }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {title}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, of }) => (
        <TabPanel key={id} id={id} className={styles.panel ?? ''}>
          {of()}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
