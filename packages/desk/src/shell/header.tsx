import { Button, Menu } from '@mantine/core'
import { IconLogout, IconSearch, IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession, useSignOut } from '../access/session.ts'
import { sliceOf } from '../shared/filters/slice.ts'
import { Preferences } from '../shared/ui/preferences.tsx'
import classes from './header.module.css'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))

export function Header() {
  const { t } = useTranslation()
  const [finding, setFinding] = useState(false)
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      // By place, not by letter: on the Russian layout the same key gives «л».
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      setFinding(true)
    }
    window.addEventListener('keydown', open)
    return () => window.removeEventListener('keydown', open)
  }, [])
  return (
    <header className={classes.header} data-desk>
      <Link to="/" search={sliceOf} className={classes.brand}>
        <img src="/icon.svg" alt="" width={26} height={26} /> Отклик
      </Link>
      <button type="button" className={classes.find} onClick={() => setFinding(true)}>
        <IconSearch size={16} aria-hidden />
        <span className={classes.findText}>{t('palette.open')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className={classes.right}>
        <Preferences />
        <Person />
      </div>
      {finding && (
        <Suspense>
          <Palette close={() => setFinding(false)} />
        </Suspense>
      )}
    </header>
  )
}

function Person() {
  const { t } = useTranslation()
  const { user } = useSession()
  const leave = useSignOut()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconUser size={18} aria-hidden />}
          className={classes.person}
        >
          <span className={classes.name}>{user.name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{user.login}</Menu.Label>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => leave.mutate()}>
          {t('nav.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
