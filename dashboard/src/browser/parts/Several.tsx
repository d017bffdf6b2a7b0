import styles from './Several.module.css';

/** Several things, each on a line of its own, since their names may have commas in them; one alone is just said. */
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
