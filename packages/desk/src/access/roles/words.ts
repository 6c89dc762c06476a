import { isRight, isRole, type OrganisationKind } from '@otklik/model/access'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoleName } from './role-name.ts'

export interface Words {
  role(role: string): string
  /** One sentence about a role. */
  about(role: string): string
  right(right: string): string
  kind(kind: OrganisationKind): string
}

/** Roles, rights and kinds of organisations in the reader's language; the word itself for one that is not known. */
export function useWords(): Words {
  const { t } = useTranslation()
  const role = useRoleName()
  return useMemo(
    () => ({
      role,
      about: (role) => (isRole(role) ? t(`roles.about_${role}`) : ''),
      right: (right) => (isRight(right) ? t(`roles.right.${right}`) : right),
      kind: (kind) => t(`organisations.kind_${kind}`),
    }),
    [t, role],
  )
}
