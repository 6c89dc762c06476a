import { Switch } from '@mantine/core'
import { ALL_KINDS } from '@otklik/model/access'
import { demandSecondFactor, listRoles, type Role } from '@otklik/model/access/api'
import type { AnswerOf } from '@otklik/model/api'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { useMay } from '../rights.ts'
import { useSession } from '../session.ts'
import classes from './role-card.module.css'
import { useWords } from './words.ts'

interface RoleCardProps {
  readonly role: Role
  /** All rights there are, to say of each whether the role has it. */
  readonly rights?: AnswerOf<typeof listRoles>['rights']
}

/** One role in words: what it is for, where it is given, how far it reaches, whether it demands a second factor. */
export function RoleCard({ role, rights }: RoleCardProps) {
  const { t } = useTranslation()
  const words = useWords()
  const everywhere = role.kinds.length === ALL_KINDS.length
  return (
    <section className="panel stack" aria-label={words.role(role.role)}>
      <div>
        <h3 className={classes.name}>{words.role(role.role)}</h3>
        <p className={classes.about}>{words.about(role.role)}</p>
      </div>
      <Facts
        facts={[
          {
            name: t('roles.where'),
            value: everywhere ? t('roles.everywhere') : role.kinds.map((kind) => words.kind(kind)).join(', '),
          },
          { name: t('roles.reach'), value: t(`roles.reach_${role.reach}`) },
        ]}
      />
      {rights && <RightList role={role} rights={rights} />}
      <SecondFactor role={role} />
    </section>
  )
}

function RightList({ role, rights }: { readonly role: Role; readonly rights: AnswerOf<typeof listRoles>['rights'] }) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <ul className={classes.rights} aria-label={t('roles.matrix')}>
      {rights.map(({ right }) => {
        const has = role.rights.includes(right)
        return (
          <li key={right} data-has={has}>
            {has ? <IconCheck size={18} aria-hidden /> : <IconMinus size={18} aria-hidden />}
            <span>
              {words.right(right)}
              <span className="hidden-visually">: {t(has ? 'actions.yes' : 'actions.no')}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** Whether the role demands a second factor; those who keep people of the whole system may change it. */
function SecondFactor({ role }: { readonly role: Role }) {
  const { t } = useTranslation()
  const words = useWords()
  const may = useMay()
  const { everything } = useSession()
  const client = useQueryClient()
  const demand = useMutation({
    mutationFn: (required: boolean) => call(demandSecondFactor, { params: { role: role.role }, body: { required } }),
    onSuccess: () => client.invalidateQueries({ queryKey: [listRoles.path] }),
  })
  if (!may('people.manage') || !everything)
    return <p className="dim small">{t(role.secondFactor ? 'roles.demanded' : 'roles.notDemanded')}</p>
  return (
    <div className="stack-tight">
      {demand.isError && <FormTrouble error={demand.error} />}
      <Switch
        label={t('roles.demand')}
        aria-label={t('roles.demandOf', { role: words.role(role.role) })}
        checked={demand.isPending ? demand.variables : role.secondFactor}
        disabled={demand.isPending}
        onChange={({ currentTarget }) => demand.mutate(currentTarget.checked)}
      />
    </div>
  )
}
