import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';
import { Button } from '../parts/Button.tsx';
import { Faulty } from '../parts/Faulty.tsx';

type Props = Readonly<{ children: ReactNode }>;

/** Catches a fault of a page's own code, so that the menu and the way out stay. */
export class Broken extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <Translation ns="frame">
        {(t) => (
          <main id="main">
            <Faulty sentence={t('broken')}>
              <Button onPress={() => this.setState({ broken: false })}>{t('again')}</Button>
            </Faulty>
          </main>
        )}
      </Translation>
    );
  }
}
