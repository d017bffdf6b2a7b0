import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';
import { GraphFault } from '../graph/GraphFault.ts';
import { Button } from '../parts/Button.tsx';
import { Faulty } from '../parts/Faulty.tsx';
import { Page } from './Page.tsx';

type Props = Readonly<{
  children: ReactNode;
  /** `page` where a whole page is inside; left out for part of a page. */
  as?: 'page';
  /** Called when something broke, so that code that failed to load is not cached. */
  onBroken?: () => void;
  /** Called before the children are tried again. */
  onAgain?: () => void;
}>;

type State = Readonly<{ fault: unknown; broken: boolean }>;

/**
 * Catches errors thrown by its children, so that everything around them stays. Code that failed to load (a `GraphFault`) is
 * reported as the hub being out of reach; any other error as a bug in the page.
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
