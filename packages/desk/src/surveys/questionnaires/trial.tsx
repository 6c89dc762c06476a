import { Button } from '@mantine/core'
import { tryQuestionnaire } from '@otklik/model/surveys/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Asked } from '../../shared/ui/states.tsx'

interface TrialProps {
  readonly code: string
  readonly version: number
  /** The page to begin with. */
  readonly page?: string
  readonly close: () => void
}

/** The questionnaire as respondents see it, in a window of its own; nothing is stored. */
export function Trial({ code, version, page, close }: TrialProps) {
  const { t } = useTranslation()
  const query = useQuery({
    queryKey: [tryQuestionnaire.path, code, version, page],
    queryFn: () => call(tryQuestionnaire, { params: { code }, body: { version, page } }),
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <Dialog title={t('questionnaires.try')} close={close}>
      <div className="stack">
        <p style={{ margin: 0 }}>{t('questionnaires.tryText')}</p>
        <Asked query={query} lines={1}>
          {({ path }) => (
            <div>
              <Button component="a" href={path} target="_blank" rel="noreferrer" data-autofocus onClick={close}>
                {t('questionnaires.tryOpen')}
              </Button>
            </div>
          )}
        </Asked>
      </div>
    </Dialog>
  )
}
