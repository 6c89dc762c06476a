import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Files } from './files.ts'

const FORMATS = ['csv', 'xlsx'] as const satisfies readonly (keyof Files)[]

/** Takes the rows of a table away as a file. */
export function FileLinks({ files }: { readonly files: Files }) {
  const { t } = useTranslation()
  return FORMATS.map((format) => (
    <Button
      key={format}
      component="a"
      href={files[format]}
      download
      variant="default"
      size="compact-md"
      aria-label={t(`table.${format}`)}
    >
      {format.toUpperCase()}
    </Button>
  ))
}
