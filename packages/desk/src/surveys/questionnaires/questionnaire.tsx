import { type Questionnaire, readQuestionnaire } from '@otklik/model/surveys/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { asked } from '../../shared/api/queries.ts'
import { sliceOf } from '../../shared/filters/slice.ts'
import { Page } from '../../shared/ui/page.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { Editor } from '../editor/editor.tsx'
import { Difference } from './difference.tsx'
import { FormView } from './form-view.tsx'
import { QuestionnaireActions } from './questionnaire-actions.tsx'
import { readQuestionnaireSearch } from './questionnaires-search.ts'
import { Versions } from './versions.tsx'
import { useWhose } from './whose.ts'

const route = getRouteApi('/desk/questionnaires/$questionnaire')

/** One questionnaire: its draft to be edited, or a version as it was published. */
export function QuestionnaireScreen() {
  const { t } = useTranslation()
  const whose = useWhose()
  const { questionnaire: code } = route.useParams()
  const { version } = readQuestionnaireSearch({ ...route.useSearch() })
  const query = useQuery(
    asked(readQuestionnaire, {
      params: { code },
      query: { version: version === undefined ? undefined : Number(version) },
    }),
  )
  const { data } = query
  return (
    <Page
      place={
        <Link to="/questionnaires" search={sliceOf}>
          {t('nav.questionnaires')}
        </Link>
      }
      title={data?.title ?? t('questionnaires.one')}
      about={data && [whose(data), data.source, data.code].filter((part) => part !== null).join(' · ')}
      actions={data && <QuestionnaireActions questionnaire={data} />}
    >
      <Asked query={query} lines={12}>
        {(questionnaire) => <Shown questionnaire={questionnaire} />}
      </Asked>
    </Page>
  )
}

function Shown({ questionnaire }: { readonly questionnaire: Questionnaire }) {
  const may = useMay()
  const { compare } = readQuestionnaireSearch({ ...route.useSearch() })
  const { mine, version, inWork, code } = questionnaire
  const edits = mine && may('surveys.edit') && inWork === version
  return (
    <>
      {!questionnaire.builtIn && <Versions questionnaire={questionnaire} />}
      {compare !== undefined && <Difference code={code} one={Number(compare)} other={version} />}
      {edits ? (
        <Editor key={`${code} ${version}`} questionnaire={questionnaire} />
      ) : (
        <FormView questionnaire={questionnaire} />
      )}
    </>
  )
}
