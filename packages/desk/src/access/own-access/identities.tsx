import { Button } from '@mantine/core'
import { linkIdentity, type OwnAccess, unlinkIdentity } from '@otklik/model/access/api'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { goTo } from '../entering.ts'
import { OutsideButton } from '../outside-button.tsx'
import classes from './own-access.module.css'

type Identity = OwnAccess['identities'][number]

/** Accounts of another system that lead in here. */
export function Identities({ own }: { readonly own: OwnAccess }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [unlinking, setUnlinking] = useState<Identity | null>(null)
  const link = useMutation({ mutationFn: () => call(linkIdentity, {}), onSuccess: ({ url }) => goTo(url) })
  return (
    <section className="panel stack" aria-labelledby="identities">
      <h2 id="identities">{t('ownAccess.identities')}</h2>
      {link.isError && <FormTrouble error={link.error} />}
      {own.identities.length === 0 && <p className="dim">{t('ownAccess.noIdentities')}</p>}
      <ul className={classes.list}>
        {own.identities.map((one) => (
          <li key={one.id} className="row-ends">
            <span>
              {one.issuer}
              <br />
              <span className="dim small">{t('ownAccess.linkedAt', { at: format.instant(one.linkedAt) })}</span>
            </span>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`${t('ownAccess.unlink')}: ${one.issuer}`}
              onClick={() => setUnlinking(one)}
            >
              {t('ownAccess.unlink')}
            </Button>
          </li>
        ))}
      </ul>
      {own.outside !== null && (
        <OutsideButton
          text={t('ownAccess.link', { name: own.outside })}
          loading={link.isPending}
          go={() => link.mutate()}
        />
      )}
      {unlinking && (
        <ConfirmDialog
          title={t('ownAccess.unlink')}
          action={t('ownAccess.unlink')}
          danger
          run={() => call(unlinkIdentity, { params: { id: unlinking.id } })}
          close={() => setUnlinking(null)}
        >
          {t('ownAccess.unlinkText', { name: unlinking.issuer })}
        </ConfirmDialog>
      )}
    </section>
  )
}
