import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { IconContrast, IconDeviceDesktop, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { changeLanguage, useLanguage } from '../i18n/index.ts'

const SCHEMES = [
  { scheme: 'light', Icon: IconSun },
  { scheme: 'dark', Icon: IconMoon },
  { scheme: 'auto', Icon: IconDeviceDesktop },
] as const
const LANGUAGES = [
  { language: 'ru', name: 'Русский' },
  { language: 'en', name: 'English' },
] as const

/** Language and colours: the two things that everyone may want otherwise. */
export function Preferences() {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const chosen = useLanguage()
  return (
    <div style={{ display: 'flex' }} role="group" aria-label={t('preferences.title')}>
      <Menu>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('preferences.colours')}>
            <IconContrast size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {SCHEMES.map(({ scheme, Icon }) => (
            <Menu.Item
              key={scheme}
              leftSection={<Icon size={16} aria-hidden />}
              rightSection={colorScheme === scheme ? '✓' : null}
              onClick={() => setColorScheme(scheme)}
            >
              {t(`preferences.${scheme}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('preferences.language')}>
            <IconLanguage size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {LANGUAGES.map(({ language, name }) => (
            <Menu.Item
              key={language}
              lang={language}
              rightSection={chosen === language ? '✓' : null}
              onClick={() => void changeLanguage(language)}
            >
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
