import { Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown, IconLogout, IconSearch, IconUser, IconUserShield } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoleName } from '../access/roles/role-name.ts'
import { useSession, useSignOut, useSwitchRole } from '../access/session.ts'
import { sliceOf } from '../shared/filters/slice.ts'
import { Preferences } from '../shared/ui/preferences.tsx'
import classes from './header.module.css'
import { startOf } from './start.ts'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))

export function Header() {
  const { t } = useTranslation()
  const start = startOf(useSession())
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
      <Link to={start} search={sliceOf} className={classes.brand}>
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

/** Who is at the screen and in which role; there one switches the role and leaves. */
function Person() {
  const { t } = useTranslation()
  const roleName = useRoleName()
  const { user, membership } = useSession()
  const leave = useSignOut()
  return (
    <Menu position="bottom-end" width={340}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconUser size={18} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          className={classes.person}
        >
          <span className={classes.name}>
            <span>{user.name}</span>
            <span className={classes.role}>
              {membership ? `${roleName(membership.role)} · ${membership.organisation.name}` : t('role.none')}
            </span>
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes.wrapped}>
          {user.name} · {user.login}
        </Menu.Label>
        <Roles />
        <Menu.Item component={Link} to="/access" leftSection={<IconUserShield size={16} aria-hidden />}>
          {t('nav.ownAccess')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => leave.mutate()}>
          {t('nav.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** The roles of the person; nothing to choose from where there is one. */
function Roles() {
  const { t } = useTranslation()
  const roleName = useRoleName()
  const { membership, memberships } = useSession()
  const switching = useSwitchRole()
  if (memberships.length < 2) return null
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('role.actAs')}</Menu.Label>
      <Menu.RadioGroup value={membership?.id ?? null} onChange={(id) => switching.mutate(String(id))}>
        {memberships.map(({ id, role, organisation }) => (
          <Menu.RadioItem
            key={id}
            value={id}
            className={classes.wrapped}
            checkIcon={<IconCheck size={16} aria-hidden />}
            closeMenuOnClick
          >
            {roleName(role)}
            <span className={classes.organisation}>{organisation.name}</span>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
    </>
  )
}
