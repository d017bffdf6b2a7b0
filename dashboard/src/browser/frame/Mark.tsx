import styles from './Mark.module.css';

/** The logo: the name and its two rings. */
export const Mark = () => (
  <span className={styles.mark}>
    <img src="/mark.svg" alt="" width={28} height={28} />
    <span>Accord</span>
  </span>
);
