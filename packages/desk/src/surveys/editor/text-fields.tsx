import { Textarea } from '@mantine/core'
import type { Text } from '@otklik/model/questionnaires'
import { languageName } from '../language-name.ts'
import { withText } from './edits.ts'

interface TextFieldsProps {
  readonly label: string
  readonly description?: string
  readonly languages: readonly string[]
  readonly value: Text | undefined
  readonly change: (text: Text) => void
}

/** One text in each language of the questionnaire, side by side. */
export function TextFields({ label, description, languages, value, change }: TextFieldsProps) {
  return (
    <div className="columns">
      {languages.map((language) => (
        <Textarea
          key={language}
          label={languages.length > 1 ? `${label} (${languageName(language)})` : label}
          {...(description === undefined ? {} : { description })}
          lang={language}
          autosize
          minRows={1}
          maxLength={5000}
          value={value?.[language] ?? ''}
          onChange={({ currentTarget }) => change(withText(value, language, currentTarget.value))}
        />
      ))}
    </div>
  )
}
