import { ChevronDownIcon, DropdownMenu, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { Example } from './parseExamples.ts';

type Props = Readonly<{ examples: readonly Example[] }>;

/** Opens an example in a tab of its own, so that nothing written is lost. */
export function ExamplesMenu({ examples }: Props) {
  const { addTab, updateActiveTabValues } = useGraphiQLActions();
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));
  const open = ({ document, variables }: Example) => {
    addTab();
    updateActiveTabValues({ query: document, variables });
    queryEditor?.setValue(document);
    variableEditor?.setValue(variables);
  };
  return (
    <DropdownMenu>
      <DropdownMenu.Button className="accord-button">
        Examples <ChevronDownIcon aria-hidden="true" />
      </DropdownMenu.Button>
      <DropdownMenu.Content className="accord-menu" align="end" collisionPadding={8}>
        {examples.map((example) => (
          <DropdownMenu.Item key={example.name} onSelect={() => open(example)}>
            {example.title}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  );
}
