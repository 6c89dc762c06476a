import { Textarea, TextInput } from '@mantine/core'
import { readRoadMap, type RoadMap, saveRoadMap } from '@otklik/model/certification/api'
import { CONTROL_SHARES, ROAD_MAP_SECTIONS } from '@otklik/model/certification/procedure'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { useRefreshed } from '../refreshed.ts'
import { stepLines, stepsFromLines } from './step-lines.ts'

interface RoadMapEditorProps {
  readonly map: RoadMap
  readonly close: () => void
}

/** The steps of each section a line each, as they are copied out of a table, and the days of the control points. */
export function RoadMapEditor({ map, close }: RoadMapEditorProps) {
  const { t } = useTranslation()
  const refreshed = useRefreshed(readRoadMap)
  const [tried, setTried] = useState(false)
  const { values, set } = useFields({
    lines: ROAD_MAP_SECTIONS.map((_, at) => stepLines(map.steps, at + 1)),
    days: CONTROL_SHARES.map((share) => map.points.find((point) => point.share === share)?.due ?? ''),
  })
  const sections = values.lines.map((text, at) => stepsFromLines(text, at + 1))
  const points = CONTROL_SHARES.flatMap((share, at) => {
    const due = values.days[at] ?? ''
    return due === '' ? [] : [{ share, due }]
  })
  const body = { version: map.version, steps: sections.flatMap(({ steps }) => steps), points }
  const save = () => refreshed(() => call(saveRoadMap, { params: { id: map.id }, body }))
  return (
    <FormDialog
      title={t('roadMap.title')}
      action={t('actions.save')}
      side
      unready={sections.some(({ wrong }) => wrong !== null)}
      refused={() => setTried(true)}
      save={save}
      close={close}
    >
      <p className="dim small" style={{ margin: 0 }}>
        {t('roadMap.linesHint')}
      </p>
      {map.remarks.length > 0 && (
        <ol style={{ margin: 0, paddingInlineStart: 24, overflowWrap: 'anywhere' }}>
          {map.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ol>
      )}
      {ROAD_MAP_SECTIONS.map((title, at) => {
        const wrong = tried ? (sections[at]?.wrong ?? null) : null
        return (
          <Textarea
            key={title}
            label={`${at + 1}. ${title}`}
            error={wrong !== null && t('roadMap.wrongLine', { line: wrong })}
            autosize
            minRows={2}
            maxRows={12}
            value={values.lines[at] ?? ''}
            onChange={({ currentTarget }) => set('lines', values.lines.with(at, currentTarget.value))}
          />
        )
      })}
      {CONTROL_SHARES.map((share, at) => (
        <TextInput
          key={share}
          type="date"
          label={t('roadMap.pointDay', { share })}
          value={values.days[at] ?? ''}
          onChange={({ currentTarget }) => set('days', values.days.with(at, currentTarget.value))}
        />
      ))}
    </FormDialog>
  )
}
