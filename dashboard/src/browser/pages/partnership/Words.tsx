import { Card } from '../../parts/Card.tsx';
import styles from './Partnership.module.css';

/** The hub's sentences about the numbers, all of them and unchanged: no number is shown without them. */
export const Words = ({ title, words }: Readonly<{ title: string; words: readonly string[] }>) => (
  <Card title={title}>
    {/* The hub speaks English. */}
    <ul className={styles.words} lang="en">
      {words.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  </Card>
);
