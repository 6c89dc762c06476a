import { Button } from '@mantine/core'
import type { OwnAccess } from '@otklik/model/access/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { useWords } from '../roles/words.ts'
import { useSession, useSwitchRole } from '../session.ts'
import classes from './own-access.module.css'

/** The roles, with what each allows and where. */
export function OwnRoles({ own }: { readonly own: OwnAccess }) {
  const { t } = useTranslation()
  const switching = useSwitchRole()
  return (
    <section className="panel stack" aria-labelledby="own-roles">
      <h2 id="own-roles">{t('ownAccess.roles')}</h2>
      {switching.isError && <FormTrouble error={switching.error} />}
      {own.memberships.length === 0 && <p className="dim">{t('role.none')}</p>}
      <ul className={classes.list}>
        {own.memberships.map((one) => (
          <OneRole key={one.id} one={one} act={() => switching.mutate(one.id)} />
        ))}
      </ul>
    </section>
  )
}

interface OneRoleProps {
  readonly one: OwnAccess['memberships'][number]
  readonly act: () => void
}

function OneRole({ one, act }: OneRoleProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const { membership } = useSession()
  const name = words.role(one.role)
  return (
    <li className="stack-tight">
      <div className="row-ends">
        <strong>{name}</strong>
        {one.id === membership?.id ? (
          <span className={classes.now}>{t('ownAccess.actingNow')}</span>
        ) : (
          <Button variant="default" size="compact-sm" aria-label={`${t('ownAccess.act')}: ${name}`} onClick={act}>
            {t('ownAccess.act')}
          </Button>
        )}
      </div>
      <span>{one.organisation.name}</span>
      <span className="dim small">{t('ownAccess.since', { at: format.instant(one.since) })}</span>
      <span>{words.about(one.role)}</span>
      {one.rights.length > 0 && (
        <details>
          <summary>{t('ownAccess.allows', { count: one.rights.length })}</summary>
          <ul className={classes.plain}>
            {one.rights.map((right) => (
              <li key={right}>{words.right(right)}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
