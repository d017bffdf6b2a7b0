import styles from './Several.module.css';

/** Several things, each on its own line, since their names may contain commas; a single one is plain text. */
export const Several = ({ of }: Readonly<{ of: readonly string[] }>) =>
  of.length < 2 ? (
    of[0]
  ) : (
    <ul className={styles.several}>
      {of.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
