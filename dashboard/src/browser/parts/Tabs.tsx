import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import styles from './Tabs.module.css';

type Props<Id extends string> = Readonly<{
  label: string;
  /** Only the open tab is rendered, and so queried. */
  tabs: readonly Readonly<{ id: Id; title: string; of: () => ReactNode }>[];
  value: Id;
  onChange: (id: Id) => void;
}>;

/** Views of one page, one shown at a time. */
export function Tabs<Id extends string>({ label, tabs, value, onChange }: Props<Id>) {
  const choose = (key: unknown) => {
    const chosen = tabs.find(({ id }) => id === key);
    if (chosen) onChange(chosen.id);
  };
  return (
    // Activated by Enter or Space, not by the arrow keys: each view queries every agency again.
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
