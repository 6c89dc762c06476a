import { useTranslation } from 'react-i18next'
import { FormNotice } from '../shared/ui/form-trouble.tsx'

const KNOWN = ['denied', 'expired', 'unavailable', 'failed', 'unknown_identity', 'invitation_void', 'taken'] as const

/** Why the way through the outside system ended here; words of the address that are not known are not repeated. */
export function OutsideTrouble({ code }: { readonly code: string }) {
  const { t } = useTranslation()
  const known = KNOWN.find((word) => word === code) ?? 'failed'
  return (
    <FormNotice>
      <p>{t(`outside.${known}`)}</p>
    </FormNotice>
  )
}
