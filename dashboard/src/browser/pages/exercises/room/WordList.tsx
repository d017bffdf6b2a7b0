import styles from './room.module.css';

type Props = Readonly<{ title: string; words: readonly string[] }>;

/** What people wrote, in the order the graph gives, which tells nothing. Nothing where nobody wrote. */
export function WordList({ title, words }: Props) {
  if (words.length === 0) return null;
  return (
    <section className={styles.words}>
      <h4>{title}</h4>
      <ul>
        {words.map((text, place) => (
          // Two may have written the same.
          <li key={place}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
