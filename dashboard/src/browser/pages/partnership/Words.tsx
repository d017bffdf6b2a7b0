import { Card } from '../../parts/Card.tsx';
import styles from './Partnership.module.css';

/** Sentences the hub made of the numbers, every one of them and as they are: a number is shown nowhere without them. */
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
