import { ActionIcon, useMantineColorScheme } from '@mantine/core'
import { IconContrast, IconDeviceDesktop, IconLanguage, IconMoon, IconSun, type TablerIcon } from '@tabler/icons-react'
import { type ComponentType, lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeLanguage, useLanguage } from '../i18n/index.ts'
import type { PreferenceMenuProps } from './preference-menu.tsx'

const SCHEMES = [
  { scheme: 'light', Icon: IconSun },
  { scheme: 'dark', Icon: IconMoon },
  { scheme: 'auto', Icon: IconDeviceDesktop },
] as const
const LANGUAGES = [
  { language: 'ru', name: 'Русский' },
  { language: 'en', name: 'English' },
] as const

/** A menu and all that places it weigh more than the page of signing in: they come when one of the two is opened. */
const PreferenceMenu: ComponentType<PreferenceMenuProps> = lazy(async () => ({
  default: (await import('./preference-menu.tsx')).PreferenceMenu,
}))

/** Language and colours: the two things that everyone may want otherwise. */
export function Preferences() {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const chosen = useLanguage()
  return (
    <div style={{ display: 'flex' }} role="group" aria-label={t('preferences.title')}>
      <Preference
        name={t('preferences.colours')}
        Icon={IconContrast}
        choices={SCHEMES.map(({ scheme, Icon }) => ({
          key: scheme,
          name: t(`preferences.${scheme}`),
          Icon,
          chosen: colorScheme === scheme,
          choose: () => setColorScheme(scheme),
        }))}
      />
      <Preference
        name={t('preferences.language')}
        Icon={IconLanguage}
        choices={LANGUAGES.map(({ language, name }) => ({
          key: language,
          name,
          language,
          chosen: chosen === language,
          choose: () => void changeLanguage(language),
        }))}
      />
    </div>
  )
}

interface PreferenceProps {
  readonly name: string
  readonly Icon: TablerIcon
  readonly choices: PreferenceMenuProps['choices']
}

function Preference({ name, Icon, choices }: PreferenceProps) {
  const [wanted, setWanted] = useState(false)
  const button = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={name}
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
    >
      <Icon size={20} aria-hidden />
    </ActionIcon>
  )
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <PreferenceMenu button={button} choices={choices} />
    </Suspense>
  )
}
