import { Menu } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import type { ReactElement } from 'react'

export interface PreferenceMenuProps {
  readonly button: ReactElement
  readonly choices: readonly {
    readonly key: string
    readonly name: string
    readonly Icon?: TablerIcon
    /** The language that the name is in. */
    readonly language?: string
    readonly chosen: boolean
    readonly choose: () => void
  }[]
}

/** The menu of a preference, open from the start: it is loaded by whoever opens it. */
export function PreferenceMenu({ button, choices }: PreferenceMenuProps) {
  return (
    <Menu defaultOpened>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ key, name, Icon, language, chosen, choose }) => (
          <Menu.Item
            key={key}
            lang={language}
            leftSection={Icon && <Icon size={16} aria-hidden />}
            rightSection={chosen ? '✓' : null}
            onClick={choose}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
