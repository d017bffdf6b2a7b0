import styles from './room.module.css';

type Props = Readonly<{ title: string; words: readonly string[] }>;

/** What people wrote, in the graph's order, which reveals nothing. Renders nothing if nobody wrote. */
export function WordList({ title, words }: Props) {
  if (words.length === 0) return null;
  return (
    <section className={styles.words}>
      <h4>{title}</h4>
      <ul>
        {words.map((text, place) => (
          // Two people may have written the same, so the key is the position.
          <li key={place}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
