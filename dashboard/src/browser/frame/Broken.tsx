import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';
import { GraphFault } from '../graph/GraphFault.ts';
import { Button } from '../parts/Button.tsx';
import { Faulty } from '../parts/Faulty.tsx';
import { Page } from './Page.tsx';

type Props = Readonly<{
  children: ReactNode;
  /** What it is that breaks: a page, or, left out, a part of one. */
  as?: 'page';
  /** Called when something broke, so that what failed to load is not kept. */
  onBroken?: () => void;
  /** Called before what is inside is tried again. */
  onAgain?: () => void;
}>;

type State = Readonly<{ fault: unknown; broken: boolean }>;

/**
 * Catches a fault of what is inside, so that all around it stays. Code that did not come (a `GraphFault`) is said to be out of reach;
 * anything else is a fault of the code itself.
 */
export class Broken extends Component<Props, State> {
  override state: State = { fault: undefined, broken: false };

  static getDerivedStateFromError(fault: unknown): State {
    return { fault, broken: true };
  }

  override componentDidCatch(): void {
    this.props.onBroken?.();
  }

  readonly again = (): void => {
    this.props.onAgain?.();
    this.setState({ fault: undefined, broken: false });
  };

  override render(): ReactNode {
    const { fault, broken } = this.state;
    if (!broken) return this.props.children;
    const { as } = this.props;
    return (
      <Translation ns="frame">
        {(t) => {
          const said = (
            <Faulty sentence={fault instanceof GraphFault ? t('faults.OFFLINE') : t('broken')}>
              <Button onPress={this.again}>{t('again')}</Button>
            </Faulty>
          );
          return as === 'page' ? <Page title={t('notShown')}>{said}</Page> : said;
        }}
      </Translation>
    );
  }
}
