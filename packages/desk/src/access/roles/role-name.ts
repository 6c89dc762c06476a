import { isRole } from '@otklik/model/access'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** A role in the reader's language; the word itself for one that is not known. */
export function useRoleName(): (role: string) => string {
  const { t } = useTranslation()
  return useCallback((role) => (isRole(role) ? t(`roles.name_${role}`) : role), [t])
}
